"""Review while the log is locked: nothing of it is shown."""

from pathlib import Path

from companion.domain.review.sentences import NOTE
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.ui.review.hands import TALL, keep, shown


async def test_while_it_is_locked_nothing_is_shown_and_no_key_leads_anywhere(
    app_at: AppAt, clock: MovableClock, tmp_path: Path
) -> None:
    store = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    keep(store, 0, note="a secret", person="Anna", feelings=("hurt",))
    store.set_passphrase(store.new_key("x"))
    store.lock()
    app = app_at(Place.REVIEW, over=store)
    async with app.run_test() as pilot:
        locked = await shown(app, pilot)
        assert "The review is locked. f2 unlocks it." in locked
        for key in ("n", "p", "l", "w", "s", "at", "f", "h", "t", "enter", "down", "left_square_bracket"):
            await pilot.press(key)
            assert await shown(app, pilot) == locked, key
    assert "2026" not in locked
    assert NOTE not in locked


async def test_locking_puts_the_opened_entries_away(app_at: AppAt, clock: MovableClock, tmp_path: Path) -> None:
    store = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    keep(store, 0, note="a secret", quote="a quote")
    store.set_passphrase(store.new_key("x"))
    app = app_at(Place.REVIEW, over=store)
    for keys in (("enter", "enter"), ("s", "q"), ("s", "q", "space", "escape", "v")):
        async with (app := app_at(Place.REVIEW, over=store)).run_test(size=TALL) as pilot:
            await shown(app, pilot)
            await pilot.press(*keys)
            await shown(app, pilot)
            await pilot.press("f2")
            await pilot.pause()
            await pilot.press("enter")
            assert store.is_locked
            said = await shown(app, pilot)
            assert "a secret" not in said
            assert "a quote" not in said
        store.unlock(store.open_key("x"))
