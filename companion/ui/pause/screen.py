"""Pause: a timed time apart with a promise to return."""

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from companion.domain.content import Link
from companion.domain.pause import Pause, open_pause
from companion.domain.times import Clock
from companion.domain.worksheet import calming_lines, pause_defaults
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.dialogs import Ask, Choose
from companion.ui.messages import Follow, NoteMoment, PauseKept
from companion.ui.pause.ending import ASK_END, ended
from companion.ui.pause.form import PauseForm
from companion.ui.pause.more import MoreTime
from companion.ui.pause.returned import ReturnedPause
from companion.ui.pause.running import RunningPause, Suggestion
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place

_CALMING = "what-calms-me"
_BACK = "return"


class PauseScreen(PlaceScreen):
    """Shows the one part that fits: the form, the running pause, or the return."""

    CSS_PATH = [STYLES / "pause.tcss"]

    place = Place.PAUSE

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library
        self._returned: Pause | None = None
        self._shown: tuple[str, str] | None = None

    def compose_place(self) -> ComposeResult:
        """The frame of the part."""
        yield Vertical(id="part")

    # -- which part is shown

    def reload(self) -> None:
        """Look at the disk for the open pause, and show the part that fits."""
        self.pause = open_pause(list(self._store.pauses))
        self._show_part()

    def watch_pause(self) -> None:
        """Show the part that fits."""
        super().watch_pause()
        if self.is_mounted:
            self._show_part()

    def tick(self) -> None:
        """Draw what depends on the time."""
        super().tick()
        for part in self.query(RunningPause):
            part.draw()
        for form in self.query(PauseForm):
            form.draw()

    def _show_part(self) -> None:
        if self.pause is not None:
            self._returned = None
            wanted = ("running", self.pause.id)
        else:
            wanted = ("returned", self._returned.id) if self._returned else ("form", "")
        if wanted != self._shown:
            self._shown = wanted
            self._swap(self._part())
        elif self.pause is not None:
            for running in self.query(RunningPause):
                running.show(self.pause)

    @work(exclusive=True, group="part")
    async def _swap(self, part: Widget) -> None:
        """Take the old part away before the new one comes."""
        frame = self.query_one("#part", Vertical)
        await frame.remove_children()
        await frame.mount(part)

    def _part(self) -> Widget:
        scripts = self._library.scripts
        if self.pause is not None:
            rhythms = tuple(self._library.rhythms.values())
            return RunningPause(self.pause, scripts, rhythms, self._suggestions(), self.clock)
        if self._returned is not None:
            return ReturnedPause(self._returned, scripts, self.clock)
        defaults = pause_defaults(self._library.worksheets.values(), self._store.worksheets)
        return PauseForm(scripts, self.clock, defaults)

    def _suggestions(self) -> list[Suggestion]:
        """Return the person's own ones first, then the exercises."""
        own = [Suggestion(line) for line in calming_lines(self._store.worksheets.get(_CALMING))]
        shipped = [
            Suggestion(f"{each.title} · {each.minutes} min", Link("exercises", each.slug))
            for each in self._library.exercises.values()
        ]
        return own + shipped

    # -- what the parts ask for

    def _keep(self, pause: Pause) -> bool:
        """Keep a changed pause; say so if the disk refuses."""
        try:
            kept = self._store.pauses.keep(pause)
        except StoreError as error:
            self.notify(str(error), severity="warning", timeout=10, markup=False)
            return False
        self.pause = kept if kept.is_open else None
        self.post_message(PauseKept())
        return True

    @on(PauseForm.Started)
    def begin(self, event: PauseForm.Started) -> None:
        """Begin the pause, unless another process has begun one."""
        already = open_pause(list(self._store.pauses))
        if already is None:
            self._keep(event.pause)
        else:
            self.notify("A pause is running already; here it is.", markup=False)
            self.pause = already

    @on(RunningPause.Asked)
    def change(self, event: RunningPause.Asked) -> None:
        """Do to the running pause what was asked."""
        pause, now = self.pause, self.clock()
        if pause is None:
            return
        match event.what:
            case "back":
                self._end(pause.come_back(now))
            case "told":
                self._keep(msgspec.structs.replace(pause, told_at=pause.told_at or now))
            case "park":
                self.app.push_screen(Ask("What shall wait until you are back?"), self._park)
            case "more":
                self.app.push_screen(MoreTime(pause, self._library.scripts, self.clock), self._move)
            case "end":
                self.app.push_screen(Choose("End this pause?", ASK_END), self._call_off)

    def _park(self, thought: str | None) -> None:
        if thought and thought.strip() and self.pause:
            self._keep(self.pause.park(thought.strip()))

    def _move(self, moved: Pause | None) -> None:
        if moved is not None:
            self._keep(moved)

    def _call_off(self, choice: str | None) -> None:
        if self.pause is None or choice is None:
            return
        if choice == _BACK:
            self._end(self.pause.come_back(self.clock()))
        elif (over := ended(choice, self.pause, self.clock())) is not None and self._keep(over):
            self.notify("The pause has ended.", markup=False)

    def _end(self, pause: Pause) -> None:
        self._returned = pause
        if not self._keep(pause):
            self._returned = None

    @on(RunningPause.Opened)
    def open_suggestion(self, event: RunningPause.Opened) -> None:
        """Open the exercise that is suggested."""
        self.post_message(Follow(event.link))

    @on(ReturnedPause.Felt)
    def keep_strength(self, event: ReturnedPause.Felt) -> None:
        """Keep how strong it is now."""
        if self._returned is not None:
            self._returned = msgspec.structs.replace(self._returned, strength_after=event.strength)
            self._keep(self._returned)

    @on(ReturnedPause.Done)
    def finish(self, event: ReturnedPause.Done) -> None:
        """Go back to the form; with `log`, write an entry about the pause first."""
        returned, self._returned = self._returned, None
        self._show_part()
        if event.log and returned is not None:
            self.post_message(NoteMoment("return", returned.strength_after, returned.id))

    def focus_first(self) -> None:
        """Focus the part's first control."""
        for form in self.query(PauseForm):
            form.query_one("#length").focus()
        for running in self.query(RunningPause):
            running.focus()
