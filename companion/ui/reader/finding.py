"""Find in a text: a line to type in, the hits on the page, and how many there are."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.text.blocks import Look
from companion.text.hits import Hits
from companion.text.spans import Paint, Spot
from companion.ui.line import Line
from companion.ui.reader.view import Reader

_LAYER = "found"
_FIELD, _COUNT = "find-words", "find-count"
NEXT_HIT = Binding("n", "hit(1)", "Next hit", id="reading.next-hit")
"""Of the screen; where the same key does something else without hits, that screen binds both."""
_LONGEST = 500
"""Characters that are looked for, of all that may be pasted."""


class FindLine(Line):
    """Where the words are typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "To the text", id="find.rest"),
        Binding("down", "screen.hit(1)", "Next hit", id="find.next"),
        Binding("up", "screen.hit(-1)", "Hit before", id="find.before", show=False),
    ]


class FindBar(Horizontal):
    """Shows where words stand in the reader's text while they are typed; the hits stay until it is closed."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(id="find")
        self._reader = reader
        self._hits = Hits("", ())
        self._at = 0
        self._begin = Spot(0, 0)
        self.display = False

    def compose(self) -> ComposeResult:
        """The line and the count."""
        yield Static("/", markup=False, id="find-sign")
        yield FindLine(placeholder=_("find in this text"), id=_FIELD)
        yield Static("", markup=False, id=_COUNT)

    @property
    def is_open(self) -> bool:
        """Whether there are hits to go through, or words for them are being typed."""
        return self.display

    @property
    def has_hits(self) -> bool:
        """Whether the words stand somewhere."""
        return bool(self._hits)

    @property
    def here(self) -> Spot | None:
        """Where the hit begins that is stood on."""
        return self._hits[self._at].start if self._hits else None

    def open(self) -> None:
        """Let words be typed; those of the last time stand there to be typed over."""
        self.display = True
        self._begin = self._reader.top_spot
        field = self.query_one(Input)
        field.focus()
        field.select_all()

    def show_first_of(self, wanted: Iterable[str]) -> None:
        """Show the hits of the first of those words that stand in the text; the text keeps the keys."""
        for words in wanted:
            if hits := Hits(words, self._reader.flow.blocks):
                self.display = True
                self._begin = self._reader.top_spot
                with self.prevent(Input.Changed):
                    self.query_one(Input).value = words
                self._show(hits)
                return

    def close(self) -> None:
        """Take the hits off the page."""
        self.display = False
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self._show(Hits("", ()))
        self._reader.focus()

    @on(Input.Changed)
    def look(self, event: Input.Changed) -> None:
        """Show the hits of what is typed so far."""
        event.stop()
        words = event.value[:_LONGEST].strip()
        self._show(Hits(words, self._reader.flow.blocks if words else ()))

    @on(Input.Submitted)
    def rest(self, event: Input.Submitted) -> None:
        """Go back into the text; the hits stay."""
        event.stop()
        self._reader.focus()

    def step(self, step: int) -> None:
        """Go to the next hit or the one before; after the last comes the first."""
        self._at += step
        self._go()

    def _go(self) -> None:
        """Bring the hit that is stood on into view and say which one it is."""
        words = self.query_one(Input).value.strip()
        count = ""
        if self._hits:
            self._at %= len(self._hits)
            count = _("{number} of {hits}", number=self._at + 1, hits=len(self._hits))
            self._reader.reveal(self._hits[self._at].start)
        elif words:
            count = _("nowhere in this text")
        self.query_one(f"#{_COUNT}", Static).update(count, layout=False)
        self._reader.paint(_LAYER, self._on_block if self._hits else ())

    def _show(self, hits: Hits) -> None:
        """Show hits, and go to the first one from where one began to look."""
        self._hits = hits
        self._at = hits.from_(self._begin)
        self._go()
        self.refresh_bindings()

    def _on_block(self, block: int) -> Iterator[Paint]:
        for number, hit in self._hits.on(block):
            yield Paint(hit, Look.FOUND_HERE if number == self._at else Look.FOUND)
