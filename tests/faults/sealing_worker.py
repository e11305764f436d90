"""Sets, changes and removes a passphrase until it is killed: `python -m tests.faults.sealing_worker`.

A second one only adds; it needs no passphrase, for that works while the folder is locked.
"""

import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from companion.domain.entry import Entry
from companion.storage.store import Store
from tests.fake_wrapping import FakeWrapping
from tests.faults.plain import MARK
from tests.faults.worker import say

NONE = "-"
"""Stands for the passphrase where there is none."""

BREATH = 0.01
"""Seconds between changes, so that the other one gets its turn."""


def main() -> None:
    """Say `!passphrase` before it is changed to that, `=passphrase` once it is, and entries as `worker` does."""
    folder, seed, passphrase = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    rng, mine = random.Random(seed), list[str]()
    store = Store(folder, wrapping=FakeWrapping())
    if passphrase == "adds":
        while True:
            add(store, f"{seed}.{len(mine)} {MARK}", mine)
            time.sleep(BREATH)
    if store.has_passphrase:
        store.unlock(store.open_key(passphrase))
    for number in range(100_000):
        time.sleep(BREATH)
        what = rng.random()
        note = f"{seed}.{number} {MARK}"
        if what < 0.3 or not mine:
            add(store, note, mine)
        elif what < 0.45:
            edit(store, rng.choice(mine), note)
        elif what < 0.55:
            gone = mine.pop(rng.randrange(len(mine)))
            say(f"?{gone}")
            store.entries.forget(gone)
            say(f"-{gone}")
        elif what < 0.65:
            store.close()
        else:
            passphrase = convert(store, passphrase, rng, f"p{seed}.{number}")


def add(store: Store, note: str, mine: list[str]) -> None:
    """Add an entry."""
    kept = store.entries.keep(Entry(at=datetime.now(UTC), note=note))
    mine.append(kept.id)
    say(f"+{kept.id} {note}")


def edit(store: Store, entry_id: str, note: str) -> None:
    """Change an entry."""
    say(f"?{entry_id}")
    store.entries.keep(Entry(id=entry_id, at=datetime.now(UTC), note=note))
    say(f"+{entry_id} {note}")


def convert(store: Store, passphrase: str, rng: random.Random, new: str) -> str:
    """Set, change or remove the passphrase, or lock and unlock; return the one that holds then."""
    what = rng.random()
    if passphrase == NONE:
        say(f"!{new}")
        store.set_passphrase(store.new_key(new))
    elif what < 0.2:
        store.lock()
        store.entries.keep(Entry(at=datetime.now(UTC), note=f"while locked {MARK}"))
        store.unlock(store.open_key(passphrase))
        return passphrase
    elif what < 0.6:
        say(f"!{new}")
        store.change_passphrase(store.rewrap(new) if what < 0.4 else store.new_key(new))
    else:
        new = NONE
        say(f"!{new}")
        store.remove_passphrase()
    say(f"={new}")
    return new


if __name__ == "__main__":
    main()
