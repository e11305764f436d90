"""The sheet for the therapy hour, as Markdown and as a page: its figures and its pictures against the recount."""

import re
from datetime import date
from pathlib import Path
from random import Random

import html5lib
import pytest

from tests.judged import judging, judging_threads
from tests.judged.judging import GLYPHS
from tests.judged.made import NOW, SETS, write
from tests.judged.reading import live_in, review
from tests.judged.recount import Asked, Recount
from tests.judged.recount_words import LABELS, feelings, needs

PARTS = ("days", "kinds", "strength", "hours", "feelings", "needs", "misses", "repairs", "mending", "calm", "promises")
ASKED = Asked(date(2025, 11, 23), date(2026, 11, 22), "Europe/Berlin", NOW)
SVG = "{http://www.w3.org/2000/svg}"


def sheet(folder: Path, *words: str) -> str:
    chosen = [word for part in PARTS for word in ("--part", part)]
    return review(folder, "sheet", "--since", f"{ASKED.since}", "--until", f"{ASKED.until}", *chosen, *words)


@pytest.mark.parametrize("name", ["three", "year", "bad"])
def test_its_words_carry_the_recounts_figures(name: str, tmp_path: Path) -> None:
    live_in(ASKED.zone)
    made = SETS[name](Random(f"{name} on paper"))
    found = Recount(made, ASKED)
    _title, *blocks = sheet(write(tmp_path, made)).split("\n## ")
    for part, block in zip(PARTS, blocks, strict=False):
        lines = [line.strip("*") for line in block.splitlines()[1:] if line]
        judges = judging_threads if part in ("repairs", "mending") else judging
        getattr(judges, f"judge_{part}")(found, lines)


@pytest.mark.parametrize("name", ["year", "gaps"])
def test_its_pictures_are_drawn_from_the_recounts_figures(name: str, tmp_path: Path) -> None:
    live_in(ASKED.zone)
    made = SETS[name](Random(f"{name} on paper"))
    found = Recount(made, ASKED)
    page = sheet(write(tmp_path, made), "--html")
    assert not re.search(r"<(script|link|img|iframe|object)|\b(src|href)=|url\(|@import", page)
    charts = html5lib.parse(page, namespaceHTMLElements=True).iter(f"{SVG}svg")
    drawn = dict(zip(("days", "kinds", "strength", "hours", "feelings", "needs"), charts, strict=False))
    said = {part: [each.text or "" for each in chart.iter(f"{SVG}text")] for part, chart in drawn.items()}
    moods = [GLYPHS[mood] for _, mood in found.days.values()]
    assert sorted(word for word in said["days"] if word in GLYPHS.values()) == sorted(moods)
    judge_kinds(found, said["kinds"], drawn["kinds"].get("aria-label") or "")
    assert len(list(drawn["kinds"].iter(f"{SVG}rect"))) == sum(map(len, found.weeks.values()))
    for part, counts in (("feelings", feelings(found)[1]), ("needs", needs(found)[1])):
        labels, figures = said[part][::2], said[part][1::2]
        assert len(labels) == min(12, len(counts))
        assert (
            figures
            == [f"{counts[label]:,}" for label in labels]
            == [f"{n:,}" for n in sorted(counts.values())[::-1][:12]]
        )
        widths = [float(each.get("width")) for each in drawn[part].iter(f"{SVG}rect")]
        wanted = [counts[label] / counts[labels[0]] for label in labels]
        assert [width / widths[0] for width in widths] == pytest.approx(wanted, abs=0.001)
    cells = list(drawn["hours"].iter(f"{SVG}rect"))
    assert len(cells) == 7 * 24
    shades = [float(each.get("fill-opacity") or 0) for each in cells]
    most = max(found.hours.values())
    counts_of = [found.hours.get(divmod(number, 24), 0) for number in range(7 * 24)]
    assert all((shade == 0) == (count == 0) for shade, count in zip(shades, counts_of, strict=True))
    assert {count for shade, count in zip(shades, counts_of, strict=True) if shade == max(shades)} == {most}
    by_count = sorted(zip(counts_of, shades, strict=True))
    assert [shade for _, shade in by_count] == sorted(shades)
    for part, wanted_numbers in (("days", len(found.days)), ("hours", len(found.hours))):
        assert len(re.findall(r"; |, ", (drawn[part].get("aria-label") or "").partition(". ")[2])) + 1 == wanted_numbers


def judge_kinds(found: Recount, drawn: list[str], told: str) -> None:
    """Judge the totals that stand behind the rows of bars, and the weeks as a person hears them."""
    kinds = {label_of(kind): f"{n:,}" for kind, n in found.kinds.items()}
    rows = 2 * len(kinds)
    assert dict(zip(drawn[:rows:2], drawn[1:rows:2], strict=True)) == kinds
    for week, counts in found.weeks.items():
        said = told.partition(f"{week} ")[2].partition(";")[0].rstrip(".")
        pairs = re.findall(r"(.+?) (\d+)(?:, |$)", said)
        assert dict(pairs) == {label_of(kind): f"{n}" for kind, n in counts.items()}, (week, said)


def label_of(kind: str | None) -> str:
    return str(LABELS.get(kind or "", "No kind chosen"))
