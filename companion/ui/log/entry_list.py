"""The list of entries: rows to move over, open, and tick."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from companion.domain.entry import Entry
from companion.domain.log import say_entry
from companion.domain.person import INITIALS, Names
from companion.domain.vocabulary import Vocabulary
from companion.ui.row_list import RowList
from companion.ui.rows import Row, number_of
from companion.ui.tick_list import OPEN, TICKED


class EntryList(RowList, inherit_bindings=False):
    """Entries by day or by thread; `space` ticks one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", id="rows.up", show=False, system=True),
        Binding("down", "step(1)", "Down", id="rows.down", show=False, system=True),
        Binding("pageup", "page(-1)", "Page up", id="rows.page-up", show=False, system=True),
        Binding("pagedown", "page(1)", "Page down", id="rows.page-down", show=False, system=True),
        Binding("home", "edge(-1)", "First", id="rows.first", show=False, system=True),
        Binding("end", "edge(1)", "Last", id="rows.last", show=False, system=True),
        Binding("enter", "choose", "Edit", id="log.choose", show=False, system=True),
    ]

    class Ticked(Message):
        """Other entries are ticked now."""

    def __init__(self, vocabulary: Vocabulary, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.names = INITIALS
        """Says what persons are called; set before rows are shown."""
        self._vocabulary = vocabulary
        self._said: dict[str, tuple[Entry, Names, str]] = {}
        self._ticked: dict[str, None] = {}

    # -- rows

    def row_of(self, entry: Entry, before: str, behind: str) -> Row:
        """Return the row of an entry; what it says is put in words once for as long as the entry is the same value."""
        known = self._said.get(entry.id)
        if known is None or known[0] is not entry or known[1] != self.names:
            said = say_entry(entry, self._vocabulary, self.names)
            known = self._said[entry.id] = (entry, self.names, said)
        box = "" if not self._ticked else TICKED if entry.id in self._ticked else OPEN
        return Row(known[2], entry.id, lead=box + before, tail=behind)

    def show(self, rows: Sequence[Row], at: str | None = None) -> None:
        """Show other rows; what is not among them is not ticked any more."""
        super().show(rows, at)
        gone = [each for each in self._ticked if number_of(rows, each) is None]
        self._untick(gone)

    def let_go(self) -> None:
        """Forget every word that was shown."""
        self._said.clear()
        self.show([])

    # -- ticking

    @property
    def ticked(self) -> list[str]:
        """The ids of the entries that are ticked, in the order in which they were."""
        return list(self._ticked)

    @property
    def meant(self) -> list[str]:
        """The ids of the entries that a key is about: those that are ticked, else the one under the cursor."""
        return self.ticked or [row.id for row in (self.chosen,) if row and row.id]

    def action_tick(self) -> None:
        """Tick or untick the entry under the cursor, and go on to the next."""
        row = self.chosen
        if row is None or row.id is None:
            return
        if row.id in self._ticked:
            self._untick([row.id])
        else:
            self._ticked[row.id] = None
            self._draw_ticks()
        self.action_step(1)

    def untick(self) -> None:
        """Untick all."""
        self._untick(self.ticked)

    def _untick(self, ids: Sequence[str]) -> None:
        for each in ids:
            del self._ticked[each]
        if ids:
            self._draw_ticks()

    def _draw_ticks(self) -> None:
        self._lay_out()
        self.post_message(self.Ticked())
