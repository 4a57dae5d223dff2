"""What every test stands on: one browser per worker, and examples that CI can repeat."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.browser import FLAGS, chromium_path

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Locally every run tries new examples; CI tries the same ones each time, so that it never fails by luck.
settings.register_profile("searching", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.load_profile("repeatable" if os.environ.get("CI") else "searching")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; open a ``new_context()`` for each test."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        yield chromium
        chromium.close()
