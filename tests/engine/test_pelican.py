"""What the engine leans on in Pelican 4.12, some of it private: a new version must be looked at."""

from __future__ import annotations

import inspect
from typing import Any

import pelican
import pytest
from pelican import generators, settings, signals

from tests.sites import Site


def parameters(function: Any) -> list[str]:
    return list(inspect.signature(function).parameters)


def test_the_signatures_of_pelican_are_those_the_engine_was_written_for() -> None:
    assert pelican.__version__.startswith("4.12.")
    assert parameters(pelican.Pelican.__init__) == ["self", "settings"]
    assert parameters(pelican.Pelican.init_plugins) == parameters(pelican.Pelican.run) == ["self"]
    assert parameters(settings.read_settings) == ["path", "override"]
    assert parameters(generators.Generator.__init__) == [
        *("self", "context", "settings", "path", "theme", "output_path", "readers_cache_name", "kwargs"),
    ]
    assert parameters(generators.Generator.get_template) == ["self", "name"]
    assert "self._templates_path" in inspect.getsource(generators.Generator.__init__)


def test_pelican_asks_for_plugins_and_sends_initialized_while_it_is_made() -> None:
    source = inspect.getsource(pelican.Pelican.__init__)
    assert source.index("self.init_plugins()") < source.index("signals.initialized.send(self)")
    assert signals.initialized.name == "pelican_initialized"


def test_pelicans_main_lets_a_refusal_pass_through_without_a_traceback() -> None:
    source = inspect.getsource(pelican.main)
    assert "except Exception as e:" in source
    assert "except BaseException" not in source
    assert "SystemExit" not in source


def test_a_handler_that_raises_is_a_fault_of_the_site(site: Site) -> None:
    def burst(sender: object) -> None:
        raise KeyError("khóa")

    with signals.initialized.connected_to(burst):
        assert site.refuse() == ["Một phần mở rộng gây lỗi khi khởi động (KeyError: 'khóa'). Hãy sửa PLUGINS."]


def test_plain_pelican_ends_with_status_1_when_refused(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("output", "của tôi")
    with pytest.raises(SystemExit) as ended:
        site.open().run()
    assert ended.value.code == 1
    assert capsys.readouterr() == (
        "",
        "output là một tệp, không phải thư mục xuất bản. Hãy đổi tên hoặc dời tệp đó đi.\n"
        "Chưa dựng được trang: 1 lỗi. Bản đã có trước đó vẫn giữ nguyên.\n",
    )
