"""Saved filters: choose one, save the one that is on under a name, rename one, delete one."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.person import is_same
from companion.domain.saved_filter import SavedFilter
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.ui.bindings import key_of
from companion.ui.dialogs import Ask, Dialog
from companion.ui.row_list import RowList
from companion.ui.rows import Row
from companion.ui.said import Said

_TAKEN = _("Another filter has this name. Choose another one.")
_NONE = _("No filter is saved yet. With one on in the log, {save} here saves it.")


class _Filters(RowList):
    """The filters, with their keys in the line of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Show", id="filters.choose")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show only where there is one."""
        return action != "choose" or self.chosen is not None


class SavedFilters(Dialog[str | None]):
    """The saved filters by name; the answer is the line of one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="filters.close"),
        Binding("n", "save", "Save this one", id="filters.save"),
        Binding("e", "rename", "Rename", id="filters.rename"),
        Binding("d", "forget", "Delete", id="filters.forget"),
        Binding("u", "undo", "Undo", id="filters.undo"),
    ]
    AUTO_FOCUS = "RowList"

    def __init__(self, store: Store, query: str) -> None:
        super().__init__()
        self._store = store
        self._query = query.strip()
        self._forgotten: list[SavedFilter] = []

    def compose_question(self) -> ComposeResult:
        """The title, the filters, what is said of none."""
        yield Static(_("Saved filters"), markup=False, classes="dialog-title")
        yield _Filters(*self._rows(), wrapped=True)
        yield Said(id="none", classes="quiet")

    def on_mount(self) -> None:
        """Say that there are none."""
        self._show()

    def _rows(self) -> list[Row]:
        kept = sorted(self._store.filters, key=lambda each: (each.name.casefold(), each.id))
        return [Row(each.name, each.id, help=each.query) for each in kept]

    def _show(self, at: str | None = None) -> None:
        rows = self._rows()
        self.query_one(RowList).show(rows, at)
        self.query_one("#none", Said).say("" if rows else _(_NONE, save=key_of("filters.save", "n")))
        self.refresh_bindings()

    def _here(self) -> SavedFilter | None:
        row = self.query_one(RowList).chosen if self.is_mounted else None
        return self._store.filters.get(row.id) if row and row.id else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something for."""
        match action:
            case "save":
                return bool(self._query)
            case "forget" | "rename":
                return self._here() is not None
            case "undo":
                return bool(self._forgotten)
        return True

    @on(RowList.Chosen)
    def choose(self) -> None:
        """Close with the line of the filter."""
        if found := self._here():
            self.dismiss(found.query)

    def action_save(self) -> None:
        """Ask for a name."""
        self.app.push_screen(
            Ask(_("A name for {query}", query=self._query), placeholder=_("hard evenings"), check=self._save),
            self._saved,
        )

    def _save(self, name: str) -> None:
        """Keep the filter; one of the same name takes the new line."""
        same = next((each for each in self._store.filters if is_same(each.name, name.strip())), None)
        new = SavedFilter(name=name.strip(), query=self._query)
        if same is None or same.query != self._query:
            self._store.filters.keep(new if same is None else SavedFilter(id=same.id, name=new.name, query=new.query))

    def _saved(self, name: str | None) -> None:
        if name is not None:
            self._show(next((each.id for each in self._store.filters if is_same(each.name, name)), None))

    def action_rename(self) -> None:
        """Ask for another name of the filter under the cursor."""
        if found := self._here():
            ask = Ask(_("A name for {query}", query=found.query), found.name, check=partial(self._rename, found))
            self.app.push_screen(ask, self._saved)

    def _rename(self, old: SavedFilter, name: str) -> None:
        if any(is_same(each.name, name.strip()) for each in self._store.filters if each.id != old.id):
            raise ValueError(_TAKEN)
        self._store.filters.keep(SavedFilter(id=old.id, name=name.strip(), query=old.query))

    def action_forget(self) -> None:
        """Delete the filter under the cursor; entries stay as they are."""
        if found := self._here():
            self._try(lambda: self._forgotten.extend(filter(None, [self._store.filters.forget(found.id)])))

    def action_undo(self) -> None:
        """Keep again what was forgotten last."""
        self._try(lambda: self._store.filters.keep(self._forgotten[-1]) and self._forgotten.pop())

    def _try(self, what: Callable[[], object]) -> None:
        try:
            what()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        self._show()

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
