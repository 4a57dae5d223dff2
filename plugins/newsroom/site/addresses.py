"""The site's own addresses (contract §3) and the files that answer at them."""

from __future__ import annotations

FRONT = "/"
NEWS = "/tin-tuc/"
ARCHIVE = "/luu-tru/"
LIBRARY = "/thu-vien-anh/"
FOLLOW = "/theo-doi/"
SEARCH = "/tim-kiem/"
NOT_FOUND = "/404.html"
FAULTS = "/loi/"
PHOTOS = "/anh/"
THEME = "/theme/"


def place_of(address: str) -> frozenset[str]:
    """The first segment of an address, as bundles name their places.

    >>> place_of("/tin-tuc/2023/")
    frozenset({'tin-tuc'})
    """
    return frozenset({address.strip("/").partition("/")[0]})


def output_path(address: str) -> str:
    """File under the output folder that answers at a root-relative address.

    >>> output_path("/tin-tuc/2023/hop/")
    'tin-tuc/2023/hop/index.html'
    >>> output_path("/404.html")
    '404.html'
    """
    path = address.removeprefix("/")
    return f"{path}index.html" if not path or path.endswith("/") else path
