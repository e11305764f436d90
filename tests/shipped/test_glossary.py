"""The glossary explains the words of this library, and no others."""

import re
from itertools import pairwise

from companion.resources import LIBRARY
from companion.storage.content_file import read_markdown, read_yaml
from tests.shipped.conftest import markdown_files, strings, yaml_files

_TERM = re.compile(r"^\*\*([A-Z][^.*]{1,40})\.\*\* ", re.MULTILINE)
_ENDING = re.compile(r"(ing|ion|ment|ness|s|e|y)$")
_LITTLE = {"a", "an", "and", "go", "out"}
_ELSEWHERE = {"glossary.md", "sources.yaml"}


def terms(text: str) -> list[str]:
    """Return the terms that a glossary explains, in its order."""
    return _TERM.findall(text)


def is_used(term: str, told: str) -> bool:
    """Return whether one of a term's names is said, in any form: “turning toward” in “a late turn toward someone”."""
    return any(re.search(_any_form(name), told, re.IGNORECASE) for name in term.split(", "))


def _any_form(name: str) -> str:
    stems = [re.escape(_ENDING.sub("", word)) for word in re.findall(r"[\w-]+", name) if word not in _LITTLE]
    return r"\W+(?:\w+\W+){0,5}?".join(rf"\b{stem}[\w-]*" for stem in stems)


def told_elsewhere() -> str:
    """Return what the library says outside its glossary."""
    files = [path for path in (*markdown_files(), *yaml_files()) if path.name not in _ELSEWHERE]
    return "\n".join(
        said for path in files for said in strings(read_yaml(path) if path.suffix == ".yaml" else read_markdown(path))
    )


def test_every_term_is_used_somewhere_in_the_library() -> None:
    told = told_elsewhere()
    found = terms(read_markdown(LIBRARY / "pages" / "glossary.md")["text"])
    assert len(found) > 35
    assert [term for term in found if not is_used(term, told)] == []


def test_the_terms_stand_in_the_order_of_the_alphabet() -> None:
    found = [term.lower() for term in terms(read_markdown(LIBRARY / "pages" / "glossary.md")["text"])]
    assert [pair for pair in pairwise(found) if pair[0] >= pair[1]] == []


def test_a_term_that_nobody_uses_is_found() -> None:
    assert terms("**A claim.** And more.\n\n**Bid.** A small one.\n**Pause, time-out.** A break.") == [
        "A claim", "Bid", "Pause, time-out",
    ]  # fmt: skip
    assert not is_used("Bid", "nobody here is forbidden to turn")
    assert not is_used("Empathic distress", "distress, and much later on in another text something empathic")
    assert is_used("Turning toward", "A late turn toward someone can still be a turn.")
    assert is_used("Pause, time-out", "a time-out at home")
