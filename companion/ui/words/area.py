"""Several lines to write in, which take pasted words without what would steer the terminal."""

from textual import events
from textual.widgets import TextArea

from companion.text.plain import drawable


class WordsArea(TextArea):
    """A field of some lines; tab leaves it."""

    def __init__(self, words: str, placeholder: str = "", *, id: str) -> None:
        super().__init__(drawable(words), soft_wrap=True, compact=True, placeholder=placeholder, id=id)

    def on_paste(self, event: events.Paste) -> None:
        """Put the pasted words in at the cursor."""
        event.prevent_default()
        event.stop()
        pasted = drawable("\n".join(event.text.splitlines()).replace("\t", " "))
        start, end = sorted(self.selection)
        self.move_cursor(self.replace(pasted, start, end, maintain_selection_offset=False).end_location)

    def show(self, words: str) -> None:
        """Show other words, the cursor where it was."""
        at = self.cursor_location
        self.text = words
        self.cursor_location = at
