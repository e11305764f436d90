"""Rhythms: the part of the breath and how full it is, at any time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.rhythm import Part, Rhythm

SQUARE = Rhythm(id="square", title="", summary="", inhale=4, hold=4, exhale=4, rest=4, skip="", facts=())


@pytest.mark.parametrize(
    ("seconds", "part", "level"),
    [(0, Part.INHALE, 0.0), (2, Part.INHALE, 0.5), (5, Part.HOLD, 1.0), (10, Part.EXHALE, 0.5), (13, Part.REST, 0.0)],
)
def test_parts_and_levels(seconds: float, part: Part, level: float) -> None:
    assert SQUARE.part_at(seconds)[0] is part
    assert SQUARE.level_at(seconds) == pytest.approx(level)


@given(st.floats(0, 1e6))
def test_a_breath_has_no_jumps(seconds: float) -> None:
    step = 0.01
    assert abs(SQUARE.level_at(seconds + step) - SQUARE.level_at(seconds)) < 0.05
    assert 0.0 <= SQUARE.level_at(seconds) <= 1.0


def test_a_rhythm_without_breath_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 0"):
        Rhythm(id="none", title="", summary="", inhale=0, hold=0, exhale=4, rest=0, skip="", facts=())
