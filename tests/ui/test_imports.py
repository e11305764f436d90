"""What is imported before the first frame is pinned: whoever adds to it makes everybody's start longer."""

import sys
from pathlib import Path

import pytest

from tests.imports import SAY, check, imports_of

LIST = Path(__file__).parent / "imports.txt"
PROGRAM = f"""
import contextlib, os
from companion.commands import app
app.is_interactive, app.asking_for_light = lambda: True, lambda: contextlib.nullcontext(bool)
sys.modules["ssl"] = None  # as the app does itself before it imports this
from companion.ui.app import CompanionApp
run = CompanionApp.run
CompanionApp.run = lambda app: run(app, headless=True)
def drawn(app):
    sys.stderr = sys.__stderr__
    {SAY}
    os._exit(0)
CompanionApp._begin = drawn
from companion.__main__ import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="its driver and its signals are others")
def test_the_app_imports_what_is_listed_before_the_first_frame_and_no_more(tmp_path: Path) -> None:
    check(LIST, {"companion": imports_of(PROGRAM, "--data-dir", str(tmp_path), cwd=tmp_path)})
