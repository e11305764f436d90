"""Old words fade in the app: while nobody types, once a day, and not while they are locked."""

from datetime import timedelta
from time import monotonic

import pytest

from companion.domain.entry import Entry
from companion.domain.settings import Settings
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text


@pytest.mark.parametrize(("quiet", "note"), [(10.0, ""), (0.0, "red kettle")])
async def test_old_words_fade_once_nobody_types(
    app_at: AppAt, store: Store, clock: MovableClock, quiet: float, note: str
) -> None:
    store.keep_settings(Settings(fade_after=30))
    store.entries.keep(Entry(at=clock() - timedelta(days=31), kind="heated", note="red kettle"))
    app = app_at(Place.LOG)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "red kettle" in text(app)
        app._touched = monotonic() - quiet
        app.fade_if_quiet()
        await pilot.pause()
        assert [entry.note for entry in store.entries] == [note]
        assert ("red kettle" in text(app)) is bool(note)
