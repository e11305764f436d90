"""The verb read search: what holds some words."""

import click
import msgspec

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.domain.content import Link
from companion.domain.own_article import FOLDER as OWN


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@click.pass_obj
def search(context: Context, words: tuple[str, ...], as_json: bool) -> None:
    """Find anything by the words in it: what there is to read and say, and what you wrote unless it is locked.

    \b
    --json prints:
      [{"kind", "slug", "link", "title", "snippet"}]
    """
    from companion.storage.search.index import Search
    from companion.storage.search.library_documents import library_documents, own_article_documents
    from companion.storage.search.own_documents import own_documents
    from companion.storage.search.words import words_in
    from companion.text.plain import one_line

    if not words_in(" ".join(words)):
        raise ValueError(_("There is no word to look for. Try one, like: companion read search guilt."))
    library = shipped_library()
    library.own_articles.look()
    index = Search(library_documents(library), library.vocabulary.signposts)
    for document in (*own_article_documents(library), *own_documents(context.store, library, context.clock())):
        index.keep(document)
    hits = index.find(" ".join(words)).hits
    if as_json:
        found = [
            {
                "kind": hit.kind,
                "slug": _name(hit.link),
                "link": str(hit.link),
                "title": hit.title,
                "snippet": hit.snippet,
            }
            for hit in hits
        ]
        click.echo(msgspec.json.encode(found).decode())
    elif not hits:
        click.echo(_("Nothing holds all of these words. Try fewer, or another one."))
    else:
        for hit in hits:
            click.echo(f"{one_line(_name(hit.link))}  {one_line(hit.title)}\n    {one_line(hit.snippet)}")


def _name(link: Link) -> str:
    """Return what `companion read` takes for a piece: its slug, of an own article the folder too."""
    return str(link) if link.folder == OWN else link.slug
