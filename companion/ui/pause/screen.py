"""Pause: a timed time apart with a promise to return."""

from collections.abc import Callable
from datetime import datetime

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from companion.domain.content import Link
from companion.domain.pause import Pause
from companion.domain.script import PauseScript
from companion.domain.times import Clock
from companion.domain.worksheet import CALMS_ME, calming_lines, pause_defaults
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.dialogs import Ask, Choose
from companion.ui.messages import Follow, NoteMoment, PauseKept
from companion.ui.pause.ending import ASK_END, BARELY_BEGUN, Ending
from companion.ui.pause.form import PauseForm
from companion.ui.pause.more import MoreTime
from companion.ui.pause.returned import ReturnedPause
from companion.ui.pause.running import RunningPause, Suggestion, Wish
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place

_RETURN = "return"
"""The kind of entry that a return is noted as."""


class PauseScreen(PlaceScreen):
    """Shows the one part that fits: the form, the running pause, or the return."""

    CSS_PATH = [STYLES / "pause.tcss"]

    place = Place.PAUSE

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library
        self._returned: Pause | None = None
        self._shown: tuple[str, str, bool] | None = None
        self._is_swapping = False

    def compose_place(self) -> ComposeResult:
        """The frame of the part."""
        yield Vertical(id="part")

    # -- which part is shown

    def reload(self) -> None:
        """Look for the open pause, which decides what is shown, and let the app look too."""
        self.pause = self._store.pauses.open()
        self._show_part()
        self.post_message(PauseKept())

    def watch_pause(self) -> None:
        """Show the part that fits."""
        super().watch_pause()
        if self.is_shown:
            self._show_part()

    def tick(self) -> None:
        """Draw what depends on the time."""
        super().tick()
        for part in self.query(RunningPause):
            part.draw()
        for form in self.query(PauseForm):
            form.draw()

    def _show_part(self) -> None:
        """Show the open pause; else the return that has just been; else the form."""
        if self.pause is not None and (self._returned is None or self._returned.id != self.pause.id):
            self._returned = None
            wanted = ("running", self.pause.id, self._store.is_locked)
        else:
            wanted = ("returned", self._returned.id, False) if self._returned else ("form", "", False)
        if wanted != self._shown:
            self._shown = wanted
            self._is_swapping, self.has_arrived = True, False
            self._swap(self._part())
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
            rhythms = tuple(self._library.rhythms.values())
            return RunningPause(self._with_words(self.pause), scripts, rhythms, self._suggestions(), self.clock)
        if self._returned is not None:
            return ReturnedPause(self._with_words(self._returned), scripts, self.clock, self._store.is_locked)
        usual = pause_defaults(self._library.worksheets.values(), self._store.worksheets)
        return PauseForm(scripts, self.clock, usual)

    def _with_words(self, pause: Pause) -> Pause:
        """Return the pause with the shipped words to say, while its own are locked."""
        if not self._store.is_locked:
            return pause
        leave, back = (self._library.scripts[each].text for each in (PauseScript.LEAVE, PauseScript.RETURN))
        return msgspec.structs.replace(pause, leave_message=leave, return_message=back)

    def _suggestions(self) -> list[Suggestion]:
        """Return the person's own ones first, then the exercises."""
        own = [Suggestion(line) for line in calming_lines(self._store.worksheets.get(CALMS_ME))]
        shipped = [
            Suggestion(f"{each.title} · {each.minutes} min", Link("exercises", each.slug))
            for each in self._library.exercises.values()
        ]
        return own + shipped

    # -- what the parts ask for

    @on(PauseForm.Started)
    def begin(self, event: PauseForm.Started) -> None:
        """Begin the pause; if another process has begun one, show that."""
        try:
            begun = self._store.pauses.begin(event.pause)
        except StoreError as error:
            self._say(error)
            return
        if begun.id != event.pause.id:
            self.notify("A pause is running already; here it is.", markup=False)
        self.post_message(PauseKept())

    @on(RunningPause.Asked)
    def change(self, event: RunningPause.Asked) -> None:
        """Do to the running pause what was asked."""
        pause, now = self.pause, self.clock()
        if pause is None:
            return
        match event.wish:
            case Wish.BACK if now - pause.started_at < BARELY_BEGUN:
                self._ask_end("You have only just begun. What now?")
            case Wish.BACK:
                self._end(Ending.BACK)
            case Wish.TOLD:
                self._change(lambda open_one: open_one.tell(now))
            case Wish.PARK:
                self.app.push_screen(Ask("What shall wait until you are back?", check=self._park))
            case Wish.MORE:
                self.app.push_screen(MoreTime(pause, self._library.scripts, self.clock), self._move)
            case Wish.END:
                self._ask_end("End this pause?")

    def _change(self, change: Callable[[Pause], Pause]) -> Pause | None:
        """Change the pause that is shown, as it is on the disk now; say so if that can't be done."""
        if self.pause is None:
            return None
        try:
            changed = self._store.pauses.change_open(change, self.pause.id)
        except (StoreError, ValueError) as error:
            self._say(error)
            return None
        if changed is None:
            self.notify("This pause has ended elsewhere.", markup=False)
        self.post_message(PauseKept())
        return changed

    def _park(self, thought: str) -> None:
        """Keep a thought; what goes wrong is said under the field, which keeps it.

        Raises:
            StoreError: if it did not reach the disk.
        """
        if self.pause and thought.strip():
            self._store.pauses.change_open(lambda open_one: open_one.park(thought.strip()), self.pause.id)
            self.post_message(PauseKept())

    def _move(self, due: datetime | None) -> None:
        if due is not None:
            self._change(lambda open_one: open_one.move(due, self.clock()))

    def _ask_end(self, question: str) -> None:
        self.app.push_screen(Choose(question, ASK_END), lambda choice: self._end(Ending(choice or Ending.GO_ON)))

    def _end(self, ending: Ending) -> None:
        now = self.clock()
        match ending:
            case Ending.BACK:
                self._returned = self._change(lambda open_one: open_one.come_back(now))
            case Ending.OFF:
                self._change(lambda open_one: open_one.cancel(now))
            case Ending.UNRETURNED:
                self._change(lambda open_one: open_one.give_up(now))

    def _say(self, error: Exception) -> None:
        self.notify(str(error), severity="warning", timeout=10, markup=False)

    @on(RunningPause.Opened)
    def open_suggestion(self, event: RunningPause.Opened) -> None:
        """Open the exercise that is suggested."""
        self.post_message(Follow(event.link))

    @on(ReturnedPause.Felt)
    def keep_strength(self, event: ReturnedPause.Felt) -> None:
        """Keep how strong it is now."""
        if self._returned is not None:
            self._returned = msgspec.structs.replace(self._returned, strength_after=event.strength)
            try:
                self._store.pauses.keep(self._returned)
            except StoreError as error:
                self._say(error)

    @on(ReturnedPause.Done)
    def finish(self, event: ReturnedPause.Done) -> None:
        """Go back to the form; with `log`, write an entry about the pause first."""
        returned, self._returned = self._returned, None
        self._show_part()
        if event.log and returned is not None:
            parked = " · ".join(returned.thoughts)
            self.post_message(NoteMoment(_RETURN, returned.strength_after, returned.id, parked))

    def focus_first(self) -> None:
        """Focus the part's first control."""
        for form in self.query(PauseForm):
            form.query_one("#length").focus()
        for running in self.query(RunningPause):
            running.focus()
