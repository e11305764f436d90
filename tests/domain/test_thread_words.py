"""Threads in plain words."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.entry import Entry, Who
from companion.domain.thread_words import GROUPS, say_answer, say_thread
from companion.domain.threads import Mended, Thread, answer_to, open_first, threads
from companion.storage.library import Library

AT = datetime(2026, 11, 1, 18, 0, tzinfo=UTC)
ROW = Entry(at=AT, kind="heated", note="the row", person="S")


@pytest.mark.parametrize(
    ("hours", "mended", "by", "said"),
    [
        (4, None, None, "open since today"),
        (24, None, None, "open 1 day"),
        (72, None, Who.ME, "open 3 days · I moved first"),
        (72, Mended.HALF, None, "half mended, open 3 days"),
        (30, Mended.BRIDGED, Who.THEM, "bridged after 1 day 6 hours · they moved first"),
        (72, Mended.BRIDGED, None, "bridged after 3 days"),
        (0, Mended.BRIDGED, Who.BOTH, "bridged at once · we both moved first"),
        (9, Mended.LET_GO, None, "let go"),
    ],
)
def test_a_thread_says_how_it_stands(hours: int, mended: Mended | None, by: Who | None, said: str) -> None:
    now = AT + timedelta(hours=hours)
    answer = Entry(at=now, kind="repair", answers=ROW.id, mended=mended, reached_by=by)
    assert say_thread(Thread(rupture=ROW, answers=(answer,)), now) == said


def test_an_answer_names_the_rupture_the_person_and_how_far_it_is_mended(library: Library) -> None:
    let_go = answer_to(ROW, AT, Mended.LET_GO, "enough")
    assert (let_go.answers, let_go.person, let_go.note, let_go.repairs) == (ROW.id, "S", "enough", ("letgo",))
    assert say_answer(let_go) == "let go on purpose"
    assert say_answer(answer_to(ROW, AT)) == ""
    library.vocabulary.check(let_go)


def test_open_threads_come_first_the_newest_on_top(library: Library) -> None:
    entries: list[Entry] = []
    for days, mended in enumerate((Mended.LET_GO, None, Mended.BRIDGED, Mended.HALF, None)):
        rupture = Entry(at=AT + timedelta(days=days), kind="tears", note=str(days))
        entries += [rupture, answer_to(rupture, rupture.at, mended)]
    found = open_first(threads(entries, library.vocabulary))
    assert [thread.rupture.note for thread in found] == ["4", "1", "3", "2", "0"]
    assert list(dict.fromkeys(thread.mended for thread in found)) == list(GROUPS)
