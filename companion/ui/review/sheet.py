"""Making the sheet for the therapy hour: which days, which parts, which quotes; then it is shown, then written."""

from dataclasses import replace
from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.review.section import Part
from companion.domain.review.sentences import say_period
from companion.domain.review.sheet import USUAL, Quote, sheet
from companion.domain.times import Clock, local
from companion.resources import STYLES
from companion.ui.bindings import key_of
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.review.looking import Looking
from companion.ui.review.preview import PreviewScreen
from companion.ui.review.quotes import QuotesScreen
from companion.ui.review.stretch import Stretch, ask_stretch
from companion.ui.row_list import RowList
from companion.ui.rows import Row
from companion.ui.tick_list import OPEN, TICKED, TickRows

_ABOUT = _(
    "A page for the hour with a therapist. Persons stand by their initials; nothing goes on it that you do not pick."
)
_DAYS, _QUOTES, _LOOK = _("days of it"), "quotes", "look"


class SheetScreen(PlaceScreen):
    """What goes on the sheet; `v` shows it."""

    CSS_PATH = [STYLES / "review_sheet.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "look", "Look at it", id="sheet.look"),
        Binding("q", "quotes", "Quotes", id="sheet.quotes"),
        Binding("f", "period", "From … to", id="sheet.period"),
        Binding("escape", "back", "Back", id="sheet.back"),
    ]

    place = Place.REVIEW

    def __init__(self, looking: Looking, clock: Clock) -> None:
        super().__init__(clock)
        self._looking = looking
        self._names = msgspec.structs.replace(looking.names, whole=False)
        self._parts = set(USUAL)
        self._quotes: dict[str, Quote] = {}

    def compose_place(self) -> ComposeResult:
        """What it is for, and the rows."""
        yield Static(_ABOUT, id="about", classes="quiet", markup=False)
        yield TickRows(id="choices")

    def on_mount(self) -> None:
        """Start in the rows."""
        self.focus_first()

    def reload(self) -> None:
        """Show what is chosen."""
        self._show()

    def focus_first(self) -> None:
        """Focus the rows."""
        self.query_one(TickRows).focus()

    def _show(self) -> None:
        period = say_period(self._looking.period)
        quotes = _("{number} picked", number=len(self._quotes)) if self._quotes else _("none picked")
        self.query_one(TickRows).show(
            [
                Row(
                    _("Days: {period}", period=period),
                    _DAYS,
                    tail=key_of("sheet.period", "f"),
                ),
                Row(_("Quotes: {quotes}", quotes=quotes), _QUOTES, tail=key_of("sheet.quotes", "q")),
                Row(_("Look at it, and write it"), _LOOK, tail=key_of("sheet.look", "v")),
                Row(""),
                Row(_("Parts")),
                *(Row((TICKED if part in self._parts else OPEN) + part.label, part) for part in Part),
            ]
        )

    @on(RowList.Chosen, "#choices")
    def choose(self, event: RowList.Chosen) -> None:
        """Tick a part, or do what the row says."""
        match event.row.id:
            case "quotes":
                self.action_quotes()
            case "look":
                self.action_look()
            case "days of it":
                self.action_period()
            case str(part):
                self._parts ^= {Part(part)}
                self._show()

    # -- choosing

    def action_period(self) -> None:
        """Choose the days; quotes of other days are let go."""
        ask_stretch(self.app, self._looking.first, self.clock, self._take_stretch)

    def _take_stretch(self, stretch: Stretch) -> None:
        period = stretch.period(local(self.clock()).date())
        self._looking = replace(self._looking, period=period)
        self._quotes = {key: each for key, each in self._quotes.items() if period.since <= each.day <= period.until}
        self._show()

    def action_quotes(self) -> None:
        """Pick quotes by hand."""
        self.app.push_screen(QuotesScreen(self._looking.review, self._names, self._quotes, self.clock))

    def action_look(self) -> None:
        """Show the sheet as it will be."""
        looking = self._looking
        quotes = sorted(self._quotes.values(), key=lambda quote: quote.day)
        titles = looking.titles(*self._parts)
        made = sheet(looking.review, self._parts, quotes, titles, self._names)
        self.app.push_screen(PreviewScreen(made, looking.store.folder, self.clock))

    def action_back(self) -> None:
        """Go back to the review."""
        self.dismiss()
