"""What was marked in texts: highlights and bookmarks, text by text."""

from collections.abc import Iterable
from itertools import groupby

from companion.domain.bookmark import Bookmark
from companion.domain.content import Link
from companion.domain.highlight import Highlight

Mark = Highlight | Bookmark


def by_text(marks: Iterable[Mark]) -> dict[str, list[Mark]]:
    """Return the marks under the links of their texts, that marked last first; of each the oldest first."""
    found = sorted(marks, key=lambda mark: (mark.link, mark.made_at, mark.id))
    texts = {link: list(group) for link, group in groupby(found, key=lambda mark: mark.link)}
    return dict(sorted(texts.items(), key=lambda text: text[1][-1].made_at, reverse=True))


def text_link(mark: Mark) -> Link:
    """Return the way to the text of a mark, be it there or not."""
    folder, _, slug = mark.link.partition("/")
    return Link(folder, slug)
