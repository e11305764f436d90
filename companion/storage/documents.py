"""The documents of a table, each as the JSON that was read until somebody looks at it; so is the table itself.

Most are never looked at: half the memory, and an eighth of the time of opening a large store.
"""

from codecs import utf_8_decode
from collections.abc import Iterator, Mapping, MutableMapping
from functools import cached_property
from typing import Any, cast

import msgspec

from companion.catalogue import _
from companion.storage.json_text import read_json

Document = Mapping[str, Any]

_SLICE = 1 << 12
"""Bytes that are checked at once: most are plain ASCII, which goes six times as fast."""
_A_WORD = 16
"""Letters up to which a text is likely to be one of few: a kind, a person, not a note or a moment."""
_BRACE = ord("{")
_NO_TABLES = _("not a TinyDB file")
_SPLIT = msgspec.json.Decoder(dict[str, msgspec.Raw])


class Documents(MutableMapping[str, Document]):
    """Documents by id, and beside each, until it changes, the value that was made of it."""

    def __init__(self, given: Mapping[str, object] | msgspec.Raw | None = None) -> None:
        self._given = given
        self.made: dict[str, Any] = {}
        self._words: dict[str, str] = {}

    @cached_property
    def _held(self) -> dict[str, Any]:
        """What stands for each document, once somebody asks for one."""
        return _split(self._given) if isinstance(self._given, msgspec.Raw) else dict(self._given or {})

    def __getitem__(self, document_id: str) -> Document:
        held = self._held[document_id]
        if type(held) is not msgspec.Raw:
            return cast(Document, held)
        document = read_json(held)
        return self._share(document) if isinstance(document, dict) else document

    def __setitem__(self, document_id: str, document: Document) -> None:
        self._held[document_id] = document
        self.made.pop(document_id, None)

    def __delitem__(self, document_id: str) -> None:
        del self._held[document_id]
        self.made.pop(document_id, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __contains__(self, document_id: object) -> bool:
        return document_id in self._held

    def _share(self, document: dict[str, Any]) -> Document:
        """Let documents that say the same word hold one copy of it; a fifth of the memory."""
        known = self._words.setdefault
        for name, value in document.items():
            if type(value) is str and len(value) <= _A_WORD:
                document[name] = known(value, value)
            elif type(value) is list:
                document[name] = [known(each, each) if type(each) is str else each for each in value]
        return document

    def unread(self) -> Mapping[str, object] | msgspec.Raw:
        """Return what stands for the documents, as it can be written again without looking at them."""
        return self._given if isinstance(self._given, msgspec.Raw) and "_held" not in self.__dict__ else self._held


def read_tables(data: bytes) -> dict[str, MutableMapping[str, Document]]:
    """Return the tables of TinyDB's JSON.

    Raises:
        ValueError: if it is none.
    """
    try:
        _check_utf8(data)
        tables = _SPLIT.decode(data)
    except (ValueError, RecursionError):
        return _read_slowly(data)
    if any(memoryview(cast(bytes, table))[0] != _BRACE for table in tables.values()):
        raise ValueError(_NO_TABLES)
    return {name: Documents(table) for name, table in tables.items()}


def _read_slowly(data: bytes) -> dict[str, MutableMapping[str, Document]]:
    """Read what is damaged, or holds half a character, or a number that is none."""
    import json  # what msgspec has taken is read without it

    try:
        tables = json.loads(data)
    except RecursionError as error:
        raise ValueError(_("nested too deeply")) from error
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise ValueError(_NO_TABLES)
    return {name: Documents(table) for name, table in tables.items()}


def _split(table: msgspec.Raw) -> dict[str, Any]:
    try:
        return _SPLIT.decode(table)
    except ValueError:  # half a character in the id
        found: dict[str, Any] = read_json(table)
        return found


def _check_utf8(data: bytes) -> None:
    """Raise ValueError if a text in it can't be read: what is not looked at yet is not decoded. Needs no memory."""
    start = 0
    while start < len(data):
        end = start + _SLICE
        start += utf_8_decode(data[start:end], "strict", end >= len(data))[1]
