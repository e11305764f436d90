"""Context notes: what else goes on over a stretch of days, such as a newborn or exams; charts show them behind."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.context_note import ContextNote
from companion.domain.times import Clock, local, say_day
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.bindings import key_of
from companion.ui.list_screen import ListScreen
from companion.ui.locked import EARLIER, say_locked
from companion.ui.log.context_form import ContextForm
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row


def _empty() -> list[str]:
    return [
        _("Nothing is noted here. A newborn, exams, a move: what takes its share of you over weeks."),
        "",
        _("{new} notes one, with its days. Review shows it behind the charts.", new=key_of("context.new", "n")),
    ]


class ContextNotes(ListScreen):
    """All context notes, the latest first."""

    CSS_PATH = [STYLES / "context_notes.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "New", id="context.new"),
        Binding("e", "edit", "Edit", id="context.edit"),
        Binding("d", "delete", "Delete", id="context.delete"),
        Binding("u", "undo", "Undo", id="context.undo"),
        Binding("escape", "back", "Back", id="context.back"),
    ]

    place = Place.LOG

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(store, library, clock)
        self._deleted: list[ContextNote] = []

    def compose_place(self) -> ComposeResult:
        """The title and the notes."""
        yield Static(_("What else goes on"), id="title", markup=False)
        yield RowList()

    def reload(self) -> None:
        """Show what is kept now."""
        self._show()

    def _show(self, at: str | None = None) -> None:
        notes = sorted(self._store.context_notes, key=lambda note: (note.since, note.id), reverse=True)
        today = local(self.clock()).date()
        why_empty = [say_locked(EARLIER)] if self._store.is_locked else _empty()
        rows = [Row(note.what, note.id, tail=say_stretch(note, today)) for note in notes]
        self._rows.show(rows or [Row(line, indent=True) for line in why_empty], at)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do with; while it is locked, nothing but the way back."""
        if action in ("new", "edit", "delete", "undo") and self._store.is_locked:
            return False
        match action:
            case "undo":
                return bool(self._deleted)
            case "edit" | "delete":
                return bool(self._row_id)
        return True

    def action_new(self) -> None:
        """Write a new one."""
        self._open(None)

    def on_row_list_chosen(self) -> None:
        """Change the one that was chosen."""
        self.action_edit()

    def action_edit(self) -> None:
        """Change the one under the cursor."""
        if note := self._chosen():
            self._open(note)

    def _chosen(self) -> ContextNote | None:
        return self._store.context_notes.get(self._row_id) if self._row_id else None

    def _open(self, note: ContextNote | None) -> None:
        form = ContextForm(self._store, self._library.vocabulary.contexts, self.clock, note)
        self.app.push_screen(form, self._show)

    def action_delete(self) -> None:
        """Delete the one under the cursor; it can be brought back until one leaves."""
        try:
            gone = self._store.context_notes.forget(note.id) if (note := self._chosen()) else None
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        if gone:
            self._deleted.append(gone)
            self.notify(_("Deleted. {undo} brings it back.", undo=key_of("context.undo", "u")), markup=False)
        self._show()

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        try:
            back = self._store.context_notes.keep(self._deleted[-1])
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self._deleted.pop()
            self._show(back.id)


def say_stretch(note: ContextNote, today: date) -> str:
    """Say the days of a note: `3 March to 2 June`, `since 3 March`."""
    if note.until is None:
        return _("since {day}", day=say_day(note.since, today))
    return _("{first} to {last}", first=say_day(note.since, today), last=say_day(note.until, today))
