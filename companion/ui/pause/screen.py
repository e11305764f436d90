"""Pause: a timed time apart with a promise to return."""

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from companion.domain.pause import Pause, PauseKind, PauseState
from companion.domain.returning import LASTS, RETURN, coming_back, log_note, return_entry
from companion.domain.script import Favourite
from companion.domain.times import Clock, say_clock
from companion.domain.worksheet import pause_defaults
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.storage.suggestions import suggestions
from companion.ui.locked import kept
from companion.ui.messages import Follow, NoteMoment, PauseKept
from companion.ui.pause.changing import WRONG_TOOL
from companion.ui.pause.form import PauseForm
from companion.ui.pause.from_week import FromWeekScreen
from companion.ui.pause.returned import SHEET, ReturnedPause
from companion.ui.pause.returning.last import EntryWish
from companion.ui.pause.running import RunningPause
from companion.ui.pause.waiting import WaitingPause
from companion.ui.place_bar import PlaceBar
from companion.ui.places import Place

_KEPT = "Kept in the log, with this pause."


class PauseScreen(FromWeekScreen):
    """Shows the one part that fits: the form, the running pause, or the return."""

    CSS_PATH = [STYLES / "pause.tcss", SHEET]

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

    def _still_returning(self) -> Pause | None:
        """Return the pause whose steps are shown, or go on, as it is on the disk now; none after half a day."""
        returned, now, pauses = self._returned, self.clock(), self._store.pauses
        if returned is None:
            return None if self.pause else coming_back(pauses, now)
        if returned.ended_at and now - returned.ended_at > LASTS:
            return None
        return returned if self._store.is_locked else self._whole(pauses.get(returned.id))

    def watch_pause(self) -> None:
        """Show the part that fits."""
        super().watch_pause()
        if self.is_shown:
            self._show_part()

    def tick(self) -> None:
        """Draw what depends on the time; the chip counts only where the large clock can be scrolled away."""
        running = self.pause and self.pause.state(self.clock()) is PauseState.RUNNING
        if self.pause and running and self.is_shown and not self.has_class("-low"):
            clock_or_day = say_clock(self.pause.due, self.clock()).rpartition(" on ")[2]
            self.query_one(PlaceBar).chip = f"⏸ → {clock_or_day}"
        else:
            super().tick()
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
            is_locked = self._store.is_locked
            wanted = ("returned", self._returned.id, is_locked) if self._returned else ("form", self.revealed, False)
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
        await frame.remove_children()
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
        if self._returned is not None:
            return ReturnedPause(self._with_words(self._returned), scripts, self.clock, self._store.is_locked)
        answers = list(self._store.worksheets)
        usual = pause_defaults(self._library.worksheet_files.of(answers), answers)
        return PauseForm(scripts, self.clock, self.from_week(usual))

    def _open_part(self, pause: Pause) -> RunningPause:
        """Return what shows an open pause, one's own or theirs."""
        part = WaitingPause if pause.kind is PauseKind.GIVING else RunningPause
        offered = suggestions(self._store, self._library, pause)
        rhythms, motion = tuple(self._library.rhythms.values()), self._store.settings.motion
        shown = part(self._with_words(pause), self._library.scripts, rhythms, offered, self.clock, motion)
        shown.is_quiet_asked = self._quiet_asked == pause.id
        return shown

    # -- what the parts ask for

    @on(PauseForm.Started)
    def begin(self, event: PauseForm.Started) -> None:
        """Begin the pause; if another process has begun one, show that."""
        self._begin(event.pause)

    def _begin(self, pause: Pause) -> None:
        try:
            begun = self._store.pauses.begin(pause)
        except StoreError as error:
            self._say(error)
            return
        if begun.id != pause.id:
            self.notify("A pause is running already; here it is.", markup=False)
        self.post_message(PauseKept())

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
        said = "It is left out from now on." if event.is_hidden else "It stands first from now on."
        self.notify(said, markup=False, timeout=3)

    @on(RunningPause.Answered)
    def ask_no_more(self) -> None:
        """Ask once in a pause whether it is quiet, also where its part is made anew."""
        self._quiet_asked = self.pause.id if self.pause else None

    @on(RunningPause.Opened)
    def open_suggestion(self, event: RunningPause.Opened) -> None:
        """Open the exercise that is suggested."""
        self.post_message(Follow(event.link))

    @on(ReturnedPause.Changed)
    def keep_returned(self, event: ReturnedPause.Changed) -> None:
        """Keep what the steps after the return leave."""
        if (before := self._returned) is None:
            return
        self._returned = event.over(before)
        try:
            self._returned = self._whole(self._store.pauses.change(before, self._returned))
        except StoreError as error:
            self._say(error)
        if self._returned is None:  # it was deleted elsewhere
            self._show_part()

    @on(ReturnedPause.Rebook)
    def begin_again(self, event: ReturnedPause.Rebook) -> None:
        """Begin the pause that gives more time."""
        self._returned = None
        self._begin(event.pause)

    @on(ReturnedPause.TurnOver)
    def ring(self) -> None:
        """Ring once for the end of a turn, if the bell is on."""
        if self._store.settings.bell:
            self.app.bell()

    @on(ReturnedPause.Done)
    def finish(self, event: ReturnedPause.Done) -> None:
        """Go back to the form, once the entry about the pause is kept or opened, if one is wanted."""
        if (returned := self._returned) is None:
            return
        if event.entry is EntryWish.KEEP and not self._keep_entry(returned):
            return
        self._returned = None
        self._show_part()
        if event.entry is EntryWish.OPEN:
            self.post_message(NoteMoment(RETURN, returned.strength_after, returned.id, log_note(returned)))

    def _keep_entry(self, returned: Pause) -> bool:
        """Keep the entry about the return; return whether that was possible."""
        try:
            self._store.entries.keep(return_entry(returned, self.clock()))
        except StoreError as error:
            self._say(error)
            return False
        self.notify(kept(self._store.is_locked, _KEPT), markup=False)
        return True

    def focus_first(self) -> None:
        """Focus the part's first control."""
        for form in self.query(PauseForm):
            form.query_one("#length").focus()
        for running in self.query(RunningPause):
            running.focus()
