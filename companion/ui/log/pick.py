"""Choosing words from the closed lists: a field on one line, and a dialog to tick several."""

from collections.abc import Sequence
from typing import ClassVar

import msgspec
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from companion.catalogue import _
from companion.resources import STYLES
from companion.text.plain import one_line
from companion.ui.dialogs import Dialog
from companion.ui.row_list import RowList
from companion.ui.rows import Row
from companion.ui.said import Said
from companion.ui.tick_list import TickList


class PickField(Static, can_focus=True):
    """A field whose value is chosen in a dialog; it shows the value on one line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", "Choose", id="entry.choose"),
        Binding("delete,backspace", "empty", "Empty it", id="entry.empty", show=False),
    ]

    class Opened(Message):
        """Somebody wants to choose; `field` is the field of Entry."""

        def __init__(self, field: str) -> None:
            super().__init__()
            self.field = field

    class Emptied(Message):
        """Somebody wants no value here; `field` is the field of Entry."""

        def __init__(self, field: str) -> None:
            super().__init__()
            self.field = field

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._field = name
        self._said = ""

    def show(self, said: str) -> None:
        """Show the value, or that there is none."""
        self._said = one_line(said)
        self._draw(self.has_focus)

    def _draw(self, focused: bool) -> None:
        self.set_class(not self._said, "-empty")
        self.update(Content(self._said or (_("enter to choose") if focused else "·")))

    def on_focus(self) -> None:
        """Say how to choose."""
        self._draw(focused=True)

    def on_blur(self) -> None:
        """Rest."""
        self._draw(focused=False)

    def action_open(self) -> None:
        """Ask for the dialog."""
        self.post_message(self.Opened(self._field))

    def action_empty(self) -> None:
        """Ask for the value to be taken away."""
        self.post_message(self.Emptied(self._field))

    def on_click(self, event: events.Click) -> None:
        """Ask for the dialog."""
        self.action_open()


class _Rows(TickList):
    """Rows whose key does not stand in the line of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "choose", "Tick", id="pick.tick", show=False, system=True)
    ]


class PickSeveral(Dialog[tuple[str, ...]]):
    """Tick some rows; the answer is their ids, in the order of the rows. `esc` keeps what is ticked."""

    CSS_PATH = [STYLES / "pick.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "done", "Done", id="dialog.done"),
    ]
    AUTO_FOCUS = "TickList"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-tall")]

    def __init__(self, title: str, rows: Sequence[Row], ticked: Sequence[str] = (), most: int | None = None) -> None:
        """Ask for several.

        Args:
            title: The question.
            rows: What to choose from; rows without an id are headings.
            ticked: The ids that are ticked at first.
            most: How many may be ticked; None for any number.
        """
        super().__init__()
        self._title = title
        self._meanings = {row.id: row.help for row in rows}
        offered = [*(Row(word, word) for word in ticked if word not in self._meanings), *rows]
        self._rows = _Rows([msgspec.structs.replace(row, help="") for row in offered], ticked, most)

    def compose_question(self) -> ComposeResult:
        """Title, rows, what the row under the cursor means, and how to end it."""
        yield Static(self._title, markup=False, classes="dialog-title")
        yield self._rows
        yield Said(id="meaning", classes="quiet")
        yield Static("", markup=False, classes="dialog-foot")

    def on_mount(self) -> None:
        """Say what the first row means, and how many are ticked."""
        self._say_meaning(self._rows.chosen)
        self.say_count()

    @on(RowList.Moved)
    def follow(self, event: RowList.Moved) -> None:
        """Say what the row under the cursor means."""
        self._say_meaning(event.row)

    def _say_meaning(self, row: Row | None) -> None:
        said = (row and self._meanings.get(row.id)) or " "
        self.query_one("#meaning", Said).say(said if any(self._meanings.values()) else "")

    @on(TickList.Ticked)
    def say_count(self) -> None:
        """Say how many are ticked."""
        rows = self._rows
        many = _("{n} of up to {most}", n=len(rows.ticked), most=rows.most) if rows.most else f"{len(rows.ticked)}"
        self._say(_("{number} chosen · esc when done", number=many))

    @on(TickList.Refused)
    def say_most(self) -> None:
        """Say that enough are ticked."""
        self._say(_("Up to {most}; untick one first. esc when done", most=self._rows.most))

    def _say(self, sentence: str) -> None:
        self.query_one(".dialog-foot", Static).update(sentence)

    def action_done(self) -> None:
        """Close with what is ticked."""
        self.dismiss(self._rows.answer)
