"""A line to write in, which takes pasted words whole."""

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widgets import Input

from companion.catalogue import _
from companion.text.plain import one_line, typed

MOST = 10_000
"""Signs that a line takes at once: a book in it would make every key wait."""


class AnySign(Input):
    """A field that takes every sign: the stock one leaves out joiners and the blanks of other scripts."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return whether a key writes here; a joiner does too, and every blank."""
        return bool(typed(character)) or super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Put in what can't be printed by itself."""
        if written := typed(event.character):
            event.prevent_default()
            event.stop()
            self.replace(self.as_kept(written), *sorted(self.selection))

    def as_kept(self, written: str) -> str:
        """Return such a sign as the field keeps it."""
        return written


class Line(AnySign):
    """A one-line field. Several pasted lines are joined; the stock field would drop all but the first."""

    def __init__(
        self, value: str = "", placeholder: str = "", *, id: str | None = None, select_on_focus: bool = False
    ) -> None:
        words = one_line(value)
        super().__init__(words, placeholder=placeholder, compact=True, select_on_focus=select_on_focus, id=id)
        self._given = value
        self._shown = self.value

    @property
    def words(self) -> str:
        """What is written; words that were only looked at are returned as they were given."""
        return self._given if self.value == self._shown else self.value.strip()

    def render_line(self, y: int) -> Strip:
        """Draw the line; where it goes on and nobody writes in it, an ellipsis says so."""
        strip, width = super().render_line(y), self.scrollable_content_region.width
        rest = cell_len(self.value) - self.scroll_offset.x if self.value else cell_len(self.placeholder)
        if y or rest <= width or width < 1 or (self.value and self.has_focus):
            return strip
        style = next(iter(strip.crop(width - 1, width)), Segment("")).style
        return Strip.join([strip.crop(0, width - 1), Strip([Segment("…", style)])])

    def as_kept(self, written: str) -> str:
        """Return a blank of any script as a plain one."""
        return " " if written.isspace() else written

    def on_paste(self, event: events.Paste) -> None:
        """Put the pasted words in at the cursor, on one line; what is too long stays where it was copied from."""
        event.prevent_default()
        event.stop()
        start, end = sorted(self.selection)
        pasted = one_line(event.text)
        if pasted and len(self.value) - (end - start) + len(pasted) > MOST:
            said = _("A line takes {most:,} signs. What you pasted is longer, so nothing was put in.", most=MOST)
            self.notify(said, severity="warning", markup=False)
            return
        self.replace(pasted, start, end)
