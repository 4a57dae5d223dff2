"""Fingerprints: by which the engine sees that what an output is made from has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newsroom.engine.codec import write_json

DIGEST_BYTES = 16


def digest(data: bytes) -> str:
    """Hex digest of bytes (BLAKE2b, RFC 7693)."""
    return hashlib.blake2b(data, digest_size=DIGEST_BYTES).hexdigest()


def digest_file(file: Path) -> str:
    """Hex digest of a file's bytes, as :func:`digest` gives it.

    Raises:
        OSError: it cannot be read.
    """
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, lambda: hashlib.blake2b(digest_size=DIGEST_BYTES)).hexdigest()


def print_text(text: str) -> str:
    """Fingerprint of a text."""
    return digest(text.encode("utf-8", "surrogatepass"))


def print_inputs(inputs: tuple[object, ...]) -> str:
    """Fingerprint of an output's ``made_from``; the same in every process, whatever its hash seed."""
    return print_text(_ENCODE(inputs))


def print_value(value: Any) -> str:
    """Fingerprint of a frozen value, such as a view."""
    return print_text(write_json(value))


def print_files(files: Iterable[tuple[str, Path]]) -> str:
    """Fingerprint of files and their names, in the given order.

    Raises:
        OSError: one cannot be read.
    """
    whole = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for name, file in files:
        with open(file, "rb", buffering=0) as opened:  # hundreds of files, all small
            own = digest(opened.read())
        whole.update(f"{name}\0{own}\0".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode
