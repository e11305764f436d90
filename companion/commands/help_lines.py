"""The verb help-lines: whom to call or write to."""

import click
import msgspec

from companion.catalogue import _
from companion.commands.completing import country_names
from companion.commands.library import shipped_library
from companion.domain.help_line import countries, in_country


@click.command()
@click.argument("country", nargs=-1, shell_complete=country_names)
@click.option("--json", "as_json", is_flag=True, help="Print them for machines.")
def help_lines(country: tuple[str, ...], as_json: bool) -> None:
    """Print the help lines of a COUNTRY, or of all."""
    library = shipped_library()
    known = library.help_lines
    asked = " ".join(country)
    lines = in_country(known, asked, library.countries) if asked else list(known)
    if not lines:
        from companion.commands.nameless import VERY_NEAR, near  # only where something was mistyped

        names = {name.lower(): name for name in countries(known)}
        if meant := near(asked, names, VERY_NEAR):
            said = _("No lines are listed for “{asked}”. Did you mean {country}?", asked=asked, country=names[meant])
            raise ValueError(said)
        raise ValueError(
            _(
                "No lines are listed for “{asked}”. There are some for: {countries}.",
                asked=asked,
                countries=", ".join(countries(known)),
            )
        )
    lines.sort(key=lambda line: countries(known).index(line.country))
    if as_json:
        click.echo(msgspec.json.encode(lines).decode())
        return
    said = ""
    for line in lines:
        if line.country != said:
            click.echo(f"{'' if not said else chr(10)}{line.country}")
            said = line.country
        click.echo(f"  {line.name} ({line.kind}): {line.reach}")
        click.echo(f"    {f'{line.note} ' if line.note else ''}{line.dated}")
