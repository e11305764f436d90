"""Where a line may be broken although no blank stands there: between the characters of Chinese and Japanese."""

import re
from functools import cache

_WIDE = (
    "\u2e80-\u303f\u3041-\u30ff\u3105-\u312f\u31a0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
)
_OPENING = "（「『【〔《〈［｛“‘([{"
_CLOSING = (
    "）」』】〕》〉］｝”’)]}、。，．：；？！,.:;?!％%‥…・ーゝゞヽヾ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ⁰¹²³⁴⁵⁶⁷⁸⁹"
)
_JOINED = "\u0300-\u036f\u200c\u200d\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
"""What is drawn on the character before it."""
_FIRST_WIDE = "\u2e80"


def has_wide(text: str) -> bool:
    """Return whether there may be Chinese or Japanese in a text."""
    return max(text, default="") >= _FIRST_WIDE


def parts(word: str) -> list[str]:
    """Cut a word wherever a line may end in it; most words are one part."""
    return [part for part in _seam().split(word) if part] if has_wide(word) else [word]


def is_seam(before: str, after: str) -> bool:
    """Return whether a line may end between two characters that no blank stands between."""
    return max(before, after) >= _FIRST_WIDE and _seam().match(before + after, len(before)) is not None


def needs_no_blank(before: str, after: str) -> bool:
    """Return whether two characters go on without a blank where the author began a new line."""
    return min(before, after) >= _FIRST_WIDE and _two_wide().fullmatch(before + after) is not None


@cache
def _seam() -> re.Pattern[str]:
    """Return what matches between two characters; so many of them take 10 ms to compile, where none may be met."""
    opening, closing = re.escape(_OPENING), re.escape(_CLOSING)
    return re.compile(f"(?<![{opening}])(?![{closing}{_JOINED}])(?:(?<=[{_WIDE}])|(?=[{_WIDE}]))")


@cache
def _two_wide() -> re.Pattern[str]:
    return re.compile(f"[{_WIDE}]{{2}}")
