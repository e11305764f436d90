"""The rows of a long log: none is made before it is looked at."""

from datetime import UTC, date, datetime, timedelta

from companion.domain.entry import Entry
from companion.domain.log import by_day
from companion.domain.times import say_weekday
from companion.ui.log.entry_rows import DayRows
from companion.ui.rows import Row, RowLayout

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
TODAY = date(2026, 11, 22)
LONG = [Entry(at=NOW - number * timedelta(hours=7), note=str(number)) for number in range(5_000)]
"""Four years, through eight changes of the clock."""


def row_of(entry: Entry, before: str, behind: str) -> Row:
    return Row(entry.note, entry.id, lead=before, tail=behind)


def days(entries: list[Entry]) -> DayRows:
    rows = DayRows(row_of, TODAY)
    for start in range(0, len(entries), 100):
        rows.add(entries[start : start + 100])
    return rows


def test_a_row_is_made_when_it_is_looked_at() -> None:
    made: list[str] = []

    def counted(entry: Entry, before: str, behind: str) -> Row:
        made.append(entry.id)
        return row_of(entry, before, behind)

    rows = DayRows(counted, TODAY)
    rows.add(LONG)
    layout = RowLayout(rows, 80, wrapped=False)
    assert rows.number_of(LONG[-1].id) == len(rows) - 1 == len(layout.lines) - 1
    assert not made
    assert layout.texts(1)[0][0] == "0"
    assert made == [LONG[0].id]


def test_entries_stand_under_the_same_days_however_they_are_added() -> None:
    expected: list[str] = []
    for day, noted in by_day(LONG):
        expected += [*([""] if expected else []), say_weekday(day, TODAY), *(entry.note for entry in noted)]
    assert [row.text for row in days(LONG)] == expected
