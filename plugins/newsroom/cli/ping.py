"""``newsroom ping``: tell the WebSub hub which feeds have changed, so that subscribers hear of it at once.

Whatever goes wrong here is told and no more: the site is published already,
and readers find the change without a hub, only later.
Protocol: https://www.w3.org/TR/websub/ (§6; the form is that of PubSubHubbub 0.4, which hubs understand).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from pathlib import Path

from newsroom.engine import Reporter
from newsroom.engine.prints import digest_file
from newsroom.settings import Settings

RECORD = "da-bao.json"
"""In the cache: which bytes of which feed each hub has been told of; losing it costs a few messages."""

PATIENCE = 10.0
"""Seconds to wait for the hub's answer."""

_FEEDS = ("rss.xml", "atom.xml", "feed.json", "*/rss.xml", "*/*/rss.xml")
"""Feeds one subscribes to, in the output folder; archives are not among them (RFC 5005)."""


def ping(settings: Settings, reporter: Reporter) -> None:
    """Tell the hub of every feed in the output folder that it has not been told of."""
    record = settings.cache / RECORD
    told = _read_record(record, settings.hub)
    feeds = dict(_list_feeds(settings))
    changed = {address: digest for address, digest in feeds.items() if told.get(address) != digest}
    done = _tell(settings.hub, changed, reporter)
    known = {address: digest for address, digest in (told | done).items() if address in feeds}
    try:
        record.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"hub": settings.hub, "told": known}, indent=1)
        record.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reporter.warn(f"Không ghi được {record.name} ({error.strerror}); lần sau sẽ báo lại các bản tin này.")
    if done:
        reporter.say(f"Đã báo cho trạm phát tin: {len(done)} bản tin RSS có thay đổi.")


def _list_feeds(settings: Settings) -> Iterator[tuple[str, str]]:
    """Address and digest of every feed, in the order of paths."""
    for file in sorted({file for pattern in _FEEDS for file in settings.output.glob(pattern)}):
        digest = digest_file(file)
        yield f"{settings.address}/{file.relative_to(settings.output).as_posix()}", digest


def _tell(hub: str, changed: Mapping[str, str], reporter: Reporter) -> dict[str, str]:
    """Send one message for each feed; gives those the hub took.  After a failure the rest waits for the next time."""
    done: dict[str, str] = {}
    try:
        import httpx
    except ImportError:
        reporter.warn("Chưa cài httpx nên chưa báo cho trạm phát tin được. Hãy cài bằng lệnh: pip install httpx")
        return done
    try:
        with httpx.Client(timeout=PATIENCE) as client:
            for address, digest in changed.items():
                answer = client.post(hub, data={"hub.mode": "publish", "hub.url": address})
                if answer.status_code >= HTTPStatus.MULTIPLE_CHOICES:
                    fault = f"Trạm phát tin {hub} từ chối {address} (mã {answer.status_code})."
                    reporter.warn(f"{fault} Trang tin vẫn được xuất bản; lần sau sẽ báo lại.")
                    break
                done[address] = digest
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        reason = str(error) or type(error).__name__
        reporter.warn(f"Không báo được cho trạm phát tin {hub} ({reason}). Trang tin vẫn được xuất bản.")
    return done


def _read_record(record: Path, hub: str) -> dict[str, str]:
    """What this hub has been told; nothing where the record is lost, damaged or another hub's."""
    try:
        found = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    told = found.get("told") if isinstance(found, dict) and found.get("hub") == hub else None
    return told if isinstance(told, dict) else {}
