"""Words: finding a script, filling it in, copying it, and writing one's own."""

from datetime import timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from companion.domain.content import Link
from companion.domain.pause import Pause
from companion.domain.script import OwnScript
from companion.domain.worksheet import Answers
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.dialogs import Ask
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.words.screen import WordsScreen
from companion.ui.words.writing import WriteScript
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import lines, text

CARE = "If you are afraid of them, see help and safety first: f1."


def row_ids(app: CompanionApp) -> list[str]:
    return [row.id for row in app.screen.query_one("#scripts", RowList)._rows if row.id]


async def stand_on(pilot: Pilot[None], script_id: str) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, WordsScreen)
    await pilot.pause()
    screen._draw(at=script_id)
    await pilot.pause()


async def filter_by(pilot: Pilot[None], words: str) -> None:
    await pilot.press("slash")
    pilot.app.screen.query_one("#filter", Input).value = words
    await pilot.pause()


async def write(pilot: Pilot[None], words: str) -> None:
    assert isinstance(pilot.app.screen, WriteScript)
    pilot.app.screen.query_one(Input).value = words
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


def whole(app: CompanionApp) -> str:
    return " ".join(text(app).split())


# -- showing


async def test_scripts_stand_under_their_situations_with_the_slots_filled(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
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
        await pilot.pause()
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


async def test_a_running_pause_fills_the_slots(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    length = timedelta(minutes=45)
    store.pauses.keep(Pause(started_at=clock(), due=clock() + length, planned=length, place="the attic"))
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "leave-default")
        assert "I need 45 minutes in the attic. I'll come back at 20:55." in whole(app)


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
        assert lines(app)[2].strip() == "Raising distance"
        assert "❯ It's felt quiet between us" in text(app)


async def test_a_link_shows_its_situation_even_when_a_filter_stood(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await filter_by(pilot, "breakfast")
        app.follow(Link("scripts", "the-pause"))
        await pilot.pause()
        await pilot.pause()
        assert "❯ I'm swamped." in text(app)


# -- looking for words


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


# -- using them


@pytest.mark.parametrize("key", ["y", "enter"])
async def test_copying_takes_the_filled_words(app_at: AppAt, key: str) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "leave-short")
        await pilot.press(key)
        assert app.clipboard == "I'm overloaded. Taking 30 minutes, back at 20:40. I do care."


async def test_what_is_copied_is_true_at_that_moment(app_at: AppAt, clock: MovableClock) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "leave-short")
        clock.move(minutes=7)
        await pilot.press("y")
        assert "back at 20:47" in app.clipboard
        await pilot.pause()
        assert "back at 20:47" in whole(app)


async def test_f_asks_for_what_is_left_open_and_remembers_it(app_at: AppAt, store: Store) -> None:
    own = store.scripts.keep(OwnScript(text="{name}, I feel {feeling}. Back at {back_at}."))
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, own.id)
        assert "Left open: name, feeling. f fills them in." in text(app)
        await pilot.press("f")
        for answer in ("Mo", "flat"):
            await pilot.pause()
            assert isinstance(app.screen, Ask)
            app.screen.query_one(Input).value = answer
            await pilot.press("enter")
        await pilot.pause()
        assert "Try: Mo, I feel flat. Back at 20:40." in text(app)
        await pilot.press("y")
        assert app.clipboard == "Mo, I feel flat. Back at 20:40."
    assert store.scripts.get(own.id) == own


async def test_f_takes_back_what_was_typed_when_it_is_emptied(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "head-full")
        for answer, said in (("the attic", "sit in the attic till"), ("", "going to sit till")):
            await pilot.press("f")
            await pilot.pause()
            app.screen.query_one(Input).value = answer
            await pilot.press("enter")
            await pilot.pause()
            assert said in whole(app)


async def test_f_says_when_nothing_is_left_open(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(notifications=True) as pilot:
        await stand_on(pilot, "leave-short")
        await pilot.press("f")
        await pilot.pause()
        assert "These words leave nothing open." in text(app)


# -- own words


async def test_n_keeps_own_words_and_stands_on_them(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("n")
        app.screen.query_one(Input).value = "Give me {minutes}"
        await pilot.pause()
        assert "Give me 30 minutes" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "❯ Give me 30 minutes" in text(app)
    assert [own.text for own in store.scripts] == ["Give me {minutes}"]


async def test_no_words_are_answered_beside_the_field(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("n")
        await write(pilot, "  ")
        assert "Write the words you want to keep." in text(app)
    assert len(store.scripts) == 0


async def test_words_stay_in_the_form_when_the_disk_fails(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise NotKept("Not kept: the disk is full. Free some space, then try again.")

    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("n")
        with monkeypatch.context() as patch:
            patch.setattr(Collection, "keep", fail)
            await write(pilot, "Tea first")
        assert "the disk is full" in text(app)
        await pilot.press("enter")
    assert [own.text for own in store.scripts] == ["Tea first"]


async def test_esc_does_not_throw_words_away_at_once(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("n")
        app.screen.query_one(Input).value = "Tea first"
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "Not kept yet." in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, WordsScreen)
    assert len(store.scripts) == 0


async def test_e_edits_an_own_script_in_place(app_at: AppAt, store: Store) -> None:
    own = store.scripts.keep(OwnScript(text="Tea first"))
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, own.id)
        await pilot.press("e")
        assert app.screen.query_one(Input).value == "Tea first"
        await write(pilot, "Coffee first")
        assert "❯ Coffee first" in text(app)
    assert [(each.id, each.text) for each in store.scripts] == [(own.id, "Coffee first")]


async def test_e_makes_a_shipped_script_ones_own(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "leave-short")
        await pilot.press("e")
        given = app.screen.query_one(Input).value
        await write(pilot, f"{given} Truly.")
        assert "leave-short" in row_ids(app)
    assert [own.text for own in store.scripts] == [
        "I'm overloaded. Taking {minutes}, back at {back_at}. I do care. Truly."
    ]


async def test_d_deletes_own_words_and_u_brings_them_back(app_at: AppAt, store: Store) -> None:
    own = store.scripts.keep(OwnScript(text="Tea first"))
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, own.id)
        await pilot.press("d")
        await pilot.pause()
        assert len(store.scripts) == 0
        assert "Tea first" not in text(app)
        await pilot.press("u")
        await pilot.pause()
        assert "❯ Tea first" in text(app)
    assert [(each.id, each.text) for each in store.scripts] == [(own.id, "Tea first")]


async def test_a_shipped_script_can_not_be_deleted(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "leave-short")
        assert "Delete" not in text(app)
        await pilot.press("d")
        await pilot.pause()
        assert "leave-short" in row_ids(app)


async def test_a_deletion_that_does_not_reach_the_disk_is_said(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise NotKept("Not kept: the disk is full.")

    own = store.scripts.keep(OwnScript(text="Tea first"))
    app = app_at(Place.WORDS)
    async with app.run_test(notifications=True) as pilot:
        await stand_on(pilot, own.id)
        monkeypatch.setattr(Collection, "forget", fail)
        await pilot.press("d")
        await pilot.pause()
        assert "Not kept: the disk is full." in text(app)
    assert len(store.scripts) == 1


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


async def test_without_a_pause_the_times_are_those_of_the_usual_one(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.worksheets.keep(Answers(id="our-pause-agreement", answers={"length": "45"}, filled_at=clock()))
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "till 20:55" in text(app)
