"""What every kept value has: an id and the time of its last change."""

from datetime import datetime
from typing import TypeVar
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


RecordT = TypeVar("RecordT", bound=Record)


def carry_over(before: RecordT, after: RecordT, onto: RecordT) -> RecordT:
    """Return a value with what was changed from one state to another, and all else left as it is."""
    changed = {
        name: value for name in after.__struct_fields__ if (value := getattr(after, name)) != getattr(before, name)
    }
    return msgspec.structs.replace(onto, **changed)
