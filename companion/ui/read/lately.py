"""What was read lately: to go on with, to read again, or to let go of."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.reading import Reading, lately, reading_link, say_read
from companion.resources import STYLES
from companion.storage.titles import title_read
from companion.ui.list_screen import ListScreen
from companion.ui.locked import READ, say_locked
from companion.ui.messages import Follow
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row

LATELY = _("Read lately")
_ABOUT = _("What is taken off this list is forgotten: how far you read it, and when.")
_EMPTY = _("Nothing here yet. What you read is listed here; you can take it off again.")


class LatelyScreen(ListScreen):
    """The texts that were opened, the last first. Help and safety are never among them."""

    CSS_PATH = [STYLES / "lately.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,d", "forget", "Take it off", id="lately.forget", key_display="d"),
        Binding("u", "undo", "Undo", id="lately.undo"),
        Binding("escape", "back", "Back", id="lately.back"),
    ]

    place = Place.READ
    _gone: Reading | None = None
    """What was taken off last."""

    def compose_place(self) -> ComposeResult:
        """The title, what can be done here, the texts."""
        yield Static(LATELY, id="title", markup=False)
        yield Static(_ABOUT, id="about", classes="quiet", markup=False)
        yield RowList()

    def reload(self) -> None:
        """Show what is remembered now."""
        now, is_locked = self.clock(), self._store.is_locked
        readings = [] if is_locked else lately(self._store.reading)
        self.query_one("#about", Static).update(say_locked(READ) if is_locked else _ABOUT if readings else _EMPTY)
        self._rows.show(
            [Row(title_read(self._library, each.id), each.id, tail=say_read(each, now)) for each in readings]
        )
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do with."""
        if action == "forget":
            return bool(self._row_id)
        return action != "undo" or (self._gone is not None and not self._store.is_locked)

    @on(RowList.Chosen)
    def open_text(self, event: RowList.Chosen) -> None:
        """Read on in the one that was chosen, or read it again."""
        self.post_message(Follow(reading_link(event.row.id or "")))

    def action_forget(self) -> None:
        """Forget that the one under the cursor was read."""
        reading = self._store.reading.get(self._row_id)
        if reading and self.did(lambda: self._store.reading.forget(reading.id)):
            self._gone = reading
            self.reload()

    def action_undo(self) -> None:
        """Remember the one that was taken off last."""
        gone = self._gone
        if gone and self.did(lambda: self._store.reading.keep(gone)):
            self._gone = None
            self.reload()
