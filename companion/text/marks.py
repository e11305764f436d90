"""Where the marks of a text stand in it, and all marks as Markdown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from posixpath import basename
from typing import NamedTuple

from companion.catalogue import _
from companion.domain.bookmark import Bookmark
from companion.domain.highlight import Highlight
from companion.domain.marks import Mark, text_link
from companion.domain.own_article import plain_name
from companion.domain.times import local, say_day
from companion.storage.errors import ContentError
from companion.storage.library import Library
from companion.text.anchors import Running, Searched, locate_paragraph
from companion.text.blocks import Block
from companion.text.flow import Flow
from companion.text.plain import escaped_line, escaped_lines, one_line
from companion.text.spans import Span, Spot
from companion.text.whole import title_of
from companion.text.wholes import whole_of

TITLE = "Bookmarks and highlights"
GONE = _("the words it stood on are gone")
"""Said of a mark whose words are not in the text any more."""


class Placed(NamedTuple):
    """A mark and where it stands."""

    mark: Mark
    span: Span | None
    """None if its words are gone."""

    @property
    def highlight(self) -> Highlight | None:
        """The mark, if it is a highlight."""
        return self.mark if isinstance(self.mark, Highlight) else None


def placed(marks: Iterable[Mark], blocks: Sequence[Block]) -> list[Placed]:
    """Return the marks in the order of the text; those whose words are gone come last."""
    running = Running(blocks)
    text = Searched(running.text)
    found = [Placed(mark, _span(mark, running, text, blocks)) for mark in marks]
    return sorted(found, key=lambda each: (each.span is None, each.span or _NOWHERE, each.mark.made_at, each.mark.id))


_NOWHERE = Span(Spot(0, 0), Spot(0, 0))


def _span(mark: Mark, running: Running, text: Searched, blocks: Sequence[Block]) -> Span | None:
    if isinstance(mark, Bookmark):
        block = locate_paragraph(mark.words, blocks)
        return None if block is None else Span(Spot(block, 0), Spot(block, len(blocks[block].words)))
    place = text.locate(mark.quote)
    return None if place is None else running.span(*place)


def placed_in(marks: Sequence[Mark], library: Library) -> list[Placed]:
    """Return the marks of one text in its order; where the text itself is gone, so are they all."""
    try:
        whole = whole_of(text_link(marks[0]), library)
    except ContentError:
        return [Placed(mark, None) for mark in marks]
    return placed(marks, Flow(whole.text, whole.home).blocks)


def text_title(mark: Mark, library: Library) -> str:
    """Return what the text of a mark is called, be it there or not."""
    link = text_link(mark)
    with suppress(KeyError, ContentError):
        return one_line(title_of(link, library))
    return one_line(plain_name(basename(link.slug)))


def marks_markdown(texts: Mapping[str, Sequence[Mark]], library: Library) -> str:
    """Return marks as Markdown: a heading a text, highlights as quotes with note and day, bookmarks as a list.

    Args:
        texts: The marks under the links of their texts.
        library: What the texts are called.
    """
    lines = [f"# {TITLE}"]
    for marks in texts.values():
        lines += ["", f"## {escaped_line(text_title(marks[0], library))}"]
        found = [each.mark for each in placed_in(marks, library)]
        for mark in found:
            if isinstance(mark, Highlight):
                lines += _highlight(mark)
        bookmarks = [mark for mark in found if isinstance(mark, Bookmark)]
        if bookmarks:
            lines += ["", *(f"- {escaped_line(mark.words)} … ({_day(mark)})" for mark in bookmarks)]
    return "\n".join([*lines, ""])


def _highlight(mark: Highlight) -> Iterator[str]:
    yield ""
    yield from (f"> {line}" for line in escaped_lines(mark.words).splitlines())
    yield ""
    if mark.note.strip():
        yield from (escaped_lines(mark.note), "")
    yield f"*{_day(mark)}*"


def _day(mark: Mark) -> str:
    return say_day(local(mark.made_at).date())


def highlight_on(found: Iterable[Placed], span: Span) -> Highlight | None:
    """Return the highlight that a stretch lies in, the shortest if there are several; else one that it touches."""
    on = [
        (
            each.span.start <= span.start and span.end <= each.span.end,
            -len(each.highlight.words),
            number,
            each.highlight,
        )
        for number, each in enumerate(found)
        if each.highlight and each.span and each.span.start < span.end and span.start < each.span.end
    ]
    return max(on)[-1] if on else None
