"""Each rule for texts finds what it is there to find, and lets pass what is fine."""

from collections.abc import Callable

import pytest

from tests.shipped import wording_rules as rules
from tests.shipped.forbidden import SLOGANS
from tests.shipped.overlap import shared_runs

LONG = "You and the friend " + "who waits " * 10 + "may talk."
"""26 words."""
MIDDLING = " ".join(["One calm line of quite a few plain words may well be read by someone tonight."] * 3)
"""16 words a sentence."""
HARD = "Considerable organisational responsibilities necessitate uninterrupted deliberation."
BODY = "**The main point.**\n\n> Words to try.\n\n## Try this\n\nOne step.\n"
CASES: list[tuple[Callable[[str], list[str]], str, str]] = [
    (rules.forbidden_words, "You never listen.", 'Leave out "you never listen".'),
    (rules.forbidden_words, "It is a proven hack.", "It is a thing to try."),
    (rules.slogans, "At the end of the day, you matter.", "I have something left at the end of the day."),
    (rules.slogans, "> Communication is key.", "> Tell me at nine."),
    (rules.verdicts, "In a healthy relationship you talk.", "In some homes people talk."),
    (rules.verdicts, "They will come back.", "They may come back."),
    (rules.padding, "It's important to remember that rest counts.", "Rest counts."),
    (rules.gendered, "Your husband goes out.", "Your partner goes out."),
    (rules.gendered, "> She said it to the guys.", "> They said it to their friends."),
    (rules.gendered, "Women and men alike.", "Both partners alike."),
    (rules.gendered, "Ask your mum.", "Ask your parent."),
    (rules.loud_marks, "Go now!", "Go now."),
    (rules.loud_marks, "It helps 60% of them.", "It helps many of them."),
    (rules.long_sentences, LONG, LONG.replace("may talk", ". May talk")),
    (rules.long_sentences, f"> {LONG}", "> Short words."),
    (rules.long_on_the_whole, MIDDLING, "One calm line. Another one."),
    (rules.hard_to_read, HARD, "You have a lot to think of. Take your time."),
    (rules.more_than_text, "Look:\n\n| a | b |\n", "Look: a, b.\n"),
    (rules.more_than_text, "![a cat](cat.png)", "A [cat](cat.md)."),
    (rules.more_than_text, "<div>Hm</div>", "It is 3 < 4."),
    (rules.missing_parts, BODY.replace("**", ""), BODY),
    (rules.missing_parts, BODY.replace("## Try this", "## Later"), BODY),
    (rules.missing_parts, BODY.replace("> ", ""), BODY),
]
"""A rule, what it finds, and what it lets pass."""


@pytest.mark.parametrize(("rule", "bad", "fine"), CASES)
def test_a_rule_finds_what_is_wrong_and_nothing_else(rule: Callable[[str], list[str]], bad: str, fine: str) -> None:
    assert rule(bad)
    assert rule(fine) == []


def test_no_rule_goes_without_a_text_that_breaks_it() -> None:
    shown = {rule for rule, _, _ in CASES} | {rules.missing_fear_line}
    assert {*rules.FOR_EVERY_TEXT, *rules.FOR_ARTICLES} == shown


@pytest.mark.parametrize(
    "slogan",
    ["happy wife", "hold space", "do the work", "red flag", "closure", "love language", "self-care", "it takes two",
     "gaslighting", "journey", "soulmate", "work on yourself", "boundaries are love", "safe space"],
)  # fmt: skip
def test_the_worst_slogans_are_known(slogan: str) -> None:
    assert SLOGANS.search(f"Some say {slogan}, and that is that.")


@pytest.mark.parametrize(
    "advice",
    ["Talk to them.", "Take a pause.", "Listen first.", "Stay curious.", "See a counsellor.",
     "Couple counselling may help.", "A therapist can help.", "Ask for a time.", "Say sorry."],
)  # fmt: skip
def test_advice_without_the_line_for_somebody_afraid_is_found(advice: str) -> None:
    assert rules.missing_fear_line(advice)
    assert rules.missing_fear_line(f"{advice}\n\nIf you are scared, see [Safety first](../../pages/safety-first.md).")
    assert rules.missing_fear_line(f"{advice}\n\n{rules.FEAR_LINE}") == []
    assert rules.missing_way_out(advice)
    assert rules.missing_way_out(f"{advice} Afraid? See [Safety first](safety-first.md).") == []


def test_a_text_that_advises_nothing_needs_no_such_line() -> None:
    assert rules.missing_fear_line("Breathe out slowly.") == []
    assert rules.missing_way_out("Breathe out slowly. See [Couple therapy](therapy.md).") == []


@pytest.mark.parametrize(
    "bad",
    ["Ring 116 123.", "Ring 0808 2000 247.", "Call 1-800-799-7233.", "Dial 911 now.", "Text 85258.",
     "Ring +44 20 7946 0958.", "Ring 02071234567."],
)  # fmt: skip
def test_a_phone_number_is_found(bad: str) -> None:
    assert rules.phone_numbers(bad, {"911", "85258"})


@pytest.mark.parametrize(
    "fine",
    ["Of 953 older couples, 732 came.", "Back at 20:40, or 8:30.", "Checked on 2026-11-22.",
     "There were 10,189 people.", "Take 20 to 30 minutes."],
)  # fmt: skip
def test_other_numbers_are_no_phone_numbers(fine: str) -> None:
    assert rules.phone_numbers(fine, {"911", "189"}) == []


def test_short_numbers_are_taken_from_the_help_lines() -> None:
    lines = ["call or text 988; chat 988lifeline.org", "116 123", "113 (free since Oct 2025) or 0800-0113", "911"]
    assert rules.short_numbers(lines) == {"988", "113", "911"}


def test_a_run_of_six_words_in_two_texts_is_found() -> None:
    two = {"a": "Nobody puts a cushion on the sofa.", "b": "Then nobody puts a cushion on the floor."}
    assert shared_runs(two) == {"nobody puts a cushion on the": ["a", "b"]}
    assert shared_runs({"a": two["a"], "b": "Nobody puts a cushion on your sofa."}) == {}


@pytest.mark.parametrize(
    "shared",
    ["> I can do a break until nine tonight.", 'Say: "I can do a break until nine tonight."',
     "In danger now? Call your local emergency number.", "Read [One bad day, or a pattern?](x.md)"],
)  # fmt: skip
def test_words_to_try_fixed_lines_and_titles_may_be_shared(shared: str) -> None:
    assert shared_runs({"a": shared, "b": shared}, ["One bad day, or a pattern?"]) == {}


def test_a_run_does_not_reach_over_a_quotation_or_into_the_next_block() -> None:
    assert shared_runs({"a": 'One two three "x" four five six', "b": "one two three four five six"}) == {}
    assert shared_runs({"a": "One two three.\n\nFour five six.", "b": "one two three four five six"}) == {}
