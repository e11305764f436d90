"""Signs that other programs read in Markdown: callouts, marked words and comments of Obsidian, tags of Jekyll."""

import re
from collections.abc import Iterable, Iterator

SIGNS = ("[!", "==", "%%", "{%", "{{")
"""What a text without any of them holds none of."""

_CALLOUT = r"((?:[ \t]{0,3}>)+[ \t]*)\[!([\w-]{1,40})(?:\|[^\[\]]{0,40})?\][-+]?(?:[ \t]+(.*))?$"
_COMMENT = r" ?(?<![%A-Za-z0-9])%%(?!%)[^%]+(?:%[^%]+)*%%(?![%A-Za-z0-9])"
_MARKED = r"(?<![=A-Za-z0-9])==(?![=\s])([^=]+)(?<!\s)==(?![=A-Za-z0-9])"
_LIKE_EMPHASIS = r"\w(?:[^*_\[\]<>`]*\w)?"
_TAG = r"\{%(?:[^%{}]|%(?!\})){1,300}%\}|(?<![\\A-Za-z0-9{}$^_])\{\{[^{}]{1,300}\}\}"
_TAG_FOR_A_PATH = r"\]\(\{%-?[ \t]*(?:link|post_url)[ \t]+([^\s%{}()]{1,300})[ \t]*-?%\}"
_TAG_BEFORE_A_PATH = r"\]\(\{\{[ \t]*[\w.]{1,80}[ \t]*\}\}/?(?=[^\s()])"


def titled(line: str) -> str:
    """Return a line that begins a callout with its title, else its kind, as a bold line of the quote."""
    if not (found := re.match(_CALLOUT, line)):
        return line
    title = (found[3] or "").replace("**", "").strip() or found[2].replace("-", " ").capitalize()
    return f"{found[1]}**{title}**  "  # two blanks: the line ends here


def without_signs(words: str) -> str:
    """Return words of a line without marks and comments; what Jekyll would fill in stands there as code."""
    if "%%" in words:
        words = re.sub(_COMMENT, "", words)
    if "==" in words:
        words = re.sub(_MARKED, _emphasised, words)
    if "{%" in words or "{{" in words:
        words = re.sub(_TAG_BEFORE_A_PATH, "](", re.sub(_TAG_FOR_A_PATH, r"](\1", words))
        words = re.sub(_TAG, r"``\g<0>``", words)
    return words


def without_comments(lines: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Yield the lines, those of a comment empty that begins with a line and ends further down; of code, nothing is one.

    Args:
        lines: The lines, each with whether it is code.
    """
    known = list(lines)
    last = next((at for at in range(len(known) - 1, -1, -1) if "%%" in known[at][0] and not known[at][1]), -1)
    is_hidden = False
    for at, (line, is_code) in enumerate(known):
        if is_hidden:
            _, closing, line = line.partition("%%")
            is_hidden, is_code = not closing, False
        elif not is_code and at < last and line.lstrip().startswith("%%") and line.count("%%") == 1:
            is_hidden, line = True, ""
        yield line, is_code


def _emphasised(found: re.Match[str]) -> str:
    return f"*{found[1]}*" if re.fullmatch(_LIKE_EMPHASIS, found[1]) else found[1]
