"""What a command line and ``termbase.toml`` wish of segmentation, read into one value."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from termbase.bootstrap import LocalFiles
from termbase.cli._declare import Given
from termbase.cli._output import Output
from termbase.config.plans import segmentation_of
from termbase.config.settings import Settings
from termbase.errors import InputError
from termbase.languages.abbreviations import Abbreviations, read_abbreviations
from termbase.model.repair import Repair
from termbase.segmentation import Newline, Quotes, Rules
from termbase.usecases.segment_text import Wishes

if TYPE_CHECKING:
    from termbase.segmentation.srx import SrxRules


def wishes_for(given: Given, settings: Settings) -> Wishes:
    """Return by what texts are cut: what the command line says, else what the project says.

    Args:
        given: May have ``newline``, ``quotes``, ``srx`` and ``abbreviations``.
        settings: Of the project.

    Raises:
        InputError: If a file cannot be read, or an option speaks of our rules and an SRX file is
            given.
        ConfigError: If ``[segmentation]`` is wrong.
    """
    plan = segmentation_of(settings)
    newline = Newline(given.get("newline") or plan.newline)
    if given.get("srx"):
        for option in ("abbreviations", "quotes"):
            if given.get(option):
                raise InputError(f"--{option} is for our own rules; leave it out, or --srx")
    ours = given.get("abbreviations") or given.get("quotes")
    srx = given.get("srx") or ("" if ours else plan.srx)
    if srx:
        return replace(_srx(_shown(srx), Output(given)), newline=newline)
    paths = [*plan.abbreviations, *filter(None, [given.get("abbreviations")])]
    quotes = Quotes(given.get("quotes") or plan.quotes)
    return Rules(newline=newline, quotes=quotes, abbreviations=_abbreviations(paths))


def _abbreviations(paths: Sequence[str]) -> Abbreviations | None:
    """Return what lists of abbreviations say together; where they disagree the last is right."""
    found: Abbreviations | None = None
    for path in map(_shown, paths):
        read = read_abbreviations(LocalFiles().read_text(path).splitlines(), path)
        found = found.joined(read) if found else read
    return found


def _shown(path: str) -> str:
    """Return a path as a person would write it here."""
    near = os.path.relpath(path) if os.path.isabs(path) else path
    return path if near.startswith(os.pardir) else near


def _srx(path: str, output: Output) -> SrxRules:
    """Read an SRX file, and say how much stands in it beside the standard."""
    from termbase.formats.srx import read_srx

    repairs: list[Repair] = []
    rules = read_srx(path, report=repairs.append)
    if repairs:
        output.detail(*map(str, repairs))
        if not output.verbose:
            output.note(f"{path}: what is beside the standard was passed over; -v names it")
    return rules
