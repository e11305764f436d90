"""Settings that are no matter of the passphrase: looks, the bell, names, nudges, what fades."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.fading import WARNING, parse_fade_after
from companion.domain.setting_words import MOTIONS, NOTICES, SETTING_WORDS, VIM_KEYS_DO
from companion.domain.settings import NARROWEST, WIDEST, Motion, Notice, Settings
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.fading import fade_words
from companion.storage.store import Store
from companion.ui.bindings import vim_keys
from companion.ui.dialogs import Ask, Choose
from companion.ui.messages import Restyled
from companion.ui.place_screen import PlaceScreen
from companion.ui.row_list import RowList
from companion.ui.rows import Row
from companion.ui.theme_choice import ChooseTheme, say_theme

_THEME, _NOTICE, _MOTION, _CLIPBOARD, _FADE, _MEASURE = (
    "theme", "notice", "motion", "clear_clipboard", "fade_after", "measure",
)  # fmt: skip
_ON, _OFF = "on", "off"
_NOTICE_ROWS = (
    Row(NOTICES[Notice.OFF], Notice.OFF),
    Row(NOTICES[Notice.TERMINAL], Notice.TERMINAL, help=_("A clock time and no more, if your terminal shows notices.")),
    Row(NOTICES[Notice.DESKTOP], Notice.DESKTOP, help=_("The same, through notify-send.")),
)
_LOOKS = ("high_contrast", "large_digits")
_PAUSES = ("bell",)
_WRITTEN = (
    "show_names", "nudge_day", "nudge_row", "nudge_afraid", "nudge_only_hard", "cooled", "hard_days_again",
    "nights_quiet",
)  # fmt: skip
_KEYS = ("vim_keys",)
_SWITCHES = frozenset((*_LOOKS, *_PAUSES, *_WRITTEN, *_KEYS))
"""The settings that are on or off, by their parts of the screen."""
_NEVER = "never"
_MEASURE_QUESTION = _(
    "How many columns may a line of a text take? {narrowest} to {widest}.", narrowest=NARROWEST, widest=WIDEST
)
_FADE_ROWS = (Row(_("Let them fade"), _FADE), Row(_("Not now"), _NEVER))
_MOTION_ROWS = (
    Row(MOTIONS[Motion.FULL], Motion.FULL, help=_("The breath moves smoothly, and the cursor blinks.")),
    Row(
        MOTIONS[Motion.REDUCED], Motion.REDUCED, help=_("The breath moves once a second. Nothing else moves or blinks.")
    ),
    Row(MOTIONS[Motion.TEXT], Motion.TEXT, help=_("Nothing moves or blinks. Words say when to breathe in and out.")),
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
        yield Static(_("Settings"), id="title")
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
        name = str(event.row.id)
        kept = getattr(self._store.settings, name)
        if name in _SWITCHES:
            self._keep(**{name: not kept})
        elif name == _THEME:
            self.app.push_screen(ChooseTheme(self._store), lambda chosen: self.reload())
        else:
            self.app.push_screen(_ASKED[name].dialog(kept), partial(self._take, name))

    def _take(self, name: str, answer: str | None) -> None:
        """Keep an answer; before words go for good, warn."""
        if answer is None:
            return
        value = _ASKED[name].read(answer)
        if name != _FADE or value is None:
            self._keep(**{name: value})
        elif value != self._store.settings.fade_after:
            self.app.push_screen(Choose(WARNING, _FADE_ROWS, _NEVER), partial(self._fade, value))

    def _fade(self, days: object, answer: str | None) -> None:
        if answer == _FADE:
            self._keep(fade_after=days, faded_on=None)
            try:
                fade_words(self._store, self.clock())
            except StoreError as error:
                self.notify(str(error), severity="warning", markup=False)

    def _keep(self, **changes: object) -> None:
        try:
            self._store.change_settings(**changes)
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self.post_message(Restyled())
        self.reload()

    def action_back(self) -> None:
        """Go back to where one was."""
        self.dismiss()


def setting_rows(settings: Settings) -> list[Row]:
    """Return a row for each setting, with what is set."""
    seconds, days = settings.clear_clipboard, settings.fade_after
    return [
        Row(_("How it looks")),
        _row(_THEME, say_theme(settings.theme)),
        *_switch_rows(_LOOKS, settings),
        _row(_MOTION, MOTIONS[settings.motion]),
        _row(_MEASURE, _("{measure} columns", measure=settings.measure)),
        Row(""),
        Row(_("Pauses")),
        *_switch_rows(_PAUSES, settings),
        _row(_NOTICE, NOTICES[settings.notice]),
        Row(""),
        Row(_("What you write")),
        _row(_CLIPBOARD, _OFF if seconds is None else _("after {seconds} seconds", seconds=seconds)),
        _row(_FADE, _NEVER if days is None else _("after {days} days", days=days)),
        *_switch_rows(_WRITTEN, settings),
        Row(""),
        Row(_("Keys")),
        *_switch_rows(_KEYS, settings),
    ]


def _switch_rows(names: Iterable[str], settings: Settings) -> list[Row]:
    return [_row(name, _ON if getattr(settings, name) else _OFF) for name in names]


def _row(name: str, tail: str) -> Row:
    words = SETTING_WORDS[name]
    about = _(VIM_KEYS_DO, keys=vim_keys()) if name in _KEYS else words.about
    return Row(words.label, name, tail=tail, help=about)


def parse_seconds(typed: str) -> int | None:
    """Return the seconds that were typed; None for off.

    Raises:
        ValueError: with a sentence, if it is neither.
    """
    word = typed.strip().lower().removesuffix("seconds").removesuffix("s").strip()
    if word == _OFF:
        return None
    if not word.isdecimal() or not 1 <= int(word) <= 86_400:
        raise ValueError(_("Say a number of seconds, like “60”, or “off”."))
    return int(word)


def parse_measure(typed: str) -> int:
    """Return the columns that were typed.

    Raises:
        ValueError: with a sentence, if it is no such number.
    """
    word = typed.strip().lower().removesuffix("columns").strip()
    if not word.isdecimal() or not NARROWEST <= int(word) <= WIDEST:
        raise ValueError(_("Say a number from {narrowest} to {widest}.", narrowest=NARROWEST, widest=WIDEST))
    return int(word)


class _Asked(NamedTuple):
    """How a setting is asked for."""

    dialog: Callable[[Any], Choose | Ask]
    """Makes the question, from what is set."""
    read: Callable[[str], object]
    """Makes the value of an answer."""


_ASKED = {
    _NOTICE: _Asked(lambda kept: Choose(_("A notice when a pause is due"), _NOTICE_ROWS, kept), Notice),
    _MOTION: _Asked(lambda kept: Choose(SETTING_WORDS[_MOTION].label, _MOTION_ROWS, kept), Motion),
    _MEASURE: _Asked(lambda kept: Ask(_MEASURE_QUESTION, str(kept), check=parse_measure), parse_measure),
    _CLIPBOARD: _Asked(
        lambda kept: Ask(
            _("Clear what was copied after how many seconds? Or off."), str(kept or _OFF), check=parse_seconds
        ),
        parse_seconds,
    ),
    _FADE: _Asked(
        lambda kept: Ask(
            _("After how many days do the words of an entry fade? Or never."),
            str(kept or _NEVER),
            check=parse_fade_after,
        ),
        parse_fade_after,
    ),
}
"""The settings that are neither on nor off, but for the theme, by their names."""
