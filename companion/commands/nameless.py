"""Groups of verbs in which one needs no name: `pause 20`, `read asking-kindly`; a verb that was mistyped is named."""

from collections.abc import Iterable
from typing import Any

import click
from click.shell_completion import CompletionItem

from companion.catalogue import _

_LONGEST = 40
"""Letters up to which a word may be a mistyped verb."""
_NEAR, VERY_NEAR = 0.6, 0.8
_ANY_WORD = "x"
"""A word that is no verb."""
_TYPED = f"{__name__}.typed"


def near(word: str, known: Iterable[str], cutoff: float = _NEAR) -> str:
    """Return the known word that may have been meant; empty if there is none like it."""
    from difflib import get_close_matches  # 2 ms, only where something was mistyped

    return next(iter(get_close_matches(word.lower(), known, 1, cutoff)), "") if len(word) <= _LONGEST else ""


class NamelessVerb(click.Group):
    """A group that finds out which verb is meant by words that begin with none."""

    takes_any_words = False
    """Whether the verb without a name does: then only a word that stands alone may be a mistyped verb."""

    def meant(self, ctx: click.Context, args: list[str]) -> str | None:
        """Return the verb that needs no name; None where the words begin with a verb."""
        raise NotImplementedError

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put in the verb that was left out."""
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)
        if (meant := self.meant(ctx, args)) is not None:
            is_alone = all(arg.startswith("-") for arg in args[1:2])
            ctx.meta[_TYPED] = (meant, *args[:1]) if is_alone or not self.takes_any_words else None
            args = [meant, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the verbs, and what the verb without a name takes."""
        from companion.commands.completing import complete_nameless

        meant = self.meant(ctx, [_ANY_WORD])
        beside = complete_nameless(self, meant, ctx, incomplete) if meant else []
        return [*super().shell_complete(ctx, incomplete), *beside]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; of words that it can't take, say which verb they may be."""
        try:
            return super().invoke(ctx)
        except ValueError as error:
            raise ValueError(f"{error}{self._hint(ctx)}") from error
        except click.UsageError as error:
            from companion.commands.misuse import say_misuse

            said = say_misuse(error)
            where = ctx if error.ctx and error.ctx.command.hidden else error.ctx
            raise click.UsageError(said + self._hint(ctx), where) from error

    def _hint(self, ctx: click.Context) -> str:
        """Name the verb, or the option of the nameless one, that is near what was typed first."""
        match ctx.meta.get(_TYPED):
            case (str(meant), str(typed)) if not typed.startswith("-"):
                taken = [each for param in self.commands[meant].params for each in param.opts if each.startswith("--")]
                names = {each.lstrip("-"): each for each in (*taken, *self.list_commands(ctx))}
                if found := near(typed, names, VERY_NEAR if self.takes_any_words else _NEAR):
                    hint = _("Did you mean: {verb}?", verb=f"{ctx.command_path} {names[found]}")
                    return f" {hint}"
        return ""
