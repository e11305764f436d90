"""The reader: a text whose links and sections can be walked."""

from bisect import bisect_right
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from companion.catalogue import _
from companion.text.blocks import Way
from companion.text.headings import Heading, contents, heading_of
from companion.text.spans import Spot
from companion.ui.clipboard import copy
from companion.ui.messages import Follow
from companion.ui.reader.flow_view import FlowView
from companion.ui.reader.link_list import LinkList, link_rows

_NOT_THERE = _("This text has no part of that name.")


class Reader(FlowView):
    """A Markdown text; its links post Follow, go to a heading, or are copied. Nothing is ever opened outside."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "way(1)", "Link", id="reader.next-link"),
        Binding("shift+tab", "way(-1)", "Link before", id="reader.link-before", show=False),
        Binding("enter", "follow", "Follow it", id="reader.follow"),
        Binding("f", "links", "Links by number", id="reader.links"),
        Binding("right_square_bracket", "section(1)", "Next section", id="reader.next-section", show=False),
        Binding("left_square_bracket", "section(-1)", "Section before", id="reader.section-before", show=False),
    ]

    class Jumped(Message):
        """A link led to a heading of the text."""

        def __init__(self, left: int) -> None:
            super().__init__()
            self.left = left
            """The source line that was at the top."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave enter to the screen while no link is stood on, and tab if there are none."""
        if action in ("way", "links"):
            return bool(self.flow.ways) or not self.flow.is_whole
        return action != "follow" or self._here is not None

    # -- sections

    @property
    def contents(self) -> list[Heading]:
        """The headings that can be gone to."""
        return contents(self.flow.headings)

    @property
    def section(self) -> int | None:
        """The block of the heading that is read under; None above the first."""
        y, blocks = self.scroll_offset.y, [each.block for each in self.contents]
        if self._seen and self._seen.y == y and self._seen.spot.block in blocks:
            return self._seen.spot.block  # near the end it can't come to the top
        at = bisect_right(blocks, self.flow.block_at(y)) - 1
        return blocks[at] if at >= 0 else None

    def action_section(self, step: int) -> None:
        """Go to the next heading, or back to the one above; above the first, to the top."""
        self.when_whole(partial(self._go_section, step))

    def _go_section(self, step: int) -> None:
        blocks = [each.block for each in self.contents]
        stood = self.section
        at = blocks.index(stood) if stood is not None else -1
        is_at_heading = stood is not None and self.flow.lay_spot(Spot(stood, 0))[0] >= self.scroll_offset.y
        to = at + step + (step < 0 and not is_at_heading)
        if to < 0:
            self.action_edge(-1)
        elif to < len(blocks):
            self.go_to_block(blocks[to])

    def go_to_block(self, block: int) -> None:
        """Bring the block of that number to the top."""
        spot = Spot(block, 0)
        line, _ = self.flow.lay_spot(spot)
        self._grow()
        self._go(line)
        self.reveal(spot)

    def go_to_heading(self, anchor: str) -> bool:
        """Go to the heading that a link means, or say that there is none; return whether it is there."""
        heading = heading_of(anchor, self.flow.headings)
        if heading is None:
            self.screen.notify(_NOT_THERE, markup=False)
            return False
        self.go_to_block(heading.block)
        return True

    # -- links

    def action_way(self, step: int) -> None:
        """Stand on the next link, wherever it is; after the last comes the first."""
        self.when_whole(partial(self._go_to_way, step))

    def _go_to_way(self, step: int) -> None:
        top, height = self.scroll_offset.y, self.size.height
        found = self.flow.next_way(self._here, step, top, height)
        if found is None:
            return
        line, self._here = found
        if not top <= line < top + height:
            self._go(max(0, line - height // 3))
        self.redraw()
        self.refresh_bindings()

    def action_follow(self) -> None:
        """Go where the link leads that is stood on."""
        if self._here:
            self.go_way(self._here)

    def action_links(self) -> None:
        """List the links."""
        self.when_whole(self._list_links)

    def _list_links(self) -> None:
        rows = link_rows(self.flow.numbers, self.flow.blocks)
        if rows:
            self.app.push_screen(LinkList(rows), self._go_number)

    def _go_number(self, answer: str | None) -> None:
        for way, number in self.flow.numbers.items():
            if str(number) == answer:
                self.go_way(way)

    def go_way(self, way: Way) -> None:
        """Go where a link leads: to a piece, a note or a heading of this text; an address outside is copied."""
        path, _, heading = way.address.partition("#")
        left = self.place
        if way.link:
            self.post_message(Follow(way.link, heading=heading))
        elif path:
            copy(self.app, way.address)
        elif self._go_within(way, heading):
            self.post_message(self.Jumped(left))

    def _go_within(self, way: Way, heading: str) -> bool:
        if way.source < 0:
            return self.go_to_heading(heading)
        self.scroll_to_source(way.source)
        return True

    def on_click(self, event: events.Click) -> None:
        """Go where the link leads that was clicked."""
        at, x = event.y + self.scroll_offset.y, event.x - self._left
        for run in self.flow.lines[at].runs if at < self.laid_out else ():
            if run.way and 0 <= x < cell_len(run.text):
                self.go_way(run.way)
            x -= cell_len(run.text)
