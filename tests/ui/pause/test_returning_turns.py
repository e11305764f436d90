"""The steps after coming back, from the turns on: alone on a screen that keeps what they hand on."""

import pytest
from textual.screen import Screen
from textual.widgets import Digits, Input

from companion.domain.returning import ReturnStep
from companion.ui.choice import Choice
from companion.ui.messages import Follow, GoTo
from companion.ui.pause.returned import ReturnedPause
from companion.ui.pause.returning.last import EntryWish
from companion.ui.pause.returning.turns import TurnsPart
from tests.conftest import MovableClock
from tests.screens import text
from tests.ui.pause.host import LONG, Host, HostOf

# -- turns


def digits(app: Host) -> str:
    return app.screen.query_one(Digits).value


async def test_a_turn_is_two_minutes_by_the_clock(host: HostOf, clock: MovableClock) -> None:
    app = host(ReturnStep.TURNS)
    async with app.run_test() as pilot:
        assert "Who speaks first?" in text(app)
        await pilot.press("space")
        assert "You speak" in text(app)
        clock.move(seconds=50)
        app.screen.query_one(TurnsPart).look()
        assert digits(app) == "01:10"
        await pilot.press("enter")
        await pilot.pause()
        assert "They speak" in text(app)
        assert "Did I get it?" in text(app)
        assert digits(app) == "02:00"


async def test_the_end_of_a_turn_is_said_once_and_nothing_goes_on_by_itself(host: HostOf, clock: MovableClock) -> None:
    app = host(ReturnStep.TURNS)
    async with app.run_test() as pilot:
        await pilot.press("t")
        clock.move(hours=9)
        app.screen.query_one(TurnsPart).look()
        app.screen.query_one(TurnsPart).look()
        await pilot.pause()
        shown = text(app)
    assert "They speak" in shown
    assert "Two minutes are over." in shown
    assert sum(isinstance(message, ReturnedPause.TurnOver) for message in app.told) == 1


async def test_a_turn_is_true_after_it_was_covered(host: HostOf, clock: MovableClock) -> None:
    app = host(ReturnStep.TURNS)
    async with app.run_test() as pilot:
        await pilot.press("space")
        await app.push_screen(Screen())
        clock.move(seconds=30)
        await app.pop_screen()
        await pilot.pause()
        assert digits(app) == "01:30"


async def test_going_back_to_the_turns_begins_them_anew(host: HostOf) -> None:
    app = host(ReturnStep.TURNS)
    async with app.run_test() as pilot:
        await pilot.press("space", "n")
        await pilot.press("escape", "backspace")
        await pilot.pause()
        assert "Who speaks first?" in text(app)


async def test_turns_can_be_stopped_at_any_time(host: HostOf) -> None:
    app = host(ReturnStep.TURNS)
    async with app.run_test() as pilot:
        await pilot.press("space", "enter", "n")
        await pilot.pause()
        assert "step 5 of 7" in text(app)


# -- one next step, strength, entry


async def test_a_next_step_is_kept_as_it_is_typed(host: HostOf) -> None:
    app = host(ReturnStep.NEXT)
    async with app.run_test() as pilot:
        await pilot.press("a", "enter", "b")
        await pilot.pause()
        assert app.kept.next_step == "If a, then I b"
        await pilot.press("enter")
        await pilot.pause()
        assert "step 6 of 7" in text(app)


async def test_half_a_next_step_stands_there_again(host: HostOf) -> None:
    app = host(ReturnStep.NEXT, next_step="If it gets loud")
    async with app.run_test():
        assert "it gets loud" in text(app)
    assert app.kept.next_step == "If it gets loud"


async def test_a_next_step_in_other_words_is_shown_and_kept_as_it_is(host: HostOf) -> None:
    app = host(ReturnStep.NEXT, next_step="We'll call on Sunday")
    async with app.run_test() as pilot:
        assert "We'll call on Sunday" in text(app)
        assert not any(line.value for line in app.screen.query("NextPart Input").results(Input))
        await pilot.press("a", "backspace")
        await pilot.pause()
        assert app.kept.next_step == "We'll call on Sunday"
        await pilot.press("a")
        await pilot.pause()
    assert app.kept.next_step == "If a"


@pytest.mark.parametrize("words", [LONG.strip(), "🙂 {minutes} [b]", "שלום"])
async def test_no_words_of_a_next_step_are_lost(host: HostOf, words: str) -> None:
    app = host(ReturnStep.NEXT)
    async with app.run_test() as pilot:
        app.screen.query_one("#when", Input).value = words
        app.screen.query_one("#will", Input).value = words
        await pilot.pause()
        await pilot.press("escape", "enter", "enter")
        await pilot.pause()
        assert "An entry about it" in text(app)
    assert app.kept.next_step == f"If {words}, then I {words}"


async def test_escape_leaves_the_field_first(host: HostOf) -> None:
    app = host(ReturnStep.NEXT)
    async with app.run_test() as pilot:
        await pilot.press("x", "escape")
        await pilot.pause()
        assert not app.has(GoTo)
        await pilot.press("escape")
        await pilot.pause()
    assert app.has(GoTo)


async def test_strength_after_is_kept_at_once_beside_what_it_was(host: HostOf) -> None:
    app = host(ReturnStep.STRENGTH, strength_before=7)
    async with app.run_test() as pilot:
        assert "Before, it was 7." in text(app)
        app.screen.query_one("StrengthPart Choice", Choice).value = "3"
        await pilot.pause()
    assert app.kept.strength_after == 3


@pytest.mark.parametrize(("key", "wish"), [("enter", EntryWish.KEEP), ("l", EntryWish.OPEN), ("d", EntryWish.DROP)])
async def test_the_entry_shows_what_it_will_hold_and_a_key_says_what_becomes_of_it(
    host: HostOf, key: str, wish: EntryWish
) -> None:
    app = host(ReturnStep.LOG, topic="the rent", thoughts=("who drives",), next_step="If a, then I b")
    async with app.run_test() as pilot:
        shown = " ".join(text(app).split())
        await pilot.press(key)
        await pilot.pause()
    (done,) = [message for message in app.told if isinstance(message, ReturnedPause.Done)]
    assert "Topic: the rent · Still parked: who drives · Next step: If a, then I b" in shown
    assert done.entry is wish


# -- not safe, locked


@pytest.mark.parametrize("step", [step for step in ReturnStep if step is not ReturnStep.DONE])
async def test_not_safe_leads_to_safety_first_from_every_step(host: HostOf, step: ReturnStep) -> None:
    app = host(step)
    async with app.run_test() as pilot:
        await pilot.press("escape", "x") if step in (ReturnStep.NEXT, ReturnStep.TOPIC) else await pilot.press("x")
        await pilot.pause()
        shown = text(app)
        await pilot.press("backspace", "n")
        await pilot.pause()
        assert "step" not in text(app).replace("The steps for the two of you", "")
    (led,) = [message for message in app.told if isinstance(message, Follow)]
    assert str(led.link) == "pages/safety-first"
    assert "put away for this pause" in shown


async def test_locked_the_steps_run_and_say_what_is_not_shown(host: HostOf) -> None:
    app = host(is_locked=True, topic="the wet dog", next_step="If the dog barks")
    seen = []
    async with app.run_test() as pilot:
        for _ in range(8):
            seen.append(text(app))
            await pilot.press("enter")
            await pilot.pause()
    assert all("Locked. f2 shows what is private." in screen for screen in seen)
    assert "What you parked is locked" in seen[3]
    assert app.has(ReturnedPause.Done)
    assert not any("dog" in screen for screen in seen)


@pytest.mark.parametrize("step", ReturnStep)
async def test_every_step_fits_a_small_terminal(host: HostOf, step: ReturnStep) -> None:
    app = host(step, topic="the rent", thoughts=("who drives",), next_step="If it gets loud, then I say our word")
    async with app.run_test(size=(40, 12)):
        assert app.screen.query_one(f"ReturnedPause > {type(app.screen.query_one(ReturnedPause)._part).__name__}").size
        assert max(part.max_scroll_y for part in app.screen.query("ReturnPart") if part.display) <= 1
