"""The pictures of the README show what the app shows today, and the recording moves only where that is wanted."""

import html
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.dom import minidom

import pytest

from tests.pictures import FOLDER, WALK
from tests.recording import ROUNDS, Frame, join

ROOT = Path(__file__).parent.parent
NAMES = ["now.svg", "pause.svg", "read.svg", "review.svg", "walk.svg"]
LARGEST = 1_000_000
"""Bytes of a picture; a page with it opens at once."""
AGAIN = "Draw them again: python -m tests.pictures"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pictures, drawn anew in another time zone."""
    folder = tmp_path_factory.mktemp("pictures")
    subprocess.run(
        [sys.executable, "-m", "tests.pictures", str(folder)],
        cwd=ROOT, env={**os.environ, "TZ": "Asia/Tokyo"}, check=True, timeout=300,
    )  # fmt: skip
    return folder


def words(svg: str) -> list[str]:
    return [html.unescape(said) for said in re.findall(r"<text [^>]*>([^<]*)</text>", svg)]


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_shows_what_the_app_shows(drawn: Path, name: str) -> None:
    before, now = ((folder / name).read_text(encoding="utf-8") for folder in (FOLDER, drawn))
    assert words(before) == words(now), AGAIN


def test_the_folder_holds_these_pictures_and_no_other() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_small_and_whole_and_asks_the_network_for_nothing(name: str) -> None:
    svg = (FOLDER / name).read_text(encoding="utf-8")
    minidom.parseString(svg)  # noqa: S318 (our own)
    assert len(svg.encode()) < LARGEST
    addresses = set(re.findall(r"\w+://[^\s\"'<)]+", svg))
    assert addresses <= {"http://www.w3.org/2000/svg", "https://www.textualize.io"}
    assert not re.search(r"<script|@import|/home/|/root/|/tmp/|/work/", svg)


def test_the_recording_is_short_and_each_of_its_screens_has_its_time() -> None:
    svg = (FOLDER / "walk.svg").read_text(encoding="utf-8")
    assert 15 <= sum(seconds for _, _, seconds in WALK) <= 25
    assert len(re.findall(r'<g class="screen" id="s\d+">', svg)) == len(re.findall(r"@keyframes", svg)) == len(WALK)
    shown = re.findall(r"([\d.]+)% { visibility: visible", svg)
    assert [float(at) for at in shown] == sorted(float(at) for at in shown)


FRAMES = [Frame((FOLDER / name).read_text(encoding="utf-8"), 2, "p") for name in NAMES[:2]]


def test_the_recording_stands_still_where_less_movement_is_wanted() -> None:
    svg = join(FRAMES)
    assert re.search(r"prefers-reduced-motion: reduce\) { \.screen { animation: none !important; } }", svg)
    assert "#s0 { visibility: visible; }" in svg  # its first screen, then


def test_the_recording_comes_to_an_end() -> None:
    assert f"animation: 4s step-end {ROUNDS};" in join(FRAMES)
    assert "infinite" not in join(FRAMES)


def test_every_screen_of_the_recording_keeps_its_own_colours() -> None:
    """Each picture numbers its looks anew; joined, a number must mean one look."""
    svg = join(FRAMES)
    for frame in FRAMES:
        own = dict(re.findall(r"\.t-(r\d+) { ([^}]*) }", frame.svg))
        for number, said in re.findall(r'class="t-(r\d+)"[^>]*>([^<\s]+)</text>', frame.svg):
            looks = set(re.findall(rf'class="(c\d+)"[^>]*>{re.escape(said)}</text>', svg))
            assert any(f".{look} {{ {own[number]} }}" in svg for look in looks)
