"""Settings that are no matter of privacy: the bell, notices, motion, the clipboard."""

from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.domain.settings import Motion, Notice, Settings
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.ui.dialogs import Ask, Choose
from companion.ui.place_screen import PlaceScreen
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_BELL, _NOTICE, _MOTION, _CLIPBOARD = "bell", "notice", "motion", "clipboard"
_OFF = "off"
_NOTICES = (
    Row("off", Notice.OFF),
    Row("by the terminal", Notice.TERMINAL, help="A clock time and no more, if your terminal shows notices."),
    Row("by the desktop", Notice.DESKTOP, help="The same, through notify-send."),
)
_MOTIONS = (
    Row("full", Motion.FULL, help="The breath moves smoothly. Nothing else ever does."),
    Row("reduced", Motion.REDUCED, help="It moves once a second."),
    Row("words only", Motion.TEXT, help="Words say when to breathe in and out."),
)


class SettingsScreen(PlaceScreen):
    """A row a setting; `enter` changes it, at once."""

    CSS_PATH = [STYLES / "settings.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", id="settings.back")]

    place = None

    def __init__(self, store: Store, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store

    def compose_place(self) -> ComposeResult:
        """The settings."""
        yield Static("Settings", id="title")
        yield RowList(wrapped=True)

    def on_mount(self) -> None:
        """Start in the list."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the list."""
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Show what is set now."""
        self.query_one(RowList).show(setting_rows(self._store.settings))

    @on(RowList.Chosen)
    def change(self, event: RowList.Chosen) -> None:
        """Change the setting that was chosen."""
        settings = self._store.settings
        match event.row.id:
            case "bell":
                self._keep(bell=not settings.bell)
            case "notice":
                self.app.push_screen(Choose("A notice when a pause is due", _NOTICES, settings.notice), self._notice)
            case "motion":
                self.app.push_screen(Choose("How the breath moves", _MOTIONS, settings.motion), self._motion)
            case "clipboard":
                question = "Clear what was copied after how many seconds? Or off."
                kept = _OFF if settings.clear_clipboard is None else str(settings.clear_clipboard)
                self.app.push_screen(Ask(question, kept, check=parse_seconds), self._clipboard)

    def _notice(self, answer: str | None) -> None:
        if answer is not None:
            self._keep(notice=Notice(answer))

    def _motion(self, answer: str | None) -> None:
        if answer is not None:
            self._keep(motion=Motion(answer))

    def _clipboard(self, answer: str | None) -> None:
        if answer is not None:
            self._keep(clear_clipboard=parse_seconds(answer))

    def _keep(self, **changes: object) -> None:
        try:
            with self._store.alone():  # another window may have changed another one
                settings: Settings = msgspec.structs.replace(self._store.settings, **changes)
                self._store.keep_settings(settings)
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        self.reload()

    def action_back(self) -> None:
        """Go back to where one was."""
        self.dismiss()


def setting_rows(settings: Settings) -> list[Row]:
    """Return a row for each setting, with what is set."""
    seconds = settings.clear_clipboard
    labels = {row.id: row.text for row in (*_NOTICES, *_MOTIONS)}
    return [
        Row("Bell when a pause is due", _BELL, tail="on" if settings.bell else _OFF),
        Row("Notice when a pause is due", _NOTICE, tail=labels[settings.notice]),
        Row("How the breath moves", _MOTION, tail=labels[settings.motion]),
        Row("Clear what was copied", _CLIPBOARD, tail=_OFF if seconds is None else f"after {seconds} seconds"),
    ]


def parse_seconds(typed: str) -> int | None:
    """Return the seconds that were typed; None for off.

    Raises:
        ValueError: with a sentence, if it is neither.
    """
    word = typed.strip().lower().removesuffix("seconds").removesuffix("s").strip()
    if word == _OFF:
        return None
    if not word.isdecimal() or not 1 <= int(word) <= 86_400:
        raise ValueError("Say a number of seconds, like “60”, or “off”.")
    return int(word)
