"""Choosing words from the closed lists: a field on one line, and a dialog to tick several."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from companion.resources import STYLES
from companion.text.plain import one_line
from companion.ui.dialogs import Dialog
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_TICKED, _OPEN = "■ ", "□ "


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
        self.update(Content(self._said or ("enter to choose" if focused else "·")))

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


class TickList(RowList):
    """Rows to tick: space ticks like enter."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "choose", show=False)]


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
        listed = {row.id for row in rows}
        self._offered = [*(Row(word, word) for word in ticked if word not in listed), *rows]
        self._ticked = list(ticked)
        self._most = most

    def compose_question(self) -> ComposeResult:
        """Title, rows, and how to end it."""
        yield Static(self._title, markup=False, classes="dialog-title")
        yield TickList(*self._rows(), wrapped=True)
        yield Static("", markup=False, id="meaning", classes="quiet")
        yield Static(self._said(), markup=False, classes="dialog-foot")

    def _rows(self) -> list[Row]:
        """Return the rows with their boxes; a heading stands as it is. What a row means is said below the list."""
        return [
            replace(row, text=(_TICKED if row.id in self._ticked else _OPEN) + row.text, help="") if row.id else row
            for row in self._offered
        ]

    def _said(self) -> str:
        many = f"{len(self._ticked)} of up to {self._most}" if self._most else f"{len(self._ticked)}"
        return f"{many} chosen · esc when done"

    @on(RowList.Moved)
    def say_meaning(self, event: RowList.Moved) -> None:
        """Say what the row under the cursor means."""
        meant = next((row.help for row in self._offered if event.row and row.id == event.row.id), "")
        self.query_one("#meaning", Static).update(meant or " ")

    def on_mount(self) -> None:
        """Say what the first row means."""
        self.query_one(TickList).show(self._rows())

    @on(RowList.Chosen)
    def tick(self, event: RowList.Chosen) -> None:
        """Tick or untick the row, unless enough are ticked."""
        foot = self.query_one(".dialog-foot", Static)
        wanted = event.row.id or ""
        if wanted in self._ticked:
            self._ticked.remove(wanted)
        elif self._most is not None and len(self._ticked) >= self._most:
            foot.update(f"Up to {self._most}; untick one first. esc when done")
            return
        else:
            self._ticked.append(wanted)
        self.query_one(TickList).show(self._rows())
        foot.update(self._said())

    def action_done(self) -> None:
        """Close with what is ticked."""
        self.dismiss(tuple(row.id for row in self._offered if row.id and row.id in self._ticked))
