"""Keys of one's own: what is asked for is checked against all that can be used together, a sentence for each line."""

from pathlib import Path

import pytest

from companion.storage.paths import KEYS
from companion.ui.keymap import Keymap, known_bindings, read_keymap


def keymap(folder: Path, text: str) -> Keymap:
    (folder / KEYS).write_text(text, encoding="utf-8")
    return read_keymap(folder)


def test_no_file_moves_nothing(tmp_path: Path) -> None:
    assert read_keymap(tmp_path) == ({}, ())
    assert read_keymap(tmp_path).problem == ""


def test_keys_are_taken_by_the_names_that_textual_gives_them(tmp_path: Path) -> None:
    found = keymap(tmp_path, "app.cover: Ctrl+G\nlog.new: [n, ins, n]\nwords.star: '!'\n")
    assert found.keys == {"app.cover": "ctrl+g", "log.new": "n,insert", "words.star": "exclamation_mark"}
    assert not found.flaws


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("app.covr: ctrl+k", "there is no “app.covr”; did you mean app.cover?"),
        ("zzz: ctrl+k", "there is no “zzz”; “companion keys --example” lists them all."),
        ("log.new: ctrl+nn", "there is no key “ctrl+nn”; did you mean “ctrl+n”?"),
        ("log.new: ctrl+i", "terminals send “ctrl+i” as tab, so the two can’t be told apart; choose another key."),
        ("log.new: e", "log.new would share “e” with log.edit (Edit, Log); give one of them another key."),
        ("log.new: f1", "log.new would share “f1” with app.help (Help, Log); give one of them another key."),
        ("app.cover: f1", "app.cover would share “f1” with app.help (Help, Everywhere); give one of them another key."),
        ("app.now: '2'", "app.now would share “2” with app.pause (Pause, Everywhere); give one of them another key."),
        ("rows.up: n", "rows.up would share “n” with"),
        ("app.cover: ctrl+s", "app.cover would share “ctrl+s” with"),
        ("app.cover: k", "app.cover comes before the fields, so “k” could not be typed any more; "
         "choose a key with ctrl or a function key."),
        ("words.anew: space", "words.anew comes before the fields, so “space” could not be typed any more; "
         "choose a key with ctrl or a function key."),
        ("app.cover: ctrl+u", "app.cover comes before the fields, and they use “ctrl+u” themselves; "
         "choose another key."),
        ("app.quit: [f10, home]", "app.quit comes before the fields, and they use “home” themselves;"),
        ("words.anew: ctrl+w", "words.anew comes before the fields, and they use “ctrl+w” themselves;"),
        ("app.cover:", "app.cover would be left without a key; write one behind it, or take the line away."),
        ("app.help: []", "app.help would be left without a key; write one behind it, or take the line away."),
        ("app.quit: ''", "app.quit would be left without a key; write one behind it, or take the line away."),
        ("log.new: x\nlog.new: k", "log.new"),
    ],
)  # fmt: skip
def test_a_line_that_does_not_work_is_a_sentence_and_moves_nothing(tmp_path: Path, line: str, problem: str) -> None:
    found = keymap(tmp_path, f"app.find: f9\n{line}\n")
    assert set(found.keys) == {"app.find"}
    assert str(found.flaws[0]).startswith(f"{KEYS}, line 2: {problem}")


def test_an_id_that_stands_there_twice_keeps_its_first_line(tmp_path: Path) -> None:
    found = keymap(tmp_path, "log.new: insert\nlog.new: f9\n")
    assert found.keys == {"log.new": "insert"}
    assert [str(each) for each in found.flaws] == [
        "keys.yaml, line 2: log.new stands here again; keep one of the two lines."
    ]


def test_a_key_of_the_fields_is_free_for_what_comes_after_them_and_for_what_has_it_already(tmp_path: Path) -> None:
    found = keymap(tmp_path, "log.new: ctrl+u\nwords.anew: [ctrl+d, f9]\n")
    assert found.keys == {"log.new": "ctrl+u", "words.anew": "ctrl+d,f9"}
    assert not found.flaws


def test_two_keys_can_change_places(tmp_path: Path) -> None:
    found = keymap(tmp_path, "log.new: e\nlog.edit: n\n")
    assert found.keys == {"log.new": "e", "log.edit": "n"}
    assert not found.flaws


def test_of_two_lines_that_want_the_same_key_the_later_one_yields(tmp_path: Path) -> None:
    found = keymap(tmp_path, "log.new: insert\nlog.edit: insert\n")
    assert found.keys == {"log.new": "insert"}
    assert [flaw.line for flaw in found.flaws] == [2]


def test_what_yields_may_make_another_yield(tmp_path: Path) -> None:
    found = keymap(tmp_path, "log.new: e\nlog.edit: f1\n")
    assert found.keys == {}
    assert [flaw.line for flaw in found.flaws] == [1, 2]


def test_a_place_may_take_a_key_that_works_everywhere_for_itself(tmp_path: Path) -> None:
    assert keymap(tmp_path, "log.new: b\n").keys == {"log.new": "b"}


def test_a_key_wins_over_the_vim_key_of_that_name(tmp_path: Path) -> None:
    assert not keymap(tmp_path, "app.breathe: j\nvim.up: i\n").flaws


def test_bindings_that_share_a_key_by_turns_may_go_on_doing_so(tmp_path: Path) -> None:
    assert not keymap(tmp_path, "exercise.next: f9\nexercise.turn: f9\n").flaws


def test_what_shares_the_old_key_keeps_it(tmp_path: Path) -> None:
    found = keymap(tmp_path, "app.lock: f6\n")
    assert found.keys == {"app.lock": "f6"}
    assert found.whole == {"app.lock": "f6", "app.unlock": "f2", "app.privacy": "f2"}


def test_the_problem_names_the_first_and_leads_on(tmp_path: Path) -> None:
    one = keymap(tmp_path, "nothing: x\n").problem
    assert one.startswith("keys.yaml, line 1: there is no “nothing”")
    assert one.endswith("“companion keys --check” looks again.")
    assert keymap(tmp_path, "nothing: x\nnothing2: x\n").problem.endswith("“companion keys --check” says what else.")


def test_hostile_names_are_said_on_one_line_without_what_steers_a_terminal(tmp_path: Path) -> None:
    said = str(keymap(tmp_path, '"a\\x1b[31m\\nb": n\nlog.new: "\\x1b[2J"\n').flaws)
    assert "\x1b" not in said
    assert "\n" not in said


def test_every_binding_moved_at_once_is_still_checked_quickly(tmp_path: Path) -> None:
    text = "".join(f"{id}: f24\n" for id in known_bindings())
    found = keymap(tmp_path, text)
    assert found.flaws
    assert found.keys
