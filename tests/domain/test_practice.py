"""What is said of an exercise that was done before."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.practice import Practice, say_done

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def done(days_ago: int, before: int | None = None, after: int | None = None, slug: str = "long-sigh") -> Practice:
    at = NOON - timedelta(days=days_ago)
    return Practice(slug=slug, done_at=at, strength_before=before, strength_after=after)


@pytest.mark.parametrize(
    ("practices", "said"),
    [
        ([], ""),
        ([done(0, slug="five-things")], ""),
        ([done(0)], "Done once, today."),
        ([done(1), done(9)], "Done twice; the last time yesterday."),
        ([done(9), done(5), done(7)], "Done three times; the last time on 17 November."),
        ([done(400)], "Done once, on 18 October 2025."),
        ([done(2, 7, 4), done(3, 9, 9)], "Done twice; the last time on 20 November. It was 7 before and 4 after."),
        ([done(2, 7)], "Done once, on 20 November."),
        ([done(day) for day in range(12)], "Done 12 times; the last time today."),
    ],
)
def test_it_is_said_in_plain_words_how_often_and_how_it_was(practices: list[Practice], said: str) -> None:
    assert say_done(practices, "long-sigh", NOON) == said
