"""Words: finding a script, by its situation, a link or the filter."""

import pytest
from textual.widgets import Static

from companion.domain.content import Link
from companion.domain.script import OwnScript
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.words.screen import WordsScreen
from tests.conftest import HOSTILE, AppAt
from tests.screens import lines, text
from tests.ui.words.hands import filter_by, row_ids, stand_on, whole

CARE = "If you are afraid of them, see help and safety first: f1."


async def test_scripts_stand_under_their_situations_with_the_slots_filled(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "head-full")
        shown = text(app)
    assert "Asking for room" in shown
    assert "My head's full. I'm going to sit till 20:40, then I'm yours." in shown
    assert "Instead of: Leave me alone." in shown
    assert "Try: My head's full." in shown


async def test_without_own_words_it_says_how_they_come(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "My own words" in text(app)
        assert "None yet. n writes one" in text(app)


async def test_the_detail_shows_the_whole_script_and_follows_the_cursor(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "head-full")
        await pilot.press("down")
        await pilot.pause()
        assert "Instead of: You're too much." in text(app)
        assert "You did nothing wrong. Can we pick this up after breakfast?" in whole(app)


@pytest.mark.parametrize(("size", "beside"), [((80, 24), False), ((120, 40), True)])
async def test_the_detail_stands_beside_the_list_where_there_is_room(
    app_at: AppAt, size: tuple[int, int], beside: bool
) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        rows, detail = app.screen.query_one("#scripts"), app.screen.query_one("ScriptDetail")
        assert (detail.region.x > rows.region.x + 20) is beside
        assert (detail.region.y > rows.region.y + 5) is not beside


@pytest.mark.parametrize("script", ["kind-ending", "help-by-next-month"])
async def test_words_that_may_not_be_safe_to_say_carry_the_line_about_fear(app_at: AppAt, script: str) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "head-full")
        assert CARE not in whole(app)
        await stand_on(pilot, script)
        assert CARE in whole(app)


async def test_the_line_about_fear_is_there_on_a_small_screen_too(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(size=(40, 12)) as pilot:
        await stand_on(pilot, "kind-ending")
        assert CARE in whole(app)
        assert "Can we talk about doing this with care?" in whole(app)


async def test_a_link_to_a_situation_stands_on_its_first_script(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        app.follow(Link("scripts", "raising-distance"))
        await pilot.pause()
        await pilot.pause()
        assert lines(app)[5].strip() == "Raising distance"
        assert "❯ It's felt quiet between us" in text(app)


async def test_a_link_shows_its_situation_even_when_a_filter_stood(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await filter_by(pilot, "breakfast")
        app.follow(Link("scripts", "the-pause"))
        await pilot.pause()
        await pilot.pause()
        assert "❯ I'm swamped." in text(app)


async def test_the_filter_looks_in_words_and_labels_as_one_types(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await filter_by(pilot, "friends sundays")
        assert row_ids(app) == ["one-call-a-week"]
        assert "Friends and family" in text(app)
        assert "Asking for room" not in text(app)


async def test_esc_shows_all_again_and_letters_are_keys(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await filter_by(pilot, "sundays")
        await pilot.press("escape")
        await pilot.pause()
        assert len(row_ids(app)) > 30
        assert isinstance(app.focused, RowList)


async def test_enter_keeps_the_filter_and_goes_to_the_list(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await filter_by(pilot, "sundays")
        await pilot.press("enter", "y")
        assert app.clipboard.endswith("Sundays?")


async def test_words_that_nothing_holds_say_so(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await filter_by(pilot, HOSTILE)
        assert "Nothing has these words. esc shows all again." in text(app)
        await pilot.press("enter", "y")
        assert app.clipboard == ""


async def test_what_another_process_wrote_appears(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        store.scripts.keep(OwnScript(text="Tea first"))
        assert isinstance(app.screen, WordsScreen)
        app.screen.reload()
        await pilot.pause()
        await pilot.pause()
        assert "Tea first" in text(app)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_hostile_words_are_shown_as_they_were_typed(app_at: AppAt, store: Store, size: tuple[int, int]) -> None:
    own = store.scripts.keep(OwnScript(text=HOSTILE))
    app = app_at(Place.WORDS)
    async with app.run_test(size=size) as pilot:
        await stand_on(pilot, own.id)
        assert "Try: I felt [/b] and [red] $x ‹place› [31m" in whole(app).replace("│ ", "")
        assert "\x1b" not in text(app)
        await pilot.press("e")
        await pilot.pause()
        assert "I felt [/b] and [red] $x ‹place›" in str(app.screen.query_one("#preview", Static).render())
