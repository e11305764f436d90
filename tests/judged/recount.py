"""Figures of a log, counted from its raw records with plain Python: days, kinds, strength, hours.

Nothing of Companion is imported. What counts follows PRODUCT §8, evidence §8, the README, and the rules that the
screens print.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache, cached_property
from pathlib import Path
from statistics import fmean
from typing import Any
from unicodedata import normalize
from zoneinfo import ZoneInfo

import yaml

Record = Mapping[str, Any]
Tables = Mapping[str, Mapping[str, Record]]

VOCABULARY = Path(__file__).parents[2] / "library" / "vocabulary"
MOODS = {each["id"]: each["mood"] for each in yaml.safe_load((VOCABULARY / "kinds.yaml").read_text("utf-8"))}
VERY_STRONG, COOLING = 9, timedelta(days=3)
"""“Left out: very strong entries of the last 3 days, until cooled”; from 9 on, as the review has it."""
ENOUGH_STRENGTHS, AVERAGED = 5, 28
"""“It needs 5 entries that say how strong it was”; “the mean of the 28 days up to then”."""


@cache
def on_the_wall(moment: str | datetime, zone: str) -> datetime:
    """Return what a clock in that zone showed then."""
    at = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return at.astimezone(ZoneInfo(zone))


@dataclass(frozen=True)
class Asked:
    """What is asked for: a stretch of local days in a time zone, seen from a moment, about all or one person."""

    since: date
    until: date
    zone: str
    now: datetime
    person: str = ""

    def local(self, moment: str | datetime) -> datetime:
        """Return what a clock on the wall showed then."""
        return on_the_wall(moment, self.zone)

    def day(self, record: Record, name: str = "at") -> date:
        """Return the local day of a record."""
        return self.local(record[name]).date()

    @property
    def today(self) -> date:
        """Return the local day of now."""
        return self.local(self.now).date()

    def holds(self, record: Record, name: str = "at") -> bool:
        """Return whether a record lies in the stretch."""
        return self.since <= self.day(record, name) <= self.until


def persons(entry: Record) -> set[str]:
    """Return the persons of an entry, in whatever case they were written."""
    parts = entry.get("person", "").replace(";", ",").split(",")
    return {normalize("NFKC", " ".join(part.split()).lstrip("@")).casefold() for part in parts if part.strip()}


def is_about(entry: Record, person: str) -> bool:
    """Return whether an entry is about that person; about anybody if none is asked for."""
    return not person or normalize("NFKC", person).casefold() in persons(entry)


def is_cooling(entry: Record, now: datetime) -> bool:
    """Return whether an entry is very strong, and too new to be looked back at."""
    return (entry.get("strength") or 0) >= VERY_STRONG and now - datetime.fromisoformat(entry["at"]) < COOLING


def all_about(tables: Tables, asked: Asked) -> list[Record]:
    """Return the entries of the whole log that a review may speak of, oldest first."""
    found = [
        each
        for each in tables.get("entries", {}).values()
        if is_about(each, asked.person) and not each.get("hidden") and not is_cooling(each, asked.now)
    ]
    return in_order(found)


def in_order(entries: Iterable[Record]) -> list[Record]:
    """Return entries, oldest first."""
    return sorted(entries, key=lambda each: (datetime.fromisoformat(each["at"]), each["id"]))


def left_out(tables: Tables, asked: Asked) -> dict[str, int]:
    """Return how many entries of the stretch are hidden, or very strong and new."""
    there = [e for e in tables.get("entries", {}).values() if is_about(e, asked.person) and asked.holds(e)]
    hidden = sum(bool(each.get("hidden")) for each in there)
    cooled = sum(is_cooling(each, asked.now) for each in there if not each.get("hidden"))
    return {"cooled": cooled, "hidden": hidden}


def mood(entries: Iterable[Record]) -> str:
    """Return what sort of day entries make."""
    moods = {MOODS.get(each.get("kind") or "", "plain") for each in entries}
    if {"good", "hard"} <= moods:
        return "mixed"
    return next((each for each in ("hard", "good") if each in moods), "plain")


def by_day(entries: Iterable[Record], asked: Asked) -> dict[date, list[Record]]:
    """Return the entries under their local days, in order."""
    found: dict[date, list[Record]] = defaultdict(list)
    for each in entries:
        found[asked.day(each)].append(each)
    return dict(sorted(found.items()))


@dataclass
class Recount:
    """The figures of one look back."""

    tables: Tables
    asked: Asked
    whole: list[Record] = field(init=False)
    entries: list[Record] = field(init=False)

    def __post_init__(self) -> None:
        self.whole = all_about(self.tables, self.asked)
        self.entries = [each for each in self.whole if self.asked.holds(each)]

    @cached_property
    def log(self) -> list[Record]:
        """Return all entries, oldest first, hidden and fresh ones too: they say what became of a rupture."""
        return in_order(self.tables.get("entries", {}).values())

    @cached_property
    def left_out(self) -> dict[str, int]:
        """Return how many entries of the stretch are hidden, or very strong and new."""
        return left_out(self.tables, self.asked)

    @cached_property
    def days(self) -> dict[date, tuple[int, str]]:
        """Return how many entries each day has, and what sort of day it was."""
        return {day: (len(there), mood(there)) for day, there in by_day(self.entries, self.asked).items()}

    @cached_property
    def looked_at(self) -> tuple[int, int, dict[str, int]]:
        """Return the days with entries, the days since the log or the stretch began, and how many of each mood."""
        kept = [each for each in self.tables.get("entries", {}).values() if is_about(each, self.asked.person)]
        if not kept:
            return 0, 0, {}
        first = max(self.asked.since, min(map(self.asked.day, kept)))
        days = self.days
        last = min(self.asked.until, max(self.asked.today, *days, self.asked.since))
        return len(days), max(0, (last - first).days + 1), Counter(each for _, each in days.values())

    @cached_property
    def kinds(self) -> dict[str | None, int]:
        """Return how often each kind was chosen."""
        return Counter(each.get("kind") for each in self.entries)

    @cached_property
    def weeks(self) -> dict[str, dict[str, int]]:
        """Return the kinds of each ISO week; no kind is an empty id."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for each in self.entries:
            year, week, _ = self.asked.day(each).isocalendar()
            found[f"{year}-W{week:02}"][each.get("kind") or ""] += 1
        return {week: dict(kinds) for week, kinds in found.items()}

    @cached_property
    def strengths(self) -> dict[date, float]:
        """Return the mean strength of each day that has one."""
        return day_means(self.entries, self.asked)

    @cached_property
    def strength(self) -> dict[str, Any]:
        """Return how strong it was: how often said, the mean of the days, the ends, the moving average."""
        n = sum(each.get("strength") is not None for each in self.entries)
        if n < ENOUGH_STRENGTHS:
            nothing: dict[str, Any] = {"mean": None, "lowest": None, "highest": None, "points": []}
            return {"n": n, "missing": ENOUGH_STRENGTHS - n, **nothing}
        means = self.strengths
        before = day_means(self.whole, self.asked)
        points = [(day, mean, self._average(before, day)) for day, mean in means.items()]
        ends = {"mean": fmean(means.values()), "lowest": min(means.values()), "highest": max(means.values())}
        return {"n": n, "missing": 0, **ends, "points": points}

    @staticmethod
    def _average(means: dict[date, float], day: date) -> float:
        window = (day - timedelta(days=back) for back in range(AVERAGED))
        return fmean(means[each] for each in window if each in means)

    @cached_property
    def hours(self) -> dict[tuple[int, int], int]:
        """Return how many entries lie in each hour of each weekday, Monday first, by the clock on the wall."""
        there = (self.asked.local(each["at"]) for each in self.entries)
        return Counter((each.weekday(), each.hour) for each in there)


def day_means(entries: Iterable[Record], asked: Asked) -> dict[date, float]:
    """Return the mean strength of each local day on which one is said."""
    said = by_day((each for each in entries if each.get("strength") is not None), asked)
    return {day: fmean(each["strength"] for each in there) for day, there in said.items()}
