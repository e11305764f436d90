"""Reading a data folder, or one file of one, that is not the store's own: nothing there is changed."""

from pathlib import Path

from companion.catalogue import _
from companion.storage.backups import journal_of
from companion.storage.errors import OtherKey, StoreError, Unreadable
from companion.storage.files import Stamp, read_file, stamp
from companion.storage.journal import Journal
from companion.storage.paths import IDENTITY, JOURNAL, SEALED, STORE
from companion.storage.replaying import replay
from companion.storage.sealing.seal import Seal
from companion.storage.tables import Tables, decode

_TRIES = 5
"""How often it is read again if a running Companion changes it meanwhile."""

_JOURNAL_ENDING = ".journal"
_EXPORT = b'{"format":"companion-export"'


class Elsewhere:
    """A file and its journal in some folder."""

    def __init__(self, path: Path) -> None:
        """Find the files.

        Args:
            path: A data folder; or a data file, a backup of one, or a copy that a sync program left.

        Raises:
            StoreError: if there is none.
        """
        self.is_damaged = False
        """Whether lines of the journal could not be read; the others were."""
        try:
            self.folder = path if path.is_dir() else path.parent
            self._file, self._journal = _in_folder(path) if path.is_dir() else _by_name(path)
        except OSError as error:
            raise Unreadable(
                _("{path} can't be read ({reason}). Name another one.", path=path, reason=error.strerror)
            ) from error
        self.is_sealed = self._journal.suffix == SEALED

    @property
    def has_key(self) -> bool:
        """Whether its key lies beside it, behind a passphrase."""
        return (self.folder / IDENTITY).exists()

    def tables(self, seal: Seal, base: Tables | None = None) -> Tables:
        """Return all that is kept there.

        Args:
            seal: What opens it.
            base: Where documents are found of which a journal that lies there alone says only some fields.

        Raises:
            OtherKey: if the seal does not open it.
            StoreError: if it can't be read.
        """
        try:
            for _ in range(_TRIES):
                before = self._stamps()
                found = Journal(self._journal, seal).replay()
                tables = self._read(seal)
                if before == self._stamps():
                    break
        except OtherKey as error:
            raise self._not_opened() from error
        except OSError as error:
            raise Unreadable(
                _("{name} can't be read ({reason}). Nothing was changed.", name=self._name, reason=error.strerror)
            ) from error
        self.is_damaged = found.damaged
        if found.damaged and not found.changes and self._file is None:
            raise self._not_opened()
        replay(found.changes, tables, base)
        return tables

    @property
    def _name(self) -> Path:
        return self._file or self._journal

    def _read(self, seal: Seal) -> Tables:
        if self._file is None or not self._file.exists():
            return {}
        data = read_file(self._file)
        try:
            opened = seal.open(data)
        except (ValueError, OtherKey) as error:
            raise self._not_opened() from error
        try:
            return decode(opened)
        except ValueError as error:
            if opened.startswith(_EXPORT):
                raise StoreError(
                    _("That is an export. Let it in with: companion import {name}", name=self._name)
                ) from error
            raise Unreadable(
                _("{name} is no data file of Companion, or damaged. Nothing was changed.", name=self._name)
            ) from error

    def _not_opened(self) -> StoreError:
        if not self.is_sealed:
            return Unreadable(_("{name} is damaged. Nothing was changed.", name=self._name))
        return OtherKey(
            _(
                "{name} was sealed with another key, or is damaged. "
                "Put the {identity} of its folder beside it, or name that folder.",
                name=self._name,
                identity=IDENTITY,
            )
        )

    def _stamps(self) -> list[Stamp]:
        return [stamp(path) for path in (self._file, self._journal) if path]


def _in_folder(folder: Path) -> tuple[Path, Path]:
    """Return the file and the journal of a data folder."""

    def is_any(ending: str) -> bool:
        return any((folder / (name + ending)).exists() for name in (STORE, JOURNAL))

    ending = SEALED if (folder / IDENTITY).exists() or not is_any("") else ""
    if not is_any(ending):
        raise StoreError(
            _("There is no {store} in {folder}. Name the folder that holds it.", store=STORE, folder=folder)
        )
    return folder / (STORE + ending), folder / (JOURNAL + ending)


def _by_name(path: Path) -> tuple[Path | None, Path]:
    """Return a file and the journal that belongs to it, which need not be there; or a journal alone."""
    if not path.exists():
        raise StoreError(_("{path} is not there. Name a file or a folder.", path=path))
    if _JOURNAL_ENDING in path.name and not path.name.removesuffix(SEALED).endswith(".json"):
        return None, path
    return path, journal_of(path)
