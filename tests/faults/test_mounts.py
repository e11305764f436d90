"""A real disk of half a megabyte that fills up, and a real one that can only be read.

Each is mounted for one process alone, where the machine allows that. One full disk here; by hand:
`COMPANION_FULL_DISKS=100 python -m pytest tests/faults/test_mounts.py`.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

DISKS = os.environ.get("COMPANION_FULL_DISKS", "1")
ALONE = ["unshare", "--mount"] if sys.platform == "linux" and os.geteuid() == 0 else ["unshare", "-r", "--mount"]


@pytest.fixture
def mount(tmp_path: Path) -> Path:
    """A folder at which a disk may be mounted."""
    if sys.platform != "linux":
        pytest.skip("mounts as Linux does")
    tried = [*ALONE, "mount", "-t", "tmpfs", "tmpfs", str(tmp_path)]
    try:
        if subprocess.run(tried, capture_output=True, check=False).returncode:
            pytest.skip("this machine lets nobody mount a disk here; the injected faults alone stand for it")
    except FileNotFoundError:
        pytest.skip("there is no unshare here; the injected faults alone stand for it")
    return tmp_path


@pytest.mark.parametrize("what", ["full", "read-only"])
def test_on_a_real_disk(mount: Path, what: str) -> None:
    command = [*ALONE, sys.executable, "-m", "tests.faults.on_a_mount", what, str(mount), DISKS]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
