"""One field of a worksheet: its label, its help, its editor, and what is wrong beside it."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static, TextArea

from companion.domain.worksheet import Field, FieldKind
from companion.ui.choice import Choice
from companion.ui.plan.editors import ChoiceRows, make_editor, said

_HOW = {Choice: "left and right choose", ChoiceRows: "up and down choose"}


class FieldBox(Vertical):
    """A field and the answer that stands in it."""

    def __init__(self, field: Field, answer: str, room: int) -> None:
        super().__init__()
        self.field = field
        self._kept = answer
        self.editor = make_editor(field, answer, room)
        self._shown = said(self.editor)

    def compose(self) -> ComposeResult:
        """Label, help, editor, room for a sentence."""
        yield Static(self.field.label, classes="label", markup=False)
        how = _HOW.get(type(self.editor), "")
        helps = [part for part in (self.field.help, how and f"({how})") if part]
        yield Static(" ".join(helps), classes="help quiet", markup=False)
        yield self.editor
        yield Static("", classes="problem -empty", markup=False)

    @property
    def is_changed(self) -> bool:
        """Whether something else stands there than at first."""
        return said(self.editor) != self._shown

    @property
    def answer(self) -> str:
        """What stands there; untouched, it is to the letter what was kept."""
        return said(self.editor) if self.is_changed else self._kept

    def take_as_kept(self) -> None:
        """Count what stands there as kept."""
        self._kept, self._shown = self.answer, said(self.editor)

    def check(self) -> bool:
        """Say beside the field what is wrong with a new answer; return whether it fits."""
        problem = ""
        try:
            if self.is_changed:
                self.field.check(self.answer)
        except ValueError as error:
            problem = str(error)
        self._say(problem)
        return not problem

    def _say(self, problem: str) -> None:
        said_beside = self.query_one(".problem", Static)
        said_beside.update(problem)
        said_beside.set_class(not problem, "-empty")

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _clear_problem(self) -> None:
        self._say("")

    def on_descendant_blur(self) -> None:
        """Check a length when it is left."""
        if self.field.kind is FieldKind.LENGTH:
            self.check()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Bring the label and the help along when the editor is gone to."""
        self.call_after_refresh(self.scroll_visible, animate=False)
