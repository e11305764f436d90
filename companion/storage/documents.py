"""The documents of a table, each as the JSON that was read until somebody looks at it.

Most are never looked at: half the memory, and a quarter of the time of opening a large store.
"""

import json
from codecs import getincrementaldecoder
from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any, cast

import msgspec

Document = Mapping[str, Any]

_SLICE = 1 << 16
_A_WORD = 16
"""Letters up to which a text is likely to be one of few: a kind, a person, not a note or a moment."""
_READ = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])


class Documents(MutableMapping[str, Document]):
    """Documents by id, and beside each, until it changes, the value that was made of it."""

    def __init__(self, held: Mapping[str, object] | None = None) -> None:
        self._held: dict[str, Any] = dict(held or {})
        self.made: dict[str, Any] = {}
        self._words: dict[str, str] = {}

    def __getitem__(self, document_id: str) -> Document:
        held = self._held[document_id]
        if type(held) is not msgspec.Raw:
            return cast(Document, held)
        document = _looked_at(held)
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

    def unread(self) -> Mapping[str, object]:
        """Return what stands for each document, as it can be written again without looking at it."""
        return self._held


def read_tables(data: bytes) -> dict[str, MutableMapping[str, Document]]:
    """Return the tables of TinyDB's JSON.

    Raises:
        ValueError: if it is none.
    """
    try:
        _check_utf8(data)
        return {name: Documents(table) for name, table in _READ.decode(data).items()}
    except (ValueError, RecursionError):
        return _read_slowly(data)


def _read_slowly(data: bytes) -> dict[str, MutableMapping[str, Document]]:
    """Read what is damaged, or holds half a character, or a number that is none."""
    try:
        tables = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise ValueError("not a TinyDB file")
    return {name: Documents(table) for name, table in tables.items()}


def _check_utf8(data: bytes) -> None:
    """Raise ValueError if a text in it can't be read: what is not looked at yet is not decoded. Needs no memory."""
    decode = getincrementaldecoder("utf-8")().decode
    for start in range(0, len(data), _SLICE):
        decode(data[start : start + _SLICE])
    decode(b"", True)


def _looked_at(held: msgspec.Raw) -> Any:
    try:
        return msgspec.json.decode(held)
    except msgspec.DecodeError:  # a number too large for it
        return json.loads(bytes(held))
