"""One entry behind a figure, to read and to change."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.domain.content import Link
from companion.domain.entry import FIELDS, Entry, Fill
from companion.domain.person import Names
from companion.domain.times import Clock, local, say_weekday
from companion.domain.vocabulary import Vocabulary, Word
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.plain import drawable, one_line
from companion.ui.messages import Follow
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place

_HEADED = ("note", "at", "answers")
"""Fields that are said elsewhere than in the list."""


class EntryWords(VerticalScroll):
    """When it was, its words, and the rest of it."""

    def __init__(self, entry: Entry, vocabulary: Vocabulary, names: Names, clock: Clock) -> None:
        super().__init__()
        self._entry = entry
        self._vocabulary = vocabulary
        self._names = names
        self._clock = clock

    def compose(self) -> ComposeResult:
        """A line for the day, the words, and a line for each field that says something."""
        at = local(self._entry.at)
        yield Static(f"{say_weekday(at.date(), local(self._clock()).date())}, {at:%H:%M}", id="title", markup=False)
        if note := drawable(self._entry.note).strip():
            yield Static(note, classes="words", markup=False)
        for label, words in entry_lines(self._entry, self._vocabulary, self._names):
            yield Static(f"{label}: {one_line(words)}", classes="line", markup=False)

    def show(self, entry: Entry) -> None:
        """Show it as it is now."""
        if entry != self._entry:
            self._entry = entry
            self.refresh(recompose=True)


class EntryScreen(PlaceScreen):
    """One entry, all of it; `e` changes it."""

    CSS_PATH = [STYLES / "entry.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit", id="entry.edit"),
        Binding("escape,enter", "back", "Back", key_display="esc", id="entry.left"),
    ]

    place = Place.REVIEW

    def __init__(self, entry: Entry, store: Store, library: Library, names: Names, clock: Clock) -> None:
        super().__init__(clock)
        self._entry = entry
        self._store = store
        self._vocabulary = library.vocabulary
        self._names = names

    def compose_place(self) -> ComposeResult:
        """The entry."""
        yield EntryWords(self._entry, self._vocabulary, self._names, self.clock)

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the words."""
        self.query_one(EntryWords).focus()

    def reload(self) -> None:
        """Show it as it is kept now; leave it if it is gone."""
        entry = self._store.entries.get(self._entry.id)
        if entry is None:
            self.dismiss()
        else:
            self.query_one(EntryWords).show(entry)

    def action_edit(self) -> None:
        """Change it in the log's form."""
        self.post_message(Follow(Link("log", self._entry.id)))

    def action_back(self) -> None:
        """Go back to the list."""
        self.dismiss()


def entry_lines(entry: Entry, vocabulary: Vocabulary, names: Names) -> Iterator[tuple[str, str]]:
    """Yield the label and the words of each field that says something, besides the note."""
    for field in FIELDS:
        values = () if field.name in _HEADED else field.values(entry)
        if field.name == "person":
            values = (names.say(entry.person),) if entry.person else ()
        if values:
            known = vocabulary.listed(field) if field.fill is Fill.CHOICE else ()
            labels = [word for word in known if isinstance(word, Word)]
            yield field.label, ", ".join(vocabulary.label(labels, value) for value in values)
