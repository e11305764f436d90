"""A notice outside the terminal's own window: a clock time and nothing else."""

import os
from collections.abc import Mapping

from companion.catalogue import _
from companion.domain.settings import Notice

_BELL, _END = "\x07", "\x1b\\"
_NOT_THERE = _("notify-send is not there, so there was no notice. “terminal” may work instead.")


def notice_sequence(said: str, environment: Mapping[str, str]) -> str:
    """Return what asks the terminal for a notice.

    OSC 99 is kitty's (sw.kovidgoyal.net/kitty/desktop-notifications), OSC 777 rxvt's, which foot took over, OSC 9 is
    iTerm2's, which most others took over; what a terminal does not know it passes over. tmux hands it on only where
    `allow-passthrough` is on.

    Args:
        said: A clock time.
        environment: The environment variables.
    """
    term, program = environment.get("TERM", ""), environment.get("TERM_PROGRAM", "")
    if "kitty" in term or "KITTY_WINDOW_ID" in environment:
        asked = f"\x1b]99;;{said}{_END}"
    elif term.startswith(("rxvt", "foot")):
        asked = f"\x1b]777;notify;{said};{_BELL}"
    else:
        asked = f"\x1b]9;{said}{_BELL}"
    if "TMUX" in environment or program == "tmux":
        return f"\x1bPtmux;{asked.replace(chr(27), chr(27) * 2)}{_END}"
    return asked


def send_notice(said: str) -> str:
    """Ask the desktop for a notice; return what to say if that can't be done."""
    from subprocess import DEVNULL, Popen  # only if it was chosen

    try:
        Popen(  # noqa: S603 (a program of the system's, a clock time for an argument)
            ["notify-send", "--", said],  # noqa: S607
            stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True,
        )  # fmt: skip
    except OSError:
        return _NOT_THERE
    return ""


def notice(how: Notice, said: str) -> tuple[str, str]:
    """Return what to write to the terminal for a notice, and what to say if it could not be sent."""
    match how:
        case Notice.TERMINAL:
            return notice_sequence(said, os.environ), ""
        case Notice.DESKTOP:
            return "", send_notice(said)
    return "", ""
