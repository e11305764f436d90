"""Links of a text: numbered, walked, chosen by number; what lies outside is copied and never opened."""

import pytest

from companion.domain.content import Link
from companion.ui.app import CompanionApp
from companion.ui.messages import Follow
from companion.ui.places import Place
from companion.ui.read.pages import PageScreen
from companion.ui.reader.link_list import LinkList
from companion.ui.row_list import RowList
from tests.conftest import AppAt
from tests.screens import text
from tests.ui.reading import FILL, PARTS, read, reader, said, top

LINKS = (
    "# Links\n\n[safe](/pages/safety-first), [out](https://example.org/a?b), <https://example.net>, [below](#two), "
    f"[gone](#gone) and a note[^1].\n\n{FILL}\n\n## Two\n\n{FILL}\n\n[^1]: the note\n"
)


async def test_each_link_has_a_small_number_and_the_list_tells_where_it_leads(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(100, 30)) as pilot:
        read(app, LINKS)
        await pilot.pause()
        shown = " ".join(text(app).split())
        assert "safe¹, out² (https://example.org/a?b), https://example.net³, below⁴, gone⁵ and a note[1]." in shown
        await pilot.press("f")
        await pilot.pause()
        rows = app.screen.query_one(RowList).rows
        assert [(row.lead.strip(), row.text, row.tail, row.help) for row in rows] == [
            ("1", "safe", "page", ""),
            ("2", "out", "copy", "https://example.org/a?b"),
            ("3", "https://example.net", "copy", ""),
            ("4", "below", "in this text", ""),
            ("5", "gone", "in this text", ""),
        ]


async def test_a_digit_opens_a_link_at_once_and_leads_to_no_place(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, LINKS)
        await pilot.pause()
        await pilot.press("f", "9", "0", "1")
        await pilot.pause()
        assert top(app) == "Safety first"
        assert app.current_mode == Place.READ
        await pilot.press("alt+left")
        await pilot.pause()
        assert top(app) == "Links"
        await pilot.press("alt+right")
        await pilot.pause()
        assert top(app) == "Safety first"


async def test_of_many_links_a_number_of_two_digits_is_waited_for(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, "\n\n".join(f"[link {number}](https://example.org/{number})" for number in range(1, 13)))
        await pilot.pause()
        await pilot.press("f", "1")
        assert isinstance(app.screen, LinkList)
        await pilot.press("2")
        await pilot.pause()
        assert app.clipboard == "https://example.org/12"
        await pilot.press("f", "1", "enter")
        await pilot.pause()
        assert app.clipboard == "https://example.org/1"
        await pilot.press("f", "1", "down", "3")
        await pilot.pause()
        assert app.clipboard == "https://example.org/3"  # the cursor moved: begun anew


@pytest.mark.parametrize("keys", [["f", "2"], ["tab", "tab", "enter"]])
async def test_an_address_outside_is_copied_and_nothing_is_opened(
    app_at: AppAt, keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(CompanionApp, "open_url", lambda _, url, **how: opened.append(url))
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, LINKS)
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        assert app.clipboard == "https://example.org/a?b"
        assert "Copied." in said(app)
        assert top(app) == "Links"
    assert not opened


async def test_a_link_within_the_text_goes_to_its_heading_with_a_way_back(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, LINKS)
        await pilot.pause()
        await pilot.press("f", "4")
        await pilot.pause()
        assert top(app) == "Two"
        await pilot.press("escape")
        await pilot.pause()
        assert top(app) == "Links"
        await pilot.press("alt+right")
        await pilot.pause()
        assert top(app) == "Two"
        await pilot.press("backspace", "f", "5")
        await pilot.pause()
        assert "no part of that name" in said(app)
        assert top(app) == "Links"


async def test_the_number_of_a_note_leads_to_the_note_and_back(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, LINKS)
        await pilot.pause()
        await pilot.press(*["tab"] * 6, "enter")
        await pilot.pause()
        assert "1. the note" in text(app)
        await pilot.press("alt+left")
        await pilot.pause()
        assert "the note" not in text(app)


async def test_a_link_to_a_part_of_another_piece_goes_there(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, "# Here\n\n[there](/pages/privacy#what-a-passphrase-does)\n")
        await pilot.pause()
        await pilot.press("f", "1")
        await pilot.pause()
        assert top(app) == "What a passphrase does"
        await pilot.press("escape")
        await pilot.pause()
        assert top(app) == "Here"


async def test_a_text_without_links_has_no_list(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, PARTS)
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        assert not isinstance(app.screen, LinkList)


async def test_from_help_a_link_opens_its_page_over_it(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1", "f", "1")
        await pilot.pause()
        assert isinstance(app.screen, PageScreen)


async def test_enter_is_offered_while_a_link_is_stood_on(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, LINKS)
        await pilot.pause()
        assert "enter Follow it" not in text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "enter Follow it" in text(app)
        assert reader(app).has_focus


def test_a_link_is_followed_to_the_top_unless_a_part_is_named() -> None:
    assert Follow(Link("pages", "about")).heading == ""
