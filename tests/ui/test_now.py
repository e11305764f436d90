"""Now: from launch to the right thing in one or two keys."""

from companion.storage.store import Store
from tests.conftest import AppAt
from tests.screens import text


async def test_the_eight_sentences_and_the_three_lines_are_there_at_launch(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = text(app)
    assert "I need space, and I feel guilty about it" in shown
    assert "I am afraid of them" in shown
    assert "30 minutes, back at 20:40" in shown


async def test_o_keeps_an_ordinary_day(app_at: AppAt, store: Store) -> None:
    async with app_at().run_test() as pilot:
        await pilot.press("o")
    assert [entry.kind for entry in store.entries] == ["ordinary"]
