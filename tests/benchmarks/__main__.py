"""The whole table: `python -m tests.benchmarks`, with nothing else running; how long each part took is on stderr."""

import argparse
import sys
import time

from tests.benchmarks import idle, memory, places, reader, search, start, store, verbs
from tests.benchmarks.beside import HEAD, ROUNDS, Rows

ALL: dict[str, Rows] = {
    "start": start.rows,
    "verbs": verbs.rows,
    "places": places.rows,
    "reader": reader.rows,
    "search": search.rows,
    "store": store.rows,
    "idle": idle.rows,
    "memory": memory.rows,
}


def main() -> None:
    """Measure all of it, or what is named."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(ALL)}; all of them by default")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    said = parser.parse_args()
    if unknown := {*said.names} - {*ALL}:
        parser.error(f"there is no {', '.join(unknown)}")
    print(HEAD)
    for name in said.names or ALL:
        began = time.perf_counter()
        for row in ALL[name](said.rounds):
            print(row, flush=True)
        print(f"{name}: {time.perf_counter() - began:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
