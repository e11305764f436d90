"""How texts are shown while the app runs; the next text is shown in the same manner."""

import msgspec


class Manner(msgspec.Struct):
    """What lies around the text."""

    is_bare: bool = False
    """Whether there is nothing but the text."""
    has_contents: bool = False
    """Whether the contents stand beside it, where there is room."""
