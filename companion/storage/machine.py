"""When and on which machine a record was changed: the machine decides between two changes of the same moment."""

import os
from datetime import datetime, timedelta
from functools import cache
from zlib import crc32

import msgspec

MACHINE = "machine"
"""The field of a document that holds the machine."""

_STEP = timedelta(microseconds=1)


@cache
def machine_id() -> str:
    """Return eight hexadecimal digits made from the machine's name; nothing is kept for it anywhere."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{crc32(name.encode('utf-8', 'surrogateescape')):08x}"


def moment_after(now: datetime, *before: datetime | None) -> datetime:
    """Return the present moment, or the one after all those before where the clock was set back: order is kept."""
    last = max(filter(None, before), default=None)
    try:
        return now if last is None or now > last else last + _STEP
    except OverflowError:
        return last or now  # the last moment there is


def changed_at(now: datetime, *before: datetime | None) -> dict[str, str]:
    """Return the fields of a document that say when, after all those moments, and where it was changed."""
    return {"changed": msgspec.to_builtins(moment_after(now, *before)), MACHINE: machine_id()}
