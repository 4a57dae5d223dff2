"""TEMPLATES → WHAT THEY READ besides ``view`` and ``site``, in branches that no page has taken too.

A page follows from its view and its template only as long as the template asks nothing
else: no value of the environment, and no filter or test that has a mind of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, defaults, filters, nodes, tests
from jinja2.meta import find_undeclared_variables

UNSTEADY = frozenset({"random", "lipsum", "pprint", "attr"})
"""Of Jinja's own: what may give another value for the same, or reach what is no value at all."""


def find_strays(env: Environment, folder: str) -> Iterator[str]:
    """Vietnamese sentences, one for each thing that a template reads and no fingerprint covers.

    Args:
        folder: of the templates, as the office knows it.
    """
    bare = env.overlay()
    bare.globals = {}  # names of these would pass for declared
    for name in sorted(env.list_templates(extensions=["html"])):
        source, _, _ = env.loader.get_source(env, name) if env.loader else ("", None, None)
        try:
            tree = bare.parse(source)
        except TemplateSyntaxError:  # rendering it says so, with its place
            continue
        for line, stray in sorted(set(_list_strays(env, tree))):
            yield f"{folder}/{name}, dòng {line}: mẫu trang dùng {stray}, không chỉ những gì view và site cho biết."
    for extension in sorted(env.extensions):
        yield f"{folder}: môi trường mẫu trang có phần mở rộng {extension}, không soi được."


def _list_strays(env: Environment, tree: nodes.Template) -> Iterator[tuple[int, str]]:
    asked = find_undeclared_variables(tree)
    for node in tree.find_all((nodes.Name, nodes.Filter, nodes.Test, nodes.Getattr, nodes.Getitem)):
        match node:
            case nodes.Name(name=name) if name in asked and name in env.globals:
                if not _is_jinjas(name, env.globals[name], defaults.DEFAULT_NAMESPACE):
                    yield node.lineno, f"giá trị “{name}”"
            case nodes.Filter(name=name) if not _is_jinjas(name, env.filters.get(name), filters.FILTERS):
                yield node.lineno, f"bộ lọc “{name}”"
            case nodes.Test(name=name) if not _is_jinjas(name, env.tests.get(name), tests.TESTS):
                yield node.lineno, f"phép thử “{name}”"
            case nodes.Getattr(attr=str(name)) | nodes.Getitem(arg=nodes.Const(value=str(name))):
                if name.startswith("_"):
                    yield node.lineno, f"thuộc tính “{name}”"


def _is_jinjas(name: str, found: object, own: Mapping[str, object]) -> bool:
    return name not in UNSTEADY and found is own.get(name)
