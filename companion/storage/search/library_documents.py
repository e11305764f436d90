"""All there is to read, say and fill in, as pieces to be found."""

from collections.abc import Iterator
from itertools import chain

from companion.domain.content import Link
from companion.domain.script import fill
from companion.storage.library import Library
from companion.storage.search.document import Document, Kind

_PART = 30_000
"""Characters of a part."""


def library_documents(library: Library) -> Iterator[Document]:
    """Yield every piece of the library; all of it is read.

    Raises:
        ContentError: if a file is not as it should be.
    """
    every = (_articles, _trails, _exercises, _scripts, _worksheets, _pages)
    return chain.from_iterable(each(library) for each in every)


def own_article_documents(library: Library) -> Iterator[Document]:
    """Yield the articles of one's own as they were at the last look, a long one in parts; their files are read."""
    for one in library.own_articles.articles():
        for number, (line, text) in enumerate(_parts(one.text)):
            yield Document(
                kind=Kind.OWN_ARTICLE,
                link=one.link,
                id=str(number) if number else "",
                title=one.title,
                summary=one.summary,
                tags=" ".join((*one.tags, *one.aliases)),
                text=text,
                first_line=line,
            )


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield a text in parts of a length that is quick to mark, each with the number of its first line."""
    first, lines, room = 0, list[str](), _PART
    for number, line in enumerate(text.split("\n")):
        for start in range(0, len(line) + 1, _PART):
            piece = line[start : start + _PART]
            if lines and len(piece) >= room:
                yield first, "\n".join(lines)
                first, lines, room = number, [], _PART
            lines.append(piece)
            room -= len(piece) + 1
    yield first, "\n".join(lines)


def _articles(library: Library) -> Iterator[Document]:
    for one in library.articles.values():
        yield Document(
            kind=Kind.ARTICLE,
            link=Link("articles", one.slug),
            title=one.title,
            summary=one.summary,
            tags=" ".join(one.tags),
            text=one.text,
        )


def _trails(library: Library) -> Iterator[Document]:
    for one in library.trails.values():
        yield Document(kind=Kind.TRAIL, link=Link("trails", one.id), title=one.title, summary=one.why)


def _exercises(library: Library) -> Iterator[Document]:
    for one in library.exercises.values():
        steps = "\n".join(one.says(at, {field.id: "…" for field in one.asked}) for at in range(len(one.steps)))
        yield Document(
            kind=Kind.EXERCISE,
            link=Link("exercises", one.slug),
            title=one.title,
            summary=one.summary,
            text=f"{one.text}\n{steps}",
        )


def _scripts(library: Library) -> Iterator[Document]:
    for file in library.script_files.values():
        for one in file.scripts:
            yield Document(
                kind=Kind.SCRIPT,
                link=Link("scripts", one.id),
                title=file.label,
                text=fill(one.text, {}),
                tags=one.instead_of,
            )


def _worksheets(library: Library) -> Iterator[Document]:
    for one in library.worksheets.values():
        yield Document(
            kind=Kind.WORKSHEET,
            link=Link("worksheets", one.slug),
            title=one.title,
            summary=" ".join(one.why.split()),
            text=" · ".join(field.label for field in one.fields),
        )


def _pages(library: Library) -> Iterator[Document]:
    for one in library.pages.values():
        yield Document(
            kind=Kind.PAGE, link=Link("pages", one.slug), title=one.title, summary=one.summary, text=one.text
        )
