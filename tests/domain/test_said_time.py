"""Whether the words before a pause give the time to be back."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.said_time import say_time_missing

NOW = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)  # 20:00 in Berlin
DUE = NOW + timedelta(minutes=20)


@pytest.mark.parametrize(
    "words",
    [
        "Back at 20:20.", "I'll be there at 8.20", "8:20pm", "20:20, and tea at 21:00", "till 8:20 PM then",
        "Back at 20:20 on Tue 24 Nov.",
    ],
)  # fmt: skip
def test_words_with_the_time_of_the_pause_need_no_line(words: str) -> None:
    assert say_time_missing(words, DUE, NOW) == ""


@pytest.mark.parametrize("words", ["no time here", "", "in 20 minutes", "at 1.5 hours", "at 30 Mill Lane", "by 2 days"])
def test_words_without_a_clock_time_are_said_to_have_none(words: str) -> None:
    assert say_time_missing(words, DUE, NOW).startswith("There is no time to be back in your words.")


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("I am back at 20:00", "at 20:00"),
        ("I'll be there at 9.", "at 9"),
        ("Until\n 7pm", "Until 7pm"),
        ("at 08:20", "at 08:20"),
        ("8:20 am", "8:20 am"),
    ],
)
def test_another_time_than_that_of_the_pause_is_named(words: str, time: str) -> None:
    assert say_time_missing(words, DUE, NOW) == f"Your words say “{time}”, but the pause is until 20:20."
