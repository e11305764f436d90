"""Worksheets that the tests fill in: every kind of field, and every behaviour, none of them shipped."""

from pathlib import Path
from shutil import copytree

import pytest

from companion.resources import LIBRARY
from companion.storage.library import Library

_FILES = {
    "all-kinds": """
        title: All kinds
        group: Tests
        why: Every kind of field.
        fields:
          - {id: line, label: A line, kind: line}
          - {id: text, label: A text, kind: text}
          - {id: choice, label: A choice, kind: choice, choices: [me, both of us]}
          - {id: ticks, label: Some ticks, kind: ticks, choices: [slow breath, one topic, a walk], most: 2}
          - {id: scale, label: A scale, kind: scale, low: far, high: close}
          - {id: date, label: A day, kind: date}
          - {id: clock, label: A clock time, kind: clock}
          - {id: length, label: A length, kind: length}
          - {id: feelings, label: Some feelings, kind: feelings}
          - {id: people, label: Some people, kind: people}
          - {id: entries, label: Some entries, kind: entries}
          - {id: log, label: Some days, kind: log, choices: [held, partly, not]}
    """,
    "boundary-like": """
        title: A line of mine
        group: Tests
        why: Several side by side.
        several: true
        review: again
        fields:
          - {id: say, label: My sentence, kind: line}
          - {id: tested, label: Tested, kind: log, choices: [held, partly, not]}
          - {id: again, label: Again on, kind: date}
        card: |
          # {title}

          {say}
          - {tested}
    """,
    "weekly": """
        title: The week
        group: Tests
        why: A check-in.
        repeat: 7
        unsafe_if: {safe: [not really]}
        fields:
          - {id: heard, label: I felt heard, kind: choice, choices: [rarely, often]}
          - {id: near, label: How near, kind: scale}
          - {id: safe, label: I felt safe, kind: choice, choices: [not really, fully]}
        bands:
          - {when: {answer: often, least: 1}, say: Heard enough.}
          - {when: {}, say: Ask for more., next: [articles/asking-kindly]}
        ends: That is the week.
    """,
    "monthly": """
        title: The month
        group: Tests
        why: A check-in whose words wait on the disk.
        repeat: 30
        fields:
          - {id: new, label: What is new, kind: line}
          - {id: who, label: Who helped, kind: people}
          - {id: again, label: Again on, kind: date}
    """,
    "unkept": """
        title: Right now
        group: Tests
        why: Nothing is kept by itself.
        keep: false
        together: true
        fields:
          - {id: ready, label: True now, kind: ticks, choices: [slow breath, one topic, a walk]}
        bands:
          - {when: {most: 1}, say: Take 20 more minutes.}
          - {when: {}, say: You sound ready.}
    """,
    "letter": """
        title: A letter
        group: Tests
        why: Sealed.
        several: true
        seal: opens
        fields:
          - {id: to, label: To, kind: line}
          - {id: words, label: Words, kind: text}
          - {id: opens, label: Opens on, kind: date}
    """,
    "half-sealed": """
        title: A desk
        group: Tests
        why: One field is sealed.
        seal: opens
        sealed: [guess]
        not_after_strength: 8
        meanwhile: [exercises/long-sigh]
        fields:
          - {id: for, label: For, kind: text}
          - {id: guess, label: My guess, kind: line}
          - {id: opens, label: Opens on, kind: date}
    """,
}


def write_sheets(library: Path) -> None:
    """Write the worksheets of the tests into a library, in the place of those that are there."""
    folder = library / "worksheets"
    for path in folder.glob("*.yaml"):
        path.unlink()
    for name, text in _FILES.items():
        (folder / f"{name}.yaml").write_text(_dedent(text), encoding="utf-8")


def _dedent(text: str) -> str:
    return "\n".join(line.removeprefix("        ") for line in text.splitlines()).strip() + "\n"


@pytest.fixture(scope="session")
def sheets_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the library with the tests' own worksheets."""
    root = Path(copytree(LIBRARY, tmp_path_factory.mktemp("sheets") / "library"))
    write_sheets(root)
    return root


@pytest.fixture
def sheets(sheets_root: Path) -> Library:
    """The library with the tests' own worksheets."""
    return Library(sheets_root)
