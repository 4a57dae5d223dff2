"""VIEW → PAGE: Pelican's own template environment, made strict.

A template gets ``site`` and ``view`` and nothing else; a name or attribute that
does not exist is a fault, never an empty string.  Templates come from the theme
alone: Pelican's fallback to its ``simple`` theme would hide a missing one.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.meta import find_referenced_templates
from pelican.generators import Generator, PelicanTemplateNotFound

from newsroom.engine.foreign import describe
from newsroom.engine.prints import digest
from newsroom.engine.program import list_theme
from newsroom.errors import Place, SiteFault
from newsroom.junk import is_junk
from newsroom.views import SiteView, View

_REMEDY = "Hãy sửa mẫu trang này rồi chạy lại."


class _Loader(FileSystemLoader):
    """Knows no template that the theme's fingerprint does not cover."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if any(map(is_junk, template.split("/"))):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)

    def list_templates(self) -> list[str]:
        folders = [folder for folder in map(Path, self.searchpath) if folder.is_dir()]
        return sorted({file.relative_to(folder).as_posix() for folder in folders for file in list_theme(folder)})


class Templates(Generator):  # type: ignore[misc]
    """The templates of one theme; the only generator of the newsroom's own flow.

    Attributes:
        print: fingerprint of the theme's files as they were read.
    """

    def __init__(self, settings: Mapping[str, Any], site: SiteView, theme_print: str) -> None:
        folders = {"path": settings["PATH"], "theme": settings["THEME"], "output_path": settings["OUTPUT_PATH"]}
        super().__init__(context={}, settings=settings, **folders)
        self.print = theme_print
        self._site = site
        self._folders = [Path(folder) for folder in self._templates_path]
        self.env.loader = _Loader(self._templates_path)
        self.env.undefined = StrictUndefined
        self.env.autoescape = True
        self.env.auto_reload = False  # each template is read once a build, not looked at whenever it is drawn in

    def render(self, name: str, view: View) -> bytes:
        """Apply a template to a view.

        Args:
            name: under ``theme/templates/``, without ``.html``.

        Raises:
            SiteFault: the template is missing or broken, or asks for what its view does not have.
        """
        try:
            text: str = self.get_template(name).render(site=self._site, view=view)
            return text.encode("utf-8")
        except PelicanTemplateNotFound as error:
            raise SiteFault(f"Giao diện thiếu mẫu trang {name}.html.", "Hãy bổ sung mẫu trang này.") from error
        except TemplateNotFound as error:
            fault = f"Mẫu trang gọi đến mẫu {error.name} không có trong giao diện."
            raise SiteFault(fault, _REMEDY, self._find_place(error, name)) from error
        except TemplateSyntaxError as error:
            place = self._place(Path(error.filename or f"{name}.html"), error.lineno)
            raise SiteFault(f"Mẫu trang sai cú pháp ({error.message}).", _REMEDY, place) from error
        except Exception as error:  # a template may call anything, which may raise anything
            fault = f"Mẫu trang dùng một giá trị không có hoặc không đúng ({describe(error)})."
            raise SiteFault(fault, _REMEDY, self._find_place(error, name)) from error

    def print_closures(self) -> dict[str, str]:
        """Fingerprint of each template together with all that it extends, includes and imports.

        A template that names another only while it is rendered draws in every one.
        """
        sources = {name: self._read_source(name) for name in self.env.list_templates(extensions=["html"])}
        drawn = {name: self._find_drawn(name, text, frozenset(sources)) for name, text in sources.items()}
        return {
            name.removesuffix(".html"): digest("\0".join(sources[n] for n in sorted(_close(name, drawn))).encode())
            for name in sources
        }

    def _read_source(self, name: str) -> str:
        text, _, _ = self.env.loader.get_source(self.env, name)
        return str(text)

    def _find_drawn(self, name: str, text: str, every: frozenset[str]) -> frozenset[str]:
        try:
            named = set(find_referenced_templates(self.env.parse(text)))
        except TemplateSyntaxError:  # rendering it will say so, with its place
            return frozenset()
        return every if None in named else frozenset(filter(None, named)) & every

    def _find_place(self, error: Exception, name: str) -> Place:
        """The innermost line of a template through which the exception passed."""
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if any(Path(frame.filename).is_relative_to(folder) for folder in self._folders):
                return self._place(Path(frame.filename), frame.lineno or 0)
        return self._place(self._folders[-1] / f"{name}.html", 0)

    def _place(self, file: Path, line: int) -> Place:
        theme = Path(self.theme)
        return Place(
            f"{theme.name}/{file.relative_to(theme).as_posix()}" if file.is_relative_to(theme) else file.name, line
        )


def _close(name: str, drawn: Mapping[str, frozenset[str]]) -> set[str]:
    """A template and all that it draws in, directly or not."""
    closed: set[str] = set()
    waiting = [name]
    while waiting:
        if (next_name := waiting.pop()) not in closed:
            closed.add(next_name)
            waiting += drawn[next_name]
    return closed
