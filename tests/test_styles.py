"""Style sheets: one root each, colours by name only, and nothing styled in Python."""

import re
from pathlib import Path

import pytest

from companion.resources import STYLES

SHEETS = sorted(STYLES.glob("*.tcss"))
PACKAGE = Path(__file__).parent.parent / "companion"


def roots(text: str) -> list[str]:
    """Return the selectors that stand outside all braces."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    depth, selector, found = 0, "", []
    for char in text:
        if char == "{":
            if depth == 0:
                found.append(selector.strip())
            depth, selector = depth + 1, ""
        elif char == "}":
            depth, selector = depth - 1, ""
        elif depth == 0:
            selector += char
    return found


@pytest.mark.parametrize(
    "sheet", [sheet for sheet in SHEETS if sheet.stem not in ("base", "shared")], ids=lambda path: path.stem
)
def test_a_sheet_has_one_root_a_screens_type(sheet: Path) -> None:
    (root,) = roots(sheet.read_text(encoding="utf-8"))
    assert re.fullmatch(r"[A-Z]\w+", root), root
    source = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert f"class {root}(" in source
    assert f'STYLES / "{sheet.name}"' in source


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_colours_are_theme_variables(sheet: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    for line in text.splitlines():
        if re.search(r"\b(color|background|tint)\b.*:", line):
            assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)|\brgb|\b(red|green|blue|white|black)\b", line), line


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_no_style_is_written_in_python(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "DEFAULT_CSS" not in text
    assert not re.search(r"^\s+CSS\s*=", text, re.MULTILINE)
