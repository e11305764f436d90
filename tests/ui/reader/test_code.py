"""Lines of code on the screen: they may reach beyond the measure, and are copied whole."""

from companion.ui.places import Place
from tests.conftest import AppAt
from tests.screens import lines, text
from tests.ui.reading import read, reader

LONG = "result = first_part_of_it + second_part_of_it + third_part_of_it + the_last_part"
WORDS = f"# Code\n\n{'words and words ' * 30}\n\n```\n{LONG}\n```\n\nThe end.\n"


async def test_they_use_the_room_beside_the_text_up_to_the_edge(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(100, 24)) as pilot:
        read(app, WORDS)
        await pilot.pause()
        before = next(line for line in lines(app) if "words and" in line)
        assert LONG in text(app)
        for width in (92, 100):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            assert (LONG in text(app)) == (width == 100)
        assert next(line for line in lines(app) if "words and" in line) == before


async def test_one_that_goes_on_is_copied_whole(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(60, 24)) as pilot:
        read(app, WORDS)
        await pilot.pause()
        assert "↪ third_part_of_it + the_last_part" in text(app)
        await pilot.press("v", "end", "up", "p", "y")
        await pilot.pause()
        assert LONG in app.clipboard.splitlines()
        assert reader(app).has_focus
