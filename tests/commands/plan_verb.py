"""The verb plan over the tests' own worksheets."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands import plan as plan_module
from companion.commands.main import companion
from companion.domain.filling import Answers
from companion.storage.library import Library
from companion.storage.store import Store
from tests.ui.plan.sheets import sheets_root

__all__ = ["sheets_root"]


@pytest.fixture(autouse=True)
def sheets(sheets_root: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Let the verb fill in the tests' own worksheets."""
    library = Library(sheets_root)
    monkeypatch.setattr(plan_module, "shipped_library", lambda: library)
    return library


def run(folder: Path, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "plan", *words], input=typed)


def kept(folder: Path, slug: str) -> list[Answers]:
    found = [each for each in Store(folder).worksheets if each.of == slug]
    return sorted(found, key=lambda each: each.filled_at)


def fill(folder: Path, slug: str, days: int = 0, **answers: str) -> Answers:
    filled_at = datetime.now(UTC) - timedelta(days=days)
    return Store(folder).worksheets.keep(Answers(worksheet=slug, answers=answers, filled_at=filled_at))
