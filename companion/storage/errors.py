"""What can go wrong with files, each with a sentence that says what to do."""

from pathlib import Path


class StoreError(Exception):
    """The store could not do what was asked; nothing kept before is lost."""


class NotKept(StoreError):
    """A change did not reach the disk; whoever holds the words must go on holding them."""


class Unreadable(StoreError):
    """The store's files can't be opened."""


class NewerStore(StoreError):
    """The file was written by a newer Companion than this one."""


class ContentError(Exception):
    """A file of the library is not as it should be."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
