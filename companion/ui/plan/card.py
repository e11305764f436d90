"""A filled-in worksheet as a card, to read and to copy."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.domain.times import Clock
from companion.domain.worksheet import Answers, Worksheet, card, filled_fields
from companion.resources import STYLES
from companion.text.plain import one_line
from companion.ui.clipboard import copy
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place

_EMPTY = "Nothing is filled in yet. What you write in the worksheet will stand here, ready to copy."


class CardScreen(PlaceScreen):
    """Labels and answers; copied, it is Markdown."""

    CSS_PATH = [STYLES / "card.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy", id="card.copy"),
        Binding("escape,f3", "back", "Back", id="card.back", key_display="esc"),
    ]

    place = Place.PLAN

    def __init__(self, worksheet: Worksheet, answers: Answers, clock: Clock) -> None:
        super().__init__(clock)
        self._worksheet = worksheet
        self._answers = answers

    def compose_place(self) -> ComposeResult:
        """Title, and what is filled in."""
        with VerticalScroll(id="card"):
            yield Static(self._worksheet.title, id="title", markup=False)
            filled = filled_fields(self._worksheet, self._answers)
            for label, lines in filled:
                yield Static(label, classes="label quiet", markup=False)
                for line in lines:
                    yield Static(one_line(line), classes="line", markup=False)
            if not filled:
                yield Static(_EMPTY, classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the card."""
        self.query_one("#card").focus()

    def action_copy(self) -> None:
        """Copy the card as Markdown."""
        copy(self.app, card(self._worksheet, self._answers))

    def action_back(self) -> None:
        """Go back to the worksheet."""
        self.dismiss()
