"""Saying what went wrong in one line on stderr: exit 2 for bad use, 1 for a failure."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

from companion.catalogue import _
from companion.storage.errors import ContentError, StoreError
from companion.text.plain import one_line

FAILED, MISUSED = 1, 2

_MOST = 600
"""Letters of a sentence."""

_said: set[str] = set()


@contextmanager
def spoken() -> Iterator[None]:
    """Turn expected errors into a line and an exit code; a ValueError is the caller's bad input."""
    _said.clear()
    try:
        yield
    except KeyboardInterrupt:
        end(_("Stopped."), FAILED)
    except ValueError as error:
        end(str(error), MISUSED)
    except (StoreError, ContentError) as error:
        end(str(error), FAILED)
    except BrokenPipeError:
        _forget_output()
        sys.exit(FAILED)
    except OSError as error:
        _forget_output()
        end(_("It was done, but could not be printed here ({reason}).", reason=error.strerror), FAILED)


def _forget_output() -> None:
    """Let Python not try again to write what nobody takes, when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(sentence: str) -> None:
    """Say a sentence on standard error, each only once."""
    if sentence not in _said:
        _said.add(sentence)
        with suppress(OSError):
            sys.stderr.write(_("companion: {sentence}\n", sentence=_short(one_line(sentence))))


def _short(words: str) -> str:
    """Leave out the middle of a sentence that says again what somebody has pasted."""
    return words if len(words) <= _MOST else f"{words[: _MOST // 2]}… …{words[-_MOST // 2 :]}"


def end(sentence: str, code: int) -> NoReturn:
    """Say the sentence and leave."""
    say(sentence)
    sys.exit(code)
