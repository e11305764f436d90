"""What a program can find wrong with the words of a text, each as a function from Markdown to the faults it has."""

import re
from collections.abc import Callable

from tests.shipped.forbidden import FORBIDDEN, GENDERED, GENDERED_NOUNS, PADDING, SLOGANS, VERDICTS
from tests.shipped.grade import grade_of, words
from tests.shipped.sentences import Kind, blocks, plain, sentences_of, unquoted

LONGEST = 25
LONGEST_MEAN = 15
HIGHEST_GRADE = 8.0
FEAR_LINE = "If you're afraid of them, skip this and see [Safety first](../../pages/safety-first.md)."
"""Evidence §11.5: stands wherever a text advises to talk, pause, listen, stay curious or see a counsellor."""
ADVISES = re.compile(
    r"\b(talk(s|ing)?|paus(e|es|ed|ing)|breaks?|listen(s|ed|ing|er)?|curious|counsell?(ing|ors?)|therap(y|ists?)"
    r"|check-ins?|ask(s|ed|ing)?|say|tell|sorry|apolog\w+)\b",
    re.IGNORECASE,
)
"""What sends somebody towards the other person, or both to a stranger."""
_TIMES = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}:\d\d\b")
_GROUPED = re.compile(r"(?<![\d.])\+?\d{1,5}(?:[ ()-]{1,2}\d{2,5})+\b|\b\d{6,}\b")
_SHORT = re.compile(r"(?<![\d,.])(?!20\d\d\b)\d{3,5}\b(?![,.]\d)")


def forbidden_words(text: str) -> list[str]:
    """Find words that no text says in its own voice."""
    return _found(FORBIDDEN, _own_voice(text))


def slogans(text: str) -> list[str]:
    """Find clichés and slogans, also in words to try."""
    return _found(SLOGANS, plain(text))


def verdicts(text: str) -> list[str]:
    """Find judgements of a person or a bond, and promises about the future."""
    return _found(VERDICTS, _own_voice(text))


def padding(text: str) -> list[str]:
    """Find words that fill a line."""
    return _found(PADDING, _own_voice(text))


def gendered(text: str) -> list[str]:
    """Find words that give anybody a gender."""
    return _found(GENDERED, plain(text)) + _found(GENDERED_NOUNS, plain(text))


def loud_marks(text: str) -> list[str]:
    """Find exclamation and percent marks."""
    return re.findall(r"[!%]", plain(text))


def long_sentences(text: str) -> list[str]:
    """Find sentences that are too long."""
    return [sentence for sentence in sentences_of(text) if len(words(sentence)) > LONGEST]


def mean_sentence(text: str) -> float:
    """Return how many words the sentences of the running prose have, one with another."""
    lengths = [len(words(sentence)) for sentence in sentences_of(text, Kind.PROSE)]
    return sum(lengths) / len(lengths)


def long_on_the_whole(text: str) -> list[str]:
    """Find out whether the sentences are too long one with another."""
    mean = mean_sentence(text)
    return [f"{mean:.1f} words a sentence"] if mean > LONGEST_MEAN else []


def hard_to_read(text: str) -> list[str]:
    """Find out whether the prose asks for too many years of school."""
    years = grade_of(sentences_of(text, Kind.PROSE))
    return [f"grade {years:.1f}"] if years > HIGHEST_GRADE else []


def how_many_words(text: str) -> int:
    """Return how many words a text has, headings included."""
    return sum(len(words(block.text)) for block in blocks(text))


def missing_fear_line(text: str) -> list[str]:
    """Find advice that could harm somebody who is afraid, if the fixed line for them is not there."""
    advice = ADVISES.search(_unlinked(text.replace(FEAR_LINE, "")))
    return [f"“{advice[0]}” without the fear line"] if advice and FEAR_LINE not in text else []


def missing_way_out(text: str) -> list[str]:
    """Find advice on a page that does not lead to Safety first; a page says that line in its own words."""
    advice = ADVISES.search(_unlinked(text))
    return [f"“{advice[0]}” without Safety first"] if advice and "(safety-first.md)" not in text else []


def missing_parts(text: str) -> list[str]:
    """Find what an article has to have and has not: a main point in bold at its start, one step, words to try."""
    parts = {"the main point in bold": r"\A\*\*[^*]+\*\*", "one step": r"^## Try this$", "words to try": r"^> "}
    return [part for part, pattern in parts.items() if not re.search(pattern, text, re.MULTILINE)]


def more_than_text(text: str) -> list[str]:
    """Find tables, pictures and HTML, which a narrow terminal shows badly."""
    return re.findall(r"^\s*(?:\||!\[|</?\w).*", text, re.MULTILINE)


def phone_numbers(text: str, known: set[str]) -> list[str]:
    """Find telephone numbers: groups of digits that look like one, and the short ones that help lines have."""
    untimed = _TIMES.sub(" ", text)
    return _GROUPED.findall(untimed) + [number for number in _SHORT.findall(untimed) if number in known]


def short_numbers(numbers: list[str]) -> set[str]:
    """Return the short numbers, such as those for an emergency, that stand in the numbers of help lines."""
    return {short for number in numbers for short in _SHORT.findall(_GROUPED.sub(" ", number))}


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found[0] for found in pattern.finditer(text)]


def _own_voice(text: str) -> str:
    """Return a text without what it quotes, be it to warn of it."""
    return unquoted(plain(text))


def _unlinked(text: str) -> str:
    return re.sub(r"\[[^\]]*\]\([^)]*\)", "", text)


FOR_EVERY_TEXT: tuple[Callable[[str], list[str]], ...] = (
    forbidden_words, slogans, verdicts, padding, gendered, loud_marks, long_sentences, long_on_the_whole, hard_to_read,
    more_than_text,
)  # fmt: skip
FOR_TITLES = FOR_EVERY_TEXT[:6]
"""What also holds for a title, a summary or a line of care."""
FOR_ARTICLES: tuple[Callable[[str], list[str]], ...] = (missing_fear_line, missing_parts)
