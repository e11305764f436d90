"""The log as CSV (RFC 4180), one row an entry: for a spreadsheet."""

import csv
from collections.abc import Iterable
from io import StringIO

from companion.domain.entry import Entry
from companion.domain.times import local
from companion.text.plain import drawable

COLUMNS = tuple(name for name in Entry.__struct_fields__ if name not in ("changed", "machine"))
"""The fields of an entry but for those that are the store's."""

_BETWEEN = "; "
"""Between the values of a field that holds several."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection)."""

_GUARD = "'"


def entries_csv(entries: Iterable[Entry]) -> str:
    """Return the entries as rows under a header; times are local, with their offset.

    A cell that a spreadsheet would take for a formula gets a leading apostrophe.
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([_cell(entry, name) for name in COLUMNS] for entry in entries)
    return text.getvalue()


def _cell(entry: Entry, name: str) -> str:
    if name == "at":
        return local(entry.at).isoformat(timespec="seconds")
    value = getattr(entry, name)
    said = _BETWEEN.join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    words = drawable(said)
    return f"{_GUARD}{words}" if words.startswith(_FORMULA) else words
