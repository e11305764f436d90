"""JSON by msgspec; by Python's own where it refuses: half a character, a number without end.

Python's own takes 2 ms to import, so it is imported only then.
"""

from collections.abc import Callable
from typing import Any

import msgspec


def read_json(text: bytes | msgspec.Raw) -> Any:
    """Return what the text says.

    Raises:
        ValueError: if it is no JSON.
    """
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError):
        import json

        return json.loads(bytes(text))


def write_json(value: Any, quickly: Callable[[Any], Any] | None = None, slowly: Callable[[Any], Any] = dict) -> bytes:
    """Return the value as JSON.

    Args:
        value: What to write.
        quickly: What msgspec writes in place of what it does not know.
        slowly: What Python's own writes in its place.
    """
    try:
        return msgspec.json.encode(value, enc_hook=quickly)
    except (UnicodeEncodeError, OverflowError):
        import json

        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=slowly)
        return text.encode("utf-8", "surrogatepass")
