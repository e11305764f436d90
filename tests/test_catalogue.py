"""Every sentence of ours can be said in another language, and there is room for it when it is a third longer."""

import ast
import json
import re
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path
from string import Formatter

import pytest

import companion
from companion import catalogue
from companion.resources import LIBRARY
from tests.catalogue import renew, sentences
from tests.pseudo import make, pseudo, run
from tests.sample import NOTES, PLACES

TYPED = ("why I say sorry first",)
"""Words of the scenes."""
KEYS = {"enter", "esc", "tab", "space", "backspace", "pgup", "pgdn", "home", "end"}
"""Names of keys, which stand on the keyboard in English."""
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z’' ,;:.-]*[A-Za-z]")
_SLOT = re.compile(r"\[[^\]]*\]|\{\w+\}")
_SPACED = re.compile(r"[\s*_`]+")
_KEY = re.compile(r"\W+[A-Za-z]$")
"""A letter at the end is a key: its sentence goes on in the other language."""


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the catalogue of a language that nobody speaks."""
    folder = tmp_path_factory.mktemp("languages")
    make(folder)
    return folder


@pytest.fixture(scope="module")
def prose() -> str:
    """What is not said by the code: the library, and the words of the sample."""
    files = [path.read_text(encoding="utf-8") for path in LIBRARY.rglob("*") if path.suffix in (".md", ".yaml")]
    filled = [_SLOT.sub("", file) for file in files]  # as a script is said whose place or name is not known
    return _SPACED.sub(" ", " ".join((*files, *filled, *NOTES, *PLACES, *TYPED)))


def left_in_english(shown: str, prose: str) -> Iterator[str]:
    """Yield the words of a screen that are neither in the other language nor from the library."""
    for cell in re.split(r"\n| {2,}", shown):
        for found in _ENGLISH.findall(cell):
            words = _KEY.sub("", _SPACED.sub(" ", found).strip())
            if re.search(r"[A-Za-z]{3}", words) and words not in prose and not set(words.split()) <= KEYS:
                yield words


@pytest.mark.parametrize("width", [80])
def test_every_sentence_of_a_screen_is_said_in_the_other_language_and_has_room(
    languages: Path, prose: str, width: int
) -> None:
    drawn = json.loads(run(languages, "tests.pseudo", str(width)))
    english = {name: [*left_in_english(shown, prose)] for name, (shown, _cut) in drawn.items()}
    assert {name: words for name, words in english.items() if words} == {}
    assert {name: cut for name, (_shown, cut) in drawn.items() if cut} == {}


def test_translators_are_given_every_sentence_that_is_marked() -> None:
    """Babel does not look into an f-string."""
    marked = set()
    for path in Path(companion.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="_" | "ngettext"), args=[ast.Constant(value=str(words)), *_]):
                    marked.add(words)
    given = {each.id if isinstance(each.id, str) else each.id[0] for each in sentences()}
    assert marked - given == set()


def test_a_translation_keeps_the_places_of_its_sentence() -> None:
    for message in sentences():
        if not message.locations:
            continue  # the help of a verb, whose braces are JSON's
        for words in [message.id] if isinstance(message.id, str) else message.id:
            assert [*_places(words)] == [*_places(pseudo(words))], words


def test_a_new_language_begins_with_every_sentence_and_keeps_what_is_translated(tmp_path: Path) -> None:
    po = renew("de", tmp_path)
    assert po.with_suffix(".mo").exists()
    said = 'msgid "What is happening?"\nmsgstr ""'
    text = po.read_text(encoding="utf-8")
    assert said in text
    po.write_text(text.replace(said, said[:-1] + 'Bonsoir"'), encoding="utf-8")
    assert 'msgstr "Bonsoir"' in renew("de", tmp_path).read_text(encoding="utf-8")
    assert "Bonsoir" in run(tmp_path, "companion", "now")


def test_a_translation_with_a_wrong_place_is_said_in_english(tmp_path: Path) -> None:
    po = renew("de", tmp_path)
    text = po.read_text(encoding="utf-8")
    said = 'msgid "{n} minute"\nmsgid_plural "{n} minutes"\nmsgstr[0] ""\nmsgstr[1] ""'
    assert said in text
    wrong = said.replace('msgstr[1] ""', 'msgstr[1] "{minutos} Minutos"')
    po.write_text(text.replace(said, wrong), encoding="utf-8")
    renew("de", tmp_path)
    data = str(tmp_path / "data")
    assert "20 minutes" in run(tmp_path, "companion", "--data-dir", data, "pause", "20")


def _places(words: str) -> Iterator[str | None]:
    return (name for _text, name, _spec, _conversion in Formatter().parse(words) if name is not None)


@pytest.mark.parametrize("place", ["{n.__class__}", "{n:>99999999}", "{n", "{}", "{n[0]}"])
def test_a_place_that_english_does_not_have_is_never_filled_in(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    class Wrong(NullTranslations):
        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            return f"{place} Minutos"

    monkeypatch.setattr(catalogue, "_catalogue", Wrong())
    assert catalogue.ngettext("{n} minute", "{n} minutes", 20) == "20 minutes"


@pytest.mark.parametrize("content", [b"", b"\x00" * 64, b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_with_a_damaged_catalogue_all_is_said_in_english(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "companion.mo").write_bytes(content)
    assert "What is happening?" in run(tmp_path, "companion", "now")
