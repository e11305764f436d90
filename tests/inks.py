"""Which cells of a screen stand out too little: read from what is drawn, so that no pair of colours is forgotten."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.screen import Screen

GLYPH = 3.0
"""What signs that say something must have (WCAG 1.4.11)."""
_RULES = range(0x2500, 0x2580)
"""Box drawing: lines that part, and say nothing."""
_EDGES = "▔▁▊▎▕▏"
"""Edges of Textual's own fields; what one does there is told by the cursor."""
_DIM = 0.5
"""How much of their colour terminals take away from dim words, more or less."""
_BLOCKS = range(0x2580, 0x25A0)


def luminance(colour: Color) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    parts = (part / 255 for part in (colour.r, colour.g, colour.b))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio as WCAG 2 defines it, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def faint(app: App[Any], least: float) -> set[tuple[str, str, str, float]]:
    """Return what stands out too little on the topmost screen: the words, their colour, their ground, the contrast."""
    found = set()
    for segment, ink, ground in inks(app):
        words = "".join(each for each in segment.text if ord(each) not in _RULES and each not in _EDGES).strip()
        signs = all(ord(each) in _BLOCKS or unicodedata.category(each).startswith(("P", "S", "Z")) for each in words)
        wanted = GLYPH if signs else least
        if words and (ratio := contrast(ink, ground)) < wanted - 0.005:
            found.add((words[:40], ink.hex, ground.hex, round(ratio, 2)))
    return found


def inks(app: App[Any]) -> Iterator[tuple[Segment, Color, Color]]:
    """Yield every piece of the topmost screen with the colour that it is drawn in and the one of its ground."""
    ink, ground = (app.screen.rich_style.color, app.screen.rich_style.bgcolor)
    for segment in _segments(app.screen):
        style = segment.style or Style()
        written, under = _colour(style.color or ink), _colour(style.bgcolor or ground)
        if style.reverse:
            written, under = under, written
        yield segment, written.blend(under, _DIM) if style.dim else written, under


def _segments(screen: Screen[Any]) -> Iterator[Segment]:
    """Yield what a screen draws itself; what shines through under a dialog waits, and need not be read."""
    strips = screen._compositor.render_strips()
    shown = [each for each in screen.query() if not each.children and each.visible] if screen.is_modal else [screen]
    for widget in shown:
        region = widget.region.intersection(screen.region)
        for strip in strips[region.y : region.bottom]:
            yield from strip.crop(region.x, region.right)


def _colour(colour: RichColor | None) -> Color:
    assert colour is not None
    assert colour.triplet is not None, colour
    return Color(*colour.triplet)
