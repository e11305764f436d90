"""The message check: what a draft says that is hard to hear. It explains and offers; it keeps nothing of the text."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from companion.domain.levelled_words import Span, read_words
from companion.domain.message_measures import measured
from companion.domain.message_rule import NO_TIMES, TIMES, UNLESS, MessageClass, MessageRule, MessageRules

_QUOTED = re.compile(
    r"“[^“”]{1,400}”|\"[^\"]{1,400}\"|‘[^‘’]{1,400}’(?!\w)"
    r"|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){1,400}'(?!\w)"
)

_MOST_QUOTED = 60
"""Characters of the message that are shown again."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One place in a message, and what may be better there."""

    rule: str
    """The rule's id."""
    kind: MessageClass = msgspec.field(name="class")
    start: int
    """Where it begins, in characters."""
    end: int
    quoted: str
    """The words themselves."""
    why: str
    try_: str = msgspec.field(name="try")

    @property
    def excerpt(self) -> str:
        """The words, cut where they are many."""
        return self.quoted if len(self.quoted) <= _MOST_QUOTED else f"{self.quoted[:_MOST_QUOTED].rstrip()}…"


class MessageCheck:
    """The rules, ready to read drafts."""

    def __init__(self, rules: MessageRules) -> None:
        self._rules = rules
        self._phrases = rules.phrases
        self._spellings = {short.replace("'", ""): tuple(long.split()) for short, long in rules.spellings.items()}

    def read(self, text: str) -> list[Finding]:
        """Return the findings in the order of their places; where somebody may get hurt, nothing but that."""
        words = read_words(text, self._spellings)
        spans: dict[str, list[Span]] = defaultdict(list)
        for owner, start, end in self._phrases.find(words):
            spans[owner].append((start, end))
        fine = [*quotes(text), *spans[UNLESS]]
        is_timed = any(_outside(spans[TIMES], spans[NO_TIMES]))
        found: dict[MessageClass, list[tuple[Span, MessageRule]]] = defaultdict(list)
        for rule in self._rules.rules:
            if rule.unless_time and is_timed:
                continue
            if rule.measure:
                spans[rule.id] += measured(rule.measure, rule.most, text, words, self._rules.lists)
            if not spans[rule.id]:
                continue
            excused = spans[f"{UNLESS}{rule.id}"] + ([] if rule.kind is MessageClass.SAFETY else fine)
            found[rule.kind] += [(span, rule) for span in _outside(spans[rule.id], excused)]
        for rule in self._rules.rules:
            if rule.yields_to and found[rule.yields_to]:
                found[rule.kind] = [each for each in found[rule.kind] if each[1] is not rule]
        if found[MessageClass.SAFETY]:
            found = {MessageClass.SAFETY: found[MessageClass.SAFETY]}
        return _findings(text, [each for kind in found.values() for each in _apart(kind)])


def quotes(text: str) -> list[Span]:
    """Return what is somebody's speech: several words in quotation marks, but not all of the text."""
    spans = (match.span() for match in _QUOTED.finditer(text))
    whole = len(text.strip())
    return [(start, end) for start, end in spans if end - start < whole and " " in text[start:end].strip()]


def _outside(spans: Iterable[Span], excused: Iterable[Span]) -> list[Span]:
    """Return the spans that touch none of the excused ones."""
    apart: list[Span] = []
    for start, end in sorted(excused):
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    starts = [start for start, _ in apart]

    def is_outside(span: Span) -> bool:
        before = bisect_right(starts, span[1] - 1) - 1
        return before < 0 or apart[before][1] <= span[0]

    return [span for span in spans if is_outside(span)]


def _apart(found: Iterable[tuple[Span, MessageRule]]) -> list[tuple[Span, MessageRule]]:
    """Return what is left of one class when nothing overlaps: the first, and of those the longest."""
    kept: list[tuple[Span, MessageRule]] = []
    for span, rule in sorted(found, key=lambda each: (each[0][0], -each[0][1])):
        if not kept or span[0] >= kept[-1][0][1]:
            kept.append((span, rule))
    return kept


def _findings(text: str, found: Iterable[tuple[Span, MessageRule]]) -> list[Finding]:
    """Return the findings in the order of their places."""
    return [
        Finding(
            rule=rule.id, kind=rule.kind, start=start, end=end, quoted=text[start:end], why=rule.why, try_=rule.try_
        )
        for (start, end), rule in sorted(found, key=lambda each: each[0])
    ]
