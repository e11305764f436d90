"""A folder that refuses every write: reading works, keeping says one sentence, nothing changes.

It is quick enough to be tried whole; a real read-only disk is in `test_mounts.py`.
"""

import errno
from pathlib import Path

import pytest

from companion.storage.errors import NotKept
from companion.storage.store import Store
from tests.faults.failing_disk import FailingDisk
from tests.faults.operations import OPERATIONS, Operation, file_and_journal


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.EPERM])
@pytest.mark.parametrize("name", ["add", "edit", "forget", "pause"])
def test_a_change_gets_one_sentence_and_changes_nothing(tmp_path: Path, name: str, number: int) -> None:
    _, operation = OPERATIONS[name]
    file_and_journal(tmp_path)
    before = files(tmp_path)
    store = Store(tmp_path)
    with FailingDisk(1, number=number).attached():
        refused(store, operation, tmp_path)
        assert sorted(entry.note for entry in store.entries) == ["first", "two"]
        assert sorted(entry.note for entry in Store(tmp_path).entries) == ["first", "two"]
        store.close()
        assert store.notices() == []
    assert files(tmp_path) == before


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_where_no_folder_can_be_made_the_first_line_gets_one_sentence(tmp_path: Path, number: int) -> None:
    folder = tmp_path / "data"
    store = Store(folder)
    with FailingDisk(1, number=number).attached():
        refused(store, OPERATIONS["first add"][1], folder)
        assert list(store.entries) == []
    assert not folder.exists()


def refused(store: Store, operation: Operation, folder: Path) -> None:
    with pytest.raises(NotKept) as caught:
        operation(store)
    said = str(caught.value)
    assert said == f"Not kept: {folder} can't be written to. Make it yours to write, then try again."
