"""Selecting words of a text with keys: by sentence, word, character and paragraph."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from companion.text.anchors import Running
from companion.text.blocks import Block
from companion.text.spans import Span, Spot

_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)\]]*\s+(?![a-z])|[。！？]+")
_WORD = re.compile(r"\S+")
_JOINS = "\u200d\ufe0e\ufe0f"
"""What belongs to the character before it."""


class By(StrEnum):
    """How far one step goes."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"


def first_block(blocks: Sequence[Block], before: int) -> int:
    """Return the number of the block with which a text proper begins: behind so many source lines, and its title."""
    return next((number for number, block in enumerate(blocks) if block.line >= before and block.heading != 1), 0)


class Selecting:
    """A selection: its two ends, of which one moves. It never grows empty."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Take the blocks of a text, in which something must be written."""
        self._blocks = blocks
        self.running = Running(blocks)
        self.start = self.end = 0
        """Characters of the running text before each end."""
        self.moves_start = False
        """Whether the steps move the start; else they move the end."""

    @property
    def span(self) -> Span:
        """What is selected."""
        return self.running.span(self.start, self.end)

    @property
    def words(self) -> str:
        """The words that are selected."""
        return self.running.text[self.start : self.end]

    @property
    def moving(self) -> Spot:
        """The end that moves."""
        return self.running.spot(self.start if self.moves_start else max(self.start, self.end - 1))

    # -- taking

    def take(self, start: int, end: int) -> None:
        """Select what lies between two places, whichever comes first, without the blanks at its edges."""
        start, end = sorted((start, end))
        text = self.running.text
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            self.start, self.end = start, end

    def take_sentence(self, at: int) -> None:
        """Select the sentence in which a place lies; between two, the one that follows, else the one before."""
        self._take_new(*self._sentence(self._word_from(at)))

    def take_first_below(self, at: int) -> None:
        """Select the first sentence that begins at a place or after it."""
        start, end = self._sentence(self._word_from(at))
        self._take_new(start, end)
        if start < at:
            self.next_sentence(1)

    def next_sentence(self, step: int) -> None:
        """Select the sentence after what is selected (1), or the one before it (-1), if there is one."""
        at = self._word_from(self.end) if step > 0 else self._word_before(self.start)
        self._take_new(*self._sentence(at))

    def whole_sentences(self) -> None:
        """Grow to whole sentences."""
        self.take(self._sentence(self.start)[0], self._sentence(self.end - 1)[1])

    def whole_paragraphs(self) -> None:
        """Grow to whole paragraphs; from whole ones, by the next."""
        start, end = self.running.block_at(self.start)[0], self.running.block_at(self.end - 1)[1]
        if (start, end) == (self.start, self.end):
            end = self.running.block_at(self._word_from(self.end))[1]
        self.take(start, end)

    def _take_new(self, start: int, end: int) -> None:
        self.moves_start = False
        self.take(start, end)

    # -- moving one end

    def step(self, by: By, step: int) -> None:
        """Move the end that moves, back (-1) or on (1); it never reaches the other one."""
        at = self.start if self.moves_start else self.end
        at = {By.CHARACTER: self._character, By.WORD: self._word, By.SENTENCE: self._to_sentence}[by](at, step)
        if self.moves_start and at < self.end:
            self.start = at
        elif not self.moves_start and at > self.start:
            self.end = at

    def _character(self, at: int, step: int) -> int:
        text = self.running.text
        at = min(max(0, at + step), len(text))
        while 0 < at < len(text) and (unicodedata.combining(text[at]) or {text[at], text[at - 1]} & {*_JOINS}):
            at += step
        return at

    def _word(self, at: int, step: int) -> int:
        """Return the next edge of a word: its end where the end moves, its beginning where the start does."""
        grows = (step < 0) is self.moves_start
        return self._skip(self._skip(at, step, blanks=grows), step, blanks=not grows)

    def _skip(self, at: int, step: int, *, blanks: bool) -> int:
        """Return where the blanks end, or the word, on which a place borders."""
        text, beside = self.running.text, min(0, step)
        while 0 <= at + beside < len(text) and text[at + beside].isspace() is blanks:
            at += step
        return at

    def _to_sentence(self, at: int, step: int) -> int:
        if self.moves_start:
            return self._sentence(self._word_from(self._sentence(at)[1]) if step > 0 else self._word_before(at))[0]
        if step > 0:
            return self._sentence(self._word_from(at))[1]
        return self._sentence(self._word_before(self._sentence(at - 1)[0]))[1]

    # -- where words and sentences stand

    def _word_from(self, at: int) -> int:
        """Return where the next word stands from a place on; without one, where the last one stands."""
        following = _WORD.search(self.running.text, at)
        return following.start() if following else self._word_before(len(self.running.text))

    def _word_before(self, at: int) -> int:
        """Return the last character before a place that is no blank; without one, the first."""
        text, before = self.running.text, at - 1
        while before >= 0 and text[before].isspace():
            before -= 1
        return before if before >= 0 else self._first

    @property
    def _first(self) -> int:
        first = _WORD.search(self.running.text)
        return first.start() if first else 0

    def _sentence(self, at: int) -> tuple[int, int]:
        """Return from where to where the sentence goes in which a character stands; it lies in one block."""
        text = self.running.text
        start, end = self.running.block_at(at)
        for match in _SENTENCE_END.finditer(text, start, end):
            if match.end() <= at:
                start = match.end()
            else:
                return start, start + len(text[start : match.end()].rstrip())
        return start, end
