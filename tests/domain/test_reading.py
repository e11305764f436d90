"""What counts as read to its end."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.reading import finished_when

OPENED = datetime(2026, 11, 22, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "ended", "counts"), [(4, 1, 60), (4, 60, 60), (4, 200, 200), (1, 0, 15), (0, 5, 5)]
)  # fmt: skip
def test_it_counts_once_its_end_was_seen_and_a_quarter_of_its_minutes_have_gone_by(
    minutes: int, ended: int, counts: int
) -> None:
    moment = finished_when(minutes, OPENED, OPENED + timedelta(seconds=ended))
    assert moment == OPENED + timedelta(seconds=counts)
