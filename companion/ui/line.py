"""A line to write in, which takes pasted words whole."""

from textual import events
from textual.widgets import Input

from companion.text.plain import one_line


class Line(Input):
    """A one-line field. Several pasted lines are joined; the stock field would drop all but the first."""

    def __init__(self, value: str = "", placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(one_line(value), placeholder=placeholder, compact=True, select_on_focus=False, id=id)
        self._given = value
        self._shown = self.value

    @property
    def words(self) -> str:
        """What is written; words that were only looked at are returned as they were given."""
        return self._given if self.value == self._shown else self.value.strip()

    def on_paste(self, event: events.Paste) -> None:
        """Put the pasted words in at the cursor, on one line."""
        event.prevent_default()
        event.stop()
        start, end = sorted(self.selection)
        self.replace(one_line(event.text), start, end)
