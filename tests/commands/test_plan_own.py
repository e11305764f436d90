"""Worksheets of one's own: a file in the data folder works at once, and what stands in for a shipped one says so."""

from pathlib import Path

from click.testing import CliRunner, Result

from companion.commands.main import companion

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
