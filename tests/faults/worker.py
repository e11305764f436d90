"""Changes a store until it is killed, and says what was acknowledged: `python -m tests.faults.worker`."""

import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from companion.domain.entry import Entry
from companion.storage.store import Store

BREATH = 0.001
"""Seconds between changes, so that two of them take turns."""


def main() -> None:
    """Add, edit, delete and fold at random; print `+id note` or `-id` once the store has said it is kept."""
    folder, seed, most = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    rng = random.Random(seed)
    store = Store(folder)
    mine: list[str] = []
    for number in range(most):
        time.sleep(BREATH)
        what = rng.random()
        if what < 0.6 or not mine:
            kept = store.entries.keep(Entry(at=datetime.now(UTC), note=f"{seed}.{number}"))
            mine.append(kept.id)
            say(f"+{kept.id} {kept.note}")
        elif what < 0.8:
            changed = Entry(id=rng.choice(mine), at=datetime.now(UTC), note=f"{seed}.{number}")
            say(f"?{changed.id}")
            store.entries.keep(changed)
            say(f"+{changed.id} {changed.note}")
        elif what < 0.9:
            gone = mine.pop(rng.randrange(len(mine)))
            say(f"?{gone}")
            store.entries.forget(gone)
            say(f"-{gone}")
        else:
            store.close()


def say(line: str) -> None:
    """Write a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
