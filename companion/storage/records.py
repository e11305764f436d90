"""The collections of a store by the names of their tables: what lies in each, when it is of, what a person calls it."""

from collections.abc import Mapping
from typing import NamedTuple

from companion.catalogue import _
from companion.domain.binned import Binned
from companion.domain.bookmark import Bookmark
from companion.domain.context_note import ContextNote
from companion.domain.entry import Entry
from companion.domain.filling import Answers
from companion.domain.held import HeldMessage
from companion.domain.highlight import Highlight
from companion.domain.pause import Pause
from companion.domain.practice import Practice
from companion.domain.reading import Reading
from companion.domain.record import Record
from companion.domain.saved_filter import SavedFilter
from companion.domain.script import Favourite, OwnScript
from companion.domain.unkept import Unkept
from companion.domain.week_time import WeekTime


class Kept(NamedTuple):
    """One collection."""

    type: type[Record]
    moment: str
    """The field that says of which day a record is."""
    called: str


ENTRIES, PAUSES, WORKSHEETS, SCRIPTS, WEEK_TIMES = "entries", "pauses", "worksheets", "scripts", "week_times"

RECORDS: Mapping[str, Kept] = {
    ENTRIES: Kept(Entry, "at", "entries"),
    PAUSES: Kept(Pause, "started_at", "pauses"),
    WORKSHEETS: Kept(Answers, "filled_at", "worksheets"),
    SCRIPTS: Kept(OwnScript, "changed", _("words of your own")),
    "reading": Kept(Reading, "read_at", _("articles opened")),
    "bookmarks": Kept(Bookmark, "made_at", "bookmarks"),
    "highlights": Kept(Highlight, "made_at", "highlights"),
    "held": Kept(HeldMessage, "written_at", _("held messages")),
    "practices": Kept(Practice, "done_at", _("exercises done")),
    "favourites": Kept(Favourite, "changed", _("favourite words")),
    "context_notes": Kept(ContextNote, "since", _("context notes")),
    "filters": Kept(SavedFilter, "changed", _("saved filters")),
    WEEK_TIMES: Kept(WeekTime, "day", _("planned times")),
    "bin": Kept(Binned, "binned_at", _("deleted entries")),
    "unkept": Kept(Unkept, "written_at", _("unfinished drafts")),
}
"""In the order in which they are counted for a person."""
