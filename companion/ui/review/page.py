"""The page of a view: lines laid out for a width, drawn as they come into view, with a cursor where there are spots."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from companion.ui.review.drawing import Drawing, Spot
from companion.ui.review.line import LOOKS
from companion.ui.rows import POINTER

Draw = Callable[[int], Drawing]
"""Makes the page for a width."""


class ReviewPage(ScrollView, can_focus=True, inherit_bindings=False):
    """A page to walk over with the arrow keys, and to scroll."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"review--{look}" for look in (*LOOKS, "here", "row")}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", id="review.open"),
        Binding("up", "walk(0, -1)", "Up", id="review.up", show=False, system=True),
        Binding("down", "walk(0, 1)", "Down", id="review.down", show=False, system=True),
        Binding("left", "walk(-1, 0)", "Left", id="review.left", show=False, system=True),
        Binding("right", "walk(1, 0)", "Right", id="review.right", show=False, system=True),
        Binding("pageup", "scroll_pages(-1)", "Page up", id="review.page-up", show=False, system=True),
        Binding("pagedown,space", "scroll_pages(1)", "Page down", id="review.page-down", show=False, system=True),
        Binding("home", "edge(-1)", "Top", id="review.top", show=False, system=True),
        Binding("end", "edge(1)", "End", id="review.end", show=False, system=True),
    ]

    class Stood(Message):
        """The cursor stands on a spot, or on none."""

        def __init__(self, spot: Spot | None) -> None:
            super().__init__()
            self.spot = spot

    class Opened(Message):
        """A spot was opened."""

        def __init__(self, spot: Spot) -> None:
            super().__init__()
            self.spot = spot

    def __init__(self) -> None:
        super().__init__()
        self._draw: Draw | None = None
        self._drawing = Drawing(1)
        self._at = 0
        self._laid_out_for = Size()
        """The size for which the lines were made."""
        self._looks: dict[str, Style] = {}

    @property
    def here(self) -> Spot | None:
        """The spot under the cursor."""
        return self._drawing.spots[self._at] if self._at < len(self._drawing.spots) else None

    def show(self, draw: Draw, *, anew: bool) -> None:
        """Show another page.

        Args:
            draw: Makes it.
            anew: Whether to begin at its top; else the cursor stays on what it stands on.
        """
        self._draw = draw
        self._lay_out(anew)
        if anew:
            self.scroll_home(animate=False)

    def _lay_out(self, anew: bool) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return
        self._laid_out_for = self.size
        here = None if anew or self.here is None else self.here.stands_for
        self._drawing = self._draw(width) if self._draw else Drawing(width)
        spots = (
            number for number, spot in enumerate(self._drawing.spots) if here is not None and spot.stands_for == here
        )
        self._at = next(spots, self._drawing.at)
        self.virtual_size = Size(width, len(self._drawing.lines))
        self._stand()

    def _stand(self) -> None:
        self.refresh()
        self.post_message(self.Stood(self.here))

    def render_line(self, y: int) -> Strip:
        """Draw one line; the spot under the cursor stands out."""
        at = y + self.scroll_offset.y
        lines, here = self._drawing.lines, self.here
        segments = [Segment(text, self._style(look)) for text, look in (lines[at] if at < len(lines) else [])]
        strip = Strip(segments).adjust_cell_length(self.size.width, self.rich_style)
        if here is None or here.line != at:
            return strip
        text, look = strip.crop(here.start, here.end).text, "row" if here.is_row else "here"
        if here.is_row:
            text = POINTER + text[len(POINTER) :]
        return Strip.join([strip.crop(0, here.start), Strip([Segment(text, self._style(look))]), strip.crop(here.end)])

    def _style(self, look: str) -> Style:
        if look not in self._looks:
            self._looks[look] = self.get_component_rich_style(f"review--{look}")
        return self._looks[look]

    # -- moving

    def action_walk(self, right: int, down: int) -> None:
        """Go to the spot on that side; where there is none, scroll."""
        drawing = self._drawing
        step = right * drawing.right + down * drawing.down
        if step and 0 <= self._at + step < len(drawing.spots):
            self._go(self._at + step)
        elif down:
            self.scroll_relative(y=down, animate=False)

    def _go(self, at: int) -> None:
        self._at = at
        if (here := self.here) is not None:
            top, end = 0 if at == 0 else here.line, here.line + min(here.height, self.size.height)
            self.scroll_to_region(Region(0, top, 1, end - top), animate=False, force=True)
        self._stand()

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll by screenfuls, one line kept in view."""
        self.scroll_relative(y=pages * max(1, self.size.height - 1), animate=False)

    def action_edge(self, edge: int) -> None:
        """Go to the first or the last spot, and scroll to the top or the end."""
        if self._drawing.spots:
            self._go(0 if edge < 0 else len(self._drawing.spots) - 1)
        self.scroll_to(y=0 if edge < 0 else self.max_scroll_y, animate=False)

    def action_open(self) -> None:
        """Open the spot under the cursor."""
        if self.here is not None:
            self.post_message(self.Opened(self.here))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open only where there is something."""
        return self.here is not None if action == "open" else super().check_action(action, parameters)

    # -- events

    def on_click(self, event: events.Click) -> None:
        """Stand on the spot that was clicked; a row, and a spot that is clicked again, is opened."""
        x, y = event.x + self.scroll_offset.x, event.y + self.scroll_offset.y
        for at, spot in enumerate(self._drawing.spots):
            if spot.line == y and (spot.is_row or spot.start <= x < spot.end):
                is_again = at == self._at
                self._go(at)
                if is_again or spot.is_row:
                    self.action_open()
                return

    def on_resize(self) -> None:
        """Lay out again for the new size."""
        if self.size != self._laid_out_for:
            self._lay_out(anew=False)

    def notify_style_update(self) -> None:
        """Draw again in the new colours."""
        super().notify_style_update()
        self._looks.clear()
        self.refresh()
