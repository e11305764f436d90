"""Rows of a label and its field, in which what is typed beside a field leads nowhere."""

from collections.abc import Iterator

from textual import events
from textual.containers import Grid, Vertical
from textual.widget import Widget
from textual.widgets import Static

from companion.ui.choice import StrengthChoice


class FieldGrid(Grid):
    """The fields of a form."""

    def on_key(self, event: events.Key) -> None:
        """Let a letter or a digit that no field takes do nothing: who writes on means no key of elsewhere."""
        typed = event.character or ""
        if typed.isalpha() or (typed.isdigit() and not isinstance(self.screen.focused, StrengthChoice)):
            event.stop()


def field_row(name: str, label: str, widget: Widget) -> Iterator[Widget]:
    """Yield a label and its field, with room under it for a sentence."""
    yield Static(label, classes="label", markup=False)
    said = Static("", id=f"{name}-said", classes="said quiet", markup=False)
    said.display = False
    yield Vertical(widget, said, classes="field")
