"""The files of worksheets, each read on its own: one that is broken is named, and the others can be used."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from companion.domain.content import Link, parse_link
from companion.domain.filling import Answers
from companion.domain.worksheet import Worksheet
from companion.storage.content_check import convert
from companion.storage.content_file import read_yaml
from companion.storage.errors import ContentError

CheckLinks = Callable[[Path, str, Iterable[Link]], None]
"""Raises ContentError, naming the file and the key, if a link leads to a piece that is not there."""


class WorksheetFiles:
    """A folder of worksheets. Of the files only those are read that are asked for: all of them take 20 ms."""

    def __init__(self, folder: Path, check_links: CheckLinks) -> None:
        self._folder = folder
        self._check_links = check_links
        self._read: dict[str, Worksheet | ContentError] = {}

    @cached_property
    def sound(self) -> dict[str, Worksheet]:
        """Those that are as they should be, by slug: the file's name without its ending."""
        return {each.slug: each for each in map(self._one, self._paths()) if isinstance(each, Worksheet)}

    @cached_property
    def broken(self) -> tuple[ContentError, ...]:
        """What is wrong with the others."""
        return tuple(each for each in map(self._one, self._paths()) if isinstance(each, ContentError))

    def of(self, answers: Iterable[Answers]) -> list[Worksheet]:
        """Return those that are filled in, if they are there and as they should be, in the order of their files."""
        wanted = {each.of for each in answers}
        found = (self._one(path) for path in self._paths() if path.stem in wanted)
        return [each for each in found if isinstance(each, Worksheet)]

    def _paths(self) -> list[Path]:
        return sorted(self._folder.glob("*.yaml"))

    def _one(self, path: Path) -> Worksheet | ContentError:
        if path.stem not in self._read:
            try:
                self._read[path.stem] = self._worksheet(path)
            except ContentError as error:
                self._read[path.stem] = error
        return self._read[path.stem]

    def _worksheet(self, path: Path) -> Worksheet:
        raw = read_yaml(path)
        if raw is None:
            raise ContentError(path, "the file is empty; expected title, group, why and fields")
        worksheet = convert(path, Worksheet, {**raw, "slug": path.stem} if isinstance(raw, dict) else raw)
        links = {"next": worksheet.next, "meanwhile": worksheet.meanwhile}
        links |= {f"bands, entry {number}, next": band.next for number, band in enumerate(worksheet.bands, 1)}
        for key, named in links.items():
            self._check_links(path, key, map(parse_link, named))
        return worksheet
