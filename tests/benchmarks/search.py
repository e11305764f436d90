"""What a key costs while somebody searches: `python -m tests.benchmarks.search 50 5000`.

The pieces are the library's articles, and more of the same length from their paragraphs, shuffled. With `--folder DIR`
they are written there as articles of one's own, for measuring the app itself from outside.
"""

import argparse
import random
import statistics
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from companion.domain.content import Link
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.search.document import Document, Kind
from companion.storage.search.index import Search
from companion.ui.read.found import found_rows
from companion.ui.rows import RowLayout

TYPED = (
    "pause with a promise", "asking kindly", "breathing", "brething", "feeling lonely", "relashonship", "sielnce",
    "mental load", "the guilt that tags along", "come back later tonight", "zzzzqqqq", "stonewaling",
)  # fmt: skip
"""What is typed, letter by letter; some of it mistyped."""
WIDTH = 76
ADDED = 200


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


def measure(number: int) -> None:
    """Print what is to be known of an index over that many pieces."""
    library, documents = Library(LIBRARY), make_documents(number)
    words = statistics.mean(len(each.text.split()) for each in documents)
    began = time.perf_counter()
    search = Search(documents)
    built = time.perf_counter() - began
    found, drawn = [], []
    for typed in TYPED:
        for end in range(1, len(typed) + 1):
            began = time.perf_counter()
            results = search.find(typed[:end])
            found.append(time.perf_counter() - began)
            RowLayout(found_rows(library, results, {}), WIDTH, wrapped=True)
            drawn.append(time.perf_counter() - began)
    began = time.perf_counter()
    for document in documents[:ADDED]:
        search.keep(Document(kind=document.kind, link=document.link, title="Changed", text=document.text))
    changed = (time.perf_counter() - began) / min(ADDED, number)
    print(
        f"{number:,} pieces of {words:.0f} words: index made in {built * 1000:,.0f} ms, one changed in {_ms(changed)}"
    )
    print(f"  a key: found {_spread(found)}; with its rows laid out {_spread(drawn)}")


def _spread(seconds: list[float]) -> str:
    p95 = statistics.quantiles(seconds, n=20)[-1]
    return f"{_ms(statistics.median(seconds))} median, {_ms(p95)} p95, {_ms(max(seconds))} at most"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"


def write(folder: Path, number: int) -> None:
    """Write the pieces as articles of one's own."""
    folder.mkdir(parents=True, exist_ok=True)
    for document in make_documents(number):
        text = f"# {document.title}\n\n{document.text}"
        (folder / f"{document.link.slug}.md").write_text(text, encoding="utf-8")


def main() -> None:
    """Measure, or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("numbers", nargs="+", type=int, help="how many pieces")
    parser.add_argument("--folder", type=Path, help="write them there instead")
    said = parser.parse_args()
    for number in said.numbers:
        if said.folder:
            write(said.folder, number)
        else:
            measure(number)


if __name__ == "__main__":
    main()
