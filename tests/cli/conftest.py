"""The article's project, built once by the commands themselves, and copies of it to change."""

import shutil
from pathlib import Path

import pytest

from article import copy_sources
from command_line import run


@pytest.fixture(scope="session")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The article's project, built; nothing may change it."""
    folder = copy_sources(tmp_path_factory.mktemp("article"))
    assert run("build", folder=folder).code == 0
    return folder


@pytest.fixture
def project(article: Path, tmp_path: Path) -> Path:
    """A copy of the article's project, built, to be changed."""
    return Path(shutil.copytree(article, tmp_path / "project"))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A small table of terms of somebody else."""
    path = tmp_path / "client.tsv"
    path.write_text("fr\ten\nplombier zingueur\tsheet-metal worker\nseau\tbucket\n", "utf-8")
    return path
