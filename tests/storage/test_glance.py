"""A glance at the open pause says what the store says, or that only the store can say."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from companion.commands.main import companion
from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.storage.glance import Unclear, glance
from companion.storage.paths import JOURNAL, SEALED, STORE
from companion.storage.store import Store
from tests.commands.sealed_verbs import seal

NOW, HOUR = datetime.now(UTC).replace(microsecond=0), timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store in which a pause has ended and another is running, some of it folded and some not."""
    store = Store(tmp_path)
    store.entries.keep(Entry(at=NOW, note="Soup."))
    ended = store.pauses.keep(Pause(started_at=NOW - 2 * HOUR, due=NOW - HOUR, planned=HOUR))
    store.close()
    store.pauses.keep(ended.come_back(NOW - HOUR))
    store.pauses.keep(Pause(started_at=NOW, due=NOW + HOUR, planned=HOUR, place="the bedroom"))
    store.entries.keep(Entry(at=NOW, note="More soup."))
    return store


def test_nothing_is_open_where_nothing_was_kept_and_no_folder_is_made(tmp_path: Path) -> None:
    assert glance(tmp_path / "new") is None
    assert not (tmp_path / "new").exists()


def test_it_says_what_the_store_says_at_each_step(store: Store, tmp_path: Path) -> None:
    def same() -> bool:
        return glance(tmp_path) == Store(tmp_path).pauses.open()

    assert glance(tmp_path) is not None
    assert same()
    store.pauses.change_open(lambda pause: pause.move(NOW + 2 * HOUR, NOW))
    assert same()
    store.close()
    assert same()
    store.pauses.change_open(lambda pause: pause.cancel(NOW))
    assert same()
    assert glance(tmp_path) is None


def test_a_pause_that_was_forgotten_is_not_open(store: Store, tmp_path: Path) -> None:
    running = store.pauses.open()
    assert running is not None
    store.pauses.forget(running.id)
    assert glance(tmp_path) is None


def test_of_a_sealed_folder_it_says_no_more_than_the_clock_times(store: Store, tmp_path: Path) -> None:
    running = store.pauses.open()
    seal(tmp_path)
    seen = glance(tmp_path)
    assert running is not None and seen is not None
    assert (seen.due, seen.place) == (running.due, "")


def cut(folder: Path) -> None:
    whole = (folder / STORE).read_bytes()
    (folder / STORE).write_bytes(whole[: len(whole) // 2])


def flip(folder: Path) -> None:
    (folder / JOURNAL).write_bytes((folder / JOURNAL).read_bytes().replace(b"bedroom", b"bedrool"))


def make_newer(folder: Path) -> None:
    (folder / STORE).write_bytes((folder / STORE).read_bytes().replace(b'"number":1', b'"number":99'))


def take_away(folder: Path) -> None:
    (folder / STORE).unlink()


@pytest.mark.parametrize("harm", [cut, flip, make_newer, take_away])
def test_what_is_not_as_it_should_be_is_left_to_the_store(
    store: Store, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    harm(tmp_path)
    with pytest.raises(Unclear):
        glance(tmp_path)
    said = CliRunner().invoke(companion, ["--data-dir", str(tmp_path), "status"])
    assert said.exit_code in (0, 10)
    assert said.stderr.startswith("companion: ")


def test_sealed_words_without_their_key_are_left_to_the_store(tmp_path: Path) -> None:
    (tmp_path / (STORE + SEALED)).write_bytes(b"sealed")
    with pytest.raises(Unclear):
        glance(tmp_path)
