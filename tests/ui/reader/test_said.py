"""What is said while reading stands in one line below the text, for a moment."""

from textual.widgets._toast import Toast

from companion.domain.content import Link
from companion.ui.places import Place
from tests.conftest import AppAt
from tests.screens import lines
from tests.ui.reading import read, reader, said

LINK = Link("articles", "asking-kindly")
LESS = "less_than_sign"


async def test_it_covers_no_word_of_the_text_at_any_size(app_at: AppAt) -> None:
    for size in ((80, 24), (40, 12), (20, 5)):
        app = app_at(Place.READ)
        async with app.run_test(size=size) as pilot:
            app.follow(LINK)
            await pilot.pause()
            for key in ("m", LESS, "z", "v"):
                await pilot.press(key, *["y"] * (key == "v"))
                await pilot.pause()
                shown, line = reader(app).region, app.screen.said.region  # type: ignore[attr-defined]
                assert said(app), key
                assert not app.screen.query(Toast), key
                assert line.y >= shown.bottom, key
                assert line.height >= 1, key


async def test_one_takes_the_place_of_the_last_and_the_next_key_takes_it_away(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        app.follow(LINK)
        await pilot.pause()
        await pilot.press(LESS, LESS, LESS)
        await pilot.pause()
        assert said(app) == "Lines of 60 columns"
        assert lines(app)[-2].strip() == "Lines of 60 columns"
        await pilot.press("down")
        await pilot.pause()
        assert not said(app)
        assert "min left" in lines(app)[-2]


async def test_it_goes_by_itself(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        app.follow(LINK)
        await pilot.pause()
        app.screen.said.say("A moment", 0.01)  # type: ignore[attr-defined]
        await pilot.pause(0.1)
        assert not said(app)
        assert "min left" in lines(app)[-2]


async def test_a_width_that_the_screen_has_no_room_for_is_said_to_be_one(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(40, 12)) as pilot:
        read(app, "words " * 200)
        await pilot.pause()
        await pilot.press(LESS)
        await pilot.pause()
        assert said(app) == "The screen is narrower than that."
