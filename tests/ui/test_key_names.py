"""The names of keys: read as people write them, and refused where a terminal can't send them."""

import pytest

from companion.ui.key_names import is_printable, read_key, write_key


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("esc", "escape"), ("Esc", "escape"), ("return", "enter"), ("PgDn", "pagedown"), ("page up", "pageup"),
        ("ctrl+K", "ctrl+k"), ("control+l", "ctrl+l"), ("shift+n", "N"), ("N", "N"), ("?", "question_mark"),
        ("/", "slash"), ("+", "plus"), ("[", "left_square_bracket"), ("*", "asterisk"), ("ö", "ö"), ("F5", "f5"),
        ("alt+left", "alt+left"), ("shift+ctrl+left", "ctrl+shift+left"), ("alt+N", "alt+shift+n"), (" n ", "n"),
        ("slash", "slash"), ("question_mark", "question_mark"), ("space", "space"), ("5", "5"),
    ],
)  # fmt: skip
def test_a_key_is_read_as_people_write_it(written: str, name: str) -> None:
    assert read_key(written) == name
    assert read_key(write_key(name)) == name


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("ctrl+kk", "there is no key “ctrl+kk”; did you mean “ctrl+k”?"),
        ("crtl+n", "there is no key “crtl+n”; did you mean “ctrl+n”?"),
        ("entre", "there is no key “entre”; did you mean “enter”?"),
        ("f99", "there is no key “f99”; did you mean “f9”?"),
        ("zzzzz", "there is no key “zzzzz”; write one such as ctrl+g, f5, insert or n"),
        ("", "there is no key “”; write one such as ctrl+g, f5, insert or n"),
        ("x" * 999, f"there is no key “{'x' * 40}…”; write one such as ctrl+g, f5, insert or n"),
        ("ctrl+i", "terminals send “ctrl+i” as tab, so the two can’t be told apart; choose another key"),
        ("ctrl+m", "terminals send “ctrl+m” as enter, so the two can’t be told apart; choose another key"),
        ("ctrl+[", "terminals send “ctrl+[” as esc, so the two can’t be told apart; choose another key"),
        ("Ctrl+H", "terminals send “Ctrl+H” as backspace, so the two can’t be told apart; choose another key"),
        ("ctrl+shift+k",
         "most terminals send “ctrl+shift+k” as they do without shift; leave shift out, or choose another key"),
    ],
)  # fmt: skip
def test_a_key_that_there_is_not_is_said_with_what_to_do(written: str, said: str) -> None:
    with pytest.raises(ValueError) as raised:
        read_key(written)
    assert str(raised.value) == said


@pytest.mark.parametrize("key", ["n", "N", "5", "question_mark", "slash", "space", "ö"])
def test_what_writes_in_a_field_is_known(key: str) -> None:
    assert is_printable(key)


@pytest.mark.parametrize("key", ["escape", "enter", "ctrl+k", "f5", "tab", "delete", "alt+n"])
def test_what_writes_nothing_is_known_too(key: str) -> None:
    assert not is_printable(key)
