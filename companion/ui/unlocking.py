"""Unlocking, and noticing what other processes did to the passphrase."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import takewhile
from time import monotonic
from typing import Any, NamedTuple

from textual import events
from textual.screen import ModalScreen

from companion.catalogue import _, ngettext
from companion.domain.entry import Entry
from companion.domain.times import Clock, local, say_clock
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.ui.ahead import Ahead
from companion.ui.bindings import VIM, list_keys
from companion.ui.locked import say_locked
from companion.ui.locking import LockingApp
from companion.ui.place_screen import PlaceScreen
from companion.ui.screens import Screens

_SET_ELSEWHERE = _("A passphrase was set in another window. {unlock} unlocks.")
_CHANGED_ELSEWHERE = _("The passphrase was changed in another window. {unlock} unlocks with the new one.")
_REMOVED_ELSEWHERE = _("The passphrase was taken away in another window. Your words are not sealed any more.")

_QUIET = 3.0
"""Seconds without a key after which old words may fade: with many years of them that takes a quarter of a second."""


class _State(NamedTuple):
    """How the words are guarded at a moment."""

    has_passphrase: bool
    is_locked: bool


class UnlockingApp(LockingApp):
    """An app that can be unlocked, and that says once what the person should know of their files."""

    def __init__(self, store: Store, screens: Screens, clock: Clock, **options: Any) -> None:
        super().__init__(store, clock, **options)
        self._screens = screens
        self.ahead = Ahead(self)
        self._state = self._read_state()
        self._said: set[str] = set()
        self._faded_on: date | None = None

    def _read_state(self) -> _State:
        return _State(self._store.has_passphrase, self._store.is_locked)

    # -- what f2 does

    def action_unlock(self) -> None:
        """Ask for the passphrase."""
        if not self._is_open("is_unlock"):
            self.push_screen(self._screens.unlock(), self._take_opening)

    def action_uncover(self) -> None:
        """Show what lies under the cover; ask at once for the passphrase, which many people type unasked."""
        super().action_uncover()
        if self.check_action("unlock", ()):
            self.action_unlock()

    def on_key(self, event: events.Key) -> None:
        """Take a letter that is no key here, while it is locked, for the first one of the passphrase."""
        is_letter = event.character is not None and event.character.isalpha()
        if not is_letter or isinstance(self.screen, ModalScreen) or not self.check_action("unlock", ()):
            return
        here = dict.fromkeys(type(each) for each in (self, self.screen, *self.screen.walk_children()))
        keys = (key for key in list_keys(here, self.keymap) if not key.id.startswith(VIM))
        is_wanted = event.key in self.screen.active_bindings  # a vim key, where they are
        if not is_wanted and not any(event.key in key.keys.split(",") for key in keys):
            self.action_unlock()
            self.take_again(event)

    def action_lock(self) -> None:
        """Lock at once."""
        self.lock()

    def action_privacy(self) -> None:
        """Show how the words are guarded, and what can be done about it."""
        if not self._is_open("is_privacy"):
            self.push_screen(self._screens.privacy())

    def _is_open(self, mark: str) -> bool:
        return any(getattr(screen, mark, False) for screen in self.screen_stack)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to unlock only what is locked, and to lock only what has a passphrase."""
        if not super().check_action(action, parameters):
            return False
        match action:
            case "unlock":
                return self._store.is_locked
            case "lock":
                return self._store.has_passphrase and not self._store.is_locked
            case _:
                return True

    # -- what has changed

    def before_locking(self) -> None:
        """Remember whether today is kept as an ordinary day; hold no words on the way to being looked at."""
        self.ahead.drop()
        self._screens.ordinary.remember()

    def show_state(self) -> None:
        """Let the screen that is shown say what is true now."""
        self._state = self._read_state()
        screen = self.shown()
        if isinstance(screen, PlaceScreen):
            screen.is_locked = self._state.is_locked
            screen.refresh_bindings()

    def fade_if_quiet(self) -> None:
        """Let old words fade, if that is wanted, and empty the bin: once a day, unlocked, while nobody types."""
        today = local(self._clock()).date()
        if self._faded_on == today or self._state.is_locked or self._is_busy or monotonic() - self._touched < _QUIET:
            return
        self._faded_on = today
        from companion.storage.binning import empty_bin  # nothing that the first frame has to wait for
        from companion.storage.fading import fade_words

        with suppress(StoreError):  # it is tried again the next day, and the next time
            now = self._clock()
            if fade_words(self._store, now) + empty_bin(self._store, now):
                self.read_again()

    def read_again(self) -> None:
        """Let the screen that is shown read the store again."""
        self.show_state()
        if isinstance(screen := self.shown(), PlaceScreen):
            screen.reload()

    def entries_ahead(self) -> Iterator[Entry]:
        """Make the entries, for whoever looks at them next; what is wrong with the file is said there."""
        with suppress(StoreError):
            yield from self._store.entries

    def after_work(self) -> None:
        """Show what a thread has done to the passphrase."""
        self.read_again()

    def _take_opening(self, is_open: bool | None) -> None:
        """Show every word again, once the passphrase was right."""
        if is_open:
            self.read_again()
            self.ahead.begin(self.entries_ahead())
            self._say_tries()
            self.say_notices()
            self.say_copies()

    def follow_others(self) -> bool:
        """Follow what another process did to the passphrase; return whether it did something."""
        before, now = self._state, self._read_state()
        if before == now:
            return False
        if now.is_locked and not before.is_locked:
            said = _CHANGED_ELSEWHERE if before.has_passphrase else _SET_ELSEWHERE
            self.lock(None if self.is_covered else partial(self.switch_mode, self.current_mode))
        else:
            said = "" if now.has_passphrase else _REMOVED_ELSEWHERE
            self.read_again()
        self._state = now
        if said:
            self.call_next(self._tell, say_locked(said))
        return True

    # -- what is said once

    def say_notices(self) -> None:
        """Say, once each, what the person should know of their files."""
        if self.is_covered:
            return
        for notice in (*self._store.notices(), *filter(None, [self.keys_problem])):
            self._tell_once(notice)

    def say_copies(self) -> None:
        """Say that a sync program has left copies beside the words."""
        if count := 0 if self._state.is_locked else len(self._store.conflict_copies()):
            self._tell_once(
                ngettext(
                    "A sync program left {n} copy beside your words. companion merge joins it.",
                    "A sync program left {n} copies beside your words. companion merge joins them.",
                    count,
                )
            )

    def _tell_once(self, notice: str) -> None:
        if notice not in self._said:
            self._said.add(notice)
            self._tell(notice)

    def _say_tries(self) -> None:
        """Say that somebody has tried other passphrases since the last opening."""
        openings = list(self._store.openings)
        if openings and openings[0].ok:
            openings.pop(0)  # this one
        failed = list(takewhile(lambda opening: not opening.ok, openings))
        if failed:
            self._tell(
                ngettext(
                    "Since it was last opened, a wrong passphrase was tried, last at {clock}.",
                    "Since it was last opened, {n} wrong passphrases were tried, last at {clock}.",
                    len(failed),
                    clock=say_clock(failed[0].at, self._clock()),
                )
            )

    def _tell(self, sentence: str) -> None:
        self.notify(sentence, severity="warning", timeout=20, markup=False)
