"""The entries as a list by day."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType

from companion.domain.entry import Entry
from companion.domain.log import NO_KIND, by_day, say_entry
from companion.domain.times import local, say_weekday
from companion.domain.vocabulary import Vocabulary
from companion.ui.row_list import RowList
from companion.ui.rows import Row

ALL_KINDS = "all"
"""The id of the row that stands for every kind."""


class EntryList(RowList, inherit_bindings=False):
    """The entries under their days; `k` is left to the kinds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("home", "edge(-1)", "First", show=False),
        Binding("end", "edge(1)", "Last", show=False),
        Binding("enter", "choose", "Edit", show=False),
    ]

    def __init__(self, vocabulary: Vocabulary, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._vocabulary = vocabulary
        self._made: dict[str, tuple[Entry, Row]] = {}

    def show_entries(self, entries: Sequence[Entry], today: date, at: str | None = None) -> None:
        """Show entries, newest first, the cursor on the one with that id, else where it was."""
        rows: list[Row] = []
        for day, noted in by_day(entries):
            if rows:
                rows.append(Row(""))
            rows.append(Row(say_weekday(day, today)))
            rows.extend(map(self._row, noted))
        self.show(rows, at)

    def _row(self, entry: Entry) -> Row:
        """Return the row of an entry, made once for as long as the entry is the same value."""
        made = self._made.get(entry.id)
        if made is None or made[0] is not entry:
            said = say_entry(entry, self._vocabulary)
            made = (entry, Row(said, entry.id, lead=f"{local(entry.at):%H:%M}"))
            self._made[entry.id] = made
        return made[1]


def kind_rows(entries: Iterable[Entry], vocabulary: Vocabulary) -> list[Row]:
    """Return a row for every kind that the entries hold, with how many there are."""
    counts = Counter(entry.kind or NO_KIND for entry in entries)
    order = [kind.id for kind in vocabulary.kinds if kind.id in counts]
    order += sorted(kind for kind in counts if kind not in order and kind != NO_KIND)
    if NO_KIND in counts:
        order.append(NO_KIND)
    every = Row("All kinds", ALL_KINDS, tail=f"{counts.total():,}")
    return [every, *(Row(vocabulary.kind_label(kind), f"={kind}", tail=f"{counts[kind]:,}") for kind in order)]


def kind_of_row(row_id: str) -> str | None:
    """Return the kind that a row of `kind_rows` stands for; None for all."""
    return None if row_id == ALL_KINDS else row_id.removeprefix("=")
