"""The pacer: a line that fills and empties with the breath."""

from typing import ClassVar

from rich.segment import Segment
from textual.errors import NoWidget
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from companion.domain.rhythm import Rhythm
from companion.domain.settings import Motion
from companion.domain.times import Clock

_FRAMES, _STEPS = 8, 2
"""Looks a second where the bar moves smoothly, and where not. A frame takes 2 ms of processor, a look half of one."""
_EIGHTHS = " ▏▎▍▌▋▊▉"
_WIDEST = 40


class Pacer(Widget):
    """Two lines: what to do now, and a bar that is as full as the breath.

    With motion reduced, the bar moves once a second; as text, or where animations are off, the words alone change.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pacer--cue", "pacer--bar"}

    def __init__(self, rhythm: Rhythm, clock: Clock, motion: Motion = Motion.FULL, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._motion = motion
        self._rhythm = rhythm
        self._clock = clock
        self._began = clock()
        self._drawn: tuple[int, str] = (-1, "")
        self._timer: Timer | None = None

    @property
    def rhythm(self) -> Rhythm:
        """The rhythm it follows; setting another begins it anew."""
        return self._rhythm

    @rhythm.setter
    def rhythm(self, rhythm: Rhythm) -> None:
        self._rhythm = rhythm
        self._began = self._clock()
        self.refresh()

    @property
    def motion(self) -> Motion:
        """How much moves."""
        return self._motion

    @motion.setter
    def motion(self, motion: Motion) -> None:
        self._motion = motion
        self._begin_to_look()

    def on_mount(self) -> None:
        """Look at the clock a few times a second, as long as somebody can see it."""
        self._begin_to_look()
        self.app.screen_change_signal.subscribe(self, self._attend)
        self.screen.screen_layout_refresh_signal.subscribe(self, self._attend)

    def _begin_to_look(self) -> None:
        if self._timer:
            self._timer.stop()
        looks = _FRAMES if self._moves and self.motion is Motion.FULL else _STEPS
        self._timer = self.set_interval(1 / looks, self._look)

    def _attend(self, _: Screen[object]) -> None:
        """Rest while another screen lies over this one, or the pacer is scrolled or folded away."""
        self.rest(not self._is_seen)

    @property
    def _is_seen(self) -> bool:
        try:
            return self.app.screen is self.screen and bool(self.screen.find_widget(self).visible_region)
        except NoWidget:
            return False

    def rest(self, resting: bool) -> None:
        """Stop looking at the clock, or go on."""
        if self._timer:
            self._timer.pause() if resting else self._timer.resume()

    @property
    def _moves(self) -> bool:
        """Whether there is a bar. One that was asked for in steps is drawn, also where nothing else may move."""
        return self.motion is Motion.REDUCED or (self.motion is Motion.FULL and self.app.animation_level != "none")

    def _now(self) -> tuple[int, str]:
        """Return the bar's length in eighths of a cell, and the cue."""
        seconds = (self._clock() - self._began).total_seconds()
        part, _ = self._rhythm.part_at(seconds)
        seen = seconds // 1 if self.motion is Motion.REDUCED else seconds
        eighths = round(self._rhythm.level_at(seen) * self._width * 8) if self._moves else 0
        return eighths, self._rhythm.cue(part)

    @property
    def _width(self) -> int:
        return min(_WIDEST, self.size.width)

    def _look(self) -> None:
        """Draw only what has changed."""
        if not self._is_seen:
            self.rest(True)
            return
        eighths, cue = self._now()
        before, before_cue = self._drawn
        if cue != before_cue:
            self.refresh(Region(0, 0, self.size.width, 1))
        if eighths != before:
            left = (self.size.width - self._width) // 2
            low, high = sorted((max(0, before), eighths))
            self.refresh(Region(left + low // 8, 1, high // 8 - low // 8 + 1, 1))

    def render_line(self, y: int) -> Strip:
        """Draw the cue or the bar."""
        width = self.size.width
        self._drawn = self._now()
        eighths, cue = self._drawn
        if y == 0:
            text, style = cue.center(width), self.get_component_rich_style("pacer--cue")
        elif y == 1 and self._moves:
            full, part = divmod(eighths, 8)
            bar = "█" * full + (_EIGHTHS[part] if part else "")
            text = " " * ((width - self._width) // 2) + bar
            style = self.get_component_rich_style("pacer--bar")
        else:
            text, style = "", self.rich_style
        return Strip([Segment(text, style)]).adjust_cell_length(width, self.rich_style)
