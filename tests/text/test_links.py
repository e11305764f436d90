"""An address in running text leads to a piece of the library, or nowhere."""

import pytest

from companion.domain.content import Link
from companion.text.links import link_of


@pytest.mark.parametrize(
    ("address", "home", "link"),
    [
        ("../../pages/safety-first.md", "articles/calm", Link("pages", "safety-first")),
        ("coming-back-well.md", "articles/calm", Link("articles", "coming-back-well")),
        ("../deciding/silence-that-punishes.md#end", "articles/calm", Link("articles", "silence-that-punishes")),
        ("privacy.md", "pages", Link("pages", "privacy")),
        ("/pause", "articles/calm", Link("pause")),
        ("/scripts/the-pause", "pages", Link("scripts", "the-pause")),
        ("https://example.org/pages/privacy.md", "pages", None),
        ("mailto:a@example.org", "pages", None),
        ("#heading", "pages", None),
        ("../../../../etc/passwd", "pages", None),
        ("../vocabulary/kinds.yaml", "pages", None),
        ("", "pages", None),
    ],
)
def test_where_an_address_leads(address: str, home: str, link: Link | None) -> None:
    assert link_of(address, home) == link
