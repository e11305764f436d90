"""What stands below a text, in its column."""

from textual.containers import Vertical
from textual.widget import Widget

from companion.ui.reader.text_view import TextView


class Foot(Vertical):
    """Lines that begin and end where those of the text do, however wide the screen is."""

    def __init__(self, text: TextView, *lines: Widget) -> None:
        """Make it.

        Args:
            text: What it stands below.
            lines: What it holds.
        """
        super().__init__(*lines)
        self._text = text

    def line_up(self) -> None:
        """Take the column that the text takes now."""
        first, last = self._text.column
        if last > first:
            self.styles.padding = (0, max(0, self.screen.size.width - last), 0, first)
