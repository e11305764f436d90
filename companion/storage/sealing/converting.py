"""Copies of the words beside the file (backups, damaged files, leftovers): sealed, opened, sealed anew."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from companion.storage.backups import Backups, journal_of
from companion.storage.errors import OtherKey
from companion.storage.files import beside, move, read_file, replace_file, stamp
from companion.storage.journal import Journal, Place
from companion.storage.own_files import PLAIN, OwnName, named_files, own_name
from companion.storage.paths import BACKUPS, JOURNAL, SEALED, STORE
from companion.storage.sealing.age import Key, seal
from companion.storage.sealing.seal import Sealed
from companion.storage.tables import encode

_AGE = b"age-encryption.org/"
"""What a sealed file begins with."""


def has_plain(folder: Path) -> bool:
    """Return whether, by the names, anything lies plain in a folder."""
    names = map(own_name, [*_names(folder), *_names(folder / BACKUPS)])
    return any(name and _is_plain(name) for name in names)


def names_stamp(folder: Path, backups: Path) -> object:
    """Return what changes whenever a name is added to a folder or its backups."""
    return stamp(folder), stamp(backups)


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 (names are all that is asked for)
    except FileNotFoundError:
        return []


def plain_files(folder: Path) -> list[Path]:
    """Return what lies plain in a folder: the file, the journal, their copies, half-written files."""
    linked = Path(os.path.realpath(folder / STORE))  # where the file is a link, the words lie there
    found = [path for path, name in named_files(folder) if _is_plain(name)]
    found += [linked] if (folder / STORE) in found else []
    return [path for path in dict.fromkeys(found) if path.exists()]


def _is_plain(name: OwnName) -> bool:
    """Return whether anybody can read what has this name; of half-written files nobody knows."""
    return not name.of or (name.holds_words and not name.is_sealed)


def fingerprint(file: Path) -> str:
    """Return what tells a file from another: checksum and size."""
    data = read_file(file) if file.exists() else b""
    return f"{crc32(data):08x} {len(data)}"


def seal_plain(folder: Path, recipients: Sequence[str], known: str) -> None:
    """Seal all of that, then take the plain away. Only where nobody else writes.

    Args:
        folder: Where it lies.
        recipients: The public keys.
        known: Fingerprint of the plain file that was sealed already. Any other one was written by somebody who did
            not know of the key: it is sealed as a copy, to be merged.
    """
    for pair in Backups(folder / BACKUPS).all():
        sealed = pair.with_name(pair.name + SEALED)
        if not sealed.exists():
            _seal_pair(pair, sealed, recipients)
        pair.unlink()
        journal_of(pair).unlink(missing_ok=True)
    if not _is_sealed_already(folder, known):
        for name in (STORE, JOURNAL):
            if (folder / name).exists() and (folder / name).stat().st_size:
                move(folder / name, beside(folder / name, PLAIN))
    for path in _copies(folder, are_sealed=False):
        replace_file(path.with_name(path.name + SEALED), _closed(path, read_file(path), recipients))
    for path in plain_files(folder):
        path.unlink(missing_ok=True)


def open_copies(folder: Path, key: Key) -> None:
    """Lay down plain what can be opened; the sealed ones stay until `clear_sealed`."""
    for pair in Backups(folder / BACKUPS, Sealed([], key)).all():
        with suppress(ValueError, OtherKey):
            tables = Backups(folder / BACKUPS, Sealed([], key)).read(pair)
            replace_file(_plain_beside(pair), encode(tables))
    for path in _copies(folder, are_sealed=True):
        with suppress(ValueError, OtherKey):
            replace_file(_plain_beside(path), _opened(path, key))


def clear_sealed(folder: Path) -> None:
    """Take away the sealed copies that have a plain one beside them."""
    for path in _copies(folder, are_sealed=True):
        if _plain_beside(path).exists():
            path.unlink()
    for pair in Backups(folder / BACKUPS, Sealed([], None)).all():
        if _plain_beside(pair).exists():
            pair.unlink()
            journal_of(pair).unlink(missing_ok=True)


def reseal_copies(folder: Path, key: Key, recipients: Sequence[str]) -> None:
    """Seal the copies to these public keys, so that an old key opens none of them. What can't be opened stays."""
    backups = Backups(folder / BACKUPS, Sealed(recipients, key))
    for pair in backups.all():
        with suppress(ValueError, OtherKey):
            replace_file(pair, seal(encode(backups.read(pair)), recipients))
            journal_of(pair).unlink(missing_ok=True)
    for path in _copies(folder, are_sealed=True):
        with suppress(ValueError, OtherKey):
            replace_file(path, _closed(path, _opened(path, key), recipients))


def _opened(path: Path, key: Key) -> bytes:
    """Return the plain bytes of a sealed file, or of a sealed journal; a line that can't be opened is left out."""
    if not _is_journal(path) or read_file(path).startswith(_AGE):
        return key.open(read_file(path))
    changes = Journal(path, Sealed([], key)).replay().changes
    return b"".join(map(Journal(path).line, changes))


def _closed(path: Path, data: bytes, recipients: Sequence[str]) -> bytes:
    """Return the bytes sealed: a journal line by line, as a merge reads it; one with damaged lines, byte by byte."""
    found = Journal(path).read(data, Place())
    if not _is_journal(path) or found.damaged or found.place.end < found.place.size:
        return seal(data, recipients)
    sealed = Journal(path, Sealed(recipients, None))
    return b"".join(map(sealed.line, found.changes))


def _is_journal(path: Path) -> bool:
    name = own_name(path.name)
    return name is not None and name.is_journal


def _seal_pair(pair: Path, sealed: Path, recipients: Sequence[str]) -> None:
    """Seal a backup as one file; what can't be read as tables is sealed byte for byte."""
    try:
        data = encode(Backups(pair.parent).read(pair))
    except ValueError:
        data = read_file(pair)
    replace_file(sealed, seal(data, recipients))


def _is_sealed_already(folder: Path, sealed: str) -> bool:
    """Return whether the plain file is the one that was sealed; setting a passphrase folds the journal first."""
    file = folder / STORE
    return Journal(folder / JOURNAL).is_empty and (not file.exists() or fingerprint(file) == sealed)


def _copies(folder: Path, *, are_sealed: bool) -> Iterator[Path]:
    """Yield the copies of words that lie there for whatever reason, but for the backups themselves."""
    for path, name in named_files(folder):
        if name.holds_words and name.why and name.is_sealed == are_sealed:
            yield path


def _plain_beside(path: Path) -> Path:
    """Return where the plain copy of a sealed file lies, which may have been set aside when it was sealed already."""
    if path.suffix == SEALED:
        return path.with_suffix("")
    return path.with_name(path.name.replace(f"{SEALED}.", ".", 1))
