"""Tries on a file system of its own, mounted for this process alone: `unshare -m python -m tests.faults.on_a_mount`."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from companion.domain.entry import Entry
from companion.storage.errors import NotKept
from companion.storage.paths import JOURNAL, STORE
from companion.storage.store import Store
from tests.faults.plain import NOW, check_plain, entry, notes
from tests.ui.test_terminal import Terminal, running

QUIT = b"\x11"
CHANGES = (("log", "a line"), ("log", "edit", "1111", "other" * 50), ("day",), ("pause",))
DELETE = ("log", "delete", "--yes", "1111")
"""Takes so little room that it may fit where nothing else does."""


def main() -> None:
    """Try what the first argument names, on a disk mounted at the second."""
    what, mount = sys.argv[1], Path(sys.argv[2])
    command("mount", "-t", "tmpfs", "-o", "size=512k,mode=700", "tmpfs", str(mount))
    if what == "full":
        for seed in range(int(sys.argv[3])):
            full(mount, seed)
    else:
        read_only(mount)


def full(mount: Path, seed: int) -> None:
    """Change until the disk is full, look, try on, then make room."""
    rng, folder, filler = random.Random(seed), mount / f"data{seed}", mount / "filler"
    store, model = Store(folder), dict[str, str]()
    store.entries.keep(entry("1" * 32, "the first"))
    model["1" * 32] = "the first"
    filler.write_bytes(bytes(360_000 + 512 * rng.randrange(100)))
    refused = 0
    while refused < 20:
        note = "x" * rng.randrange(10, 9_000)
        chosen = rng.choice([*model, f"{rng.getrandbits(128):032x}"])
        try:
            store.entries.keep(entry(chosen, note))
            model[chosen] = note
        except NotKept as error:
            assert str(error) == "Not kept: the disk is full. Free some space, then try again.", error
            refused += 1
        if rng.random() < 0.1:
            store.close()
        assert {each.id: each.note for each in store.entries} == notes(folder) == model
        check_plain(folder)
    while fits(store, model):
        pass
    if not seed:
        assert verb(folder, "log", "list", "--json")[0] == 0
        refuses_every_change(folder, "disk is full", *CHANGES)
        app_refuses_a_line(folder)
    assert notes(folder) == model
    filler.unlink()
    store.entries.keep(entry("9" * 32, "with room again"))
    store.close()
    check_plain(folder)
    assert notes(folder) == model | {"9" * 32: "with room again"}
    command("rm", "-r", str(folder))


def fits(store: Store, model: dict[str, str]) -> bool:
    """Keep one more line, the shortest there is, if there is room for it."""
    try:
        kept = store.entries.keep(Entry(at=NOW, note="x"))
    except NotKept:
        return False
    model[kept.id] = kept.note
    return True


def read_only(mount: Path) -> None:
    """Read all, be refused every change, and change nothing."""
    folder = mount / "data"
    store = Store(folder)
    store.entries.keep(entry("1" * 32, "in the file"))
    store.close()
    store.entries.keep(entry("2" * 32, "in the journal"))
    with remounted(mount):
        before = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
        assert notes(folder) == {"1" * 32: "in the file", "2" * 32: "in the journal"}
        for words in (("log", "list"), ("log", "show", "1111"), ("review",), ("pause", "status"), ("status",)):
            code, said, complaint = verb(folder, *words)
            assert (code, complaint) == (0, ""), (words, code, complaint)
            assert words != ("log", "list") or ("in the file" in said and "in the journal" in said)
        refuses_every_change(folder, "can't be written to", *CHANGES, DELETE)
        app_refuses_a_line(folder)
        assert {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()} == before
    assert verb(folder, "log", "writable again")[0] == 0
    (folder / STORE).write_bytes(b"{damaged")
    with remounted(mount):
        code, said, complaint = verb(folder, "log", "list")
        assert (code, complaint.count("\n")) in {(0, 1), (1, 1)}, (code, complaint)
        assert (folder / STORE).read_bytes() == b"{damaged"
    assert notes(folder).keys() >= {"1" * 32, "2" * 32}
    assert (folder / JOURNAL).exists()


@contextmanager
def remounted(mount: Path) -> Iterator[None]:
    """Let nobody write there for a while."""
    command("mount", "-o", "remount,ro", str(mount))
    try:
        yield
    finally:
        command("mount", "-o", "remount,rw", str(mount))


def refuses_every_change(folder: Path, why: str, *changes: tuple[str, ...]) -> None:
    """Every verb that changes says one sentence and fails."""
    for words in changes:
        code, said, complaint = verb(folder, *words)
        assert (code, said) == (1, ""), (words, code, said)
        assert complaint.startswith("companion: Not kept: "), (words, complaint)
        assert why in complaint and complaint.endswith(".\n") and complaint.count("\n") == 1, (words, complaint)


def app_refuses_a_line(folder: Path) -> None:
    """The app says the sentence, goes on holding the words, and can be left."""
    with running(folder, "--at", "log") as terminal:
        terminal.wait_for(b" Keep ")
        terminal.press(b"these words")
        terminal.wait_for(b"s")
        terminal.press(b"\r")
        terminal.wait_for(b"Not kept")  # the rest is wrapped, nobody knows where
        hide_and_show(terminal)
        terminal.wait_for(b"these words")
        terminal.press(QUIT)
        assert terminal.end() == 0


def hide_and_show(terminal: Terminal) -> None:
    """Cover the screen and come back, so that all of it is drawn again."""
    terminal.press(b"\x0c")
    terminal.wait_for(b"Ready.")
    terminal.press(b"\r")


def verb(folder: Path, *words: str) -> tuple[int, str, str]:
    """Run a verb; return its exit code and what it said on both streams."""
    line = [sys.executable, "-m", "companion", "--data-dir", str(folder), *words]
    ran = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)
    return ran.returncode, ran.stdout, ran.stderr


def command(*words: str) -> None:
    subprocess.run(words, check=True, env=os.environ | {"LC_ALL": "C"})


if __name__ == "__main__":
    main()
