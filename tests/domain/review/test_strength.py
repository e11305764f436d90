"""Strength: the moving average against numpy's, and the context notes that lie over it."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given

from companion.domain.context_note import ContextNote
from companion.domain.entry import Entry
from companion.domain.review.period import Period
from companion.domain.review.sentences import say_spans, say_strength
from companion.domain.review.spans import ContextSpan, context_spans
from companion.domain.times import local
from tests.domain.review.logs import LOGS, YEAR, entry, review


@given(LOGS)
def test_the_moving_average_is_that_of_a_window_over_all_days(log: list[Entry]) -> None:
    found = review(log)
    noted = [each for each in found.seen.entries if each.strength is not None]
    first = YEAR.since - timedelta(days=60)
    days = np.full((500, len(noted)), np.nan)
    for place, each in enumerate(noted):
        days[(local(each.at).date() - first).days, place] = each.strength or 0
    means = np.array([np.nanmean(row) if np.isfinite(row).any() else np.nan for row in days])
    for point in found.strength.points:
        place = (point.day - first).days
        assert point.mean == pytest.approx(means[place])
        assert point.average == pytest.approx(np.nanmean(means[place - 27 : place + 1]))
    inside = means[60 : 60 + YEAR.days]
    assert len(found.strength.points) == int(np.isfinite(inside).sum())
    if not found.strength.missing:
        expected = [np.nanmean(inside), np.nanmin(inside), np.nanmax(inside)]
        assert [found.strength.mean, found.strength.lowest, found.strength.highest] == pytest.approx(expected)


def test_it_is_said_from_five_entries_on() -> None:
    log = [entry(day, strength=day) for day in range(5)]
    assert say_strength(review(log).strength) == (
        "By day it went from 0 to 4 of 10, with a mean of 2.0: 5 days, 5 entries with a strength."
    )
    assert say_strength(review(log[:4]).strength).endswith("there are 4 so far, 1 is missing.")


NEWBORN = ContextNote(what="newborn", since=date(2025, 12, 1), until=date(2026, 2, 1))
EXAMS = ContextNote(what="exams", since=date(2026, 6, 3))


def test_notes_lie_over_the_period_as_far_as_they_reach() -> None:
    assert context_spans([EXAMS, NEWBORN], YEAR, date(2026, 7, 1)) == (
        ContextSpan(what="newborn", since=date(2026, 1, 1), until=date(2026, 2, 1), is_open=False),
        ContextSpan(what="exams", since=date(2026, 6, 3), until=date(2026, 7, 1), is_open=True),
    )


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_note_at_the_edge_is_in_from_its_first_day_on(days: int) -> None:
    until = EXAMS.since + timedelta(days=days)
    spans = context_spans([EXAMS], Period(date(2026, 1, 1), until), date(2026, 12, 1))
    assert bool(spans) == (days >= 0)


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_note_at_the_edge_is_in_up_to_its_last_day(days: int) -> None:
    since = date(2026, 2, 1) + timedelta(days=days)
    assert bool(context_spans([NEWBORN], Period(since, date(2026, 12, 31)), date(2026, 12, 31))) == (days <= 0)


def test_what_went_on_is_said_with_its_days() -> None:
    spans = context_spans([EXAMS, NEWBORN], YEAR, date(2026, 7, 1))
    assert say_spans(spans) == ("Meanwhile: newborn, 1 January 2026 to 1 February 2026; exams, 3 June 2026 to now.")
    assert say_spans(()) == ""
