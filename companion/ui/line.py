"""A line to write in, which takes pasted words whole."""

from textual import events
from textual.widgets import Input

from companion.text.plain import JOINERS, one_line


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

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return whether a key writes here; a joiner does too."""
        return character in JOINERS or super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Put in a joiner: the stock field leaves out what can't be printed by itself."""
        if event.character in JOINERS:
            event.prevent_default()
            event.stop()
            self.replace(event.character or "", *sorted(self.selection))

    def on_paste(self, event: events.Paste) -> None:
        """Put the pasted words in at the cursor, on one line."""
        event.prevent_default()
        event.stop()
        start, end = sorted(self.selection)
        self.replace(one_line(event.text), start, end)
