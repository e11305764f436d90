"""The journal alone: lines, the room behind them, and what a kill or another program leaves there."""

import os
from pathlib import Path

import pytest

from companion.storage.journal import START, Change, Journal, Replaced

ONE: Change = ("entries", "a", {"note": "one"})
TWO: Change = ("entries", "b", {"note": "two"})


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "companion.journal")


def test_lines_are_written_over_room_and_the_file_stays_as_large(journal: Journal) -> None:
    place = journal.append([ONE], START)
    size = journal.path.stat().st_size
    assert journal.append([TWO], place).inode == place.inode
    assert journal.path.stat().st_size == size > len(journal.line(ONE) + journal.line(TWO))
    assert journal.replay().changes == [ONE, TWO]


def test_more_than_there_is_room_for_makes_more(journal: Journal) -> None:
    long: Change = ("entries", "c", {"note": "x" * 100_000})
    place = journal.append([TWO], journal.append([long], journal.append([ONE], START)))
    assert journal.replay().changes == [ONE, long, TWO]
    assert journal.replay().place == place


def test_a_disk_without_place_for_the_room_takes_the_line(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:9_000]) if data[0] else refuse())
    journal.append([TWO], journal.append([ONE], START))
    assert journal.path.read_bytes() == journal.line(ONE) + journal.line(TWO)


def refuse() -> int:
    raise OSError(28, "No space left on device")


def test_what_another_has_written_behind_is_seen_and_what_has_not_changed_is_not_read(journal: Journal) -> None:
    place = journal.append([ONE], START)
    assert journal.behind(place) == b""
    Journal(journal.path).append([TWO], place)
    behind = journal.behind(place)
    assert behind == journal.line(TWO)
    assert journal.read(behind, place).changes == [TWO]


@pytest.mark.parametrize("written", [b"", b"older\n", b"longer than it was, by another program\n" * 20])
def test_another_journal_in_the_same_file_is_noticed(journal: Journal, written: bytes) -> None:
    place = journal.append([TWO], journal.append([ONE], START))
    journal.path.write_bytes(written.ljust(70_000, b"\0"))
    assert journal.behind(place) is None


def test_nothing_is_written_into_a_journal_that_was_not_read(journal: Journal) -> None:
    place = journal.append([ONE], START)
    other = journal.path.with_name("other")
    other.write_bytes(b"another machine's lines\n")
    other.replace(journal.path)
    for known in (place, START):
        with pytest.raises(Replaced):
            journal.append([TWO], known)
    assert journal.path.read_bytes() == b"another machine's lines\n"


def test_an_emptied_journal_and_one_that_is_gone_are_noticed(journal: Journal) -> None:
    place = journal.append([ONE], START)
    journal.clear()
    assert journal.behind(place) is None
    journal.path.unlink()
    assert journal.behind(place) is None
    assert journal.behind(START) == b""


def test_a_torn_line_in_the_room_is_set_aside_and_the_next_one_takes_its_place(journal: Journal) -> None:
    place = journal.append([ONE], START)
    torn = journal.line(TWO)[:-9]
    data = journal.path.read_bytes()
    journal.path.write_bytes(data[: place.end] + torn + data[place.end + len(torn) :])
    found = Journal(journal.path).replay()
    assert (found.changes, found.damaged) == ([ONE], False)
    assert (found.place.end, found.place.size) == (place.end, place.end + len(torn))
    journal.append([TWO], found.place)
    assert journal.replay().changes == [ONE, TWO]
    (copy,) = journal.path.parent.glob("companion.journal.damaged-*")
    assert torn in copy.read_bytes()


def test_half_a_character_and_a_number_without_end_are_kept(journal: Journal) -> None:
    odd: Change = ("entries", "d", {"note": "\ud800", "number": 2**70})
    journal.append([odd], START)
    assert journal.replay().changes == [odd]


def test_a_line_that_lacks_only_its_end_counts(journal: Journal) -> None:
    journal.path.write_bytes(journal.line(ONE)[:-1])
    found = journal.replay()
    assert found.changes == [ONE]
    assert journal.behind(found.place) == b""
    journal.append([TWO], found.place)
    assert journal.replay().changes == [ONE, TWO]
