"""The least that Textual can do: one line, and a key that changes it."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class BareApp(App[None]):
    """An app with one Static."""

    BINDINGS: ClassVar[list[BindingType]] = [("down", "count", "Count")]
    counted = 0

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("Nothing counted")

    def action_count(self) -> None:
        """Count one more."""
        self.counted += 1
        self.query_one(Static).update(f"{self.counted} counted")


if __name__ == "__main__":
    BareApp().run()
