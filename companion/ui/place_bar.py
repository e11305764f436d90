"""The bar of places at the top, with the chip of a running pause at its right."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from companion.ui.bindings import key_to
from companion.ui.messages import GoTo
from companion.ui.places import Place

_ROOMY = 76
"""Columns from which every place shows its name."""

_LOCKED = "locked"


class PlaceBar(Widget):
    """All places on one line; the present one, if any, stands out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--place", "bar--here", "bar--chip"}

    chip: reactive[str] = reactive("", repaint=False)
    """What is shown of an open pause."""
    is_locked: reactive[bool] = reactive(False)
    """Whether what was written is locked: one quiet word says so."""

    def __init__(self, here: Place | None) -> None:
        super().__init__()
        self._here = here

    def watch_chip(self) -> None:
        """Draw only where the chip stands: it changes each second of a pause."""
        left = sum(cell_len(label) for _, label in self._labels())
        self.refresh(Region(left, 0, max(0, self.size.width - left), 1))

    def _labels(self) -> list[tuple[Place, str]]:
        roomy = self.size.width >= _ROOMY
        return [
            (place, f" {key} {place.label} " if roomy or place is self._here else f" {key} ")
            for place in Place
            for key in [key_to(place)]
        ]

    def render_line(self, y: int) -> Strip:
        """Draw the places and the chip."""
        width = self.size.width
        place_style = self.get_component_rich_style("bar--place")
        here_style = self.get_component_rich_style("bar--here")
        segments = [
            Segment(label, here_style if place is self._here else place_style) for place, label in self._labels()
        ]
        word, chip = self._right(width - sum(cell_len(segment.text) for segment in segments))
        gap = width - sum(cell_len(segment.text) for segment in segments) - cell_len(word + chip) - 1
        segments += [
            Segment(" " * max(0, gap) + word, place_style),
            Segment(chip, self.get_component_rich_style("bar--chip")),
        ]
        return Strip(segments).adjust_cell_length(width, place_style)

    def _right(self, room: int) -> tuple[str, str]:
        """Return the word and the chip as far as there is room: the time to be back goes first, then the word."""
        word, chip = _LOCKED if self.is_locked else "", self.chip
        if cell_len(word + chip) + bool(word and chip) >= room:
            chip = chip.split(" →")[0]
        if chip and cell_len(word + chip) + bool(word) > room:
            word = ""
        return (f"{word} " if word and chip else word), chip

    def on_click(self, event: events.Click) -> None:
        """Go to the place that was clicked; the chip leads to the pause."""
        x = 0
        for place, label in self._labels():
            x += cell_len(label)
            if event.x < x:
                self.post_message(GoTo(place))
                return
        if self.chip:
            self.post_message(GoTo(Place.PAUSE))
