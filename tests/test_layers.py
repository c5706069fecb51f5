"""The house stands as it was drawn, and no command loads what it does not need."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from article import ROOT, built_glossary, fill

LOADED = """
import json, sys
{work}
sys.stderr.write(json.dumps(sorted(sys.modules)))
"""
HEAVY = {"typer", "click", "polib", "translate", "lxml", "numpy", "rapidfuzz", "snowballstemmer"}
SLOW_TO_MAKE = {"dataclasses", "inspect", "platformdirs", "pathlib", "logging", "asyncio"}


def loaded(work: str, folder: Path = ROOT) -> set[str]:
    """Return the modules that a fresh Python has loaded after some work."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(work=work)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT / "src"), "HOME": str(folder), "PYTHONUTF8": "1"},
    )
    return set(json.loads(done.stderr.rpartition("\n")[2]))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a base of the real glossary."""
    made = tmp_path_factory.mktemp("layers")
    fill(str(made / "x.db"), built_glossary())
    return made


def test_imports_point_down() -> None:
    """Every module imports from the layers below its own, as pyproject.toml draws them."""
    tool = Path(sys.executable).with_name("lint-imports")
    if not tool.exists():
        pytest.skip("import-linter is not installed")

    done = subprocess.run(
        [tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


def test_the_package_loads_nothing_before_it_is_used() -> None:
    """`import termbase` costs next to nothing: its names come with their first use."""
    found = loaded("import termbase")

    assert {one for one in found if one.startswith("termbase.")} <= {"termbase.version"}
    assert found & (HEAVY | SLOW_TO_MAKE) == set()


def test_the_entry_point_loads_no_library() -> None:
    """Before it knows which command is asked for."""
    assert loaded("import termbase.cli.start") & (HEAVY | SLOW_TO_MAKE) == set()


@pytest.mark.parametrize("query", ["État de l'Union", "État de l’Union", "etat de l’union"])
def test_a_lookup_answered_by_spelling_loads_no_library(folder, query) -> None:
    """Exactly, folded, without accents: neither stemmer nor distances nor command tree."""
    words = ["lookup", query, "-s", "fr", "--base", "x.db", "-f", "tsv"]

    found = loaded(f"from termbase.cli.start import start\nassert start({words!r}) == 0", folder)

    assert found & (HEAVY | SLOW_TO_MAKE) == set()
    assert "sqlite3" in found


def test_a_misspelt_lookup_loads_distances_and_no_more(folder) -> None:
    """The command tree and the readers of files stay where they are."""
    words = ["lookup", "teledetecton", "-s", "fr", "--base", "x.db", "-f", "tsv"]

    found = loaded(f"from termbase.cli.start import start\nassert start({words!r}) == 0", folder)

    assert "rapidfuzz" in found
    assert found & {"typer", "click", "polib", "translate", "lxml", "numpy"} == set()


def test_an_exact_search_loads_no_library(tmp_path) -> None:
    """Like an exact lookup."""
    fill(str(tmp_path / "x.db"))
    words = ["search", "Lors de la réunion.", "-s", "fr", "--base", "x.db", "-f", "tsv"]

    found = loaded(f"from termbase.cli.start import start\nassert start({words!r}) == 0", tmp_path)

    assert found & (HEAVY | SLOW_TO_MAKE) == set()
