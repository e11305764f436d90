"""Our two themes can be read: at least 4.5 to 1 for all text (WCAG 1.4.3)."""

import pytest
from textual.color import Color
from textual.theme import Theme

from companion.ui.themes import DAWN, DUSK


def luminance(colour: Color) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    parts = (part / 255 for part in (colour.r, colour.g, colour.b))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio as WCAG 2 defines it, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [DUSK, DAWN], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", ["foreground", "primary", "accent", "warning", "error", "text-muted"])
def test_text_stands_out_from_every_ground(theme: Theme, name: str) -> None:
    colour = Color.parse(theme.variables.get(name) or getattr(theme, name))
    for ground in (theme.background, theme.panel):
        assert ground is not None
        assert contrast(Color.parse(ground), colour) >= 4.5, (name, ground)
