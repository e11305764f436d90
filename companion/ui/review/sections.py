"""The page's sections, one under the other, for a width."""

from companion.domain.review.look_back import Review
from companion.domain.review.sentences import (
    NOTE,
    say_days,
    say_kinds,
    say_promises,
    say_range,
    say_strength,
)
from companion.ui.review.calendar import LABELS, calendar_lines, legend, shown
from companion.ui.review.columns import fit
from companion.ui.review.kinds import kinds_lines
from companion.ui.review.line import Line, sentence
from companion.ui.review.strength import strength_lines

MEASURE = 72
"""Sentences are no wider than this, in cells."""

_BEGIN = "To begin: 5 goes to the log; type a line, then enter. Or 1, then o, for an ordinary day."


def page_lines(review: Review, width: int) -> list[Line]:
    """Return all lines of the page, a blank one between its sections."""
    measure = min(MEASURE, width)
    begin = [sentence(_BEGIN, measure)] if review.calendar.missing else []
    sections = [
        *begin,
        [_heading("Days"), *_days(review, width)],
        [_heading("Kinds per week"), *_kinds(review, width)],
        [_heading("Strength over time"), *_strength(review, width)],
        [_heading("Promises"), *_promises(review, width)],
        sentence(NOTE, measure),
    ]
    return [line for section in sections for line in (*section, [])][:-1]


def _heading(text: str) -> Line:
    return [(text, "heading")]


def _days(review: Review, width: int) -> list[Line]:
    said = sentence(say_days(review.calendar), min(MEASURE, width))
    if review.calendar.missing:
        return [*said, *legend(width)]
    columns = fit(review.period.mondays, width - 2 * LABELS)
    return [
        *said,
        *calendar_lines(review.calendar, columns),
        *legend(width),
        *sentence(shown(review.period, columns), width, "quiet"),
    ]


def _kinds(review: Review, width: int) -> list[Line]:
    if review.kinds.missing:
        return sentence(say_kinds(review.kinds), min(MEASURE, width))
    return kinds_lines(review.kinds, review.period, width)


def _strength(review: Review, width: int) -> list[Line]:
    said = sentence(say_strength(review.strength), min(MEASURE, width))
    if review.strength.missing:
        return said
    columns = fit(review.period.mondays, width - 2 * LABELS)
    return [*said, *strength_lines(review.strength, review.period, columns, width)]


def _promises(review: Review, width: int) -> list[Line]:
    measure = min(MEASURE, width)
    said = sentence(say_promises(review.promises), measure)
    return said if review.promises.missing else [*said, *sentence(say_range(), measure, "quiet")]
