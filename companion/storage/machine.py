"""Which machine wrote a record: it decides between two that were changed in the same moment."""

import os
from functools import cache
from zlib import crc32

MACHINE = "machine"
"""The field of a document that holds it."""


@cache
def machine_id() -> str:
    """Return eight hexadecimal digits made from the machine's name; nothing is kept for it anywhere."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{crc32(name.encode('utf-8', 'surrogateescape')):08x}"
