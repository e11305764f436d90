"""Our driver gives the same events as Textual's own, and lets go of the terminal at once."""

import os
import pty
import select
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="the driver is for Linux and macOS")

PROGRAM = """
import sys
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from companion.ui.driver import QuietDriver

class Listening(App):
    ENABLE_COMMAND_PALETTE = False
    heard = []
    def on_ready(self):
        sys.__stdout__.write("@@")
        sys.__stdout__.flush()
    async def on_event(self, event):
        if type(event).__name__ in ("Key", "Paste", "MouseDown", "MouseUp", "AppBlur", "AppFocus"):
            if not event.is_forwarded:
                self.heard.append((type(event).__name__, getattr(event, "key", getattr(event, "text", ""))))
                self.on_ready()
            if getattr(event, "key", "") == "q":
                self.exit()
        await super().on_event(event)

app = Listening(driver_class={"quiet": QuietDriver, "stock": LinuxDriver}[sys.argv[1]])
app.run()
sys.__stdout__.write(f"<<{app.heard}>>")
"""

TYPED = (b"a", b"\xc3\xa9", b"\x1b", b"\x1b[A", b"\x1b[200~two\nlines\x1b[201~", b"\x1b[<0;3;3M", b"\x1b[<0;3;3m",
         b"\x1b[1;5C", b"\x0c", b"q")  # fmt: skip


def heard(driver: str) -> str:
    """Return the events that a driver makes of what is typed."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, driver], stdin=slave, stdout=slave, stderr=slave, close_fds=True,
        start_new_session=True, env=os.environ | {"TERM": "xterm-256color"},
    )  # fmt: skip
    os.close(slave)
    seen, typed, until = b"", 0, time.monotonic() + 30
    try:
        while b">>" not in seen and time.monotonic() < until:
            if select.select([master], [], [], 1)[0]:
                try:
                    seen += os.read(master, 65536)
                except OSError:
                    break
            if typed < len(TYPED) and seen.count(b"@@") > typed:  # it is ready, or has heard what was typed before
                os.write(master, TYPED[typed])
                typed += 1
    finally:
        process.kill()
        process.wait()
        os.close(master)
    return seen.rpartition(b"<<")[2].partition(b">>")[0].decode()


def test_it_hears_what_the_stock_driver_hears() -> None:
    quiet = heard("quiet")
    assert quiet == heard("stock")
    for event in ("'escape'", "'up'", "two\\nlines", "'ctrl+right'", "'ctrl+l'", "MouseDown", "MouseUp"):
        assert event in quiet
