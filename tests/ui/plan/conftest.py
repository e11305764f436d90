"""The tests' own worksheets, in a library beside the shipped pieces, and the app over them."""

import pytest

from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from tests.conftest import MovableClock
from tests.ui.plan.sheets import sheets, sheets_root

__all__ = ["sheets", "sheets_root"]


@pytest.fixture
def app(store: Store, sheets: Library, clock: MovableClock) -> CompanionApp:
    """The app in the plan, over the tests' own worksheets."""
    return CompanionApp(store, sheets, clock, place=Place.PLAN)
