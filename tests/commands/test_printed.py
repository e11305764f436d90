"""A text is printed with styles on a terminal, and everywhere else with marks that can be read out."""

import sys

import pytest

from companion.commands.printed import print_text, say_folded

TEXT = """\
# Title

~~old~~ **new** [on](/pages/privacy) [out](https://example.org)

- [x] done

> said

| a | b |
|--|--|
| c | d |
"""


def printed(capsys: pytest.CaptureFixture[str], *, plain: bool = False, width: int | None = None) -> str:
    print_text(TEXT, "pages", plain, width)
    return capsys.readouterr().out


def test_for_another_program_there_are_words_and_spoken_marks(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys).splitlines() == [
        "Title", "", "old new on [privacy] out (https://example.org)", "", "- [x] done", "", "said", "",
        "a: c", "b: d",
    ]  # fmt: skip


def test_a_terminal_shows_styles_bars_and_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    title, _, words, _, task, _, said, _, head, _, row = printed(capsys).splitlines()
    assert title == "\x1b[1m\x1b[4mTitle\x1b[0m"
    assert words.startswith("\x1b[9mold\x1b[0m \x1b[1mnew\x1b[0m on [privacy]")
    assert (task, said, row) == ("☑ done", "│ said", "c │ d")
    assert head == "\x1b[1ma\x1b[0m │ \x1b[1mb\x1b[0m"
    assert printed(capsys, plain=True).startswith("Title\n")


@pytest.mark.parametrize(
    ("columns", "width", "widest"),
    [("200", None, 72), ("30", None, 30), ("30", 50, 50), ("30", 0, 299), ("1", None, 20), ("²", None, 72)],
)
def test_lines_end_where_they_should(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    columns: str,
    width: int | None,
    widest: int,
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    print_text("words " * 50, "pages", True, width)
    assert widest - 6 < max(map(len, capsys.readouterr().out.splitlines())) <= widest


def test_for_another_program_a_line_of_code_stays_whole(capsys: pytest.CaptureFixture[str]) -> None:
    code = "--option=value " * 12
    print_text(f"words words words\n\n```\n{code}\n```\n", "pages", True, 40)
    assert code.rstrip() in capsys.readouterr().out.splitlines()


def test_in_a_terminal_of_one_column_what_is_folded_leaves_room_for_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "1")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    say_folded("lock-by-itself 5 lock by itself", hang=30)
    assert max(map(len, capsys.readouterr().out.splitlines())) > 10
