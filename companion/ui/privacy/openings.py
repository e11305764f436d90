"""When it was opened, and when somebody tried to."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.opening import Opening
from companion.domain.times import Clock, local, say_day
from companion.ui.dialogs import Dialog
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_NONE = _("None yet.")


class Openings(Dialog[None]):
    """The last openings and failed tries, newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "close", "Close", id="openings.close")]
    AUTO_FOCUS = "RowList"

    def __init__(self, openings: Iterable[Opening], clock: Clock) -> None:
        super().__init__()
        today = local(clock()).date()
        self._rows = [
            Row(
                "opened" if opening.ok else _("a wrong passphrase"),
                str(number),
                lead=f"{say_day(local(opening.at).date(), today)} {local(opening.at):%H:%M}",
            )
            for number, opening in enumerate(openings)
        ]

    def compose_question(self) -> ComposeResult:
        """The list."""
        yield Static(_("Openings and failed tries"), classes="dialog-title")
        yield RowList(*self._rows or [Row(_NONE, indent=True)])

    def action_close(self) -> None:
        """Close."""
        self.dismiss()
