"""Selecting in a text with keys: a line that says how much, and the keys that change it."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from companion.catalogue import _, ngettext
from companion.domain.highlight import Quote
from companion.text.blocks import Look
from companion.text.plain import drawable
from companion.text.selecting import By, Selecting, first_block
from companion.text.spans import Paint, Span, Spot
from companion.ui.clipboard import copy
from companion.ui.reader.marked import MarkedReader

_LAYER = "selected"
_SELECTING = "-selecting"
_START_MOVES = _("the start moves")


class SelectBar(Static, can_focus=True):
    """What is selected in the reader's text: at first a sentence, from which one goes on by sentences and words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter,ctrl+c", "copy", "Copy", key_display="y", id="select.copy"),
        Binding("h", "highlight(False)", "Highlight", id="select.highlight"),
        Binding("e", "highlight(True)", "Note", id="select.note"),
        Binding("h", "say_why_not", "Highlight", id="select.highlight", show=False, system=True),
        Binding("e", "say_why_not", "Note", id="select.note", show=False, system=True),
        Binding("escape,v", "close", "Leave", key_display="esc", id="select.leave"),
        Binding("down", "sentence(1)", "Sentence", key_display="↑↓", id="select.next"),
        Binding("up", "sentence(-1)", "Sentence before", show=False, id="select.before"),
        Binding("right,w,ctrl+right", "step('word', 1)", "Words", key_display="←→", id="select.word"),
        Binding("left,b,ctrl+left", "step('word', -1)", "Word less", show=False, id="select.word-less"),
        Binding("p", "grow('paragraph')", "Paragraph", id="select.paragraph"),
        Binding("tab", "other_end", "Other end", id="select.other-end"),
        Binding("s", "grow('sentence')", "Whole sentences", show=False, id="select.sentences"),
        Binding("shift+right", "step('character', 1)", "Character more", show=False, id="select.character"),
        Binding("shift+left", "step('character', -1)", "Character less", show=False, id="select.character-less"),
        Binding("shift+down", "step('sentence', 1)", "Sentence more", show=False, id="select.sentence"),
        Binding("shift+up", "step('sentence', -1)", "Sentence less", show=False, id="select.sentence-less"),
        Binding("pagedown,space", "page(1)", "Page down", id="select.page-down", show=False, system=True),
        Binding("pageup,shift+space", "page(-1)", "Page up", id="select.page-up", show=False, system=True),
        Binding("home", "edge(-1)", "First sentence", id="select.first", show=False, system=True),
        Binding("end", "edge(1)", "Last sentence", id="select.last", show=False, system=True),
    ]

    class Wanted(Message):
        """The selected words are to be highlighted."""

        def __init__(self, quote: Quote, span: Span, with_note: bool) -> None:
            super().__init__()
            self.quote = quote
            self.span = span
            self.with_note = with_note

    def __init__(self, reader: MarkedReader) -> None:
        super().__init__("", id="selected", markup=False)
        self._reader = reader
        self._selecting: Selecting | None = None
        self.about: Callable[[Span], str] = lambda _: ""
        """Says what is known of a stretch."""
        self.may_mark: Callable[[], bool] = lambda: True
        """Says whether what is marked here is kept."""
        self.before = 0
        """Source lines that stand before the text proper."""
        self.display = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to mark only where marks are kept."""
        match action:
            case "highlight":
                return self.may_mark()
            case "say_why_not":
                return not self.may_mark()
            case _:
                return True

    @property
    def is_open(self) -> bool:
        """Whether something is selected."""
        return self._selecting is not None

    @property
    def first(self) -> Spot:
        """Where the text proper begins, below its title and what is said of it."""
        return Spot(first_block(self._reader.flow.blocks, self.before), 0)

    def begin(self, spot: Spot | None) -> None:
        """Select the sentence at a spot, else the first one of the text proper that begins on the screen."""
        if selecting := self._open():
            if spot is None:
                selecting.take_first_below(selecting.running.at(max(self.first, self._reader.top_spot)))
            else:
                selecting.take_sentence(selecting.running.at(spot))
            self._show()

    def take(self, span: Span) -> None:
        """Select a stretch."""
        if selecting := self._selecting or self._open():
            selecting.take(*map(selecting.running.at, span))
            self._show(is_seen=True)

    def stand_on(self, span: Span) -> None:
        """Select a stretch and bring it into view."""
        self.take(span)
        self._reader.reveal(span.start)

    def close(self) -> None:
        """Select nothing any more."""
        self._selecting = None
        self._stand(False)
        self._reader.paint(_LAYER, ())
        self._reader.focus()
        self.refresh_bindings()

    def _open(self) -> Selecting | None:
        selecting = Selecting(self._reader.flow.blocks)
        if not selecting.running.text.strip():
            return None
        self._selecting = selecting
        self._stand(True)
        self.focus()
        self.refresh_bindings()
        return selecting

    def _stand(self, is_there: bool) -> None:
        """Show the line, or take it away; with it the keys are shown, also where there is only the text."""
        self.display = is_there
        self.screen.set_class(is_there, _SELECTING)

    def _show(self, *, is_seen: bool = False) -> None:
        """Show what is selected, and say how much."""
        if self._selecting is None:
            return
        span, count = self._selecting.span, len(self._selecting.words.split())
        self._reader.paint(_LAYER, [Paint(span, Look.SELECTED)])
        if not is_seen:
            self._reader.reveal(self._selecting.moving)
        said = (
            ngettext("{n:,} word", "{n:,} words", count),
            _START_MOVES * self._selecting.moves_start,
            self.about(span),
        )
        self.update(drawable(" · ".join(filter(None, said))))

    # -- what the keys do

    def action_sentence(self, step: int) -> None:
        """Select the next sentence, or the one before."""
        if self._selecting:
            self._selecting.next_sentence(step)
            self._show()

    def action_step(self, by: str, step: int) -> None:
        """Move the end that moves."""
        if self._selecting:
            self._selecting.step(By(by), step)
            self._show()

    def action_grow(self, to: str) -> None:
        """Grow to whole sentences, or to whole paragraphs."""
        if self._selecting:
            if to == By.SENTENCE:
                self._selecting.whole_sentences()
            else:
                self._selecting.whole_paragraphs()
            self._show()

    def action_other_end(self) -> None:
        """Let the other end move from now on."""
        if self._selecting:
            self._selecting.moves_start = not self._selecting.moves_start
            self._show()

    def action_page(self, step: int) -> None:
        """Go on by a screenful, and select the first sentence there."""
        self._reader.action_page(step)
        self.begin(None)

    def action_edge(self, step: int) -> None:
        """Select the first sentence, or the last."""
        if self._selecting:
            running = self._selecting.running
            self._selecting.take_sentence(running.at(self.first) if step < 0 else len(running.text))
            self._show()

    def action_copy(self) -> None:
        """Copy the words as the author wrote them, a line for each paragraph."""
        if self._selecting:
            copy(self.app, self._selecting.words)
            self.close()

    def action_highlight(self, with_note: bool) -> None:
        """Ask for a highlight."""
        if selecting := self._selecting:
            quote = selecting.running.quote(selecting.start, selecting.end)
            self.post_message(self.Wanted(quote, selecting.span, with_note))

    def action_say_why_not(self) -> None:
        """Let it be said why nothing can be marked."""
        self.action_highlight(False)

    def action_close(self) -> None:
        """Leave."""
        self.close()
