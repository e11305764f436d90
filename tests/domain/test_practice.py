"""A practice: one time that an exercise was done."""

from datetime import UTC, datetime

import pytest

from companion.domain.practice import Practice

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


def test_it_takes_a_time_with_its_zone_and_strengths_from_0_to_10() -> None:
    assert Practice(slug="long-sigh", done_at=NOW, strength_before=10, strength_after=0).lines == ()
    with pytest.raises(ValueError, match="Strength is a number from 0 to 10, not 11"):
        Practice(slug="long-sigh", done_at=NOW, strength_after=11)
    with pytest.raises(ValueError, match="is not a time that can be kept"):
        Practice(slug="long-sigh", done_at=NOW.replace(tzinfo=None))
