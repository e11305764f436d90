"""Finding anything from anywhere: places, actions, trails, articles, exercises, scripts, worksheets, pages."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Protocol, cast

import msgspec
from textual import events, on
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.script import fill
from companion.storage.errors import ContentError
from companion.storage.library import Library
from companion.text.plain import one_line
from companion.ui.dismissing import SHARED
from companion.ui.key_names import say_key
from companion.ui.rows import cut

_HELP_WEIGHT = 0.9
"""What a match in the explanation counts beside one in the title."""

_FIRST = 1_000.0
"""What a signpost counts, beside the best match."""

_ITSELF = "app.find"
"""Id of the key that opens the palette; there it is of no use."""


_Opens = Callable[[Link], Callable[[], None]]
"""Returns what opens a link."""


class Find(msgspec.Struct, frozen=True):
    """One thing that can be found."""

    title: str
    help: str
    run: Callable[[], object]
    standing: Callable[[str], int] = lambda typed: 0
    """How far before all others some words put it; 0 if it stands among them."""
    is_always: bool = False
    """Whether it is said below the others, whatever is typed."""


class Palette(CommandPalette):
    """Textual's palette, which a hasty second click leaves only once: it would close what lies below."""

    CSS_PATH = [SHARED]

    @on(events.Resize)
    def _make_room(self) -> None:
        """Say what can be found as far as there is room."""
        self.call_after_refresh(self._cut_placeholder)

    def _cut_placeholder(self) -> None:
        line = self.query_one(Input)
        line.placeholder = cut(self._placeholder, line.scrollable_content_region.width)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave; once it is left, do nothing."""
        return super().dismiss(result) if self.is_current else AwaitComplete()


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
            is_wanted = score > 0 and (standing or not is_led or query.casefold() in find.title.casefold())
            if is_wanted or find.is_always:
                yield Hit(score, Content(find.title), find.run, text=find.title, help=find.help)


def action_finds(screen: Screen[Any]) -> Iterator[Find]:
    """Yield what the keys of that screen do, each with its key."""
    found: set[str] = set()
    for node, binding, enabled, _tip in screen.active_bindings.values():
        if enabled and binding.id and not binding.system and binding.id not in found | {_ITSELF}:
            found.add(binding.id)
            run = partial(screen.app.run_action, binding.action, node)
            yield Find(_(binding.description), say_key(binding), run)


def library_finds(library: Library, follow: Callable[[Link], None]) -> Iterator[Find]:
    """Yield the pieces of the library, each opened by following its link; for a broken file, what is wrong with it."""
    broken: dict[Path, str] = {}
    for finds in (_situations, _trails, _texts, _exercises, _worksheets, _words):
        try:
            yield from finds(library, partial(_opening, follow))
        except ContentError as error:
            broken.setdefault(error.path, error.problem)
    for path, problem in broken.items():
        title = _("{file} can't be read: what belongs to it is missing here", file=path.name)
        yield Find(title, one_line(problem), lambda: None, is_always=True)


def _opening(follow: Callable[[Link], None], link: Link) -> Callable[[], None]:
    return partial(follow, link)


def _situations(library: Library, opens: _Opens) -> Iterator[Find]:
    for situation in library.situations.values():
        yield Find(situation.sentence, _("what is happening"), opens(Link("situations", situation.id)))


def _trails(library: Library, opens: _Opens) -> Iterator[Find]:
    for trail in library.trails.values():
        yield Find(trail.title, _("trail · {n} pieces", n=len(trail.read)), opens(Link("trails", trail.id)))


def _texts(library: Library, opens: _Opens) -> Iterator[Find]:
    """Yield articles and pages; some words lead to some of them first."""
    from companion.storage.search.signposts import Signposts  # nobody finds anything before the first frame

    signposts = Signposts(library.vocabulary.signposts)
    texts = [
        *(
            (Link("articles", each.slug), each.title, _("article · {minutes} min", minutes=each.minutes))
            for each in library.articles.values()
        ),
        *((Link("pages", each.slug), each.title, each.summary) for each in library.pages.values()),
    ]
    for link, title, about in texts:
        yield Find(title, about, opens(link), partial(signposts.standing, link))


def _exercises(library: Library, opens: _Opens) -> Iterator[Find]:
    for exercise in library.exercises.values():
        about = _("exercise · {minutes} min", minutes=exercise.minutes)
        yield Find(exercise.title, about, opens(Link("exercises", exercise.slug)))


def _worksheets(library: Library, opens: _Opens) -> Iterator[Find]:
    for worksheet in library.worksheets.values():
        yield Find(worksheet.title, _("worksheet"), opens(Link("worksheets", worksheet.slug)))


def _words(library: Library, opens: _Opens) -> Iterator[Find]:
    for file in library.script_files.values():
        for script in file.scripts:
            yield Find(
                fill(script.text, {}), _("words · {about}", about=file.label), opens(Link("scripts", file.situation))
            )
