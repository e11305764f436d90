"""Several lines to write in, which take pasted words without what would steer the terminal."""

from textual import events
from textual.widgets import TextArea

from companion.text.plain import JOINERS, drawable


class Area(TextArea):
    """A field of some lines; tab leaves it."""

    def __init__(self, words: str, placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(drawable(words), soft_wrap=True, compact=True, placeholder=placeholder, id=id)

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Return whether a key writes here; a joiner does too."""
        return character in JOINERS or super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Put in a joiner: the stock field leaves out what can't be printed by itself."""
        if event.character in JOINERS:
            event.prevent_default()
            event.stop()
            self._put(event.character or "")

    def on_paste(self, event: events.Paste) -> None:
        """Put the pasted words in at the cursor."""
        event.prevent_default()
        event.stop()
        self._put(drawable("\n".join(event.text.splitlines()).replace("\t", " ")))

    def _put(self, words: str) -> None:
        start, end = sorted(self.selection)
        self.move_cursor(self.replace(words, start, end, maintain_selection_offset=False).end_location)

    def show(self, words: str) -> None:
        """Show other words, the cursor where it was."""
        at = self.cursor_location
        self.text = words
        self.cursor_location = at
