"""The notes of a text: numbered as they are met, told at its end, with ways there and back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from markdown_it.token import Token

from companion.text.blocks import Block, Marks, Run, Way


class Notes:
    """What is known of the notes so far."""

    def __init__(self, end: int, marks: Marks) -> None:
        """Begin without notes.

        Args:
            end: The source line below the last one; the notes stand at those after it.
            marks: What stands for signs.
        """
        self._end = end
        self._marks = marks
        self._tokens: dict[str, Sequence[Token]] = {}
        self._numbers: dict[str, int] = {}
        self._in_order: list[str] = []
        self._met: dict[int, int] = {}  # the source line where each number stands first

    def __bool__(self) -> bool:
        """Whether there are notes."""
        return bool(self._tokens)

    def keep(self, name: str, tokens: Sequence[Token]) -> None:
        """Keep a note for the end; of two with one name the first counts."""
        self._tokens.setdefault(name, tokens)

    def number(self, name: str, line: int) -> Run:
        """Return a note's number as it stands in the text at a source line."""
        number = self._number(name)
        self._met.setdefault(number, line)
        return Run(f"[{number}]", way=Way(None, source=self._end + number))

    def _number(self, name: str) -> int:
        if name not in self._numbers:
            self._in_order.append(name)
            self._numbers[name] = len(self._in_order)
        return self._numbers[name]

    def said(self) -> Iterator[tuple[int, Sequence[Token]]]:
        """Yield each note with its number, those that one of the others speaks of too, then those nobody speaks of."""
        unmet = (name for name in list(self._tokens) if name not in self._numbers)
        for told in count():
            if told == len(self._in_order):
                name = next(unmet, None)
                if name is None:
                    return
                self._number(name)
            yield told + 1, self._tokens.get(self._in_order[told], ())

    def with_way_back(self, number: int, made: Sequence[Block]) -> Iterator[Block]:
        """Yield the blocks of a note, the last with the way back to where it is spoken of."""
        yield from made[:-1]
        for last in made[-1:]:
            if number in self._met and self._marks.back and not last.verbatim and not last.table:
                way = Run(self._marks.back, way=Way(None, source=self._met[number]))
                last = replace(last, runs=(*last.runs, way))
            yield last
