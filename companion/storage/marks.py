"""All that was marked in texts, and how a search finds it."""

from collections.abc import Iterator
from contextlib import suppress

from companion.domain.highlight import Highlight
from companion.domain.marks import Mark, text_link
from companion.domain.own_article import FOLDER as OWN
from companion.storage.library import Library
from companion.storage.search.document import Document, Kind
from companion.storage.store import Store


def all_marks(store: Store) -> list[Mark]:
    """Return highlights and bookmarks; none while they are locked."""
    return [*store.highlights, *store.bookmarks]


def find_mark(store: Store, mark_id: str) -> Mark | None:
    """Return the mark with that id, if it is kept."""
    return store.highlights.get(mark_id) or store.bookmarks.get(mark_id)


def keep_mark(store: Store, mark: Mark) -> None:
    """Keep a mark, or bring it back.

    Raises:
        StoreError: if it did not reach the disk.
    """
    if isinstance(mark, Highlight):
        store.highlights.keep(mark)
    else:
        store.bookmarks.keep(mark)


def forget_mark(store: Store, mark: Mark) -> Mark | None:
    """Take a mark away and return it, so that it can be kept again; None if it is gone already.

    Raises:
        StoreError: if that did not reach the disk.
    """
    if isinstance(mark, Highlight):
        return store.highlights.forget(mark.id)
    return store.bookmarks.forget(mark.id)


def mark_documents(store: Store, library: Library) -> Iterator[Document]:
    """Yield the highlights with their notes; what leads to texts that are gone is left out."""
    for highlight in store.highlights:
        link = text_link(highlight)
        title = ""
        with suppress(KeyError):
            title = (library.own_articles.heads if link.folder == OWN else library.articles)[link.slug].title
        if title:
            text = "\n\n".join(filter(None, (highlight.note, highlight.words)))
            yield Document(kind=Kind.NOTE, link=link, id=highlight.id, title=title, text=text)
