"""The passphrase is set, changed and removed on the privacy screen; the slow work stands in nobody's way."""

import threading

import pytest
from textual.widgets import Input

from companion.storage.sealing.age import Key
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from tests.screens import text
from tests.ui.locked.conftest import NOTE, PASSPHRASE, OpenStore, give, shown, unlock

NEW = "another four plain words"


def opens(store: Store, passphrase: str) -> bool:
    """Return whether the passphrase opens the store, and what it opens holds the note."""
    store.unlock(store.open_key(passphrase))
    return NOTE in {entry.note for entry in store.entries}


async def set_passphrase(app: CompanionApp, *typed: str) -> str:
    """Set a passphrase by hand; return what is shown then."""
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("f2", "enter", "enter")
        await pilot.pause()
        await give(pilot, *typed)
        return shown(pilot)


async def test_before_it_is_set_one_is_told_what_losing_it_means(plain_app: CompanionApp, plain: Store) -> None:
    async with plain_app.run_test(notifications=True) as pilot:
        await pilot.press("f2", "enter")
        await pilot.pause()
        assert "If you lose the passphrase, your words are gone for good." in shown(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "companion export" in shown(pilot)
        await pilot.press("enter", "end", "enter")
        await pilot.pause()
        assert not plain.has_passphrase


async def test_it_is_set_and_everything_is_sealed(plain_app: CompanionApp, plain: Store, open_store: OpenStore) -> None:
    said = await set_passphrase(plain_app, PASSPHRASE, PASSPHRASE)
    assert "Sealed with your passphrase. Unlocked now." in said
    assert plain.has_passphrase
    assert not plain.is_locked
    assert opens(open_store(), PASSPHRASE)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [(("", ""), "An empty passphrase keeps nobody out."), (("  ", "  "), "An empty"), (("one", "two"), "not the same")],
)
async def test_what_can_not_be_a_passphrase_is_refused(
    plain_app: CompanionApp, plain: Store, typed: tuple[str, str], sentence: str
) -> None:
    assert sentence in await set_passphrase(plain_app, *typed)
    assert not plain.has_passphrase


async def test_a_short_one_is_hinted_at_and_taken(plain_app: CompanionApp, plain: Store) -> None:
    async with plain_app.run_test() as pilot:
        await pilot.press("f2", "enter", "enter")
        await pilot.pause()
        plain_app.screen.query_one("#new", Input).value = "cat"
        await pilot.pause()
        assert "This is short." in shown(pilot)
        plain_app.screen.query_one("#new", Input).value = "cat sat on mat"
        await pilot.pause()
        assert "This is short." not in shown(pilot)
        await give(pilot, "cat", "cat")
        assert plain.has_passphrase


async def deed(app: CompanionApp, downs: int, *typed: str, passphrase: str = PASSPHRASE) -> str:
    """Unlock, choose a row of the privacy screen, and give what it asks for; return what is shown then."""
    async with app.run_test(notifications=True) as pilot:
        await unlock(pilot, passphrase)
        app.action_privacy()
        await pilot.pause()
        await pilot.press(*["down"] * downs, "enter")
        await pilot.pause()
        await give(pilot, *typed)
        return shown(pilot)


async def test_it_is_changed(app: CompanionApp, open_store: OpenStore) -> None:
    assert "The passphrase is changed." in await deed(app, 1, PASSPHRASE, NEW, NEW)
    assert opens(open_store(), NEW)


async def test_a_new_key_seals_anew(app: CompanionApp, sealed: Store, open_store: OpenStore) -> None:
    before: Key = sealed.open_key(PASSPHRASE)
    assert "with a new key" in await deed(app, 2, PASSPHRASE, NEW, NEW)
    other = open_store()
    assert other.open_key(NEW).recipient != before.recipient
    assert opens(other, NEW)


async def test_it_is_removed(app: CompanionApp, open_store: OpenStore) -> None:
    assert "Your words are not sealed any more." in await deed(app, 3, PASSPHRASE)
    assert [entry.note for entry in open_store().entries] == [NOTE]


@pytest.mark.parametrize("downs", [1, 2, 3])
async def test_only_who_knows_the_old_one_changes_it(app: CompanionApp, open_store: OpenStore, downs: int) -> None:
    typed = ("guess",) if downs == 3 else ("guess", NEW, NEW)
    assert "That is not the passphrase." in await deed(app, downs, *typed)
    assert opens(open_store(), PASSPHRASE)


async def test_keys_are_answered_while_it_works_and_the_cover_locks_after_it(
    app: CompanionApp, sealed: Store, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()
    wrap = sealed.rewrap

    def slow(passphrase: str) -> Key:
        may_go_on.wait(10)
        return wrap(passphrase)

    monkeypatch.setattr(sealed, "rewrap", slow)
    async with app.run_test() as pilot:
        await unlock(pilot)
        app.action_privacy()
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        for name, value in (("old", PASSPHRASE), ("new", NEW), ("again", NEW)):
            app.screen.query_one(f"#{name}", Input).value = value
        await pilot.press("enter", "enter", "enter")
        await pilot.pause()
        assert "Working" in shown(pilot)
        app._look()
        await pilot.press("escape", "ctrl+l")
        await pilot.pause()
        assert text(app).split() == ["Ready."]
        assert not sealed.is_locked
        may_go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        assert text(app).split() == ["Ready."]
        assert sealed.is_locked
    assert opens(open_store(), NEW)


async def test_leaving_waits_for_the_end_of_the_work(
    plain_app: CompanionApp, plain: Store, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()
    make = plain.new_key

    def slow(passphrase: str) -> Key:
        may_go_on.wait(10)
        return make(passphrase)

    monkeypatch.setattr(plain, "new_key", slow)
    async with plain_app.run_test() as pilot:
        await pilot.press("f2", "enter", "enter")
        await pilot.pause()
        for field in plain_app.screen.query(Input):
            field.value = PASSPHRASE
        plain_app.screen.query(Input).last().focus()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("f1", "ctrl+p", "ctrl+q")
        assert "Working" in shown(pilot)
        assert not plain_app._exit
        may_go_on.set()
        await plain_app.workers.wait_for_complete()
        assert plain_app._exit
    assert opens(open_store(), PASSPHRASE)
