"""What is left of a time, in digits as large as there is room for."""

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Digits

from companion.ui.terminal import has_round_corners

_SMALL = "-narrow", "-low"
"""Classes of screens on which large digits leave too little room for words."""


class TimeLeft(Digits):
    """Three lines high; on a small screen, or where large digits are not wanted or can't be drawn, one."""

    is_large: reactive[bool] = reactive(True, layout=True)
    """Whether large digits are wanted."""

    def __init__(self, *, is_large: bool = True, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(TimeLeft.is_large, is_large)

    def update(self, value: str) -> None:
        """Show other digits; the same ones are not drawn again."""
        if value != self.value:
            super().update(value)

    @property
    def _is_drawn_large(self) -> bool:
        return self.is_large and has_round_corners() and not any(map(self.screen.has_class, _SMALL))

    def render(self) -> RenderResult:
        """Draw the digits."""
        return super().render() if self._is_drawn_large else Content(self.value)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return as many cells as the digits take."""
        large = self._is_drawn_large
        return super().get_content_width(container, viewport) if large else cell_len(self.value)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return one line, or the three of large digits."""
        return super().get_content_height(container, viewport, width) if self._is_drawn_large else 1
