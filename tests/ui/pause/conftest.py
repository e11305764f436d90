"""The steps after coming back, alone on a screen."""

import pytest

from companion.domain.returning import ReturnStep
from companion.storage.library import Library
from companion.ui.pause.returned import ReturnedPause
from tests.conftest import MovableClock
from tests.ui.pause.hands import running
from tests.ui.pause.host import Host, HostOf


@pytest.fixture
def host(library: Library, clock: MovableClock) -> HostOf:
    """Make a host of the steps after a pause that has just ended, at a step."""

    def make(step: ReturnStep | None = None, *, is_locked: bool = False, **facts: object) -> Host:
        pause = running(clock, **facts)
        clock.move(minutes=29)
        back = pause.come_back(clock())
        part = ReturnedPause(back, library.scripts, clock, is_locked)
        if step:
            part._step = step
        return Host(part, clock)

    return make
