"""The open pause, where two begin or change it at once."""

from datetime import timedelta
from pathlib import Path

from companion.domain.pause import Pause
from companion.storage.store import Store
from tests.storage.examples import NOW


def test_of_two_who_begin_a_pause_at_once_one_does(tmp_path: Path) -> None:
    mine, theirs = Store(tmp_path), Store(tmp_path)
    length = timedelta(minutes=30)
    pauses = [Pause(started_at=NOW, due=NOW + length, planned=length) for _ in range(2)]
    first = mine.pauses.begin(pauses[0])
    assert theirs.pauses.begin(pauses[1]).id == first.id
    assert len(mine.pauses) == 1


def test_a_change_of_the_open_pause_is_made_to_what_is_on_the_disk(tmp_path: Path) -> None:
    mine, theirs = Store(tmp_path), Store(tmp_path)
    length = timedelta(minutes=30)
    begun = mine.pauses.begin(Pause(started_at=NOW, due=NOW + length, planned=length))
    theirs.pauses.change_open(lambda pause: pause.move(NOW + 2 * length, NOW))
    told = mine.pauses.change_open(lambda pause: pause.tell(NOW), begun.id)
    assert told is not None
    assert (told.due, told.told_at) == (NOW + 2 * length, NOW)
    theirs.pauses.change_open(lambda pause: pause.cancel(NOW))
    assert mine.pauses.change_open(lambda pause: pause.come_back(NOW), begun.id) is None
