"""jrnl's JSON export (`jrnl --format json`): {"tags": {…}, "entries": [{title, body, date, time, tags, starred} …]}."""

import json
import re
from collections.abc import Mapping
from datetime import datetime

import msgspec

from companion.catalogue import _
from companion.domain.foreign import ForeignRow
from companion.domain.times import check_moment, utc
from companion.storage.exchange.rows import Bad, Rows, reason

NAME = "jrnl"
_STARRED = "starred"
_ENTRIES = re.compile(r'"entries"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


class _Noted(msgspec.Struct):
    """An entry as jrnl writes it; a journal of Day One has more fields, which say nothing of the moment."""

    date: str
    title: str = ""
    body: str = ""
    time: str = "00:00"
    tags: tuple[str, ...] = ()
    starred: bool = False


def is_jrnl(document: object) -> bool:
    """Return whether a JSON document looks like jrnl's: a whole journal, or one of its files of an entry each."""
    if not isinstance(document, Mapping):
        return False
    return isinstance(document.get("entries"), list) or {"title", "body", "date"} <= document.keys()


def read_jrnl(text: str, document: Mapping[str, object]) -> Rows:
    """Return the rows of a jrnl export and what could not be read.

    Args:
        text: The file, for the lines.
        document: What it holds.
    """
    entries = document.get("entries", [document])
    assert isinstance(entries, list)  # noqa: S101 (is_jrnl)
    found = Rows(NAME)
    for line, entry in zip(_lines(text, len(entries)), entries, strict=True):
        try:
            found.rows.append(_row(line, msgspec.convert(entry, _Noted)))
        except ValueError as error:  # msgspec's among them
            found.bad.append(Bad(line, reason(error)))
    return found


def _row(line: int, noted: _Noted) -> ForeignRow:
    try:
        at = utc(datetime.strptime(f"{noted.date} {noted.time}", "%Y-%m-%d %H:%M").astimezone())
        check_moment(at)
    except (ValueError, OverflowError):
        raise ValueError(_("“{date} {time}” is not a time", date=noted.date, time=noted.time)) from None
    text = "\n".join(part.strip() for part in (noted.title, noted.body) if part.strip())
    if not text:
        raise ValueError(_("it holds no words"))
    tags = tuple(dict.fromkeys(tag for tag in noted.tags if tag.strip()))
    return ForeignRow(
        source=NAME,
        line=line,
        at=at,
        text=text,
        tags=(*tags, _STARRED) if noted.starred else tags,
        content=(noted.date, noted.time, noted.title, noted.body),
    )


def _lines(text: str, count: int) -> list[int]:
    """Return the line on which each entry begins; 1 for all if they can't be told apart."""
    found = _ENTRIES.search(text)
    lines: list[int] = []
    end = found.end() if found else 0
    line, counted = 1, 0
    while found and len(lines) < count:
        begin = _BETWEEN.match(text, end).end()  # type: ignore[union-attr]  # it matches nothing, too
        line, counted = line + text.count("\n", counted, begin), begin
        lines.append(line)
        try:
            end = json.JSONDecoder().raw_decode(text, begin)[1]
        except ValueError:
            break
    return lines if len(lines) == count else [1] * count
