"""The wheel and the sdist carry the library and the styles, and every way to install finds them."""

import json
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from companion import __version__

ROOT = Path(__file__).parent.parent


def tracked(*folders: str) -> set[str]:
    """Return what git tracks in those folders; outside a checkout, what lies there."""
    listed = subprocess.run(["git", "ls-files", *folders], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return set(listed.stdout.split())
    return {
        str(path.relative_to(ROOT))
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the backend itself: no network, no front end."""
    return build("build_wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive."""
    return build("build_sdist", ROOT, tmp_path_factory.mktemp("sdist"))


def build(what: str, root: Path, into: Path) -> Path:
    code = f"import sys; from hatchling import build; print(build.{what}(sys.argv[1]))"
    built = subprocess.run(
        [sys.executable, "-c", code, str(into)], cwd=root, capture_output=True, text=True, timeout=120, check=True
    )
    return into / built.stdout.strip().splitlines()[-1]


def in_wheel(path: str) -> str:
    return f"companion/_bundled/{path}" if path.startswith(("library/", "styles/")) else path


def test_the_wheel_carries_exactly_what_git_tracks(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name and ".data/" not in name}
    assert inside == {in_wheel(path) for path in tracked("companion", "library", "styles")}


def test_the_wheel_lays_the_man_page_where_man_looks(wheel: Path) -> None:
    shared = [name for name in zipfile.ZipFile(wheel).namelist() if ".data/" in name]
    assert shared == [f"companion-{__version__}.data/data/share/man/man1/companion.1"]


def test_the_sdist_carries_the_tests_and_the_pictures_of_the_readme_too(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert tracked("companion", "library", "styles", "tests", ".pictures") <= inside


PROGRAM = (
    "import companion.resources as found; from companion.storage.library import Library;"
    "print(len(Library(found.LIBRARY).articles), (found.STYLES / 'base.tcss').is_file(), found.LIBRARY)"
)


def found_from(folder: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=folder, env={"PYTHONPATH": str(folder)},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


def install(wheel: Path, folder: Path) -> Path:
    """Install it into a new environment, without a network; return where what it needs is borrowed from."""
    venv.create(folder, with_pip=True)
    pip(folder, "install", "--no-deps", "--no-index", str(wheel))
    borrowed = folder / "borrowed"
    borrowed.mkdir()
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if not path.name.endswith(".pth") and "companion" not in path.name:
            (borrowed / path.name).symlink_to(path)
    return borrowed


def pip(folder: Path, *words: str) -> None:
    command = [str(folder / "bin" / "python"), "-m", "pip", "--quiet", *words]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def test_an_installed_wheel_runs_and_finds_its_library(wheel: Path, tmp_path: Path) -> None:
    borrowed, program = install(wheel, tmp_path), tmp_path / "bin" / "companion"

    def say(*words: str) -> str:
        return subprocess.run(
            [str(program), *words], cwd=tmp_path, env={"PYTHONPATH": str(borrowed), "HOME": str(tmp_path)},
            capture_output=True, text=True, timeout=60, check=True,
        ).stdout  # fmt: skip

    assert say("--version") == f"companion {__version__}\n"
    assert json.loads(say("paths", "--json"))["library"].startswith(str(tmp_path / "lib"))
    assert "Asking for room, kindly" in say("read", "list")


def test_a_bare_checkout_tells_its_version() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "companion", "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout == f"companion {__version__}\n"


def test_the_version_is_written_once(wheel: Path) -> None:
    assert f"companion-{__version__}-" in wheel.name
    assert __version__ not in (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("dependencies")[0]


def test_a_wheel_made_from_the_sdist_is_the_same(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (root,) = tmp_path.iterdir()
    again = build("build_wheel", root, tmp_path)
    assert again.read_bytes() == wheel.read_bytes()


def test_a_bare_checkout_finds_its_library() -> None:
    said = found_from(ROOT)
    assert " True " in said
    assert str(ROOT / "library") in said


def test_an_editable_install_points_at_the_checkout(tmp_path: Path) -> None:
    editable = build("build_editable", ROOT, tmp_path)
    archive = zipfile.ZipFile(editable)
    (pointer,) = [name for name in archive.namelist() if name.endswith(".pth")]
    assert archive.read(pointer).decode().strip() == str(ROOT)
