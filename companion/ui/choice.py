"""One choice out of a few, on one line: `20  [30]  45  60`."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from companion.catalogue import _
from companion.domain.strength import STRENGTHS
from companion.ui.rows import POINTER

_BY_DIGIT = Binding.Group(_("Strength by its number"))
_HERE = POINTER.strip()
_BEFORE, _AFTER = "‹", "›"
"""Stand beside the options when some do not fit."""


class Choice(Widget, can_focus=True):
    """Options side by side; left and right move the brackets."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--option", "choice--chosen"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Less", id="choice.less", show=False, system=True),
        Binding("right", "step(1)", "More", id="choice.more", show=False, system=True),
    ]

    class Changed(Message):
        """Another option was chosen."""

        def __init__(self, choice: "Choice", value: str | None) -> None:
            super().__init__()
            self.choice = choice
            self.value = value

        @property
        def control(self) -> "Choice":
            """The widget, for `@on` selectors."""
            return self.choice

    at: reactive[int | None] = reactive[int | None](None)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        value: str | None = None,
        *,
        id: str | None = None,
    ) -> None:
        """Make a choice.

        Args:
            options: Value and label of each option.
            value: The value chosen at first; None for none.
            id: Textual's id.
        """
        super().__init__(id=id)
        self._options = list(options)
        self.set_reactive(Choice.at, self._find(value))

    @property
    def value(self) -> str | None:
        """The chosen value; None if nothing is chosen."""
        return None if self.at is None else self._options[self.at][0]

    @value.setter
    def value(self, value: str | None) -> None:
        self.at = self._find(value)

    def offer(self, options: Sequence[tuple[str, str]], value: str | None) -> None:
        """Offer other options, one of them chosen; that says nothing to anybody."""
        self._options = list(options)
        self.set_reactive(Choice.at, self._find(value))
        self.refresh()

    def _find(self, value: str | None) -> int | None:
        return next((at for at, (known, _) in enumerate(self._options) if known == value), None)

    def _labels(self) -> list[str]:
        return [f"[{text}]" if at == self.at else f" {text} " for at, (_, text) in enumerate(self._options)]

    def _first(self) -> int:
        """Return the first option that is drawn: later ones follow as far as there is room."""
        labels, first, at = self._labels(), 0, self.at or 0
        while sum(map(len, labels[first : at + 1])) > self._room(first, at + 1) and first < at:
            first += 1
        return first

    def _last(self, first: int) -> int:
        """Return the option before which drawing stops: none is drawn in part, unless it is alone."""
        labels, last = self._labels(), first + 1
        while last < len(labels) and sum(map(len, labels[first : last + 1])) <= self._room(first, last + 1):
            last += 1
        return last

    def _room(self, first: int, last: int) -> int:
        """Return how many cells these options may take beside the marks for those left out."""
        return self.size.width - (len(_BEFORE) if first else 0) - (len(_AFTER) if last < len(self._options) else 0)

    def render_line(self, y: int) -> Strip:
        """Draw the options; when they do not fit, the ones around the chosen one."""
        labels, first, width = self._labels(), self._first(), self.size.width
        last = self._last(first)
        option = self.get_component_rich_style("choice--option")
        chosen = self.get_component_rich_style("choice--chosen")
        segments = [Segment(labels[at], chosen if at == self.at else option) for at in range(first, last)]
        if self.has_focus and self.at is None:  # no brackets say that the keys come here
            segments[:1] = [Segment(_HERE, chosen), Segment(labels[first][1:], option)]
        if first:
            segments.insert(0, Segment(_BEFORE, option))
        if last < len(labels):
            segments.append(Segment(_AFTER, option))
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def action_step(self, step: int) -> None:
        """Choose the next option to that side; nothing chosen counts as before the first."""
        now = self.at if self.at is not None else (-1 if step > 0 else 0)
        target = now + step
        self.at = (
            None if target < 0 and self.at == 0 and self._may_be_empty else min(len(self._options) - 1, max(0, target))
        )

    _may_be_empty = False

    def allow_none(self) -> "Choice":
        """Let a step before the first option take the choice back; returns itself."""
        self._may_be_empty = True
        return self

    def watch_at(self) -> None:
        """Say what was chosen."""
        self.refresh()
        self.post_message(self.Changed(self, self.value))

    def on_click(self, event: events.Click) -> None:
        """Choose the option that was clicked."""
        first = self._first()
        x = len(_BEFORE) if first else 0
        for at, label in enumerate(self._labels()[first : self._last(first)], first):
            x += len(label)
            if event.x < x:
                self.at = at
                return

    def on_focus(self) -> None:
        """Draw as focused."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw as resting."""
        self.refresh()


class StrengthChoice(Choice):
    """0 to 10, or nothing; a digit chooses itself, and a 0 behind a 1 makes it 10."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(digit),
                f"take('{digit}')",
                f"Strength {digit}",
                id=f"strength.{digit}",
                show=False,
                system=True,
                group=_BY_DIGIT,
            )
            for digit in range(10)
        ),
        Binding("delete,backspace", "take('')", "No strength", id="strength.none", show=False, system=True),
    ]

    _may_be_empty = True

    def __init__(self, value: str | None = None, *, id: str | None = None) -> None:
        super().__init__([(str(number), str(number)) for number in STRENGTHS], value, id=id)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return one line, whatever the width."""
        return 1

    def action_take(self, value: str) -> None:
        """Choose that number; an empty one takes the choice back."""
        self.value = "10" if (self.value, value) == ("1", "0") else value
