"""What stands in the place of a worksheet that is closed after something very strong."""

from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.content import parse_link
from companion.domain.times import say_clock
from companion.domain.worksheet import Worksheet
from companion.storage.library import Library
from companion.text.whole import title_of
from companion.ui.messages import Follow
from companion.ui.row_list import RowList
from companion.ui.rows import Row


def say_closed(worksheet: Worksheet, until: datetime, now: datetime) -> str:
    """Say why it is closed, and until when."""
    return _(
        "Something very strong was noted in the last day ({not_after_strength} of 10 or more). "
        "This is for a cooler hour, so it rests until {clock}. It is no verdict on what you feel; "
        "what you wrote before is all still here.",
        not_after_strength=worksheet.not_after_strength,
        clock=say_clock(until, now),
    )


class Closed(VerticalScroll, can_focus=False):
    """Why, until when, and what to do instead."""

    def __init__(self, worksheet: Worksheet, until: datetime, library: Library, now: datetime) -> None:
        super().__init__(id="fields")
        self._worksheet = worksheet
        self._until = until
        self._library = library
        self._now = now

    def compose(self) -> ComposeResult:
        """The sentences, then the ways."""
        yield Static(self._worksheet.title, id="title", markup=False)
        yield Static(say_closed(self._worksheet, self._until, self._now), id="closed", markup=False)
        links = self._worksheet.meanwhile
        yield RowList(Row(_("Until then")), *(Row(title_of(parse_link(link), self._library), link) for link in links))

    @on(RowList.Chosen)
    def go(self, event: RowList.Chosen) -> None:
        """Go where the row leads."""
        event.stop()
        self.post_message(Follow(parse_link(event.row.id or "pause")))
