"""When a time has come: said once, whatever screen is shown; and when the machine's clock was moved."""

from datetime import datetime, timedelta
from time import monotonic

from textual.app import App
from textual.notifications import SeverityLevel

from companion.catalogue import _
from companion.domain.pause import Pause, PauseState
from companion.domain.set_back import find_set_back, say_set_back, set_back
from companion.domain.settings import Settings
from companion.domain.times import say_clock, say_length
from companion.ui.bindings import key_of, key_to
from companion.ui.notice import notice
from companion.ui.places import Place

_JUMP = timedelta(minutes=1)
"""Of a clock that gains or loses more than this between two looks, it is said that it moved."""

_LONG = 20.0
"""Seconds that it stands on the screen."""


class Ringing:
    """Knows which times were said."""

    def __init__(self) -> None:
        self._said: set[tuple[str, datetime]] = set()
        self._looked: tuple[datetime, float] | None = None
        self._behind = timedelta()
        """By how much the clock was set back, and not set right again since."""
        self._standing: str | None = None
        """What was said about that last."""

    def know(self, app: App[None], pause: Pause, now: datetime) -> None:
        """Take the times that have come already as said: they stand on the screen that is shown first."""
        self._said.update((pause.id, each) for each in _times(pause) if each <= now)
        if back := set_back(pause, now):
            self._behind = back
            self._warn(app, find_set_back(pause, now))

    def look(self, app: App[None], settings: Settings, pause: Pause | None, now: datetime, *, is_watched: bool) -> None:
        """Say what the time has brought: called each second.

        Args:
            app: Whose bell rings.
            settings: How it is said.
            pause: The open one.
            now: The time.
            is_watched: Whether the pause is what is shown.
        """
        moved = self.clock_moved(now)
        self._behind = max(timedelta(), self._behind - moved)
        if self._standing and self._behind < _JUMP:
            self._warn(app, None)
        if pause is None:
            return
        if moved < timedelta():
            self._warn(app, _say_moved(pause, -moved, now))
        if (at := self.comes_due(pause, now)) is not None:
            ring(app, settings, at, now)
            if not is_watched:
                _say(app, say_time_has_come(pause, at, now))

    def comes_due(self, pause: Pause, now: datetime) -> datetime | None:
        """Return the time that has just come; each is returned once."""
        for each in _times(pause):
            if each <= now and (pause.id, each) not in self._said:
                self._said.update((pause.id, earlier) for earlier in _times(pause) if earlier <= now)
                return each
        return None

    def clock_moved(self, now: datetime) -> timedelta:
        """Return by how much the machine's clock was set since the last look: below zero, back; zero, not at all.

        A machine that slept wakes with both clocks stopped or both gone on, which is no move of one against the other
        on every system: so only a clock set back is told apart for sure, and a jump ahead may be sleep.
        """
        looked, self._looked = self._looked, (now, monotonic())
        if looked is None:
            return timedelta()
        moved = (now - looked[0]) - timedelta(seconds=self._looked[1] - looked[1])
        return moved if abs(moved) > _JUMP else timedelta()

    def _warn(self, app: App[None], sentence: str | None) -> None:
        """Say that the clock went back, instead of what was said of that before; None only takes that away."""
        for each in [each for each in app._notifications if each.message == self._standing]:
            app._unnotify(each)
        self._standing = sentence
        if sentence:
            _say(app, sentence, severity="warning")


def _say(app: App[None], sentence: str, severity: SeverityLevel = "information") -> None:
    app.notify(sentence, severity=severity, timeout=_LONG, markup=False)


def ring(app: App[None], settings: Settings, at: datetime, now: datetime) -> None:
    """Let the bell and the notice say that a time has come, as far as they were chosen."""
    if settings.bell:
        app.bell()
    to_write, problem = notice(settings.notice, say_clock(at, now))
    if to_write and (driver := app._driver):
        driver.write(to_write)
    if problem:
        app.notify(problem, severity="warning", markup=False)


def say_time_has_come(pause: Pause, at: datetime, now: datetime) -> str:
    """Say which time has come, on another screen than the pause's."""
    clock = say_clock(at, now)
    if at == pause.due and pause.state(now) is PauseState.OVERDUE:
        theirs = _("That is the time they said") if pause.is_stated else _("You wanted to ask for a time")
        what = _("Your pause is over") if pause.is_own else theirs
    elif at == pause.check_in:
        what = _("You said you would give a sign") if pause.is_own else _("They said they would give a sign")
    else:
        what = _("You wanted to wait until now")
    return _("{clock}. {what}; {key} goes to it.", clock=clock, what=what, key=key_to(Place.PAUSE))


def _say_moved(pause: Pause, moved: timedelta, now: datetime) -> str:
    """Say that the clock went back, and which key sets another time."""
    back = say_set_back(say_length(moved), pause, now)
    more = key_of(f"{'running' if pause.is_own else 'waiting'}.more", "plus")
    return _("{set_back} {more} sets another time.", set_back=back, more=more)


def _times(pause: Pause) -> tuple[datetime, ...]:
    """Return the times of a pause, the last to come first."""
    times = (pause.due, pause.check_in, pause.end_point)
    return tuple(sorted((each for each in times if each is not None), reverse=True))
