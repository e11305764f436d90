"""What the system would keep of a Companion that fails."""

import os

from companion.catalogue import _
from companion.domain.finding import Finding, Looked


def look_at_process() -> Looked:
    """Check that no memory is written to the disk when a program fails."""
    calm = _("A crash leaves no copy of the memory on the disk.")
    if os.name != "posix":
        return Looked("crashes", _("Nothing to check on this system."))
    import resource

    limit, _most = resource.getrlimit(resource.RLIMIT_CORE)
    if limit == 0:
        return Looked("crashes", calm)
    what = _("When Companion fails, the system may write its memory, with your words in it, to a core file.")
    return Looked("crashes", calm, (Finding(what, _("Run this before you start it:"), run="ulimit -c 0"),))
