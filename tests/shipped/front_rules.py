"""What a program can find wrong with an article's front matter, each as a function from it to the faults it has."""

import math
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from tests.shipped.wording_rules import how_many_words

LONGEST_SUMMARY = 90
WORDS_A_MINUTE = 200
LENGTHS = {"safety": range(300, 601)}
"""How many words an article of a side may have; any other has 350 to 650."""
KEYS = {"title", "side", "topic", "minutes", "summary", "tags", "facts", "sources", "next", "do", "updated"}


def missing_keys(front: dict[str, Any]) -> list[str]:
    """Find keys that are missing or empty."""
    return sorted(key for key in KEYS if not front.get(key))


def bad_summary(front: dict[str, Any]) -> list[str]:
    """Find a summary that is too long for a list or is no sentence."""
    summary = front["summary"]
    return [summary] if len(summary) > LONGEST_SUMMARY or not re.match(r"[“\"]?[A-Z0-9].*\.$", summary) else []


def bad_date(front: dict[str, Any]) -> list[str]:
    """Find a day of change that is no day, or lies before the library's first."""
    updated = front["updated"]
    return [] if type(updated) is date and updated >= date(2026, 1, 1) else [f"updated: {updated}"]


def bad_ways_on(front: dict[str, Any]) -> list[str]:
    """Find anything but two different ways on, neither of which leads back to the article itself."""
    ways = front["next"]
    return [] if len(set(ways)) == len(ways) == 2 and f"articles/{front['slug']}" not in ways else ways


def bad_tags(front: dict[str, Any]) -> list[str]:
    """Find anything but three to six different tags in small letters."""
    tags = front["tags"]
    return [] if 3 <= len(set(tags)) == len(tags) <= 6 and all(tag == tag.lower() for tag in tags) else tags


def untrue_minutes(front: dict[str, Any]) -> list[str]:
    """Find a reading time more than a minute from what the words take."""
    true = math.ceil(how_many_words(front["text"]) / WORDS_A_MINUTE)
    return [] if abs(front["minutes"] - true) <= 1 else [f"{front['minutes']} minutes, not {true}"]


def wrong_length(front: dict[str, Any]) -> list[str]:
    """Find an article that is too short or too long for its side."""
    count = how_many_words(front["text"])
    return [] if count in LENGTHS.get(front["side"], range(350, 651)) else [f"{count} words"]


FOR_FRONT_MATTER: tuple[Callable[[dict[str, Any]], list[str]], ...] = (
    missing_keys, bad_summary, bad_date, bad_ways_on, bad_tags, untrue_minutes, wrong_length,
)  # fmt: skip
