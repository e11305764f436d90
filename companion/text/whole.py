"""A piece of the library as one Markdown text: its front matter put to use around its words."""

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from companion.catalogue import _
from companion.domain.article import Article, Side
from companion.domain.content import Link, Page
from companion.domain.exercise import Exercise, Step
from companion.domain.field import FieldKind
from companion.domain.times import say_day, say_length
from companion.storage.library import Library
from companion.text.plain import escaped
from companion.text.support import page_text


class Whole(NamedTuple):
    """A text to read, where the author's own words stand in it, and where it leads."""

    link: Link | None
    """The way to it; None for a file that belongs to nothing kept here."""
    title: str
    text: str
    """Markdown."""
    home: str
    """The folder it lies in, seen from the library's root."""
    before: int = 0
    """How many lines stand before the author's first."""
    end: int | None = None
    """The line with the author's last, if more stands below."""
    minutes: int = 0
    """Reading time."""
    action: Link | None = None
    """The one thing to do."""
    ways_on: tuple[Link, ...] = ()
    """What to read next."""
    is_remembered: bool = False
    """Whether is kept how far it was read, and when."""


def article_whole(article: Article, library: Library) -> Whole:
    """Return an article with its title above, and the ways on and its sources below."""
    side = library.vocabulary.label(library.vocabulary.sides, article.side)
    care = (
        ["", _("**Before you read:** {care_note}", care_note=escaped(article.care_note))] if article.care_note else []
    )
    head = [
        f"# {escaped(article.title)}",
        "",
        _("*{side} · {minutes} min*", side=escaped(side), minutes=article.minutes),
        *care,
        "",
    ]
    body = article.text.rstrip("\n").split("\n")
    tail = [
        "",
        _("## Do now"),
        "",
        _way(article.action, library),
        "",
        _("## Read next"),
        "",
        *(f"- {_way(link, library)}" for link in article.ways_on),
        *_sources(article.sources, library),
        "",
        _("*Checked on {day}*", day=say_day(article.updated)),
    ]
    return Whole(
        Link("articles", article.slug),
        article.title,
        "\n".join([*head, *body, *tail]) + "\n",
        f"articles/{article.topic}",
        before=len(head),
        end=len(head) + len(body) - 1,
        minutes=article.minutes,
        action=article.action,
        ways_on=tuple(article.ways_on),
        is_remembered=article.side is not Side.SAFETY,
    )


def page_whole(page: Page, library: Library) -> Whole:
    """Return a page of help; nothing of reading it is remembered."""
    return Whole(Link("pages", page.slug), page.title, page_text(page, library), "pages")


def exercise_whole(exercise: Exercise, library: Library, *, steps: bool = False) -> str:
    """Return what is said of an exercise before it starts; who should leave it out comes first.

    Args:
        exercise: The exercise.
        library: For its sources.
        steps: Whether the steps are printed too.
    """
    blank = {field.id: "…" for field in exercise.asked}
    each = [
        f"{at + 1}. {escaped(exercise.says(at, blank))}{_asked(step)}"
        for at, step in enumerate(exercise.steps)
        if steps
    ]
    made = [escaped(line) for line in exercise.made(blank).splitlines() if steps]
    minutes, number = exercise.minutes, len(exercise.steps)
    about = (
        _("about {minutes} min · {n} steps", minutes=minutes, n=number)
        if steps
        else _("about {minutes} min · {n} steps · enter begins", minutes=minutes, n=number)
    )
    lines = [
        f"# {escaped(exercise.title)}",
        "",
        f"*{about}*",
        "",
        f"**{escaped(exercise.skip)}**",
        "",
        exercise.text.rstrip("\n"),
        *(["", "## Steps", "", *each] if steps else []),
        *(["", _("## What comes of it"), "", "\n\n".join(made)] if made else []),
        "",
        _("## What is known of it"),
        "",
        escaped(exercise.evidence),
        *_sources(exercise.sources, library),
    ]
    return "\n".join(lines) + "\n"


def _asked(step: Step) -> str:
    """Return what a printed step asks for, and how long it takes."""
    asks = {
        FieldKind.LINE: _("write it down") if step.message else _("write a line"),
        FieldKind.SCALE: _("a number from 0 to 10"),
        FieldKind.FEELINGS: _("up to {most} feelings", most=step.ask and step.ask.limit),
        FieldKind.BODY: _("a sign of the body"),
        FieldKind.NEEDS: _("a need"),
    }
    ask = (asks.get(step.ask.kind) or " · ".join(step.ask.choices)) if step.ask else ""
    time = _("{seconds} seconds", seconds=step.seconds) if step.seconds else ""
    said = "; ".join(part for part in (ask, time) if part)
    return f" *({escaped(said)})*" if said else ""


def title_of(link: Link, library: Library) -> str:
    """Return what a link is called on the screen."""
    match link.folder:
        case "articles":
            return library.article(link.slug).title
        case "exercises":
            return library.exercises[link.slug].title
        case "pages":
            return library.pages[link.slug].title
        case "worksheets":
            return library.worksheets[link.slug].title
        case "scripts":
            return _("Words: {label}", label=library.script_files[link.slug].label)
        case "trails":
            return library.trails[link.slug].title
        case "own":
            return library.own_articles.article(link.slug).title
        case "log":
            return _("Note it in the log")
        case _:
            return _pause_title(link.slug)


def _pause_title(said: str) -> str:
    if said.isdecimal():
        return _("Take a pause of {length}", length=say_length(timedelta(minutes=int(said))))
    return {"giving": _("Give them the time they asked for"), "planned": _("Plan a quiet hour")}.get(
        said, "Take a pause"
    )


def _way(link: Link, library: Library) -> str:
    return f"[{escaped(title_of(link, library))}](/{link})"


def _sources(ids: Iterable[str], library: Library) -> list[str]:
    """Return the lines that name the sources; none if there are none."""
    named = [library.sources.sources[each] for each in ids]
    lines = [f"- {escaped(each.text)}{f' doi: {escaped(each.doi)}' if each.doi else ''}" for each in named]
    return ["", "## Sources", "", *lines] if lines else []
