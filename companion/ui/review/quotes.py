"""Picking what is quoted on a sheet, by hand: words of the other person, and notes of one's own."""

from collections.abc import Mapping
from typing import ClassVar, overload

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.day_names import short_month
from companion.domain.entry import newest_first
from companion.domain.person import Names
from companion.domain.review.behind import looked_at
from companion.domain.review.look_back import Review
from companion.domain.review.sentences import count
from companion.domain.review.sheet import AS_WRITTEN, Quote, quotes_of
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.text.sheet_markdown import who_said
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import LazyRows, Row
from companion.ui.tick_list import OPEN, TICKED, TickRows

_NONE = _("No entry of these days has words to quote.")


class _QuoteRows(LazyRows):
    """A row for each quote that can be picked."""

    def __init__(self, offered: Mapping[str, Quote], picked: Mapping[str, Quote], *, is_narrow: bool) -> None:
        self._is_narrow = is_narrow
        self._keys = list(offered)
        self._offered = offered
        self._picked = picked

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        keys = self._keys[at]
        return self._row(keys) if isinstance(keys, str) else list(map(self._row, keys))

    def number_of(self, row_id: str) -> int | None:
        """Return the number of a quote."""
        return self._keys.index(row_id) if row_id in self._offered else None

    def _row(self, key: str) -> Row:
        quote = self._offered[key]
        words = f"“{quote.words}”" if quote.is_theirs else quote.words
        return Row((TICKED if key in self._picked else OPEN) + words, key, tail=self._said(quote))

    def _said(self, quote: Quote) -> str:
        """Return from when the words are, and where there is room, whose."""
        return f"{quote.day.day} {short_month(quote.day)}" if self._is_narrow else who_said(quote)


class QuotesScreen(PlaceScreen):
    """Everything of the period that has words, newest first."""

    CSS_PATH = [STYLES / "quotes.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Done", id="quotes.done")]

    place = Place.REVIEW

    def __init__(self, review: Review, names: Names, picked: dict[str, Quote], clock: Clock) -> None:
        """Make the screen.

        Args:
            review: Whose entries are offered.
            names: Says what persons are called.
            picked: What is picked, by its key; it changes with every tick.
            clock: Tells the time.
        """
        super().__init__(clock)
        self._offered = {
            f"{entry.id} {number}": quote
            for entry in newest_first(list(looked_at(review)))
            for number, quote in enumerate(quotes_of(entry, names))
        }
        self._picked = picked

    def compose_place(self) -> ComposeResult:
        """How many are picked, and the rows."""
        yield Static("", id="about", classes="quiet", markup=False)
        yield TickRows()

    def on_mount(self) -> None:
        """Start at the newest."""
        self._show()
        self.focus_first()

    def on_resize(self) -> None:
        """Say more or less of each."""
        self._show()

    def focus_first(self) -> None:
        """Focus the rows."""
        self.query_one(TickRows).focus()

    def _show(self) -> None:
        said = (
            _(
                "{count} picked. {as_written} esc when done.",
                count=count(len(self._picked), "quote"),
                as_written=AS_WRITTEN,
            )
            if self._offered
            else _NONE
        )
        self.query_one("#about", Static).update(said)
        self.query_one(TickRows).show(_QuoteRows(self._offered, self._picked, is_narrow=self.has_class("-narrow")))

    @on(RowList.Chosen)
    def pick(self, event: RowList.Chosen) -> None:
        """Pick a quote, or let it go."""
        key = event.row.id or ""
        if self._picked.pop(key, None) is None:
            self._picked[key] = self._offered[key]
        self._show()

    def action_back(self) -> None:
        """Go back with what is picked."""
        self.dismiss()
