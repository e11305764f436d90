"""What a terminal sends and never ends takes no key away; nor do numbers that can't be."""

import pytest
from textual.events import Key, Paste, Resize

from companion.ui.hearing import Hearing
from companion.ui.terminal import AnswerFilter


class Ear:
    """What was heard, by a clock that the test sets."""

    def __init__(self) -> None:
        self.now = 100.0
        self.hearing = Hearing(lambda: self.now)

    def hears(self, *sent: bytes) -> list[str]:
        """Return the keys and pastes of what is sent, piece by piece."""
        return [said for piece in sent for event in self.hearing.hear(piece) if (said := _said(event))]

    def hears_after(self, seconds: float) -> list[str]:
        """Return what is heard once that time has gone by in silence."""
        self.now += seconds
        return [said for event in self.hearing.due() if (said := _said(event))]


def _said(event: object) -> str:
    match event:
        case Key():
            return event.key
        case Paste():
            return f"pasted {event.text}"
        case Resize():
            return f"{event.size.width}x{event.size.height}"
    return ""


@pytest.fixture
def ear() -> Ear:
    return Ear()


def test_an_answer_cut_short_is_dropped_within_a_second_and_keys_go_on(ear: Ear) -> None:
    assert ear.hears(b"a\x1b]11;rgb:ffff/ffff/ff") == ["a"]
    assert ear.hearing.until == ear.now + 1
    assert ear.hears_after(0.9) == []
    assert ear.hears_after(0.2) == []
    assert ear.hears(b"\x11", b"x") == ["ctrl+q", "x"]


def test_what_is_typed_behind_an_answer_cut_short_is_heard(ear: Ear) -> None:
    assert ear.hears(b"\x1b]11;rgb:ffff/ffff/ff", b"q") == []
    assert ear.hears_after(1.0) == ["q"]
    assert ear.hears(b"\x1b]11;rgb:ffff/ffff/ff\x11") == ["ctrl+q"]
    assert ear.hears(b"\x1b]11;rgb:" + b"f" * 80, b"x") == ["x"]


def test_alt_and_a_bracket_is_a_key_and_no_answer() -> None:
    now = 100.0
    answers = AnswerFilter(lambda: now)
    assert answers.typed(b"\x1b]") == b""
    now += 1
    assert answers.give_up() == b"\x1b]"
    assert answers.until is None


@pytest.mark.parametrize("size", [4096, 1000, 20_003])
def test_a_report_of_thousands_of_digits_is_no_keys(ear: Ear, size: int) -> None:
    sent = b"\x1b[" + b"5" * 20_000 + b"u"
    assert ear.hears(*(sent[at : at + size] for at in range(0, len(sent), size)), b"x") == ["x"]


def test_a_key_with_a_number_that_can_not_be_takes_no_other_with_it(ear: Ear) -> None:
    assert ear.hears(b"\x1b[99999999u", b"\x11") == ["ctrl+q"]


def test_a_paste_that_never_ends_is_text_after_a_second_of_silence(ear: Ear) -> None:
    assert ear.hears(b"\x1b[20", b"0~two", b" words") == []
    assert ear.hears_after(0.9) == []
    assert ear.hears(b" more") == []
    assert ear.hears_after(0.9) == []
    assert ear.hears_after(0.2) == ["pasted two words more"]
    assert ear.hears(b"\x11") == ["ctrl+q"]


def test_a_paste_without_end_comes_in_parts_and_is_whole(ear: Ear) -> None:
    heard = ear.hears(b"\x1b[200~", *[b"a" * 100_000] * 15, b"\x1b[201~", b"x")
    assert heard.pop() == "x"
    assert len(heard) == 2
    assert sum(len(part.removeprefix("pasted ")) for part in heard) == 1_500_000


def test_a_size_that_no_terminal_has_is_not_taken(ear: Ear) -> None:
    assert ear.hears(b"\x1b[48;99999;99999;1;1t", b"\x1b[48;0;0;0;0t", b"\x1b[<0;3;3M", b"x") == ["x"]
    assert ear.hears(b"\x1b[48;40;120;800;960t", b"x") == ["120x40", "x"]
