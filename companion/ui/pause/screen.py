"""Pause: a timed time apart with a promise to return."""

from asyncio import shield

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from companion.catalogue import _
from companion.domain.pause import Pause, PauseKind, PauseState
from companion.domain.script import Favourite
from companion.domain.still_parked import follow_on, say_still_parked
from companion.domain.times import Clock, say_clock
from companion.domain.worksheet_uses import pause_defaults
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.storage.suggestions import suggestions
from companion.ui.messages import Follow, PauseKept
from companion.ui.pause.changing import WRONG_TOOL
from companion.ui.pause.form import PauseForm
from companion.ui.pause.returned import SHEET, ReturnedPause
from companion.ui.pause.returning.screen import ReturningScreen
from companion.ui.pause.running import RunningPause
from companion.ui.pause.waiting import WaitingPause
from companion.ui.places import Place


class PauseScreen(ReturningScreen):
    """Shows the one part that fits: the form, the running pause, or the return."""

    CSS_PATH = [STYLES / "pause.tcss", SHEET]

    first_keys = ("pause.start", "pause.not-safe", "place.back")

    place = Place.PAUSE

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(store, library, clock)
        self._shown: tuple[str, str, bool] | None = None
        self._is_swapping = False
        self._quiet_asked: str | None = None

    def compose_place(self) -> ComposeResult:
        """The frame of the part."""
        yield Vertical(id="part")

    # -- which part is shown

    def reload(self) -> None:
        """Look for the open pause, which decides what is shown, and let the app look too."""
        self.pause = self._store.pauses.open()
        self._returned = self._still_returning()
        self._show_part(arriving=True)
        self.post_message(PauseKept())

    def watch_pause(self) -> None:
        """Show the part that fits."""
        super().watch_pause()
        if self.is_shown:
            self._show_part()

    def chip(self) -> str:
        """Return what the bar shows; it counts only where the large clock can be scrolled away."""
        running = self.pause and self.pause.state(self.clock()) is PauseState.RUNNING
        if self.pause and running and not self.has_class("-low"):
            clock_or_day = say_clock(self.pause.due, self.clock()).rpartition(" on ")[2]
            return f"⏸ → {clock_or_day}"
        return super().chip()

    def tick(self) -> None:
        """Draw what depends on the time."""
        super().tick()
        if self.is_shown and self._returned and not self.pause and not self._still_returning():
            self._returned = None  # their hour is over
            self._show_part()
        for part in self.query(RunningPause):
            part.draw()
        for form in self.query(PauseForm):
            form.draw()

    def _show_part(self, *, arriving: bool = False) -> None:
        """Show the open pause; else the return that has just been; else the form.

        Args:
            arriving: Whether somebody has just come here, and was not amid something else.
        """
        if self.pause is not None and (self._returned is None or self._returned.id != self.pause.id):
            self._returned = None
            wanted = ("running", self.pause.id, self._store.is_locked)
        else:
            steps, is_locked = self._steps, self._store.is_locked
            wanted = ("returned", steps.id, is_locked) if steps else ("form", self.revealed, False)
        if wanted != self._shown:
            is_over = wanted[0] == "form" and self._shown is not None and not arriving
            self._shown = wanted
            self._is_swapping, self.has_arrived = True, False
            part = self._part()
            if is_over and isinstance(part, PauseForm):
                part.wait()
            self._swap(part)
        elif self.pause is not None and self._returned is None:
            for running in self.query(RunningPause):
                running.show(self._with_words(self.pause))

    @work(exclusive=True, group="part")
    async def _swap(self, part: Widget) -> None:
        """Take the old part away before the new one comes."""
        frame = self.query_one("#part", Vertical)
        await shield(frame.remove_children())  # the next swap ends this one: a part half taken away could not be left
        await frame.mount(part)
        self._is_swapping = False
        self.call_after_refresh(self.arrive)

    def arrive(self) -> None:
        """Take keys once the part has the focus."""
        if not self._is_swapping:
            super().arrive()

    def _part(self) -> Widget:
        scripts = self._library.scripts
        if self.pause is not None and self._returned is None:
            return self._open_part(self.pause)
        if self._steps is not None:
            return ReturnedPause(self._with_words(self._steps), scripts, self.clock, self._store.is_locked)
        answers = list(self._store.worksheets)
        usual = pause_defaults(self._library.worksheet_files.of(answers), answers)
        return PauseForm(scripts, self.clock, self.from_week(usual))

    def _open_part(self, pause: Pause) -> RunningPause:
        """Return what shows an open pause, one's own or theirs."""
        part = WaitingPause if pause.kind is PauseKind.GIVING else RunningPause
        offered = suggestions(self._store, self._library, pause)
        rhythms, settings = tuple(self._library.rhythms.values()), self._store.settings
        shown = part(self._with_words(pause), self._library.scripts, rhythms, offered, self.clock, settings)
        shown.is_quiet_asked = self._quiet_asked == pause.id
        shown.still_parked = "" if self._store.is_locked else say_still_parked(pause, self._store.pauses, self.clock())
        return shown

    # -- what the parts ask for

    @on(PauseForm.Started)
    def begin(self, event: PauseForm.Started) -> None:
        """Begin the pause; if another process has begun one, show that."""
        self._begin(follow_on(event.pause, self._store.pauses, is_locked=self._store.is_locked))

    @on(PauseForm.WrongTool)
    def read_first(self) -> None:
        """Open when a pause is the wrong tool."""
        self.post_message(Follow(WRONG_TOOL))

    @on(RunningPause.Marked)
    def keep_mark(self, event: RunningPause.Marked) -> None:
        """Keep what helps, and what is not to be shown any more; one mark a suggestion."""
        name = event.suggestion.name
        known = next((mark for mark in self._store.favourites if mark.script == name), Favourite(script=name))
        try:
            self._store.favourites.keep(msgspec.structs.replace(known, is_hidden=event.is_hidden))
        except StoreError as error:
            self._say(error)
            return
        if event.is_hidden:
            for part in self.query(RunningPause):
                part.leave_out(event.suggestion)
        said = _("It is left out from now on.") if event.is_hidden else _("It stands first from now on.")
        self.notify(said, markup=False, timeout=3)

    @on(RunningPause.Answered)
    def ask_no_more(self) -> None:
        """Ask once in a pause whether it is quiet, also where its part is made anew."""
        self._quiet_asked = self.pause.id if self.pause else None

    @on(RunningPause.Opened)
    def open_suggestion(self, event: RunningPause.Opened) -> None:
        """Open the exercise that is suggested."""
        self.post_message(Follow(event.link))

    def action_leave_field(self) -> None:
        """Leave a field, or what takes the digits."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the part's first control."""
        for form in self.query(PauseForm):
            form.focus()
        for running in self.query(RunningPause):
            running.focus()
