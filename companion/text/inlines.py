"""The words of a paragraph, a heading or a cell: the parser's tokens to runs."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from markdown_it.token import Token

from companion.catalogue import _
from companion.domain.own_article import FOLDER as OWN
from companion.text.blocks import Look, Marks, Run, Way
from companion.text.breaks import needs_no_blank
from companion.text.links import link_of
from companion.text.plain import drawable, measurable

_BLANKS = re.compile(r"[ \t]+")
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""What is not drawn but steers how lines break and which way letters run."""
_LOOKS = {"strong": Look.STRONG, "em": Look.EMPHASIS, "s": Look.STRUCK}


class Inlines:
    """Makes runs of tokens."""

    def __init__(self, home: str, marks: Marks, note: Callable[[str], Run]) -> None:
        """Take what is the same for a whole text.

        Args:
            home: The folder it lies in, seen from the library's root.
            marks: What stands for signs.
            note: Returns the number of a note by the note's name.
        """
        self._home = home
        self._marks = marks
        self._note = note

    def runs(self, tokens: Sequence[Token], look: Look = Look.PLAIN) -> tuple[Run, ...]:
        """Return the runs of a paragraph."""
        return tuple(_single_blanks(_cleaned(self._raw(tokens, look))))

    def _raw(self, tokens: Sequence[Token], look: Look) -> Iterator[Run]:
        looks = [look]
        way: Way | None = None
        linked, printed = "", set[str]()
        for at, token in enumerate(tokens):
            kind, _, edge = token.type.rpartition("_")
            if kind in _LOOKS:
                looks[:] = [*looks, looks[-1] | _LOOKS[kind]] if edge == "open" else looks[:-1]
                continue
            match token.type:
                case "link_open":
                    address = str(token.attrGet("href") or "")
                    way, linked = Way(link_of(address, self._home), address), ""
                case "link_close" if way:
                    if way.address not in printed:  # once in a paragraph is enough
                        yield from self._after(way, linked, looks[-1], is_bare=token.info == "auto")
                    printed.add(way.address)
                    way = None
                case "softbreak":
                    yield Run("" if _is_within_cjk(tokens, at) else " ", looks[-1], way)
                case "note_number":
                    yield self._note(str(token.meta["name"]))._replace(look=looks[-1])
                case _:
                    run = Run(_said(token), looks[-1] | (Look.CODE if token.type == "code_inline" else 0), way)
                    linked += run.text
                    yield run

    def _after(self, way: Way, words: str, look: Look, *, is_bare: bool) -> Iterator[Run]:
        """Yield what is printed after a link: the address outside, or the name to read a piece by."""
        if way.link:
            if self._marks.names_links and way.link.slug:
                yield Run(f" [{way.link if way.link.folder == OWN else way.link.slug}]", look)
        elif way.address and not is_bare and way.address != words and not way.address.startswith("#"):
            yield Run(f" ({way.address})" if words else way.address, look)


def _said(token: Token) -> str:
    """Return the words of a token that holds no others, or those that stand for a picture."""
    match token.type:
        case "hardbreak":
            return "\n"
        case "image":
            alt = " ".join("".join(map(_alt, token.children or ())).split())
            return _("[image: {alt}]", alt=alt) if alt else "[image]"
        case _:
            return token.content


def _alt(token: Token) -> str:
    if token.type == "image":
        return "".join(map(_alt, token.children or ()))
    return " " if token.type.endswith("break") else token.content


def _is_within_cjk(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the line broken there goes on with a Chinese or Japanese character after another."""
    before = next((tokens[each].content[-1] for each in range(at - 1, -1, -1) if tokens[each].content), "")
    after = next((tokens[each].content[0] for each in range(at + 1, len(tokens)) if tokens[each].content), "")
    return needs_no_blank(before, after)


def cleaned_line(text: str) -> str:
    """Return a line of code as it is drawn: its blanks kept, tabs as blanks."""
    return text if text.isprintable() else drawable(measurable(_UNSEEN.sub("", text.expandtabs(4))))


def _cleaned(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs without what would steer the terminal; joiners see their neighbours in other runs."""
    found = list(runs)
    whole = "".join(run.text for run in found)
    if whole.isprintable():
        yield from found
        return
    found = [run._replace(text=measurable(_UNSEEN.sub("", run.text))) for run in found]
    whole = drawable("".join(run.text for run in found))
    at = 0
    for run in found:
        yield run._replace(text=whole[at : at + len(run.text)])
        at += len(run.text)


def _single_blanks(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs that are not empty, no blank after another, so that words stand where their line says."""
    before = "\n"
    for run in runs:
        text = _BLANKS.sub(" ", run.text)
        if before in " \n":
            text = text.lstrip(" ")
        if text:
            before = text[-1]
            yield run._replace(text=text)
