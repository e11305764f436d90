"""What becomes of the builders' sentence: it is kept, held, or stays until one comes back."""

import pytest
from textual import events
from textual.widgets import TextArea

from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.area import Area
from companion.ui.line import Line
from companion.ui.places import Place
from companion.ui.words.builder import SentenceBuilder
from companion.ui.words.hold import HoldMessage
from companion.ui.words.screen import WordsScreen
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.words.hands import WHOLE, open_with, sentence, type_all, type_in, whole


async def test_the_sentence_is_changed_kept_and_its_times_stay_open(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(notifications=True) as pilot:
        await open_with(pilot, "a")
        await type_all(pilot)
        area = app.screen.query_one("#sentence", TextArea)
        area.focus()
        area.text = WHOLE.replace("swamped", "full up")
        await pilot.pause()
        assert "In your own words now." in whole(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Kept with your own words." in whole(app)
        await pilot.press("ctrl+s", "escape")
        await pilot.pause()
        assert "I'm full up. I need quiet for 30 minutes." in whole(app)
    kept = "I'm full up. I need quiet for {minutes}. I'll be back at {back_at}. I love you."
    assert [own.text for own in store.scripts] == [kept]


async def test_what_is_typed_stays_after_esc_until_it_is_kept(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, "a")
        await type_all(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, WordsScreen)
        assert len(store.scripts) == 0
        await open_with(pilot, "a")
        assert sentence(app) == WHOLE
        await pilot.press("ctrl+s", "escape")
        await pilot.pause()
        await open_with(pilot, "a")
        assert "‹how I am›" in sentence(app)


async def test_an_empty_one_is_not_kept(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(notifications=True) as pilot:
        await open_with(pilot, "a")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Nothing is written yet." in whole(app)
        await pilot.press("ctrl+q")
    assert len(store.scripts) == 0


async def test_a_failing_disk_takes_nothing_away(app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise NotKept("Not kept: the disk is full.")

    app = app_at(Place.WORDS)
    async with app.run_test(notifications=True) as pilot:
        await open_with(pilot, "a")
        await type_all(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(Collection, "keep", fail)
            await pilot.press("ctrl+s")
            await pilot.pause()
        assert "the disk is full" in whole(app)
        assert sentence(app) == WHOLE
        await pilot.press("ctrl+s")
    assert len(store.scripts) == 1


async def test_ctrl_o_holds_the_sentence_once(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, "a")
        await type_all(pilot)
        for _ in range(2):
            await pilot.press("ctrl+o")
            await pilot.pause()
            assert isinstance(app.screen, HoldMessage)
            assert app.screen.query_one("#message", TextArea).text == WHOLE
            await pilot.press("escape")
            await pilot.pause()
        await pilot.press("ctrl+o")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, SentenceBuilder)
    assert [held.text for held in store.held] == [WHOLE]


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
@pytest.mark.parametrize("words", [HOSTILE, "x" * 10_000, "שלום 🙂 {minutes} ["])
async def test_hostile_words_are_shown_and_kept(app_at: AppAt, store: Store, size: tuple[int, int], words: str) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(size=size) as pilot:
        await open_with(pilot, "i")
        for field in [*app.screen.query(Line), app.screen.query_one("#sentence", Area)]:
            field.focus()
            await pilot.pause()
            app.screen.post_message(events.Paste(words))
            await pilot.pause()
        assert "\x1b" not in text(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
    (own,) = store.scripts
    assert words.rstrip("[ ").split()[0] in own.text


async def test_a_sentence_that_went_on_takes_the_place_of_the_one_held_before(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, "a")
        await type_in(pilot, state="swamped")
        await open_with(pilot, "ctrl+o")
        area = app.screen.query_one("#message", TextArea)
        area.text = f"Mo. {area.text}"
        await pilot.pause()
        await open_with(pilot, "escape")
        await type_all(pilot)
        await open_with(pilot, "ctrl+o")
        assert app.screen.query_one("#message", TextArea).text == f"Mo.\n\n{WHOLE}"


async def test_a_sentence_that_was_only_looked_at_waits_in_its_builder_alone(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, "a")
        await type_all(pilot)
        await open_with(pilot, "ctrl+o")
        await pilot.press("escape", "ctrl+q")
    assert [draft.id for draft in store.unkept] == ["sentence:ask"]
    assert len(store.held) == len(store.scripts) == 0


async def test_a_change_in_a_new_minute_leaves_the_times_open(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, "a")
        await type_all(pilot)
        clock.move(minutes=1)
        app.screen.query_one("#sentence", TextArea).text = WHOLE.replace("love", "like")
        await pilot.pause()
        await pilot.press("ctrl+s")
    assert [own.text[-35:] for own in store.scripts] == ["I'll be back at {back_at}. I like you."[-35:]]
