"""Markdown to blocks, as far as somebody asks.

Importing this module imports the parser (25 ms): not before the first text is shown.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it.token import Token

from companion.text.blocks import Block, Look, Marks, Run
from companion.text.inlines import Inlines, cleaned_line
from companion.text.notes import Notes
from companion.text.parsing import Parsing
from companion.text.tables import row_of, table_of

_TASK = re.compile(r"\[([ xX])\]\s+(?=\S)")
_HEADINGS = (
    Look.HEADING | Look.STRONG | Look.TITLE,
    Look.HEADING | Look.STRONG,
    Look.HEADING | Look.STRONG | Look.EMPHASIS,
    Look.HEADING | Look.EMPHASIS,
)
"""How each level stands out; the lowest are alike."""


def blocks(text: str, home: str = "", marks: Marks | None = None) -> Iterator[Block]:
    """Yield the blocks of a text; its notes come last.

    Args:
        text: Markdown. HTML is shown as it was typed.
        home: The folder it lies in, seen from the library's root; relative links start there.
        marks: What stands for bullets, quotes and rules.
    """
    yield from _Builder(Parsing(text), home, marks or Marks()).build()


class _Builder:
    """Walks over the parser's tokens and remembers which lists and quotes are open."""

    def __init__(self, parsing: Parsing, home: str, marks: Marks) -> None:
        self._parsing = parsing
        self._marks = marks
        self._notes = Notes(parsing.height, marks)
        self._inlines = Inlines(home, marks, self._note_number)
        self._start = 0  # the source line that the tokens count from
        self._line = 0  # the source line of the last block; none goes back behind it
        self._said_at = 0  # the source line of the words that are read
        self._open: list[list[str]] = []  # for each list item and quote: before its first line, before others
        self._gap_depth = 0  # how many of those were open all the time since the last block
        self._lists = 0
        self._list_begins = False
        self._is_tight = False  # whether the next block follows the last without a line between
        self._heading = 0
        self._term = Look.PLAIN
        self._is_in_notes = False  # where all blocks of a note stand at one source line

    def build(self) -> Iterator[Block]:
        """Yield the blocks."""
        for piece in self._parsing:
            self._start = piece.start
            yield from self._blocks(piece.tokens)
        self._is_in_notes = True
        self._start = self._parsing.height
        if self._notes:
            yield from self._rule()
        for number, tokens in self._notes.said():
            self._start = self._parsing.height + number
            self._enter(f"{number}. ")
            made = list(self._blocks(tokens))
            self._leave()
            yield from self._notes.with_way_back(number, made)

    def _blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            match token.type:
                case "inline":
                    yield self._paragraph(token, is_tight=tokens[at - 1].hidden)
                case "fence" | "code_block":
                    yield from self._code(token)
                case "html_block":
                    yield self._block(token, self._inlines.runs(_typed(token.content)))
                case "hr":
                    yield from self._rule(token)
                case "table_open":
                    end = _closing(tokens, at)
                    yield from self._table(tokens[at:end])
                    at = end
                case "note_open":
                    end = _closing(tokens, at)
                    self._keep_notes(tokens[at : end + 1])
                    at = end
                case _:
                    yield from self._structure(token)
            at += 1

    def _structure(self, token: Token) -> Iterator[Block]:
        """Note what begins or ends; an item that ends without words is a block all the same."""
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1])
            case "heading_close":
                self._is_tight, self._heading = self._heading > 1, 0
            case "bullet_list_open" | "ordered_list_open":
                self._list_begins = self._list_begins or self._lists == 0
                self._lists += 1
            case "bullet_list_close" | "ordered_list_close":
                self._lists -= 1
            case "list_item_open":
                self._line = self._line_of(token)
                self._enter(f"{token.info}. " if token.info else self._marks.bullet)
            case "blockquote_open":
                self._enter(self._marks.quote, self._marks.quote)
            case "term_open" | "term_close":
                self._term = Look.STRONG if token.nesting > 0 else Look.PLAIN
            case "meaning_open":
                self._is_tight = bool(token.meta["is_tight"])
                self._enter(self._marks.meaning)
            case "list_item_close":
                if self._open[-1][0] != self._open[-1][1]:
                    yield self._block(None, (), is_tight=True)
                self._leave()
            case "blockquote_close" | "meaning_close":
                self._leave()

    def _enter(self, first: str, rest: str | None = None) -> None:
        self._open.append([first, " " * len(first) if rest is None else rest])

    def _leave(self) -> None:
        self._open.pop()
        self._gap_depth = min(self._gap_depth, len(self._open))

    def _block(self, token: Token | None, runs: tuple[Run, ...], *, is_tight: bool = False, after: int = 0) -> Block:
        """Make a block and note what stands between it and the next."""
        is_tight = after > 0 or self._is_tight or (is_tight and not self._list_begins)
        gap = None if is_tight else "".join(rest for _, rest in self._open[: self._gap_depth]).rstrip()
        first = "".join(first for first, _ in self._open)
        rest = "".join(rest for _, rest in self._open)
        for each in self._open:
            each[0] = each[1]
        self._gap_depth = len(self._open)
        self._list_begins = self._is_tight = False
        self._line = self._line_of(token, after)
        return Block(self._line, runs, first, rest, gap, heading=self._heading)

    def _line_of(self, token: Token | None, after: int = 0) -> int:
        """Return the source line that a block begins on."""
        below = token.map[0] + after if token and token.map and not self._is_in_notes else 0
        return max(self._line, self._start + below)

    def _paragraph(self, token: Token, *, is_tight: bool) -> Block:
        self._said_at = self._line_of(token)
        content = token.content
        task = _TASK.match(content) if self._open and self._open[-1][0] != self._open[-1][1] else None
        if task and self._lists:
            mark = self._marks.to_do if task[1] == " " else self._marks.done
            bullet = self._open[-1][0]
            first = mark if bullet == self._marks.bullet and not self._marks.is_spoken else bullet + mark
            self._open[-1] = [first, " " * len(first)]
            content = content[task.end() :]
        look = _HEADINGS[min(self._heading, len(_HEADINGS)) - 1] if self._heading else self._term
        return self._block(token, self._inlines.runs(self._parsing.inline(content), look), is_tight=is_tight)

    def _code(self, token: Token) -> Iterator[Block]:
        self._enter(self._marks.code)
        for number, line in enumerate(token.content.rstrip("\n").split("\n")):
            runs = (Run(cleaned_line(line), Look.CODE),)
            yield replace(self._block(token, runs, after=number), verbatim=True)
        self._leave()

    def _rule(self, token: Token | None = None) -> Iterator[Block]:
        if self._marks.rule:
            yield self._block(token, (Run(self._marks.rule, Look.MARK),))

    def _table(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Yield a block for each row."""
        rows: list[tuple[Token, list[tuple[Run, ...]]]] = []
        aligns: list[str] = []
        for token in tokens:
            match token.type:
                case "tr_open":
                    self._said_at = self._line_of(token)
                    rows.append((token, []))
                case "th_open":
                    aligns.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
                case "inline":
                    look = Look.PLAIN if len(rows) > 1 else Look.STRONG
                    rows[-1][1].append(self._inlines.runs(self._parsing.inline(token.content), look))
        table = table_of([cells for _, cells in rows], aligns, is_spoken=self._marks.is_spoken)
        columns = zip(*(cells for _, cells in rows[1:]), strict=True)
        heads_are_said = table.is_spoken and len(rows) > 1 and all(map(any, columns))  # before each cell
        for number, (token, cells) in enumerate(rows):
            if number == 0 and heads_are_said:
                continue
            made = self._block(token, row_of(cells), is_tight=number > 0)
            yield replace(made, table=table, is_head=number == 0)

    def _keep_notes(self, tokens: Sequence[Token]) -> None:
        """Keep a note for the end, and those inside it."""
        for at, token in enumerate(tokens):
            if token.type == "note_open":
                self._notes.keep(str(token.meta["name"]), tokens[at + 1 : _closing(tokens, at)])

    def _note_number(self, name: str) -> Run:
        """Return what stands in the text for a note, with the way there."""
        return self._notes.number(name, self._said_at)


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Return where what begins there ends."""
    level = tokens[at].level
    return next(end for end in range(at + 1, len(tokens)) if tokens[end].level == level and tokens[end].nesting < 0)


def _typed(text: str) -> list[Token]:
    """Return lines that are shown as they were typed."""
    lines = text.strip("\n").split("\n")
    return [Token("text" if line else "hardbreak", "", 0, content=line) for each in lines for line in (each, "")][:-1]
