"""Asking the doctor, as a person and as a machine."""

import json
from pathlib import Path
from typing import Any

from companion.text.plain import one_line
from tests.commands.log_verbs import run


def mounted(tmp_path: Path, kind: str) -> None:
    """Let the tests' folder lie on a drive of that kind."""
    line = f"/dev/x {str(tmp_path).replace(' ', chr(92) + '040')} {kind} rw 0 0\n"
    (tmp_path / "mounts").write_text(f"/dev/root / ext4 rw 0 0\n{line}", encoding="utf-8")


def findings(folder: Path) -> list[dict[str, Any]]:
    """Return what the doctor says to machines; it says the same to people, and ends the same way."""
    said = run(folder, "doctor", "--json")
    found: list[dict[str, Any]] = json.loads(said.stdout)["findings"]
    assert said.exit_code == (1 if found else 0)
    spoken = run(folder, "doctor")
    assert spoken.exit_code == said.exit_code
    words = " ".join(spoken.stdout.split())
    assert all(f"{each['check']}: {one_line(each['what'])}" in words for each in found)
    assert said.stderr == spoken.stderr == ""
    return found


def the_one(folder: Path, check: str) -> dict[str, Any]:
    """Return the only finding, which is of that check."""
    (finding,) = findings(folder)
    assert finding["check"] == check
    assert finding["what"].endswith((".", ")"))
    assert finding["advice"]
    return finding
