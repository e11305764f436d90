"""CONTRIBUTING draws the layers that the checks hold, and names files, tests and commands that are there."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
TABLE = PAGE.partition("## How to add something")[2].partition("\n## ")[0]
PACKAGE = ROOT / "companion"


def test_the_diagram_shows_the_layers_that_are_checked() -> None:
    (layers,) = (each["layers"] for each in CONTRACTS if each.get("containers") == ["companion"])
    diagram = re.search(r"^```\n(__main__ .*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert diagram
    drawn = [re.split(r"  +", line)[0] for line in diagram[1].splitlines()]
    assert drawn == layers


def test_every_module_stands_in_the_diagram() -> None:
    there = {path.stem for path in PACKAGE.glob("*.py")} | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    drawn = {
        name for line in PAGE.splitlines() for name in re.findall(r"^(\w+)(?: \| (\w+))?  ", line) for name in name
    }
    assert there - {"__init__"} <= drawn


def test_the_way_of_a_key_press_leads_through_files_that_are_there() -> None:
    way = PAGE.partition("A key press to the disk and back")[2].partition("## ")[0]
    named = re.findall(r"^  ((?:ui|storage|domain)/[\w/]+\.py)", way, re.MULTILINE)
    assert len(named) >= 4
    assert [name for name in named if not (PACKAGE / name).is_file()] == []
    for name, words in {
        "ui/log/quick.py": "class QuickEntry",
        "ui/log/quick_screen.py": "QuickEntry.Written",
        "storage/journal.py": "fdatasync",
    }.items():
        assert words in (PACKAGE / name).read_text(encoding="utf-8"), name


def test_the_rows_of_how_to_add_name_files_and_tests_that_are_there() -> None:
    named = set(re.findall(r"`((?:ui|commands|domain|library|tests|companion|styles)/[\w/.-]*)`", TABLE))
    named |= {name for row in re.findall(r"\| `(tests/[^`]*)` \|", TABLE) for name in row.split()}
    assert len(named) >= 12
    missing = [name for name in named if not any((base / name).exists() for base in (ROOT, PACKAGE))]
    assert missing == []


def test_its_links_lead_somewhere() -> None:
    headings = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    for link in re.findall(r"\]\(([^)…]+)\)", re.sub(r"```.*?```|`[^`]*`", "", PAGE, flags=re.DOTALL)):
        if link.startswith("#"):
            assert link[1:] in anchors, link
        elif not link.startswith("https://"):
            assert (ROOT / link).exists(), link
