"""The collections of a store by the names of their tables: what lies in each, when it is of, what a person calls it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from companion.catalogue import _, ngettext
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
    """What a person calls them."""
    said: Callable[[int], str]
    """Says so many of them."""


ENTRIES, PAUSES, WORKSHEETS, SCRIPTS, WEEK_TIMES = "entries", "pauses", "worksheets", "scripts", "week_times"

RECORDS: Mapping[str, Kept] = {
    ENTRIES: Kept(Entry, "at", _("entries"), lambda n: ngettext("{n:,} entry", "{n:,} entries", n)),
    PAUSES: Kept(Pause, "started_at", _("pauses"), lambda n: ngettext("{n:,} pause", "{n:,} pauses", n)),
    WORKSHEETS: Kept(
        Answers, "filled_at", _("worksheets"), lambda n: ngettext("{n:,} worksheet", "{n:,} worksheets", n)
    ),
    SCRIPTS: Kept(
        OwnScript,
        "changed",
        _("words of your own"),
        lambda n: ngettext("{n:,} piece of your own words", "{n:,} pieces of your own words", n),
    ),
    "reading": Kept(
        Reading, "read_at", _("articles opened"), lambda n: ngettext("{n:,} article opened", "{n:,} articles opened", n)
    ),
    "bookmarks": Kept(Bookmark, "made_at", _("bookmarks"), lambda n: ngettext("{n:,} bookmark", "{n:,} bookmarks", n)),
    "highlights": Kept(
        Highlight, "made_at", _("highlights"), lambda n: ngettext("{n:,} highlight", "{n:,} highlights", n)
    ),
    "held": Kept(
        HeldMessage,
        "written_at",
        _("held messages"),
        lambda n: ngettext("{n:,} held message", "{n:,} held messages", n),
    ),
    "practices": Kept(
        Practice, "done_at", _("exercises done"), lambda n: ngettext("{n:,} exercise done", "{n:,} exercises done", n)
    ),
    "favourites": Kept(
        Favourite, "changed", _("favourite words"), lambda n: ngettext("{n:,} favourite", "{n:,} favourites", n)
    ),
    "context_notes": Kept(
        ContextNote, "since", _("context notes"), lambda n: ngettext("{n:,} context note", "{n:,} context notes", n)
    ),
    "filters": Kept(
        SavedFilter, "changed", _("saved filters"), lambda n: ngettext("{n:,} saved filter", "{n:,} saved filters", n)
    ),
    WEEK_TIMES: Kept(
        WeekTime, "day", _("planned times"), lambda n: ngettext("{n:,} planned time", "{n:,} planned times", n)
    ),
    "bin": Kept(
        Binned, "binned_at", _("deleted entries"), lambda n: ngettext("{n:,} deleted entry", "{n:,} deleted entries", n)
    ),
    "unkept": Kept(
        Unkept,
        "written_at",
        _("unfinished drafts"),
        lambda n: ngettext("{n:,} unfinished draft", "{n:,} unfinished drafts", n),
    ),
}
"""In the order in which they are counted for a person."""


def called(name: str) -> str:
    """Return what a person calls the records of a table, by its name."""
    return RECORDS[name].called if name in RECORDS else _("other records")


def say_count(name: str, number: int) -> str:
    """Say how many records of a table there are: `1 entry`, `1,200 entries`."""
    return (
        RECORDS[name].said(number) if name in RECORDS else ngettext("{n:,} other record", "{n:,} other records", number)
    )
