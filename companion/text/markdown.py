"""Markdown to blocks, a piece at a time, so that a long text can be shown before it is read to its end.

Importing this module imports the parser (25 ms): not before the first text is shown.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from companion.text.blocks import Block, Look, Marks, Run, Way
from companion.text.links import link_of
from companion.text.plain import drawable

_PIECE = 2000
"""Characters after which a piece may end; about two screens."""
_FENCES = ("```", "~~~")
_LISTED = tuple(" \t-*+>0123456789")
"""What a line may begin with that goes on with a list, a quote or code."""
_BLANKS = re.compile(r"[ \t]+")

_PARSER = MarkdownIt("commonmark", {"html": False})


def blocks(text: str, home: str = "", marks: Marks | None = None) -> Iterator[Block]:
    """Yield the blocks of a text.

    Args:
        text: CommonMark. HTML is shown as it was typed.
        home: The folder it lies in, seen from the library's root; relative links start there.
        marks: What stands for bullets, quotes and rules.
    """
    for start, piece in pieces(text.replace("\r\n", "\n").replace("\r", "\n")):
        yield from _Builder(start, home, marks or Marks()).build(_PARSER.parse(piece))


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text where a new paragraph begins outside lists, quotes and code, with the lines before each."""
    start, size, fenced, may_end = 0, 0, False, False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if size >= _PIECE and may_end and line.strip() and not line.startswith(_LISTED):
            yield start, "\n".join(lines[start:number])
            start, size = number, 0
        if line.lstrip().startswith(_FENCES):
            fenced = not fenced
        may_end = not fenced and not line.strip() and not (number and lines[number - 1].startswith("#"))
        size += len(line) + 1
    yield start, "\n".join(lines[start:])


class _Builder:
    """Walks over the parser's tokens and remembers which lists and quotes are open."""

    def __init__(self, start: int, home: str, marks: Marks) -> None:
        self._start = start
        self._home = home
        self._marks = marks
        self._open: list[list[str]] = []  # for each list item and quote: before its first line, before others
        self._gap_depth = 0  # how many of those were open all the time since the last block
        self._lists = 0
        self._list_begins = False
        self._heading = 0
        self._after_heading = False

    def build(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Yield the blocks of the tokens."""
        for at, token in enumerate(tokens):
            match token.type:
                case "inline":
                    yield self._block(token, tokens[at - 1].hidden, self._runs(token.children or ()))
                case "fence" | "code_block":
                    yield from self._code(token)
                case "hr" if self._marks.rule:
                    yield self._block(token, False, (Run(self._marks.rule, Look.MARK),))
                case "heading_open":
                    self._heading = int(token.tag[1])
                case "heading_close":
                    self._after_heading, self._heading = self._heading > 1, 0
                case "bullet_list_open" | "ordered_list_open":
                    self._list_begins = self._list_begins or self._lists == 0
                    self._lists += 1
                case "bullet_list_close" | "ordered_list_close":
                    self._lists -= 1
                case "list_item_open":
                    mark = f"{token.info}. " if token.info else self._marks.bullet
                    self._open.append([mark, " " * len(mark)])
                case "blockquote_open":
                    self._open.append([self._marks.quote, self._marks.quote])
                case "list_item_close" | "blockquote_close":
                    self._open.pop()
                    self._gap_depth = min(self._gap_depth, len(self._open))

    def _block(
        self, token: Token, hidden: bool, runs: tuple[Run, ...], after: int = 0, verbatim: bool = False
    ) -> Block:
        """Make a block and note what stands between it and the next."""
        tight = after > 0 or self._after_heading or (hidden and not self._list_begins)
        gap = None if tight else "".join(rest for _, rest in self._open[: self._gap_depth]).rstrip()
        first = "".join(first for first, _ in self._open)
        rest = "".join(rest for _, rest in self._open)
        for each in self._open:
            each[0] = each[1]
        self._gap_depth = len(self._open)
        self._list_begins = self._after_heading = False
        line = self._start + (token.map[0] if token.map else 0) + after
        return Block(line, runs, first, rest, gap, verbatim)

    def _code(self, token: Token) -> Iterator[Block]:
        for number, line in enumerate(token.content.rstrip("\n").split("\n")):
            yield self._block(token, False, (Run(drawable(line), Look.CODE),), after=number, verbatim=True)

    def _runs(self, children: Sequence[Token]) -> tuple[Run, ...]:
        """Return the runs of a paragraph or heading."""
        runs: list[Run] = []
        looks = [Look.HEADING if self._heading else Look.PLAIN]
        way, outside = None, ""
        for token in children:
            match token.type:
                case "strong_open":
                    looks.append(looks[-1] | Look.STRONG)
                case "em_open":
                    looks.append(looks[-1] | Look.EMPHASIS)
                case "strong_close" | "em_close":
                    looks.pop()
                case "link_open":
                    address = str(token.attrGet("href") or "")
                    link = link_of(address, self._home)
                    way, outside = (Way(link), "") if link else (None, address)
                case "link_close":
                    if outside and runs and runs[-1].text != outside:
                        runs.append(Run(f" ({drawable(outside)})", looks[-1]))
                    way, outside = None, ""
                case "softbreak" | "hardbreak":
                    runs.append(Run("\n" if token.type == "hardbreak" else " ", looks[-1], way))
                case _:
                    look = looks[-1] | (Look.CODE if token.type == "code_inline" else Look.PLAIN)
                    runs.append(Run(drawable(token.content), look, way))
        return tuple(_single_blanks(runs))


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
