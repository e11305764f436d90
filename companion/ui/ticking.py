"""What goes on beside the keys: the clock's tick, and what another process writes; both reach what is seen."""

from collections.abc import Iterator
from typing import Any

from textual import on
from textual.screen import ModalScreen, Screen

from companion.domain.pause import Pause
from companion.domain.times import Clock
from companion.storage.store import Store
from companion.ui.dismissing import LeftOnce
from companion.ui.messages import PauseKept
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.ringing import Ringing
from companion.ui.screens import Screens
from companion.ui.unlocking import UnlockingApp

_LOOK_EVERY = 2.0
"""Seconds between looks at whether another process has written."""


class TickingApp(UnlockingApp):
    """An app that knows the open pause, and shows at each moment what is true of it."""

    def __init__(self, store: Store, screens: Screens, clock: Clock, **options: Any) -> None:
        super().__init__(store, screens, clock, **options)
        self._pause: Pause | None = None
        self._ringing = Ringing()
        self._minute = clock().replace(second=0, microsecond=0)

    def begin_to_tick(self) -> None:
        """Look at the clock and at the disk from now on."""
        self.set_interval(1.0, self._tick)
        self.set_interval(_LOOK_EVERY, self._look)

    def seen(self) -> Iterator[Screen[Any]]:
        """Yield the screen that is shown, and those that are seen under it, if it is a dialog."""
        for screen in reversed(self._screen_stacks.get(self.current_mode, [])):
            yield screen
            if not isinstance(screen, ModalScreen):
                return

    # -- the open pause

    @on(PauseKept)
    def _read_pause(self) -> None:
        """Look for the open pause on the disk: the app alone knows which one is shown."""
        self._pause = self._store.pauses.open()
        self._show_pause()

    def _show_pause(self) -> None:
        for screen in self.seen():
            if isinstance(screen, PlaceScreen):
                screen.pause = self._pause
                screen.is_locked = self._state.is_locked

    def after_locking(self) -> None:
        """Know of the open pause only what is known while it is locked."""
        self._read_pause()
        self.show_state()

    def read_again(self) -> None:
        """Let the app and the screen that is shown read the store again."""
        super().read_again()
        self._read_pause()

    # -- the clock

    def _tick(self) -> None:
        """Draw what depends on the time: each second while a pause is open, else each minute. Ring when it is due."""
        if self._exit or not self.is_running:
            return
        self.lock_if_due()
        self.sweep_if_quiet()
        self.fade_if_quiet()
        now = self._clock()
        minute = now.replace(second=0, microsecond=0)
        if self._pause or minute != self._minute:
            self._draw_time()
        self._minute = minute
        is_watched = self.current_mode == Place.PAUSE
        self._ringing.look(self, self._store.settings, self._pause, now, is_watched=is_watched)

    def _draw_time(self) -> None:
        for screen in self.seen():
            if isinstance(screen, PlaceScreen):
                screen.tick()
            elif isinstance(screen, LeftOnce):
                screen.show_present()

    # -- the disk

    def _look(self) -> None:
        """Show what another process has written; under a dialog no more than the pause, for its answer is to come."""
        if self._exit or not self.is_running or self._is_busy or self.follow_others():
            return
        stale, before = self._store.is_stale(), self._pause
        self.say_notices()
        self._read_pause()
        if stale and isinstance(self.screen, PlaceScreen):
            self.screen.reload()
        elif stale and before and self.current_mode == Place.PAUSE:
            self._tell_dialogs(before)

    def _tell_dialogs(self, before: Pause) -> None:
        """Let what is asked about a pause follow what another process made of it."""
        same = self._pause if self._pause and self._pause.id == before.id else None
        for screen in list(self.seen()):
            if isinstance(screen, LeftOnce):
                screen.know(same)
