"""What the screens of Review show over the same logs: their pictures against the recount, their words as the verb's."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot

from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.review.views import VIEWS
from tests.conftest import AppAt
from tests.judged.judging import GLYPHS
from tests.judged.made import NOW, SETS, Made, entry, in_zone, tables_of, write
from tests.judged.reading import as_json, live_in, numbers
from tests.judged.recount import Asked, Recount
from tests.judged.recount_numbers import on_this_day, week
from tests.judged.recount_words import feelings
from tests.screens import text
from tests.ui.review.hands import shown, whole_page

SMALL, LARGE = (80, 24), (120, 40)
SHADES = "·░▒▓█"
CASES = [
    ("three", "Europe/Berlin", SMALL, ""),
    ("year", "Pacific/Apia", LARGE, ""),
    ("year", "America/New_York", SMALL, "Mum"),
    ("bad", "Asia/Kathmandu", LARGE, ""),
    ("one kind", "America/New_York", SMALL, ""),
    ("gaps", "Europe/Berlin", SMALL, ""),
    ("clock changes", "Europe/Berlin", LARGE, ""),
]


async def pages(app_at: AppAt, folder: Path, size: tuple[int, int], person: str = "") -> tuple[dict[str, str], str]:
    """Go through all views; return their pages, and the first screen."""
    app = app_at(Place.REVIEW, over=Store(folder))
    async with app.run_test(size=size) as pilot:
        await shown(app, pilot)
        if person:
            await choose(pilot, person)
        first, found = text(app), {}
        for view in VIEWS:
            await shown(app, pilot)
            found[str(view)] = whole_page(app)
            await pilot.press("n")
    return found, first


async def choose(pilot: Pilot[None], person: str) -> None:
    """Look at one person: the row with these initials."""
    await pilot.press("at")
    await pilot.pause()
    rows = [line for line in text(pilot.app).splitlines() if re.search(r"(Everybody|\b[A-Z]{1,2} +\d)", line)]
    at = next(number for number, row in enumerate(rows) if re.search(rf"\b{person[0]} +\d", row))
    await pilot.press("home", *["down"] * at, "enter")
    await pilot.pause()


@pytest.mark.parametrize(("name", "zone", "size", "person"), CASES)
async def test_a_screen_shows_the_recounts_figures(
    name: str, zone: str, size: tuple[int, int], person: str, app_at: AppAt, tmp_path: Path
) -> None:
    live_in(zone)
    made = SETS[name](Random(f"{name}, {zone}"))
    today = Asked(date.min, date.max, zone, NOW).today
    asked = Asked(today.replace(year=today.year - 1) + timedelta(days=1), today, zone, NOW, person)
    found = Recount(made, asked)
    page, first = await pages(app_at, write(tmp_path, made), size, person)
    assert "It leaves out the other person’s view" in (flat := joined(first).replace("'", "’")), flat
    for part in as_json(tmp_path, asked)["parts"]:
        for sentence in (*part["said"], *(words for row in part["told"] for words in listed(row["said"]))):
            assert joined(sentence) in joined(page[part["part"]]), (part["part"], sentence)
    judge_calendar(found, page["days"].splitlines())
    judge_hours(found, page["hours"].splitlines())
    judge_bars(feelings(found)[1], page["feelings"].splitlines())
    judge_week(found, page["week"])
    judge_again(found, page["again"])


def listed(said: str | list[str]) -> list[str]:
    return [said] if isinstance(said, str) else said


def joined(words: str) -> str:
    return " ".join(words.split())


def judge_calendar(found: Recount, lines: Sequence[str]) -> None:
    """Judge the seven rows of the year: a glyph for each day with an entry, in order."""
    top = next(number for number, line in enumerate(lines) if line.startswith("Mon"))
    for weekday, row in enumerate(lines[top : top + 7]):
        moods = [GLYPHS[mood] for day, (_, mood) in found.days.items() if day.weekday() == weekday]
        assert row[4:].replace(" ", "") == "".join(moods), (weekday, row, moods)


def judge_hours(found: Recount, lines: Sequence[str]) -> None:
    """Judge the hours of the week: nothing where nothing is, darker where there is more."""
    top = next(number for number, line in enumerate(lines) if line.startswith("Mon"))
    shades: dict[int, set[int]] = {}
    for weekday, row in enumerate(lines[top : top + 7]):
        cells = row[4:].split()
        assert len(cells) == 24, row
        for hour, shade in enumerate(cells):
            shades.setdefault(found.hours.get((weekday, hour), 0), set()).add(SHADES.index(shade[0]))
    assert all(len(each) == 1 for each in shades.values()), shades
    darker = [shades[count].pop() for count in sorted(shades)]
    assert darker == sorted(darker)
    assert darker[0] == 0 or 0 not in shades
    assert numbers(lines[top + 7])[-1] == max(found.hours.values()), lines[top + 7]


def judge_bars(counts: dict[str, int], lines: Sequence[str]) -> None:
    """Judge rows with bars: the number that stands behind each, and the longest bar the highest number."""
    rows = [line for line in lines if "━" in line]
    assert len(rows) == min(12, len(counts))
    for row in rows:
        label = row.split("━")[0].split("╸")[0].strip()
        assert numbers(row)[-1] == counts[label], row
    assert [row.count("━") for row in rows] == sorted((row.count("━") for row in rows), reverse=True)


def judge_week(found: Recount, page: str) -> None:
    """Judge the week beside the one before it."""
    monday = found.asked.today - timedelta(days=found.asked.today.weekday())
    this, before = (week(found, monday - timedelta(weeks=back)) for back in (0, 1))
    if not (this["n"] or before["n"] or this["pauses"] or before["pauses"]):
        return
    said = joined(page)
    for about, figures in (
        ("Hard days", lambda each: [each["hard"], each["days"]] if each["days"] else []),
        ("Good days", lambda each: [each["good"], each["days"]] if each["days"] else []),
        ("Replies", lambda each: [each["landed"], each["missed"]] if each["landed"] or each["missed"] else []),
        ("Repairs", lambda each: [each["repairs"]] if each["repairs"] else []),
        ("Pauses", pauses_of),
    ):
        line = said[said.index(about) :].split(". ")[0]
        assert numbers(line) == [*figures(this), *figures(before)], (line, this, before)
    noted, noted_before = said.split("the week before: ")[:2]
    assert not this["n"] or numbers(noted)[-2:] == [this["n"], this["days"]], noted
    assert numbers(noted_before.split(".")[0]) == ([before["n"], before["days"]] if before["n"] else []), noted_before


def pauses_of(counted: dict[str, object]) -> list[float]:
    """Return what is said of a week's pauses: how many, and of one's own how many were in time."""
    own = counted["promises"]
    assert isinstance(own, dict)
    n = counted["pauses"]
    assert isinstance(n, int)
    return ([n] if n else []) + ([own["kept"], own["n"]] if n and own["n"] else [])


def judge_again(found: Recount, page: str) -> None:
    """Judge what comes back today, hard days left out."""
    back = on_this_day(found, hard=False)
    n = sum(map(len, back.values()))
    assert (f"{n:,} entr" in page and "back today" in page) if n else "Nothing comes back" in page, (n, page)


async def test_hard_days_come_back_when_they_are_asked_for(app_at: AppAt, tmp_path: Path) -> None:
    live_in("Europe/Berlin")
    rng, at = Random(1), [(2026, 10, 22), (2026, 5, 22), (2025, 11, 22), (2019, 11, 22), (2025, 11, 21)]
    kinds = ("good", "heated", "good", "good", "good")
    made: Made = tables_of(
        entries=[entry(rng, in_zone("Europe/Berlin", *day, 12), kind) for day, kind in zip(at, kinds, strict=True)]
    )
    made["entries"] |= tables_of(entries=[entry(rng, in_zone("Europe/Berlin", 2025, 11, 22, 13), "tears")])["entries"]
    good, hidden = (in_zone("Europe/Berlin", 2024, 11, 22, hour) for hour in (9, 10))
    both = entry(rng, good, "good"), entry(rng, hidden, "tears", hidden=True)
    made["entries"] |= tables_of(entries=[*both])["entries"]
    found = Recount(made, Asked(date(2026, 1, 1), date(2026, 11, 22), "Europe/Berlin", NOW))
    assert [len(each) for each in on_this_day(found, hard=False).values()] == [1, 1]
    app = app_at(Place.REVIEW, over=Store(write(tmp_path, made)))
    async with app.run_test(size=LARGE) as pilot:
        await shown(app, pilot)
        await pilot.press("p")
        assert "2 entries come back today" in await shown(app, pilot)
        await pilot.press("h")
        said = await shown(app, pilot)
    assert "6 entries come back today" in said
    assert sum(map(len, on_this_day(found, hard=True).values())) == 6
