"""Pelican, with the newsroom's own flow: the class that ``PELICAN_CLASS`` names.

Pelican reads the settings and calls :meth:`NewsroomPelican.run`; its readers,
generators and writers are not used, since they read every story into memory,
skip what they cannot read, and write into the output folder page by page.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican

from newsroom import site
from newsroom.engine.build import build
from newsroom.engine.edge import DONE, report_build, run_at_edge
from newsroom.engine.foreign import fenced, gathered
from newsroom.engine.interrupts import Interrupts
from newsroom.engine.offers import Offers
from newsroom.engine.plugins import load_plugins
from newsroom.engine.program import print_program, print_settings, print_theme
from newsroom.engine.reasons import WORDS
from newsroom.engine.refusing import refuse_if_any, refusing
from newsroom.engine.reporter import PlainReporter, Reporter
from newsroom.engine.terminal import flush_streams, require_utf8, settle_streams
from newsroom.engine.workshop import find_workshop
from newsroom.errors import Refusal, SiteFault
from newsroom.settings import Settings, read_settings

if TYPE_CHECKING:
    from newsroom.engine.built import Built
    from newsroom.engine.glance import Glance
    from newsroom.engine.offers import MakeIndex, OpenPages, Plan, ReadStory, RenderPictures, Revise
    from newsroom.engine.planning import Planned
    from newsroom.engine.templates import Templates


class NewsroomPelican(Pelican):  # type: ignore[misc]
    """A build of the newsroom.

    Faults of the settings and of plugins are remembered and named together
    when something is asked of it.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        require_utf8()
        self.offers = Offers()
        self.faults: list[SiteFault] = []
        self.newsroom: Settings | None = None
        self._templates: Templates | None = None
        with gathered(self.faults):
            self.newsroom = read_settings(settings)
        with gathered(self.faults), fenced("Một phần mở rộng gây lỗi khi khởi động", "Hãy sửa PLUGINS."):
            super().__init__(settings)

    # ── What Pelican calls ────────────────────────────────────────────────────

    def init_plugins(self) -> None:
        """Load the plugins of ``PLUGINS`` and no others (Pelican would import every one installed)."""
        self.plugins, faults = load_plugins(self.settings.get("PLUGINS") or ())
        self.faults += faults
        self.settings["PLUGINS"] = [plugin.__name__ for plugin in self.plugins]

    def run(self) -> None:
        """Build the site for plain ``pelican``; a refusal ends the process with sentences, not a traceback.

        Raises:
            SystemExit: with status 1 when the build is refused, 128 + signal when told to stop.
        """
        settle_streams()
        reporter = PlainReporter.on_terminal()
        status = run_at_edge(lambda: self.publish(reporter), reporter, lambda: self.cache)
        flush_streams()
        if status != DONE:
            raise SystemExit(status)

    # ── What plugins call ─────────────────────────────────────────────────────

    def offer(self, plan: Plan, revise: Revise | None = None) -> None:
        """Offer a plan: a pure function from the news to what shall be published.

        Args:
            revise: gives what of it a few new texts may change; without it everything is planned at every edit.
        """
        self.offers.plans.append(plan)
        self.offers.revisions.append(revise)

    def offer_pictures(self, render: RenderPictures) -> None:
        """Offer the function that makes derivatives of pictures in a folder."""
        self.offers.render_pictures = render

    def offer_reader(self, read: ReadStory) -> None:
        """Offer the function that reads a story."""
        self.offers.read_story = read

    def offer_index(self, make: MakeIndex) -> None:
        """Offer the function that makes the search index of a finished site."""
        self.offers.make_index = make

    def offer_pages(self, open_pages: OpenPages) -> None:
        """Offer the function that gives single pages of stories."""
        self.offers.open_pages = open_pages

    # ── What commands call ────────────────────────────────────────────────────

    def publish(self, reporter: Reporter, chatty: bool = False) -> int:
        """Build and report; gives the exit status.

        Args:
            chatty: also tell of every output why it was made again.

        Raises:
            Refusal, Interrupted: see :func:`newsroom.engine.build.build`.
        """
        built = self.build(reporter)
        for path, reason in built.reasons if chatty else ():
            reporter.say(f"{path}: {WORDS[reason]} ({reason.value})")
        report_build(built, self.ready_settings(), reporter)
        return DONE

    def build(self, reporter: Reporter, *, tell_all: bool = False) -> Built:
        """Build the site; see :func:`newsroom.engine.build.build`."""
        settings = self.ready_settings()
        with refusing():
            with _fenced_theme():
                theme = print_theme(settings.theme)
            key = self._print_settings(settings)
        ready = partial(self._ready_templates, settings, theme)
        return build(settings, self.offers, ready, key, theme, reporter, tell_all=tell_all)

    def open_glance(self, built: Built) -> Glance | None:
        """What can show a story's page before the next build is over; None where nothing offers to."""
        from newsroom.engine.glance import open_glance

        open_pages, read, planned = self.offers.open_pages, self.offers.read_story, built.planned
        if open_pages is None or read is None or planned is None or self._templates is None:
            return None
        settings = self.ready_settings()
        workshop = find_workshop(settings.output, settings.cache)
        page_of = open_pages(planned.news, settings)
        return open_glance(planned, settings, workshop, self._templates, page_of, read)

    def _print_settings(self, settings: Settings) -> str:
        return print_settings(settings, Path(self.settings["PATH"]).parent)

    def _ready_templates(self, settings: Settings, theme: str) -> Templates:
        """The templates, compiled once for as long as the theme does not change."""
        from newsroom.engine.templates import Templates

        if self._templates is None or self._templates.print != theme:
            with _fenced_theme():
                self._templates = Templates(self.settings, site.site_view(settings), theme)
        return self._templates

    def check(self, reporter: Reporter) -> Planned:
        """Read and check everything that a build would read; no output is written.

        Raises:
            Refusal, Interrupted: see :func:`newsroom.engine.build.build`.
        """
        from newsroom.engine.checking import check_site

        return check_site(self.ready_settings(), self.offers, reporter)

    def audit(self, reporter: Reporter) -> tuple[str, ...]:
        """Vietnamese sentences, one for each thing that shows in a page and that the page does not declare.

        Raises:
            Refusal, Interrupted: see :func:`newsroom.engine.build.build`.
        """
        from newsroom.engine.audit import MEMORY, audit_outputs  # no build needs them
        from newsroom.engine.reads import find_strays

        settings, planned = self.ready_settings(), self.check(reporter)
        memory = find_workshop(settings.output, settings.cache).bench / MEMORY
        with Interrupts().active(), refusing():
            env = self._ready_templates(settings, print_theme(settings.theme)).env
            made_with = f"{print_program()} {self._print_settings(settings)}"
            strays = find_strays(env, f"{settings.theme.name}/templates")
            return (*strays, *audit_outputs(planned, self.offers, settings, made_with, memory, reporter))

    @property
    def cache(self) -> Path | None:
        """The cache folder; None when the settings are at fault."""
        return self.newsroom.cache if self.newsroom else None

    def ready_settings(self) -> Settings:
        """The newsroom's settings.

        Raises:
            Refusal: when they, or a plugin, are at fault.
        """
        refuse_if_any(self.faults)
        if self.newsroom is None:
            raise Refusal(("Không đọc được cài đặt.",))
        return self.newsroom


def _fenced_theme() -> AbstractContextManager[None]:
    return fenced("Không dùng được thư mục giao diện", "Hãy kiểm tra THEME và JINJA_ENVIRONMENT.")
