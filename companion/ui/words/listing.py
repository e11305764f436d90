"""The list of scripts: read, narrowed, and the one under the cursor shown whole."""

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.drafting import PauseDefaults
from companion.domain.slots import pause_slots
from companion.domain.times import Clock
from companion.domain.worksheet_uses import pause_defaults
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.line import Line
from companion.ui.place_screen import PlaceScreen
from companion.ui.row_list import RowList
from companion.ui.words.detail import ScriptDetail
from companion.ui.words.shelf import Look, Shelf, Standing, Whose

_INSTEAD = _("In the heat; below, what to try")


class ScriptListing(PlaceScreen):
    """A list of scripts, and the one under the cursor whole."""

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library
        self._shelf = Shelf()
        self._look = Look()
        self._slots: dict[str, str] = {}
        self._typed: dict[str, str] = {}
        self._wanted: str | None = None
        self._usual = PauseDefaults()

    def compose_place(self) -> ComposeResult:
        """The filter, how the list is narrowed, the list, the detail."""
        yield Line("", _("words to look for"), id="filter", select_on_focus=True)
        yield Static("", id="look", classes="quiet -empty", markup=False)
        with Container(id="body"):
            yield RowList(id="scripts")
            yield ScriptDetail()

    def on_mount(self) -> None:
        """Start in the list."""
        self.query_one("#filter").display = False
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the list."""
        self.query_one(RowList).focus()

    # -- reading

    def reload(self) -> None:
        """Read the scripts, once the first frame is out."""
        self.call_after_refresh(self._read)

    def reveal(self, slug: str) -> None:
        """Stand on the script of that name, or on the first of the situation of that name, its label at the top."""
        self._wanted = slug
        if self.is_shown:
            self._show_all()
            self.call_after_refresh(self._read)

    def _read(self) -> None:
        answers = list(self._store.worksheets)
        self._usual = pause_defaults(self._library.worksheet_files.of(answers), answers)
        self._read_shelf()
        self._draw()
        if self._wanted is not None:
            self._go_to(self._wanted)
            self._wanted = None

    def _read_shelf(self) -> None:
        favourites = [each.script for each in self._store.favourites if not each.is_hidden]
        shipped = self._library.script_files.values()
        self._shelf.read(self._store.scripts, shipped, favourites, self._store.is_locked)

    def _filled(self) -> dict[str, str]:
        """Return what fills the slots: what the pause says, else what was typed."""
        known = {name: value for name, value in pause_slots(self.pause, self.clock(), self._usual).items() if value}
        return self._typed | known

    def _here(self) -> Standing | None:
        """Return the script under the cursor."""
        row = self.query_one(RowList).chosen
        return self._shelf.get(row.id) if row else None

    # -- drawing

    def _draw(self, at: str | None = None) -> None:
        """Show the scripts that the look leaves, the cursor on the one with that id."""
        self._slots = self._filled()
        self.query_one(RowList).show(self._shelf.rows(self._look, self._slots), at)
        narrowed: list[str] = [self._look.whose] if self._look.whose is not Whose.ALL else []
        narrowed += [_INSTEAD] if self._look.is_instead else []
        line = self.query_one("#look", Static)
        line.set_class(not narrowed, "-empty")
        line.update(" · ".join(narrowed))
        self._draw_detail()

    def _go_to(self, wanted: str) -> None:
        """Stand on a script, or on a situation's first, with the label as the first line that is seen."""
        if self._shelf.get(wanted):
            self._draw(at=wanted)
        elif first := self._shelf.first_of(wanted):
            self._draw(at=first)
            rows = self.query_one(RowList)
            line = (rows.cursor or 1) - 1
            self.call_after_refresh(rows.scroll_to, y=line, animate=False, force=True)

    @on(RowList.Moved)
    def _draw_detail(self) -> None:
        self.query_one(ScriptDetail).show(self._here(), self._slots)
        self.refresh_bindings()

    def tick(self) -> None:
        """Keep the clock times in the words true."""
        super().tick()
        if self.is_shown and self._slots and self._slots != self._filled():
            self._draw()

    # -- narrowing

    def action_whose(self) -> None:
        """Show the words for the other side, or for both again."""
        self._look = replace(self._look, whose=self._look.whose.following)
        self._draw()

    def action_instead(self) -> None:
        """Show what one might say in the heat, or what to try again."""
        self._look = replace(self._look, is_instead=not self._look.is_instead)
        self._draw()

    def action_filter(self) -> None:
        """Open the field that filters."""
        field = self.query_one("#filter", Input)
        field.display = True
        field.focus()

    @on(Input.Changed, "#filter")
    def _filter(self) -> None:
        self._look = replace(self._look, words=self.query_one("#filter", Input).value)
        self._draw()

    @on(Input.Submitted, "#filter")
    def action_to_the_list(self) -> None:
        """Leave the filter as it is."""
        self.focus_first()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to show all where the list is narrowed; in the field, letters are no keys."""
        match action:
            case "to_the_list":
                return self._is_in_field
            case "filter":
                return not self._is_in_field
            case "leave_field":
                return self._is_in_field or self._look != Look()
            case "come_back":
                return super().check_action(action, parameters) and self._look == Look()
            case _:
                return super().check_action(action, parameters)

    def action_leave_field(self) -> None:
        """Show all scripts again."""
        self._show_all()
        self._draw()
        self.focus_first()

    def _show_all(self) -> None:
        """Narrow the list no more."""
        self._look = Look()
        field = self.query_one("#filter", Input)
        field.value = ""
        field.display = False
