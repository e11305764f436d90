"""The quiet question of a pause: whether the argument still plays inside (rehearsing keeps the body up; fact H3)."""

from datetime import datetime

from companion.catalogue import _
from companion.domain.pause import Pause, PauseKind, PauseState

QUESTION = _("Is the argument still playing?")

QUIET_FROM = 1 / 3
"""Share of a pause after which it is asked."""


def is_quiet_asked(pause: Pause, now: datetime) -> bool:
    """Return whether the moment of the question has come."""
    is_heated = pause.kind is PauseKind.TAKING and pause.state(now) is PauseState.RUNNING
    return is_heated and pause.passed(now) >= QUIET_FROM
