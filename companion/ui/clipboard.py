"""Copying words out of the app (OSC 52); nothing is ever sent."""

from textual.app import App


def copy(app: App[object], text: str) -> None:
    """Copy the text to the terminal's clipboard and say so."""
    app.copy_to_clipboard(text)
    app.notify("Copied, if your terminal allows it.", markup=False, timeout=3)
