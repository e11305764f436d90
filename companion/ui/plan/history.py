"""The fillings of a worksheet, newest first, each beside the one before it, in words."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.domain.filling import Answers
from companion.domain.times import Clock, local, say_day, say_weekday
from companion.domain.worksheet import Worksheet, fillings
from companion.domain.worksheet_beside import beside
from companion.domain.worksheet_offers import Offers
from companion.domain.worksheet_result import is_unsafe
from companion.domain.worksheet_seal import is_closed, readable, sealed_until
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.plan.card import CardScreen
from companion.ui.plan.deleting import Deleting
from companion.ui.plan.form import WorksheetForm
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_NONE = "Nothing is kept here yet."
_GONE = "This one is gone."


class HistoryScreen(PlaceScreen):
    """A row a filling; `enter` looks at it, `e` changes it."""

    CSS_PATH = [STYLES / "history.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Change", id="history.edit"),
        Binding("d", "delete", "Delete", id="history.delete"),
        Binding("u", "undo", "Undo", id="history.undo"),
        Binding("escape", "back", "Back", id="history.back"),
    ]

    place = Place.PLAN

    def __init__(self, worksheet: Worksheet, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._worksheet = worksheet
        self._store = store
        self._library = library
        self._deleting = Deleting(store)

    def compose_place(self) -> ComposeResult:
        """The title and the rows."""
        yield Static(self._worksheet.title, id="heading", markup=False)
        yield RowList(wrapped=True)

    def on_mount(self) -> None:
        """Start at the newest."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the rows."""
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Read the fillings again."""
        self.call_after_refresh(self._draw)

    # -- the rows

    @property
    def _kept(self) -> list[Answers]:
        return [each for each in fillings(self._worksheet, self._store.worksheets) if each.is_filled]

    def _draw(self) -> None:
        kept = self._kept
        rows = [self._row(each, kept[at + 1 : at + 2]) for at, each in enumerate(kept)]
        self.query_one(RowList).show(rows or [Row(_NONE, indent=True)])
        self.refresh_bindings()

    def _row(self, filling: Answers, before: list[Answers]) -> Row:
        today = local(self.clock()).date()
        day = say_weekday(filling.day, today)
        if is_closed(self._worksheet, filling, today):
            opens = sealed_until(self._worksheet, filling, today)
            return Row(day, filling.id, tail=f"sealed until {say_day(opens, today)}" if opens else "")
        return Row(day, filling.id, help=self._say_beside(filling, before))

    def _say_beside(self, filling: Answers, before: list[Answers]) -> str:
        """Say what differs from the filling before; of the first one, how much is filled in."""
        today = local(self.clock()).date()
        shown = [each for each in before if not is_closed(self._worksheet, each, today)]
        if not shown or is_unsafe(self._worksheet, filling):
            return ""
        new, old = (readable(self._worksheet, each, today) for each in (filling, shown[0]))
        labels = {field.id: field.label for field in self._worksheet.fields}
        said = beside(self._worksheet, new, old)
        other = [f"{labels[name]}: {words}" for name, words in said.items() if not words.startswith("the same as")]
        return " · ".join(other) or f"the same as on {say_day(old.day, today)}"

    def _here(self) -> Answers | None:
        row = self.query_one(RowList).chosen if self.is_shown else None
        found = self._store.worksheets.get(row.id) if row and row.id else None
        return found

    @on(RowList.Moved)
    def _move(self) -> None:
        self.refresh_bindings()

    # -- what can be done

    @on(RowList.Chosen)
    def look(self) -> None:
        """Look at the filling."""
        if (filling := self._here()) and not self._is_sealed(filling):
            today, kept = local(self.clock()).date(), self._kept
            older = kept[[each.id for each in kept].index(filling.id) + 1 :] if filling in kept else []
            before = next((each for each in older if not is_closed(self._worksheet, each, today)), None)
            offers = Offers(self._library.vocabulary, self._store.entries)
            shown = readable(self._worksheet, filling, today)
            compared = None if before is None else readable(self._worksheet, before, today)
            self.app.push_screen(CardScreen(self._worksheet, shown, compared, offers, self._library, self.clock))

    def action_edit(self) -> None:
        """Change the filling; its day stays."""
        if (filling := self._here()) and not self._is_sealed(filling):
            self.app.push_screen(WorksheetForm(self._worksheet, self._store, self._library, self.clock, filling))

    def _is_sealed(self, filling: Answers) -> bool:
        """Return whether it can't be read yet, and say until when."""
        today = local(self.clock()).date()
        opens = sealed_until(self._worksheet, filling, today)
        if opens is None or not is_closed(self._worksheet, filling, today):
            return False
        self.notify(f"Sealed until {say_day(opens, today)}. It opens by itself.", markup=False)
        return True

    def action_delete(self) -> None:
        """Delete the filling; it can be undone."""
        if filling := self._here():
            self.notify(self._deleting.delete(filling.id), markup=False)
            self._draw()

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        if problem := self._deleting.undo():
            self.notify(problem, severity="warning", markup=False)
        self._draw()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something for."""
        if action in ("edit", "delete"):
            return self._here() is not None
        return self._deleting.can_undo if action == "undo" else super().check_action(action, parameters)
