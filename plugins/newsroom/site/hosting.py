"""Ready-made files for whoever runs the web server: redirects and headers, for nginx and for hosts of static pages.

``docs/hosting.md`` says how to use them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from urllib.parse import quote

from newsroom.model import News
from newsroom.site.addresses import SEARCH
from newsroom.site.headers import ALWAYS, FOREVER, FRESH, LASTING, LASTING_PARTS, POLICY, SEARCH_POLICY
from newsroom.site.old_addresses import OldAddress, list_moved, list_old_addresses
from newsroom.views import Bundle, BytesOutput, Output, TemplateOutput

Moved = tuple[OldAddress, str]
"""An old address and the present one."""


def plan_hosting(news: News, pages: Iterable[Output | Bundle]) -> Iterator[BytesOutput | Bundle]:
    """``_redirects`` and ``_headers`` (Netlify, Cloudflare Pages), ``nginx/http.conf`` and ``nginx/server.conf``.

    Args:
        pages: everything else that is planned.
    """
    lines = "\n".join(repr((story.address, *story.head.aliases)) for story in list_moved(news))
    yield Bundle("may-chu", lines, partial(_plan_moved, news, lines))
    yield BytesOutput("_headers", partial(write_headers, list_places(pages)))
    yield BytesOutput("nginx/server.conf", write_nginx_server)


def _plan_moved(news: News, lines: str) -> Iterator[BytesOutput]:
    moved = tuple(list_old_addresses(news))
    yield BytesOutput("_redirects", partial(write_redirects, moved), (lines,))
    yield BytesOutput("nginx/http.conf", partial(write_nginx_maps, moved), (lines,))


def list_places(planned: Iterable[Output | Bundle]) -> tuple[str, ...]:
    """Patterns that cover every page but the search page and pages at old addresses, sorted."""
    planned = tuple(planned)
    paths = (o.path for o in planned if isinstance(o, TemplateOutput) and o.template != "redirect")
    places = {f"/{head}/*" if slash else f"/{head}" for head, slash, _ in (path.partition("/") for path in paths)}
    places |= {f"/{place}/*" for each in planned if isinstance(each, Bundle) for place in each.places}
    return tuple(sorted((places | {"/"}) - {"/index.html", f"{SEARCH}*"}))


# ── Hosts of static pages ────────────────────────────────────────────────────


def write_redirects(moved: Iterable[Moved]) -> bytes:
    """A line for each old address; where a host knows no queries it passes over such a line."""
    lines = []
    for old, new in moved:
        query = " ".join(quote(pair, safe="=") for pair in old.query.split("&")) if old.query else ""
        lines.append(" ".join(filter(None, (quote(old.path), query, new, "301"))))
    return _joined(lines)


def write_headers(places: Iterable[str]) -> bytes:
    """Rules for ``_headers``.

    Hosts add up the rules that match, and of two policies both hold; so the
    strict one is given place by place, and the search page gets only its own.
    """
    rules: list[tuple[str, tuple[tuple[str, str], ...]]] = [("/*", ALWAYS)]
    rules += [(place, (("Content-Security-Policy", POLICY),)) for place in places]
    rules += [(f"{SEARCH}*", (("Content-Security-Policy", SEARCH_POLICY),))]
    rules += [(f"{folder}*", (("Cache-Control", FOREVER),)) for folder in (*LASTING, *LASTING_PARTS)]
    return _joined(line for place, said in rules for line in (place, *(f"  {name}: {value}" for name, value in said)))


# ── nginx ────────────────────────────────────────────────────────────────────


def write_nginx_maps(moved: Iterable[Moved]) -> bytes:
    """Maps for nginx's ``http`` block: each takes the one before as its default; strings ignore case."""
    paths, queries, arguments = [], [], []
    for old, new in moved:
        if old.argument:
            arguments.append((old.argument[0].lower(), f"{old.path}?{old.argument[1]}", new))
        elif old.query:
            queries.append((f"{old.path}?{old.query}", new))
        else:
            bare = old.path.rstrip("/")
            paths += [(bare, new), (f"{bare}/", new)]
    maps = [("$uri", paths), ("$uri?$args", queries)]
    arguments.sort(key=lambda entry: entry[0])
    for name, found in groupby(arguments, key=lambda entry: entry[0]):
        maps.append((f"$uri?$arg_{name}", [entry[1:] for entry in found]))
    lines = ["map_hash_max_size 65536;", "map_hash_bucket_size 512;"]
    before = '""'
    for number, (source, entries) in enumerate(maps):
        name = "$newsroom_new" if number == len(maps) - 1 else f"$newsroom_{number}"
        lines += _write_map(f'"{source}"', name, before, [(f'"{key}"', f'"{value}"') for key, value in entries])
        before = name
    lasting = "|".join((*LASTING, *LASTING_PARTS)).replace(":part", r"\d+")
    kept = f'"~^(?:{lasting})"'
    lines += _write_map("$uri", "$newsroom_cache", f'"{FRESH}"', [(kept, f'"{FOREVER}"')])
    lines += _write_map("$uri", "$newsroom_policy", f'"{POLICY}"', [(f'"~^{SEARCH}"', f'"{SEARCH_POLICY}"')])
    return _joined(lines)


def write_nginx_server() -> bytes:
    """Lines for nginx's ``server`` block."""
    return _joined(
        (
            "charset utf-8;",
            "absolute_redirect off;",
            "error_page 404 /404.html;",
            'if ($newsroom_new != "") { return 301 $newsroom_new; }',
            "location ^~ /nginx/ { return 404; }",
            "location = /_headers { return 404; }",
            "location = /_redirects { return 404; }",
            *(f'add_header {name} "{value}" always;' for name, value in ALWAYS),
            "add_header Content-Security-Policy $newsroom_policy always;",
            "add_header Cache-Control $newsroom_cache;",
        )
    )


def _write_map(source: str, name: str, default: str, entries: list[tuple[str, str]]) -> Iterator[str]:
    yield f"map {source} {name} {{"
    yield f"    default {default};"
    first: dict[str, str] = {}
    for key, value in entries:
        # nginx takes no key twice, and letter case makes no other key.
        first.setdefault(key.casefold(), f"    {key} {value};")
    yield from first.values()
    yield "}"


def _joined(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
