"""Our two themes, and which one fits the terminal."""

from textual.theme import Theme

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
    variables={"text-muted": "#a3a4ae"},
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
    panel="#eee8dd",
    warning="#83460f",
    error="#9a3324",
    success="#2f6238",
    variables={"text-muted": "#5d6069"},
)


def theme_for(light: bool) -> str:
    """Return the name of the theme to start with; where no colour is wanted, Textual makes greys of its colours."""
    return DAWN.name if light else DUSK.name
