"""Covering and locking: the words are put away, and no screen that held them is left."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from time import monotonic, sleep
from typing import Any

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import Screen

from companion.domain.settings import SHORTEST
from companion.domain.times import Clock
from companion.storage.store import Store
from companion.ui.cover import CLEAR, Cover
from companion.ui.dismissing import LeftOnce
from companion.ui.garbage import Garbage
from companion.ui.type_ahead import TypeAheadApp

COVERED = "covered"
"""The mode whose only screen is the cover; everything else is made anew behind it."""

SLEPT = 30.0
"""Seconds between two looks at the clock that mean: the machine was asleep, or this program stopped."""

LATER = 30.0
"""Seconds after which all is searched again: until a timer would have gone off, asyncio holds what it was for."""

_UNDER_THE_COVER = ("cover", "uncover", "quit", "suspend_process")
"""What can be done while the cover is shown, or while a thread has the store."""

_YIELD = 0.001
"""Seconds in which the thread that writes to the terminal has the interpreter to itself, before anything is drawn."""

_INPUT = (events.Key, events.MouseEvent, events.Paste)
"""What a person does; without it for long, nobody is there."""


class LockingApp(TypeAheadApp):
    """An app that covers itself at once, and locks itself when nobody is there."""

    def __init__(self, store: Store, clock: Clock, **options: Any) -> None:
        super().__init__(**options)
        self._store = store
        self._clock = clock
        self.wants_vim_keys = lambda: store.settings.vim_keys
        self._touched = self._looked = monotonic()
        self._looked_at = clock()
        self._is_clean = False
        self._is_busy = False
        self._leave: Callable[[], None] | None = None
        self._then: Callable[[], object] | None = None
        self._going: list[AwaitComplete] = []
        self._left = self.DEFAULT_MODE
        self._garbage = Garbage()
        self.own_clipboard.clear_after = lambda: store.settings.clear_clipboard
        self.add_mode(COVERED, Cover)

    def exit(self, *arguments: Any, **options: Any) -> None:
        """Keep what is typed but not kept yet, then leave; however one leaves, nothing typed is lost."""
        if self._is_busy:
            self._leave = partial(self.exit, *arguments, **options)
            return
        self._keep_unkept()
        super().exit(*arguments, **options)

    # -- covering

    @property
    def is_covered(self) -> bool:
        """Whether the cover is shown."""
        return isinstance(self.shown(), Cover)

    def shown(self) -> Screen[Any] | None:
        """Return the screen that is shown; none before the first is."""
        stack = self._screen_stacks.get(self.current_mode)
        return stack[-1] if stack else None

    def action_cover(self) -> None:
        """Hide everything at once, and lock what has a passphrase; a second time, quit."""
        if self.is_covered:
            self.exit()
            return
        self._blank()
        if not self.lock():
            self._cover()

    def _blank(self) -> None:
        """Clear the terminal before anything else: drawing the cover over a long article takes several frames."""
        if self._driver is not None:
            self._driver.write(CLEAR)
            self._driver.flush()
            sleep(_YIELD)
        self.drop_keys()

    def _cover(self) -> None:
        """Lay the cover over the screen, which stays as it is; the terminal is blank already."""
        self.clear_notifications()
        self.push_screen(Cover())

    def action_uncover(self) -> None:
        """Show what lies under the cover; behind a locked one that is the place one was at."""
        if self.current_mode == COVERED:
            self.switch_mode(self._left)
        else:
            self.screen.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Do nothing under the cover that could show anything, and nothing to a store that a thread works on."""
        if self.is_covered or self._is_busy:
            return action in _UNDER_THE_COVER
        return super().check_action(action, parameters)

    def notify(self, message: str, **options: Any) -> None:
        """Say something in passing, once while it stands there; over the cover nothing is said."""
        if not self.is_covered and all(said.message != message for said in self._notifications):
            super().notify(message, **options)

    # -- locking

    def lock(self, then: Callable[[], object] | None = None) -> bool:
        """Cover, keep what is typed, lock, and throw every screen away; return whether there was anything to lock.

        Without a passphrase there is not. What can't be kept (a full disk) is not thrown away: it is covered,
        and locked as soon as it can be.

        Args:
            then: Shows something else instead of the cover, locked.
        """
        if self._is_busy or not self._store.has_passphrase:
            return False
        self.own_clipboard.clear()
        if not self.is_covered:
            self._blank()
        if not self._keep_unkept():
            if not self.is_covered:
                self._cover()
            return True
        self.before_locking()
        self._store.lock()
        self._is_clean, self._then = True, then
        if self.current_mode != COVERED:
            self._left = self.current_mode
        self.clear_notifications()
        self._last_focused_on_app_blur = None
        self.switch_mode(COVERED)
        self._going = [self._renew(mode) for mode in list(self._modes) if mode != COVERED]
        self.call_next(self._let_go)
        return True

    def _renew(self, mode: str) -> AwaitComplete:
        """Remove all screens of a mode; they are made anew when one goes there."""
        make, gone = self._modes[mode], self.remove_mode(mode)
        self.add_mode(mode, make)
        return gone

    async def _let_go(self) -> None:
        """Wait until the screens are gone, then leave nothing of them in memory, as far as that can be done."""
        while self._going:
            await self._going.pop()  # no name stands for it any more when it is searched for
        self.after_locking()
        if self._then is not None and self.is_running:
            self._then()
        self._garbage.sweep_all(self)
        self.set_timer(LATER, partial(self._garbage.sweep_all, self))

    def before_locking(self) -> None:
        """Look, for the last time, at what is to be known while it is locked."""

    def after_locking(self) -> None:
        """Forget what the app itself knows of the words."""

    def _keep_unkept(self) -> bool:
        """Keep what is typed but not kept yet, on every screen; return whether nothing of it is left over."""
        return all([screen.keep_unkept() for screen in self._all_screens() if isinstance(screen, LeftOnce)])

    def _all_screens(self) -> list[Screen[Any]]:
        return [screen for stack in self._screen_stacks.values() for screen in stack]

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Open a stretch in which a thread works on the store: nobody else touches it; locking and leaving wait."""
        self._is_busy = True
        try:
            yield
        finally:
            self._is_busy = False
            self.after_work()
        if self._leave:
            self._leave()
        elif self.is_covered:
            self.lock()

    def after_work(self) -> None:
        """Show what the thread has done."""

    # -- nobody there

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there; whoever wakes a machine that was asleep finds it locked."""
        if isinstance(event, _INPUT) and not event.is_forwarded:
            if self.lock_if_due():
                return
            self._touched, self._is_clean = monotonic(), False
            self._garbage.expect()
        await super().on_event(event)

    def lock_if_due(self) -> bool:
        """Lock if nobody has been there for long, or if the machine was asleep; return whether it did."""
        if self._is_busy:
            return False
        now, moment = monotonic(), self._clock()
        slept = max(now - self._looked, (moment - self._looked_at).total_seconds()) > SLEPT
        self._looked, self._looked_at = now, moment
        idle = now - self._touched
        if self._is_clean or not (slept or self._is_idle(idle)) or not self._has_words():
            return False
        return self.lock(None if slept else self.way_when_idle())

    def sweep_if_quiet(self) -> None:
        """Look for garbage while nobody types."""
        self._garbage.sweep_if_quiet(self, monotonic() - self._touched)

    def _has_words(self) -> bool:
        """Return whether there is anything to put away: what was unlocked, or what was typed while it is locked."""
        if not self._store.is_locked:
            return True
        fields = [field for screen in self._all_screens() for field in screen.query("Input, TextArea")]
        return any(getattr(field, "value", "") or getattr(field, "text", "") for field in fields)

    def way_when_idle(self) -> Callable[[], object] | None:
        """Return the way to what goes on being of use when nobody touches a key; by default there is none."""
        return None

    def _is_idle(self, seconds: float) -> bool:
        after = self._store.settings.lock_after if seconds >= SHORTEST * 60 else None
        return after is not None and seconds >= after * 60

    def on_app_blur(self) -> None:
        """Lock when the terminal's window loses the focus, if that is wanted."""
        if self._store.settings.lock_on_blur and not self.is_covered:
            self.lock()

    async def action_suspend_process(self) -> None:  # type: ignore[override]  # Textual awaits it
        """Hand the terminal back to the shell, locked."""
        if self.lock():
            await self._let_go()
        super().action_suspend_process()
