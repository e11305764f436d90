"""What every screen with a text shares: find, and where the keys lead."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from companion.domain.times import Clock
from companion.ui.place_screen import PlaceScreen
from companion.ui.reader.finding import FindBar
from companion.ui.reader.view import Reader


class ReadingScreen(PlaceScreen):
    """A text and what one can do with it while reading."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "Find", id="reading.find", key_display="/"),
        Binding("n", "hit(1)", "Next hit", id="reading.next-hit"),
        Binding("N", "hit(-1)", "Hit before", id="reading.hit-before", show=False),
        Binding("escape", "back", "Back", id="reading.back"),
    ]

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.reader = Reader(id="text")
        self.finding = FindBar(self.reader)

    def compose_place(self) -> ComposeResult:
        """The text, and below it what is said of it and the line to find words in."""
        yield self.reader
        yield from self.compose_foot()
        yield self.finding

    def compose_foot(self) -> Iterator[Widget]:
        """Yield what is said below the text."""
        yield from ()

    def focus_first(self) -> None:
        """Focus the text."""
        self.reader.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go through hits only while there are some."""
        return action != "hit" or self.finding.has_hits

    def action_find(self) -> None:
        """Find words in the text."""
        self.finding.open()

    def action_hit(self, step: int) -> None:
        """Go to the next hit, or to the one before."""
        self.finding.action_step(step)

    def action_back(self) -> None:
        """Close what is open over the text; then go back to where it was opened."""
        if self.finding.is_open:
            self.finding.close()
        else:
            self.leave()

    def action_leave_field(self) -> None:
        """Leave the line in which words are typed; that closes it."""
        self.action_back()

    def leave(self) -> None:
        """Go back to where the text was opened."""
        self.dismiss()
