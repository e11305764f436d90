"""Waiting until an app has done all it was asked to: a loop that says when it has nothing left to do.

Textual's own wait sleeps for a while after each key and takes little use of the processor for the end of it: too long
on a quick machine, too short on a busy one. A selector knows: the loop asks it to wait only when nothing is ready, and
says how long until something falls due.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from selectors import DefaultSelector, SelectorKey
from time import monotonic, process_time
from typing import Any

_SOON = 1 / 50
"""Seconds: what falls due before is waited for."""
_PATIENCE = 1 / 20
"""Seconds of sleep after which a timer that comes again and again is waited for no more."""
_GLANCE = 1 / 200
"""Seconds for which a thread has to rest to count as waiting for something."""

_Ready = list[tuple[SelectorKey, int]]


class _Threads(ThreadPoolExecutor):
    """The loop's threads, which know what they are at."""

    def __init__(self) -> None:
        super().__init__()
        self.running: set[Future[Any]] = set()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **named: Any) -> Future[Any]:
        """Begin it; it runs until it is done."""
        job = super().submit(fn, *args, **named)
        self.running.add(job)
        job.add_done_callback(self.running.discard)
        return job


class _Selector(DefaultSelector):
    """Lets those go on who wait for the loop to be idle, once it is."""

    def __init__(self, threads: _Threads) -> None:
        super().__init__()
        self._threads = threads
        self._waiting: list[asyncio.Future[None]] = []
        self._slept = 0.0

    def tell(self, waiter: asyncio.Future[None]) -> None:
        """Let somebody know once it is idle."""
        self._waiting.append(waiter)
        self._slept = 0.0

    def select(self, timeout: float | None = None) -> _Ready:
        """Wait as any selector does, but not while somebody waits for just this."""
        if not self._waiting:
            return super().select(timeout)
        if timeout is not None and (timeout <= 0 or (timeout < _SOON and self._slept < _PATIENCE)):
            began = monotonic()
            ready = super().select(timeout)
            self._slept += monotonic() - began
            return ready
        return self._glance()

    def _glance(self) -> _Ready:
        """Look whether anything comes or works; if not, this is idle."""
        began = process_time()
        ready = super().select(_GLANCE if self._threads.running else 0)
        if not ready and process_time() - began < _GLANCE / 10:
            for waiter in self._waiting:
                if not waiter.done():
                    waiter.set_result(None)
            self._waiting.clear()
        return ready


class IdleLoop(asyncio.SelectorEventLoop):
    """A loop that can be waited for."""

    def __init__(self) -> None:
        threads = _Threads()
        self._watched = _Selector(threads)
        super().__init__(self._watched)
        self.set_default_executor(threads)

    async def idle(self, longest: float) -> None:
        """Return once nothing is ready, nothing falls due soon and no thread works; in the end, anyway."""
        waiter = self.create_future()
        self._watched.tell(waiter)
        await asyncio.wait([waiter], timeout=longest)


async def wait_for_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Stand in for Textual's wait of that name."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, IdleLoop)
    await loop.idle(max_sleep)
