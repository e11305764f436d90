"""Finding anything from anywhere: places, actions, trails, articles, exercises, scripts, worksheets, pages."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from companion.catalogue import _
from companion.domain.content import Link, parse_link
from companion.domain.script import fill
from companion.storage.library import Library
from companion.storage.search.signposts import Signposts
from companion.ui.key_bar import say_key

_HELP_WEIGHT = 0.9
"""What a match in the explanation counts beside one in the title."""

_FIRST = 1_000.0
"""What a signpost counts, beside the best match."""

_ITSELF = "app.find"
"""Id of the key that opens the palette; there it is of no use."""


@dataclass(frozen=True)
class Find:
    """One thing that can be found."""

    title: str
    help: str
    run: Callable[[], object]
    standing: Callable[[str], int] = lambda typed: 0
    """How far before all others some words put it; 0 if it stands among them."""


class Findable(Protocol):
    """An app that says what can be found in it."""

    def finds(self, screen: Screen[Any]) -> Iterable[Find]:
        """Yield all that can be found from that screen."""


class Finder(Provider):
    """Textual's palette over the finds of the app."""

    @property
    def _finds(self) -> Iterable[Find]:
        return cast(Findable, self.app).finds(self.screen)

    async def discover(self) -> Hits:
        """Offer everything before a word is typed, in its order."""
        for find in self._finds:
            yield DiscoveryHit(Content(find.title), find.run, text=find.title, help=find.help)

    async def search(self, query: str) -> Hits:
        """Offer what matches, the best first; where a signpost leads on, no scattered letters beside it."""
        matcher = self.matcher(query)
        finds = [(find, find.standing(query) * _FIRST) for find in self._finds]
        is_led = any(score for _, score in finds)
        for find, standing in finds:
            score = standing or max(matcher.match(find.title), matcher.match(find.help) * _HELP_WEIGHT)
            if score > 0 and (standing or not is_led or query.casefold() in find.title.casefold()):
                yield Hit(score, Content(find.title), find.run, text=find.title, help=find.help)


def action_finds(screen: Screen[Any]) -> Iterator[Find]:
    """Yield what the keys of that screen do, each with its key."""
    found: set[str] = set()
    for node, binding, enabled, _tip in screen.active_bindings.values():
        if enabled and binding.id and binding.id not in found | {_ITSELF}:
            found.add(binding.id)
            run = partial(screen.app.run_action, binding.action, node)
            yield Find(binding.description, say_key(binding), run)


def library_finds(library: Library, follow: Callable[[Link], None]) -> Iterator[Find]:
    """Yield the pieces of the library, each opened by following its link."""

    def opening(link: str) -> Callable[[], None]:
        return lambda: follow(parse_link(link))

    def standing(link: str) -> Callable[[str], int]:
        return partial(signposts.standing, parse_link(link))

    signposts = Signposts(library.vocabulary.signposts)
    for situation in library.situations.values():
        yield Find(situation.sentence, _("what is happening"), partial(follow, Link("situations", situation.id)))
    for trail in library.trails.values():
        yield Find(trail.title, _("trail · {n} pieces", n=len(trail.read)), opening(f"trails/{trail.id}"))
    for article in library.articles.values():
        link = f"articles/{article.slug}"
        yield Find(article.title, _("article · {minutes} min", minutes=article.minutes), opening(link), standing(link))
    for exercise in library.exercises.values():
        yield Find(
            exercise.title,
            _("exercise · {minutes} min", minutes=exercise.minutes),
            opening(f"exercises/{exercise.slug}"),
        )
    for worksheet in library.worksheets.values():
        yield Find(worksheet.title, "worksheet", opening(f"worksheets/{worksheet.slug}"))
    for page in library.pages.values():
        link = f"pages/{page.slug}"
        yield Find(page.title, page.summary, opening(link), standing(link))
    for file in library.script_files.values():
        for script in file.scripts:
            yield Find(fill(script.text, {}), f"words · {file.label}", opening(f"scripts/{file.situation}"))
