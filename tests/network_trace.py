"""Every system call that could lead to a network, of the app and of every verb: `python -m tests.network_trace`.

Runs each under strace and fails on any socket but AF_UNIX. `tests/test_network.py` does the same where strace may run.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from companion.commands.verbs import VERBS
from tests.ui.test_terminal import running

_FAMILY = re.compile(r"\b(?:AF|PF)_(\w+)")
_HERE = {"UNIX", "LOCAL"}

_PASSPHRASE = {"COMPANION_PASSPHRASE_COMMAND": "echo four words together here"}

LINES: dict[str, list[str]] = {
    "pause": ["pause 20", "pause status", "pause more 15", "pause back", "pause until 23:59", "pause cancel"],
    "status": ["status", "status --json"],
    "exercise": ["exercise", "exercise long-sigh", "exercise --help"],
    "hold": ["hold a line", "hold list"],
    "breathe": ["breathe --help"],
    "log": ["log a line", "log -", "log list --since 2026-01-01", "log list --json"],
    "day": ["day"],
    "read": ["read", "read list --json", "read search breath", "read asking-kindly", "read privacy --plain"],
    "words": ["words", "words asking-for-room --json"],
    "plan": ["plan --help"],
    "review": ["review", "review --json", "review sheet --html"],
    "help-lines": ["help-lines", "help-lines uk"],
    "export": ["log a line", "export", "export --format markdown -o {folder}/out.md", "export --redact"],
    "import": ["{other} log a line", "{other} export -o {folder}/out.json", "import --yes {folder}/out.json"],
    "merge": ["log a line", "{other} log another", "merge --yes {folder}/other"],
    "backup": ["log a line", "backup", "backup -o {folder}/copy.json"],
    "restore": ["log a line", "backup -o {folder}/copy.json", "day", "restore --yes {folder}/copy.json"],
    "erase": ["log a line", "erase --phrase 'erase everything'"],
    "passphrase": ["log a line", "passphrase set", "passphrase remove"],
    "unlock-check": ["passphrase set", "unlock-check", "log sealed"],
    "doctor": ["doctor", "doctor --json"],
    "paths": ["paths", "paths --json"],
    "keys": ["keys", "keys --json"],
    "now": ["now", "now 1"],
    "settings": ["settings", "settings bell off"],
    "completion": ["completion bash", "completion fish"],
}
"""What is tried of each verb, as one would type it; `{folder}` is a scratch folder, `{other}` means another store."""

TOUR = (
    (b"2", b"back at"),
    (b"3", b"Short trails"),
    (b"\r", b"Coming back well"),
    (b"\r", b"Read next"),
    (b"\x1b", b"Coming back well"),
    (b"\x1b", b"search everything"),
    (b"4", b"My own words"),
    (b"6", b"On which days"),
    (b"7", b"Written when you are calm"),
    (b"b", b"Breathe your own way"),
    (b"\x1b", b"Written when you are calm"),
    (b"\x1bOP", b"Safety first"),
    (b"\x1b", b"Written when you are calm"),
    (b"\x10", b"ind a place"),
    (b"\x1b", b"Written when you are calm"),
    (b"5", b"A line is enough"),
    (b"\x0c", b"Ready."),
)
"""Keys through all places, an article, the breathing, help and the palette, and what each shows; the last covers."""


def why_not() -> str | None:
    """Return why nothing can be traced here; None if it can."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-f", "-e", "trace=network", "true"], capture_output=True, check=False)
    return None if tried.returncode == 0 else "this machine does not permit strace"


def far_calls(trace: str) -> list[str]:
    """Return the lines of a trace that name another family of addresses than AF_UNIX."""
    return [line for line in trace.splitlines() if set(_FAMILY.findall(line)) - _HERE]


def trace_verb(verb: str, folder: Path) -> Iterator[tuple[str, int, str]]:
    """Run what is tried of a verb; yield each line, its exit code and its trace."""
    for line in LINES[verb]:
        words = shlex.split(line.format(folder=folder, other=f"--data-dir {folder}/other"))
        ran = subprocess.run(
            _traced(folder, *words), env=os.environ | _PASSPHRASE, input=b"a line\n", capture_output=True,
            check=False, start_new_session=True, timeout=120,
        )  # fmt: skip
        yield line, ran.returncode, _trace(folder).read_text(errors="replace")


def trace_app(folder: Path) -> tuple[int, str]:
    """Run the app in a pty, visit its places and quit; return the exit code and the trace."""
    with running(folder / "data", under=_strace(folder)) as terminal:
        terminal.wait_for(b"What is happening?")
        for keys, shown in TOUR:
            terminal.press(keys)
            terminal.wait_for(shown)
        terminal.press(b"\x11")
        return terminal.end(), _trace(folder).read_text(errors="replace")


def _trace(folder: Path) -> Path:
    return folder / "trace.txt"


def _strace(folder: Path) -> list[str]:
    return ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(_trace(folder))]


def _traced(folder: Path, *words: str) -> list[str]:
    return [*_strace(folder), sys.executable, "-m", "companion", "--data-dir", str(folder / "data"), *words]


def main() -> int:
    """Trace everything; print a line each; return 1 if anything reached beyond this machine."""
    if reason := why_not():
        print(f"Nothing was traced: {reason}.")
        return 1
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        for verb in VERBS:
            for line, code, trace in trace_verb(verb, Path(name)):
                failed += _report(f"companion {line}", code, trace)
            for path in Path(name).iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        failed += _report("companion (all places)", *trace_app(Path(name)))
    return 1 if failed else 0


def _report(what: str, code: int, trace: str) -> bool:
    far = far_calls(trace)
    said = "REACHES OUT" if far else "AF_UNIX only" if "AF_" in trace else "no socket"
    print(f"{said:13} exit {code:<4} {what}", *far, sep="\n    ")
    return bool(far)


if __name__ == "__main__":
    sys.exit(main())
