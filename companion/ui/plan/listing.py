"""The rows of the plan: what belongs to today, what is in use, then the other worksheets in their groups."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby

from companion.catalogue import _
from companion.domain.filling import Answers
from companion.domain.person import Names
from companion.domain.times import local, say_day
from companion.domain.week import Week
from companion.domain.worksheet import Worksheet, fillings
from companion.domain.worksheet_dated import Dated, Why, dated
from companion.domain.worksheet_gone import GONE, gone_worksheets
from companion.domain.worksheet_names import named
from companion.domain.worksheet_seal import is_closed, sealed_until
from companion.storage.library import Library
from companion.storage.store import Store
from companion.storage.unkept import newest
from companion.ui.rows import Row

_BETWEEN = "/"
"""Between a worksheet's slug and a filling's id in the id of a row."""
WEEK_ROW = "the week"
"""The id of the row that leads to the week."""
BROKEN = "broken:"
"""Before the name of a file that can't be read, in the id of its row."""
_TODAY = "today:"
"""Before the id of a row that says what belongs to today."""


def row_id(worksheet: Worksheet, filling: Answers | None = None) -> str:
    """Return the id of the row of a worksheet, or of one of its fillings."""
    return f"{worksheet.slug}{_BETWEEN}{filling.id}" if filling else worksheet.slug


def read_row_id(row: str) -> tuple[str, str]:
    """Return the slug of a row's worksheet and the id of its filling; empty for the worksheet itself."""
    slug, _, filling = row.removeprefix(_TODAY).partition(_BETWEEN)
    return slug, filling


class Listing:
    """Makes the rows, from what is kept now."""

    def __init__(self, store: Store, library: Library, now: datetime) -> None:
        self._store = store
        self._library = library
        self._today = local(now).date()
        self._gone = gone_worksheets(store.worksheets, library.worksheet_files.slugs)
        names, sheets = Names.among(store.entries, whole=store.settings.show_names), library.worksheets
        self._kept = [named(sheets[each.of], each, names) for each in store.worksheets if each.of in sheets]

    def rows(self) -> list[Row]:
        """Return all rows: each part under its heading, a blank line between them."""
        used = self._used()
        others = [each for each in self._library.grouped_worksheets if each not in used]
        parts = [
            _part(_("Files that can't be read"), self._broken()),
            [Row(_("The week"), WEEK_ROW, tail=self._week())],
            _part(_("Today"), map(self._row_due, dated(self._library.worksheets.values(), self._kept, self._today))),
            _part(_("What you use"), (row for each in used for row in self._in_use(each))),
        ]
        for group, members in groupby(others, key=lambda each: each.group):
            parts.append(_part(group, (Row(each.title, row_id(each)) for each in members)))
        parts.append(_part(GONE, (Row(slug, slug, tail=_("enter shows them")) for slug in self._gone)))
        return [row for part in parts if part for row in (Row(""), *part)][1:]

    def _used(self) -> list[Worksheet]:
        """Return the worksheets that are begun or filled in, what was used last first."""
        last: dict[str, datetime] = {}
        for filling in self._kept:
            if filling.is_filled:
                last[filling.of] = max(filling.filled_at, last.get(filling.of, filling.filled_at))
        for worksheet in self._library.grouped_worksheets:
            if begun := newest(self._store, f"worksheet:{worksheet.slug}"):
                last[worksheet.slug] = begun.written_at
        found = [each for each in self._library.grouped_worksheets if each.slug in last]
        return sorted(found, key=lambda each: last[each.slug], reverse=True)

    # -- the parts

    def _broken(self) -> Iterator[Row]:
        """Yield the files that can't be read; they stand on top, where they are seen."""
        for error in self._library.worksheet_files.broken:
            yield Row(error.path.name, f"{BROKEN}{error.path.name}", tail=_("enter says why"))

    def _week(self) -> str:
        """Say how much is planned in this week."""
        number = sum(each.is_planned for each in Week.around(self._today, self._store.week_times).times)
        return _("{number} planned", number=number) if number else ""

    def _row_due(self, due: Dated) -> Row:
        filling = None if due.why is Why.AGAIN else due.filling
        return Row(due.say(self._today), _TODAY + row_id(due.worksheet, filling))

    def _in_use(self, worksheet: Worksheet) -> Iterator[Row]:
        kept = [each for each in fillings(worksheet, self._kept) if each.is_filled]
        yield Row(worksheet.title, row_id(worksheet), tail=self._tail(worksheet, kept))
        for filling in kept if worksheet.several else ():
            yield self._filling(worksheet, filling)

    def _filling(self, worksheet: Worksheet, filling: Answers) -> Row:
        """Return the row of one of several, called by its first field."""
        opens = sealed_until(worksheet, filling, self._today)
        if opens and is_closed(worksheet, filling, self._today):
            return Row(f"· {_sealed(opens, self._today)}", row_id(worksheet, filling))
        first = worksheet.fields[0]
        said = " ".join(first.say(filling.answers.get(first.id, ""))) or _("without a name yet")
        return Row(f"· {said}", row_id(worksheet, filling), tail=say_when(filling.day, self._today))

    def _tail(self, worksheet: Worksheet, kept: list[Answers]) -> str:
        if newest(self._store, f"worksheet:{worksheet.slug}"):
            return _("begun, not kept yet")
        if worksheet.several:
            return _("enter for another")
        opens = sealed_until(worksheet, kept[0], self._today)
        if opens and is_closed(worksheet, kept[0], self._today):
            return _sealed(opens, self._today)
        return say_when(kept[0].day, self._today)


def _sealed(opens: date, today: date) -> str:
    return _("sealed until {day}", day=say_day(opens, today))


def _part(heading: str, rows: Iterable[Row]) -> list[Row]:
    """Return rows under a heading; nothing without any."""
    return [Row(heading), *found] if (found := list(rows)) else []


def say_when(day: date, today: date) -> str:
    """Say the day of a filling: `today`, `yesterday`, `3 March`."""
    return {0: _("today"), 1: _("yesterday")}.get((today - day).days, say_day(day, today))
