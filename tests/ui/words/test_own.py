"""Words of one's own: written, edited, deleted and brought back."""

import pytest
from textual.widgets import Input

from companion.domain.script import OwnScript
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.words.screen import WordsScreen
from tests.conftest import AppAt
from tests.screens import text
from tests.ui.words.hands import row_ids, stand_on, write


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


async def test_however_often_one_presses_esc_the_words_stand_there_again(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert "^s Keep" in text(app)
        app.screen.query_one(Input).value = "Tea first"
        await pilot.pause()
        await pilot.press("escape", "escape", "escape")
        await pilot.pause(0.1)
        assert isinstance(app.screen, WordsScreen)
        assert "not lost: n takes" in " ".join(text(app).split())
        assert "Not kept yet: own words, n" in text(app)
        await pilot.press("n")
        await pilot.pause()
        assert app.screen.query_one(Input).value == "Tea first"
        assert "Taken up from 20:10; ctrl+d starts anew" in text(app)
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert not app.screen.query_one("#begun").display
    assert [own.text for own in store.scripts] == ["Tea first"]
    assert len(store.unkept) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Back {foo}", "“{foo}” is not a slot"),
        ("{back at}", "“{back at}” is not a slot"),
        ("Back {minutes", "“{minutes” is not a slot"),
        ("Back [ in {place}", "A [ needs its ]"),
        ("Back [ in {place}] at {back_at}", ""),
    ],
)
async def test_what_only_looks_like_a_slot_is_said_while_one_types(app_at: AppAt, words: str, said: str) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("n")
        app.screen.query_one(Input).value = words
        await pilot.pause()
        shown = text(app)
        assert said in shown
        assert ("shown as it stands" in shown) == bool(said)
        assert "Slots: {minutes}" in shown


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
