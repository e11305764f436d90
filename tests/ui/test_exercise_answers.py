"""What the steps of an exercise ask for: lines, words of lists, marks; and what they make together."""

from datetime import timedelta

import msgspec
import pytest
from textual.widgets import Input

from companion.domain.content import Link
from companion.domain.exercise import Step
from companion.domain.field import Field, FieldKind
from companion.domain.held import HeldMessage
from companion.domain.pause import Pause
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.read.exercise import ExerciseScreen
from companion.ui.read.pages import PageScreen
from companion.ui.read.step import StepView
from companion.ui.tick_list import TickList
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.exercising import doing, line_of, screen, words, write


@pytest.fixture
def app(app_at: AppAt) -> CompanionApp:
    return app_at(Place.READ)


async def test_feelings_a_sign_and_a_need_make_one_line_with_one_small_thing(app: CompanionApp, store: Store) -> None:
    async with doing(app, "name-it-small") as pilot:
        await pilot.press("enter", "space", "down", "space", "enter")  # tired, drained
        await pilot.press("down", "enter", "tab")  # tight chest; no need
        await pilot.pause()
        await write(pilot, "sit on the step.")
        assert (
            "I notice: tired and drained. In my body: tight chest. So for the next hour I will sit on the step."
            in words(app)
        )
    (practice,) = store.practices
    assert practice.lines == (
        "I notice: tired and drained. In my body: tight chest. So for the next hour I will sit on the step.",
    )


async def test_no_more_than_three_feelings_stay_marked(app: CompanionApp) -> None:
    async with doing(app, "name-it-small") as pilot:
        await pilot.press("enter", "space", *["down", "space"] * 3)
        assert screen(pilot).query_one(StepView).answer.splitlines() == ["tired", "drained", "overloaded"]
        assert "space ticks up to 3" in words(app)
        assert "Up to 3. Take another tick away first." in words(app)


async def test_going_back_shows_what_was_answered(app: CompanionApp) -> None:
    async with doing(app, "if-then-card") as pilot:
        await pilot.press("enter", "enter")
        await write(pilot, "we talk about money")
        await pilot.press("shift+tab")
        await pilot.pause()
        assert line_of(pilot).value == "we talk about money"


async def test_the_card_is_shown_at_the_end_to_copy_and_to_keep(app: CompanionApp, store: Store) -> None:
    async with doing(app, "if-then-card") as pilot:
        await pilot.press("enter", "enter")
        for line in ("we talk about money", "my jaw locks", "go to the kitchen", "I need a while.", "in 30 minutes"):
            await write(pilot, line)
        card = (
            "If my jaw locks when we talk about money, then I'll go to the kitchen. "
            "I'll say: “I need a while.” I'll be back in 30 minutes."
        )
        assert card in words(app)
        await pilot.press("y")
        assert app.clipboard == card
    assert [practice.lines for practice in store.practices] == [(card,)]


async def test_two_marks_are_kept_and_told_back_without_a_verdict(app: CompanionApp, store: Store) -> None:
    async with doing(app, "two-distances") as pilot:
        await pilot.press("enter", "3", "enter", "8", "enter")
        assert "Now 3. As you would like, 8." in words(app)
        await pilot.press("escape")
    (practice,) = store.practices
    assert practice.lines == ("Close now: 3", "As I would like: 8")


async def test_a_turn_rings_when_its_time_has_passed_and_enter_goes_to_the_next(
    app: CompanionApp, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[bool] = []
    monkeypatch.setattr(app, "bell", lambda: rung.append(True))
    async with doing(app, "say-it-back") as pilot:
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "03:00 left" in text(app)
        assert "enter Next turn" in text(app)
        clock.move(seconds=181)
        for _ in range(3):
            screen(pilot).query_one(StepView).draw_clock()
        await pilot.pause()
        assert rung == [True]
        assert "That was the time for this turn." in words(app)
        await pilot.press("enter")
        assert "01:00 left" in text(app)


@pytest.mark.parametrize("slug", ["say-it-back", "own-it-mend-it"])
@pytest.mark.parametrize("steps", [0, 3])
@pytest.mark.parametrize("key", ["x", "f4"])
async def test_safety_is_a_key_away_at_any_step_and_stops(app: CompanionApp, slug: str, steps: int, key: str) -> None:
    async with doing(app, slug) as pilot:
        await pilot.press(*["enter"] * steps)
        await pilot.pause()
        is_in_a_field = isinstance(app.focused, Input)
        assert f"{'f4' if is_in_a_field else 'x'} Not safe" in text(app)
        await pilot.press("f4" if is_in_a_field else key)
        await pilot.pause()
        assert isinstance(app.screen, PageScreen)
        assert "Safety first" in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert ("You stopped here, and that is fine." in words(app)) == bool(steps)


async def test_the_word_afraid_offers_safety_first(app: CompanionApp) -> None:
    async with doing(app, "name-it-small") as pilot:
        await pilot.press("enter")
        assert "f4" not in text(app)
        rows = screen(pilot).query_one(TickList)
        rows.cursor = next(at for at, row in enumerate(rows.rows) if row.id == "afraid")
        await pilot.press("enter")
        assert "If you're afraid of them, f4 opens Safety first." in words(app)
        await pilot.press("f4")
        await pilot.pause()
        assert isinstance(app.screen, PageScreen)


@pytest.mark.parametrize("line", [HOSTILE, "x" * 10_000, "🙂 עברית {feeling} [red]", "\x1b[31m\tred"])
async def test_whatever_is_typed_is_shown_and_kept(app: CompanionApp, store: Store, line: str) -> None:
    async with doing(app, "name-it-small", (40, 12)) as pilot:
        await pilot.press("enter", "tab", "tab", "tab")
        await pilot.pause()
        await write(pilot, line)
        await pilot.press("end")
        await pilot.pause()
    (practice,) = store.practices
    shown = " ".join("".join(char if char.isprintable() else " " for char in line).split())
    assert practice.lines == (f"So for the next hour I will {shown}.",)


# -- the urge to text


async def ride(app: CompanionApp, choice: int, message: str = "why don't you answer") -> None:
    """Ride the wave to its end, with one of the three choices."""
    async with doing(app, "ride-the-wave") as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await write(pilot, message)
        await pilot.press("8", "enter", "tab", "enter", "5", "enter", *["down"] * choice, "enter")
        await pilot.pause()
        await write(pilot, "If I want to text, I'll put the kettle on")
        await pilot.press("enter")
        await pilot.pause()


async def test_a_message_saved_for_later_is_held_until_the_pause_is_due(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    length = timedelta(minutes=40)
    pause = store.pauses.keep(Pause(started_at=clock(), due=clock() + length, planned=length))
    await ride(app, 2)
    (held,) = store.held
    assert (held.text, held.open_at, held.mood_before, held.pause) == ("why don't you answer", pause.due, 8, pause.id)
    (practice,) = store.practices
    assert (practice.strength_before, practice.strength_after, practice.pause) == (8, 5, pause.id)
    assert practice.lines == ("I chose: Save it for later", "If I want to text, I'll put the kettle on")


async def test_without_a_pause_it_is_held_for_an_hour_and_at_night_until_the_morning(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    clock.move(hours=1)  # 21:10; an hour later is night
    await ride(app, 2)
    (held,) = store.held
    assert f"{held.open_at.astimezone():%d %H:%M}" == "23 08:00"


@pytest.mark.parametrize("choice", [0, 1])
async def test_a_message_that_is_not_saved_leaves_nothing(app: CompanionApp, store: Store, choice: int) -> None:
    await ride(app, choice)
    assert not list(store.held)
    assert "answer" not in repr(store.tables())


async def test_choosing_anew_lets_a_held_message_go(app: CompanionApp, store: Store) -> None:
    async with doing(app, "ride-the-wave") as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await write(pilot, "where are you")
        await pilot.press("tab", "tab", "tab", "tab", "down", "down", "enter")
        held: list[HeldMessage] = list(store.held)
        assert [each.text for each in held] == ["where are you"]
        await pilot.press("shift+tab", "space", "up", "up", "space", "enter")
        assert not list(store.held)


async def test_one_who_stops_before_choosing_is_told_and_can_hold_it_still(app: CompanionApp, store: Store) -> None:
    async with doing(app, "ride-the-wave") as pilot:
        await pilot.press("enter")
        await pilot.pause()
        line_of(pilot).value = "where are you"
        await pilot.press("escape")
        assert "Your message is not kept. h holds it until 21:10." in words(app)
        assert not list(store.held)
        await pilot.press("h")
        assert "Your message is held until 21:10." in words(app)
    assert [held.text for held in store.held] == ["where are you"]


async def test_every_exercise_opens_by_its_link(app: CompanionApp, library: Library) -> None:
    async with app.run_test() as pilot:
        for slug, exercise in library.exercises.items():
            app.follow(Link("exercises", slug))
            await pilot.pause()
            assert exercise.title in text(app)
            await pilot.press("escape")
            await pilot.pause()


async def test_a_step_asks_with_any_field_of_a_worksheet_and_says_beside_it_what_does_not_fit(
    app: CompanionApp, store: Store, library: Library, clock: MovableClock
) -> None:
    again = Field(id="again", label="Again on", kind=FieldKind.DATE)
    base = library.exercises["five-things"]
    exercise = msgspec.structs.replace(base, steps=(Step(say="When again?", ask=again), Step(say="On {again}.")))
    async with app.run_test() as pilot:
        app.push_screen(ExerciseScreen(exercise, store, library, clock))
        await pilot.press("enter", *"soon", "enter")
        await pilot.pause()
        assert "“soon” is not a day." in words(app)
        assert "When again?" in words(app)
        await pilot.press("ctrl+u", *"tomorrow", "enter")
        await pilot.pause()
        assert "On 23 November 2026." in words(app)
        await pilot.press("escape")
    assert [practice.lines for practice in store.practices] == [("Again on: 23 November 2026",)]
