"""The file of moved keys: whatever it holds, what can be read of it is read, and the rest is said."""

from pathlib import Path

import pytest

from companion.storage.keys_file import KeyLine, read_keys
from companion.storage.own_files import own_files
from companion.storage.paths import KEYS


def written(folder: Path, text: str | bytes) -> Path:
    (folder / KEYS).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def test_without_a_file_nothing_is_moved(tmp_path: Path) -> None:
    assert read_keys(tmp_path) == ((), ())


def test_one_key_or_several_stand_behind_an_id(tmp_path: Path) -> None:
    text = "# mine\napp.cover: ctrl+g\n\nlog.new: [n, insert]\nlog.edit:\n  - e\n  - f6 # the old one\n"
    text += "'words.star': '*'\n"
    assert read_keys(written(tmp_path, text)).lines == (
        KeyLine(2, "app.cover", ("ctrl+g",)),
        KeyLine(4, "log.new", ("n", "insert")),
        KeyLine(5, "log.edit", ("e", "f6")),
        KeyLine(8, "words.star", ("*",)),
    )


@pytest.mark.parametrize("key", ["n", "y", "no", "on", "5", "1e3", "~", "2026-11-22", "null"])
def test_what_yaml_takes_for_something_else_is_a_key(tmp_path: Path, key: str) -> None:
    assert read_keys(written(tmp_path, f"log.new: {key}\n")).lines == (KeyLine(1, "log.new", (key,)),)


@pytest.mark.parametrize("line", ["log.new:", "log.new: []", 'log.new: ""', "log.new: ['', '']"])
def test_an_id_may_stand_there_without_a_key(tmp_path: Path, line: str) -> None:
    assert read_keys(written(tmp_path, line)).lines == (KeyLine(1, "log.new", ()),)


@pytest.mark.parametrize(
    "wrong",
    ["words.star: *", "log.line: [n", "log.line: {a: b}", "log.line: [[n]]", "log.line", "? [a]: b", "log.line: @",
     "log.line: 'n", "log.line: n: m", "x: &a [n]\n  y", "*a : n"],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named_and_takes_none_of_the_others_with_it(tmp_path: Path, wrong: str) -> None:
    file = read_keys(written(tmp_path, f"app.cover: ctrl+g\n\n{wrong}\nlog.edit: e\n"))
    assert [line.id for line in file.lines] == ["app.cover", "log.edit"]
    assert [str(flaw) for flaw in file.flaws] == [
        "keys.yaml, line 3: expected an id and its key, such as “app.cover: ctrl+g”; "
        "signs such as * and [ go in quotes."
    ]


@pytest.mark.parametrize(
    ("hostile", "said"),
    [
        (b"\x00\x01\x02\xff\xfe" * 99, "keys.yaml: "),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "keys.yaml: "),
        (b"a: b\n" * 20_000, "keys.yaml: it has more than 64,000 characters; leave no more in it than keys."),
        (b"log.new: " + b"[" * 50_000, "keys.yaml, line 1: expected an id"),
        (b"{" * 50_000, "keys.yaml, line 1: expected an id"),
        (b"log.new: \x07\n", "keys.yaml, line 1: it holds signs that are no text; take the line away."),
    ],
)
def test_a_hostile_file_is_a_sentence(tmp_path: Path, hostile: bytes, said: str) -> None:
    file = read_keys(written(tmp_path, hostile))
    assert not file.lines
    assert str(file.flaws[0]).startswith(said)


def test_aliases_are_not_multiplied(tmp_path: Path) -> None:
    nine = {b: ",".join([f"*{a}"] * 9) for a, b in zip("abcdefgh", "bcdefghi", strict=True)}
    bomb = "a: &a [x,x,x]\n" + "".join(f"{b}: &{b} [{them}]\n" for b, them in nine.items())
    file = read_keys(written(tmp_path, bomb))
    assert len(file.lines) == 1
    assert len(file.flaws) == 8


def test_a_folder_of_that_name_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / KEYS).mkdir()
    assert str(read_keys(tmp_path).flaws[0]) == "keys.yaml: it is a folder, not a file."


def test_it_is_one_of_our_files_and_goes_with_the_others(tmp_path: Path) -> None:
    assert own_files(written(tmp_path, "")) == [tmp_path / KEYS]
