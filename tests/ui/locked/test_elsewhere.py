"""Another process sets, changes or removes the passphrase: this one follows."""

from textual.widgets import Input

from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from tests.conftest import AppAt
from tests.screens import lines
from tests.ui.locked.conftest import NOTE, PASSPHRASE, OpenStore, seal, shown, unlock


async def test_a_passphrase_set_elsewhere_locks_here(app_at: AppAt, plain: Store, open_store: OpenStore) -> None:
    app = app_at(Place.LOG, plain)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        app.screen.query_one("#line", Input).value = "not yet kept"
        seal(open_store())
        app._look()
        await pilot.pause()
        await pilot.pause()
        assert "A passphrase was set in another window. f2 unlocks." in shown(pilot)
        assert app.current_mode == Place.LOG
        assert "locked" in lines(app)[0]
        await unlock(pilot)
        assert {entry.note for entry in plain.entries} == {NOTE}
        assert app.screen.query_one("#line", Input).value == "not yet kept"


async def test_a_passphrase_removed_elsewhere_opens_here(
    app: CompanionApp, sealed: Store, open_store: OpenStore
) -> None:
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("5")
        await pilot.pause()
        other = open_store()
        other.unlock(other.open_key(PASSPHRASE))
        other.remove_passphrase()
        app._look()
        await pilot.pause()
        assert "Your words are not sealed any more." in shown(pilot)
        assert NOTE in shown(pilot)


async def test_a_new_key_set_elsewhere_locks_here(app: CompanionApp, sealed: Store, open_store: OpenStore) -> None:
    async with app.run_test(notifications=True) as pilot:
        await unlock(pilot)
        other = open_store()
        other.unlock(other.open_key(PASSPHRASE))
        other.change_passphrase(other.new_key("another one"))
        app._look()
        await pilot.pause()
        await pilot.pause()
        assert "The passphrase was changed in another window." in shown(pilot)
        assert sealed.is_locked
        await unlock(pilot, "another one")
        assert not sealed.is_locked
