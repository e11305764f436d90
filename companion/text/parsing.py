"""Markdown to the parser's tokens, a piece at a time, so that a long text can be shown before it is read to its end."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from companion.text.dialect import PARSER

_PIECE = 2000
"""Characters that are read at a time; about two screens."""
_LONGEST = 16 * _PIECE
"""Characters after which any single block is cut."""
_LONG = 4 * _PIECE
"""Characters after which one is cut that does not look different for it."""
_DEEPEST = 100
"""Brackets inside each other; the parser looks for the end of each, so what takes more is shown as it was typed."""
_BRACKET = re.compile(r"[\[\]]")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){1,999})\]", re.DOTALL)


class Piece(NamedTuple):
    """Some whole blocks of a text."""

    start: int
    """The source line that the tokens count from."""
    tokens: Sequence[Token]


class Parsing:
    """The pieces of one text, and what its parts know of each other: definitions of links and notes."""

    def __init__(self, text: str) -> None:
        """Take a text; nothing is read yet."""
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        self._lines = text.split("\n")
        self._known: dict[str, Any] = {}
        self._ahead: deque[Piece] = deque()
        self._unread = self._pieces()
        self._defined = {label for label, end in _labels(text) if text[end : end + 1] == ":"} if "]:" in text else set()
        """What may be defined somewhere; code can look like it."""

    @property
    def height(self) -> int:
        """How many source lines there are."""
        return len(self._lines)

    def __iter__(self) -> Iterator[Piece]:
        """Yield the pieces."""
        while piece := self._ahead.popleft() if self._ahead else next(self._unread, None):
            yield piece

    def inline(self, content: str) -> list[Token]:
        """Return the tokens of a paragraph; what it may refer to is read first, however far below it stands."""
        if self._defined and any(label in self._defined for label, _ in _labels(content)):
            self._defined = set()
            self._ahead.extend(self._unread)
        if _depth(content) > _DEEPEST:
            return [Token("text", "", 0, content=content)]
        tokens: list[Token] = []
        PARSER.inline.parse(content, PARSER, self._known, tokens)
        return tokens

    def _pieces(self) -> Iterator[Piece]:
        """Cut the text between two blocks that no list, quote or code holds.

        The last block of what was read may go on below, so it is read again with the next piece.
        """
        start, above = 0, list[str]()
        while start < self.height:
            want = _PIECE
            while True:
                end = self._end(start, want)
                tokens: list[Token] = []
                PARSER.block.parse("\n".join([*above, *self._lines[start:end]]), PARSER, self._known, tokens)
                if end == self.height:
                    yield Piece(start - len(above), tokens)
                    return
                cut = _last_block(tokens)
                if cut > 0 or want >= (_LONG if _bears_a_cut(tokens) else _LONGEST):
                    break
                want *= 4
            read = Piece(start - len(above), tokens)
            if cut > 0:
                yield Piece(read.start, tokens[:cut])
                start, above = read.start + _line(tokens[cut]), []
            else:
                read, start, above = self._cut(read, end, [*above, *self._lines[start : start + 2]])
                yield read

    def _cut(self, piece: Piece, end: int, first: list[str]) -> tuple[Piece, int, list[str]]:
        """Cut a block without end: a list before its last item, code and tables such that their first lines return.

        Returns:
            The piece, the line to go on with, and the lines to set above it.
        """
        tokens = piece.tokens
        match tokens[0].type if tokens else "":
            case "bullet_list_open" | "ordered_list_open":
                item = _last_item(tokens)
                if item > 1:
                    return Piece(piece.start, [*tokens[:item], tokens[-1]]), piece.start + _line(tokens[item]), []
            case "fence":
                return piece, end, first[:1]
            case "table_open":
                return piece, end, first[:2]
        return piece, end, []

    def _end(self, start: int, want: int) -> int:
        """Return the line before which so many characters stand."""
        size = 0
        for number in range(start, self.height):
            if size >= want:
                return number
            size += len(self._lines[number]) + 1
        return self.height


def _labels(text: str) -> Iterator[tuple[str, int]]:
    """Yield what stands in brackets, as it is compared, and where each ends."""
    return ((normalizeReference(found[1]), found.end()) for found in _LABEL.finditer(text))


def _depth(content: str) -> int:
    """Return how many brackets are open at most; 0 if there are few of them."""
    if content.count("[") <= _DEEPEST:
        return 0
    deepest = depth = 0
    for bracket in _BRACKET.findall(content):
        depth = depth + 1 if bracket == "[" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def _bears_a_cut(tokens: Sequence[Token]) -> bool:
    """Return whether a block can be cut such that nobody sees it, or hardly; the columns of a table would change."""
    match tokens[0].type if tokens else "":
        case "paragraph_open" | "fence":
            return True
        case "bullet_list_open" | "ordered_list_open":
            return _last_item(tokens) > 1
    return False


def _last_item(tokens: Sequence[Token]) -> int:
    """Return where the last item of a list begins."""
    return max(at for at, token in enumerate(tokens) if token.type == "list_item_open" and token.level == 1)


def _last_block(tokens: Sequence[Token]) -> int:
    """Return where the last block begins that lies in no other; 0 if there is but one."""
    return next((at for at in range(len(tokens) - 1, 0, -1) if not tokens[at].level and tokens[at].nesting >= 0), 0)


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0
