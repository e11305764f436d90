"""When the log was opened with the passphrase, and when somebody tried to."""

from datetime import datetime

import msgspec


class Opening(msgspec.Struct, frozen=True):
    """One try with a passphrase."""

    at: datetime
    """When (UTC)."""
    ok: bool
    """Whether it was the right one."""
