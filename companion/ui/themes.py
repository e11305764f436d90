"""The themes: two of our own, one without colours, Textual's and the person's; all of them can be read."""

from collections.abc import Mapping
from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from companion.domain import theme_names
from companion.ui.legible import STRONG, drawn_with, legible

DUSK = Theme(
    name="dusk",
    dark=True,
    primary="#9dbfcf",
    secondary="#b9b3a8",
    accent="#e0bd8f",
    foreground="#dcd8d0",
    background="#1c1f27",
    surface="#1c1f27",
    panel="#262a35",
    warning="#e0bd8f",
    error="#e2a08f",
    success="#a5c4a0",
    variables=drawn_with("#dcd8d0", "#1c1f27", "#262a35", "#e0bd8f", muted="#a3a4ae", glyph="#6d707c"),
)

DAWN = Theme(
    name="dawn",
    dark=False,
    primary="#275a72",
    secondary="#5b564d",
    accent="#83460f",
    foreground="#2c3037",
    background="#faf7f1",
    surface="#faf7f1",
    panel="#eae7e3",
    warning="#83460f",
    error="#9a3324",
    success="#2f6238",
    variables=drawn_with("#2c3037", "#faf7f1", "#eae7e3", "#83460f", muted="#585b64", glyph="#85837e"),
)

_INK = "ansi_default"
PLAIN = Theme(
    name="plain",
    ansi=True,
    primary=_INK,
    foreground=_INK,
    background=_INK,
    surface=_INK,
    panel=_INK,
    variables=drawn_with(_INK, _INK, _INK, _INK, muted=_INK, glyph=_INK)
    | dict.fromkeys(("ansi-foreground", "ansi-background", "surface-active"), _INK),
)
"""The terminal's own writing on its own ground: what matters is bold, underlined or turned round."""

OURS = {theme.name: theme for theme in (DUSK, DAWN, PLAIN)}
TEXTUALS = {name: BUILTIN_THEMES[name] for name in theme_names.TEXTUALS if name in BUILTIN_THEMES}


def theme_for(*, light: bool, has_colours: bool) -> str:
    """Return the name of the theme that fits a terminal."""
    if not has_colours:
        return PLAIN.name
    return DAWN.name if light else DUSK.name


def find_theme(name: str, own: Mapping[str, Theme], *, high_contrast: bool) -> Theme | None:
    """Return the theme of that name so that it can be read; one's own come first. None if there is none."""
    theme = own.get(name) or OURS.get(name) or TEXTUALS.get(name)
    if theme is None or theme.ansi:
        return theme
    if high_contrast:
        return replace(legible(theme, STRONG), name=f"{theme.name}-high-contrast")
    return theme if theme in (DUSK, DAWN) else legible(theme)
