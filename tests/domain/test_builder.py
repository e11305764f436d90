"""Building a sentence: whole, half-filled, from any words, and with times that stay true."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain import builder
from companion.domain.builder import ASK, FEEL, Builder
from companion.domain.builder_draft import Draft

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
HOSTILE = "a [/b] {place} {x} \x1b[31m ‏شكرا 🙂 [in {need}]"


def said(builder: Builder, **parts: str) -> str:
    return Draft(builder, dict(parts)).words(NOW)


def test_the_four_parts_make_a_sentence_with_a_clock_time() -> None:
    assert said(ASK, state="swamped", need="quiet", length="30", care="I do want to sort this out") == (
        "I'm swamped. I need quiet for 30 minutes. I'll be back at 20:40. I do want to sort this out."
    )


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        ("until 20:40", "for 30 minutes. I'll be back at 20:40."),
        ("1h 15m", "for 1 hour 15 minutes. I'll be back at 21:25."),
        ("", "for ‹how long›. I'll be back at ‹when›."),
        ("a while", "for ‹how long›. I'll be back at ‹when›."),
    ],
)
def test_the_length_may_be_said_in_any_way(length: str, expected: str) -> None:
    assert expected in said(ASK, state="swamped", need="quiet", length=length)


def test_both_views_stand_in_the_sentence_when_theirs_is_said() -> None:
    parts = {
        "theirs": "had a long day",
        "feeling": "lonely",
        "when": "we eat with our phones out",
        "need": "company",
        "request": "put them away till nine",
    }
    assert said(FEEL, **parts) == (
        "I get that you had a long day, and I feel lonely when we eat with our phones out. "
        "I need company. Could we put them away till nine?"
    )
    assert said(FEEL, **parts | {"theirs": ""}).startswith("I feel lonely when we eat")


def test_what_is_not_said_yet_is_a_gap() -> None:
    assert said(ASK) == "I'm ‹how I am›. I need ‹what I need› for ‹how long›. I'll be back at ‹when›. ‹that I care›."
    assert said(FEEL, feeling="small") == (
        "I feel small when ‹when it happens›. I need ‹what I need›. Could we ‹what would help›?"
    )


@pytest.mark.parametrize(
    ("builder", "part", "typed", "expected"),
    [
        (ASK, "state", "I'm tired.", "I'm tired. I need"),
        (ASK, "state", "i feel numb", "I feel numb. I need"),
        (ASK, "state", "my head is full", "My head is full. I need"),
        (ASK, "state", "Overloaded", "I'm overloaded."),
        (ASK, "state", "TV-brained", "I'm TV-brained."),
        (ASK, "need", "I need to lie down", "I need to lie down for"),
        (ASK, "need", "own pace", "I need my own pace for"),
        (ASK, "care", "i love you!", "I love you."),
        (FEEL, "when", "When Mo is late", "when Mo is late."),
        (FEEL, "theirs", "you are tired", "I get that you are tired, and"),
        (FEEL, "request", "can we try again?", "Can we try again?"),
        (FEEL, "request", "please knock first", "Please knock first."),
        (FEEL, "request", "Turn it down", "Could we turn it down?"),
    ],
)
def test_words_that_begin_a_clause_of_their_own_are_not_doubled(
    builder: Builder, part: str, typed: str, expected: str
) -> None:
    assert expected in said(builder, **{part: typed})


@pytest.mark.parametrize("builder", [ASK, FEEL], ids=lambda builder: builder.id)
@pytest.mark.parametrize("typed", [HOSTILE, "x" * 10_000, "{" * 300, "‹›", "…", " \n\t ", "?"])
def test_any_words_make_a_sentence(builder: Builder, typed: str) -> None:
    draft = Draft(builder, {part.name: typed for part in builder.parts})
    draft.edit(f"{draft.words(NOW)} {typed}", NOW)
    assert draft.words(NOW)


def test_a_changed_sentence_keeps_its_times_true() -> None:
    draft = Draft(ASK, {"state": "swamped", "need": "quiet", "length": "30", "care": "I love you"})
    draft.edit(draft.words(NOW).replace("swamped", "full up"), NOW)
    later = NOW + timedelta(minutes=7)
    assert draft.words(later) == "I'm full up. I need quiet for 30 minutes. I'll be back at 20:47. I love you."
    assert draft.script().text == "I'm full up. I need quiet for {minutes}. I'll be back at {back_at}. I love you."


def test_a_time_that_is_said_after_the_change_fills_its_gap() -> None:
    draft = Draft(ASK, {"state": "swamped", "need": "quiet"})
    draft.edit(draft.words(NOW).replace("‹that I care›.", "Love you."), NOW)
    draft.said["length"] = "45"
    assert draft.words(NOW) == "I'm swamped. I need quiet for 45 minutes. I'll be back at 20:55. Love you."


def test_looking_is_not_changing() -> None:
    draft = Draft(ASK, {"state": "swamped"})
    draft.edit(draft.words(NOW), NOW)
    assert draft.own == ""


def test_a_draft_is_unkept_until_it_is_kept_and_again_when_it_changes() -> None:
    draft = Draft(ASK)
    assert not draft.is_unkept
    draft.said["state"] = "swamped"
    assert draft.is_unkept
    draft.kept = draft.script()
    assert not draft.is_unkept
    draft.said["need"] = "quiet"
    assert draft.is_unkept
    assert draft.script().id == draft.kept.id


def test_in_another_language_a_clause_begins_with_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = {"I'm": "Ich bin", "when": "wenn"}
    monkeypatch.setattr(builder, "_", lambda text, **values: (theirs.get(text) or text).format(**values))
    assert said(ASK, state="müde").startswith("Ich bin müde.")
    assert " when wir reden. " in said(FEEL, when="wenn wir reden")
