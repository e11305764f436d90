"""The verb log in processes of its own: at once with others, and light."""

import os
import subprocess
import sys
from pathlib import Path

from companion.storage.store import Store
from tests.commands.log_verbs import only


def program(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "companion", "--data-dir", str(folder), *words]


def test_two_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    running = [
        subprocess.Popen(program(tmp_path, "log", f"line {number}"), stdout=subprocess.PIPE, text=True)
        for number in range(6)
    ]
    ids = {process.communicate()[0].strip() for process in running}
    kept = {entry.id: entry.note for entry in Store(tmp_path).entries}
    assert kept.keys() == ids
    assert set(kept.values()) == {f"line {number}" for number in range(6)}


def test_a_line_from_the_shell_pays_for_nothing_it_does_not_use(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from companion.commands.main import companion\n"
        f"try: companion(['--data-dir', {str(tmp_path)!r}, 'log', 'a line'])\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "print(*sys.modules)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ))
    loaded = {name.partition(".")[0] for name in ran.stdout.splitlines()[-1].split()}
    assert only(tmp_path).note == "a line"
    assert not loaded & {"textual", "rich", "dateparser", "yaml", "sqlite3", "markdown_it"}
