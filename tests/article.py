"""The project that this repository is, built once for all tests that look at it."""

import os
import re
import shutil
from functools import cache
from pathlib import Path

from termbase.bootstrap import LocalFiles, open_base, terms_of, units_of
from termbase.config.plans import project_of
from termbase.config.settings import load_settings
from termbase.model.project import Project
from termbase.usecases.build_project import Build, build_project
from termbase.usecases.fill_base import fill_base

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared"


def project_at(folder: str | os.PathLike[str]) -> Project:
    """Return the project of a folder."""
    return project_of(load_settings({}, {}, folder=os.fspath(folder)))


def article_alone(project: Project) -> Project:
    """Return the project with the article as its memory's only document."""
    [memory] = project.memories
    kept = tuple(one for one in memory.documents if "article" in one.path)
    return project._replace(memories=(memory._replace(documents=kept),))


@cache
def built() -> Build:
    """Return what the project builds of the article alone."""
    return build_project(article_alone(project_at(ROOT)), LocalFiles())


@cache
def built_whole() -> Build:
    """Return all that the project builds."""
    return build_project(project_at(ROOT), LocalFiles())


@cache
def built_glossary() -> Build:
    """Return the glossary of the project alone."""
    return build_project(project_at(ROOT)._replace(memories=()), LocalFiles())


def fill(path: str, build: Build | None = None) -> str:
    """Put what the project builds into a new base, and return its path."""
    with open_base(path, write=True) as base, base.changing():
        fill_base(build or built(), terms_of(base), units_of(base))
    return path


def copy_sources(folder: Path, *, whole: bool = False) -> Path:
    """Copy the sources of the project, and none of its products, into a folder.

    Unless the whole is wished, the article is its only document.
    """
    settings = (ROOT / "termbase.toml").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in settings if whole or "tm/sources/news." not in line]
    (folder / "termbase.toml").write_text("".join(kept), encoding="utf-8")
    shutil.copytree(ROOT / "tm" / "sources", folder / "tm" / "sources")
    shutil.copytree(ROOT / "glossary" / "sources", folder / "glossary" / "sources")
    return folder


def read_ladder(ladder: str) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the two sides of each bead of a ladder such as ``0:0 1,2:1 3:``."""
    sides = [
        [tuple(int(one) for one in re.findall(r"\d+", side)) for side in bead.split(":")]
        for bead in ladder.split()
    ]
    return [(source, target) for source, target in sides]


def right_beads(
    target: str, document: str = "article"
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the right beads of a document in French and another language."""
    return read_ladder((GOLD / f"{document}.fr-{target}.beads").read_text(encoding="utf-8"))
