"""The scripts: enough of them for every situation, short, plain, calm, and with a time where somebody goes."""

import re
from collections import Counter

import pytest

from companion.domain.article import Side
from companion.domain.script import SLOTS, PauseScript, Script, ScriptFile, Tone, fill, open_slots
from companion.storage.library import Library
from tests.shipped.forbidden import BLAMES, CLICHES, DEMANDS, FORBIDDEN, GENDERED, GENDERED_NOUNS, VAGUE
from tests.shipped.grade import grade, words

LEAST = 80
MOST_WORDS = 30
HIGHEST_GRADE = 7.0
SPOKEN = {
    "minutes": "thirty minutes", "back_at": "half past eight", "place": "the bedroom", "name": "Sam",
    "feeling": "overloaded", "need": "an evening to myself", "topic": "the weekend", "new_time": "a quarter to nine",
}  # fmt: skip
"""What the slots sound like, so that words and syllables are counted as they are said."""
ABOUT_GOING = {"the-pause", "asking-for-room", "not-now", "planned-time"}
"""Situations whose every script is about leaving or coming back."""
GOES = re.compile(
    r"\b(I'm back|be back|come back|be home|I'm off|stepping out|leave the room|take a (break|pause)|I'm stopping"
    r"|going to sleep|sleep now|leave you be|need (some )?quiet|on my own)\b"
)
TIME = re.compile(r"\{(back_at|new_time)\}|\b(at|by|till|until|from|after|to) \d{1,2}(:\d\d)?\b|\buntil noon\b")
ASKS = re.compile(r"\b(what time|a time|when (will|can|shall) we)\b", re.IGNORECASE)
"""Asks for a time, or plans to give one."""
ASK_FOR_ONE = (PauseScript.ASK, PauseScript.ASK_AGAIN)
HARMLESS = {"being-there", "friends-and-family", "saying-thanks"}
"""Situations whose words ask the other for nothing, or are not said to a partner; all others carry a line of care."""
MAY_BE_UNSAFE = {
    "the-pause", "asking-for-room", "not-now", "receiving-space", "raising-distance", "feeling-missed",
    "boundaries-and-deciding", "getting-help", "planned-time", "pulled-away",
}  # fmt: skip
"""Leaving, waiting, naming what is missed, boundaries, ending, and what a watched phone may show."""


def all_scripts(library: Library) -> list[tuple[ScriptFile, Script]]:
    """Return every shipped script with its situation."""
    return [(file, script) for file in library.script_files.values() for script in file.scripts]


def test_there_are_enough_of_them_and_no_two_are_the_same(library: Library) -> None:
    ids = [script.id for _, script in all_scripts(library)]
    assert len(ids) >= LEAST
    for said in (ids, [script.text for script in library.scripts.values()]):
        assert [each for each, times in Counter(said).items() if times > 1] == []


def test_every_side_and_every_tone_has_some_to_choose_from(library: Library) -> None:
    for side in Side:
        assert sum(script.side is side for script in library.scripts.values()) >= 5, side
    for tone in Tone:
        assert sum(script.tone is tone for script in library.scripts.values()) >= 10, tone


def test_every_situation_is_filed_by_its_name_and_gives_a_choice(library: Library) -> None:
    for stem, file in library.script_files.items():
        assert file.situation == stem
        assert len(file.scripts) >= 5, stem
        assert len(file.label) <= 40, stem


def test_every_sentence_of_now_leads_to_scripts(library: Library) -> None:
    says = [situation.say for situation in library.situations.values()]
    homes = {script.id: file for file, script in all_scripts(library)}
    assert len(set(says)) == len(says) == 8
    for say in says:
        assert len(homes[say].scripts) >= 5, say
    assert len({homes[say].situation for say in says}) == 8


def test_scripts_are_short_enough_to_say(library: Library) -> None:
    for _, script in all_scripts(library):
        text = fill(script.text, SPOKEN)
        assert set(re.findall(r"\{(\w+)\}", script.text)) <= set(SLOTS), script.id
        assert len(words(text)) <= MOST_WORDS, f"{script.id}: {len(words(text))} words"
        assert len(text.split()) <= MOST_WORDS, script.id
        assert len(script.instead_of.split()) <= 10, script.id
        assert script.instead_of, script.id
        assert script.tone, script.id


def test_a_text_message_is_shorter_still(library: Library) -> None:
    for _, script in all_scripts(library):
        if script.tone is Tone.SHORT:
            assert len(words(fill(script.text, SPOKEN))) <= 25, script.id


def test_scripts_are_plain_enough_for_a_tired_reader(library: Library) -> None:
    for _, script in all_scripts(library):
        reached = grade(fill(script.text, SPOKEN))
        assert reached <= HIGHEST_GRADE, f"{script.id}: grade {reached:.1f}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cat sat on the mat.", 0.39 * 6 + 11.8 * 6 / 6 - 15.59),
        ("We talked. It helped.", 0.39 * 4 / 2 + 11.8 * 4 / 4 - 15.59),
        ("Considerable deliberation preceded the resolution.", 0.39 * 5 + 11.8 * 18 / 5 - 15.59),
    ],
)
def test_the_grade_is_that_of_the_formula(text: str, expected: float) -> None:
    assert grade(text) == pytest.approx(expected)


def test_scripts_are_calm_and_name_nobodys_gender(library: Library) -> None:
    for _, script in all_scripts(library):
        text = fill(script.text, {})
        assert "!" not in text + script.instead_of, script.id
        for said, rules in (
            (text, (FORBIDDEN, GENDERED, GENDERED_NOUNS)),
            (script.instead_of, (GENDERED, GENDERED_NOUNS)),
        ):
            for rule in rules:
                found = rule.search(said)
                assert not found, f"{script.id}: “{found[0] if found else ''}”"


@pytest.mark.parametrize("rule", [CLICHES, DEMANDS, BLAMES, VAGUE], ids=["cliche", "demand", "blame", "vague"])
def test_no_script_says_what_hurts_or_says_nothing(library: Library, rule: re.Pattern[str]) -> None:
    for _, script in all_scripts(library):
        found = rule.search(script.text)
        assert not found, f"{script.id}: “{found[0] if found else ''}”"


def test_whoever_goes_or_comes_back_gives_a_time_or_asks_for_one(library: Library) -> None:
    for file, script in all_scripts(library):
        if file.situation in ABOUT_GOING or GOES.search(script.text):
            assert TIME.search(script.text) or ASKS.search(script.text), script.id


@pytest.mark.parametrize("script", [each for each in PauseScript if each not in ASK_FOR_ONE])
def test_whatever_the_program_says_around_a_pause_gives_its_clock_time(library: Library, script: PauseScript) -> None:
    assert {"back_at", "new_time"} & set(open_slots(library.scripts[script].text))


@pytest.mark.parametrize("script", ASK_FOR_ONE)
def test_whoever_was_given_no_time_asks_for_one_and_makes_up_none(library: Library, script: PauseScript) -> None:
    text = library.scripts[script].text
    assert ASKS.search(text)
    assert open_slots(text) == []


def test_words_that_may_not_be_safe_to_say_carry_a_line_of_care(library: Library) -> None:
    for situation in MAY_BE_UNSAFE:
        note = library.script_files[situation].care_note
        assert "afraid" in note, situation
        assert "f1" in note, situation
    for file, script in all_scripts(library):
        assert "f1" in file.care_note or file.situation in HARMLESS, file.situation
        if script.side in (Side.DECIDING, Side.SAFETY):
            assert "f1" in file.care_note, script.id
        assert len(file.care_note) <= 90, file.situation


def test_somebody_who_speaks_of_suicide_is_asked_stayed_with_and_helped_to_call(library: Library) -> None:
    asked = library.scripts["ask-about-suicide"].text
    for part in ("are you thinking of ending your life?", "I'm staying with you", "while we call someone"):
        assert part in asked
    assert "Help lines" in library.script_files["talk-of-suicide"].care_note
