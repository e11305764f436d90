"""Daylio's CSV export: full_date, date, weekday, time, mood, activities, (scales,) note_title, note.

`date` and `weekday` repeat the day in the words of the person's language and are not read. Activities are parted by
“ | ”. Newer exports hold `scales`, and `<br>` and the like in the note; the time may be 22:00 or 10:00 pm.
"""

import csv
import html
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from io import StringIO

from companion.domain.foreign import ForeignRow
from companion.domain.times import check_moment, utc
from companion.storage.exchange.rows import Bad, Rows

NAME = "Daylio"

_NEEDED = {"full_date", "time", "mood", "activities", "note"}
_LONGEST = 10_000_000
"""Characters that one cell may hold; csv's own limit is 131,072."""

_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?(?:([ap])\.?m\.?)?", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li)>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|span|b|strong|i|em|u|s|strike|del|ul|ol|li|font|h[1-6])(?:\s[^<>]*)?>", re.IGNORECASE)


def is_daylio(text: str) -> bool:
    """Return whether the first line is the header of Daylio's export."""
    return set(next(_cells(text.partition("\n")[0]), (0, []))[1]) >= _NEEDED


def read_daylio(text: str) -> Rows:
    """Return the rows of a Daylio export and what could not be read."""
    found = Rows(NAME)
    rows = _cells(text)
    header = next(rows)[1]
    for line, cells in rows:
        if isinstance(cells, str):
            found.bad.append(Bad(line, cells))
        elif len(cells) != len(header):
            found.bad.append(Bad(line, f"it has {len(cells)} columns, not {len(header)}"))
        else:
            try:
                found.rows.append(_row(line, dict(zip(header, cells, strict=True))))
            except ValueError as error:
                found.bad.append(Bad(line, str(error)))
    return found


def _cells(text: str) -> Iterator[tuple[int, list[str] | str]]:
    """Yield the first line of each row, and its cells or why it has none; empty rows are passed over."""
    csv.field_size_limit(_LONGEST)
    first = text.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, str(error)
            continue
        if any(cell.strip() for cell in cells):
            yield line, cells


def _row(line: int, cells: dict[str, str]) -> ForeignRow:
    try:
        day = date.fromisoformat(cells["full_date"].strip())
        at = utc(datetime.combine(day, _clock(cells["time"])).astimezone())
        check_moment(at)
    except (ValueError, OverflowError):
        raise ValueError(f"“{cells['full_date']} {cells['time']}” is not a time") from None
    mood = " ".join(cells["mood"].split())
    activities = [" ".join(each.split()) for each in cells["activities"].split("|")]
    words = [_plain(cells.get(name, "")) for name in ("note_title", "note")]
    text = "\n".join(filter(None, words))
    scales = " ".join(cells.get("scales", "").split())
    if not (text or mood or any(activities)):
        raise ValueError("it holds no words")
    return ForeignRow(
        source=NAME,
        line=line,
        at=at,
        text=text,
        mood=mood,
        tags=tuple(dict.fromkeys(filter(None, activities))),
        tags_label="Activities",
        extra=(f"Scales: {scales}",) if scales else (),
        content=(f"{day}", f"{_clock(cells['time']):%H:%M}", mood, *activities, *words),
    )


def _clock(said: str) -> time:
    """Return the time of 22:00, 22.00 or 10:00 pm, whatever blanks stand in it."""
    found = _CLOCK.fullmatch("".join(said.split()))
    if found is None:
        raise ValueError("not a time")
    hour, half = int(found[1]), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        raise ValueError("not a time")
    return time(hour % 12 + 12 * (half == "p") if half else hour, int(found[2]))


def _plain(text: str) -> str:
    """Return the text without the marks of Daylio's editor, its line breaks kept."""
    text = html.unescape(_TAG.sub("", _BREAK.sub("\n", text))).replace("\r\n", "\n").replace("\xa0", " ")
    return "\n".join(line.strip() for line in text.splitlines()).strip()
