"""Leading the program through a day with private words, and looking for them afterwards."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from tests.ui.test_terminal import Terminal

WORDS = "zz the red cup zz"
PASSPHRASE = "quince lantern orbit moss"
ROOT = Path(__file__).parent.parent.parent


def verb(folder: Path, *words: str, given: str = "", umask: int = -1) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "companion", "--data-dir", str(folder), *words],
        input=given, capture_output=True, text=True, timeout=120, check=False, umask=umask, start_new_session=True,
    )  # fmt: skip


def log_in_the_app(terminal: Terminal) -> bytes:
    """Write a line in the log as one does, and return what the terminal was sent on the way."""
    terminal.wait_for(b"What is happening?")
    seen = terminal.seen
    terminal.press(b"l")
    terminal.wait_for(b"What happened?")
    seen += terminal.seen
    terminal.press(WORDS.encode() + b"\r")
    terminal.wait_for(b"Kept")
    return seen + terminal.seen


def holding(folder: Path, words: str = WORDS) -> list[str]:
    """Return the files under the folder that hold the words."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [str(path.relative_to(folder)) for path in files if words.encode() in path.read_bytes()]


class Watch:
    """Reads the arguments and the environment of a process's children, and of theirs, while it runs."""

    def __init__(self, pid: int) -> None:
        self.seen: set[bytes] = set()
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.005):
            for pid in self._family(self._pid):
                for name in ("cmdline", "environ"):
                    try:
                        self.seen.add(Path(f"/proc/{pid}/{name}").read_bytes())
                    except OSError:
                        continue  # it is gone, or hides itself

    def _family(self, pid: int) -> Iterator[int]:
        yield pid
        try:
            tasks = list(Path(f"/proc/{pid}/task").iterdir())
            children = [child for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            return
        for child in children:
            yield from self._family(int(child))
