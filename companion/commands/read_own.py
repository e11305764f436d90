"""What the verb read does with Markdown of one's own: files in the data folder, and any that is named."""

import sys
from pathlib import Path

import click

from companion.catalogue import _
from companion.commands.context import Context
from companion.domain.own_article import FOLDER, OwnHead
from companion.domain.reading import Reading
from companion.storage.library import Library
from companion.storage.own_articles import OwnArticles
from companion.storage.paths import ARTICLES
from companion.text.plain import one_line

STDIN = "-"
"""The word for standard input."""
_STDIN = Path(_("standard input"))


def is_surely_path(word: str) -> bool:
    """Return whether a word can only name a file: no piece ends so, and the library need not be read to know."""
    from companion.storage.opened_files import looks_like_text

    return word == STDIN or (looks_like_text(word) and not _is_own(word))


def may_be_path(word: str) -> bool:
    """Return whether a word names a file unless a piece has that name: it has a `/`, or a file is there."""
    from companion.storage.opened_files import is_there

    return ("/" in word and not _is_own(word)) or is_there(word)


def _is_own(word: str) -> bool:
    """Return whether a word names one of one's own, and no file that is there."""
    from companion.storage.opened_files import is_there

    return word.startswith(f"{FOLDER}/") and not is_there(word)


def own_text(library: Library, slug: str) -> tuple[str, str] | None:
    """Return one of one's own articles as Markdown, and the folder it lies in; None if the slug is of none.

    Raises:
        ContentError: if it can't be read.
    """
    from companion.storage.own_folder import slug_of
    from companion.text.own_whole import own_whole

    folder, _, name = slug.partition("/")
    if folder != FOLDER:
        return None
    try:
        whole = own_whole(library.own_articles.article(slug_of(name)), library)
    except KeyError:
        return None
    return whole.text, whole.home


def named_in_folder(library: Library, word: str) -> str:
    """Return the name of a piece that was named with its folder: `articles/x`; any other word as it is."""
    from companion.storage.opened_files import is_there

    name = word.removeprefix(f"{ARTICLES}/")
    if name == word or is_there(word):
        return word
    own = f"{FOLDER}/{name}"
    return own if own_text(library, own) else name if name in library.articles else word


def read_path(context: Context, named: str, *, plain: bool, width: int | None = None) -> int:
    """Open a Markdown file in the app's reader, on a terminal; else print it. Return the exit code.

    Raises:
        ContentError: if it can't be read.
    """
    from companion.commands.app import can_open, open_app
    from companion.storage.opened_files import OpenedFiles, ordinary_text
    from companion.storage.text_file import MOST, decoded

    if named == STDIN:
        piped = decoded(_STDIN, sys.stdin.buffer.read(MOST + 1))
        _doubt(piped.doubt)
        return _print(_STDIN, ordinary_text(piped.words), plain, width)
    files = OpenedFiles(Path(named))
    if not plain and width is None and can_open():
        return open_app(context, opened=files)
    _doubt(files.doubt)
    return _print(*files.read(""), plain, width)


def _doubt(sentence: str) -> None:
    """Say beside what is printed what is not certain about it."""
    if sentence:
        click.echo(sentence, err=True)


def _print(path: Path, text: str, plain: bool, width: int | None) -> int:
    from companion.commands.printed import print_text
    from companion.text.own_whole import file_whole

    whole = file_whole(path, text)
    print_text(whole.text, whole.home, plain, width)
    return 0


def list_own(own: OwnArticles) -> None:
    """Print the articles of one's own, if there are any; name what could not be read."""
    own.look()
    if own.heads:
        click.echo(_("Your own"))
    for head in own.heads.values():
        click.echo(
            _(
                "  {link:36} {title} · {minutes} min",
                link=one_line(str(head.link)),
                title=one_line(head.title),
                minutes=head.minutes,
            )
        )
    for problem in own.problems:
        click.echo(one_line(f"{FOLDER}/{own.name_of(problem)}: {problem.problem}"), err=True)


def own_names(own: OwnArticles) -> dict[str, str]:
    """Return how those of one's own are named, by all that somebody may have typed for it."""
    own.look()
    links = {head.slug: one_line(str(head.link)) for head in own.heads.values()}
    ends = {slug.rpartition("/")[2]: link for slug, link in links.items()}
    return ends | links | {link: link for link in links.values()}


def own_shape(head: OwnHead, reading: Reading | None) -> dict[str, object]:
    """Return one as the list for machines has it; it speaks to no side."""
    return {
        "slug": str(head.link),
        "title": head.title,
        "topic": FOLDER,
        "side": None,
        "minutes": head.minutes,
        "finished": reading is not None and reading.finished,
    }
