"""Finding what the person wrote: what may be read now, never what is locked, sealed, hidden or still waits."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest

from companion.domain.content import Link
from companion.domain.entry import Entry
from companion.domain.filling import Answers
from companion.domain.held import Decision, HeldMessage
from companion.domain.highlight import Highlight
from companion.domain.script import OwnScript
from companion.domain.settings import Settings
from companion.storage.library import Library
from companion.storage.search.document import Kind
from companion.storage.search.index import Search
from companion.storage.search.own_documents import own_documents
from companion.storage.store import Store
from tests.conftest import MovableClock
from tests.fake_wrapping import FakeWrapping


class Found:
    """Finds in what a store holds now."""

    def __init__(self, store: Store, library: Library, clock: MovableClock) -> None:
        self._of = store, library, clock

    def __call__(self, typed: str) -> list[tuple[Kind, Link]]:
        store, library, clock = self._of
        return [(hit.kind, hit.link) for hit in Search(own_documents(store, library, clock())).find(typed).hits]


@pytest.fixture
def found(store: Store, library: Library, clock: MovableClock) -> Found:
    return Found(store, library, clock)


def shown(store: Store, library: Library, clock: MovableClock, typed: str) -> str:
    (hit,) = Search(own_documents(store, library, clock())).find(typed).hits
    return f"{hit.title} | {hit.snippet}"


def test_an_entry_is_found_by_its_line_their_words_its_kind_and_its_day(
    store: Store, library: Library, clock: MovableClock, found: Found
) -> None:
    entry = Entry(at=clock(), kind="rupture", note="the red cup", quote="you never listen", feelings=("lonely",))
    store.entries.keep(entry)
    here = [(Kind.ENTRY, Link("log", entry.id))]
    label = library.vocabulary.kind_label("rupture")
    for typed in ("red cup", "listen", label, "lonely", "22 november"):
        assert found(typed) == here, typed
    assert shown(store, library, clock, "cup") == f"22 November 2026 · {label} | the red cup “you never listen”"


def test_a_person_is_found_by_the_whole_name_and_shown_by_the_initials(
    store: Store, library: Library, clock: MovableClock
) -> None:
    store.entries.keep(Entry(at=clock(), note="we laughed", person="Sofia"))
    assert shown(store, library, clock, "sofia") == "22 November 2026 · S | we laughed"
    store.keep_settings(Settings(show_names=True))
    assert "Sofia" in shown(store, library, clock, "sofia")


def test_a_hidden_entry_is_not_found(store: Store, clock: MovableClock, found: Found) -> None:
    store.entries.keep(Entry(at=clock(), note="the red cup", hidden=True))
    assert not found("cup")


def test_a_held_message_is_found_from_its_hour_on_and_not_once_it_is_let_go(
    store: Store, clock: MovableClock, found: Found
) -> None:
    held = HeldMessage(text="Come home", written_at=clock(), open_at=clock() + timedelta(hours=1))
    store.held.keep(held)
    assert not found("come home")
    clock.move(hours=2)
    assert found("come home") == [(Kind.HELD, Link("held", held.id))]
    store.held.keep(held.decide(Decision.LET_GO, clock()))
    assert not found("come home")


def test_own_words_are_found(store: Store, found: Found) -> None:
    own = store.scripts.keep(OwnScript(text="Leave the cup be. Back at {back_at}."))
    assert found("leave cup") == [(Kind.OWN_SCRIPT, Link("scripts", own.id))]


def test_answers_are_found_in_each_filling(store: Store, clock: MovableClock, found: Found) -> None:
    for words in ("round the pond", "by the pond"):
        store.worksheets.keep(Answers(worksheet="what-calms-me", answers={"body": words}, filled_at=clock()))
    assert found("pond") == [(Kind.ANSWERS, Link("worksheets", "what-calms-me"))] * 2


def test_a_highlight_is_found_by_its_words_and_its_note_and_leads_to_the_text(
    store: Store, library: Library, clock: MovableClock, found: Found
) -> None:
    link = Link("articles", "asking-kindly")
    store.highlights.keep(Highlight(link=str(link), words="zebra crossing", note="like Mum", made_at=clock()))
    assert found("zebra") == found("like mum") == [(Kind.NOTE, link)]
    assert shown(store, library, clock, "mum") == "Asking for room, kindly | like Mum zebra crossing"


def sealing(library: Library) -> Iterable[str]:
    return (slug for slug, each in library.worksheets.items() if each.seal and each.sealed)


def test_a_sealed_answer_is_not_found_before_its_day(
    store: Store, library: Library, clock: MovableClock, found: Found
) -> None:
    for slug in sealing(library):
        sheet = library.worksheets[slug]
        answers = {sheet.seal: "2026-12-24", sheet.sealed[0]: "zebra crossing"}
        store.worksheets.keep(Answers(worksheet=slug, answers=answers, filled_at=clock()))
    assert not found("zebra")
    clock.move(days=40)
    assert found("zebra")


def test_answers_that_may_put_somebody_in_danger_are_not_found(
    store: Store, library: Library, clock: MovableClock, found: Found
) -> None:
    risky = [sheet for sheet in library.worksheets.values() if sheet.unsafe_if]
    for sheet in risky:
        answers = {field.id: "zebra" for field in sheet.fields}
        store.worksheets.keep(Answers(worksheet=sheet.slug, answers=answers, filled_at=clock()))
    assert risky and not found("zebra")


def test_locked_there_is_nothing_and_unlocked_all_of_it(tmp_path: Path, library: Library, clock: MovableClock) -> None:
    store = Store(tmp_path, wrapping=FakeWrapping(), clock=clock)
    store.entries.keep(Entry(at=clock(), note="the red cup"))
    store.set_passphrase(key := store.new_key("four plain words"))
    store.lock()
    found = Found(store, library, clock)
    assert list(own_documents(store, library, clock())) == []
    store.unlock(key)
    assert found("cup")
