"""What a shell offers to complete: what is shipped, and nothing that a person wrote; no store is opened for it."""

from collections.abc import Callable, Iterable
from functools import cache

import click
from click.shell_completion import CompletionItem, ShellComplete, get_completion_class, shell_complete

from companion.resources import LIBRARY

VARIABLE = "_COMPANION_COMPLETE"
"""What a shell's script sets when it asks what there is."""
SHELLS = ("bash", "zsh", "fish")

Offer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def script(shell: str, command: click.Command) -> str:
    """Return what a shell reads to complete the words behind `companion`."""
    known = get_completion_class(shell)
    assert known is not None  # noqa: S101 (click knows all of SHELLS)
    source = ShellComplete.source(known(command, {}, "companion", VARIABLE))
    return source.replace("(env ", "(")  # else the typed words would stand in the list of processes


def complete(command: click.Command, instruction: str) -> int:
    """Answer what a shell's script asks, with nothing where that makes no sense. Return the exit code."""
    try:
        return shell_complete(command, {}, "companion", VARIABLE, instruction)
    except (KeyError, ValueError, click.UsageError):
        return 0


def offers(words: Callable[[], Iterable[str]]) -> Offer:
    """Return what completes a parameter that takes one of these words."""

    def offer(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        begun = incomplete.casefold()
        return [CompletionItem(each) for each in words() if each.casefold().startswith(begun)]

    return offer


def files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Let the shell complete a file of its own."""
    return [CompletionItem(incomplete, type="file")]


def _stems(folder: str, ending: str = "md") -> list[str]:
    return sorted(path.stem for path in (LIBRARY / folder).rglob(f"*.{ending}"))


def _ids(name: str, key: str = "id") -> list[str]:
    """Return the ids of a list of the library, as its lines say them; to parse it would take too long."""
    found: dict[str, None] = {}
    for line in (LIBRARY / name).read_text("utf-8").splitlines():
        words = line.lstrip("- {")
        if line.startswith("- ") and words.startswith(f"{key}: "):
            found[words.removeprefix(f"{key}: ").partition(",")[0].strip().strip('"')] = None
    return list(found)


@cache
def _listed(name: str) -> tuple[str, ...]:
    """Return the words of a list of the vocabulary."""
    from companion.commands.library import shipped_library
    from companion.domain.vocabulary import words_of

    listed = getattr(shipped_library().vocabulary, name)
    return tuple(getattr(each, "id", each) for each in (listed if name != "feelings" else words_of(listed)))


def vocabulary(name: str) -> Offer:
    """Return what completes a word of a list of the vocabulary."""
    return offers(lambda: _listed(name))


exercises = offers(lambda: _stems("exercises"))
texts = offers(lambda: [*_stems("articles"), *_stems("exercises"), *_stems("pages")])
situations = offers(lambda: ["all", "own", *_stems("scripts", "yaml")])
worksheets = offers(lambda: _stems("worksheets", "yaml"))
rhythms = offers(lambda: _ids("rhythms.yaml"))
trails = offers(lambda: _ids("trails.yaml"))
country_names = offers(lambda: sorted(_ids("help-lines.yaml", "country")))


def complete_nameless(group: click.Group, name: str, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """Return what completes the first word of the verb that needs no name."""
    meant = group.get_command(ctx, name)
    if meant is None:
        return []
    below = click.Context(meant, parent=ctx, info_name=name, resilient_parsing=True)
    if incomplete.startswith("-"):
        known = {item.value for item in click.Command.shell_complete(group, ctx, incomplete)}
        return [each for each in meant.shell_complete(below, incomplete) if each.value not in known]
    first = next((each for each in meant.params if isinstance(each, click.Argument)), None)
    return first.shell_complete(below, incomplete) if first else []
