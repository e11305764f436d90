"""Histories that programs keep in databases: words of the log are counted there, and nothing is written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from companion.storage.care.doctor.history import histories, look_at_histories, say_count

ATUIN = ".local/share/atuin/history.db"
"""Schema: https://github.com/atuinsh/atuin, crates/atuin-client/migrations."""
MCFLY = ".local/share/mcfly/history.db"
"""Schema: https://github.com/cantino/mcfly, src/history/history.rs."""
COLUMNS = {ATUIN: ("history", "command"), MCFLY: ("commands", "cmd")}

WORDS, NONE = "companion log he said nothing", "companion log list"


def fill(home: Path, place: str, *commands: str | bytes, mode: str = "delete") -> sqlite3.Connection:
    """Write commands as that program does, and go on having its database open."""
    path = home / place
    path.parent.mkdir(parents=True, exist_ok=True)
    table, column = COLUMNS.get(place, COLUMNS[MCFLY])
    database = sqlite3.connect(path, isolation_level=None)
    database.execute(f"PRAGMA journal_mode={mode}")
    database.execute(f"CREATE TABLE IF NOT EXISTS {table} (id INTEGER PRIMARY KEY, {column} TEXT)")
    rows = [(command,) for command in commands]
    database.executemany(f"INSERT INTO {table} ({column}) VALUES (CAST(? AS TEXT))", rows)  # noqa: S608 (our own names)
    return database


def counted() -> list[tuple[str, str]]:
    return [(history.path.parent.name, say_count(history)) for history in histories()]


@pytest.fixture(params=["delete", "wal"])
def mode(request: pytest.FixtureRequest) -> str:
    """How a program keeps its last changes."""
    return str(request.param)


@pytest.fixture(params=["open", "closed"])
def is_running(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether the program goes on having its database open."""
    yield request.param == "open"


@pytest.mark.parametrize("place", [ATUIN, MCFLY, ".mcfly/history.db", "Library/Application Support/McFly/history.db"])
def test_words_are_counted_and_nothing_is_written(home: Path, place: str, mode: str, is_running: bool) -> None:
    with closing(fill(home, place, "ls", WORDS, NONE, f"cd x && {WORDS}", mode=mode)) as database:
        if not is_running:
            database.close()
        before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file() and path.suffix != ".db-shm"}
        assert counted() == [((home / place).parent.name, "2 commands with words of yours")]
        after = {path: path.read_bytes() for path in home.rglob("*") if path.is_file() and path.suffix != ".db-shm"}
        assert after == before


def test_a_history_without_words_is_no_finding(home: Path) -> None:
    fill(home, ATUIN, "ls", NONE, "man companion log").close()
    assert counted() == []
    (looked,) = look_at_histories()
    assert looked.findings == ()


def test_bytes_that_are_no_text_do_no_harm(home: Path) -> None:
    fill(home, ATUIN, b"companion log \xff\xfe words", b"\xff").close()
    assert counted() == [("atuin", "1 command with words of yours")]


def test_it_lies_where_the_environment_says(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home / ".local/share"))
    fill(home, ATUIN, WORDS).close()
    assert counted() == [("atuin", "1 command with words of yours")]
    (home / ".local/share").rename(home / "elsewhere")
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "elsewhere"))
    assert [history.path for history in histories()] == [home / "elsewhere/atuin/history.db"]


def test_the_words_are_not_said_and_what_to_do_is(home: Path) -> None:
    for place in (ATUIN, MCFLY):
        fill(home, place, WORDS).close()
    (looked,) = look_at_histories()
    atuin, mcfly = looked.findings
    assert atuin.run.startswith("atuin search --delete")
    assert "F2" in mcfly.advice
    assert "he said nothing" not in f"{looked}"


def test_a_database_that_is_locked_is_passed_over_in_a_sentence(home: Path) -> None:
    (home / ".bash_history").write_text(f"{WORDS}\n", encoding="utf-8")
    with closing(fill(home, ATUIN, WORDS)) as database:
        database.execute("BEGIN EXCLUSIVE")
        looked, passed = look_at_histories()
        assert [finding.path for finding in looked.findings] == [str(home / ".bash_history")]
        assert passed.calm == f"{home / ATUIN} was not looked into (database is locked)."
        assert passed.findings == ()


@pytest.mark.parametrize("data", [b"", b"no database at all\n" * 99])
def test_what_is_no_history_is_passed_over_in_a_sentence(home: Path, data: bytes) -> None:
    (home / ATUIN).parent.mkdir(parents=True)
    (home / ATUIN).write_bytes(data)
    looked, passed = look_at_histories()
    assert looked.findings == passed.findings == ()
    assert passed.calm.startswith(f"{home / ATUIN} was not looked into (")
    assert (home / ATUIN).read_bytes() == data
