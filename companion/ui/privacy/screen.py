"""Privacy: how the words are guarded, in plain words, and what can be done about it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.ui.dialogs import Ask, Choose
from companion.ui.place_screen import PlaceScreen
from companion.ui.privacy.openings import Openings
from companion.ui.privacy.passphrase import GivePassphrase
from companion.ui.privacy.rows import BEFORE_SETTING, Deed, parse_minutes, privacy_rows, say_guard, say_minutes
from companion.ui.privacy.wanted import wanted
from companion.ui.row_list import RowList


class PrivacyScreen(PlaceScreen):
    """A list of what is so and what can be done; `enter` does it."""

    CSS_PATH = [STYLES / "privacy.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="privacy.back"),
    ]

    place = None
    is_privacy = True
    """It is open already: `f2` puts no second one on top."""

    def __init__(self, store: Store, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store

    def compose_place(self) -> ComposeResult:
        """How the words are guarded, and the deeds."""
        yield Static(_("Privacy and passphrase"), id="title")
        yield Static("", id="guard", markup=False)
        yield RowList(wrapped=True)

    def on_mount(self) -> None:
        """Start in the list."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the list."""
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Show what is true now."""
        has_passphrase, is_locked = self._store.has_passphrase, self._store.is_locked
        settings = self._store.settings
        self.query_one("#guard", Static).update(say_guard(has_passphrase, is_locked, settings))
        self.query_one(RowList).show(privacy_rows(has_passphrase, is_locked, settings))

    # -- what can be done

    @on(RowList.Chosen)
    async def do(self, event: RowList.Chosen) -> None:
        """Do what was chosen."""
        match Deed(event.row.id or ""):
            case Deed.UNLOCK:
                await self.run_action("app.unlock")
            case Deed.LOCK:
                await self.run_action("app.lock")
            case Deed.SET:
                title, rows = BEFORE_SETTING
                self.app.push_screen(Choose(title, rows), self._go_on_setting)
            case Deed.LOCK_AFTER:
                minutes = say_minutes(self._store.settings.lock_after)
                question = _("Lock after how many minutes without a key? 1 to 60, or off.")
                self.app.push_screen(Ask(question, minutes, check=parse_minutes), self._take_minutes)
            case Deed.LOCK_ON_BLUR:
                self._keep(lock_on_blur=not self._store.settings.lock_on_blur)
            case Deed.OPENINGS:
                self.app.push_screen(Openings(self._store.openings, self.clock))
            case deed:
                self._give(deed)

    def _go_on_setting(self, answer: str | None) -> None:
        """After the warning, ask for the passphrase, or say how to export first."""
        if answer == Deed.SET:
            self._give(Deed.SET)
        elif answer == Deed.EXPORT:
            said = _("In a terminal: companion export -o my-words.json. Then come back here.")
            self.notify(said, timeout=20, markup=False)

    def _give(self, deed: Deed) -> None:
        asked = wanted(deed, self._store)
        self.app.push_screen(GivePassphrase(asked), lambda is_done: self._say_done(deed) if is_done else None)

    def _say_done(self, deed: Deed) -> None:
        self.reload()
        self.notify(deed.done, timeout=6, markup=False)

    def _take_minutes(self, answer: str | None) -> None:
        if answer is not None:
            self._keep(lock_after=parse_minutes(answer))

    def _keep(self, **changes: object) -> None:
        """Keep changed settings, and show them."""
        try:
            self._store.change_settings(**changes)
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        self.reload()

    def action_back(self) -> None:
        """Go back to where one was."""
        self.dismiss()
