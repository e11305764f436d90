"""Recognising a file that somebody wants to import, and what it would change here."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from companion.catalogue import _
from companion.storage.errors import StoreError
from companion.storage.exchange.daylio import is_daylio, read_daylio
from companion.storage.exchange.jrnl import is_jrnl, read_jrnl
from companion.storage.exchange.own import is_export, read_export
from companion.storage.exchange.rows import Bad, Rows
from companion.storage.tables import Tables

AGE = (b"age-encryption.org/v1", b"-----BEGIN AGE ENCRYPTED FILE-----")
"""What a file begins with that age encrypted."""

_UNKNOWN = _(
    "This is nothing that can be imported. Companion reads its own export (companion export), jrnl’s JSON "
    "(jrnl --format json) and Daylio’s CSV."
)
_DATA_FILE = _("This is a data file and no export. Join it with: companion merge FILE")


@dataclass
class Incoming:
    """What a file holds: records of our own, or rows of another journal."""

    tables: Tables = field(default_factory=dict)
    rows: Rows | None = None
    bad: list[Bad] = field(default_factory=list)

    @property
    def source(self) -> str:
        """Whose file it is."""
        return _("{source}’s export", source=self.rows.source) if self.rows else _("an export of Companion")


def read_bytes(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        StoreError: if it can't be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise StoreError(
            _("{path} can't be read ({reason}). Name another file.", path=path, reason=error.strerror)
        ) from error


def is_encrypted(data: bytes) -> bool:
    """Return whether it has to be opened with a passphrase first."""
    return data.lstrip().startswith(AGE)


def recognise(data: bytes) -> Incoming:
    """Return what the bytes of a file hold.

    Raises:
        ValueError: if it is none of the formats that are read, or damaged.
        StoreError: if a newer Companion wrote it.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(
            _("It is not text in UTF-8 (byte {start:,}). {unknown}", start=error.start, unknown=_UNKNOWN)
        ) from None
    if not text.lstrip().startswith(("{", "[")):
        if not is_daylio(text):
            raise ValueError(_UNKNOWN)
        rows = read_daylio(text)
        return Incoming(rows=rows, bad=rows.bad)
    document = _decode(text)
    if is_export(document):
        tables, bad = read_export(text, document)
        return Incoming(tables, bad=bad)
    if is_jrnl(document):
        rows = read_jrnl(text, document)
        return Incoming(rows=rows, bad=rows.bad)
    raise ValueError(_DATA_FILE if "meta" in document or "entries" in document else _UNKNOWN)


def _decode(text: str) -> Mapping[str, object]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(
            _("It is damaged on line {line}: {problem}. Nothing was imported.", line=error.lineno, problem=error.msg)
        ) from None
    except (RecursionError, ValueError):
        raise ValueError(_UNKNOWN) from None
    return document if isinstance(document, dict) else {}
