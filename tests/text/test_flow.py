"""A text flows no further than somebody looks."""

from companion.domain.content import Link
from companion.text.blocks import Way
from companion.text.flow import Flow

LONG = "\n\n".join(f"Paragraph {number} " + "with some words " * 30 for number in range(400))


def flow(text: str, width: int = 60) -> Flow:
    made = Flow(text, "pages")
    made.fit(width)
    return made


def test_only_the_lines_asked_for_are_laid_out() -> None:
    made = flow(LONG)
    made.lay(40)
    assert 40 <= len(made.lines) < 60
    assert not made.is_whole


def test_the_guess_of_the_height_is_near_and_in_the_end_right() -> None:
    made = flow(LONG)
    made.lay(200)
    guess = made.height
    made.lay()
    assert made.is_whole
    assert made.height == len(made.lines)
    assert abs(guess - made.height) < made.height / 20


def test_a_source_line_leads_to_its_words_and_back_at_any_width() -> None:
    made = flow("# T\n\none\n\ntwo\ntwo still\n\n- a\n")
    made.lay()
    for source, words in ((0, "T"), (2, "one"), (5, "two two still"), (7, "• a")):
        assert made.lines[made.line_of(source)].text == words
    assert made.source_at(made.line_of(4)) == 4


def test_laying_out_to_a_source_line_reaches_it() -> None:
    made = flow(LONG)
    made.lay_to(300)
    assert made.lines[made.line_of(300)].text.startswith("Paragraph 150")


def test_another_width_begins_anew() -> None:
    made = flow(LONG)
    made.lay(40)
    made.fit(30)
    assert made.lines == []
    made.lay(10)
    assert all(len(line.text) <= 30 for line in made.lines)


def test_there_is_no_blank_line_above_the_first_words() -> None:
    made = flow("one\n")
    made.lay()
    assert [line.text for line in made.lines] == ["one"]


def test_links_are_gone_through_in_order_and_around() -> None:
    made = flow("[a](a.md)\n\nx\n\n[b](b.md) [b](b.md)\n")
    made.lay()
    here: Way | None = None
    seen = []
    for _ in range(4):
        found = made.next_way(here, 1, 0, 10)
        assert found is not None
        here = found[1]
        seen.append((found[0], here.link))
    assert seen == [
        (0, Link("pages", "a")),
        (4, Link("pages", "b")),
        (4, Link("pages", "b")),
        (0, Link("pages", "a")),
    ]


def test_the_first_link_is_the_one_on_the_screen() -> None:
    made = flow("[a](a.md)\n\nx\n\n[b](b.md)\n\ny\n\n[c](c.md)\n")
    made.lay()
    forward, backward = made.next_way(None, 1, 2, 3), made.next_way(None, -1, 2, 3)
    assert forward is not None and forward[1].link == Link("pages", "b")
    assert backward is not None and backward[1].link == Link("pages", "b")
    assert flow("none").next_way(None, 1, 0, 10) is None


def test_brackets_that_nobody_closes_are_shown_as_they_were_typed() -> None:
    for typed in ("![" * 2000, "[" * 3000, "[a] [" * 900):
        made = flow(f"{typed}\n\nbelow")
        made.lay()
        shown = "".join(line.text for line in made.lines).replace(" ", "")
        assert shown == typed.replace(" ", "") + "below"


def test_an_address_is_printed_once_in_a_paragraph() -> None:
    made = flow("[a] [a]\n\n[a]\n\n[a]: https://example.org\n")
    made.lay()
    assert [line.text for line in made.lines if line.text] == [
        "a¹ (https://example.org) a²",
        "a³ (https://example.org)",
    ]


def test_a_paragraph_without_end_is_shown_before_it_is_read_to_its_end() -> None:
    made = flow("some words\n" * 5000 + "the end")
    made.lay(10)
    assert len(made.lines) < 400
    made.lay()
    assert " ".join(line.text for line in made.lines if line.text).split().count("words") == 5000


def test_a_list_without_end_is_cut_between_two_of_its_items() -> None:
    made = flow("".join(f"{number}. item\n   - in it\n" for number in range(1, 2001)))
    made.lay(10)
    assert len(made.lines) < 1200
    made.lay()
    shown = [line.text.split() for line in made.lines if line.text]
    assert shown == [words for number in range(1, 2001) for words in ([f"{number}.", "item"], ["•", "in", "it"])]


def test_many_links_shift_no_words() -> None:
    made = flow(" ".join(f"word [link {number}](a-{number}.md)" for number in range(300)))
    made.lay()
    words = "".join(run.text for run in made.blocks[0].runs)
    for line in made.lines:
        assert all(words[run.at : run.at + len(run.text)] == run.text for run in line.runs if run.at >= 0)
