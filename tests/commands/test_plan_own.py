"""Worksheets of one's own: a file in the data folder works at once, and what stands in for a shipped one says so."""

from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.domain.filling import Answers
from companion.storage.store import Store

_WALK = "title: {title}\ngroup: My own\nwhy: W\nfields: [{{id: a, label: Where, kind: line}}]\n"


def run(folder: Path, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "plan", *words], input=typed)


def write(folder: Path, slug: str, words: str) -> None:
    (folder / "worksheets").mkdir(parents=True, exist_ok=True)
    (folder / "worksheets" / f"{slug}.yaml").write_text(words, encoding="utf-8")


def test_a_file_in_the_data_folder_is_listed_and_filled_in(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert "walk" not in run(folder).output
    write(folder, "walk", _WALK.format(title="A walk"))
    assert "My own\n  walk                         A walk\n" in run(folder).output
    assert run(folder, "fill", "walk", typed="by the lake\n").exit_code == 0
    assert "  Where: by the lake\n" in run(folder, "walk").output
    assert folder.stat().st_mode & 0o077 == 0
    write(folder, "walk", _WALK.format(title="A long walk"))
    assert run(folder, "walk").output.startswith("A long walk\n")


def test_one_with_the_name_of_a_shipped_one_stands_in_for_it_and_a_broken_one_does_not(tmp_path: Path) -> None:
    write(tmp_path, "what-calms-me", _WALK.format(title="My calm list"))
    listed = run(tmp_path)
    assert "My calm list" in listed.stdout
    assert "what-calms-me: Your own file stands in for the one that comes with Companion." in listed.stderr
    write(tmp_path, "what-calms-me", "title: [")
    listed = run(tmp_path)
    assert "What calms me" in listed.stdout
    assert f"{tmp_path / 'worksheets' / 'what-calms-me.yaml'}: line " in listed.stderr


def test_words_of_a_worksheet_that_is_gone_can_still_be_read_and_copied(tmp_path: Path) -> None:
    write(tmp_path, "walk", _WALK.format(title="A walk"))
    run(tmp_path, "fill", "walk", typed="by the lake\n")
    (tmp_path / "worksheets" / "walk.yaml").rename(tmp_path / "worksheets" / "stroll.yaml")
    assert "Words of a worksheet that is gone\n  walk " in run(tmp_path).stdout
    assert "  a: by the lake\n" in run(tmp_path, "walk").stdout
    assert "**a:** by the lake" in run(tmp_path, "card", "walk").stdout
    refused = run(tmp_path, "fill", "walk")
    assert refused.exit_code == 2
    assert "There is no worksheet “walk”" in refused.stderr


def test_an_answer_whose_field_is_gone_stands_under_its_id(tmp_path: Path) -> None:
    write(tmp_path, "walk", _WALK.format(title="A walk"))
    run(tmp_path, "fill", "walk", typed="by the lake\n")
    write(tmp_path, "walk", _WALK.format(title="A walk").replace("id: a", "id: b"))
    assert "  a: by the lake\n" in run(tmp_path, "walk").stdout
    assert "**a:** by the lake" in run(tmp_path, "card", "walk").stdout


def test_people_of_one_filling_are_told_apart_and_those_to_call_stand_whole(tmp_path: Path) -> None:
    for slug, answers in (("boundary", {"whom": "Sam\nSven"}), ("people-i-can-call", {"listens": "Wanda\nWim"})):
        Store(tmp_path).worksheets.keep(Answers(worksheet=slug, answers=answers, filled_at=datetime.now(UTC)))
    assert "With whom: Sa, Sv\n" in run(tmp_path, "boundary").stdout
    assert "  Listens and doesn't take over: Wanda, Wim\n" in run(tmp_path, "people-i-can-call").stdout
    card = run(tmp_path, "card", "people-i-can-call")
    assert "Wanda, Wim" in card.stdout
    assert "initials" not in card.stderr
