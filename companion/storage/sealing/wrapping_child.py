"""The child of `wrapping`: run as a script, it imports nothing of ours and reads all it is to know from its input.

Input: the length of the passphrase as 4 bytes, big-endian, the passphrase, the data. Output: the result, or an exit
code.
"""

import os
import sys
from contextlib import suppress

WRONG, DAMAGED, TOO_SLOW, MISSING = 3, 4, 5, 6
"""Exit codes: another passphrase, a file that can't be read, a machine that is too slow, no pyrage."""

_BEHIND = 5
"""How far the child stands back behind whoever waits for it, where the system knows such a thing: keys come first.

More would let age take the machine for a slow one: it measures itself before it opens.
"""

_WRONG_SAID = "Decryption failed"
_TOO_SLOW_SAID = "Excessive work"
"""What pyrage 1.4 says; it tells the three apart by text alone."""


def main() -> int:
    """Wrap or unwrap what comes in."""
    _hide_memory()
    try:
        import pyrage
    except ImportError:
        return MISSING
    said = sys.stdin.buffer.read()
    length = int.from_bytes(said[:4], "big")
    passphrase, data = said[4 : 4 + length].decode("utf-8", "surrogatepass"), said[4 + length :]
    if sys.argv[1] == "wrap":
        result = pyrage.passphrase.encrypt(data, passphrase, armored=True)
    else:
        _stand_back()
        try:
            result = pyrage.passphrase.decrypt(data, passphrase)
        except pyrage.DecryptError as error:
            if str(error) == _WRONG_SAID:
                return WRONG
            return TOO_SLOW if str(error).startswith(_TOO_SLOW_SAID) else DAMAGED
    sys.stdout.buffer.write(result)
    return 0


def _stand_back() -> None:
    with suppress(AttributeError, OSError):
        os.nice(_BEHIND)


def _hide_memory() -> None:
    """Let no other program of the person read this one's memory, where the system can (Linux: PR_SET_DUMPABLE)."""
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)


if __name__ == "__main__":
    sys.exit(main())
