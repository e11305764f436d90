"""One entry behind a figure, to read."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.domain.entry import FIELDS, Entry, Fill
from companion.domain.person import say_persons
from companion.domain.times import Clock, local, say_weekday
from companion.domain.vocabulary import Vocabulary, Word
from companion.resources import STYLES
from companion.text.plain import drawable, one_line
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place

_HEADED = ("note", "at", "answers")
"""Fields that are said elsewhere than in the list."""


class EntryScreen(PlaceScreen):
    """One entry, all of it."""

    CSS_PATH = [STYLES / "entry.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "back", "Back", key_display="esc", id="entry.left")
    ]

    place = Place.REVIEW

    def __init__(self, entry: Entry, vocabulary: Vocabulary, clock: Clock, *, whole: bool) -> None:
        super().__init__(clock)
        self._entry = entry
        self._vocabulary = vocabulary
        self._whole = whole

    def compose_place(self) -> ComposeResult:
        """When it was, its words, and the rest of it."""
        at = local(self._entry.at)
        with VerticalScroll(id="entry"):
            yield Static(f"{say_weekday(at.date(), local(self.clock()).date())}, {at:%H:%M}", id="title", markup=False)
            if note := drawable(self._entry.note).strip():
                yield Static(note, classes="words", markup=False)
            for label, words in entry_lines(self._entry, self._vocabulary, whole=self._whole):
                yield Static(f"{label}: {one_line(words)}", classes="line", markup=False)

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the words."""
        self.query_one("#entry").focus()

    def action_back(self) -> None:
        """Go back to the list."""
        self.dismiss()


def entry_lines(entry: Entry, vocabulary: Vocabulary, *, whole: bool) -> Iterator[tuple[str, str]]:
    """Yield the label and the words of each field that says something, besides the note."""
    for field in FIELDS:
        values = () if field.name in _HEADED else field.values(entry)
        if field.name == "person":
            values = (say_persons(entry.person, whole=whole),) if entry.person else ()
        if values:
            known = vocabulary.listed(field) if field.fill is Fill.CHOICE else ()
            labels = [word for word in known if isinstance(word, Word)]
            yield field.label, ", ".join(vocabulary.label(labels, value) for value in values)
