"""Locking loses nothing that was typed."""

import pytest
from textual.widgets import Input, TextArea

from companion.domain.content import Link
from companion.domain.unkept import Unkept
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from tests.screens import text
from tests.ui.locked.conftest import NOTE, unlock


async def test_the_line_that_was_typed_stands_there_again_after_unlocking(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("5")
        await pilot.pause()
        app.screen.query_one("#line", Input).value = "half a line"
        await pilot.press("ctrl+l", "enter", "escape")
        await pilot.pause()
        assert app.screen.query_one("#line", Input).value == ""
        await unlock(pilot)
        assert app.screen.query_one("#line", Input).value == "half a line"
        assert "Taken up from 20:10" in text(app)


async def test_an_open_form_waits_until_it_is_unlocked(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("5", "escape", "enter")
        await pilot.pause()
        app.screen.query_one("#note", Input).value = "the green cup"
        await pilot.press("f2", "enter")
        await unlock(pilot)
        assert [entry.note for entry in sealed.entries] == [NOTE]
        await pilot.press("escape", "e")
        await pilot.pause()
        assert app.screen.query_one("#note", Input).value == "the green cup"
        await pilot.press("ctrl+s")
    assert [entry.note for entry in sealed.entries] == ["the green cup"]


async def test_a_worksheet_is_kept(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        app.follow(Link("worksheets", "what-calms-me"))
        await pilot.pause()
        app.screen.query(TextArea).first().text = "tea"
        await pilot.press("f2", "enter")
        await unlock(pilot)
        begun = sealed.unkept.get("worksheet:what-calms-me")
    assert begun is not None
    assert begun.fields == {"body": "tea"}


async def test_an_own_script_and_a_parked_thought_are_kept(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("4", "n")
        await pilot.pause()
        app.screen.query_one(Input).value = "Give me a breath."
        await pilot.press("f2", "enter")
        await unlock(pilot)
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("t")
        await pilot.pause()
        app.screen.query_one(Input).value = "the rent"
        await pilot.press("f2", "enter")
        await unlock(pilot)
        pause, begun = sealed.pauses.open(), sealed.unkept.get("script:new")
    assert begun is not None
    assert begun.fields == {"words": "Give me a breath."}
    assert pause is not None
    assert pause.thoughts == ("the rent",)


async def test_what_is_typed_while_locked_waits_beside_what_was_typed_before(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        for words in ("in the light", "in the dark"):
            await pilot.press("5")
            await pilot.pause()
            app.screen.query_one("#line", Input).value = words
            await pilot.press("ctrl+l", "enter", "escape")
            await pilot.pause()
            assert app.screen.query_one("#line", Input).value == ""
        await unlock(pilot)
        taken = [app.screen.query_one("#line", Input).value]
        await pilot.press("enter", "escape", "4", "5")
        await pilot.pause()
        await pilot.pause()
        taken.append(app.screen.query_one("#line", Input).value)
    assert sorted(taken) == ["in the dark", "in the light"]


async def test_a_line_kept_while_locked_does_not_come_back_as_a_draft(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await pilot.press("5")
        await pilot.pause()
        app.screen.query_one("#line", Input).value = "in the dark"
        await pilot.pause()
        await pilot.press("escape", "l", "enter")
        await pilot.pause()
        await unlock(pilot)
        assert app.screen.query_one("#line", Input).value == ""
    assert "in the dark" in {entry.note for entry in sealed.entries}


async def test_what_can_not_be_kept_is_covered_and_not_thrown_away(
    app: CompanionApp, sealed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(draft: Unkept) -> Unkept:
        raise NotKept("The disk is full.")

    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("5")
        await pilot.pause()
        app.screen.query_one("#line", Input).value = "nowhere to go"
        with monkeypatch.context() as patch:
            patch.setattr(sealed.unkept, "keep", full)
            await pilot.press("ctrl+l")
            await pilot.pause()
            assert text(app).split() == ["Ready."]
            assert not sealed.is_locked
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one("#line", Input).value == "nowhere to go"
