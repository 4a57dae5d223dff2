"""Documents kept aside between reading and rendering."""

from __future__ import annotations

import os
from multiprocessing import get_context
from pathlib import Path

import pytest

from newsroom.engine.kept import Kept, pack
from newsroom.model import Document, Paragraph


def write_document(text: str) -> Document:
    return Document((Paragraph((text,)),))


def test_a_document_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "cache")
    kept.put("a.md", pack(write_document("Một")))
    kept.put("b.md", pack(write_document("Hai")))
    found = [kept.find(source) for source in ("a.md", "b.md", "c.md")]
    assert found == [write_document("Một"), write_document("Hai"), None]


def test_the_later_of_two_with_one_name_is_found(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.put("a.md", pack(write_document("Một")))
    kept.put("a.md", pack(write_document("Hai")))
    assert kept.find("a.md") == write_document("Hai")


def test_processes_that_share_the_file_find_their_own(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    names = [str(number) for number in range(500)]
    for name in names:
        kept.put(name, pack(write_document(name * 9)))
    fork = get_context("fork")
    answers = fork.SimpleQueue()
    readers = [fork.Process(target=lambda: answers.put([kept.find(n) for n in names])) for _ in range(3)]
    for reader in readers:
        reader.start()
    found = [answers.get() for _ in readers]
    for reader in readers:
        reader.join()
    assert found == [[write_document(name * 9) for name in names]] * 3


def test_the_file_has_no_name_and_ends_with_what_holds_it(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.put("a.md", pack(write_document("Một")))
    descriptor = kept._file.fileno()
    assert list(tmp_path.iterdir()) == []
    del kept
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(descriptor)
