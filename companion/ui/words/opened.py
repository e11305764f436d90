"""A held message whose hour has come: the words, the pull then and now, and the ways on."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.held import Decision, HeldMessage
from companion.domain.times import say_clock
from companion.resources import STYLES
from companion.text.plain import drawable
from companion.ui.choice import StrengthChoice
from companion.ui.clipboard import copy
from companion.ui.dialogs import Dialog
from companion.ui.row_list import RowList
from companion.ui.rows import Row


class Way(StrEnum):
    """What can be done with a message that has opened; those that end its waiting are called like the decision."""

    SENT = Decision.SENT.value
    SAVED = Decision.SAVED.value
    LET_GO = Decision.LET_GO.value
    HOLD_ON = "hold on"


_WAYS = (
    Row(_("I sent it"), Way.SENT),
    Row(_("Save it for the talk"), Way.SAVED),
    Row(_("Let it go"), Way.LET_GO),
    Row(_("Hold it till morning"), Way.HOLD_ON),
)


@dataclass(frozen=True)
class Opened:
    """What was chosen."""

    message: str
    """Its id."""
    way: Way
    pull: int | None
    """How strong the pull is now, 0-10."""


class Ways(RowList):
    """The ways; the key that chooses one stands in the line of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Choose", id="opened.choose")]


class OpenedMessage(Dialog[Opened | None]):
    """The message, whole; nothing has to be chosen."""

    CSS_PATH = [STYLES / "words_opened.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="opened.close"),
        Binding("y", "copy", "Copy", id="opened.copy"),
    ]
    AUTO_FOCUS = "RowList"

    def __init__(self, held: HeldMessage, now: datetime) -> None:
        super().__init__()
        self._held = held
        self._now = now

    def compose_question(self) -> ComposeResult:
        """When it was written, the words, the pull, the ways."""
        held = self._held
        yield Static(
            _("Written {clock}", clock=say_clock(held.written_at, self._now)), classes="dialog-title", markup=False
        )
        with VerticalScroll(id="words"):
            yield Static(drawable(held.text), markup=False)
        yield Static(self._pull(), classes="quiet", markup=False)
        now = None if held.mood_after is None else str(held.mood_after)
        yield StrengthChoice(now, id="pull")
        yield Ways(*(_WAYS if held.decision is None else _WAYS[:-1]), id="ways")

    def _pull(self) -> str:
        before = self._held.mood_before
        return (
            _("How strong is the pull now? (tab)")
            if before is None
            else _("The pull was {before} then. And now? (tab)", before=before)
        )

    @on(RowList.Chosen)
    def answer(self, event: RowList.Chosen) -> None:
        """Close with the way and the pull."""
        pull = self.query_one("#pull", StrengthChoice).value
        self.dismiss(Opened(self._held.id, Way(event.row.id or ""), None if pull is None else int(pull)))

    def action_copy(self) -> None:
        """Copy the words."""
        copy(self.app, self._held.text)

    def action_close(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)
