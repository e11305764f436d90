"""Which Markdown files lie in a folder and below it; what leads out of it is named and never followed."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from companion.catalogue import _
from companion.storage.errors import ContentError
from companion.storage.text_file import kind_of

ENDINGS = (".md", ".markdown")
"""What the names of Markdown files end with, in small or large letters."""
_DEEPEST = 20
_MOST = 20_000
Stamp = tuple[int, int, int]
"""What tells a file from what it was when it was read."""


class Found(NamedTuple):
    """One file."""

    path: str
    """Where it lies."""
    stamp: Stamp
    target: str
    """The file itself, where its name is a link to it."""


def find_files(folder: Path | None) -> tuple[dict[str, Found], list[ContentError]]:
    """Return the files by their slugs, the path inside the folder without the ending; and what can't be one."""
    files: dict[str, Found] = {}
    problems: list[ContentError] = []
    for entry in _entries(folder, problems):
        slug = slug_of(entry.path[len(str(folder)) + 1 :].replace(os.sep, "/"))
        try:
            found = _problem_of(slug) or _found(folder, entry)
        except FileNotFoundError:
            continue
        except OSError as error:
            found = _said(error)
        if isinstance(found, Found) and slug in files:
            found = _("{name} lies beside it; one of the two is shown", name=Path(files[slug].path).name)
        if isinstance(found, str):
            problems.append(ContentError(Path(entry.path), found))
        elif len(files) < _MOST:
            files[slug] = found
        else:
            said = _("more than {most:,} files are there; it and later ones are left out", most=_MOST)
            problems.append(ContentError(Path(entry.path), said))
            break
    return files, problems


def _problem_of(slug: str) -> str:
    """Say what is wrong with a name; empty if nothing is."""
    try:
        slug.encode()
    except UnicodeEncodeError:
        return _("its name is not UTF-8; give it another one")
    return "" if slug.rpartition("/")[2] else _("its name is nothing but an ending; give it another one")


def slug_of(name: str) -> str:
    """Return a path without the ending of Markdown."""
    return next((name[: -len(each)] for each in ENDINGS if name.lower().endswith(each)), name)


def stamp_of(path: Path) -> Stamp:
    """Return the stamp of a file; zeros if it is gone."""
    try:
        return _stamp(path.stat())
    except OSError:
        return 0, 0, 0


def is_inside(folder: Path | None, path: Path) -> bool:
    """Return whether a path, all links followed, lies in a folder."""
    return folder is not None and _real(path).is_relative_to(_real(folder))


def _entries(folder: Path | None, problems: list[ContentError]) -> Iterator[os.DirEntry[str]]:
    """Yield what may be a file of ours, folder by folder; hidden ones are left out, as editors keep theirs there."""
    waiting = [(folder, 0)] if folder else []
    while waiting:
        place, depth = waiting.pop()
        try:
            with os.scandir(place) as entries:
                found = sorted((each for each in entries if not each.name.startswith(".")), key=lambda each: each.name)
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(ContentError(place, _said(error)))
            continue
        for each in found:
            if each.name.lower().endswith(ENDINGS):
                yield each
            elif each.is_dir(follow_symlinks=False) and depth < _DEEPEST:
                waiting.append((Path(each.path), depth + 1))
            elif each.is_dir(follow_symlinks=False):
                problems.append(
                    ContentError(Path(each.path), _("it lies more than {deepest} folders deep", deepest=_DEEPEST))
                )
            elif each.is_symlink() and (said := _linked_folder(folder, each)):
                problems.append(ContentError(Path(each.path), said))


def _linked_folder(folder: Path | None, entry: os.DirEntry[str]) -> str:
    """Say why a link to a folder is not followed; nothing of one that leads to what is shown anyhow."""
    try:
        is_folder = entry.is_dir()
    except OSError as error:
        return _said(error)
    is_elsewhere = is_folder and not is_inside(folder, Path(entry.path))
    return _("it is a link to a folder elsewhere, which is not followed") if is_elsewhere else ""


def _found(folder: Path | None, entry: os.DirEntry[str]) -> Found | str:
    """Return a file, or say in a sentence why it is none.

    Raises:
        OSError: if it can't be looked at.
    """
    path = Path(entry.path) if entry.is_symlink() else None
    if path is None:
        is_file = entry.is_file(follow_symlinks=False)
        stamp = _stamp(entry.stat(follow_symlinks=False))
        return Found(entry.path, stamp, entry.path) if is_file else kind_of(Path(entry.path))
    target = _real(path)
    if target.is_symlink():
        return _("it is a link that leads in a circle")
    if not is_inside(folder, path):
        return _("it is a link to somewhere outside the folder, which is not followed")
    if not target.exists():
        return _("it is a link to a file that is gone")
    return Found(entry.path, _stamp(target.stat()), str(target)) if target.is_file() else kind_of(target)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _stamp(stat: os.stat_result) -> Stamp:
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _said(error: OSError) -> str:
    return _("it can't be opened ({reason})", reason=error.strerror or error)
