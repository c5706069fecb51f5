"""``termbase init``: a project in this folder."""

from __future__ import annotations

import datetime
import os

from termbase.bootstrap import LocalFiles, open_base
from termbase.cli._declare import Command, Given, Option
from termbase.cli._output import Output
from termbase.cli._session import languages_of
from termbase.errors import InputError
from termbase.model.language import language_tag
from termbase.usecases.create_project import create_project


def run(given: Given) -> int:
    """Make this folder, or --project DIR, a project."""
    if not given["source"] or not given["targets"]:
        raise InputError("name the languages: termbase init --source fr --targets en,ru")
    root = given["project"] or os.getcwd()
    made = create_project(
        root,
        LocalFiles(),
        source=language_tag(given["source"]),
        targets=languages_of(given["targets"]),
        date=datetime.date.today().isoformat(),
    )
    with open_base(os.path.join(root, "termbase.db"), write=True):
        made.append("termbase.db (the base; git-ignored)")
    Output(given).print(f"created {'  '.join(made)}")
    return 0


COMMAND = Command(
    name="init",
    help="Make this folder a project: its termbase.toml, its folders, its base.",
    example="termbase init --source fr --targets en,ru",
    arguments=(),
    options=(
        Option(("-s", "--source"), "language of the source texts", "LANG"),
        Option(("-t", "--targets", "--target"), "languages of the translations", "LANGS"),
    ),
    run=run,
)
