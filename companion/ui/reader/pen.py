"""Drawing lines in the styles of a widget."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from companion.text.blocks import Look, Run, Way
from companion.text.layout import Line


class Pen:
    """Turns lines into strips and remembers the styles it looked up."""

    LOOKS: ClassVar[dict[Look, str]] = {
        Look.HEADING: "reader--heading",
        Look.CODE: "reader--code",
        Look.MARK: "reader--quiet",
    }
    PAINTS: ClassVar[dict[Look, str]] = {
        Look.SELECTED: "reader--selected",
        Look.FOUND_HERE: "reader--found-here",
        Look.FOUND: "reader--found",
        Look.HIGHLIGHT: "reader--highlight",
    }
    """What lies over the text; the first that a run has is drawn."""
    LINK, LINK_HERE = "reader--link", "reader--link-here"
    CLASSES: ClassVar[set[str]] = {*LOOKS.values(), *PAINTS.values(), LINK, LINK_HERE}

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[Look, str], Style] = {}

    def draw(self, line: Line, left: int, width: int, here: Way | None) -> Strip:
        """Return a line as it is drawn.

        Args:
            line: The line.
            left: Blank cells before it.
            width: Cells of the whole strip.
            here: The link that is stood on.
        """
        base = self._widget.rich_style
        segments = [Segment(" " * left, base)]
        segments += [Segment(run.text, self._style(run, here)) for run in line.runs]
        return Strip(segments).adjust_cell_length(width, base)

    def forget(self) -> None:
        """Look the styles up again: the theme has changed."""
        self._styles.clear()

    def _style(self, run: Run, here: Way | None) -> Style:
        link = "" if run.way is None else self.LINK_HERE if run.way is here else self.LINK
        key = run.look, link
        if key not in self._styles:
            written = link or next((name for look, name in self.LOOKS.items() if look in run.look), "")
            style = self._widget.get_component_rich_style(written) if written else self._widget.rich_style
            painted = next((name for look, name in self.PAINTS.items() if look in run.look), "")
            if painted:
                style += self._widget.get_component_rich_style(painted)
            self._styles[key] = style + Style(
                bold=Look.STRONG in run.look or None,
                italic=Look.EMPHASIS in run.look or None,
                strike=Look.STRUCK in run.look or None,
                underline=Look.TITLE in run.look or None,
            )
        return self._styles[key]
