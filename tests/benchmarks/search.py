"""What a letter costs while somebody searches in the app: `python -m tests.benchmarks.search`.

Beside the library lie articles of one's own, made of its paragraphs, shuffled. With `--folder DIR --number 5000` they
are written there, for measuring something else.
"""

import argparse
import random
from collections.abc import Iterator
from itertools import count, cycle, islice
from pathlib import Path

from companion.domain.content import Link
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.search.document import Document, Kind
from companion.ui.places import Place
from tests.benchmarks.beside import SHOWN, SIZE, companion, data_folder, p95, row, run
from tests.benchmarks.terminal import Terminal

TYPED = (
    "pause with a promise", "asking kindly", "breathing", "brething", "feeling lonely", "relashonship", "sielnce",
    "mental load", "the guilt that tags along", "come back later tonight", "zzzzqqqq", "stonewaling",
)  # fmt: skip
"""What is typed, letter by letter; some of it mistyped."""
GOALS = {50: "≤ 16", 5_000: "≤ 30"}
"""How many articles, and what 95 of 100 letters may take."""
INDEXING = 0.002
"""Seconds in which an article is in the index for sure, on a slow machine."""
TAKEN_AWAY = b"\x15"
"""Ctrl+u: all that stands in the field goes."""


def make_documents(number: int) -> list[Document]:
    """Make that many pieces, the same ones each time."""
    rng = random.Random(7)
    articles = list(Library(LIBRARY).articles.values())
    paragraphs = [each for article in articles for each in article.text.split("\n\n")]

    def more() -> Iterator[Document]:
        for at in count():
            like = articles[at % len(articles)]
            text = like.text if at < len(articles) else "\n\n".join(rng.choices(paragraphs, k=24))
            title = like.title if at < len(articles) else f"{like.title} {at}"
            link = Link("own", f"piece-{at}")
            yield Document(kind=Kind.OWN_ARTICLE, link=link, title=title, summary=like.summary, text=text)

    return [document for document, _ in zip(more(), range(number), strict=False)]


def write(folder: Path, number: int) -> None:
    """Write the pieces as articles of one's own."""
    folder.mkdir(parents=True, exist_ok=True)
    for document in make_documents(number):
        text = f"# {document.title}\n\n{document.text}"
        (folder / f"{document.link.slug}.md").write_text(text, encoding="utf-8")


def keys(number: int, rounds: int) -> list[tuple[float, float]]:
    """Type so many searches in the app; return the milliseconds from each letter to its first change and its last."""
    found = []
    with data_folder() as folder:
        write(folder / "articles", number)
        terminal = Terminal(companion(folder), SIZE)
        terminal.until(SHOWN)
        terminal.send(Place.READ.key.encode())
        terminal.settled()
        terminal.send(b"/")
        terminal.wait(INDEXING * number)
        for typed in islice(cycle(TYPED), rounds):
            for letter in typed.encode():
                terminal.settled()
                sent = terminal.send(bytes([letter]))
                changed = terminal.answered()
                found.append(((changed - sent) * 1000, (terminal.settled() - sent) * 1000))
            terminal.send(TAKEN_AWAY)
        terminal.end()
    return found


def rows(rounds: int) -> Iterator[str]:
    """Search among few and many articles of one's own, beside the library."""
    for number, goal in GOALS.items():
        found = keys(number, rounds)
        for at, what in enumerate(("its first change", "all that it changes")):
            figures = [each[at] for each in found]
            work = f"search, a letter to {what}, {number:,} own articles"
            yield row(f"{work} (ms; p95)", goal, "", [p95(figures)])
            yield row(f"{work} (ms)", "", "", figures)


def main() -> None:
    """Measure, or write the articles for measuring something else."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--folder", type=Path, help="write them there instead")
    parser.add_argument("--number", type=int, default=max(GOALS), help="how many")
    said, _ = parser.parse_known_args()
    if said.folder:
        write(said.folder, said.number)
    else:
        run(rows, __doc__)


if __name__ == "__main__":
    main()
