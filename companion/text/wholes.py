"""Any piece that a link leads to, as a text to read."""

from pathlib import Path

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.own_article import FOLDER as OWN
from companion.storage.errors import ContentError
from companion.storage.library import Library
from companion.storage.opened_files import FOLDER as FILE
from companion.text.own_whole import file_whole, own_whole
from companion.text.whole import Whole, article_whole, page_whole


def whole_of(link: Link, library: Library) -> Whole:
    """Return the article, the page, or the file of one's own that a link leads to.

    Raises:
        ContentError: if it is not there, or can't be read.
    """
    try:
        match link.folder:
            case "pages":
                return page_whole(library.pages[link.slug], library)
            case str(folder) if folder == OWN:
                return own_whole(library.own_articles.article(link.slug), library)
            case str(folder) if folder == FILE and library.opened:
                path, text = library.opened.read(link.slug)
                return file_whole(path, text, f"{FILE}/{link.slug}".rpartition("/")[0])
            case _:
                return article_whole(library.article(link.slug), library)
    except KeyError:
        raise ContentError(Path(str(link)), _("it is not there")) from None
