"""Where the folder lies: a synced or a network drive has ways of its own to lose or to copy what was written."""

import os
from collections.abc import Iterator
from pathlib import Path

from companion.catalogue import _
from companion.domain.finding import Finding, Looked
from companion.storage.care.doctor.mounts import IN_MEMORY, NETWORK, file_system
from companion.storage.paths import IDENTITY, VARIABLE, data_folder

_PARTS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "icloudrive": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "gdrive": "Google Drive",
    "pcloud drive": "pCloud",
}
"""What a folder of a sync program is called, in small letters; what follows a blank, “-” or “(” may differ."""

_MARKS = {
    ".stfolder": "Syncthing",
    ".stversions": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".sync_*.db": "Nextcloud",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
}
"""What a sync program leaves in the folder that it syncs."""

_JOIN = _("“companion merge” joins two of them.")


def look_at_place(folder: Path) -> Looked:
    """Check that the folder is there, and on a disk that is this machine's alone."""
    if not folder.exists():
        return Looked("place", _("Nothing has been kept yet. The folder is made when something is."), _missing(folder))
    if not folder.is_dir():
        advice = _("Name a folder of your own, with --data-dir or {variable}.", variable=VARIABLE)
        return Looked("place", "", (Finding(_("{folder} is not a folder.", folder=folder), advice, str(folder)),))
    program = sync_program(folder)
    calm = _("It lies on a disk of this machine.")
    if program and (folder / IDENTITY).exists():
        calm = _(
            "{program} copies it to other machines. They can't read it without your passphrase. {join}",
            program=program,
            join=_JOIN,
        )
        program = None
    found = [*([_synced(folder, program)] if program else []), *_drive(folder)]
    return Looked("place", calm, tuple(found))


def _missing(folder: Path) -> tuple[Finding, ...]:
    """Return a finding where somebody named the folder; the platform's own is made when it is needed."""
    by_variable = os.environ.get(VARIABLE)
    if folder == data_folder() and not by_variable:
        return ()
    name = VARIABLE if by_variable and folder == data_folder() else "--data-dir"
    what = _("{name} names {folder}, and that is not there.", name=name, folder=folder)
    advice = _("Connect the drive that it lies on, or correct the name. Else the next words begin a new log there.")
    return (Finding(what, advice, str(folder)),)


def _synced(folder: Path, program: str) -> Finding:
    what = _(
        "{program} copies this folder to other machines, and whoever opens one of them can read it.", program=program
    )
    return Finding(what, _("Move it elsewhere, or set a passphrase:"), str(folder), "companion passphrase set")


def sync_program(folder: Path) -> str | None:
    """Return the program that syncs the folder, as far as names and marks tell."""
    for part in folder.resolve().parts:
        name = part.lower()
        for known, program in _PARTS.items():
            if name == known or name.startswith((f"{known} ", f"{known}-", f"{known}(")):
                return program
    home = _home()  # holds folders of these programs' own, such as ~/.dropbox
    for place in (folder.resolve(), *folder.resolve().parents):
        for mark, program in _MARKS.items():
            if place != home and any(place.glob(mark)):
                return program
    return None


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:  # an account without one
        return None


def _drive(folder: Path) -> Iterator[Finding]:
    kind = file_system(folder)
    if kind in NETWORK:
        what = _(
            "The folder lies on a network drive ({kind}): a lost connection, or two machines at once, can harm it.",
            kind=kind,
        )
        yield Finding(what, _("Move it to a disk of this machine. {join}", join=_JOIN), str(folder))
    if kind in IN_MEMORY:
        what = _("The folder lies in memory ({kind}): it is gone when the machine is turned off.", kind=kind)
        yield Finding(what, _("Move it to a disk, such as a folder in your home."), str(folder))
