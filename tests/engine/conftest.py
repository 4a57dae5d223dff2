from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import Site, make_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site without stories."""
    return make_site(tmp_path / "site")
