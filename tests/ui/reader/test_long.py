"""A very long text: what needs all of it waits without keeping anything else waiting."""

import threading
from time import monotonic

import pytest
from textual.pilot import Pilot

from companion.ui.app import CompanionApp
from companion.ui.dialogs import Choose
from companion.ui.places import Place
from companion.ui.reader import flow_view
from companion.ui.reader.view import Reader
from tests.conftest import AppAt
from tests.ui.reading import read, reader, said

LONG = "# Long\n\n" + "\n\n".join(f"## Part {number}\n\n" + "Some **words** that go on. " * 20 for number in range(400))


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Lay out nothing more until it is opened."""
    go_on, opened = Reader._go_on, threading.Event()

    def wait(self: Reader) -> None:
        if opened.is_set():
            go_on(self)
        else:
            self.set_timer(0.01, self._go_on)

    monkeypatch.setattr(Reader, "_go_on", wait)
    monkeypatch.setattr(flow_view, "_MOMENT", 0.002)
    return opened


async def whole(app: CompanionApp, pilot: Pilot[None]) -> None:
    """Wait until all of it is laid out."""
    view, until = reader(app), monotonic() + 20
    while not view.flow.is_whole and monotonic() < until:
        await pilot.pause(0.02)
    await pilot.pause()


async def test_end_says_that_it_takes_a_moment_and_then_is_there(app_at: AppAt, gate: threading.Event) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, LONG)
        await pilot.pause()
        await pilot.press("end")
        assert said(app) == "One moment …"
        gate.set()
        await whole(app, pilot)
        assert reader(app).share == 1
        assert not said(app)


async def test_hiding_does_not_wait_and_another_key_takes_the_wish_back(app_at: AppAt, gate: threading.Event) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, LONG)
        await pilot.pause()
        await pilot.press("c", "ctrl+l")
        assert app.is_covered
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("c", "down")
        assert not said(app)
        gate.set()
        await whole(app, pilot)
        assert not isinstance(app.screen, Choose)
        await pilot.press("c")
        await pilot.pause()
        assert isinstance(app.screen, Choose)


async def test_a_place_far_down_keeps_nobody_waiting_and_is_gone_to_then(app_at: AppAt, gate: threading.Event) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, "Begin.\n")
        await pilot.pause()
        far = 3 * LONG.count("\n") - 40
        reader(app).show("\n\n".join([LONG] * 3), place=far)
        await pilot.pause()
        assert not reader(app).flow.is_whole
        assert (reader(app).scroll_offset.y, said(app)) == (0, "One moment …")
        gate.set()
        await whole(app, pilot)
        assert abs(reader(app).place - far) < 4
