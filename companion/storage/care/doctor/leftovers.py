"""What lies in the folder and should not stay there."""

import shlex
from collections.abc import Iterator
from pathlib import Path

from companion.catalogue import _
from companion.domain.finding import Finding, Looked
from companion.storage.files import read_file
from companion.storage.own_files import DAMAGED, MERGED, named_files, other_things
from companion.storage.paths import ARTICLES, BACKUPS, IDENTITY, JOURNAL, SEALED, STORE, THEMES

_WORDS = (".json", ".csv", ".md", ".txt", ".html", ".journal")
"""What the names of plain exports end with."""


def look_at_leftovers(folder: Path) -> Looked:
    """Check for half-written files, plain files in a sealed folder, and files that were set aside."""
    calm = _("Nothing half-written, nothing set aside.")
    if (folder / IDENTITY).exists():
        calm = _("Nothing half-written, nothing set aside, and no plain file of ours beside sealed ones.")
    return Looked("leftovers", calm, (*_temporary(folder), *_plain(folder), *_sealed(folder), *_damaged(folder)))


def _temporary(folder: Path) -> Iterator[Finding]:
    for path, name in named_files(folder):
        if not name.of:
            what = _(
                "{folder} is half-written: something stopped Companion, or it is writing just now.",
                folder=_short(folder, path),
            )
            yield Finding(what, _("If no Companion is open, it is not needed:"), str(path), remove(path))


def _plain(folder: Path) -> Iterator[Finding]:
    """Yield what anybody could read in a folder that has a passphrase."""
    if not (folder / IDENTITY).exists():
        return
    for path, name in named_files(folder):
        if not name.holds_words or name.is_sealed or name.is_conflict_copy:
            continue
        what = _("{folder} is not sealed, though you have set a passphrase.", folder=_short(folder, path))
        if path.name in (STORE, JOURNAL):
            advice = _("Unlock Companion once: it seals what is left there. Then let the doctor look again.")
            yield Finding(what, advice, str(path))
        else:
            yield Finding(what, _("Once you know that you don't need it:"), str(path), remove(path))
    for path in _others(folder):
        if path.suffix.lower() in _WORDS or "companion" in path.name.lower():
            what = _("{folder} lies beside your sealed words, and can be read by anybody.", folder=_short(folder, path))
            yield Finding(what, _("If it is an export, keep it somewhere safe, or remove it."), str(path))


def _others(folder: Path) -> Iterator[Path]:
    """Yield every file below the folder that is not ours: exports, editors' copies, a sync program's older versions.

    Articles and themes of one's own are left out: they are meant to be plain.
    """
    plain = (folder / ARTICLES, folder / THEMES)
    for path in (each for each in other_things(folder) if each not in plain):
        yield from (each for each in (path.rglob("*") if path.is_dir() else (path,)) if each.is_file())


def _sealed(folder: Path) -> Iterator[Finding]:
    """Yield what is sealed beside words that are not."""
    if (folder / IDENTITY).exists() or not (folder / STORE).exists():
        return
    for path in (folder / (STORE + SEALED), folder / (JOURNAL + SEALED)):
        if path.exists():
            what = _(
                "{name} is sealed, and there is no passphrase any more: a sync program may have brought it.",
                name=path.name,
            )
            yield Finding(what, _("If nothing of yours is missing, remove it:"), str(path), remove(path))


def _damaged(folder: Path) -> Iterator[Finding]:
    """Yield what was set aside; copies that were merged are not among them: they are kept like backups."""
    is_sealed_folder = (folder / IDENTITY).exists()
    for path, name in named_files(folder):
        if name.is_conflict_copy:
            what = _("{name} is a copy of its own: two machines had changed the file.", name=path.name)
            join = f"companion merge {shlex.quote(str(path))}"
            yield Finding(what, _("To join it with what you have:"), str(path), join)
            continue
        if name.why in ("", MERGED) or (is_sealed_folder and name.holds_words and not name.is_sealed):
            continue  # a plain one in a sealed folder is named already
        why = _("something in it could not be read") if name.why == DAMAGED else _("it was there beside another one")
        advice = _("“companion restore” lists what there is. If nothing of yours is missing, remove it:")
        yield Finding(
            _("{folder} was set aside: {why}.", folder=_short(folder, path), why=why), advice, str(path), remove(path)
        )


def remove(path: Path) -> str:
    """Return the command that removes a file."""
    return f"rm {shlex.quote(str(path))}"


def is_sealed(path: Path) -> bool:
    """Return whether a file begins as age files do."""
    return read_file(path, 21) == b"age-encryption.org/v1"


def _short(folder: Path, path: Path) -> str:
    return path.name if path.parent == folder else f"{BACKUPS}/{path.name}"
