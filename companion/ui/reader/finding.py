"""Find in a text: a line to type in, the hits on the page, and how many there are."""

from bisect import bisect_left
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from companion.text.blocks import Look
from companion.text.spans import Paint, Span, find
from companion.ui.line import Line
from companion.ui.reader.view import Reader

_LAYER = "found"
_FIELD, _COUNT = "find-words", "find-count"


class FindBar(Horizontal):
    """Shows where words stand in the reader's text while they are typed; the hits stay until it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "Next", show=False),
        Binding("up", "step(-1)", "One before", show=False),
    ]

    def __init__(self, reader: Reader) -> None:
        super().__init__(id="find")
        self._reader = reader
        self._hits: list[Span] = []
        self._at = 0
        self.display = False

    def compose(self) -> ComposeResult:
        """The line and the count."""
        yield Static("/", markup=False, id="find-sign")
        yield Line(placeholder="find in this text", id=_FIELD)
        yield Static("", markup=False, id=_COUNT)

    @property
    def is_open(self) -> bool:
        """Whether there are hits to go through, or words for them are being typed."""
        return self.display

    @property
    def has_hits(self) -> bool:
        """Whether the words stand somewhere."""
        return bool(self._hits)

    def open(self) -> None:
        """Let words be typed; those of the last time stand there to be typed over."""
        self.display = True
        field = self.query_one(Input)
        field.focus()
        field.select_all()

    def close(self) -> None:
        """Take the hits off the page."""
        self.display = False
        self._show([])
        self.query_one(Input).value = ""
        self._reader.focus()

    @on(Input.Changed)
    def look(self, event: Input.Changed) -> None:
        """Show the hits of what is typed so far and go to the first one from here on."""
        event.stop()
        hits = find(event.value, self._reader.flow.blocks)
        self._at = bisect_left([hit.start for hit in hits], self._reader.top_spot)
        self._show(hits)
        self._go()

    @on(Input.Submitted)
    def rest(self, event: Input.Submitted) -> None:
        """Go back into the text; the hits stay."""
        event.stop()
        self._reader.focus()

    def action_step(self, step: int) -> None:
        """Go to the next hit or the one before; after the last comes the first."""
        self._at += step
        self._go()

    def _go(self) -> None:
        """Bring the hit that is stood on into view and say which one it is."""
        words = self.query_one(Input).value.strip()
        count = ""
        if self._hits:
            self._at %= len(self._hits)
            count = f"{self._at + 1} of {len(self._hits)}"
            self._reader.reveal(self._hits[self._at].start)
        elif words:
            count = "nowhere in this text"
        self.query_one(f"#{_COUNT}", Static).update(count)
        self._paint()

    def _show(self, hits: list[Span]) -> None:
        self._hits = hits
        self._paint()
        self.refresh_bindings()

    def _paint(self) -> None:
        here = self._at % len(self._hits) if self._hits else -1
        self._reader.paint(
            _LAYER,
            (Paint(hit, Look.FOUND_HERE if number == here else Look.FOUND) for number, hit in enumerate(self._hits)),
        )
