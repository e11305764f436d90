"""One next step, as an if-then."""

from collections.abc import Iterator

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.if_then import read_if_then, say_if_then
from companion.domain.pause import Pause
from companion.domain.returning import ReturnStep
from companion.text.plain import one_line
from companion.ui.pause.returning.field import StepLine
from companion.ui.pause.returning.part import ReturnPart

_WHEN, _WILL = "when", "will"


class NextPart(ReturnPart):
    """Two fields: what may happen, and what one does then."""

    step = ReturnStep.NEXT
    heading = _("One next step")

    def __init__(self, pause: Pause, is_locked: bool) -> None:
        super().__init__(pause, is_locked)
        self._other = ""

    def compose(self) -> ComposeResult:
        """If, then; above them a step that is no such sentence, as it is."""
        yield Static(_("Small, and yours to do."), classes="quiet", markup=False)
        halves = read_if_then("" if self.is_locked else self.pause.next_step)
        if halves is None:
            self._other = self.pause.next_step
            yield Static(one_line(self._other), classes="words", markup=False)
        when, will = halves or ("", "")
        yield from self._field(_("If"), StepLine(when, _("it gets loud again"), id=_WHEN))
        yield from self._field(_("then I"), StepLine(will, _("say our word and take ten minutes"), id=_WILL))

    def _field(self, label: str, line: StepLine) -> Iterator[Widget]:
        with Horizontal(classes="line"):
            yield Static(label, classes="label", markup=False)
            yield line

    @property
    def first(self) -> Widget:
        """The first field."""
        return self.query_one(f"#{_WHEN}", StepLine)

    def _words(self, name: str) -> str:
        return self.query_one(f"#{name}", StepLine).words

    @on(Input.Changed)
    def follow(self) -> None:
        """Keep what is typed; nothing typed leaves other words as they were."""
        sentence = say_if_then(self._words(_WHEN), self._words(_WILL)) or self._other
        self.write(msgspec.structs.replace(self.pause, next_step=sentence))

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Go to the second field, and from there, or with nothing written, on."""
        if event.input.id == _WHEN and self._words(_WHEN):
            self.query_one(f"#{_WILL}", StepLine).focus()
        else:
            self.post_message(self.GoOn())
