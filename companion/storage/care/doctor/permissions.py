"""Whether anybody else on this machine may look into the folder."""

import os
import shlex
from pathlib import Path

from companion.catalogue import _
from companion.domain.finding import Finding, Looked
from companion.storage.care.doctor.mounts import KEEPS_NO_MODES, file_system
from companion.storage.own_files import other_things, own_files
from companion.storage.paths import BACKUPS, IDENTITY

_OTHERS = 0o077
"""The bits of a mode that let in the group and everybody else."""

_NAMED = 3
"""How many files are named; the command finds them all."""


def look_at_permissions(folder: Path) -> Looked:
    """Check that folders are 0700, files 0600, all of them yours and writable."""
    calm = _("Only you can look into the folder and its files.")
    if os.name != "posix":
        return Looked("permissions", _("This system has no modes to check. Your account keeps others out."))
    things = [path for path in (folder, folder / BACKUPS, *own_files(folder)) if path.exists()]
    found = [_not_yours(folder, things), _open_to_others(folder, things)]
    found.append(_not_writable(folder, things) or (None if found[0] else _read_only(things)))
    return Looked("permissions", calm, tuple(finding for finding in found if finding))


def _open_to_others(folder: Path, things: list[Path]) -> Finding | None:
    is_open = [path for path in things if path.stat().st_mode & _OTHERS]
    if not is_open:
        return None
    if file_system(folder) not in KEEPS_NO_MODES:
        what = _("Others on this machine may look into {named}.", named=_named(folder, is_open))
        return Finding(what, _("To keep them out, run:"), str(is_open[0]), _chmod("go=", folder, is_open))
    if (folder / IDENTITY).exists():
        return None  # nobody can change that, and what they see is sealed
    what = _("This drive keeps no permissions: whoever has it, or an account here, can read what you write.")
    return Finding(what, _("Set a passphrase:"), str(folder), "companion passphrase set")


def _not_writable(folder: Path, things: list[Path]) -> Finding | None:
    stuck = [path for path in things if path.stat().st_mode & 0o600 != 0o600]
    if not stuck:
        return None
    what = _("Companion may not write to {named}.", named=_named(folder, stuck))
    return Finding(what, _("To let it, run:"), str(stuck[0]), _chmod("u+rwX", folder, stuck))


def _read_only(things: list[Path]) -> Finding | None:
    """Find what can't be written to although its mode lets us: the drive is read-only, or a file system's flag."""
    stuck = next((path for path in things if not os.access(path, os.W_OK)), None)
    if stuck is None:
        return None
    what = _("{path} can't be written to: nothing that you write there is kept.", path=stuck)
    advice = _("Connect its drive so that it can be written to, or name another folder with --data-dir.")
    return Finding(what, advice, str(stuck))


def _not_yours(folder: Path, things: list[Path]) -> Finding | None:
    me = os.geteuid()
    foreign = [path for path in things if path.stat().st_uid != me]
    if not foreign or me == 0:
        return None
    what = _("Another account owns {named}.", named=_named(folder, foreign))
    return Finding(what, _("To make it yours, run:"), str(foreign[0]), f"sudo chown -R {me} {shlex.quote(str(folder))}")


def _chmod(mode: str, folder: Path, paths: list[Path]) -> str:
    """Return the command: for the whole folder if all in it is ours and lies there, else for the files alone."""
    if other_things(folder) or any(path.is_symlink() for path in paths):
        return f"chmod {mode} {shlex.join(map(str, paths))}"
    return f"chmod -R {mode} {shlex.quote(str(folder))}"


def _named(folder: Path, paths: list[Path]) -> str:
    """Name the first few."""
    names = ", ".join(_("the folder") if path == folder else path.name for path in paths[:_NAMED])
    more = len(paths) - _NAMED
    return _("{names} and {more} more", names=names, more=more) if more > 0 else names
