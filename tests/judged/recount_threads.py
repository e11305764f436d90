"""Figures of what belongs together: threads of a rupture and its answers, their mending, misses that come again."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import product
from statistics import median

from tests.judged.recount import MOODS, Record, Recount, persons
from tests.judged.recount_words import SIDES, UNSAID, is_miss

PATTERN, WEEKS = 4, timedelta(weeks=3)
"""“At least 4 entries of the same miss, at least 3 weeks from the first to the last, fewer than half repaired”."""
HELPED = {"helped-a-lot", "helped-a-bit"}
MENDS = {"half", "bridged"}
ENDS = {"half", "bridged", "let-go"}
REPAIR_TIMES = FOLLOWED = 3
"""“It needs 3 ruptures that a later entry calls bridged”; “it needs 3 threads with both”."""
TWICE = 2
"""“Once is not told.”"""


@dataclass(frozen=True)
class Thread:
    """A rupture and what answers it, oldest first."""

    rupture: Record
    answers: list[Record]

    @property
    def entries(self) -> list[Record]:
        """All of it."""
        return [self.rupture, *self.answers]

    @property
    def mended(self) -> str:
        """How far it is mended, by what was said last; nothing if it was not said."""
        return next((e["mended"] for e in reversed(self.entries) if e.get("mended") in ENDS), "")

    @property
    def is_open(self) -> bool:
        """Whether it is neither bridged nor let go."""
        return self.mended not in ("bridged", "let-go")

    @property
    def time_to_repair(self) -> timedelta | None:
        """How long until a later entry called it bridged; none if it is not bridged, or was so at once."""
        bridges = (each for each in self.answers if self.mended == "bridged" and each.get("mended") == "bridged")
        first = next(bridges, None)
        if first is None:
            return None
        return max(timedelta(), datetime.fromisoformat(first["at"]) - datetime.fromisoformat(self.rupture["at"]))

    @property
    def moved_first(self) -> str:
        """Who moved first, as the first answer that names somebody says."""
        return next((each["reached_by"] for each in self.answers if each.get("reached_by")), "")


def threads(found: Recount) -> list[Thread]:
    """Return the threads that began in the stretch, oldest first; what answers an answer belongs to its rupture.

    They are those of `log threads`: a rupture that is left out has none, but an answer that is left out is in them.
    """
    by_id = {each["id"]: each for each in found.log}
    answers: dict[str, list[Record]] = defaultdict(list)
    for each in found.log:
        root = _root(each, by_id)
        if root is not None and root is not each:
            answers[root["id"]].append(each)
    heads = (each for each in found.whole if not each.get("answers") and (_breaks(each) or each["id"] in answers))
    return [Thread(each, answers[each["id"]]) for each in heads if found.asked.holds(each)]


def _breaks(entry: Record) -> bool:
    return MOODS.get(entry.get("kind") or "") == "hard" or is_miss(entry)


def _root(entry: Record, by_id: Mapping[str, Record]) -> Record | None:
    seen = set()
    while entry.get("answers"):
        if entry["id"] in seen or entry["answers"] not in by_id:
            return None
        seen.add(entry["id"])
        entry = by_id[entry["answers"]]
    return entry


def repair_times(found: Recount) -> tuple[int, timedelta, timedelta, timedelta] | int:
    """Return n, the median, the shortest and the longest time; how many are missing if there are too few."""
    times = [each.time_to_repair for each in threads(found)]
    known = sorted(time for time in times if time is not None)
    if len(known) < REPAIR_TIMES:
        return REPAIR_TIMES - len(known)
    middle = timedelta(seconds=median(each.total_seconds() for each in known))
    return len(known), middle, known[0], known[-1]


def moved_first(found: Recount) -> dict[str, int]:
    """Return how often each of us moved first."""
    return Counter(filter(None, (each.moved_first for each in threads(found))))


def still_open(found: Recount) -> tuple[int, int, dict[tuple[date, bool], int]]:
    """Return how many ruptures are open, of how many, and how many of each day, half mended or not, newest first."""
    all_of_them = threads(found)
    days = Counter((found.asked.day(each.rupture), each.mended == "half") for each in all_of_them if each.is_open)
    newest = sorted(days.items(), key=lambda each: (found.asked.today - each[0][0], each[0][1]))
    return days.total(), len(all_of_them), dict(newest)


def followed(found: Recount) -> tuple[int, dict[tuple[str, str], tuple[int, int]]]:
    """Return how many threads begin with a miss and hold a repair; of each two, in how many it helped, too."""
    may_speak = {each["id"] for each in found.whole}
    both, tried, good = 0, Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for thread in threads(found):
        if is_miss(thread.rupture):
            miss, there = thread.rupture["miss"], [each for each in thread.entries if each["id"] in may_speak]
            pairs = {(miss, repair) for each in there for repair in each.get("repairs", ())}
            both += bool(pairs)
            tried.update(pairs)
            good.update({(miss, repair) for each in filter(_helped, there) for repair in each.get("repairs", ())})
    return both, {pair: (n, good[pair]) for pair, n in tried.items()}


def repairs(found: Recount) -> tuple[int, dict[str, tuple[int, dict[str, int]]]]:
    """Return how many entries name a repair; for each repair how many name it, and what came of it."""
    named = [each for each in found.entries if each.get("repairs")]
    counts = Counter(repair for each in named for repair in set(each["repairs"]))
    results: dict[str, Counter[str]] = defaultdict(Counter)
    for each in named:
        for repair in set(each["repairs"]):
            results[repair].update([each["result"]] if each.get("result") else [])
    return len(named), {repair: (n, dict(results[repair])) for repair, n in counts.items()}


@dataclass(frozen=True)
class Again:
    """One miss of one side, towards one person."""

    miss: str
    by: str
    person: str
    ids: tuple[str, ...]
    repaired: int
    days: int

    @property
    def verdict(self) -> str:
        """What the rule says of it."""
        if len(self.ids) < PATTERN or self.days < WEEKS.days:
            return "too-early"
        return "pattern" if self.repaired * 2 < len(self.ids) else "mended"


def patterns(found: Recount) -> list[Again]:
    """Return each miss that came, for each side and each person on its own."""
    thread_of = _thread_of(found)
    everybody = {person for each in found.log for person in persons(each)}
    groups: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for each in filter(is_miss, found.entries):
        named = persons(each) or (everybody if len(everybody) == 1 else {""})
        if found.asked.person:
            named = {found.asked.person.casefold()}
        for side, person in product(SIDES.get(each.get("miss_by", ""), UNSAID), named):
            groups[each["miss"], side, person].append(each)
    return [
        Again(
            *key,
            tuple(each["id"] for each in there),
            sum(_is_repaired(each, thread_of) for each in there),
            (found.asked.day(there[-1]) - found.asked.day(there[0])).days,
        )
        for key, there in groups.items()
    ]


def _thread_of(found: Recount) -> dict[str, list[Record]]:
    by_id = {each["id"]: each for each in found.log}
    together: dict[str, list[Record]] = defaultdict(list)
    for each in found.log:
        if (root := _root(each, by_id)) is not None:
            together[root["id"]].append(each)
    return {each["id"]: there for there in together.values() for each in there}


def _is_repaired(entry: Record, thread_of: Mapping[str, list[Record]]) -> bool:
    """Return whether it, or what came after it in its thread, says that a repair helped or that it is mended."""
    there = thread_of.get(entry["id"], [entry])
    if entry.get("answers"):
        there = there[next(n for n, each in enumerate(there) if each["id"] == entry["id"]) :]
    return any(map(_helped, there))


def _helped(entry: Record) -> bool:
    return entry.get("result") in HELPED or entry.get("mended") in MENDS
