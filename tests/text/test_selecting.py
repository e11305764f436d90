"""Selecting by keys: a sentence at once, and from there by sentences, words, characters and paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.text.blocks import Block, Run
from companion.text.flow import Flow
from companion.text.selecting import By, Selecting, first_block
from companion.text.spans import Span, Spot

PARAGRAPHS = (
    "A title",
    "Say it once. “Then wait!” Is that all?",
    "",
    "One e\u0301t\u00e9 and e.g. a flag 👩‍👩‍👧 there.",
)


def selecting(*paragraphs: str) -> Selecting:
    return Selecting([Block(number, (Run(words),)) for number, words in enumerate(paragraphs or PARAGRAPHS)])


def at(words: str) -> Selecting:
    """Return a selection of the sentence that those words stand in."""
    made = selecting()
    made.take_sentence(made.running.text.index(words))
    return made


def test_sentence_follows_sentence_across_paragraphs_and_back() -> None:
    made = at("A title")
    seen = [made.words]
    for _ in range(5):
        made.next_sentence(1)
        seen.append(made.words)
    assert seen == ["A title", "Say it once.", "“Then wait!”", "Is that all?", *[made.words] * 2]
    assert made.words.startswith("One ") and made.words.endswith("there.")
    for _ in range(9):
        made.next_sentence(-1)
    assert made.words == "A title"


def test_the_first_sentence_that_begins_below_a_place_is_taken() -> None:
    made = selecting()
    made.take_first_below(made.running.text.index("it once"))
    assert made.words == "“Then wait!”"
    made.take_first_below(made.running.text.index("flag"))
    assert made.words.endswith("there.")


def test_words_are_added_and_left_out_at_the_end_and_the_last_word_stays() -> None:
    made = at("“Then")
    made.step(By.WORD, 1)
    assert made.words == "“Then wait!” Is"
    for _ in range(4):
        made.step(By.WORD, -1)
    assert made.words == "“Then"
    made = at("all?")
    made.step(By.WORD, 1)
    assert made.words == "Is that all?\n\nOne"


def test_the_other_end_moves_after_it_was_asked_for() -> None:
    made = at("“Then")
    made.moves_start = True
    made.step(By.WORD, -1)
    assert made.words == "once. “Then wait!”"
    made.step(By.WORD, 1)
    made.step(By.WORD, 1)
    assert made.words == "wait!”"
    made.step(By.SENTENCE, -1)
    made.step(By.SENTENCE, -1)
    assert made.words == "Say it once. “Then wait!”"
    made.step(By.SENTENCE, 1)
    assert made.words == "“Then wait!”"


def test_sentences_are_added_and_left_out_at_the_end() -> None:
    made = at("Say it")
    made.step(By.SENTENCE, 1)
    made.step(By.SENTENCE, 1)
    assert made.words == PARAGRAPHS[1]
    made.step(By.WORD, -1)
    made.step(By.SENTENCE, -1)
    assert made.words == "Say it once. “Then wait!”"
    for _ in range(3):
        made.step(By.SENTENCE, -1)
    assert made.words == "Say it once."


def test_a_step_never_cuts_what_is_drawn_as_one_character() -> None:
    made = at("flag")
    start = made.running.text.index("👩")
    made.take(start, start + 5)
    made.end = start
    made.start = start - 1
    made.step(By.CHARACTER, 1)
    assert made.words == " 👩‍👩‍👧"
    made.step(By.CHARACTER, -1)
    assert made.words == " "


def test_a_selection_grows_to_its_sentences_and_paragraphs_and_on() -> None:
    made = at("“Then")
    made.take(made.running.text.index("wait"), made.running.text.index("that"))
    made.whole_sentences()
    assert made.words == "“Then wait!” Is that all?"
    made.whole_paragraphs()
    assert made.words == PARAGRAPHS[1]
    made.whole_paragraphs()
    assert made.words == f"{PARAGRAPHS[1]}\n\n{PARAGRAPHS[3]}"


def test_what_is_dragged_over_has_no_blanks_at_its_edges_whichever_way_it_went() -> None:
    made = selecting()
    first, last = made.running.text.index(" it once"), made.running.text.index(" Is") + 1
    made.take(last, first)
    assert made.words == "it once. “Then wait!”"
    assert made.span == Span(Spot(1, 4), Spot(1, 25))
    made.take(first, first + 1)
    assert made.words == "it once. “Then wait!”"


def test_a_sentence_of_a_script_without_blanks_ends_at_its_own_full_stop() -> None:
    made = selecting("今日は休む。明日話す。")
    made.take_sentence(0)
    assert made.words == "今日は休む。"


@given(st.lists(st.text("ab. \n", max_size=12), min_size=1, max_size=5), st.lists(st.integers(0, 11), max_size=20))
def test_whatever_is_pressed_words_are_selected(paragraphs: list[str], keys: list[int]) -> None:
    if not "".join(paragraphs).strip():
        return
    made = selecting(*paragraphs)
    made.take_first_below(0)
    for key in keys:
        match key:
            case 0 | 1:
                made.next_sentence(1 if key else -1)
            case 2:
                made.whole_paragraphs()
            case 3:
                made.whole_sentences()
            case 4:
                made.moves_start = not made.moves_start
            case 5:
                made.take_sentence(len(made.running.text))
            case _:
                made.step(list(By)[key % 3], 1 if key % 2 else -1)
        assert 0 <= made.start < made.end <= len(made.running.text)
        assert made.running.at(made.span.start) == made.start


@pytest.mark.parametrize("words", ["   ", ""])
def test_a_text_without_words_has_nothing_to_select(words: str) -> None:
    assert not selecting(words).running.text.strip()


def test_the_text_proper_begins_below_its_title_and_what_stands_before_it() -> None:
    blocks = Flow("# Title\n\n*3 min*\n\n## A part\n\nWords.\n").blocks
    assert [blocks[first_block(blocks, before)].words for before in (0, 2, 4)] == ["3 min", "3 min", "A part"]
    assert first_block(Flow("# Only a title\n").blocks, 0) == 0
