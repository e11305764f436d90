"""Figures of the words that entries chose: feelings, needs, misses, replies, and which stood together."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

import yaml

from tests.judged.recount import VOCABULARY, Record, Recount

LABELS = {
    each["id"]: each["label"]
    for name in ("kinds", "misses")
    for each in yaml.safe_load((VOCABULARY / f"{name}.yaml").read_text("utf-8"))
}

TOGETHER = 3
"""“These stood in the same entry at least 3 times”."""
LANDED = "toward"
SIDES = {"me": {"me"}, "them": {"them"}, "both": {"me", "them"}}
OTHER = {"me": {"them"}, "them": {"me"}, "both": {"me", "them"}}
UNSAID = {""}


def feelings(found: Recount) -> tuple[int, dict[str, int]]:
    """Return how many entries name a feeling, and how many name each; being afraid is never counted."""
    named = [set(each.get("feelings", ())) - {"afraid"} for each in found.entries]
    return sum(map(bool, named)), Counter(word for words in named for word in words)


def needs(found: Recount) -> tuple[int, dict[str, int]]:
    """Return how many entries name a need, and how many name each."""
    named = [each["need"] for each in found.entries if each.get("need")]
    return len(named), Counter(named)


def misses(found: Recount) -> dict[str, dict[str, int]]:
    """Return by whom each miss was, and how often."""
    by: dict[str, Counter[str]] = defaultdict(Counter)
    for each in filter(is_miss, found.entries):
        by[each["miss"]][each.get("miss_by") or ""] += 1
    return {miss: dict(whose) for miss, whose in by.items()}


def replies(found: Recount) -> dict[str, Counter[str]]:
    """Return how many entries say that a reply landed, missed, or both: mine, theirs, and nobody knows whose."""
    counts: dict[str, Counter[str]] = {side: Counter() for side in ("me", "them", "")}
    for each in found.entries:
        for side, came in replies_of(each).items():
            counts[side]["both" if len(came) > 1 else came.pop()] += 1
    return counts


def together(found: Recount) -> tuple[int, dict[frozenset[str], int]]:
    """Return how many entries have two words, and which two stood together often enough."""
    words = [set(words_of(each)) for each in found.entries]
    pairs = Counter(frozenset(pair) for each in words for pair in combinations(sorted(each), 2))
    return sum(len(each) > 1 for each in words), {pair: n for pair, n in pairs.items() if n >= TOGETHER}


def is_miss(entry: Record) -> bool:
    """Return whether an entry names how a reply missed, and not that it landed."""
    return entry.get("miss", "none") != "none" and entry.get("miss_by") != "none"


def replies_of(entry: Record) -> dict[str, set[str]]:
    """Return of each side whether its reply landed or missed, or both, as an entry says."""
    found: dict[str, set[str]] = defaultdict(set)
    replied = OTHER.get(entry.get("reached_by", ""), UNSAID)
    if entry.get("reply"):
        for side in replied:
            found[side].add("landed" if entry["reply"] == LANDED else "missed")
    if is_miss(entry):
        for side in SIDES.get(entry.get("miss_by", ""), UNSAID):
            found[side].add("missed")
    elif entry.get("miss") == "none" or entry.get("miss_by") == "none":
        for side in SIDES.get(entry.get("miss_by", ""), replied):
            found[side].add("landed")
    return found


def words_of(entry: Record) -> Iterator[str]:
    """Name what was chosen in an entry, as it is said: its kind, feelings, need, miss, and what else went on."""
    yield from entry.get("context", ())
    if entry.get("kind"):
        yield LABELS.get(entry["kind"], str(entry["kind"]))
    yield from (word for word in entry.get("feelings", ()) if word != "afraid")
    if entry.get("need"):
        yield entry["need"]
    if is_miss(entry):
        yield LABELS.get(entry["miss"], str(entry["miss"]))
