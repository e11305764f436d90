"""Which lines of a shell's history hold words of the person's."""

from pathlib import Path

import pytest

from companion.storage.care.doctor.history import histories


def found(home: Path, text: str, name: str = ".bash_history") -> tuple[int, ...]:
    """Return the lines that are named of a history with that text."""
    (home / name).parent.mkdir(parents=True, exist_ok=True)
    (home / name).write_bytes(text.encode("utf-8"))
    return next((history.lines for history in histories()), ())


@pytest.mark.parametrize(
    "line",
    [
        "companion log he said nothing",
        'companion log "he said nothing"',
        "companion log He didn't come",
        "companion log --kind good --strength 3",
        "companion log edit 3fa2 other words",
        "companion log list --search kitchen",
        "companion --data-dir '/my data' log words",
        "companion --data-dir=/x log words",
        "/usr/bin/companion log words",
        "python3 -m companion log words",
        "uvx companion log words",
        "cd /tmp && companion log words",
        "LANG=C companion log words",
        "time companion log words",
        "echo words | companion log -",
        "companion log - <<< words",
        "companion words check 'you never'",
        "companion words check --json you never",
        "companion pause park call the bank",
        "companion --data-dir /x pause park 'the bank letter'",
        "companion pause --topic 'the rent' 20",
        "companion pause start 20 --place=shed",
        "companion pause 1h --topic - --place 'the shed'",
        "companion pause --giving 20:40 --topic rent",
        "echo rent | companion pause 20 --topic -",
        "companion pause park - <<< rent",
        "companion log - < notes.txt; companion log words",
        ": 1732300001:0;companion log words",
        "$(companion log words)",
    ],
)
def test_a_line_with_words(home: Path, line: str) -> None:
    assert found(home, f"ls\n{line}\nls\n") == (2,)


@pytest.mark.parametrize(
    "line",
    [
        "companion",
        "companion log",
        "companion log -",
        "companion log - < notes.txt",
        "cat notes.txt | companion log -",
        "companion log list",
        "companion log list --since 'last monday' --json",
        "companion log show 3fa2",
        "companion log delete 3fa2 --yes",
        "companion log --help",
        "companion log; ls",
        "companion day",
        "companion review",
        "companion words first-minutes",
        "companion words check -",
        "companion pause",
        "companion pause 20 --check-in 'tomorrow 9:00' --told",
        "companion pause --topic - 20 --told",
        "companion pause --place - 20 < notes.txt",
        "companion pause park -",
        "companion pause park --help",
        "companion pause not-ready 20",
        "companion pause 20; git log --topic words",
        "echo words | companion pause 20",
        "companion help-lines",
        "git -C ~/src/companion log --oneline",
        "cd companion && git log",
        "grep companion /var/log/syslog words",
        "man companion log",
    ],
)
def test_a_line_without(home: Path, line: str) -> None:
    assert found(home, f"ls\n{line}\nls\n") == ()


def test_words_over_several_lines_are_all_named_and_no_more(home: Path) -> None:
    assert found(home, 'ls\ncompanion log "first\nsecond\nthird"\nls\n') == (2, 3, 4)
    assert found(home, "companion log - <<EOF\nfirst\nsecond\nEOF\nls\n") == (1, 2, 3, 4)
    assert found(home, "companion log She didn't\nls\nls\n") == (1,)


def test_zsh_goes_on_behind_a_backslash(home: Path) -> None:
    text = ': 1:0;ls\n: 2:0;companion log "a\\\nb"\n: 3:0;ls\n'
    assert found(home, text, ".zsh_history") == (2, 3)


def test_fish_keeps_a_command_on_a_line(home: Path) -> None:
    text = "- cmd: companion log don't\n  when: 1\n- cmd: ls\n  when: 2\n- cmd: echo 'x'\n"
    assert found(home, text, ".local/share/fish/fish_history") == (1,)


def test_a_history_by_another_name_is_read_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "mine").write_text("companion log words\n", encoding="utf-8")
    (home / ".bash_history").symlink_to(home / "mine")
    monkeypatch.setenv("HISTFILE", str(home / "mine"))
    assert [history.path for history in histories()] == [(home / "mine").resolve()]


def test_bytes_that_are_no_text_do_no_harm(home: Path) -> None:
    (home / ".zsh_history").write_bytes(b"\xff\xfe ls\ncompanion log \x83words\n")
    assert [history.lines for history in histories()] == [(2,)]
