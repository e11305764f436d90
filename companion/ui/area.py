"""Several lines to write in, which take pasted words without what would steer the terminal."""

from collections.abc import Iterator
from itertools import chain

from textual import events
from textual.widgets import TextArea

from companion.text.plain import drawable, typed

_LONGEST = 10_000
"""Signs of a pasted paragraph: each key wraps the whole paragraph anew that it is in."""


class Area(TextArea):
    """A field of some lines; tab leaves it."""

    def __init__(self, words: str, placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(drawable(words), soft_wrap=True, compact=True, placeholder=placeholder, id=id)

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Return whether a key writes here; a joiner does too, and every blank."""
        return bool(typed(character)) or super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Put in a joiner or a blank: the stock field leaves out what can't be printed by itself."""
        if written := typed(event.character):
            event.prevent_default()
            event.stop()
            self._put(" " if written.isspace() else written)

    def on_paste(self, event: events.Paste) -> None:
        """Put the pasted words in at the cursor."""
        event.prevent_default()
        event.stop()
        paragraphs = drawable("\n".join(event.text.splitlines()).replace("\t", " ")).split("\n")
        self._put("\n".join(chain.from_iterable(map(_broken, paragraphs))))

    def _put(self, words: str) -> None:
        start, end = sorted(self.selection)
        self.move_cursor(self.replace(words, start, end, maintain_selection_offset=False).end_location)

    def show(self, words: str) -> None:
        """Show other words, the cursor where it was."""
        at = self.cursor_location
        self.text = words
        self.cursor_location = at


def _broken(paragraph: str) -> Iterator[str]:
    """Yield a paragraph in pieces that can be written in; one that is too long is broken at blanks, if it has any."""
    while len(paragraph) > _LONGEST:
        at = paragraph.rfind(" ", 1, _LONGEST)
        if at < 0:
            break
        yield paragraph[:at]
        paragraph = paragraph[at + 1 :]
    yield paragraph
