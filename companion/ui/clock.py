"""The machine's own clock; everything on the screen is handed one, and a test hands another."""

from datetime import UTC, datetime


def system_clock() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)
