"""The drill: which pairs it deals, and in which order."""

from datetime import date, timedelta

from companion.domain.article import Side
from companion.domain.drill import deal
from companion.domain.script import Script, ScriptFile
from companion.storage.library import Library

DAY = date(2026, 11, 22)


def file(*scripts: Script) -> ScriptFile:
    return ScriptFile(situation="s", label="S", scripts=scripts)


def script(name: str, instead_of: str = "No.", side: Side = Side.BOTH) -> Script:
    return Script(id=name, side=side, tone=None, text="Yes.", instead_of=instead_of)


def test_only_pairs_are_dealt_and_none_from_danger() -> None:
    dealt = deal([file(script("pair"), script("bare", ""), script("danger", side=Side.SAFETY))], DAY)
    assert [card.id for card in dealt] == ["pair"]


def test_each_day_begins_with_another_pair_and_deals_them_all(library: Library) -> None:
    files = library.script_files.values()
    today, tomorrow = deal(files, DAY), deal(files, DAY + timedelta(days=1))
    assert today[0] != tomorrow[0]
    assert set(today) == set(tomorrow)


def test_without_pairs_there_is_nothing_to_deal() -> None:
    assert deal([file(script("bare", ""))], DAY) == ()
