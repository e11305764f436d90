"""A small form over a screen: what is typed in it and not kept waits on the disk, whatever happens."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from companion.domain.times import Clock
from companion.storage.store import Store
from companion.storage.unkept import Words
from companion.ui.choice import Choice
from companion.ui.dialogs import Dialog
from companion.ui.unkept import START_ANEW
from companion.ui.unkept_screen import UnkeptScreen


class UnkeptDialog(Dialog[str | None], UnkeptScreen[str | None]):
    """What fields there are is said by who derives from it. The answer is the id of what was kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="dialog.keep"),
        Binding("escape", "back", "Back", id="dialog.back"),
        Binding(START_ANEW, "start_anew", "Start anew", id="dialog.anew", show=False, priority=True),
        Binding("up", "app.focus_previous", "Field above", id="dialog.above", show=False, system=True),
        Binding("down", "app.focus_next", "Field below", id="dialog.below", show=False, system=True),
    ]

    anew = "dialog.anew"

    def __init__(self, store: Store, clock: Clock, form: str, before: Words, way_back: str) -> None:
        """Look for what was typed before.

        Args:
            store: Where it lies.
            clock: Tells when something was typed.
            form: The id of what is typed and not kept.
            before: What stands in the fields when nothing was typed.
            way_back: What leads here again, as in `e on it`.
        """
        super().__init__()
        self.hold_draft(store, clock, form, way_back, before)

    @property
    def start(self) -> Words:
        """What stands in the fields at first."""
        return {**self._before, **(self._begun.fields if self._begun else {})}

    @on(Input.Changed)
    @on(Choice.Changed)
    def put_down(self) -> None:
        """Put what is typed on the disk within a second."""
        self.write_later()

    def leave(self, kept_id: str) -> None:
        """Close: what was typed is kept now, and waits nowhere."""
        self._before = self.typed
        self.keep_unkept()
        self.dismiss(kept_id)
