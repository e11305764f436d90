"""Plan: the worksheets, in groups, and which of them are filled in."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.domain.filling import Answers
from companion.domain.times import Clock, local, say_day
from companion.domain.worksheet import Worksheet, fillings
from companion.domain.worksheet_seal import is_closed, sealed_until
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui import locked
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.plan.deleting import Deleting
from companion.ui.plan.form import WorksheetForm
from companion.ui.plan.history import HistoryScreen
from companion.ui.plan.listing import WEEK_ROW, Listing, read_row_id
from companion.ui.plan.week import WeekScreen
from companion.ui.row_list import RowList

_WHY = "Written when you are calm, so that it is there when you are not."

_WEEK_WHY = "Quiet, solo and together time: what you plan, how it was, and how much of each you wish for."


class PlanScreen(PlaceScreen):
    """A list of worksheets; `enter` opens one, below it stands what it is good for."""

    CSS_PATH = [STYLES / "plan.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "week", "Week", id="plan.week"),
        Binding("h", "history", "Earlier ones", id="plan.history"),
        Binding("d", "delete", "Delete", id="plan.delete"),
        Binding("u", "undo", "Undo", id="plan.undo"),
    ]

    place = Place.PLAN

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library
        self._deleting = Deleting(store)

    def compose_place(self) -> ComposeResult:
        """What the place is for, the worksheets, and what the one under the cursor is good for."""
        yield Static(_WHY, id="for", markup=False)
        yield Static(locked.PLAN, id="locked", classes="quiet", markup=False)
        yield RowList(wrapped=True)
        yield Static("", id="why", markup=False)

    def on_mount(self) -> None:
        """Start in the list; whether it is locked is said once that is known."""
        self.query_one("#locked").display = False
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the list."""
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Show what is filled in, once the first frame is out."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        is_locked = self._store.is_locked
        self.query_one("#locked").display = is_locked
        rows = self.query_one(RowList)
        rows.display = not is_locked
        rows.show(() if is_locked else Listing(self._store, self._library, self.clock()).rows())
        if self.focused is None and not is_locked:  # a list that is hidden loses the focus
            self.focus_first()
        self.refresh_bindings()

    # -- where the cursor stands

    def _here(self) -> tuple[Worksheet | None, Answers | None]:
        """Return the worksheet under the cursor, and the filling if it is one of several."""
        row = self.query_one(RowList).chosen if self.is_shown else None
        slug, filling = read_row_id(row.id if row and row.id else "")
        return self._library.worksheets.get(slug), self._store.worksheets.get(filling) if filling else None

    @property
    def _is_on_the_week(self) -> bool:
        row = self.query_one(RowList).chosen
        return row is not None and row.id == WEEK_ROW

    @on(RowList.Moved)
    def _say_why(self) -> None:
        worksheet, _ = self._here()
        why = worksheet.why if worksheet else _WEEK_WHY if self._is_on_the_week else ""
        self.query_one("#why", Static).update(why)
        self.refresh_bindings()

    # -- what can be done

    @on(RowList.Chosen)
    def open(self) -> None:
        """Open the worksheet, or one of its fillings, unless it is sealed."""
        worksheet, filling = self._here()
        if worksheet is None:
            if self._is_on_the_week:
                self.action_week()
            return
        today = local(self.clock()).date()
        opens = sealed_until(worksheet, filling, today) if filling else None
        if filling and opens and is_closed(worksheet, filling, today):
            self.notify(f"Sealed until {say_day(opens, today)}. It opens by itself.", markup=False)
        else:
            self.app.push_screen(WorksheetForm(worksheet, self._store, self._library, self.clock, filling))

    def action_week(self) -> None:
        """Look at the week: quiet, solo and together time."""
        self.app.push_screen(WeekScreen(self._store, self._library, self.clock))

    def action_history(self) -> None:
        """Look at all fillings of the worksheet."""
        worksheet, _ = self._here()
        if worksheet:
            self.app.push_screen(HistoryScreen(worksheet, self._store, self._library, self.clock))

    def action_delete(self) -> None:
        """Delete the filling under the cursor; it can be undone."""
        _, filling = self._here()
        if filling:
            self.notify(self._deleting.delete(filling.id), markup=False)
            self._draw()

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        if problem := self._deleting.undo():
            self.notify(problem, severity="warning", markup=False)
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something for; nothing while it is locked."""
        if action not in ("week", "history", "delete", "undo"):
            return super().check_action(action, parameters)
        if self._store.is_locked:
            return False
        worksheet, filling = self._here()
        match action:
            case "week":
                return True
            case "history":
                return worksheet is not None and any(
                    each.is_filled for each in fillings(worksheet, self._store.worksheets)
                )
            case "delete":
                return filling is not None
        return self._deleting.can_undo
