"""Settings of the published site: the same site, built strictly into ``public/``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

OUTPUT_PATH = "public"
NEWSROOM_STRICT = True
NEWSROOM_INDEX = True
