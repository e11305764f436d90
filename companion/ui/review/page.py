"""The page of a review: lines laid out once for a width, drawn as they come into view."""

from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from companion.domain.review.look_back import Review
from companion.ui.review.line import LOOKS, Line
from companion.ui.review.sections import page_lines


class ReviewPage(ScrollView, can_focus=True, inherit_bindings=False):
    """A page to scroll through."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"review--{look}" for look in LOOKS}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_by(-1)", "Up", show=False),
        Binding("down,j", "scroll_by(1)", "Down", show=False),
        Binding("pageup", "scroll_pages(-1)", "Page up", show=False),
        Binding("pagedown,space", "scroll_pages(1)", "Page down", show=False),
        Binding("home", "scroll_to_edge(-1)", "Top", show=False),
        Binding("end", "scroll_to_edge(1)", "End", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._review: Review | None = None
        self._lines: list[Line] = []

    def show(self, review: Review) -> None:
        """Show a review, at the place where the last one was left."""
        self._review = review
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if self._review is None or not width:
            return
        self._lines = page_lines(self._review, width)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        at = y + self.scroll_offset.y
        line = self._lines[at] if at < len(self._lines) else []
        segments = [Segment(text, self.get_component_rich_style(f"review--{look}")) for text, look in line]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def on_resize(self) -> None:
        """Lay out again for the new width."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Draw again in the new colours."""
        super().notify_style_update()
        self.refresh()

    def action_scroll_by(self, lines: int) -> None:
        """Scroll by lines."""
        self.scroll_relative(y=lines, animate=False)

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll by screenfuls, one line kept in view."""
        self.scroll_relative(y=pages * max(1, self.size.height - 1), animate=False)

    def action_scroll_to_edge(self, edge: int) -> None:
        """Scroll to the top or the end."""
        self.scroll_to(y=0 if edge < 0 else self.max_scroll_y, animate=False)
