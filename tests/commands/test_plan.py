"""The verb plan: listing, showing beside the last one, the card, files that are broken, and a locked folder."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from companion.commands import plan as plan_module
from companion.domain.filling import Answers
from companion.storage.library import Library
from companion.storage.store import Store
from tests.commands.plan_verb import fill, kept, run, sheets, sheets_root
from tests.commands.sealed_verbs import give, opened, seal, wrap_quickly

__all__ = ["sheets", "sheets_root"]


# -- listing and showing


def test_the_list_names_groups_slugs_and_what_is_filled_in(tmp_path: Path) -> None:
    fill(tmp_path, "weekly", near="5")
    said = run(tmp_path)
    assert said.exit_code == 0
    assert "Tests" in said.output
    assert "  weekly                       The week · filled in " in said.output
    assert "  letter                       A letter\n" in said.output
    found = {each["slug"]: each for each in json.loads(run(tmp_path, "--json").output)}
    assert found["weekly"]["fillings"] == 1
    assert found["letter"] == {
        "slug": "letter", "title": "A letter", "group": "Tests", "repeat": None, "several": True,
        "fillings": 0, "filled_at": None,
    }  # fmt: skip


def test_what_belongs_to_today_stands_first(tmp_path: Path) -> None:
    today = datetime.now().astimezone().date()
    fill(tmp_path, "boundary-like", days=20, say="No calls", again=today.isoformat())
    assert run(tmp_path).output.startswith("Today\n  A line of mine · to look at again today · No calls\n")


def test_the_newest_filling_stands_beside_the_one_before(tmp_path: Path) -> None:
    fill(tmp_path, "weekly", days=7, heard="often", near="6", safe="fully")
    fill(tmp_path, "weekly", heard="often", near="4", safe="fully")
    said = run(tmp_path, "weekly").output
    assert "  How near: 4\n    (a bit lower than on " in said
    assert "Heard enough." in said
    assert "This is a mirror, not a test." in said
    assert len(json.loads(run(tmp_path, "weekly", "--json").output)) == 2


def test_a_sealed_filling_is_not_shown_printed_or_exported_to_json(tmp_path: Path) -> None:
    fill(tmp_path, "letter", to="me", words="secret", opens="2099-01-01")
    for words in (("letter",), ("letter", "--json"), ("card", "letter"), ()):
        assert "secret" not in run(tmp_path, *words).output
    assert "Sealed until 1 January 2099" in run(tmp_path, "letter").output
    assert run(tmp_path, "card", "letter").exit_code == 2


def test_an_unknown_worksheet_is_answered_with_the_near_ones(tmp_path: Path) -> None:
    said = run(tmp_path, "weekl")
    assert said.exit_code == 2
    assert "There is no worksheet “weekl”. Near it: weekly" in said.output


def test_asking_writes_nothing(tmp_path: Path) -> None:
    run(tmp_path / "new")
    run(tmp_path / "new", "weekly")
    assert not (tmp_path / "new").exists()


# -- broken files


def test_a_broken_file_is_named_and_the_others_work(
    tmp_path: Path, sheets_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    root = shutil.copytree(sheets_root, tmp_path / "library")
    (root / "worksheets" / "weekly.yaml").write_text("title: [", encoding="utf-8")
    (root / "worksheets" / "mine.yaml").write_text(
        "title: Mine\ngroup: Own\nwhy: W\nfields: [{id: a, label: A, kind: line}]\n", encoding="utf-8"
    )
    (root / "worksheets" / "wrong.yaml").write_text(
        "title: W\ngroup: Own\nwhy: W\nfields: [{id: a, label: A, kind: lime}]\n", encoding="utf-8"
    )
    (root / "worksheets" / "empty.yaml").write_text("", encoding="utf-8")
    monkeypatch.setattr(plan_module, "shipped_library", lambda: Library(root))
    said = run(tmp_path / "data")
    assert "empty.yaml: the file is empty; expected title, group, why and fields" in said.output
    assert "weekly.yaml: line " in said.output
    assert "wrong.yaml: fields, entry 1, kind: expected one of line, text," in said.output
    assert "mine                         Mine" in said.output
    assert run(tmp_path / "data", "fill", "mine", typed="x\n").exit_code == 0
    assert kept(tmp_path / "data", "mine")[0].answers == {"a": "x"}
    broken = run(tmp_path / "data", "weekly")
    assert broken.exit_code == 1
    assert "weekly.yaml: line " in broken.output


# -- the card


def test_the_card_is_printed_or_written_to_a_new_file(tmp_path: Path) -> None:
    fill(tmp_path, "boundary-like", say="No calls", tested="2026-01-01 held\n2026-01-02 not")
    text = "# A line of mine\n\nNo calls\n- 1 January 2026: held\n- 2 January 2026: not\n"
    assert run(tmp_path, "card", "boundary-like").output == text
    path = tmp_path / "card.md"
    assert run(tmp_path, "card", "boundary-like", "-o", str(path)).exit_code == 0
    assert path.read_text(encoding="utf-8") == text
    assert path.stat().st_mode & 0o777 == 0o600
    again = run(tmp_path, "card", "boundary-like", "-o", str(path))
    assert again.exit_code == 2
    assert "is there already. Name another file." in again.output
    assert run(tmp_path, "card", "boundary-like", "-o", str(tmp_path / "no" / "card.md")).exit_code == 1


def test_a_card_of_nothing_says_how_to_begin(tmp_path: Path) -> None:
    said = run(tmp_path, "card", "weekly")
    assert said.exit_code == 2
    assert "companion plan fill weekly" in said.output


# -- locked


def test_a_locked_folder_lists_worksheets_and_nothing_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrap_quickly(monkeypatch)
    fill(tmp_path, "weekly", near="5")
    seal(tmp_path)
    said = run(tmp_path)
    assert said.exit_code == 0
    assert "filled in" not in said.stdout
    assert "What you filled in is locked" in said.stderr
    assert run(tmp_path, "weekly").exit_code == 1
    assert run(tmp_path, "fill", "weekly", typed="often\n").exit_code == 1
    give(monkeypatch)
    assert "How near: 5" in run(tmp_path, "weekly").output
    assert run(tmp_path, "fill", "weekly", typed="often\n\nfully\n").exit_code == 0
    assert len([each for each in opened(tmp_path).worksheets if each.of == "weekly"]) == 2


# -- persons


def test_persons_stand_by_their_initials_and_whole_where_one_says_so(tmp_path: Path) -> None:
    fill(tmp_path, "all-kinds", days=3, people="Uncle Bo")
    fill(tmp_path, "all-kinds", people="Sam Smith")
    shown = run(tmp_path, "all-kinds").output
    assert "  Some people: SS\n" in shown
    assert "and not now: UB" in shown
    short = run(tmp_path, "card", "all-kinds")
    assert "**Some people:** SS\n" in short.stdout
    assert "Persons stand by their initials. --names prints them whole." in short.stderr
    whole = run(tmp_path, "card", "all-kinds", "--names")
    assert (whole.stdout, whole.stderr) == ("# All kinds\n\n**Some people:** Sam Smith\n", "")
    store = Store(tmp_path)
    store.keep_settings(msgspec.structs.replace(store.settings, show_names=True))
    assert "Sam Smith" in run(tmp_path, "all-kinds").output
    card = run(tmp_path, "card", "all-kinds")
    assert ("Sam Smith" in card.stdout, card.stderr) == (True, "")


def test_a_filling_is_deleted_after_a_yes(tmp_path: Path, sheets: Library) -> None:
    slug = next(iter(sheets.worksheets))
    field = next(iter(sheets.worksheets[slug].fields)).id
    old, new = (
        Store(tmp_path).worksheets.keep(Answers(worksheet=slug, answers={field: each}, filled_at=at))
        for each, at in (("old", datetime.now(UTC) - timedelta(days=2)), ("new", datetime.now(UTC)))
    )
    assert run(tmp_path, "delete", slug).exit_code == 2
    assert len(kept(tmp_path, slug)) == 2
    assert run(tmp_path, "delete", slug, "--yes").exit_code == 0
    assert [each.id for each in kept(tmp_path, slug)] == [old.id]
    assert run(tmp_path, "delete", slug, "--id", new.id, "--yes").exit_code == 2
