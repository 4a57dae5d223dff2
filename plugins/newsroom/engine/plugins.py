"""Loading the plugins that the settings name; one that cannot be had is a fault of the site.

Pelican itself logs such a plugin and goes on without it.  Plugins that hook into
Pelican's own generators and writers would do nothing here, so they are refused
rather than silently passed over.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from types import ModuleType

from newsroom.engine.foreign import fenced, gathered
from newsroom.errors import SiteFault

_OURS = "newsroom."
_REMEDY = "Hãy sửa PLUGINS trong tệp cài đặt hoặc cài lại phần mở rộng đó."


def load_plugins(names: Iterable[object]) -> tuple[list[ModuleType], list[SiteFault]]:
    """Import and register plugins, in order.

    Args:
        names: of ``PLUGINS``; modules are taken by their names.

    Returns:
        The plugins that are registered, and a fault for each of the others.
    """
    plugins: list[ModuleType] = []
    faults: list[SiteFault] = []
    for given in names:
        name = given if isinstance(given, str) else getattr(given, "__name__", repr(given))
        with gathered(faults):
            plugins.append(_load(name))
    return plugins, faults


def _load(name: str) -> ModuleType:
    if not name.startswith(_OURS):
        fault = f"Phần mở rộng “{name}” dựa vào các bước của Pelican mà trang tin này không dùng."
        raise SiteFault(fault, "Hãy bỏ tên đó khỏi PLUGINS.")
    with fenced(f"Không nạp được phần mở rộng “{name}”", _REMEDY):
        plugin = importlib.import_module(name)
    with fenced(f"Phần mở rộng “{name}” không đăng ký được", _REMEDY):
        plugin.register()
    return plugin
