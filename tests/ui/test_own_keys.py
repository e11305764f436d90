"""Keys of one's own in the app: they work, are shown wherever a key is named, and take no letter from a field."""

from pathlib import Path

from textual.widgets import Input

from companion.domain.entry import Entry
from companion.storage.paths import KEYS
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.cover import Cover
from companion.ui.dialogs import Choose
from companion.ui.help.screen import HelpScreen
from companion.ui.keymap import read_keymap
from companion.ui.log.form import EntryForm
from companion.ui.places import Place
from companion.ui.rows import Row
from tests.conftest import AppAt, MovableClock
from tests.screens import lines, text


def moved(app: CompanionApp, folder: Path, keys: str) -> CompanionApp:
    (folder / KEYS).write_text(keys, encoding="utf-8")
    keymap = read_keymap(folder)
    app.move_keys(keymap.keys, keymap.whole, keymap.problem)
    return app


def place_of(app: CompanionApp) -> Place | None:
    return getattr(app.screen, "place", None)


# -- moved keys


async def test_a_moved_key_works_and_its_old_one_does_not(app_at: AppAt, tmp_path: Path) -> None:
    app = moved(app_at(), tmp_path, "app.cover: ctrl+g\napp.read: f7\n")
    async with app.run_test() as pilot:
        await pilot.press("3", "ctrl+l")
        assert place_of(app) is Place.NOW
        await pilot.press("f7")
        assert place_of(app) is Place.READ
        await pilot.press("ctrl+g")
        assert isinstance(app.screen, Cover)


async def test_the_moved_cover_key_works_from_a_field_and_a_question(app_at: AppAt, tmp_path: Path) -> None:
    app = moved(app_at(Place.LOG), tmp_path, "app.cover: ctrl+g\n")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.focused, Input)
        await pilot.press("ctrl+g")
        assert isinstance(app.screen, Cover)
        await pilot.press("enter")
        app.push_screen(Choose("Which?", [Row("one", "one")]))
        await pilot.press("ctrl+g")
        assert isinstance(app.screen, Cover)


async def test_moved_keys_stand_at_the_bottom_on_the_bar_and_in_sentences(app_at: AppAt, tmp_path: Path) -> None:
    app = moved(app_at(Place.READ), tmp_path, "app.cover: ctrl+g\nread.search: f9\napp.plan: f8\napp.quit: f10\n")
    async with app.run_test(size=(120, 24), notifications=True) as pilot:
        await pilot.pause()
        bar, keys = lines(app)[0], lines(app)[-1]
        assert "f8 Plan" in bar
        assert "f9 Search" in keys
        assert "^g Hide" in keys
        assert "^l" not in keys
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert "f10 quits." in text(app)


async def test_the_ways_of_words_show_their_moved_keys(app_at: AppAt, tmp_path: Path) -> None:
    app = moved(app_at(Place.WORDS), tmp_path, "words.feel: '['\n")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "[ I feel" in text(app)
        await pilot.press("[")
        await pilot.pause()
        assert type(app.screen).__name__ == "SentenceBuilder"


async def test_a_letter_of_ones_own_still_writes_in_a_field_and_is_not_offered_there(
    app_at: AppAt, tmp_path: Path
) -> None:
    app = moved(app_at(Place.LOG), tmp_path, "log.leave-line: z\n")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "z To the entries" not in lines(app)[-1]
        await pilot.press("z")
        assert isinstance(app.focused, Input)
        assert app.focused.value == "z"


async def test_what_shared_the_old_key_works_on(app_at: AppAt, tmp_path: Path) -> None:
    app = moved(app_at(), tmp_path, "app.lock: f6\n")
    async with app.run_test() as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert type(app.screen).__name__ == "PrivacyScreen"


async def test_keys_that_changed_places_have_changed_places(
    app_at: AppAt, store: Store, clock: MovableClock, tmp_path: Path
) -> None:
    store.entries.keep(Entry(at=clock(), kind="quarrel"))
    app = moved(app_at(Place.LOG), tmp_path, "log.duplicate: d\nlog.delete: D\n")
    async with app.run_test() as pilot:
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("d")
        await pilot.pause()
        assert isinstance(app.screen, EntryForm)
        await pilot.press("escape")
        await pilot.pause()
        assert len(list(store.entries)) == 1
        await pilot.press("D")
        await pilot.pause()
    assert not list(store.entries)


async def test_a_broken_file_is_told_once_and_the_good_lines_work(app_at: AppAt, tmp_path: Path) -> None:
    app = moved(app_at(), tmp_path, "app.covr: x\napp.read: f7\nlog.new: ctrl+i\n")
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        shown = " ".join(text(app).replace("▌", " ").split())
        assert "keys.yaml, line 1: there is no “app.covr”; did you mean app.cover?" in shown
        assert "“companion keys --check” says what else." in shown
        app.clear_notifications()
        app.say_notices()
        await pilot.press("f7")
        await pilot.pause()
        assert place_of(app) is Place.READ
        assert "keys.yaml" not in text(app)


# -- help


async def test_help_lists_the_keys_of_where_one_came_from_and_everywhere(app_at: AppAt, tmp_path: Path) -> None:
    app = moved(app_at(Place.PLAN), tmp_path, "app.cover: ctrl+g\nplan.week: f9\n")
    async with app.run_test(size=(80, 120)) as pilot:
        await pilot.pause()
        await pilot.press("f1")
        await pilot.pause()
        shown = [line.strip() for line in lines(app)]
    here, everywhere = shown.index("Keys here"), shown.index("Keys everywhere")
    assert "• f9 Week" in shown[here:everywhere]
    assert "• h Earlier ones" in shown[here:everywhere]
    assert "• ↓ Down" in shown[here:everywhere]
    assert "• ctrl+g Hide" in shown[everywhere:]
    assert not any("Check a message" in line for line in shown)
    assert "Press ctrl+g to hide this screen." in " ".join(shown)


async def test_a_question_mark_goes_down_to_the_keys(app_at: AppAt) -> None:
    app = app_at(Place.LOG)
    async with app.run_test() as pilot:
        await pilot.press("escape", "f1")
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        assert lines(app)[2].strip() == "Keys here"


async def test_help_over_a_question_lists_the_keys_of_that_question(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test(size=(80, 90)) as pilot:
        app.push_screen(Choose("Which?", [Row("one", "one")]))
        await pilot.pause()
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        shown = text(app)
    assert "• enter Choose" in shown
    assert "What is happening" not in shown
