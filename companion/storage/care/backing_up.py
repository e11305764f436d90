"""Keeping a copy of everything: as one more of the rolling backups, or as one file of the person's own."""

import os
from pathlib import Path

from companion.catalogue import _
from companion.storage.errors import Locked, StoreError, Unreadable
from companion.storage.files import written_beside
from companion.storage.journaled_file import JournaledFile
from companion.storage.paths import SEALED
from companion.storage.store import Store
from companion.storage.tables import encode


def journaled(store: Store) -> JournaledFile:
    """Return the files of a store that lies on the disk."""
    if store.file is None:
        raise StoreError(_("Nothing is kept on a disk here."))
    return store.file


def back_up(store: Store) -> Path:
    """Add to the rolling backups, sealed if the words are, and return the new one's file. Needs no passphrase.

    Raises:
        StoreError: if nothing is kept yet, or it could not be written.
    """
    file = journaled(store)
    check_something(store)
    with store.alone():
        file.current()
        return file.folder.backups.add(file.folder.file, file.folder.journal.path, link=False)


def write_copy(store: Store, target: Path) -> None:
    """Write all that is kept as one file: TinyDB's JSON, or that sealed. A file that is there is not overwritten.

    Raises:
        ValueError: if the name does not fit, or is taken.
        Locked: if the store is.
        StoreError: if nothing is kept yet, or it could not be written.
    """
    file = journaled(store)
    check_something(store)
    tables = file.current()
    if file.is_locked:
        raise Locked(_("It is locked: without the passphrase there is no single file, only “companion backup”."))
    if file.is_sealed != (target.suffix == SEALED):
        raise ValueError(_NAME_SEALED if file.is_sealed else _NAME_PLAIN)
    try:
        _write_new(target, file.folder.seal.close(encode(tables)))
    except FileExistsError:
        raise ValueError(
            _("{target} is there already. Choose another name; nothing was overwritten.", target=target)
        ) from None
    except OSError as error:
        raise StoreError(
            _(
                "{target} could not be written ({reason}). Choose another place.",
                target=target,
                reason=error.strerror,
            )
        ) from error


_NAME_SEALED = _("The copy is sealed like what it copies: choose a name that ends with {sealed}.", sealed=SEALED)
_NAME_PLAIN = _(
    "There is no passphrase, so the copy is not sealed: choose a name that does not end with {sealed}.", sealed=SEALED
)


def check_something(store: Store) -> None:
    """Raise StoreError if nothing is kept yet; no folder is made for it."""
    folder = journaled(store).folder
    try:
        folder.follow_keys()
        is_something = folder.file.exists() or not folder.journal.is_empty
    except OSError as error:
        raise Unreadable(
            _("{path} can't be read ({reason}). Make it yours to read.", path=folder.path, reason=error.strerror)
        ) from error
    if not is_something:
        raise StoreError(_("Nothing is kept in {path} yet, so there is nothing to back up.", path=folder.path))


def _write_new(target: Path, data: bytes) -> None:
    """Write beside, flush to the disk, then take the name, if it is still free (mode 0600).

    Raises:
        FileExistsError: if it is not.
        OSError: if it could not be written.
    """
    if os.path.lexists(target):
        raise FileExistsError
    with written_beside(target, data) as beside:
        try:
            os.link(beside, target)
        except FileExistsError:
            raise
        except OSError:  # a drive without links, such as a USB stick
            beside.rename(target)
