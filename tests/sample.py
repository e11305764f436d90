"""A log as somebody might have kept it, for tests and by hand: `python -m tests.sample DIR 3000`."""

import argparse
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import msgspec

from companion.domain.entry import MOST_FEELINGS, Entry, Who
from companion.domain.pause import Pause
from companion.domain.record import Record
from companion.domain.vocabulary import Mood, words_of
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from tests.conftest import HOSTILE

PAUSES = 80
"""How many pauses the command adds."""

NOTES = (
    "Dishes again. I said it sharper than I meant to.",
    "Walked to the river and back. The wind helped.",
    "Asked for an hour. It was all right.",
    "They were on the phone while I talked about Dad.",
    "We laughed at the same thing, first time this week.",
    "Said sorry in the kitchen. They nodded.",
    "Nothing special. Soup, two episodes, early to bed.",
    "Cried in the bathroom with the tap on.",
    "I wanted to text five times and made tea instead.",
    "Came back at half past, like I said.",
    "Money talk. We stopped before it turned.",
    "They asked how the exam was, and listened.",
    "Felt far away on the sofa, a metre apart.",
    "Grüße von Oma, 忙しい一日, and a very long day 🌧",
    "",
    "",
)
PLACES = ("the bedroom", "a walk", "the balcony", "")
_FEW = 200
"""Up to so many entries there is about one a day; above, about three."""


def make_entries(count: int, library: Library, until: datetime, seed: int = 7, days: int | None = None) -> list[Entry]:
    """Make that many entries, oldest first, the same ones for the same seed.

    Args:
        count: How many.
        library: Where their words come from.
        until: None is later than this.
        seed: Another number makes another log.
        days: Over how many days they lie; by default about one day an entry, a third of it for many.
    """
    rng = random.Random(seed)
    stretch = timedelta(days=days or min(count, max(count // 3, _FEW)) or 1)
    moments = sorted(until - stretch * rng.random() ** 1.1 for _ in range(count))
    entries: list[Entry] = []
    rupture: Entry | None = None
    for at in moments:
        entry = _entry(rng, library, at.replace(microsecond=0), rupture)
        if library.vocabulary.mood(entry.kind) is Mood.HARD:
            rupture = entry
        entries.append(entry)
    return entries


def _entry(rng: random.Random, library: Library, at: datetime, rupture: Entry | None) -> Entry:
    """Make one entry; half are a line or a kind alone, as people write them."""
    words = library.vocabulary
    kind = rng.choices(words.kinds, weights=[4 if each.mood is Mood.PLAIN else 2 for each in words.kinds])[0]
    note = HOSTILE if rng.random() < 0.01 else rng.choice(NOTES)
    chosen = None if note and rng.random() < 0.1 else kind.id
    entry = Entry(id=_id(rng), at=at.astimezone(UTC), kind=chosen, note=note)
    if chosen == "ordinary" or rng.random() < 0.4:
        return entry
    hard = kind.mood is Mood.HARD
    missed = hard and rng.random() < 0.5
    return msgspec.structs.replace(
        entry,
        strength=min(10, max(0, round(rng.gauss(6.5 if hard else 3.5, 2)))),
        feelings=tuple(rng.sample(words_of(words.feelings), rng.randint(0, MOST_FEELINGS))),
        need=rng.choice([None, *words_of(words.needs)]),
        body=rng.choice([None, *words.body]),
        miss=rng.choice(words.misses).id if missed else None,
        miss_by=rng.choice([Who.ME, Who.THEM, Who.BOTH]) if missed else None,
        repairs=tuple({rng.choice(words.repairs).id}) if kind.id == "repair" else (),
        result=rng.choice(words.results).id if kind.id == "repair" else None,
        answers=rupture.id if rupture and kind.id == "repair" else None,
        context=(rng.choice(words.contexts),) if rng.random() < 0.2 else (),
        person=rng.choice(("A.", "A.", "A.", "Mum")),
        quote="Not now." if missed and rng.random() < 0.3 else "",
    )


def make_pauses(count: int, until: datetime, seed: int = 7, days: int = 400) -> list[Pause]:
    """Make that many pauses that have ended, oldest first: most kept, some moved, late or called off."""
    rng = random.Random(seed)
    starts = sorted(until - timedelta(days=days * rng.random(), hours=12) for _ in range(count))
    return [_pause(rng, at.replace(microsecond=0).astimezone(UTC)) for at in starts]


def _pause(rng: random.Random, start: datetime) -> Pause:
    planned = timedelta(minutes=rng.choice((20, 30, 30, 45, 60)))
    before = rng.randint(4, 10)
    pause = Pause(
        id=_id(rng),
        started_at=start,
        due=start + planned,
        planned=planned,
        place=rng.choice(PLACES),
        strength_before=before,
        leave_message="I need {minutes}. I'll come back at {back_at}.",
        return_message="I'm back like I said.",
        told_at=start,
    )
    match rng.choices(("kept", "moved", "late", "gone", "off"), weights=(10, 4, 3, 1, 2))[0]:
        case "kept":
            return pause.come_back(pause.due - timedelta(minutes=3), max(0, before - 3))
        case "moved":
            moved = pause.move(pause.due + timedelta(minutes=20), pause.due - timedelta(minutes=5))
            return moved.come_back(moved.due, max(0, before - 2))
        case "late":
            return pause.come_back(pause.due + timedelta(minutes=25), before)
        case "gone":
            return pause.give_up(pause.due + timedelta(hours=3))
        case _:
            return pause.cancel(start + timedelta(minutes=2))


def fill_folder(folder: Path, entries: list[Entry], pauses: list[Pause]) -> None:
    """Write them into a data folder in one go, beside what it holds."""
    store = Store(folder)
    kinds: dict[str, Sequence[Record]] = {"entries": entries, "pauses": pauses}
    store.take((name, record.id, msgspec.to_builtins(record)) for name, records in kinds.items() for record in records)
    store.close()


def _id(rng: random.Random) -> str:
    return UUID(int=rng.getrandbits(128), version=4).hex


def main() -> None:
    """Fill a data folder: `python -m tests.sample DIR 3000`."""
    parser = argparse.ArgumentParser(prog="python -m tests.sample", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int, nargs="?", default=3000, help="how many entries")
    parser.add_argument("--pauses", type=int, default=PAUSES)
    parser.add_argument("--days", type=int, help="over how many days the entries lie")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    now = datetime.now(UTC)
    entries = make_entries(given.count, Library(LIBRARY), now, given.seed, given.days)
    pauses = make_pauses(given.pauses, now, given.seed)
    fill_folder(given.folder, entries, pauses)
    print(f"{len(entries)} entries and {len(pauses)} pauses in {given.folder}")


if __name__ == "__main__":
    main()
