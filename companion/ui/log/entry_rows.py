"""The rows of the log, by day or by thread; each is made when it is looked at."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Generic, NamedTuple, TypeVar, overload

from companion.domain.day_names import short_month
from companion.domain.entry import Entry
from companion.domain.thread_words import GROUPS, say_answer, say_thread
from companion.domain.threads import Thread, open_first
from companion.domain.times import local, say_weekday, utc
from companion.ui.rows import LazyRows, Row

RowOf = Callable[[Entry, str, str], Row]
"""Makes the row of an entry, with what stands before and behind it."""

ItemT = TypeVar("ItemT")
_BLANK = Row("")


class ItemRows(LazyRows, Generic[ItemT]):
    """Rows made one by one from what they stand for."""

    def __init__(self, row_of: RowOf) -> None:
        self._row_of = row_of
        self._items: list[ItemT] = []
        self._numbers: dict[str, int] = {}

    def make(self, item: ItemT) -> Row:
        """Return the row of one of them."""
        raise NotImplementedError

    def _add(self, item: ItemT, entry: Entry) -> None:
        """Add what stands for an entry."""
        self._numbers[entry.id] = len(self._items)
        self._items.append(item)

    @property
    def ids(self) -> Iterable[str]:
        """The ids of the entries, from the top."""
        return self._numbers

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        return list(map(self.make, self._items[at])) if isinstance(at, slice) else self.make(self._items[at])

    def number_of(self, row_id: str) -> int | None:
        """Return the number of an entry's row."""
        return self._numbers.get(row_id)


class DayRows(ItemRows[Entry | date | None]):
    """Entries under their days; a day under another stands below a blank row."""

    def __init__(self, row_of: RowOf, today: date) -> None:
        super().__init__(row_of)
        self._today = today
        self._begins: datetime | None = None
        """When the day begins that the last entry is of."""

    def add(self, entries: Iterable[Entry]) -> None:
        """Add entries, newest first, below what is there."""
        for entry in entries:
            if self._begins is None or entry.at < self._begins:
                self._begin_day(local(entry.at).date())
            self._add(entry, entry)

    def _begin_day(self, day: date) -> None:
        self._begins = utc(datetime.combine(day, time()))
        self._items += [None, day] if self._items else [day]

    def make(self, item: Entry | date | None) -> Row:
        """Return an entry's row, the heading of a day, or a blank one."""
        match item:
            case Entry():
                return self._row_of(item, f"{local(item.at):%H:%M}", "")
            case None:
                return _BLANK
        return Row(say_weekday(item, self._today))


class _Part(NamedTuple):
    """An entry of a thread."""

    thread: Thread
    entry: Entry


class ThreadRows(ItemRows[_Part | str]):
    """Ruptures under how far they are mended, each with what answers it."""

    def __init__(self, row_of: RowOf, threads: Iterable[Thread], now: datetime) -> None:
        super().__init__(row_of)
        self._now = now
        heading = ""
        for thread in open_first(threads):
            if heading != GROUPS[thread.mended]:
                heading = GROUPS[thread.mended]
                self._items += ["", heading] if self._items else [heading]
            for entry in (thread.rupture, *thread.answers):
                if entry is thread.rupture or not entry.hidden:
                    self._add(_Part(thread, entry), entry)

    def thread_of(self, entry_id: str) -> Thread | None:
        """Return the thread that an entry belongs to."""
        number = self.number_of(entry_id)
        item = None if number is None else self._items[number]
        return item.thread if isinstance(item, _Part) else None

    def make(self, item: _Part | str) -> Row:
        """Return an entry's row, or a heading."""
        if isinstance(item, str):
            return Row(item)
        thread, entry = item
        day = local(entry.at).date()
        year = f" {day.year}" if day.year != local(self._now).year else ""
        if entry is thread.rupture:
            return self._row_of(entry, f"{day.day} {short_month(day)}{year}", say_thread(thread, self._now))
        return self._row_of(entry, f"   {day.day} {short_month(day)}{year}", say_answer(entry))
