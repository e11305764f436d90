"""Where the fault tests keep their folders: in memory where the machine has a place for that.

A kill takes nothing that was written, so waiting for a disk proves nothing and is most of the time. On a real disk, by
hand: `COMPANION_REAL_DISK=1 python -m pytest tests/faults`.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108 (made private by TemporaryDirectory)


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder of the test's own."""
    if os.environ.get("COMPANION_REAL_DISK") or not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    with TemporaryDirectory(prefix="companion-faults-", dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def stores_know_the_time() -> None:
    """Let a store go by the machine's clock, which `time_machine` sets here."""
