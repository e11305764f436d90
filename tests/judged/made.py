"""Logs as raw records, made by a seed: a year of everything, and odd ones."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from tests.judged.recount import MOODS, VOCABULARY

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
"""Sunday evening in Berlin, noon in New York, Monday morning in Kathmandu and Apia."""
CHANGING = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca")
"""Zones whose clocks are changed: by an hour on different days, by half an hour, and around Ramadan."""
Made = dict[str, dict[str, dict[str, Any]]]


def _listed(name: str) -> list[str]:
    listed = yaml.safe_load((VOCABULARY / f"{name}.yaml").read_text("utf-8"))
    groups = ([each] if isinstance(each, str) else each.get("words") or [each["id"]] for each in listed)
    return [word for words in groups for word in words]


WORDS = {
    name: _listed(name)
    for name in ("feelings", "needs", "misses", "repairs", "results", "mendings", "offers", "replies", "contexts")
}
HARD = [kind for kind, mood in MOODS.items() if mood == "hard"]
_KINDS = [*MOODS, "heated", "heated", "good", "ordinary", "repair", "repair"]
_SIDES = ("me", "them", "both")


def identity(rng: Random) -> str:
    """Return an id."""
    return f"{rng.getrandbits(128):032x}"


def stamp(moment: datetime) -> str:
    """Say a moment as the store keeps it."""
    return moment.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def entry(rng: Random, at: datetime, kind: str | None = None, **fields: Any) -> dict[str, Any]:
    """Make an entry that says this alone."""
    made = {"id": identity(rng), "at": stamp(at), "kind": kind, "note": "" if kind else "a line", **fields}
    return {name: value for name, value in made.items() if value not in (None, "", [], False)}


def entries(moments: Sequence[datetime], rng: Random, kinds: Sequence[str] = _KINDS) -> list[dict[str, Any]]:
    """Make an entry at each moment; some answer one of the last few."""
    found: list[dict[str, Any]] = []
    for at in sorted(moments):
        fields = _fields(rng)
        if found and rng.random() < 0.3:
            fields["answers"] = rng.choice(found[-6:])["id"]
            fields["mended"] = rng.choice([None, *WORDS["mendings"], "bridged"])
        found.append(entry(rng, at, rng.choice(kinds) if rng.random() < 0.9 else None, **fields))
    return found


def _fields(rng: Random) -> dict[str, Any]:
    def some(chance: float, words: Sequence[Any]) -> Any:
        return rng.choice(words) if rng.random() < chance else None

    miss = some(0.4, WORDS["misses"][:6])
    return {
        "strength": some(0.7, range(11)),
        "feelings": rng.sample([*WORDS["feelings"][:20], "afraid"], rng.randint(0, 3)),
        "need": some(0.5, WORDS["needs"][:12]),
        "miss": miss,
        "miss_by": some(0.85, _SIDES) if miss else some(0.1, ("none",)),
        "repairs": rng.sample(WORDS["repairs"][:6], rng.choice((0, 0, 1, 2))),
        "result": some(0.3, WORDS["results"]),
        "reached_by": some(0.4, _SIDES),
        "offer": some(0.2, WORDS["offers"]),
        "reply": some(0.4, WORDS["replies"]),
        "context": rng.sample(WORDS["contexts"][:6], rng.choice((0, 0, 1, 2))),
        "person": rng.choice(("A.", "A.", "a.", "Mum", "Mum, A.", "")),
        "hidden": rng.random() < 0.05,
    }


def pauses(rng: Random, count: int, days: int = 400, now: datetime = NOW) -> list[dict[str, Any]]:
    """Make pauses that ended in every way, some of them theirs, some without a strength."""
    return [_pause(rng, now - timedelta(days=days * rng.random(), hours=6)) for _ in range(count)]


def _pause(rng: Random, start: datetime) -> dict[str, Any]:
    outcome = rng.choice(("kept", "kept", "kept", "moved in time", "late", "not returned", "cancelled"))
    due = start + timedelta(minutes=30)
    made: dict[str, Any] = {"id": identity(rng), "started_at": stamp(start), "due": stamp(due), "planned": "PT1800S"}
    made |= {"outcome": outcome, "ended_at": stamp(due), "kind": rng.choice(("taking", "taking", "planned", "giving"))}
    if outcome == "moved in time":
        made["moves"] = [{"old": stamp(due - timedelta(minutes=9)), "new": stamp(due), "at": stamp(start)}]
    before, after = rng.randint(3, 10), rng.randint(0, 10)
    return made | ({"strength_before": before, "strength_after": after} if rng.random() < 0.8 else {})


def practices(rng: Random, count: int, days: int = 300, now: datetime = NOW) -> list[dict[str, Any]]:
    """Make uses of exercises, some without a strength."""
    slugs = ("long-sigh", "five-things", "ride-the-wave")
    made = []
    for _ in range(count):
        at = stamp(now - timedelta(days=days * rng.random()))
        done = {"id": identity(rng), "slug": rng.choice(slugs), "done_at": at}
        both = {"strength_before": rng.randint(2, 10), "strength_after": rng.randint(0, 9)}
        made.append(done | (both if rng.random() < 0.8 else {"strength_before": 5}))
    return made


def spread(rng: Random, count: int, days: float, now: datetime = NOW) -> list[datetime]:
    """Return moments over so many days up to now."""
    return [now - timedelta(days=days * rng.random()) for _ in range(count)]


def _three(rng: Random) -> Made:
    return _tables(entries(spread(rng, 3, 20), rng))


def _year(rng: Random) -> Made:
    return _tables(entries(spread(rng, 600, 400), rng), pauses(rng, 60), practices(rng, 40))


def _bad(rng: Random) -> Made:
    return _tables(entries(spread(rng, 120, 200), rng, HARD), pauses(rng, 8))


def _one_kind(rng: Random) -> Made:
    return _tables([entry(rng, at, "space") for at in spread(rng, 90, 300)])


def _gaps(rng: Random) -> Made:
    clusters = [NOW - timedelta(days=days) for days in (0, 95, 250, 366, 731)]
    return _tables(entries([at for now in clusters for at in spread(rng, 25, 6, now)], rng), pauses(rng, 6))


def _changes(rng: Random) -> Made:
    """Make entries each twenty minutes over the hours that some clock leaves out or shows twice, and at midnights."""
    midnights = [datetime.fromisoformat(f"2026-07-01T{hour}+00:00") for hour in ("04", "11", "18:15", "22")]
    around = sorted({*midnights, *(turn for zone in CHANGING for turn in clock_changes(zone))})
    steps = [timedelta(minutes=20 * step) for step in range(-6, 7)]
    return _tables(entries([turn + step for turn in around for step in steps], rng))


def clock_changes(zone: str, days: int = 400) -> list[datetime]:
    """Return the hours before which the clocks of a zone were changed."""
    begin = NOW.replace(minute=0) - timedelta(days=days)
    hours = [begin + timedelta(hours=hour) for hour in range(24 * days)]
    offsets = [each.astimezone(ZoneInfo(zone)).utcoffset() for each in hours]
    return [hours[at] for at in range(1, len(hours)) if offsets[at] != offsets[at - 1]]


def many(count: int = 20_000) -> Made:
    """Make a very long log."""
    rng = Random(20_000)
    return _tables(entries(spread(rng, count, 1100), rng), pauses(rng, 400, 1000), practices(rng, 300))


SETS: dict[str, Callable[[Random], Made]] = {
    "three": _three,
    "year": _year,
    "bad": _bad,
    "one kind": _one_kind,
    "gaps": _gaps,
    "clock changes": _changes,
}
"""The logs of issue 5; in most of them two persons are spoken of."""


def _tables(*lists: list[dict[str, Any]]) -> Made:
    names = ("entries", "pauses", "practices")
    return {name: {each["id"]: each for each in records} for name, records in zip(names, lists, strict=False)}


def tables_of(**lists: list[dict[str, Any]]) -> Made:
    """Return records under their ids."""
    return {name: {each["id"]: each for each in records} for name, records in lists.items()}


def write(folder: Path, made: Made) -> Path:
    """Write a data folder that holds them."""
    folder.mkdir(parents=True, exist_ok=True)
    meta = {"store": {"id": "0" * 32}, "schema": {"number": 1}}
    (folder / "companion.json").write_text(json.dumps({"meta": meta, **made}), encoding="utf-8")
    return folder


def in_zone(zone: str, *at: int) -> datetime:
    """Return a moment by a clock of that zone."""
    return datetime(*at, tzinfo=ZoneInfo(zone))  # type: ignore[misc, arg-type]
