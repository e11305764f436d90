"""The builders: fields, and the sentence that grows below them."""

from textual.widgets import Static, TextArea

from companion.ui.places import Place
from companion.ui.words.builder import SentenceBuilder
from tests.conftest import AppAt, MovableClock
from tests.ui.words.hands import WHOLE, open_with, sentence, type_all, type_in, whole


async def test_the_sentence_grows_as_one_types(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, "a")
        await type_in(pilot, state="swamped")
        assert sentence(app).startswith("I'm swamped. I need ‹what I need› for ‹how long›.")
        await type_all(pilot)
        assert sentence(app) == WHOLE


async def test_the_second_builder_shows_both_views(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, "i")
        await type_in(pilot, theirs="had a long day", feeling="lonely", when="we eat apart")
        assert sentence(app).startswith("I get that you had a long day, and I feel lonely when we eat apart.")


async def test_a_feeling_is_picked_by_typing(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, "a")
        await pilot.press("o", "v", "e", "r")
        await pilot.pause(0.1)
        await pilot.press("right", "enter", "q", "u")
        await pilot.pause(0.1)
        await pilot.press("right")
        await pilot.pause()
        assert sentence(app).startswith("I'm overloaded. I need quiet")


async def test_a_time_that_is_not_understood_is_said_beside_its_field(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, "a")
        await type_in(pilot, length="a [red] while")
        assert "is not a length. Say it like “30”" in whole(app)
        await type_in(pilot, length="30")
        assert "is not a length" not in whole(app)


async def test_the_times_stay_true_while_it_stands_there(app_at: AppAt, clock: MovableClock) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, "a")
        await type_all(pilot)
        clock.move(minutes=7)
        assert isinstance(app.screen, SentenceBuilder)
        app.screen.tick()
        await pilot.pause()
        assert "back at 20:47" in sentence(app)
        await pilot.press("ctrl+y")
        assert "back at 20:47" in app.clipboard


async def test_ctrl_r_follows_the_fields_again(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, "a")
        await type_all(pilot)
        app.screen.query_one("#sentence", TextArea).text = "Something else"
        await pilot.pause()
        await type_in(pilot, state="tired")
        assert sentence(app) == "Something else"
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert sentence(app).startswith("I'm tired.")


async def test_what_is_asked_fits_on_a_small_screen(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(size=(40, 12)) as pilot:
        await open_with(pilot, "a")
        await type_all(pilot)
        assert "I'll be back at 20:40." in whole(app)
        assert not app.screen.query_one("#foot", Static).region.height
