"""What can go wrong with files, each with a sentence that says what to do."""

import errno
from pathlib import Path

from companion.catalogue import _


class StoreError(Exception):
    """The store could not do what was asked; nothing kept before is lost."""


class NotKept(StoreError):
    """A change did not reach the disk; whoever holds the words must go on holding them."""


class Unreadable(StoreError):
    """The store's files can't be opened."""


class OtherKey(Unreadable):
    """It was sealed with another key than the one at hand: nothing is wrong with it."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(
            sentence
            or _(
                "Your words were sealed with another key than the one here. If a sync program is at work, wait for it; "
                "else bring back the identity.age that belongs to them. Nothing was changed."
            )
        )


class NewerStore(StoreError):
    """The file was written by a newer Companion than this one."""


class Locked(StoreError):
    """What was asked for needs the passphrase."""

    def __init__(self, sentence: str = _("It is locked. Unlock it with your passphrase first.")) -> None:
        super().__init__(sentence)


class WrongPassphrase(StoreError):
    """The passphrase is not the one that the key was wrapped with."""

    def __init__(self, sentence: str = _("That is not the passphrase. Nothing was changed; try again.")) -> None:
        super().__init__(sentence)


class TooSlow(StoreError):
    """The passphrase may be right, but this machine is too slow or too busy just now to find out."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This machine is too slow or too busy just now to check the passphrase. It may be right. "
                "Close other programs and try again, or open it on the machine where it was set."
            )
        )


class ContentError(Exception):
    """A file of the library is not as it should be."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem
        """The key or line, and what was expected there."""


def not_kept(error: OSError, folder: Path | None) -> NotKept:
    """Return the error that says why a change did not reach the disk and what to do."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NotKept(_("Not kept: the disk is full. Free some space, then try again."))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NotKept(
            _("Not kept: {folder} can't be written to. Make it yours to write, then try again.", folder=folder)
        )
    return NotKept(_("Not kept: the disk said “{reason}”. Try again.", reason=error.strerror or error))
