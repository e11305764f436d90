"""An article of one's own: a Markdown file that was dropped into the folder `articles`."""

import re
from collections.abc import Mapping
from posixpath import basename
from typing import Any, NamedTuple

import msgspec

from companion.domain.content import Link, parse_link
from companion.domain.foreign_signs import SIGNS
from companion.domain.wiki_links import ordinary

FOLDER = "own"
"""What links to them begin with."""

BEGINNING = 8192
"""How much of a file is looked at for what its row says."""

_WORDS_A_MINUTE = 200
_LONGEST_TITLE, _LONGEST_SUMMARY, _MOST_TAGS = 200, 160, 30
_MOST_LINKS = 8
_LOOKED_AT = 400
"""Characters of a line that are looked at for a title or a summary."""

_DATED = r"\d{4}-\d\d-\d\d[-_](?=.)"
_HEADING = r" {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$"
_FENCE = r" {0,3}(```|~~~)"
_LINK = r"!?\[([^\[\]]*)\]\([^()]*\)"
_WIKI = r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]"
_SIGNS = r"(?<!\w)(\*{1,3}|_{1,3}|`+|~~)(?=\S)(.*?\S)\1(?!\w)"
_NO_PROSE = ("#", "```", "~~~", "---", "***", "===", "|", "<", "!", "[^", ":", "{%", "``{%")
_MARK = r"^(?:[-*+>]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?"


class OwnHead(msgspec.Struct, frozen=True, kw_only=True):
    """What a row of it says, known from the beginning of its file."""

    slug: str
    """Its path inside the folder without the ending; may hold `/` and blanks."""
    title: str
    summary: str
    """As its front matter says it, else its first words."""
    minutes: int
    """Reading time at 200 words a minute; of a long file a guess by its beginning."""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other names by which it is linked to."""

    @property
    def link(self) -> Link:
        """The way to it."""
        return Link(FOLDER, self.slug)


class OwnArticle(OwnHead, frozen=True, kw_only=True):
    """The whole of it."""

    text: str
    """Ordinary Markdown, without front matter."""
    before: int = 0
    """How many lines of front matter stand above the text in its file."""
    action: Link | None = None
    """The one thing to do now, if its front matter names one."""
    ways_on: tuple[Link, ...] = ()
    """What to read next, if its front matter names that."""


class FrontMatter(NamedTuple):
    """What stands above a text."""

    says: Mapping[str, Any]
    lines: int = 0
    """How many lines it takes, its fences too."""
    problem: str = ""
    """What is wrong with it; empty where nothing is."""


def own_head(slug: str, front: FrontMatter, text: str, share: float = 1.0) -> OwnHead:
    """Return what its row says.

    Args:
        slug: Its slug.
        front: Its front matter.
        text: Its beginning without that.
        share: How much of the whole file the beginning is.
    """
    says = front.says
    beginning = text[:BEGINNING]
    if any(sign in beginning for sign in SIGNS):
        beginning = ordinary(beginning, lambda _: None)
    title = _said(says, "title") or first_heading(beginning) or plain_name(basename(slug))
    return OwnHead(
        slug=slug,
        title=_short(title, _LONGEST_TITLE),
        summary=_short(_said(says, "summary", "description") or first_words(beginning, title), _LONGEST_SUMMARY),
        minutes=minutes_of(text, share),
        tags=_list(says, "tags", "tag", "categories", "keywords"),
        aliases=_list(says, "aliases", "alias", blanks=False),
    )


def own_article(slug: str, front: FrontMatter, text: str) -> OwnArticle:
    """Return the whole of it; links of the front matter that are none are left out."""
    head = own_head(slug, front, text)
    actions = _links(front.says, "do")
    return OwnArticle(
        **msgspec.structs.asdict(head),
        text=text,
        before=front.lines,
        action=actions[0] if actions else None,
        ways_on=_links(front.says, "next"),
    )


def minutes_of(text: str, share: float = 1.0) -> int:
    """Return the reading time of a text in whole minutes, of which only that share is at hand."""
    return max(1, round(len(text.split()) / max(share, 1e-9) / _WORDS_A_MINUTE))


def plain_name(stem: str) -> str:
    """Return a title for a file that has none: `2024-05-01-my-post` is “My post”."""
    bare = re.sub(_DATED, "", stem, count=1) if re.match(_DATED, stem) else stem
    if bare != stem or not any(char.isspace() for char in bare):
        bare = " ".join(re.split(r"[-_\s]+", bare)).strip() if any(char.isalpha() for char in bare) else bare
    return bare[:1].upper() + bare[1:] or stem


def first_heading(text: str) -> str:
    """Return the first heading of the text, outside code; empty if there is none."""
    fence = ""
    for line in text.split("\n"):
        opened = re.match(_FENCE, line) if "```" in line or "~~~" in line else None
        if opened and fence in ("", opened[1]):
            fence = "" if fence else opened[1]
        elif not fence and "#" in line[:4] and (found := re.match(_HEADING, line[:_LOOKED_AT])) and found[1]:
            return _plain(found[1])
    return ""


def first_words(text: str, title: str = "") -> str:
    """Return the first words that are prose and say more than the title."""
    for line in text.split("\n"):
        bare = line[:_LOOKED_AT].strip()
        words = "" if bare.startswith(_NO_PROSE) else _plain(re.sub(_MARK, "", bare, count=1))
        if words and words.casefold() != title.casefold():
            return words
    return ""


def _plain(words: str) -> str:
    """Return the words without the commonest signs of Markdown."""
    bare = re.sub(_SIGNS, r"\2", re.sub(_LINK, r"\1", re.sub(_WIKI, r"\1", words)))
    return re.sub(_SIGNS, r"\2", bare).strip()  # one may lie inside another


def _short(words: str, most: int) -> str:
    """Return the words on one line, cut where they grow too long."""
    line = " ".join(words[: 4 * most].split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _said(says: Mapping[str, Any], *keys: str) -> str:
    """Return what stands under the first of the keys that holds plain words."""
    found = (says.get(key) for key in keys)
    return next((each.strip() for each in found if isinstance(each, str) and each.strip()), "")


def _list(says: Mapping[str, Any], *keys: str, blanks: bool = True) -> tuple[str, ...]:
    """Return the words under all of the keys; they may be a list, or one text with commas or blanks between."""
    found: list[str] = []
    for key in keys:
        match says.get(key):
            case str(text):
                found += re.split(r"[,\s]+" if blanks else ",", text)
            case list(texts):
                found += [each for each in texts[:_MOST_TAGS] if isinstance(each, str)]
    bare = (_short(each.strip().lstrip("#"), _LONGEST_TITLE) for each in found[:_MOST_TAGS])
    return tuple(dict.fromkeys(each for each in bare if each))


def _links(says: Mapping[str, Any], key: str) -> tuple[Link, ...]:
    named = says.get(key)
    found: list[Link] = []
    for each in [named] if isinstance(named, str) else named if isinstance(named, list) else []:
        try:
            found.append(parse_link(each.strip()))
        except (ValueError, AttributeError):
            continue
    return tuple(dict.fromkeys(found))[:_MOST_LINKS]
