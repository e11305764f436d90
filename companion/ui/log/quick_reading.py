"""Reading the quick line: its time, its signs, its note; and saying what was understood."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from companion.catalogue import _
from companion.domain.entry import Entry, is_afraid
from companion.domain.person import Names, known_persons
from companion.domain.shorthand import Shorthand, Tags, Unknown, read_line, say_shorthand
from companion.domain.times import Clock, say_clock
from companion.natural_time import LiesAheadError, NotATimeError, parse_when, split_front
from companion.natural_time_slips import Slip, find_slip
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.log.quick_nudge import say_afraid

HINT = _("#tag · !7 strength · @S person · “yesterday 21:00” in front")
"""Under the line while nothing is understood yet."""

_KEPT = "\\"
"""In front of a time or a sign it keeps them as they are."""
_SHOWN = 24
"""Characters of a sign that are said again."""


@dataclass(frozen=True)
class Reading:
    """What a line says."""

    front: str
    """The time that it begins with, as it is written."""
    at: datetime | None
    """The moment that it means; None until that is found out."""
    said: Shorthand
    ahead: str = ""
    """A time at the front that has not happened yet: it stays in the note."""
    none: str = ""
    """What at the front looks like a time and is none, as it is written: it stays in the note."""
    slip: Slip | None = None
    """What keeps the front from being a time, and what may have been meant."""

    @property
    def is_known(self) -> bool:
        """Whether nothing is left to be found out."""
        return not self.front or self.at is not None

    @property
    def unknown(self) -> list[Unknown]:
        """The signs that mean nothing; one that may have been meant otherwise comes first."""
        return sorted(self.said.unknown, key=lambda each: not each.near)

    @property
    def near(self) -> tuple[str, str]:
        """What is nothing as it is written, and what may have been meant; empty words without one."""
        return self.slip or next(((each.said, each.near) for each in self.unknown if each.near), ("", ""))

    def entry(self, entry_id: str, typed_at: datetime) -> Entry:
        """Return the entry of the line.

        Raises:
            ValueError: with a sentence, if it lacks a line or a kind.
        """
        return self.said.entry(entry_id, self.at or typed_at)


class LineReader:
    """Reads one line after the other; what a time means is looked up once."""

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self.begin()

    @cached_property
    def _tags(self) -> Tags:
        return Tags(self._library.vocabulary)

    def begin(self) -> None:
        """Begin a new line: its times are meant from another moment, and there may be new persons."""
        self._moments: dict[str, datetime | None] = {}
        self._ahead: set[str] = set()
        self._none: dict[str, str] = {}
        self._known: list[str] | None = None
        self._names_found: Names | None = None

    def read(self, line: str) -> Reading:
        """Return what a line says, as far as it costs next to nothing."""
        front, rest = split_front(line)
        ahead, none = front if front in self._ahead else "", self._none.get(front, "")
        if front and self._moments.get(front, self._clock()) is None:
            front, rest = "", line  # it looked like a time, and is none
        if line.startswith(_KEPT) and split_front(line[1:])[0]:
            rest = line[1:]
        said = read_line(rest, self._tags, self._persons(rest))
        return Reading(front, self._moments.get(front), said, ahead, none, find_slip(line))

    def find_moment(self, front: str, typed_at: datetime) -> None:
        """Find out which moment the time at the front means. Slow at first; a thread may call it."""
        try:
            self._moments[front] = parse_when(front, typed_at)
        except ValueError as error:
            self._moments[front] = None
            if isinstance(error, LiesAheadError):
                self._ahead.add(front)
            else:
                self._none[front] = error.said if isinstance(error, NotATimeError) else front

    def _persons(self, line: str) -> list[str]:
        """Return the persons of the log, where a line may name one."""
        if self._known is None and "@" in line:
            self._known = known_persons(self._store.entries)
        return self._known or []

    @property
    def _names(self) -> Names:
        if self._names_found is None:
            self._names_found = Names.among(self._store.entries, whole=self._store.settings.show_names)
        return self._names_found

    def understood(self, reading: Reading, waits: str = "") -> str:
        """Say what was understood; behind a time that waits to be found out, what says so."""
        person = str(reading.said.values.get("person", ""))
        shown = self._names.say(person) if person else ""
        time = (
            say_clock(reading.at, self._clock()) if reading.at else f"{reading.front}{waits}" if reading.front else ""
        )
        return " · ".join(part for part in (time, say_shorthand(reading.said, self._tags, shown)) if part)

    def say(self, reading: Reading) -> str:
        """Say what was understood, and what was not."""
        lines = [*filter(None, [self.understood(reading, " …")])]
        if reading.ahead:
            lines.append(_("“{time}” has not happened yet and stays in the note.", time=reading.ahead))
        if none := reading.none or (reading.slip.said if reading.slip else ""):
            stays = _("“{words}” is not a time and stays in the note.", words=none)
            lines.append(f"{stays} {_say_tab(reading.slip.meant)}" if reading.slip else stays)
        lines += _say_unknown(reading)
        feelings = reading.said.values.get("feelings")
        if isinstance(feelings, tuple) and is_afraid(feelings) and self._store.settings.nudge_afraid:
            lines.append(say_afraid())
        return "\n".join(lines)


def _say_tab(meant: str) -> str:
    return _("tab makes it {meant}", meant=meant)


def _say_unknown(reading: Reading) -> Iterator[str]:
    """Say why a sign stays in the note, and what may have been meant; then which others stay, too."""
    signs = [each.said if len(each.said) <= _SHOWN else f"{each.said[:_SHOWN]}…" for each in reading.unknown]
    for first in reading.unknown[:1]:
        stays = _("{sign} {why} and stays in the note.", sign=signs[0], why=first.why)
        yield f"{stays} {_say_tab(first.near)}" if first.near else stays
    if others := list(dict.fromkeys(signs[1:])):
        yield _("Also left in the note: {signs}", signs=" · ".join(others))
