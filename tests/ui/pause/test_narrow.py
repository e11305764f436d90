"""A pause on a small terminal: no word is cut, and what a screen's digits do is said."""

from datetime import timedelta

import pytest

from companion.domain.pause import PauseKind
from companion.storage.store import Store
from companion.ui.choice import Choice
from companion.ui.pause.lines import fold
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import lines, text
from tests.ui.pause.hands import only, running

SMALL = (40, 12)


@pytest.mark.parametrize(
    ("kinds", "wanted"),
    [
        (0, ["[I take space] they asked  planned", "How long   20 [30] 45  60  until…", "back at 20:40"]),
        (1, ["I take space [they asked] planned", "They said  20 [30] 60  none  until…", "back at 20:40"]),
        (2, ["I take space  they asked [planned]", "How long   60 [120] 180  until…", "back at 22:10"]),
    ],
)
async def test_the_form_cuts_no_word(app_at: AppAt, kinds: int, wanted: list[str]) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*["k"] * kinds)
        await pilot.pause()
        shown = [line.rstrip(" ▁▂▃▄▅▆▇█").strip() for line in lines(app)]
    for line in (*wanted, "0  1  2  3  4  5  6  7  8  9  10"):
        assert line in shown
    assert any(line.endswith(("a room, or nothing", "what has to wait")) for line in shown)


@pytest.mark.parametrize("size", [SMALL, (80, 24)])
async def test_a_date_is_not_cut(app_at: AppAt, size: tuple[int, int]) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test(size=size) as pilot:
        await pilot.press("u", *"3 days", "enter")
        await pilot.pause()
        assert "back at 20:10 on Wed 25 Nov" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "back at 20:10 on Wed 25 Nov" in text(app)


async def test_a_clock_time_that_has_passed_is_said_to_be_tomorrow(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("u", *"until 13:00", "enter")
        await pilot.pause()
        assert "13:00 is tomorrow, Mon 23 Nov." in text(app)
        assert "back at 13:00 tomorrow" in text(app)
        await pilot.press("left")  # another length again
        await pilot.pause()
        assert "is tomorrow" not in text(app)


async def test_another_length_can_be_asked_for_again(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("u", *"until 21:00", "enter")
        await pilot.press("u", *"1h 15m", "enter", "enter")
        await pilot.pause()
    pause = only(store)
    assert pause.due - pause.started_at == timedelta(minutes=75)


async def test_leaving_the_question_leaves_the_length_as_it_was(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("k", "right", "right", "right")  # from 30, 60, no time, to the question
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one("#length", Choice).value == "none"
        assert "ask at 22:10" in text(app)


async def test_digits_mark_the_strength_where_it_has_the_focus_and_that_is_said(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("tab", "tab", "tab", "tab", "tab")
        await pilot.pause()
        assert "A digit marks it" in text(app)
        await pilot.press("7", "enter")
        await pilot.pause()
    assert only(store).strength_before == 7


@pytest.mark.parametrize("kind", [PauseKind.TAKING, PauseKind.GIVING])
async def test_past_due_the_words_to_say_are_on_the_screen(
    app_at: AppAt, store: Store, clock: MovableClock, kind: PauseKind
) -> None:
    store.pauses.keep(running(clock, kind=kind, leave_message="", return_message="", told_at=clock()))
    clock.move(minutes=42)
    app = app_at(Place.PAUSE)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "20:40. It is 20:52." in text(app)
        assert ("later than I said" if kind is PauseKind.TAKING else "haven't heard") in " ".join(text(app).split())


@pytest.mark.parametrize(
    ("text_", "width", "folded"),
    [
        ("a · b   k do it · tab another", 40, "a · b   k do it · tab another"),
        ("a · b   k do it · tab another", 22, "a · b\nk do it · tab another"),
        ("a · b   k do it · tab another", 14, "a · b\nk do it\ntab another"),
        ("one · two · three", 9, "one · two\nthree"),
        ("overlong", 3, "overlong"),
    ],
)
def test_a_line_is_broken_where_one_thing_ends(text_: str, width: int, folded: str) -> None:
    assert fold(text_, width) == folded
