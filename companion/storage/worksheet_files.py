"""The files of worksheets, each read on its own: one that is broken is named, and the others can be used."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from companion.catalogue import _
from companion.domain.content import Link, parse_link
from companion.domain.filling import Answers
from companion.domain.worksheet import Worksheet
from companion.storage.content_check import convert
from companion.storage.content_file import read_yaml
from companion.storage.errors import ContentError

CheckLinks = Callable[[Path, str, Iterable[Link]], None]
"""Raises ContentError, naming the file and the key, if a link leads to a piece that is not there."""

_ENDING = ".yaml"
_ENDINGS = (_ENDING, ".yml")
_LONGEST = 256_000
"""Bytes that one may have; the largest one that comes with Companion has a twentieth of that."""
_Stamp = tuple[int, int, int]
"""What tells a file from what it was when it was read."""


class WorksheetFiles:
    """Folders of worksheets. Of the files only those are read that are asked for: all of them take 20 ms.

    What was added, changed or taken away since is seen whenever one asks; a worksheet of a later folder stands in
    for the one of the same name in a folder before it.
    """

    def __init__(self, folders: Sequence[Path], check_links: CheckLinks) -> None:
        self._folders = folders
        self._check_links = check_links
        self._there: dict[Path, _Stamp] = {}
        self._read: dict[Path, tuple[_Stamp, Worksheet | ContentError]] = {}

    @property
    def sound(self) -> dict[str, Worksheet]:
        """Those that are as they should be, by slug: the file's name without its ending."""
        return {each.slug: each for each in self._all() if isinstance(each, Worksheet)}

    @property
    def broken(self) -> tuple[ContentError, ...]:
        """What is wrong with the others."""
        return tuple(each for each in self._all() if isinstance(each, ContentError))

    @property
    def slugs(self) -> frozenset[str]:
        """The names of them all, sound or not, as they were when somebody looked last."""
        return frozenset(path.stem for path in self._there or self._look())

    @property
    def standing_in(self) -> frozenset[str]:
        """The slugs of those that stand in for one of a folder before theirs."""
        slugs = [each.slug for each in self._all() if isinstance(each, Worksheet)]
        return frozenset(slug for slug in slugs if slugs.count(slug) > 1)

    def of(self, answers: Iterable[Answers]) -> list[Worksheet]:
        """Return those that are filled in, if they are there and as they should be, in the order of their files."""
        wanted = {each.of for each in answers}
        found = (self._one(path, stamp) for path, stamp in self._look().items() if path.stem in wanted)
        return list({each.slug: each for each in found if isinstance(each, Worksheet)}.values())

    def _all(self) -> list[Worksheet | ContentError]:
        return [self._one(path, stamp) for path, stamp in self._look().items()]

    def _look(self) -> dict[Path, _Stamp]:
        """Return the files that are there now."""
        found = {path: stamp for folder in self._folders for path, stamp in _stamps(folder)}
        if found.keys() != self._there.keys():
            self._read.clear()  # a link may lead somewhere now, or nowhere
        self._there = found
        return found

    def _one(self, path: Path, stamp: _Stamp) -> Worksheet | ContentError:
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            self._read[path] = known = (stamp, self._try(path))
        return known[1]

    def _try(self, path: Path) -> Worksheet | ContentError:
        try:
            return self._worksheet(path)
        except ContentError as error:
            return error
        except OSError as error:
            return ContentError(path, _("it can't be opened ({reason})", reason=error.strerror or error))

    def _worksheet(self, path: Path) -> Worksheet:
        if path.suffix != _ENDING and (twin := path.with_suffix(_ENDING)).exists():
            raise ContentError(path, _("{name} lies beside it; expected one of the two", name=twin.name))
        raw = read_yaml(path, _LONGEST)
        if raw is None:
            raise ContentError(path, _("the file is empty; expected title, group, why and fields"))
        worksheet = convert(path, Worksheet, {**raw, "slug": path.stem} if isinstance(raw, dict) else raw)
        links = {"next": worksheet.next, "meanwhile": worksheet.meanwhile}
        links |= {
            _("bands, entry {number}, next", number=number): band.next for number, band in enumerate(worksheet.bands, 1)
        }
        for key, named in links.items():
            self._check_links(path, key, map(parse_link, named))
        return worksheet


def _stamps(folder: Path) -> list[tuple[Path, _Stamp]]:
    """Return the files of a folder, sorted; none if it is not there or can't be looked into."""
    try:
        with os.scandir(folder) as entries:
            return sorted((Path(each.path), _stamp(each.stat())) for each in entries if _is_one(each))
    except OSError:
        return []


def _is_one(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith(_ENDINGS) and not entry.name.startswith(".") and entry.is_file()


def _stamp(stat: os.stat_result) -> _Stamp:
    return stat.st_mtime_ns, stat.st_size, stat.st_ino
