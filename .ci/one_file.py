"""Where a one-file build begins (PyInstaller): as `companion` does, or as the Python that runs its child."""

import sys

from companion.__main__ import main
from companion.storage.sealing import wrapping_child

if sys.argv[1:2] == ["-P"]:  # `python -P FILE WORK`: the passphrase's child, which knows its work by its first word
    del sys.argv[1:3]
    sys.exit(wrapping_child.main())
main()
