"""One topic: what was parked, to choose from; the others stay parked."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.pause import Pause
from companion.domain.returning import ReturnStep, choose_topic, parked
from companion.ui.locked import say_locked
from companion.ui.pause.returning.field import StepLine
from companion.ui.pause.returning.part import ReturnPart
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_WRITE = "write"
_LOCKED = _("What you parked is locked; {unlock} unlocks it. Agree on one topic, the two of you.")


class Topics(RowList):
    """What was parked; the key that takes one stands in the line of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Take it", id="topic.take")]


class TopicPart(ReturnPart):
    """The parked topic and thoughts, and a line for another one."""

    step = ReturnStep.TOPIC
    heading = _("One topic")

    def __init__(self, pause: Pause, is_locked: bool) -> None:
        super().__init__(pause, is_locked)
        self._before = pause

    def compose(self) -> ComposeResult:
        """What was parked, and the line; locked, neither."""
        if self.is_locked:
            yield Static(say_locked(_LOCKED), markup=False)
            return
        yield Topics(wrapped=True)
        yield StepLine(placeholder=_("one thing to talk about now"))
        yield Static(_("Only one now. The others stay parked, and go into the entry."), classes="quiet", markup=False)

    @property
    def first(self) -> Widget:
        """What was parked; without any, the line; locked, nothing."""
        if self.is_locked:
            return self
        return self.query_one(RowList) if parked(self._before) else self.query_one(StepLine)

    def draw(self) -> None:
        """List what is parked as one comes here."""
        if self.is_locked:
            return
        self._before, topics = self.pause, parked(self.pause)
        rows = self.query_one(RowList)
        rows.display = bool(topics)
        rows.show([*(Row(topic, str(at)) for at, topic in enumerate(topics)), Row(_("Another one …"), _WRITE)])
        line = self.query_one(StepLine)
        with line.prevent(Input.Changed):
            line.value = ""

    @on(RowList.Chosen)
    def choose(self, event: RowList.Chosen) -> None:
        """Take a parked one, or go to the line."""
        if event.row.id == _WRITE:
            self.query_one(StepLine).focus()
            return
        self.write(choose_topic(self.pause, parked(self._before)[int(event.row.id or 0)]))
        self.post_message(self.GoOn())

    @on(Input.Changed)
    def follow(self) -> None:
        """Keep what is typed; nothing typed leaves what was parked as it was."""
        typed = self.query_one(StepLine).words
        self.write(choose_topic(self._before, typed) if typed else self._before)

    @on(Input.Submitted)
    def take(self) -> None:
        """Go on with what is typed."""
        self.post_message(self.GoOn())
