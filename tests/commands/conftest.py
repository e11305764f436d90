"""What the tests of verbs may ask for."""

import pytest


@pytest.fixture(autouse=True)
def stores_know_the_time() -> None:
    """Let a verb's store go by the machine's clock, as the verb does; where that matters, `time_machine` sets it."""
