"""How the reader looks, as text: compared with the snapshots as the places are."""

import pytest

from companion.domain.bookmark import Bookmark
from companion.domain.content import Link
from companion.domain.highlight import Highlight
from companion.domain.reading import Reading
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.ui.reading import read
from tests.ui.test_looks import SIZES, compare, settled

ARTICLE = Link("articles", "asking-kindly")
MARKDOWN = """# Every kind of block

A word that is *stressed*, **strong**, ~~gone~~ or `code`, [a link](https://example.org) and a note[^1].

- [x] done
- [ ] to do
  1. first
  2. second

> What was said.

| when | what | how long |
|------|:----:|---------:|
| at noon | a walk by the river, without the phone | 30 |
| 夕方 | お茶 | 15 |

Pause
: A time apart with a promise.

```
keep  these   blanks
```

![a tree](tree.png) · שלום · 👩‍👧

[^1]: Said below.
"""
KEYS = {
    "article": (), "contents": ("c",), "find": ("slash", *"room"), "links": ("f",), "select": ("v",),
    "bare": ("z",), "marks": ("'",),
}  # fmt: skip


@pytest.fixture
def marked(store: Store, clock: MovableClock) -> Store:
    """A store in which an article was read and marked."""
    link = str(ARTICLE)
    store.reading.keep(Reading(id=ARTICLE.slug, share=0.4, read_at=clock()))
    store.highlights.keep(Highlight(link=link, words="Three more words", note="back at nine", made_at=clock()))
    store.bookmarks.keep(Bookmark(link=link, words="So build the line from three parts:", made_at=clock()))
    return store


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("what", KEYS)
async def test_reading_looks_as_it_did(app_at: AppAt, marked: Store, what: str, size: tuple[int, int]) -> None:
    app = app_at(Place.READ, marked)
    async with app.run_test(size=size) as pilot:
        app.follow(ARTICLE)
        await settled(pilot)
        await pilot.press(*KEYS[what])
        shown = await settled(pilot)
    compare(f"reader-{what}-{size[0]}x{size[1]}", shown)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_every_kind_of_block_looks_as_it_did(app_at: AppAt, size: tuple[int, int]) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=size) as pilot:
        read(app, MARKDOWN)
        shown = await settled(pilot)
        await pilot.press("end")
        shown += await settled(pilot)
    compare(f"reader-blocks-{size[0]}x{size[1]}", shown)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize(
    ("what", "keys"),
    [("trail", ("enter",)), ("search", ("slash", *"cryng")), ("lately", ("h",)), ("marks", ("'",))],
)
async def test_what_leads_to_texts_looks_as_it_did(
    app_at: AppAt, marked: Store, what: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    app = app_at(Place.READ, marked)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        shown = await settled(pilot)
    compare(f"read-{what}-{size[0]}x{size[1]}", shown)
