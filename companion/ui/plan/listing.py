"""The rows of the plan: what belongs to today, then the worksheets in their groups, each with where it stands."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

from companion.domain.filling import Answers
from companion.domain.times import local, say_day
from companion.domain.week import Week
from companion.domain.worksheet import Worksheet, fillings
from companion.domain.worksheet_dated import Why, dated
from companion.domain.worksheet_seal import is_closed, sealed_until
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.rows import Row
from companion.ui.unkept import newest

_BETWEEN = "/"
"""Between a worksheet's slug and a filling's id in the id of a row."""
WEEK_ROW = "the week"
"""The id of the row that leads to the week."""
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
        self._kept = list(store.worksheets)

    def rows(self) -> list[Row]:
        """Return all rows."""
        due, broken = list(self._due()), self._broken()
        rows = [*broken, Row("The week", WEEK_ROW, tail=self._week()), *([Row(""), *due] if due else [])]
        for group, members in groupby(self._library.grouped_worksheets, key=lambda each: each.group):
            rows += [*([Row("")] if rows else []), Row(group)]
            for worksheet in members:
                rows += self._of(worksheet)
        return rows

    def _broken(self) -> list[Row]:
        """Return what is wrong with files; on top, where it is seen."""
        said = [Row(str(error), indent=True) for error in self._library.worksheet_files.broken]
        return [Row("Files that can't be read"), *said, Row("")] if said else []

    def _week(self) -> str:
        """Say how much is planned in this week."""
        number = len(Week.around(self._today, self._store.week_times).times)
        return f"{number or 'nothing'} planned"

    def _due(self) -> Iterator[Row]:
        due = dated(self._library.worksheets.values(), self._kept, self._today)
        if due:
            yield Row("Today")
        for each in due:
            filling = None if each.why is Why.AGAIN else each.filling
            yield Row(each.say(self._today), _TODAY + row_id(each.worksheet, filling))

    def _of(self, worksheet: Worksheet) -> Iterator[Row]:
        kept = [each for each in fillings(worksheet, self._kept) if each.is_filled]
        yield Row(worksheet.title, row_id(worksheet), tail=self._tail(worksheet, kept))
        for filling in kept if worksheet.several else ():
            yield self._filling(worksheet, filling)

    def _filling(self, worksheet: Worksheet, filling: Answers) -> Row:
        """Return the row of one of several, called by its first field."""
        opens = sealed_until(worksheet, filling, self._today)
        if opens and is_closed(worksheet, filling, self._today):
            return Row(f"· sealed until {say_day(opens, self._today)}", row_id(worksheet, filling))
        first = worksheet.fields[0]
        said = " ".join(first.say(filling.answers.get(first.id, ""))) or "without a name yet"
        return Row(f"· {said}", row_id(worksheet, filling), tail=say_when(filling.day, self._today))

    def _tail(self, worksheet: Worksheet, kept: list[Answers]) -> str:
        if newest(self._store, f"worksheet:{worksheet.slug}"):
            return "begun, not kept yet"
        if not kept:
            return "empty"
        if worksheet.several:
            return "enter for another"
        opens = sealed_until(worksheet, kept[0], self._today)
        if opens and is_closed(worksheet, kept[0], self._today):
            return f"sealed until {say_day(opens, self._today)}"
        return f"filled in {say_when(kept[0].day, self._today)}"


def say_when(day: date, today: date) -> str:
    """Say the day of a filling: `today`, `yesterday`, `3 March`."""
    return {0: "today", 1: "yesterday"}.get((today - day).days, say_day(day, today))
