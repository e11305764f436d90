"""What the message check counts: words, questions, capitals."""

from collections.abc import Iterator, Mapping

from companion.domain.levelled_words import ASKING, SENTENCE_ENDS, Span, Words
from companion.domain.message_rule import Measure

_SHOUTED, _ACRONYM = "SHOUTED", "ACRONYM"
"""Lists of the rules: words that shout alone in capitals, and words that are written in them."""


def measured(measure: Measure, most: int, text: str, words: Words, lists: Mapping[str, str]) -> Iterator[Span]:
    """Yield where a text has more of something than is fine."""
    match measure:
        case Measure.WORDS:
            yield from _words_over(text, most)
        case Measure.QUESTIONS:
            yield from _questions(words, most)
        case Measure.CAPITALS:
            yield from _capitals(text, words, most, lists)


def _words_over(text: str, most: int) -> Iterator[Span]:
    """Yield what comes after the last word that is fine."""
    pieces = text.split(maxsplit=most)
    if len(pieces) > most:
        yield text.rindex(pieces[-1]), len(text.rstrip())


def _questions(words: Words, most: int) -> Iterator[Span]:
    """Yield the stretch from the first sentence that asks to the last."""
    asked = [at for at, word in enumerate(words.words) if word in ASKING]
    if len(asked) > most:
        first = asked[0]
        while words.words[first - 1] not in SENTENCE_ENDS:
            first -= 1
        yield words.starts[first], words.ends[asked[-1]]


def _capitals(text: str, words: Words, most: int, lists: Mapping[str, str]) -> Iterator[Span]:
    """Yield runs of words in capitals, if one of them shouts alone or if there are more than is fine."""
    if text == text.lower():
        return
    shouted, acronyms = (frozenset(lists.get(name, "").split()) for name in (_SHOUTED, _ACRONYM))
    run: list[Span] = []
    loud = 0
    for word, start, end in (*zip(*words, strict=True), ("", len(text), len(text))):
        said = text[start:end]
        if said.isupper() and word not in acronyms:
            if not run or run[-1][0] != start:
                loud += 0 if len(said) == 1 else most + 1 if word in shouted else 1
                run.append((start, end))
        elif said[:1].isalnum() or not said:
            if loud > most:
                yield run[0][0], run[-1][1]
            run, loud = [], 0
