"""Front matter of others is taken as it comes, and Obsidian's links become ordinary ones."""

import time

import pytest

from companion.domain.own_article import first_heading, first_words, own_article, own_head, plain_name
from companion.domain.wiki_links import ordinary
from companion.storage.front_matter import split_front


@pytest.mark.parametrize(
    ("text", "says", "rest", "lines"),
    [
        ("No front matter", {}, "No front matter", 0),
        ("---\ntitle: A\n---\nText", {"title": "A"}, "Text", 3),
        ("---\ntitle: A\n...\nText", {"title": "A"}, "Text", 3),
        ("---\n---\nText", {}, "Text", 2),
        ("---\ntags: [a, b]\naliases:\n  - c\n---\n", {"tags": ["a", "b"], "aliases": ["c"]}, "", 5),
        ("---\nlayout: post\ndate: 2024-05-01 10:00\n---\nx", {"layout": "post", "date": "2024-05-01 10:00"}, "x", 4),
        ('+++\ntitle = "Hugo"\n+++\nText', {"title": "Hugo"}, "Text", 3),
        ("---\n\nA rule, and no end of it", {}, "---\n\nA rule, and no end of it", 0),
        ("---\nprose between rules\n---\nText", {}, "---\nprose between rules\n---\nText", 0),
        ("----\ntitle: A\n----\n", {}, "----\ntitle: A\n----\n", 0),
    ],
)
def test_what_stands_above_a_text(text: str, says: dict[str, object], rest: str, lines: int) -> None:
    front, found = split_front(text)
    assert (dict(front.says), found, front.lines, front.problem) == (says, rest, lines, "")


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("a: b\nc: [d", "line "),
        ("a: *nobody", "line 2"),
        ("? [a]\n: b", "no YAML"),
        ("\tx: y", "no YAML"),
        ("- " * 4000, "no YAML"),
        ("a: !!python/object/apply:os.system [ls]", ""),
    ],
)
def test_broken_yaml_is_told_and_the_text_is_there(front: str, said: str) -> None:
    found, rest = split_front(f"---\n{front}\n---\nThe text")
    assert rest == "The text"
    assert said in found.problem and bool(said) == bool(found.problem)


def test_merged_keys_do_not_grow_without_end() -> None:
    levels = "\n".join(f"a{at}: &a{at} {{<<: [{', '.join([f'*a{at - 1}'] * 9)}]}}" for at in range(1, 12))
    began = time.perf_counter()
    split_front(f"---\na0: &a0 {{b: c}}\n{levels}\n---\nText")
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("front", "tags"),
    [
        ("tags: [a, '#b']", ("a", "b")),
        ("tags: a b, c", ("a", "b", "c")),
        ("tags:\n- a\n- a", ("a",)),
        ("tag: '#a'\ncategories: [b]", ("a", "b")),
        ("tags: #a", ()),
        ("tags: {a: b}", ()),
    ],
)
def test_tags_are_taken_in_each_of_their_forms(front: str, tags: tuple[str, ...]) -> None:
    found, text = split_front(f"---\n{front}\n---\nText")
    assert own_article("slug", found, text).tags == tags


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("2024-05-01-my-post", "My post"),
        ("2024-05-01", "2024-05-01"),
        ("my_long-name", "My long name"),
        ("Already a title - here", "Already a title - here"),
        ("README", "README"),
        ("über", "Über"),
        ("-", "-"),
    ],
)
def test_a_file_name_gives_a_plain_title(stem: str, title: str) -> None:
    assert plain_name(stem) == title


def test_the_first_heading_outside_code_is_the_title() -> None:
    assert first_heading("```\n# code\n```\ntext\n\n## *The* [title](x) `it` is ##\n") == "The title it is"
    assert first_heading("#tag\n#\nno heading") == ""


def test_the_first_prose_is_the_summary() -> None:
    text = "# Heading\n\n![x](y.png)\n\n| a | b |\n\n- [ ] **Do** this, [[Name|soon]]\n"
    assert first_words(text) == "Do this, soon"


NOTES = {"Name": "/own/notes/Name", "A b": "/own/A b(1)"}


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("[[Name]]", "[Name](/own/notes/Name)"),
        ("see [[Name|a label]], ok", "see [a label](/own/notes/Name), ok"),
        ("| [[Name\\|label]] |", "| [label](/own/notes/Name) |"),
        ("[[A b]]", "[A b](/own/A%20b%281%29)"),
        ("[[Name#Part]] [[#Part]]", "[Name](/own/notes/Name) Part"),
        ("[[Nobody]] [[Nobody|x]]", "Nobody x"),
        ("![[image.png]]", "![image.png](/)"),
        ("`[[Name]]` [[Name]] ``a ` [[Name]]``", "`[[Name]]` [Name](/own/notes/Name) ``a ` [[Name]]``"),
        ("```\n[[Name]]\n```\n[[Name]]", "```\n[[Name]]\n```\n[Name](/own/notes/Name)"),
        ("- ~~~\n  [[Name]]\n  ~~~", "- ~~~\n  [[Name]]\n  ~~~"),
        ("text\n\n    [[Name]]\n\ntext", "text\n\n    [[Name]]\n\ntext"),
        ("- item\n\n    [[Name]]", "- item\n\n    [Name](/own/notes/Name)"),
        ("[[x]](http://a.b)", "[[x]](http://a.b)"),
        ("[[[[Name]]]]", "[[[Name](/own/notes/Name)]]"),
        ("[[]] [[", "[[]] [["),
    ],
)
def test_wiki_links_become_ordinary_ones_but_not_in_code(text: str, turned: str) -> None:
    assert ordinary(text, NOTES.get) == turned


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("> [!warning] Mind the gap\n> It is wide.", "> **Mind the gap**  \n> It is wide."),
        ("> [!NOTE]\n> Words", "> **Note**  \n> Words"),
        ("> > [!tip]- Deep `x`", "> > **Deep `x`**  "),
        ("> [!see-also|left] **Bold** [[Name]]", "> **Bold [Name](/own/notes/Name)**  "),
        ("[!warning] no quote", "[!warning] no quote"),
        ("> [!x](y)", "> [!x](y)"),
        ("some ==marked== and ==two words==.", "some *marked* and *two words*."),
        ("==**bold** and [[Name]]==", "**bold** and [Name](/own/notes/Name)"),
        ("a == b and c == d; x==1 and y==2", "a == b and c == d; x==1 and y==2"),
        ("Heading\n====", "Heading\n===="),
        ("seen %%hidden%% seen", "seen seen"),
        ("%%a%%", ""),
        ("a\n%%\nhidden\n```\nb\n```\n%%\nc", "a\n\n\n\n\n\n\nc"),
        ("100%% sure and %% open", "100%% sure and %% open"),
        ("%% open\nshown", "%% open\nshown"),
        ("%%one\ntwo%% three", "\n three"),
        ("{% include a.html x='1' %}", "``{% include a.html x='1' %}``"),
        ("on {{ page.title }}.", "on ``{{ page.title }}``."),
        ("[a]({% link _posts/a.md %}) ![b]({{ site.baseurl }}/b.png)", "[a](_posts/a.md) ![b](b.png)"),
        ("$\\frac{{a}}{b}$", "$\\frac{{a}}{b}$"),
        ("`==a== %%b%% {{ c }}`", "`==a== %%b%% {{ c }}`"),
        ("```\n> [!x]\n==a== %%b%%\n```", "```\n> [!x]\n==a== %%b%%\n```"),
        ("footnote [1]", "footnote [1]"),
    ],
)
def test_the_signs_of_obsidian_and_jekyll_become_ordinary_ones_but_not_in_code(text: str, turned: str) -> None:
    assert ordinary(text, NOTES.get) == turned


def test_a_hidden_comment_is_no_summary_and_a_callout_is_one_in_plain_words() -> None:
    found, text = split_front("%%secret%%\n{% include nav.html %}\n> [!tip] Water ==often==\n")
    head = own_head("slug", found, text)
    assert head.summary == "Water often"


@pytest.mark.parametrize(
    "text",
    [
        "[[" * 50_000,
        "`[[" * 30_000,
        "[[a|" * 30_000,
        "``" * 20_000 + "[[a]]",
        "==a" * 30_000,
        "%%a" * 30_000,
        " %% a% " * 20_000,
        "{%" * 50_000,
        "{% a %" * 20_000,
        "{{ a" * 30_000,
        "> " * 30_000 + "[!x",
        ">[!" * 30_000,
        "](" * 10_000 + "]({{ a" * 20_000,
        "%%\n" * 30_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    began = time.perf_counter()
    assert ordinary(text, NOTES.get).count("\n") == text.count("\n")
    assert time.perf_counter() - began < 1


def test_the_summary_has_no_signs_and_does_not_repeat_the_title() -> None:
    assert first_words("My own\n\nHello **there** 母 שלום - you", "my own") == "Hello there 母 שלום - you"
