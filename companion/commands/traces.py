"""What every start does before all else: nothing private is to reach a core dump, an open file or a crash report."""

import sys
import threading
from typing import Any

from companion.catalogue import _
from companion.storage.traces import leave_no_traces


def start_privately() -> None:
    """Close the ways in which a program commonly leaves words behind; safe to call at any start."""
    leave_no_traces()
    sys.excepthook = lambda _, error, __: _say(error)
    sys.unraisablehook = lambda _: None  # what it would print holds the object, and so its words
    threading.excepthook = _say_thread


def _say_thread(arguments: Any) -> None:
    _say(arguments.exc_value)


def _say(error: BaseException | None) -> None:
    """Say that something went wrong, without what Python would print: the error's message may hold words."""
    from companion.commands.errors import say
    from companion.text.crash import name_crash

    if isinstance(error, SystemExit):
        return  # with PYTHONINSPECT, Python hands over each end of the program
    if isinstance(error, KeyboardInterrupt):
        say(_("Stopped."))  # ctrl+c once more, while the first one was being answered
    elif error is not None:
        say(_("Sorry, something went wrong ({crash}). What you had kept is on the disk.", crash=name_crash(error)))
