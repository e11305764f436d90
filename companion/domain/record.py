"""What every kept value has: an id and the time of its last change."""

from datetime import datetime
from uuid import uuid4

import msgspec


def new_id() -> str:
    """Return a fresh UUID as 32 hexadecimal digits."""
    return uuid4().hex


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A value with an identity that outlives its edits."""

    id: str = msgspec.field(default_factory=new_id)
    """UUID, 32 hexadecimal digits; the document id in its table."""

    changed: datetime | None = None
    """When it was last kept (UTC); set by the store."""
