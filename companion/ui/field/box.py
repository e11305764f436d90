"""One field: its label, its help, its editor, and what is wrong beside it."""

from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from companion.catalogue import _
from companion.domain.field import Field, FieldKind
from companion.ui.choice import Choice
from companion.ui.field.dated_rows import DatedRows
from companion.ui.field.editors import Editor, Editors, said
from companion.ui.row_list import RowList
from companion.ui.tick_list import TickList

_CHECKED_WHEN_LEFT = (FieldKind.LENGTH, FieldKind.DATE, FieldKind.CLOCK, FieldKind.PEOPLE)

Read = Callable[[Field, str], str]
"""Returns an answer as it is kept, or raises ValueError with a sentence."""


class FieldBox(Vertical):
    """A field and the answer that stands in it."""

    class Changed(Message):
        """Something was typed or chosen."""

    def __init__(self, field: Field, kept: str, typed: str | None, editors: Editors, read: Read) -> None:
        """Make the box.

        Args:
            field: What it takes.
            kept: The answer on the disk.
            typed: What was typed and not kept yet; None if nothing was.
            editors: Makes the editor.
            read: Reads what stands in it.
        """
        super().__init__()
        self.field = field
        self._kept = kept
        self._read = read
        self.editor: Editor = editors.make(field, kept)
        self._shown = said(self.editor)
        self._given = typed
        if typed is not None:
            self.editor = editors.make(field, typed)
        self._given_shown = said(self.editor)

    def compose(self) -> ComposeResult:
        """Label, help, editor, room for a sentence."""
        yield Static(self.field.label, classes="label", markup=False)
        yield Static(" ".join(filter(None, (self.field.help, self._how()))), classes="help quiet", markup=False)
        yield self.editor
        yield Static("", classes="said -empty", markup=False)

    def _how(self) -> str:
        """Return how one answers, where that can't be seen."""
        match self.editor:
            case TickList(most=1):
                return _("(space ticks one)")
            case TickList(most=None):
                return _("(space ticks)")
            case TickList(most=most):
                return _("(space ticks up to {most})", most=most)
            case DatedRows():
                return _("(enter adds a row)")
            case Choice() if self.field.ends:
                return f"({self.field.ends})"
            case Choice() if self.field.kind is FieldKind.SCALE:
                return _("(a digit, or left and right)")
            case Choice():
                return _("(left and right choose)")
        return ""

    # -- what stands there

    @property
    def typed(self) -> str:
        """What stands there, as it was typed; to the letter, where the screen can't show all of it."""
        shown = said(self.editor)
        return shown if self._given is None or shown != self._given_shown else self._given

    @property
    def is_changed(self) -> bool:
        """Whether something else stands there than what is kept."""
        return said(self.editor) != self._shown

    @property
    def answer(self) -> str:
        """The answer; untouched, it is to the letter what was kept, and what can't be read is as it was typed."""
        if not self.is_changed:
            return self._kept
        try:
            return self._read(self.field, self.typed)
        except ValueError:
            return self.typed

    def take_as_kept(self) -> None:
        """Count what stands there as kept."""
        self._kept, self._shown, self._given = self.answer, said(self.editor), None

    # -- what is said beside it

    def check(self) -> bool:
        """Say beside the field what is wrong with a new answer, or how it is understood; return whether it fits."""
        problem = understood = ""
        try:
            if isinstance(self.editor, DatedRows):
                self.editor.add()
            if self.is_changed:
                answer = self._read(self.field, self.typed)
                understood = " ".join(self.field.say(answer)) if self.field.kind is FieldKind.DATE else ""
        except ValueError as error:
            problem = str(error)
        self.say(problem or understood, is_problem=bool(problem))
        return not problem

    def say(self, sentence: str, *, is_problem: bool = False) -> None:
        """Say something beside the field; a problem is scrolled into sight."""
        beside = self.query_one(".said", Static)
        beside.update(sentence)
        beside.set_class(not sentence, "-empty")
        beside.set_class(is_problem, "problem")
        beside.set_class(not is_problem, "quiet")
        if is_problem:
            self.call_after_refresh(self.scroll_visible, animate=False)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    @on(RowList.Moved)
    @on(TickList.Ticked)
    @on(DatedRows.Changed)
    def _change(self) -> None:
        self.say("")
        self.post_message(self.Changed())

    @on(DatedRows.Refused)
    def _refuse(self, event: DatedRows.Refused) -> None:
        self.say(event.sentence, is_problem=True)

    @on(TickList.Refused)
    def _say_most(self) -> None:
        self.say(_("Up to {limit}. Take another tick away first.", limit=self.field.limit), is_problem=True)

    def on_descendant_blur(self) -> None:
        """Check what is written in a form of its own when it is left."""
        self.remove_class("-here")
        if self.field.kind in _CHECKED_WHEN_LEFT:
            self.check()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Bring the label and the help along when the editor is gone to."""
        self.add_class("-here")
        self.call_after_refresh(self.scroll_visible, animate=False)
