"""The verb keys: every key with a person's own, what is wrong with those, and a file to begin with."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.storage.paths import KEYS
from companion.ui.keymap import known_bindings, read_keymap

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a verb over the test's data folder."""

    def runs(*words: str) -> Result:
        return CliRunner().invoke(companion, ["--data-dir", str(tmp_path), *words])

    return runs


def moved(tmp_path: Path, text: str) -> None:
    (tmp_path / KEYS).write_text(text, encoding="utf-8")


def test_every_key_is_printed_place_by_place_in_plain_text(run: Run) -> None:
    said = run("keys").stdout
    assert said.index("\nEverywhere\n") < said.index("\nNow\n") < said.index("\nLog\n")
    assert "  ctrl+l           Hide\n" in said
    assert "  0 to 9           Strength by its number\n" in said
    assert "\x1b" not in said


def test_in_plain_words_the_arrows_have_names(run: Run) -> None:
    assert "  ↑ " in run("keys").stdout
    said = run("--plain", "keys").stdout
    assert "  up               Up\n" in said
    assert "del or backspace" in said
    assert not {*"↑↓←→⌫"} & {*said}


def test_moved_keys_are_printed_as_they_are_now(run: Run, tmp_path: Path) -> None:
    moved(tmp_path, "app.cover: ctrl+g\nwords.star: [i, '!']\n")
    said = run("keys").stdout
    assert "  ctrl+g           Hide (moved by you)\n" in said
    assert "  f2               Lock\n" in said
    assert "  ctrl+l " not in said


def test_for_machines_each_key_carries_its_id(run: Run, tmp_path: Path) -> None:
    moved(tmp_path, "app.cover: ctrl+g\n")
    rows = {row["id"]: row for row in json.loads(run("keys", "--json").stdout)}
    assert rows["app.cover"] == {
        "where": "Everywhere", "id": "app.cover", "key": "ctrl+g", "what": "Hide", "moved": True,
    }  # fmt: skip
    assert not rows["app.help"]["moved"]


def test_what_is_wrong_is_said_below_the_keys_and_by_check(run: Run, tmp_path: Path) -> None:
    moved(tmp_path, "app.covr: ctrl+g\nlog.new: e\n")
    listed = run("keys")
    assert listed.exit_code == 0
    assert "keys.yaml, line 1: there is no “app.covr”; did you mean app.cover?" in listed.stdout
    checked = run("keys", "--check")
    assert checked.exit_code == 1
    assert [line.split(":")[0] for line in checked.stdout.splitlines()] == ["keys.yaml, line 1", "keys.yaml, line 2"]
    assert [each["line"] for each in json.loads(run("keys", "--check", "--json").stdout)["problems"]] == [1, 2]


def test_a_sound_file_is_said_to_be_sound(run: Run, tmp_path: Path) -> None:
    assert "There is no keys.yaml" in run("keys", "--check").stdout
    moved(tmp_path, "app.cover: ctrl+g\n")
    assert run("keys", "--check").stdout == "Nothing is wrong; 1 key is moved.\n"
    moved(tmp_path, "app.cover: ctrl+g\napp.find: f9\n")
    assert run("keys", "--check").stdout == "Nothing is wrong; 2 keys are moved.\n"


def test_the_example_changes_nothing_as_it_is(run: Run, tmp_path: Path) -> None:
    moved(tmp_path, run("keys", "--example").stdout)
    assert read_keymap(tmp_path) == ({}, ())


def test_the_example_names_every_key_as_it_is_once_the_signs_before_it_are_gone(run: Run, tmp_path: Path) -> None:
    lines = run("keys", "--example").stdout.splitlines()
    moved(tmp_path, "\n".join(line.removeprefix("# ") for line in lines if "." in line.split(":")[0] and ": " in line))
    found = read_keymap(tmp_path)
    assert not found.flaws
    assert found.keys == {}
    assert len([line for line in (tmp_path / KEYS).read_text().splitlines() if line]) == len(known_bindings())


def test_a_damaged_file_is_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / KEYS).write_bytes(bytes(range(256)) * 99)
    checked = run("keys", "--check")
    assert checked.exit_code == 1
    assert checked.stdout.startswith("keys.yaml: ")
    assert checked.stdout.count("\n") == 1
