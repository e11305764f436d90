"""What every judgement shares: the moment at which it is made."""

import pytest

from companion.commands.context import Context
from tests.judged.made import NOW


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the verbs run on 22 November 2026, at the moment of the test's clock."""
    monkeypatch.setattr(Context, "clock", lambda self: NOW)
