"""The message check by itself: spellings, places, what it leaves alone, and texts made to be slow."""

from time import process_time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.domain.message_check import Finding, MessageCheck
from companion.domain.message_rule import MessageClass, MessageRule, MessageRules
from companion.resources import LIBRARY
from companion.storage.library import Library

LONG = 100_000
SLOWEST = 2.0
"""Seconds of the processor's for so many characters; any machine takes a small part of it."""
LINEAR, TICK = 3, 0.02
"""Twice the text may cost three times as much, and a coarse clock's tick; what grows with the square costs four."""
TRIES = 5

CHECK = MessageCheck(Library(LIBRARY).message_rules)


def kinds(text: str) -> list[str]:
    return [finding.kind.value for finding in CHECK.read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "you don't care",
        "You don’t care.",
        "YOU dont care",
        "you\ndo  not\r\ncare",
        "u really dont care",
        "youuu dont care",
        "you donʼt care",
    ],
)
def test_apostrophes_case_breaks_and_short_spellings_change_nothing(text: str) -> None:
    assert "mind-reading" in kinds(text)


def test_a_finding_has_its_place_its_words_and_a_line_to_try() -> None:
    (finding,) = CHECK.read("Hi. You’re so selfish, love.")
    assert (finding.start, finding.end, finding.quoted) == (4, 21, "You’re so selfish")
    assert finding.why and finding.try_


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Hi. Y\u200bou al\xadways forget.", "Y\u200bou al\xadways"),
        ("\u2060\ufeffYou always\u200d forget.", "You always"),
        ("\x1b[31mYou always forget.", "You always"),
        ("\x1b[2J\x07you\x1b[0m alw\x00ays", "you\x1b[0m alw\x00ays"),
    ],
)
def test_what_nobody_sees_hides_nothing_and_moves_no_place(text: str, quoted: str) -> None:
    (finding,) = CHECK.read(text)
    assert finding.quoted == quoted == text[finding.start : finding.end]
    assert finding.kind is MessageClass.ABSOLUTES


@pytest.mark.parametrize("text", ["Calm down", "You're overreacting", "You’re overreacting!", "Can you calm down?"])
def test_a_feeling_made_smaller_is_found(text: str) -> None:
    assert [finding.rule for finding in CHECK.read(text)] == ["making-smaller"]


@pytest.mark.parametrize("quotes", ["“{}”", '"{}"', "‘{}’", "'{}'"])
def test_quoted_speech_is_not_the_writers(quotes: str) -> None:
    assert kinds(f"It hurt when you said {quotes.format('you never listen')} at dinner.") == []
    assert kinds(quotes.format("you never listen")) == ["absolutes"], "a message that is quoted whole is still one"


def test_safety_comes_alone_even_from_a_quote() -> None:
    assert set(kinds("You never listen, you idiot. He said “I will kill you” again.")) == {"safety"}


def test_a_time_anywhere_makes_leaving_fine() -> None:
    assert kinds("I need space.") == ["no-return"]
    assert kinds("I need space. Back at 20:40.") == []
    assert kinds("I need space. We have been at this for two hours now.") == ["no-return"]


def test_apostrophes_are_no_quotation_marks() -> None:
    assert kinds("It's the kids' room, and you don't care, it's my parents' house.") == ["mind-reading"]


def test_leaving_and_putting_off_are_two_things_unless_one_can_not_talk_now() -> None:
    assert kinds("I need space. We'll talk later.") == ["no-return", "later"]
    assert kinds("I can't talk to you right now. We'll talk later.") == ["later"]


def test_sixty_words_are_fine_and_the_sixty_first_is_marked() -> None:
    words = " ".join(["tea"] * 60)
    assert kinds(words) == []
    (finding,) = CHECK.read(f"{words} and cake ")
    assert (finding.kind, finding.quoted) == (MessageClass.TOO_LONG, "and cake")


@pytest.mark.parametrize(
    "text", ["Can you pick up the IKEA box at 5 PM?", "OK. The NHS letter is here", "I AM", "A B C D"]
)
def test_what_is_written_in_capitals_anyway_is_no_shouting(text: str) -> None:
    assert "capitals" not in kinds(text)


PIECES = ["you ", "never ", "always ", "i ", "am ", "not ", "sorry ", "but ", "?", "!", ". ", ", ", "\n", "’", "'", "“",
          "” ", '"', "A ", "I ", "9", ": ", "🙂", "\u200f", "é ", "{} ", "[red]", "\x1b"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_each_finding_quotes_it(text: str) -> None:
    findings = CHECK.read(text)
    assert findings == sorted(findings, key=lambda finding: (finding.start, finding.end))
    ends: dict[MessageClass, int] = {}
    for finding in findings:
        assert text[finding.start : finding.end] == finding.quoted != ""
        assert finding.start >= ends.get(finding.kind, 0), "no two of a class overlap"
        ends[finding.kind] = finding.end


@pytest.mark.parametrize(
    "piece",
    ["you ", "you always ", "really so very ", "if you do not ", "? ", "YOU ", "“", '"a "', "a", "you are you are ",
     "I need space. ", "i am sorry but ", "later ", "''", "\n", "don’t ", "9:", "é", "🙂 "],
)  # fmt: skip
def test_a_hundred_thousand_characters_are_read_at_once_and_cost_twice_as_much_as_half_of_them(piece: str) -> None:
    text = (piece * LONG)[:LONG]
    pairs = [(_seconds(text[: LONG // 2]), _seconds(text)) for _ in range(TRIES)]
    half, whole = (min(took) for took in zip(*pairs, strict=True))
    assert whole < SLOWEST
    assert whole < LINEAR * half + TICK


def _seconds(text: str) -> float:
    began = process_time()
    CHECK.read(text)
    return process_time() - began


def test_time_grows_with_the_length_alone() -> None:
    text = "If you really loved me you would not always leave, or else we are done. Sorry, but I need space! " * 500
    assert min(_seconds(text * 4) for _ in range(3)) < 8 * min(_seconds(text) for _ in range(3))


KEY = 0.016
"""Seconds of one frame: what a key may cost while one types."""


def test_a_key_in_a_message_of_two_hundred_words_costs_less_than_a_frame() -> None:
    message = "I know you never listen when I talk about work and I feel alone at night, so could we find a time? " * 9
    CHECK.read(message)
    assert min(_seconds(message + "x" * more) for more in range(TRIES)) < KEY


def test_the_tree_of_phrases_is_made_once() -> None:
    rules = Library(LIBRARY).message_rules
    assert MessageCheck(rules)._phrases is MessageCheck(rules)._phrases


def test_findings_travel_as_json() -> None:
    (finding,) = CHECK.read("You never listen.")
    assert msgspec.json.decode(msgspec.json.encode(finding), type=Finding) == finding
    assert b'"class":"absolutes"' in msgspec.json.encode(finding)


@pytest.mark.parametrize("phrases", [(), ("you NOLIST",), ("~3 you",), ("",), ("you (are|were",)])
def test_a_rule_that_can_not_be_read_is_refused(phrases: tuple[str, ...]) -> None:
    with pytest.raises(ValueError):
        rule = MessageRule(id="one", kind=MessageClass.BLAME, phrases=phrases, why="w", try_="t", facts=())
        MessageRules(spellings={}, skipped="", forms={}, lists={}, times=(), no_times=(), unless=(), rules=(rule,))
