"""What a program can find wrong with what an article claims, each as a function to the faults it has.

No program can tell whether a sentence is true. But an article that says “research shows” has to name a strong fact,
one that gives a study's figure has to name the fact with that figure, and nothing may rest on what nobody looked up.
"""

import re
from collections.abc import Callable

from companion.domain.article import Article
from companion.domain.source import Firmness, Sources
from tests.shipped.sentences import Kind, blocks, unquoted

FROM_MEMORY = {"A4", "B13", "D11", "E5", "L3"}
"""Facts that the evidence marks “(memory)”: found in no source that was read."""
FIRM_WORDS = {
    "research shows": {Firmness.STRONG},
    "(studies|trials|study|review)( of [^.]{0,40})? suggests?": {Firmness.STRONG, Firmness.MODERATE},
    "small (lab |diary )?(study|trial)": {Firmness.EARLY, Firmness.MODERATE},
    r"(therapists|clinicians)( \w+)? (suggest|advise|teach|name|say|warn|give)": {Firmness.CONSENSUS},
    "victim services advise": {Firmness.CONSENSUS},
}
"""How firm a fact has to be for an article to say this (evidence §0)."""
FIGURES = {
    "A2": {233}, "A7": {81}, "A13": {73}, "A14": {226, 340}, "B2": {116}, "B4": {59}, "B10": {120}, "B11": {755},
    "C5": {126}, "C6": {86}, "C7": {23}, "C11": {61, 322}, "C13": {79}, "D6": {1829}, "D9": {31},
    "D10": {104, 261, 159}, "E1": {732}, "E2": {388, 241, 220}, "E6": {178}, "E8": {953, 2723}, "F3": {185, 123},
    "F5": {110}, "G1": {154, 184, 10189}, "G2": {12, 785}, "G3": {223, 31, 1133}, "G4": {114}, "G6": {46, 3400},
    "G11": {123}, "H5": {90}, "H6": {22, 114}, "H7": {18, 3414}, "I1": {94, 642}, "I2": {215, 244},
    "J1": {58, 2092}, "J3": {742, 151}, "J5": {100}, "J6": {249}, "K6": {620},
}  # fmt: skip
"""How many people, couples or studies each fact speaks of."""
_COUNTED = re.compile(
    r"\b(\d[\d,]*)(?: [\w-]+){0,3}? "
    r"(?:people|adults|couples|partners|students|therapists|studies|trials|papers|smokers)\b"
)


def unknown_names(article: Article, known: Sources) -> list[str]:
    """Find facts and sources that `sources.yaml` does not have."""
    return [*(set(article.facts) - set(known.facts)), *(set(article.sources) - set(known.sources))]


def from_memory(article: Article, known: Sources) -> list[str]:
    """Find facts that were found in no source."""
    return sorted(FROM_MEMORY & set(article.facts))


def on_nothing(article: Article, known: Sources) -> list[str]:
    """Find out whether not one of the facts has a source."""
    return [] if any(known.facts[fact].sources for fact in article.facts) else ["no fact with a source"]


def foreign_sources(article: Article, known: Sources) -> list[str]:
    """Find sources that none of the facts rests on."""
    own = {source for fact in article.facts for source in known.facts[fact].sources}
    return sorted(set(article.sources) - own)


def unbacked_facts(article: Article, known: Sources) -> list[str]:
    """Find facts of which the article names no source, though there is one."""
    lists = {fact: set(known.facts[fact].sources) for fact in article.facts}
    return [fact for fact, sources in lists.items() if sources and not sources & set(article.sources)]


def too_firm(article: Article, known: Sources) -> list[str]:
    """Find words firmer than any fact the article names."""
    have = {known.facts[fact].firmness for fact in article.facts}
    found = {words: re.search(rf"\b({words})", _claims(article), re.IGNORECASE) for words in FIRM_WORDS}
    return [said[0] for words, said in found.items() if said and not FIRM_WORDS[words] & have]


def foreign_figures(article: Article, known: Sources) -> list[str]:
    """Find numbers of people or studies that no named fact speaks of."""
    own = {figure for fact in article.facts for figure in FIGURES.get(fact, ())}
    return [said[0] for said in _COUNTED.finditer(_claims(article)) if int(said[1].replace(",", "")) not in own]


def _claims(article: Article) -> str:
    """Return what the article says in its own voice; words to try claim nothing."""
    told = [block.text for block in blocks(article.text) if block.kind in (Kind.PROSE, Kind.ITEM)]
    return unquoted("\n".join(told))


FOR_CLAIMS: tuple[Callable[[Article, Sources], list[str]], ...] = (
    unknown_names, from_memory, on_nothing, foreign_sources, unbacked_facts, too_firm, foreign_figures,
)  # fmt: skip
