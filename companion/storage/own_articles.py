"""Articles of one's own: Markdown files in the data folder's `articles`, read as far as somebody looks."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from companion.domain.own_article import BEGINNING, FOLDER, OwnArticle, OwnHead, own_article, own_head
from companion.domain.wiki_links import Names, ordinary
from companion.storage.errors import ContentError
from companion.storage.front_matter import split_front
from companion.storage.own_folder import Found, Stamp, find_files, is_inside, slug_of, stamp_of
from companion.storage.text_file import read_text


class _Read(NamedTuple):
    """What is known of one file."""

    stamp: Stamp
    head: OwnHead | None
    problem: str = ""


class Flaw(ContentError):
    """Something is not as it should be in a file that can be read all the same."""


class OwnArticles:
    """The files of a folder and those below it; a broken one is named, and the others can be read.

    Nothing is read before somebody asks. `look` notes what is there, added, changed or taken away; it may run beside
    the screen's own work.
    """

    def __init__(self, folder: Path | None) -> None:
        """Take a folder; it need not exist."""
        self.folder = folder
        self._read: dict[str, _Read] = {}
        self._found: dict[str, Found] = {}
        self._names: Names | None = None
        self._heads: Mapping[str, OwnHead] = {}
        self._problems: tuple[ContentError, ...] = ()
        self._has_looked = False
        self._one_at_a_time = Lock()

    def look(self) -> bool:
        """Note what lies in the folder now, reading the beginning of what is new; return whether anything changed."""
        with self._one_at_a_time:
            self._found, problems = find_files(self.folder)
            read = {slug: one for slug, found in self._found.items() if (one := self._head(slug, found))}
            problems += [
                (Flaw if one.head else ContentError)(Path(self._found[slug].path), one.problem)
                for slug, one in read.items()
                if one.problem
            ]
            problems.sort(key=lambda each: str(each.path))
            self._has_looked = True
            if read == self._read and list(map(str, problems)) == list(map(str, self._problems)):
                return False
            self._read = read
            self._problems = tuple(problems)
            heads = sorted((one.head for one in read.values() if one.head), key=_order)
            self._heads = {head.slug: head for head in heads}
            self._names = None
            return True

    @property
    def heads(self) -> Mapping[str, OwnHead]:
        """Those that can be read, by slug and in the order of the shelf, as they were at the last look."""
        return self._heads

    @property
    def problems(self) -> tuple[ContentError, ...]:
        """What was wrong with files at the last look; of one that can be read it is a Flaw."""
        return self._problems

    @property
    def may_hold_any(self) -> bool:
        """Whether it is worth a look: the folder is there, or was at the last one."""
        return bool(self._read or self._problems or (self.folder and self.folder.is_dir()))

    def name_of(self, problem: ContentError) -> str:
        """Return the name of a file as it is seen from the folder."""
        is_below = self.folder is not None and problem.path.is_relative_to(self.folder)
        return problem.path.relative_to(self.folder or problem.path).as_posix() if is_below else str(problem.path)

    def article(self, slug: str) -> OwnArticle:
        """Return the whole of one, as its file is now.

        Raises:
            KeyError: if there is none of that slug.
            ContentError: if it can't be read.
        """
        found = self._file(slug)
        try:
            text, _, doubt = read_text(Path(found.target))
        except FileNotFoundError:
            raise KeyError(slug) from None
        except ContentError as error:
            self._note(slug, _Read(found.stamp, None, error.problem))
            raise ContentError(Path(found.path), error.problem) from error
        front, rest = split_front(text)
        if doubt and (one := self._read.get(slug)) and not one.problem:
            self._note(slug, _Read(found.stamp, one.head, doubt))
        home = slug.rpartition("/")[0]
        return own_article(slug, front, ordinary(rest, lambda name: self._address_of(name, home)))

    def head(self, slug: str) -> OwnHead:
        """Return what the row of one says, without reading the others.

        Raises:
            KeyError: if there is none of that slug, or it can't be read.
        """
        if not self._found:
            self._found = find_files(self.folder)[0]
        one = self._head(slug, self._found[slug])
        if one is None or one.head is None:
            raise KeyError(slug)
        return one.head

    def articles(self) -> Iterator[OwnArticle]:
        """Yield the whole of each that can be read, for a search; what can't be is left out."""
        for slug in [*self._heads]:
            try:
                yield self.article(slug)
            except (KeyError, ContentError):
                continue

    def _note(self, slug: str, one: _Read) -> None:
        """Note what is found only further down in a file whose beginning is sound; the next look names it."""
        if slug in self._read:
            self._read = {**self._read, slug: one}

    def _head(self, slug: str, found: Found) -> _Read | None:
        """Return what is known of a file; None if it is gone meanwhile."""
        before = self._read.get(slug)
        if before and before.stamp == found.stamp:
            return before
        try:
            text, share, doubt = read_text(Path(found.target), BEGINNING)
        except FileNotFoundError:
            return None
        except ContentError as error:
            return _Read(found.stamp, None, error.problem)
        front, rest = split_front(text)
        return _Read(found.stamp, own_head(slug, front, rest, share), front.problem or doubt)

    def _file(self, slug: str) -> Found:
        """Return the file of a slug.

        Raises:
            KeyError: if there is none.
            ContentError: if it is there and is no file.
        """
        found = self._found.get(slug) if self._has_looked else None
        if found is None:
            files, problems = find_files(self.folder)
            self._found = self._found if self._has_looked else files
            if slug not in files:
                raise next((each for each in problems if slug_of(self.name_of(each)) == slug), KeyError(slug))
            found = files[slug]
        if not is_inside(self.folder, Path(found.target)):
            raise KeyError(slug)
        return found._replace(stamp=stamp_of(Path(found.target)))

    def _address_of(self, name: str, home: str) -> str | None:
        """Return where Obsidian's link in a text of that folder leads."""
        if self._names is None:
            aliases = {alias: head.slug for head in self._heads.values() for alias in (head.title, *head.aliases)}
            self._names = Names({slug: f"/{FOLDER}/{slug}" for slug in self._found}, aliases)
        return self._names.path_of(slug_of(name), home)


def _order(head: OwnHead) -> tuple[str, str, str]:
    """Those of the folder itself first, then folder by folder, each by title."""
    return os.path.dirname(head.slug).casefold(), head.title.casefold(), head.slug  # noqa: PTH120 (a slug, no path)
