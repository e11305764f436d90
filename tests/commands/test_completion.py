"""The shells complete verbs, options and what is shipped, and nothing that a person wrote."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from companion.commands.completing import SHELLS, VARIABLE
from companion.domain.script import OwnScript
from companion.storage.store import Store
from tests.commands.log_verbs import run

ASKED = [
    ("companion re", {"read", "review", "restore"}),
    ("companion read asking-k", {"asking-kindly"}),
    ("companion pause --pla", {"--place", "--planned"}),
    ("companion plan fill tan", {"tank"}),
    ("companion breathe long", {"long-sigh"}),
    ("companion log --kind not-h", {"not-heard"}),
    ("companion read trails room", {"room-today"}),
    ("companion words asking", {"asking-for-room"}),
    ("companion settings reduce-motion so", {"some"}),
    ("companion settings motion so", {"some"}),
]
"""What is typed, and what the shell offers then."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose shells complete our words, and a folder with words that are nobody's business."""
    binaries = tmp_path / "bin"
    binaries.mkdir()
    command = binaries / "companion"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m companion "$@"\n')
    command.chmod(0o755)
    for shell in SHELLS:
        (tmp_path / f"completion.{shell}").write_text(run(tmp_path, "completion", shell).stdout)
    return tmp_path


def ask(home: Path, shell: str, *words: str) -> str:
    """Run a shell in that home; return what it printed."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    where = {
        **os.environ, "HOME": str(home), "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "TERM": "dumb",
        "COMPANION_DATA_DIR": str(home / "data"), "PYTHONPATH": str(Path(__file__).parents[2]),
        "XDG_CONFIG_HOME": str(home),
    }  # fmt: skip
    done = subprocess.run([shell, *words], env=where, cwd=home, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    return done.stdout


BASH = """
source completion.bash
COMP_WORDS=($1); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
_companion_completion companion "${COMP_WORDS[COMP_CWORD]}" ""
printf '%s\\n' "${COMPREPLY[@]}"
complete -p companion
"""

ZSH = """
autoload -Uz compinit && compinit -u -D
compadd() { local given=("${@}"); print -l -- ${(P)given[-1]:-${given[-1]}} }
_describe() { print -l -- ${${(P)3}%%:*} }
source completion.zsh
words=(${=1}); CURRENT=${#words}
_companion_completion
print -r -- "$_comps[companion]"
"""


@pytest.mark.parametrize(("typed", "offered"), ASKED, ids=lambda each: each if isinstance(each, str) else "")
class TestShells:
    """What each shell offers."""

    def test_bash(self, home: Path, typed: str, offered: set[str]) -> None:
        said = ask(home, "bash", "--norc", "-c", BASH, "bash", typed).splitlines()
        assert set(said[:-1]) == offered
        assert said[-1].endswith("-F _companion_completion companion")

    def test_zsh(self, home: Path, typed: str, offered: set[str]) -> None:
        said = ask(home, "zsh", "-f", "-c", ZSH, "zsh", typed).splitlines()
        assert set(said[:-1]) == offered
        assert said[-1] == "_companion_completion"

    def test_fish(self, home: Path, typed: str, offered: set[str]) -> None:
        said = ask(home, "fish", "--no-config", "-c", f"source completion.fish; complete -C '{typed}'")
        assert {line.partition("\t")[0] for line in said.splitlines()} == offered


def test_nothing_that_was_written_is_offered(home: Path) -> None:
    store = Store(home / "data")
    store.scripts.keep(OwnScript(text="secret words", id="5ec4e7" + "0" * 26))
    store.close()
    (home / "data" / "articles").mkdir()
    (home / "data" / "articles" / "secret.md").write_text("# Secret\n")
    run(home / "data", "log", "a secret #work @Secretia")
    for typed in ("companion read sec", "companion words sec", "companion words edit 5", "companion log --person S"):
        words = typed.split()
        said = subprocess.run(
            [sys.executable, "-m", "companion"], capture_output=True, text=True, check=False,
            env={**os.environ, VARIABLE: "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1),
                 "COMPANION_DATA_DIR": str(home / "data")},
        )  # fmt: skip
        assert (said.stdout.strip(), said.stderr) == ("", "")


PROGRAM = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
from companion.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "typed", ["companion re", "companion read ask", "companion pause --pl", "companion settings l"]
)
def test_what_is_offered_costs_no_screen_and_no_store(tmp_path: Path, typed: str) -> None:
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False,
        env={**os.environ, VARIABLE: "zsh_complete", "COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1),
             "COMPANION_DATA_DIR": str(tmp_path / "data")},
    )  # fmt: skip
    assert said.stdout.strip()
    assert not {"textual", "asyncio", "sqlite3", "dateparser", "pyrage"} & {*said.stderr.split()}
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("shell", SHELLS)
def test_the_typed_words_stand_in_no_list_of_processes(tmp_path: Path, shell: str) -> None:
    assert "env COMP_WORDS" not in run(tmp_path, "completion", shell).stdout
    assert f"env {VARIABLE}" not in run(tmp_path, "completion", shell).stdout


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"COMP_WORDS": "companion re"},
        {"COMP_WORDS": "companion re", "COMP_CWORD": "abc"},
        {"COMP_WORDS": "companion nosuch re", "COMP_CWORD": "2"},
    ],
    ids=["no words", "no place", "no number", "unknown verb"],
)
def test_what_cannot_be_completed_offers_nothing_and_says_nothing(tmp_path: Path, asked: dict[str, str]) -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("COMP_")}
    said = subprocess.run(
        [sys.executable, "-m", "companion"], capture_output=True, text=True, check=False,
        env={**bare, VARIABLE: "bash_complete", "COMPANION_DATA_DIR": str(tmp_path / "data"), **asked},
    )  # fmt: skip
    assert (said.returncode, said.stdout.strip(), said.stderr) == (0, "", "")


def test_another_shell_is_said_to_be_unknown(tmp_path: Path) -> None:
    done = run(tmp_path, "completion", "tcsh")
    assert done.exit_code == 2
    assert "SHELL takes bash, zsh, fish." in done.stderr
