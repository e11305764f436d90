"""What a program imports, beside the list of it that is checked in.

Pinned are our own modules, the packages of others, and what of the standard library is dear. To add to a list on
purpose: `COMPANION_IMPORTS=write pytest tests/commands/test_imports.py tests/ui/test_imports.py` writes the lists
anew, and the change of the list is looked at with the change of the code.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_WRITES = os.environ.get("COMPANION_IMPORTS") == "write"
_DEAR = {
    "asyncio", "concurrent", "email", "http", "importlib.metadata", "importlib.resources", "logging", "multiprocessing",
    "sqlite3", "ssl", "subprocess", "tarfile", "unittest", "xml", "zipfile", "zoneinfo",
}  # fmt: skip
"""Parts of the standard library that take some milliseconds or more."""
_THEIRS = {"cython_runtime", "typing_extensions"}
"""What packages of others bring along or not, by Python's version and the platform."""

BEFORE = "import sys; before = set(sys.modules)\n"
SAY = "print('imports:', *(n for n in sys.modules.keys() - before if sys.modules[n]), file=sys.stderr, flush=True)"
"""Lines of a program: the first one of all, and one that says what has come in since."""


def imports_of(program: str, *words: str, cwd: Path | None = None) -> list[str]:
    """Run a program that begins with BEFORE and says SAY; return what it imported, as it is pinned."""
    command = [sys.executable, "-c", BEFORE + program, *words]
    root = Path(__file__).parent.parent
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(root)},
    )  # fmt: skip
    said = [line for line in ran.stderr.splitlines() if line.startswith("imports:")]
    assert said, ran.stderr
    return sorted({pinned for name in said[-1].split()[1:] if (pinned := _as_pinned(name))})


def _as_pinned(name: str) -> str | None:
    top = name.partition(".")[0]
    if top == "companion" or name in _DEAR:
        return name
    return None if top in sys.stdlib_module_names | _THEIRS or top.startswith("_") else top


def check(path: Path, found: Mapping[str, list[str]]) -> None:
    """Compare with the list, one section for each run; or write it."""
    if _WRITES:
        listed = {**read(path), **found}
        sections = (f"{title}\n" + "".join(f"    {name}\n" for name in names) for title, names in listed.items())
        path.write_text("\n".join(sections), encoding="utf-8")
    known = read(path)
    for title, names in found.items():
        came, gone = sorted({*names} - {*known.get(title, ())}), sorted({*known.get(title, ())} - {*names})
        assert not came, f"“{title}” imports more than {path.name} lists: {', '.join(came)}. {__doc__}"
        assert not gone, f"“{title}” imports these no longer; take them out of {path.name}: {', '.join(gone)}"


def read(path: Path) -> dict[str, list[str]]:
    """Return the lists by their titles."""
    if not path.exists():
        return {}
    sections = path.read_text(encoding="utf-8").split("\n\n")
    return {title: [name.strip() for name in names] for title, *names in map(str.splitlines, sections)}
