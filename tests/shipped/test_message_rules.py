"""The rules of the message check as they are shipped."""

from pathlib import Path

import pytest

from companion.domain.message_check import MessageCheck
from companion.domain.message_rule import MessageClass, MessageRule
from companion.domain.script import SLOTS, fill
from companion.resources import LIBRARY
from companion.storage.errors import ContentError
from companion.storage.library import Library

RULES = Library(LIBRARY).message_rules.rules


def test_there_are_thirty_rules_and_every_class_has_one() -> None:
    assert len(RULES) >= 30
    assert {rule.kind for rule in RULES} == set(MessageClass)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_why_and_what_to_try_in_a_calm_line_and_rests_on_facts(rule: MessageRule, library: Library) -> None:
    for line in (rule.why, rule.try_):
        assert 10 <= len(line) <= 130
        assert "\n" not in line and "!" not in line
    assert rule.facts
    assert set(rule.facts) <= set(library.sources.facts)


def test_no_shipped_script_is_found_fault_with_but_for_those_that_ask_about_suicide(library: Library) -> None:
    check = MessageCheck(library.message_rules)
    slots = dict.fromkeys(SLOTS, "something") | {"back_at": "20:40", "new_time": "21:10", "minutes": "30 minutes"}
    for script in library.scripts.values():
        kinds = {finding.kind for finding in check.read(fill(script.text, slots))}
        assert kinds <= {MessageClass.SAFETY}, f"{script.id}: {kinds}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("class: blame", "class: rude", "expected one of safety"),
        ("AUX? make", "AUXX? make", "“AUXX”: expected the name of a list"),
        ("measure: words", "measuring: words", "the key “measuring” is unknown"),
        ("id: leaving", "id: later", "“later” is there twice"),
    ],
)
def test_a_mistake_in_the_rules_names_the_file_and_what_was_expected(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    text = (LIBRARY / "message-rules.yaml").read_text(encoding="utf-8")
    (tmp_path / "message-rules.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=r"message-rules\.yaml") as caught:
        Library(tmp_path).message_rules  # noqa: B018 (reading it is the test)
    assert said in str(caught.value)
