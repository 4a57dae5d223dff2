"""COMMAND → exit status: each of the office's commands, on the site of its settings file."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsroom import check
from newsroom.cli.words import Build, Check, Command, Ping, Serve, Verify, Why
from newsroom.engine import DONE, REFUSED, NewsroomPelican, Reporter, run_at_edge
from newsroom.engine.foreign import fenced
from newsroom.engine.verify import FOLDER, aside, compare
from newsroom.errors import SiteFault


def run(command: Command, reporter: Reporter) -> int:
    """Run a command; gives its exit status, whatever happens."""
    match command:
        case Verify():
            return run_verify(command, reporter)
        case Why():
            return run_why(command, reporter)
        case Build():
            return run_build(command, reporter)
        case Check():
            return run_check(command, reporter)
        case Serve():
            from newsroom.cli.serve import serve  # brings the watcher and the server, which others need not load

            return serve(command, reporter)
        case Ping():
            return run_ping(command, reporter)


def run_build(command: Build, reporter: Reporter) -> int:
    """Build the site into its output folder."""
    return run_on_site(command, _settings_of(command), reporter, lambda site: site.publish(reporter, command.chatty))


def run_verify(command: Verify, reporter: Reporter) -> int:
    """Build the site anew in a place of its own, and compare; any difference, or undeclared read, gives status 1."""

    def verify(site: NewsroomPelican) -> int:
        settings = site.ready_settings()
        clean = settings.cache / FOLDER
        with aside(clean, settings.cache):
            values = {**_settings_of(command), "OUTPUT_PATH": str(clean)}
            open_site(command, values).build(reporter)
            differences = list(compare(clean, settings.output))
        for sentence in differences:
            reporter.warn(sentence)
        if differences:
            reporter.warn(f"{settings.output.name}/ khác bản dựng sạch ở {len(differences)} tệp: hãy dựng lại.")
        else:
            reporter.say(f"{settings.output.name}/ giống hệt bản dựng sạch, từng byte một.")
        sound = _audit(site, reporter) if command.audit else True
        return REFUSED if differences or not sound else DONE

    return run_on_site(command, _settings_of(command), reporter, verify)


def _audit(site: NewsroomPelican, reporter: Reporter) -> bool:
    """Say what pages show without declaring it; whether there is no such thing."""
    strays = site.audit(reporter)
    for sentence in strays:
        reporter.warn(sentence)
    if strays:
        reporter.warn(f"Có {len(strays)} chỗ đọc dữ liệu chưa khai báo: xin báo cho người phụ trách kỹ thuật.")
    else:
        reporter.say("Mọi trang chỉ trình bày những gì nó đã khai báo.")
    return not strays


def run_why(command: Why, reporter: Reporter) -> int:
    """Tell why an output was last made."""

    from newsroom.engine.why import explain_output

    def tell(site: NewsroomPelican) -> int:
        for sentence in explain_output(command.file, site.ready_settings()):
            reporter.say(sentence)
        return DONE

    return run_on_site(command, {}, reporter, tell)


def _settings_of(command: Build) -> dict[str, Any]:
    """Settings that the words of a build put in place of those in the file."""
    asked = {"NEWSROOM_STRICT": command.strict, "NEWSROOM_INDEX": command.index}
    values: dict[str, Any] = {name: True for name, wanted in asked.items() if wanted}
    if command.output:
        values["OUTPUT_PATH"] = str(command.output.absolute())
    return values


def run_check(command: Check, reporter: Reporter) -> int:
    """Check every story, drafts too; errors give status 1."""

    def look(site: NewsroomPelican) -> int:
        stories = site.check(reporter).stories
        write = check.write_json if command.json else check.write_report
        reporter.say(write(stories).rstrip("\n"))
        return REFUSED if any(story.errors for story in stories) else DONE

    return run_on_site(command, {"NEWSROOM_DRAFTS": True}, reporter, look)


def run_ping(command: Ping, reporter: Reporter) -> int:
    """Tell the hub, where there is one; a hub that does not answer fails nothing."""

    from newsroom.cli.ping import ping  # brings what speaks to other hosts, which no build does

    def tell(site: NewsroomPelican) -> int:
        settings = site.ready_settings()
        if settings.hub:
            ping(settings, reporter)
        return DONE

    return run_on_site(command, {}, reporter, tell)


def run_on_site(
    command: Command, values: dict[str, Any], reporter: Reporter, work: Callable[[NewsroomPelican], int]
) -> int:
    """Read the settings and work on their site.

    Args:
        values: settings that take the place of those in the file.
        work: gives the exit status.
    """
    opened: list[NewsroomPelican] = []

    def work_on_site() -> int:
        opened.append(open_site(command, values))
        return work(opened[0])

    return run_at_edge(work_on_site, reporter, lambda: opened[0].cache if opened else None)


def open_site(command: Command, values: dict[str, Any]) -> NewsroomPelican:
    """The site of a settings file.

    Raises:
        SiteFault: there is no such file, or it cannot be used.
    """
    file = command.settings.absolute()
    if not file.is_file():
        raise SiteFault(
            f"Không thấy tệp cài đặt {command.settings}.",
            "Hãy chạy lệnh trong thư mục của trang tin, hoặc chỉ rõ tệp bằng --settings.",
        )
    if command.now:
        values = {**values, "NEWSROOM_NOW": command.now}
    settings = _read_settings(file, values)
    kind = settings["PELICAN_CLASS"]
    if not (isinstance(kind, type) and issubclass(kind, NewsroomPelican)):
        raise SiteFault("Tệp cài đặt phải có dòng PELICAN_CLASS = NewsroomPelican.", "Hãy xem pelicanconf.py mẫu.")
    return kind(settings)


def _read_settings(file: Path, values: dict[str, Any]) -> dict[str, Any]:
    from pelican.settings import read_settings

    # What Pelican has to say of its own features concerns nobody here.
    logging.getLogger("pelican").setLevel(logging.CRITICAL + 1)
    with fenced("Tệp cài đặt không dùng được", "Hãy sửa lại tệp rồi chạy lại.", file=file):
        settings: dict[str, Any] = read_settings(str(file), override=dict(values))
    return settings
