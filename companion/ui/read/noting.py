"""Writing the note on a highlight."""

from contextlib import suppress

from msgspec.structs import replace
from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.highlight import Highlight
from companion.domain.times import Clock
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.storage.unkept import Words
from companion.ui.bindings import key_of
from companion.ui.line import Line
from companion.ui.place_screen import PlaceScreen
from companion.ui.said import Said
from companion.ui.unkept_dialog import UnkeptDialog

_NOTE = "note"
_TITLE = _("Your note on these words")
_WHY = _("what they mean to you, or who should hear them")


class WriteNote(UnkeptDialog):
    """A line that waits on the disk until it is kept. A highlight that was made for it goes with it on leaving."""

    AUTO_FOCUS = "Line"

    def __init__(self, store: Store, clock: Clock, highlight: Highlight, *, is_new: bool = False) -> None:
        """Ask for the note.

        Args:
            store: Where the highlight is kept, and what is typed.
            clock: Tells when it was typed.
            highlight: As it is kept now.
            is_new: Whether it was made for this note.
        """
        super().__init__(
            store,
            clock,
            f"note:{highlight.id}",
            {_NOTE: highlight.note},
            _("{note} on it", note=key_of("select.note", "e")),
        )
        self._highlight = highlight
        self._is_new = is_new

    def compose_question(self) -> ComposeResult:
        """Title, the line, all of its words where they are longer than it, what is wrong."""
        yield Static(_TITLE, classes="dialog-title", markup=False)
        yield self.about()
        yield Line(str(self.start[_NOTE]), _WHY)
        yield Said(classes="whole")
        yield Said(classes="problem")

    @property
    def typed(self) -> Words:
        """The note."""
        return {_NOTE: self.query_one(Line).words}

    def put(self, words: Words) -> None:
        """Show that note."""
        self.query_one(Line).value = str(words[_NOTE])

    @on(Input.Changed)
    def follow(self, event: Input.Changed) -> None:
        """Show words that are longer than the line whole; take the sentence about earlier ones away."""
        is_long = cell_len(event.value) > event.input.size.width > 0
        self.query_one(".whole", Said).say(event.value if is_long else "")
        self._say_problem("")

    def _say_problem(self, words: str) -> None:
        self.query_one(".problem", Said).say(words)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Keep the note and close, or say why not and go on holding it."""
        noted = replace(self._highlight, note=self.query_one(Line).words.strip())
        try:
            if self._store.highlights.edit(self._highlight, noted) is None:
                self._store.highlights.keep(noted)  # taken away in another window meanwhile: the note is not lost
        except (ValueError, StoreError) as error:
            self._say_problem(str(error))
        else:
            self._is_new = False
            self.leave(noted.id)

    def keep_unkept(self) -> bool:
        """Put what is typed on the disk; of a highlight that was made for a note nobody began, nothing is left."""
        if self._is_new and not self.query_one(Line).words:
            with suppress(StoreError):
                self._store.highlights.forget(self._highlight.id)
        return super().keep_unkept()

    def action_back(self) -> None:
        """Leave; what is typed waits, unless the highlight was made for it: then nothing is left of either."""
        if self._is_new:
            try:
                self._store.highlights.forget(self._highlight.id)
            except StoreError as error:
                self._say_problem(str(error))
                return
            self.put(self._before)
        super().action_back()


def ask_note(screen: PlaceScreen, store: Store, highlight: Highlight, *, is_new: bool = False) -> None:
    """Ask for a note over a screen, which shows the marks anew when it is shown again.

    Args:
        screen: Over which it is asked.
        store: Where the highlight is kept.
        highlight: As it is kept now.
        is_new: Whether it was made for this note, and goes if none is written.
    """
    screen.app.push_screen(WriteNote(store, screen.clock, highlight, is_new=is_new))
