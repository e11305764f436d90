"""What other places take from the answers of worksheets: a pause its defaults and lines, Words its lines."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import chain, zip_longest

from companion.domain.drafting import PauseDefaults
from companion.domain.filling import Answers
from companion.domain.length import parse_length
from companion.domain.pause import DEFAULT_LENGTH
from companion.domain.worksheet import Where, Worksheet, newest, say_answer


def pause_defaults(worksheets: Iterable[Worksheet], answers: Iterable[Answers]) -> PauseDefaults:
    """Return the length and the place that kept answers give a pause; what is not said stays as it is without them."""
    kept, length, place = list(answers), None, ""
    for worksheet in worksheets:
        if worksheet.defaults_for is Where.PAUSE and (said := newest(worksheet, kept)):
            length = length or _length(said)
            place = place or " ".join(said.lines("place"))
    return PauseDefaults(length=length or DEFAULT_LENGTH, place=place)


def lines_shown_in(where: Where, worksheets: Iterable[Worksheet], answers: Iterable[Answers]) -> list[str]:
    """Return the lines that a place shows, one from each field in turn, so that no two alike follow."""
    kept, columns = list(answers), []
    for worksheet in worksheets:
        named = worksheet.shown_in.get(where, ())
        if named and (said := newest(worksheet, kept)):
            columns += [say_answer(worksheet.field(name), said) for name in named]
    return [line for line in chain.from_iterable(zip_longest(*columns)) if line]


def _length(answers: Answers) -> timedelta | None:
    """Return the length that was answered; one kept as it could not be read says nothing."""
    try:
        return parse_length(answers.answers.get("length", ""))
    except ValueError:
        return None
