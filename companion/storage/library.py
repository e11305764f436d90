"""Reading the library: every piece is read when it is first asked for, and checked against its type."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from companion.domain.article import Article
from companion.domain.content import Content, Page
from companion.domain.exercise import Exercise
from companion.domain.help_line import HelpLine
from companion.domain.rhythm import Rhythm
from companion.domain.script import Script, ScriptFile
from companion.domain.situation import Situation
from companion.domain.source import Sources
from companion.domain.vocabulary import Vocabulary
from companion.domain.worksheet import Worksheet
from companion.storage.content_file import read_markdown, read_yaml
from companion.storage.errors import ContentError

ContentT = TypeVar("ContentT", bound=Content)


class Library:
    """All that is shipped to read, say, do and fill in.

    Every attribute raises ContentError, naming the file and the key, if a file is not as it should be.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by slug, in the order of their topics and files."""
        order = [topic.id for topic in self.vocabulary.topics]
        found = self._pieces("articles", Article, "*/*.md")
        for article in found.values():
            if article.topic not in order:
                raise ContentError(
                    self._root / "articles" / article.topic, f"topic: expected one of {', '.join(order)}"
                )
        return dict(sorted(found.items(), key=lambda pair: order.index(pair[1].topic)))

    def article(self, slug: str) -> Article:
        """Return one article without reading the others.

        Raises:
            KeyError: if there is none of that slug.
        """
        if "articles" in self.__dict__:
            return self.articles[slug]
        for path in self._root.glob("articles/*/*.md"):
            if path.stem == slug:
                return _convert(path, Article, read_markdown(path))
        raise KeyError(slug)

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        """Exercises by slug."""
        return self._pieces("exercises", Exercise)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Pages of help by slug."""
        return self._pieces("pages", Page)

    @cached_property
    def script_files(self) -> dict[str, ScriptFile]:
        """The scripts of each situation, by its id."""
        return self._pieces("scripts", ScriptFile, "*.yaml", slugged=False)

    @cached_property
    def scripts(self) -> dict[str, Script]:
        """All scripts by id."""
        return {script.id: script for file in self.script_files.values() for script in file.scripts}

    @cached_property
    def worksheets(self) -> dict[str, Worksheet]:
        """Worksheets by slug."""
        return self._pieces("worksheets", Worksheet, "*.yaml")

    @cached_property
    def rhythms(self) -> dict[str, Rhythm]:
        """Rhythms by id; the first is the default."""
        return {rhythm.id: rhythm for rhythm in self._list("rhythms.yaml", Rhythm)}

    @cached_property
    def situations(self) -> dict[str, Situation]:
        """The sentences of Now by id, in their order."""
        return {situation.id: situation for situation in self._list("situations.yaml", Situation)}

    @cached_property
    def help_lines(self) -> tuple[HelpLine, ...]:
        """The help lines of all countries."""
        return tuple(self._list("help-lines.yaml", HelpLine))

    @cached_property
    def sources(self) -> Sources:
        """Facts and sources."""
        path = self._root / "sources.yaml"
        return _convert(path, Sources, read_yaml(path))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The closed lists."""
        folder = self._root / "vocabulary"
        names = [field.name for field in msgspec.structs.fields(Vocabulary)]
        return _convert(folder, Vocabulary, {name: read_yaml(folder / f"{name}.yaml") for name in names})

    def _pieces(
        self, folder: str, type_: type[ContentT], pattern: str = "*.md", slugged: bool = True
    ) -> dict[str, ContentT]:
        """Read every file of a folder, by its name without the ending."""
        read: Callable[[Path], Any] = read_markdown if pattern.endswith(".md") else read_yaml
        pieces: dict[str, ContentT] = {}
        for path in sorted((self._root / folder).glob(pattern)):
            raw = read(path)
            if slugged and isinstance(raw, dict):
                raw = {**raw, "slug": path.stem}
            if path.stem in pieces:
                raise ContentError(path, "another file has the same name; expected a name of its own")
            pieces[path.stem] = _convert(path, type_, raw)
        return pieces

    def _list(self, name: str, type_: type[ContentT]) -> Iterable[ContentT]:
        path = self._root / name
        raw = read_yaml(path)
        if not isinstance(raw, list):
            raise ContentError(path, "expected a list of entries, each beginning with “- ”")
        return [_convert(path, type_, entry, f"entry {number}") for number, entry in enumerate(raw, 1)]


def _convert(path: Path, type_: type[ContentT], raw: Any, where: str = "") -> ContentT:
    try:
        return msgspec.convert(raw, type_)
    except msgspec.ValidationError as error:
        raise ContentError(path, f"{where}: {error}" if where else str(error)) from error
