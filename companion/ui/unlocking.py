"""Unlocking, and noticing what other processes did to the passphrase."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import takewhile
from time import monotonic
from typing import Any, NamedTuple

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.times import Clock, local, say_clock
from companion.storage.binning import empty_bin
from companion.storage.errors import StoreError
from companion.storage.fading import fade_words
from companion.storage.store import Store
from companion.ui.ahead import Ahead
from companion.ui.locking import LockingApp
from companion.ui.place_screen import PlaceScreen
from companion.ui.screens import Screens

_SET_ELSEWHERE = _("A passphrase was set in another window. f2 unlocks.")
_CHANGED_ELSEWHERE = _("The passphrase was changed in another window. f2 unlocks with the new one.")
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
            self.call_next(self._tell, said)
        return True

    # -- what is said once

    def say_notices(self) -> None:
        """Say, once each, what the person should know of their files."""
        if self.is_covered:
            return
        for notice in self._store.notices():
            self._tell_once(notice)

    def say_copies(self) -> None:
        """Say that a sync program has left copies beside the words."""
        if count := 0 if self._state.is_locked else len(self._store.conflict_copies()):
            copies, them = (_("1 copy"), "it") if count == 1 else (_("{count} copies", count=count), "them")
            self._tell_once(
                _(
                    "A sync program left {copies} beside your words. companion merge joins {them}.",
                    copies=copies,
                    them=them,
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
            last = say_clock(failed[0].at, self._clock())
            many = (
                _("a wrong passphrase was tried")
                if len(failed) == 1
                else _("{n} wrong passphrases were tried", n=len(failed))
            )
            self._tell(_("Since it was last opened, {many}, last at {last}.", many=many, last=last))

    def _tell(self, sentence: str) -> None:
        self.notify(sentence, severity="warning", timeout=20, markup=False)
