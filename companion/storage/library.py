"""Reading the library: every piece is read when it is first asked for, and checked against its type."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from companion.catalogue import _
from companion.domain.article import Article
from companion.domain.content import Content, Link, Page
from companion.domain.exercise import Exercise
from companion.domain.help_line import Country, HelpLine
from companion.domain.message_rule import MessageRules
from companion.domain.rhythm import Rhythm
from companion.domain.script import Script, ScriptFile
from companion.domain.situation import Situation
from companion.domain.source import Sources
from companion.domain.trail import Trail
from companion.domain.vocabulary import Vocabulary
from companion.domain.worksheet import Worksheet
from companion.storage.content_check import by_id, convert
from companion.storage.content_file import read_markdown, read_yaml
from companion.storage.errors import ContentError
from companion.storage.library_links import FILES, TRAILS, Links
from companion.storage.opened_files import OpenedFiles
from companion.storage.own_articles import OwnArticles
from companion.storage.scripts import Scripts
from companion.storage.sentences import read_sentences
from companion.storage.worksheet_files import WorksheetFiles

ContentT = TypeVar("ContentT", bound=Content)

_OPENED = ("articles", "exercises", "pages", "trails")
"""Folders whose pieces are marked by their link."""


class Library:
    """All that is shipped to read, say, do and fill in.

    Every attribute raises ContentError, naming the file, the key and what was expected, if a file is not
    as it should be.
    """

    def __init__(self, root: Path, own_worksheets: Path | None = None, own_articles: Path | None = None) -> None:
        """Make a library.

        Args:
            root: The folder of all that is shipped.
            own_worksheets, own_articles: Folders of one's own files besides; they need not exist.
        """
        self._root = root
        self._own_worksheets = own_worksheets
        self._links = Links(
            root,
            {
                "worksheets": lambda: self.worksheet_files.slugs,
                "trails": lambda: self._unchecked_trails,
            },
        )
        self.own_articles = OwnArticles(own_articles)
        self.opened: OpenedFiles | None = None  # set by the verb that opens a file from the shell

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by slug, in the order of their topics and files."""
        order = [topic.id for topic in self.vocabulary.topics]
        found: dict[str, Article] = {}
        for path in sorted(self._root.glob(FILES["articles"])):
            if path.stem in found:
                raise ContentError(path, _("another article has the same file name; expected a name of its own"))
            article = found[path.stem] = self._article(path)
            if article.topic not in order:
                raise ContentError(
                    path,
                    _("topic: expected one of {topics}, got “{topic}”", topics=", ".join(order), topic=article.topic),
                )
        return dict(sorted(found.items(), key=lambda pair: order.index(pair[1].topic)))

    def article(self, slug: str) -> Article:
        """Return one article without reading the others.

        Raises:
            KeyError: if there is none of that slug.
        """
        if "articles" in self.__dict__:
            return self.articles[slug]
        for path in self._root.glob(FILES["articles"]):
            if path.stem == slug:
                return self._article(path)
        raise KeyError(slug)

    def to_read(self, link: Link) -> Article | Page:
        """Return the article or the page that a link leads to."""
        return self.article(link.slug) if link.folder == "articles" else self.pages[link.slug]

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        """Exercises by slug."""
        return self._pieces("exercises", Exercise, read_markdown)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Pages of help by slug."""
        return self._pieces("pages", Page, read_markdown)

    @cached_property
    def script_files(self) -> dict[str, ScriptFile]:
        """The scripts of each situation, by its id."""
        return Scripts(self._root / "scripts").files

    @cached_property
    def scripts(self) -> dict[str, Script]:
        """All scripts by id."""
        return {script.id: script for file in self.script_files.values() for script in file.scripts}

    @cached_property
    def names(self) -> frozenset[str]:
        """What a mark or a filling may name: scripts, exercises, worksheets, and links to what can be opened."""
        links = (f"{folder}/{slug}" for folder in _OPENED for slug in self._links.slugs(folder))
        return frozenset((*self.scripts, *self._links.slugs("exercises"), *self._links.slugs("worksheets"), *links))

    @cached_property
    def worksheet_files(self) -> WorksheetFiles:
        """The files of worksheets, those that are broken too."""
        folders = (self._root / "worksheets", self._own_worksheets)
        return WorksheetFiles([each for each in folders if each], self._links.check)

    @property
    def worksheets(self) -> dict[str, Worksheet]:
        """Worksheets by slug; those whose files are broken are left out, as one fills them in without the others."""
        return self.worksheet_files.sound

    @property
    def grouped_worksheets(self) -> list[Worksheet]:
        """The worksheets, their groups in the order of the vocabulary; a group that it does not name comes last."""
        order = self.vocabulary.groups
        return sorted(
            self.worksheets.values(),
            key=lambda each: (order.index(each.group) if each.group in order else len(order), each.group),
        )

    @property
    def checked_worksheets(self) -> dict[str, Worksheet]:
        """Worksheets by slug, if all files are as they should be."""
        for error in self.worksheet_files.broken:
            raise error
        return self.worksheets

    @cached_property
    def rhythms(self) -> dict[str, Rhythm]:
        """Rhythms by id; the first is the default."""
        path = self._root / "rhythms.yaml"
        return by_id(path, convert(path, tuple[Rhythm, ...], read_yaml(path)))

    @cached_property
    def situations(self) -> dict[str, Situation]:
        """The sentences of Now by id, in their order."""
        path = self._root / "situations.yaml"
        found = by_id(path, convert(path, tuple[Situation, ...], read_yaml(path)))
        for situation in found.values():
            self._links.check(path, _("{id}, do", id=situation.id), [situation.action])
            self._links.check(path, _("{id}, read", id=situation.id), [situation.reading])
        return found

    @cached_property
    def sentences(self) -> dict[str, str]:
        """The sentences of Now by the id of their situation; the rest of it need not be read to show them."""
        quick = read_sentences(self._root / "situations.yaml")
        return quick or {each.id: each.sentence for each in self.situations.values()}

    @cached_property
    def trails(self) -> dict[str, Trail]:
        """Trails by id, in their order."""
        path = self._root / TRAILS
        for trail in self._unchecked_trails.values():
            self._links.check(path, _("{id}, read", id=trail.id), trail.links)
            for each in trail.situations:
                if each not in self.situations:
                    expected = _("expected one of {situations}", situations=", ".join(self.situations))
                    raise ContentError(
                        path,
                        _("{id}, for: {expected}, got “{situation}”", id=trail.id, expected=expected, situation=each),
                    )
        return self._unchecked_trails

    def trail_for(self, situation: str) -> Trail | None:
        """Return the first trail for a sentence of Now, if there is one."""
        return next((trail for trail in self.trails.values() if situation in trail.situations), None)

    @cached_property
    def _unchecked_trails(self) -> dict[str, Trail]:
        """Trails as they are written; what they lead to may lead back to them."""
        path = self._root / TRAILS
        return by_id(path, convert(path, tuple[Trail, ...], read_yaml(path)))

    @cached_property
    def help_lines(self) -> tuple[HelpLine, ...]:
        """The help lines of all countries."""
        path = self._root / "help-lines.yaml"
        return convert(path, tuple[HelpLine, ...], read_yaml(path))

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """The countries of the help lines, with their codes and other names."""
        path = self._root / "countries.yaml"
        return convert(path, tuple[Country, ...], read_yaml(path))

    @cached_property
    def message_rules(self) -> MessageRules:
        """The rules of the message check."""
        path = self._root / "message-rules.yaml"
        rules = convert(path, MessageRules, read_yaml(path))
        by_id(path, rules.rules)
        return rules

    @cached_property
    def sources(self) -> Sources:
        """Facts and sources."""
        path = self._root / "sources.yaml"
        return convert(path, Sources, read_yaml(path))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The closed lists, each a file of its own."""
        lists: dict[str, Any] = {}
        for field in msgspec.structs.fields(Vocabulary):
            path = self._root / "vocabulary" / f"{field.name}.yaml"
            lists[field.name] = convert(path, field.type, read_yaml(path))
            by_id(path, (each for each in lists[field.name] if not isinstance(each, str)))
        return Vocabulary(**lists)

    def _article(self, path: Path) -> Article:
        article = convert(path, Article, read_markdown(path))
        if article.topic != path.parent.name:
            raise ContentError(
                path,
                _("topic: expected “{name}”, its folder, got “{topic}”", name=path.parent.name, topic=article.topic),
            )
        self._links.check(path, "do", [article.action])
        self._links.check(path, "next", article.ways_on)
        return article

    def _pieces(self, folder: str, type_: type[ContentT], read: Callable[[Path], Any]) -> dict[str, ContentT]:
        """Read every file of a folder, by its name without the ending."""
        return {path.stem: convert(path, type_, read(path)) for path in sorted(self._root.glob(FILES[folder]))}
