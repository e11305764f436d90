"""Opening the app without a verb."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from companion.storage.paths import ARTICLES, VARIABLE

PROGRAM = """
import sys
from companion.commands import app
app.is_interactive, app.is_light = lambda: True, lambda: False
from companion.ui.app import CompanionApp
CompanionApp.run = lambda app: print(app._library.own_articles.look(), "click" in sys.modules)
from companion.__main__ import main
main()
"""


@pytest.mark.parametrize("by_option", [True, False])
def test_it_has_the_articles_of_the_data_folder_and_imports_no_click(tmp_path: Path, by_option: bool) -> None:
    (tmp_path / ARTICLES).mkdir()
    (tmp_path / ARTICLES / "mine.md").write_text("# Mine\n\nWords.\n", encoding="utf-8")
    words = ["--data-dir", str(tmp_path)] if by_option else []
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words], capture_output=True, text=True, check=False,
        env=os.environ | ({} if by_option else {VARIABLE: str(tmp_path)}),
    )  # fmt: skip
    assert ran.stdout == "True False\n", ran.stderr
