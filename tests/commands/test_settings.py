"""The settings from the shell: listed, shown and changed."""

import json
import re
from pathlib import Path

import pytest

from companion.domain.setting_words import SETTING_WORDS
from companion.domain.settings import Motion, Settings
from companion.storage.store import Store
from tests.commands.log_verbs import run


def test_every_field_that_may_be_chosen_is_listed_with_what_it_is_for(tmp_path: Path) -> None:
    told = json.loads(run(tmp_path, "settings", "--json").stdout)
    names = [each["name"].replace("-", "_") for each in told]
    assert names == [name for name in Settings.__struct_fields__ if not name.endswith("_on")]  # days the app notes
    assert all(each["about"] for each in told)
    assert all(each["value"] == each["usual"] for each in told)
    listed = run(tmp_path, "settings").stdout
    assert listed.count("\n") == len(told)
    for field, words in SETTING_WORDS.items():
        (line,) = [each for each in listed.splitlines() if each.endswith(f" {words.label}")]
        assert line.startswith(f"{words.typed} "), field


def test_what_is_typed_for_one_is_made_of_what_the_screen_calls_it() -> None:
    assert len({each.typed for each in SETTING_WORDS.values()}) == len(SETTING_WORDS)
    for each in SETTING_WORDS.values():
        assert set(each.typed.split("-")) <= set(re.findall(r"\w+", each.label.lower())), each


def test_a_theme_of_another_hand_steers_no_terminal(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"theme": "a\x1b]0;PWNED\x07\n\x9b2J"}))
    for words in ((), ("theme",)):
        said = run(tmp_path, "settings", *words).stdout
        assert "]0;PWNED" in said
        assert not {"\x1b", "\x07", "\x9b"} & {*said}


def test_one_is_shown_with_what_it_takes(tmp_path: Path) -> None:
    for name in ("reduce-motion", "motion"):
        said = run(tmp_path, "settings", name).stdout
        assert said.splitlines()[0] == "reduce-motion: off"
        assert "It takes: off | some | on" in said


@pytest.mark.parametrize(
    ("name", "typed", "field", "kept"),
    [
        ("reduce-motion", "some", "motion", Motion.REDUCED),
        ("motion", "reduced", "motion", Motion.REDUCED),
        ("motion", "on", "motion", Motion.TEXT),
        ("bell", "off", "bell", False),
        ("bell", "Yes", "bell", True),
        ("lock-by-itself", "7", "lock_after", 7),
        ("lock-after", "never", "lock_after", None),
        ("lock_after", "12", "lock_after", 12),
        ("measure", "60", "measure", 60),
        ("theme", "nord", "theme", "nord"),
        ("theme", "Auto", "theme", "auto"),
    ],
)
def test_a_value_is_kept(tmp_path: Path, name: str, typed: str, field: str, kept: object) -> None:
    done = run(tmp_path, "settings", name, typed)
    assert done.exit_code == 0, done.stderr
    assert getattr(Store(tmp_path).settings, field) == kept


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("motion", "fast"), "reduce-motion takes off, some, on."),
        (("measure", "99"), "56 to 80"),
        (("measure", "wide"), "lines takes a number."),
        (("lock-after", "soon"), "lock-by-itself takes a number, or off."),
        (("theme", "nrod"), "There is no theme “nrod”. Try nord."),
        (("theme", "x"), "There is no theme “x”. Try auto, dusk, dawn, plain."),
        (("reduce-motoin",), "Did you mean: companion settings reduce-motion?"),
        (("motoin",), "Did you mean: companion settings motion?"),
        (("faded-on", "2026-01-01"), "There is no setting “faded-on”."),
    ],
)
def test_what_can_not_be_is_said_and_changes_nothing(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    done = run(tmp_path, "settings", *words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert Store(tmp_path).settings == Settings()


def test_a_theme_of_ones_own_is_known_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes/mine.yaml").write_text("name: Forest\nprimary: '#a5c4a0'\n")
    assert run(tmp_path, "settings", "theme", "forest").exit_code == 0
    assert Store(tmp_path).settings.theme == "Forest"
    assert "| Forest |" in run(tmp_path, "settings", "theme").stdout


def test_words_fade_only_after_a_yes(tmp_path: Path) -> None:
    done = run(tmp_path, "settings", "fade-after", "30")
    assert done.exit_code == 2
    assert "say --yes" in done.stderr
    assert Store(tmp_path).settings.fade_after is None
    assert run(tmp_path, "settings", "fade-after", "30", "--yes").stdout == "old-entries-fade: 30\n"
    assert Store(tmp_path).settings.fade_after == 30


def test_a_terminal_gets_lines_that_fit_and_a_script_the_whole_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    whole = run(tmp_path, "settings", "lock-after").stdout
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    folded = run(tmp_path, "settings", "lock-after").stdout
    assert max(map(len, whole.splitlines())) > 40 >= max(map(len, folded.splitlines()))
    assert whole.split() == folded.split()
