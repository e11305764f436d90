"""Figures of change: promises, what calms, what went with strength, the time since, the week, this day before."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from scipy.stats import binomtest

from tests.judged.recount import MOODS, Asked, Record, Recount, by_day, is_about
from tests.judged.recount_words import is_miss, replies

ENOUGH_PAUSES, ENOUGH_USES, ENOUGH_DAYS = 5, 4, 3
"""PRODUCT §8: promises from 5 pauses up, what calms from 4 uses up, goes with from 3 days with and 3 without."""
HEAVY = 7
OUTCOMES = ("kept", "moved in time", "late", "not returned")
A_DAY = timedelta(days=1)
"""A pause that is open so long after its time did not end in a return."""
DRAWS = 2000


def promises(found: Recount) -> dict[str, Any]:
    """Return how the promises to return ended, and between what the real share may lie (Wilson, 95 %)."""
    asked = found.asked
    there = [each for each in found.tables.get("pauses", {}).values() if asked.holds(each, "started_at")]
    own = [each for each in there if each.get("kind") != "giving"]
    given_up = {id(each) for each in own if not each.get("outcome") and asked.now > moment(each["due"]) + A_DAY}
    ended = [{**each, "outcome": OUTCOMES[-1]} if id(each) in given_up else each for each in own]
    ended = [each for each in ended if each.get("outcome") in OUTCOMES]
    n, ends = len(ended), Counter(each["outcome"] for each in ended)
    kept = ends["kept"] + ends["moved in time"]
    low = high = None
    if n >= ENOUGH_PAUSES:
        low, high = binomtest(kept, n).proportion_ci(confidence_level=0.95, method="wilson")
    missing = max(0, ENOUGH_PAUSES - n)
    return {"n": n, "missing": missing, "kept": kept, "low": low, "high": high, "ends": dict(ends)}


def calming(found: Recount) -> dict[str, list[int]]:
    """Return by how much it was lower after each use of an exercise or a pause."""
    changes: dict[str, list[int]] = defaultdict(list)
    for each in found.tables.get("practices", {}).values():
        if found.asked.holds(each, "done_at"):
            changes[each["slug"]] += _change(each)
    for each in found.tables.get("pauses", {}).values():
        if found.asked.holds(each, "started_at"):
            changes["A pause"] += _change(each)
    return {name: sorted(found) for name, found in changes.items() if found}


def _change(record: Record) -> list[int]:
    before, after = record.get("strength_before"), record.get("strength_after")
    return [] if before is None or after is None else [before - after]


Word = tuple[str, str]
"""A field and a word of it."""


def went_with(found: Recount) -> tuple[dict[Word, tuple[list[float], list[float]]], int]:
    """Return for each word with days enough the strengths of days with and without it; how many words have too few."""
    means = found.strengths
    days = by_day(found.entries, found.asked)
    words = {day: {word for each in days[day] for word in words_with(each)} for day in means}
    split = {
        word: (
            [mean for day, mean in means.items() if word in words[day]],
            [mean for day, mean in means.items() if word not in words[day]],
        )
        for word in {each for there in words.values() for each in there}
    }
    enough = {word: both for word, both in split.items() if min(map(len, both)) >= ENOUGH_DAYS}
    return enough, len(split) - len(enough)


def words_with(entry: Record) -> Iterable[tuple[str, str]]:
    """Name what may go with strength: what else was going on, the need, the kind."""
    yield from (("context", word) for word in entry.get("context", ()))
    yield from ((name, entry[name]) for name in ("need", "kind") if entry.get(name))


def draws(having: list[float], lacking: list[float], seed: int = 1) -> list[float]:
    """Return differences of the medians, of both groups drawn anew from themselves (Efron 1979)."""
    rng = np.random.default_rng(seed)
    one, other = (np.median(rng.choice(each, (DRAWS, len(each))), axis=1) for each in (having, lacking))
    return [float(difference) for difference in one - other]


def since(found: Recount) -> dict[str, tuple[date, int, int]]:
    """Return of each kind its last day, how many days ago that is, and how often it was, over the whole log."""
    days: dict[str, list[date]] = defaultdict(list)
    for each in found.whole:
        if each.get("kind"):
            days[each["kind"]].append(found.asked.day(each))
    return {kind: (max(there), (found.asked.today - max(there)).days, len(there)) for kind, there in days.items()}


def week(found: Recount, monday: date) -> dict[str, Any]:
    """Return what a week held, of the whole log."""
    asked = Asked(monday, monday + timedelta(days=6), found.asked.zone, found.asked.now, found.asked.person)
    there = Recount(found.tables, asked)
    moods = Counter(each for _, each in there.days.values())
    came = replies(there).values()
    pauses = found.tables.get("pauses", {}).values()
    return {
        "n": len(there.entries),
        "days": len(there.days),
        "hard": moods["hard"] + moods["mixed"],
        "good": moods["good"] + moods["mixed"],
        "landed": sum(each["landed"] + each["both"] for each in came),
        "missed": sum(each["missed"] + each["both"] for each in came),
        "repairs": sum(bool(each.get("repairs")) for each in there.entries),
        "pauses": sum(asked.holds(each, "started_at") for each in pauses),
        "promises": promises(there),
    }


def on_this_day(found: Recount, *, hard: bool) -> dict[date, list[Record]]:
    """Return the days that come back today, of a month, half a year and whole years ago; none with anything hard."""
    today = found.asked.today
    back = {_months_before(today, months) for months in (1, 6, *range(12, 12 * 50, 12))}
    days = {day: there for day, there in by_day(found.whole, found.asked).items() if day in back}
    noted = [each for each in found.tables.get("entries", {}).values() if is_about(each, found.asked.person)]
    hard_days = {found.asked.day(each) for each in noted if is_hard(each)}  # a hidden one makes a day hard, too
    return days if hard else {day: there for day, there in days.items() if day not in hard_days}


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = (date(year + month // 11, (month + 1) % 12 + 1, 1) - A_DAY).day
    return date(year, month + 1, min(day.day, last))


def is_hard(entry: Record) -> bool:
    """Return whether an entry is anything hard: its kind, a miss, fear, or a strong moment that was not good."""
    kind = MOODS.get(entry.get("kind", ""), "plain")
    is_strong = entry.get("strength", 0) >= HEAVY and kind != "good"
    return kind == "hard" or is_miss(entry) or "afraid" in entry.get("feelings", ()) or is_strong


def moment(said: str) -> datetime:
    """Return a moment of the raw records."""
    return datetime.fromisoformat(said)
