"""The reader: a text whose links can be walked and followed."""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType

from companion.ui.messages import Follow
from companion.ui.reader.flow_view import FlowView


class Reader(FlowView):
    """A Markdown text; its links post Follow."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "way(1)", "Links", id="reader.next-link"),
        Binding("shift+tab", "way(-1)", "Link before", id="reader.link-before", show=False),
        Binding("enter", "follow", "Open the link", id="reader.follow", show=False),
    ]

    # -- links

    def action_way(self, step: int) -> None:
        """Stand on the next link, wherever it is; after the last comes the first."""
        self.flow.lay()
        self._grow()
        top, height = self.scroll_offset.y, self.size.height
        found = self.flow.next_way(self._here, step, top, height)
        if found is None:
            return
        line, self._here = found
        if not top <= line < top + height:
            self._go(max(0, line - height // 3))
        self.redraw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave enter to the screen while no link is stood on, and tab if there are none."""
        if action == "way":
            return bool(self.flow.ways) or not self.flow.is_whole
        return action != "follow" or self._here is not None

    def action_follow(self) -> None:
        """Open the link that is stood on."""
        if self._here:
            self.post_message(Follow(self._here.link))

    def on_click(self, event: events.Click) -> None:
        """Open the link that was clicked."""
        at, x = event.y + self.scroll_offset.y, event.x - self._left
        for run in self.flow.lines[at].runs if at < self.laid_out else ():
            if run.way and 0 <= x < cell_len(run.text):
                self.post_message(Follow(run.way.link))
            x -= cell_len(run.text)
