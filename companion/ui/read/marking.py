"""A screen with a text in which one can mark: highlights, notes on them, bookmarks."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from companion.catalogue import _
from companion.domain.bookmark import Bookmark, first_words
from companion.domain.highlight import Highlight
from companion.domain.times import Clock
from companion.storage.library import Library
from companion.storage.marks import all_marks
from companion.storage.store import Store
from companion.text.blocks import Look
from companion.text.marks import Placed, highlight_on, placed
from companion.text.spans import Paint, Span, Spot
from companion.text.whole import Whole
from companion.ui.bindings import key_of
from companion.ui.locked import MARKS, say_locked
from companion.ui.read.marks import MarksScreen
from companion.ui.read.noting import ask_note
from companion.ui.reader.manner import Manner
from companion.ui.reader.selecting import SelectBar
from companion.ui.reading_screen import ReadingScreen

_LAYER = "highlights"
_NO_TRACE = _("Nothing of reading this is kept, so no marks either. With {select}, {copy} copies words.")
_HIGHLIGHTED = _("Highlighted. {marks} lists the marks of this text.")
_ALREADY = _("These words are highlighted. {note} writes a note on them, {marks} lists the marks of this text.")
_NOT_TEXT = _("Only the text itself can be highlighted. {copy} copies these words.")
_HERE = "highlighted"
_LONG = 100_000
"""Characters of a text whose marks are drawn when it has been laid out, not at once."""
_LATER = 0.5


def _say_keys(sentence: str) -> str:
    """Return one of these sentences with the keys that hold now."""
    return _(
        sentence,
        select=key_of("reading.select", "v"),
        copy=key_of("select.copy", "y"),
        note=key_of("select.note", "e"),
        marks=key_of("article.marks", "apostrophe"),
    )


class MarkingScreen(ReadingScreen):
    """Shows what was marked in the text, and marks; of some texts, and while it is locked, nothing is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "bookmark", "Bookmark", id="article.bookmark", show=False),
        Binding("apostrophe", "marks", "Marks", id="article.marks", key_display="'", show=False),
    ]

    def __init__(self, store: Store, library: Library, clock: Clock, manner: Manner | None = None) -> None:
        super().__init__(store, clock, manner)
        self._library = library
        self._marked, self._is_long = "", False
        self._placed: list[Placed] = []
        self._wanted = ""
        self.selecting.about = self._note_on
        self.selecting.may_mark = lambda: self._keeps_marks

    # -- what is shown

    def show_marks(self, whole: Whole, go_to: str = "") -> None:
        """Show the marks of a text once its first lines are drawn.

        Args:
            whole: The text.
            go_to: The id of a mark to go to.
        """
        self._marked = str(whole.link) if whole.link and whole.is_remembered else ""
        self._is_long = len(whole.text) > _LONG
        self.selecting.before = whole.before
        self._placed, self._wanted = [], go_to
        if self.selecting.is_open:
            self.selecting.close()
        self.reader.mark_edges(())
        self.call_after_refresh(self.draw_marks)

    def draw_marks(self) -> None:
        """Draw what is marked now, and go to the mark that is wanted."""
        marks = [mark for mark in all_marks(self._store) if mark.link == self._marked]
        if marks and self._is_long and not self.reader.flow.is_whole:
            self.set_timer(_LATER, self.draw_marks)  # it can be read before all of it is laid out
            return
        self._placed = placed(marks, self.reader.flow.blocks) if marks else []
        spans = [each.span for each in self._placed if each.highlight and each.span]
        self.reader.paint(_LAYER, [Paint(span, Look.HIGHLIGHT) for span in spans])
        self.reader.mark_edges(each.span.start.block for each in self._placed if not each.highlight and each.span)
        wanted, self._wanted = self._wanted, ""
        found = next((each for each in self._placed if each.mark.id == wanted), None)
        if found and found.span and found.highlight:
            self.selecting.stand_on(found.span)
        elif found and found.span:
            self.reader.go_to_block(found.span.start.block)

    def reload(self) -> None:
        """Show the marks as they are now."""
        self.draw_marks()

    def _note_on(self, span: Span) -> str:
        highlight = highlight_on(self._placed, span)
        return "" if highlight is None else _("your note: {note}", note=highlight.note) if highlight.note else _HERE

    def stand_on(self, spot: Spot) -> None:
        """Stand on a highlight that was clicked."""
        highlight = highlight_on(self._placed, Span(spot, spot._replace(at=spot.at + 1)))
        span = next((each.span for each in self._placed if each.mark is highlight), None)
        if span:
            self.selecting.stand_on(span)

    # -- marking

    @property
    def _keeps_marks(self) -> bool:
        return bool(self._marked) and not self._store.is_locked

    def _may_mark(self) -> bool:
        """Return whether marks are kept here; else say why not."""
        if not self._marked:
            self.notify(_say_keys(_NO_TRACE), markup=False)
        elif self._store.is_locked:
            self.notify(say_locked(MARKS), markup=False)
        return self._keeps_marks

    @on(SelectBar.Wanted)
    def highlight(self, message: SelectBar.Wanted) -> None:
        """Highlight what is selected, or note something on what is highlighted there."""
        if not self._may_mark():
            return
        there = highlight_on(self._placed, message.span)
        is_new = there is None
        if there is None:
            if message.span.start < self.selecting.first:
                self.notify(_say_keys(_NOT_TEXT), markup=False)
                return
            words, before, after = message.quote
            new = Highlight(link=self._marked, words=words, before=before, after=after, made_at=self.clock())
            if not self.did(lambda: self._store.highlights.keep(new)):
                return
            there = self._store.highlights.get(new.id)
            self.draw_marks()
            if not message.with_note:
                self.notify(_say_keys(_HIGHLIGHTED), markup=False, timeout=3)
        elif not message.with_note:
            self.notify(_say_keys(_ALREADY), markup=False)
            return
        self.selecting.close()
        if message.with_note and there:
            ask_note(self, self._store, there, is_new=is_new)

    def action_bookmark(self) -> None:
        """Mark the paragraph at the top, or take its bookmark away."""
        if not self._may_mark():
            return
        blocks, top = self.reader.flow.blocks, self.reader.top_spot.block
        block = next((number for number in range(top, len(blocks)) if first_words(blocks[number].words)), None)
        if block is None:
            return
        there = [
            each.mark for each in self._placed if not each.highlight and each.span and each.span.start.block == block
        ]
        words, key = first_words(blocks[block].words), key_of("article.bookmark", "m")
        if there:
            done = self.did(lambda: [self._store.bookmarks.forget(mark.id) for mark in there])
            said = _("Bookmark taken away. {bookmark} sets it again.", bookmark=key)
        else:
            bookmark = Bookmark(link=self._marked, words=words, made_at=self.clock())
            done = self.did(lambda: self._store.bookmarks.keep(bookmark))
            said = _("Bookmarked: “{words}”. {bookmark} takes it away.", words=words, bookmark=key)
        if done:
            self.draw_marks()
            self.notify(said, markup=False, timeout=3)

    def action_marks(self) -> None:
        """List what is marked in this text."""
        if self._may_mark():
            screen = MarksScreen(self._store, self._library, self.clock, self._marked, self._want)
            self.app.push_screen(screen)

    def _want(self, mark_id: str) -> None:
        """Go to a mark, once the list has been left."""
        self._wanted = mark_id
