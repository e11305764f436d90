"""What a text asks for: a link that opens an entry names a kind."""

from companion.domain.content import Link
from companion.storage.library import Library


def test_an_entry_that_a_text_asks_for_is_of_a_kind(library: Library) -> None:
    kinds = {"", *(kind.id for kind in library.vocabulary.kinds)}
    links: list[Link] = [article.action for article in library.articles.values()]
    links += [situation.action for situation in library.situations.values()]
    asked = [link.slug for link in links if link.folder == "log"]
    assert len(asked) >= 4
    assert set(asked) <= kinds
