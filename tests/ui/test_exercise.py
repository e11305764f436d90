"""An exercise: who should leave it out, a step a screen, a quiet end, and a way out at any time."""

import pytest

from companion.domain.content import Link
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.pacer import Pacer
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.read.exercise import ExerciseScreen
from companion.ui.read.pages import PageScreen
from companion.ui.read.screen import ReadScreen
from companion.ui.read.step import FREE, StepView
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.exercising import doing, words


def tick(app: CompanionApp) -> None:
    assert isinstance(app.screen, PlaceScreen)
    app.screen.tick()


async def test_who_should_leave_it_out_is_said_first_then_what_is_known(app_at: AppAt, library: Library) -> None:
    exercise = library.exercises["slow-six"]
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 40)) as pilot:
        app.follow(Link("exercises", "slow-six"))
        await pilot.pause()
        shown = words(app)
    assert shown.index(exercise.skip) < shown.index(exercise.evidence)
    assert exercise.steps[0].say not in shown


async def test_a_clock_that_is_set_back_makes_no_step_longer(app_at: AppAt, clock: MovableClock) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(Link("exercises", "ride-the-wave"))
        await pilot.press("enter", "tab", "tab", "tab")
        assert "about 2 minutes left" in words(app)
        clock.move(hours=-5)
        tick(app)
        await pilot.pause()
        assert "about 2 minutes left" in words(app)


async def test_enter_and_the_arrows_go_step_by_step(app_at: AppAt, library: Library) -> None:
    steps = library.exercises["five-things"].steps
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(Link("exercises", "five-things"))
        await pilot.press("enter")
        assert steps[0].say in words(app)
        assert f"1 of {len(steps)}" in text(app)
        await pilot.press("right")
        assert steps[1].say in words(app)
        assert steps[0].say not in words(app)
        await pilot.press("left", "left")
        assert "about 3 min" in text(app)


async def test_the_last_screen_says_so_calmly_and_enter_leaves(app_at: AppAt, library: Library) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(Link("exercises", "five-things"))
        await pilot.pause()
        assert isinstance(app.screen, ExerciseScreen)
        app.screen.at = len(library.exercises["five-things"].steps) - 1
        await pilot.press("enter")
        shown = words(app)
        assert "That is the end of it." in shown
        assert "!" not in shown
        await pilot.press("enter")
        assert isinstance(app.screen, ReadScreen)


async def test_escape_stops_at_any_time_back_goes_on_and_escape_again_leaves(app_at: AppAt, library: Library) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(Link("exercises", "long-sigh"))
        await pilot.press("enter", "enter", "enter", "escape")
        assert "You stopped here, and that is fine." in words(app)
        await pilot.press("shift+tab")
        assert library.exercises["long-sigh"].steps[2].say in words(app)
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, ReadScreen)


async def test_before_it_starts_escape_leaves_at_once(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(Link("exercises", "long-sigh"))
        await pilot.press("escape")
        assert isinstance(app.screen, ReadScreen)
    assert not list(store.practices)


async def test_tab_leaves_a_step_out(app_at: AppAt, library: Library) -> None:
    steps = library.exercises["long-sigh"].steps
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(Link("exercises", "long-sigh"))
        await pilot.press("enter", "tab")
        assert steps[1].say in words(app)


async def test_the_introduction_scrolls_and_its_links_open_while_the_strength_has_the_focus(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(40, 12)) as pilot:
        app.follow(Link("exercises", "say-it-back"))
        await pilot.press("pagedown", "down")
        assert "Say it back" not in text(app)
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PageScreen)


async def test_a_step_with_a_clock_counts_and_does_not_go_on_by_itself(
    app_at: AppAt, library: Library, clock: MovableClock
) -> None:
    say = library.exercises["let-go-muscles"].steps[1].say
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(Link("exercises", "let-go-muscles"))
        await pilot.press("enter", "enter")
        assert "00:20 left" in text(app)
        clock.move(seconds=12)
        tick(app)
        await pilot.pause()
        assert "00:08 left" in text(app)
        clock.move(minutes=5)
        tick(app)
        await pilot.pause()
        assert "That was the time for this step." in text(app)
        assert say in words(app)
        await pilot.press("enter")
        assert "00:20 left" in text(app)  # the next step begins its own


async def test_a_breathing_step_is_paced_without_a_pressing_clock(app_at: AppAt, clock: MovableClock) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(Link("exercises", "slow-six"))
        await pilot.press("enter", "enter", "enter")
        assert "breathe in" in text(app)
        assert "about 2 minutes left" in text(app)
        assert FREE in words(app)
        clock.move(seconds=6)
        app.screen.query_one(Pacer)._look()
        await pilot.pause()
        assert "breathe out" in text(app)
        await pilot.press("enter")
        assert not app.screen.query_one(Pacer).display


async def test_every_breathing_step_says_that_one_may_breathe_ones_own_way(app_at: AppAt, library: Library) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        for exercise in library.exercises.values():
            for number, step in enumerate(exercise.steps):
                if step.rhythm:
                    app.follow(Link("exercises", exercise.slug))
                    await pilot.pause()
                    assert isinstance(app.screen, ExerciseScreen)
                    app.screen.at = number
                    await pilot.pause()
                    assert words(app).count("Breathe your own way.") == 1


async def test_with_motion_reduced_the_words_pace_alone(app_at: AppAt, clock: MovableClock) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.animation_level = "none"
        app.follow(Link("exercises", "slow-six"))
        await pilot.press("enter", "enter", "enter")
        clock.move(seconds=3)
        app.screen.query_one(Pacer)._look()
        await pilot.pause()
        assert "breathe in" in text(app)
        assert "█" not in text(app)


@pytest.mark.parametrize("size", [(40, 12)])
async def test_every_step_fits(app_at: AppAt, library: Library, size: tuple[int, int]) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=size) as pilot:
        for exercise in library.exercises.values():
            app.follow(Link("exercises", exercise.slug))
            await pilot.pause()
            for number in range(len(exercise.steps)):
                assert isinstance(app.screen, ExerciseScreen)
                app.screen.at = number
                await pilot.pause()
                assert exercise.says(number, {}) in words(app), (exercise.slug, number)
                assert app.screen.query_one(StepView).max_scroll_y == 0, (exercise.slug, number)
            await pilot.press("escape")


async def test_on_the_narrowest_screen_the_strength_stays_on_it(app_at: AppAt) -> None:
    async with doing(app_at(Place.READ), "long-sigh", (20, 12)) as pilot:
        strength = pilot.app.screen.query_one("#strength")
        assert strength.display
        assert strength.region.right <= 20
