"""Making the colours of a theme legible: what stands out too little is moved away from its ground, and no further.

Contrast is that of WCAG 2 (1.4.3, 1.4.6, 1.4.11): 1 for none, 21 for black on white.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from textual.color import Color
from textual.theme import Theme

TEXT, STRONG, GLYPH = 4.5, 7.0, 3.0
"""The least contrast of texts; of texts in high contrast; of signs and lines that say something."""
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)
_INKS = ("foreground", "primary", "secondary", "accent", "warning", "error", "success")
_GROUNDS = ("background", "surface", "panel")
_STEP = 0.05
_ROOM = 1.2
"""How much more than the least contrast black or white must have on a ground: else no colour is left in between."""
_FOCUS, _FOCUS_STRONG = 0.06, 0.14
"""How much of the writing's colour tints the field that has the focus."""


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def legible(theme: Theme, least: float = TEXT) -> Theme:
    """Return the theme with all of its texts at least that much apart from every ground that they stand on."""
    made = theme.to_color_system().generate()
    ground = _solid(made["background"], _BLACK)
    ink_end = max(_BLACK, _WHITE, key=lambda end: contrast(end, ground))
    focus = _FOCUS_STRONG if least >= STRONG else _FOCUS
    colours = {name: _ground(_solid(made[name], ground), ink_end, focus, least) for name in _GROUNDS}
    grounds = [*colours.values(), *(each.blend(ink_end, focus) for each in colours.values())]
    for name in _INKS:
        colours[name] = _ink(_solid(made[name], ground), grounds, ink_end, least)
    said = theme.variables.get("text-muted")
    faint = Color.parse(said) if said else colours["foreground"].blend(colours["background"], 0.4)
    muted = _ink(faint, grounds, ink_end, least)
    glyph = _ink(muted.blend(colours["background"], 0.5), grounds, ink_end, TEXT if least >= STRONG else GLYPH)
    background, panel, foreground = (colours[name].hex for name in ("background", "panel", "foreground"))
    variables = drawn_with(
        foreground, background, panel, colours["accent"].hex, muted=muted.hex, glyph=glyph.hex, focus=focus,
        rule=glyph.hex if least >= STRONG else panel,
    )  # fmt: skip
    given: dict[str, Any] = {name: colour.hex for name, colour in colours.items()}
    return replace(theme, **given, variables={**theme.variables, **variables})


def drawn_with(
    ink: str, ground: str, panel: str, accent: str, *, muted: str, glyph: str, rule: str = "", focus: float = _FOCUS
) -> dict[str, str]:
    """Return the variables that our sheets and Textual's own widgets draw with.

    Args:
        ink: The writing.
        ground: What it stands on.
        panel: What dialogs and fields stand on.
        accent: What stands out.
        muted: Quieter writing.
        glyph: Signs and lines that say something.
        rule: Lines that part and say nothing; like the panel by default.
        focus: How much of the writing's colour tints the field that has the focus.
    """
    return {
        "text": ink,
        **dict.fromkeys(("text-muted", "text-disabled", "foreground-muted", "foreground-disabled"), muted),
        **dict.fromkeys(("scrollbar", "border", "border-blurred"), glyph),
        **dict.fromkeys(("scrollbar-hover", "scrollbar-active"), muted),
        "scrollbar-background": ground,
        "rule": rule or panel,
        "focus": f"{ink} {focus:.0%}",
        "block-cursor-foreground": ground,
        "block-cursor-background": accent,
        "block-cursor-blurred-foreground": ink,
        "block-cursor-blurred-background": panel,
        "block-hover-background": panel,
        "input-cursor-foreground": ground,
        "input-cursor-background": ink,
        "input-selection-foreground": ground,
        "input-selection-background": accent,
        "screen-selection-foreground": ground,
        "screen-selection-background": accent,
    }


def _ground(colour: Color, ink_end: Color, focus: float, least: float) -> Color:
    """Return a ground on which black or white has room to spare, also where it is tinted."""
    other_end = _BLACK if ink_end == _WHITE else _WHITE
    while contrast(colour.blend(ink_end, focus), ink_end) < least * _ROOM:
        colour = colour.blend(other_end, _STEP)
    return colour


def _ink(colour: Color, grounds: Sequence[Color], end: Color, least: float) -> Color:
    """Return the colour, moved towards black or white until it stands out from every ground."""
    share, moved = 0.0, colour
    while _least(moved, grounds) < least and share < 1:
        share += _STEP
        moved = colour.blend(end, min(1.0, share))
    return moved


def _least(colour: Color, grounds: Iterable[Color]) -> float:
    return min(contrast(colour, ground) for ground in grounds)


def _solid(said: str, ground: Color) -> Color:
    """Return a colour as it is seen over a ground."""
    colour = Color.parse(said)
    return (ground + colour).with_alpha(1.0) if colour.a < 1 else colour


def _luminance(colour: Color) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    parts = (part / 255 for part in (colour.r, colour.g, colour.b))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
