"""A Markdown file of one's own as a text to read."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.own_article import OwnArticle, first_heading, own_article
from companion.storage.errors import ContentError
from companion.storage.front_matter import split_front
from companion.storage.library import Library
from companion.storage.opened_files import FOLDER
from companion.text.bounded import bounded
from companion.text.plain import escaped, one_line
from companion.text.whole import Whole, title_of


def own_whole(article: OwnArticle, library: Library) -> Whole:
    """Return an article of one's own; what its front matter names that is not there is left out."""
    action = next(iter(_there([article.action] if article.action else [], library)), None)
    ways_on = _there(article.ways_on, library)
    head = _head(article)
    body = bounded(article.text).rstrip("\n").split("\n")
    tail = [
        *(["", _("## Do now"), "", f"[{escaped(title_of(action, library))}](/{action})"] if action else []),
        *(["", _("## Read next"), ""] if ways_on else []),
        *(f"- [{escaped(title_of(link, library))}](/{link})" for link in ways_on),
    ]
    return Whole(
        article.link,
        one_line(article.title),
        "\n".join([*head, *body, *tail]) + "\n",
        f"own/{article.slug}".rpartition("/")[0],
        before=len(head),
        end=len(head) + len(body) - 1 if tail else None,
        minutes=article.minutes,
        action=action,
        ways_on=tuple(ways_on),
        is_remembered=True,
    )


def file_whole(path: Path, text: str, home: str = FOLDER) -> Whole:
    """Return a file that the person named; nothing of reading it is remembered.

    Args:
        path: The file, for its name.
        text: What it holds.
        home: Where links in it start: `file`, or a folder below that.
    """
    front, rest = split_front(text)
    article = own_article(path.stem, front, rest)
    head = _head(article) if front.says else []
    return Whole(
        None,
        one_line(article.title),
        "\n".join([*head, bounded(rest)]),
        home,
        before=len(head),
        minutes=article.minutes,
    )


def _head(article: OwnArticle) -> list[str]:
    """Return the title as a heading, unless the text begins with it."""
    begins_with_it = article.text.lstrip().startswith("#") and first_heading(article.text[:4096]) == article.title
    return [] if begins_with_it else [f"# {escaped(one_line(article.title))}", ""]


def _there(links: Iterable[Link], library: Library) -> list[Link]:
    """Return those of the links that lead somewhere."""
    found = []
    for link in links:
        with suppress(KeyError, ContentError):
            title_of(link, library)
            found.append(link)
    return found
