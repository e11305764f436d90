"""kill -9 before each call that changes the disk, of adding, folding, and setting, changing or removing a passphrase.

What was being written is left out, and left half. The suite kills at every few steps; by hand, at each of them:
`COMPANION_KILL_EVERY=1 python -m pytest tests/faults/test_every_step.py`.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

EVERY = os.environ.get("COMPANION_KILL_EVERY", "37")


@pytest.mark.parametrize(
    "names",
    [("add", "edit", "forget", "fold"), ("add sealed", "forget sealed", "fold sealed"), ("set",), ("change",),
     ("new key",), ("remove",)],
    ids=" and ".join,
)  # fmt: skip
def test_a_kill_before_any_step_leaves_the_old_state_or_the_new(tmp_path: Path, names: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "tests.faults.every_step", str(tmp_path), EVERY, *names]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert int(ran.stdout) > 1
