# The office's commands and the developer's.  Each sets up what it needs first (bootstrap.py).

PYTHON ?= python3
RUN = @$(PYTHON) bootstrap.py --
TEST = @$(PYTHON) bootstrap.py --test --

.DEFAULT_GOAL := site
.PHONY: site serve index check publish test audit soak kills lint lock clean

site:                   ## preview of content/ in output/
	$(RUN) newsroom build

serve:                  ## preview with live reload
	$(RUN) newsroom serve

index:                  ## preview with its search index
	$(RUN) newsroom index

check:                  ## what an editor should look at
	$(RUN) newsroom check

publish:                ## strict build into public/
	$(RUN) newsroom build --strict --settings publishconf.py
	-$(RUN) newsroom ping --settings publishconf.py

test: lint              ## every test; pytest speaks last
	$(TEST) pytest --numprocesses auto --dist loadfile

audit: publish          ## Nu Html Checker, Lighthouse (node, java); a real feed reader follows a site (newsboat)
	$(TEST) python tools/audit.py
	$(TEST) python -m tools.audit_feeds

soak:                   ## any history of a site of 150 stories, 10,000 steps, on all processors: hours
	@NEWSROOM_HISTORY_STORIES=150 NEWSROOM_HISTORY_STEPS=10000 NEWSROOM_HISTORY_LENGTH=50 NEWSROOM_HISTORY_SHARDS=8 \
		NEWSROOM_HISTORY_SEED="$${NEWSROOM_HISTORY_SEED:-$$(date)}" NEWSROOM_HISTORY_PROGRESS=1 $(PYTHON) bootstrap.py --test -- \
		pytest --capture=no --numprocesses auto tests/engine/test_any_history.py

kills:                  ## kill fifty builds at random moments: readers get whole files, the next build is clean
	$(TEST) python -m tools.kills

lint:
	$(TEST) ruff check --quiet
	$(TEST) ruff format --check --quiet
	$(TEST) mypy

# `make lock UPGRADE=--upgrade` takes newer versions; without it only what pyproject.toml asks for changes.
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --annotation-style line --custom-compile-command "make lock" $(UPGRADE) --extra build

lock:
	@command -v uv >/dev/null || { echo "make lock needs uv (pipx install uv)"; exit 1; }
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra search --constraints requirements.lock --output-file requirements-search.lock pyproject.toml
	$(COMPILE) --extra search --extra hub --extra cluster --extra test --constraints requirements.lock --output-file requirements-test.lock pyproject.toml

clean:                  ## everything that a command can make again, the set-up included
	rm -rf .venv .venv.lock .cache output public .pytest_cache .mypy_cache .ruff_cache .hypothesis plugins/*.egg-info
	find . -name __pycache__ -prune -exec rm -rf {} +
