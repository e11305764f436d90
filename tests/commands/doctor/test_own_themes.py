"""Themes of one's own: one that can't be used is named, and a folder of them is nothing that was left over."""

from pathlib import Path

from tests.commands.doctor.looking import findings, the_one
from tests.commands.sealed_verbs import seal


def write(folder: Path, words: str) -> None:
    (folder / "themes").mkdir(mode=0o700)
    (folder / "themes" / "wood.yaml").write_text(words)


def test_a_broken_one_is_named_in_a_sentence(folder: Path) -> None:
    write(folder, "name: wood\nprimary: green\n")
    finding = the_one(folder, "themes")
    assert finding["what"].startswith("wood.yaml is no theme: primary: expected a colour in quotes")
    assert finding["path"] == str(folder / "themes" / "wood.yaml")


def test_a_sound_one_needs_nothing_also_beside_sealed_words(folder: Path) -> None:
    write(folder, "name: wood\nprimary: '#a5c4a0'\n")
    assert findings(folder) == []
    seal(folder)
    assert {each["check"] for each in findings(folder)}.isdisjoint({"leftovers", "themes"})
