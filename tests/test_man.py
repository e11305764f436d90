"""The man page is made from the verbs as they are, and man shows it without a complaint."""

import os
import shutil
import subprocess

import click
import pytest

from companion.commands.main import companion
from companion.commands.verbs import VERBS
from tests.man import PAGE, page

SECTIONS = (
    "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "VERBS", "KEYS", "FILES", "ENVIRONMENT", "EXIT STATUS", "EXAMPLES",
    "SAFETY",
)  # fmt: skip


def shown() -> str:
    """Return the page as man shows it."""
    if shutil.which("man") is None:
        pytest.skip("man is not installed")
    shell = {**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8", "MANROFFOPT": "-c"}
    done = subprocess.run(
        ["man", "--warnings", "-l", str(PAGE)], env=shell, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stderr == ""
    return done.stdout


def test_the_page_says_what_the_verbs_say_now() -> None:
    assert PAGE.read_text("utf-8") == page(), "write it anew: python -m tests.man"


def test_it_shows_each_verb_and_each_section() -> None:
    lines = shown().splitlines()
    assert [line for line in lines if line.isupper() and line[:1].isalpha()] == list(SECTIONS)
    said = " ".join(" ".join(lines).split())
    assert [verb for verb in VERBS if f"companion {verb}" not in said] == []
    assert "companion pause end-point" in said
    assert "companion log TEXT|- [OPTIONS]" in said
    assert "--check-in WHEN" in said


def test_every_option_has_its_line() -> None:
    said = PAGE.read_text("utf-8").replace("\\-", "-")

    def options(command: click.Command) -> set[str]:
        found = {name for param in command.params if isinstance(param, click.Option) for name in param.opts}
        if isinstance(command, click.Group):
            ctx = click.Context(command)
            below = (command.get_command(ctx, name) for name in command.list_commands(ctx))
            return found.union(*(options(each) for each in below if each))
        return found

    assert [name for name in options(companion) if name not in said] == []


def test_mandoc_finds_nothing_wrong() -> None:
    if shutil.which("mandoc") is None:
        pytest.skip("mandoc is not installed")
    done = subprocess.run(["mandoc", "-Tlint", "-Werror", str(PAGE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
