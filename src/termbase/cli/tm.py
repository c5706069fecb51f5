"""``termbase tm``: one unit of a memory added, corrected, removed, shown, and taken back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from termbase.bootstrap import unit_changes_of, units_of
from termbase.cli._declare import (
    DRY_RUN,
    JSON,
    Argument,
    Command,
    Given,
    Group,
    Option,
    format_option,
)
from termbase.cli._output import GREEN, STRUCK, Output, counted
from termbase.cli._progress import counter, done
from termbase.cli._session import changing_base, open_given_base, settings_for
from termbase.errors import InputError
from termbase.model.language import language_tag

if TYPE_CHECKING:
    from termbase.config.settings import Settings
    from termbase.model.change import Stamp
    from termbase.model.unit import TranslationUnit
    from termbase.model.unit_change import UnitChange
    from termbase.stores.sqlite import SqliteBase

SCHEMA = "termbase.unit/1"


class _OnlyTriedError(Exception):
    """Ends a transaction that was only tried."""


def _add(given: Given) -> int:
    """Add a unit with the given texts; the first is the source."""
    from termbase.usecases.edit_units import add_unit

    texts = _texts(given)
    settings = settings_for(given)
    with _changing(given, settings) as base:
        memory = _memory_for(given, base)
        change = add_unit(
            memory, texts, next(iter(texts)), _stamp(), units_of(base), unit_changes_of(base)
        )
    return _told(change, given, settings)


def _edit(given: Given) -> int:
    """Give a unit other texts in some languages."""
    from termbase.usecases.edit_units import edit_unit, find_unit

    settings = settings_for(given)
    with _changing(given, settings) as base:
        changes = unit_changes_of(base)
        change = edit_unit(find_unit(given["unit"], changes), _texts(given), _stamp(), changes)
    return _told(change, given, settings)


def _remove(given: Given) -> int:
    """Remove a unit."""
    from termbase.usecases.edit_units import find_unit, remove_unit

    settings = settings_for(given)
    with _changing(given, settings) as base:
        changes = unit_changes_of(base)
        change = remove_unit(find_unit(given["unit"], changes), _stamp(), changes)
    return _told(change, given, settings)


def _undo(given: Given) -> int:
    """Take the last change of a unit back."""
    from termbase.usecases.edit_units import undo

    settings = settings_for(given)
    with _changing(given, settings) as base:
        change = undo(unit_changes_of(base), given["unit"] or "")
    Output(given).note(f"taken back: {change.verb} by {change.author}, {change.date}")
    _show_unit(change.memory, change.number, change.after, change.before, Output(given))
    return 0


def _show(given: Given) -> int:
    """Show a unit whole, and who changed it."""
    from termbase.usecases.edit_units import find_unit

    settings = settings_for(given)
    output = Output(given, pipe="table")
    with open_given_base(settings) as base:
        changes = unit_changes_of(base)
        place = find_unit(given["unit"], changes)
        unit = changes.unit(place.memory, place.number)
        history = changes.history(place.memory, place.number)
        if output.format == "json":
            record = units_of(base).unit_at(place.memory, place.number)
            output.json(
                {
                    "schema": SCHEMA,
                    "memory": place.memory,
                    "path": place.path,
                    "number": place.number,
                    "unit": record,
                    "changes": [
                        {"verb": one.verb, "author": one.author, "date": one.date}
                        for one in history
                    ],
                }
            )
            return 0
    _show_unit(place.memory, place.number, unit, unit, output)
    if unit is not None:
        pairs = [("tuid", unit.id), *unit.attributes]
        pairs += [(one.type, one.value) for one in unit.properties]
        output.print(*(f"   {name}: {value}" for name, value in pairs if value))
    output.print(*(f"   {one.verb} by {one.author}, {one.date}" for one in history))
    return 0


def _index(given: Given) -> int:
    """Join the files of the index, and leave out what is gone."""
    settings = settings_for(given)
    output = Output(given)
    if not os.path.exists(settings.value("base")):
        open_given_base(settings)
    with changing_base(settings.value("base")) as base:
        index = units_of(base).index
        base.watch = counter("texts indexed", given)
        if given["anew"]:
            index.make_anew()
        else:
            index.compact()
        texts = index.count()
    done()
    output.note(f"{counted(texts, 'text')} in the index")
    return 0


@contextmanager
def _changing(given: Given, settings: Settings) -> Iterator[SqliteBase]:
    """Open the base to change units in one transaction; with ``--dry-run`` nothing stays."""
    path = settings.value("base")
    if given["dry_run"] and not os.path.exists(path):
        path = ":memory:"
    try:
        with changing_base(path) as base:
            yield base
            if given["dry_run"]:
                raise _OnlyTriedError
    except _OnlyTriedError:
        Output(given).note("nothing was written (--dry-run)")


def _texts(given: Given) -> dict[str, str]:
    """Return the texts given as ``fr=Bonjour``, by language."""
    texts: dict[str, str] = {}
    for written in given["texts"]:
        language, sign, text = written.partition("=")
        if not sign or not text.strip():
            raise InputError(f"«{written}»: write LANG=TEXT, such as fr=Bonjour")
        tag = language_tag(language.strip())
        if tag in texts:
            raise InputError(f"«{written}»: {tag} is given twice")
        texts[tag] = text.strip()
    return texts


def _memory_for(given: Given, base: SqliteBase) -> str:
    """Return the memory that a unit goes to: one that is there, the first, or one that is new."""
    name: str = given["memory"]
    if not name:
        if given["new"]:
            raise InputError("name the new memory with --memory, or leave --new out")
        return _only_memory(base)
    known = [one.name for one in units_of(base).memories()]
    if known and name not in known and not given["new"]:
        from termbase.cli._names import refuse_unknown_memory

        refuse_unknown_memory(name, units_of(base), remedy="or make it with --new")
    return name


def _only_memory(base: SqliteBase) -> str:
    names = [one.name for one in units_of(base).memories()]
    if len(names) == 1:
        return names[0]
    there = ", ".join(f"«{one}»" for one in names) or "none yet"
    raise InputError(f"name the memory with --memory; there is {there}")


def _stamp() -> Stamp:
    from datetime import UTC, datetime

    from termbase.config.person import author_of
    from termbase.model.change import Stamp

    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Stamp(author_of(os.environ), now)


def _told(change: UnitChange, given: Given, settings: Settings) -> int:
    """Show what was changed, and say where it has to be changed too."""
    output = Output(given)
    _show_unit(change.memory, change.number, change.before, change.after, output)
    built = [one.get("name") for one in settings.file.get("memory", [])]
    if change.memory in built:
        unit = change.before or change.after
        files = ", ".join(unit.values("x-source-file")) if unit else ""
        where = f": change {files} as well" if files else "; change its sources as well"
        output.note(f"«{change.memory}» is built by «termbase build»{where}, or it comes back")
    return 0


def _show_unit(
    memory: str,
    number: int,
    before: TranslationUnit | None,
    after: TranslationUnit | None,
    output: Output,
) -> None:
    """Print a unit, each language a line; what was and what is where they differ."""
    old, new = _texts_of(before), _texts_of(after)
    output.print(f"{memory}#{number}")
    for one in dict.fromkeys([*old, *new]):
        was, now, language = old.get(one), new.get(one), one[0]
        if was is not None and was != now:
            gone = was if output.colour else f"[-{was}-]"
            output.print(f"   {language}  {output.paint(gone, STRUCK)}")
        if now is not None:
            said = now if was == now or output.colour else f"{{+{now}+}}"
            output.print(f"   {language}  {output.paint(said, GREEN) if was != now else said}")


def _texts_of(unit: TranslationUnit | None) -> dict[tuple[str, int], str]:
    """Return the texts of a unit by language, and how many of the same language come before."""
    texts: dict[tuple[str, int], str] = {}
    for one in unit.variants if unit else ():
        before = sum(language == one.language for language, _ in texts)
        texts[one.language, before] = one.text
    return texts


_UNIT = Argument("unit", "UNIT", "as searches show it, such as tm/space.tmx#12, or its tuid")
_TEXTS = Argument("texts", "LANG=TEXT…", "texts by language, such as en=Hello", many=True)
GROUP = Group(
    name="tm",
    help="Add, correct and remove single units; take it back; care for the index.",
    commands=(
        Command(
            name="tm add",
            help="Add a unit; the first text is the source.",
            example='termbase tm add "fr=Lors du vol" "en=During the flight"',
            arguments=(_TEXTS,),
            options=(
                Option(("--memory",), "the memory it goes to", "NAME"),
                Option(("--new",), "make the memory that is named, where there is none"),
                DRY_RUN,
            ),
            run=_add,
        ),
        Command(
            name="tm edit",
            help="Correct a unit: it keeps its tuid and its place, and is searchable at once.",
            example='termbase tm edit tm/space.tmx#2 "en=During the meeting."',
            arguments=(_UNIT, _TEXTS),
            options=(DRY_RUN,),
            run=_edit,
        ),
        Command(
            name="tm rm",
            help="Remove a unit.",
            example="termbase tm rm tm/space.tmx#2",
            arguments=(_UNIT,),
            options=(DRY_RUN,),
            run=_remove,
        ),
        Command(
            name="tm show",
            help="Show a unit whole, and who changed it.",
            example="termbase tm show tm/space.tmx#2",
            arguments=(_UNIT,),
            options=(format_option("table", "json"), JSON),
            run=_show,
        ),
        Command(
            name="tm undo",
            help="Take the last change back, of any unit or of one.",
            example="termbase tm undo tm/space.tmx#28",
            arguments=(
                Argument(
                    "unit", "UNIT", "whose change it is; the last of all without", required=False
                ),
            ),
            options=(DRY_RUN,),
            run=_undo,
        ),
        Command(
            name="tm index",
            help="Join the files of the index into one for each language, without what is gone.",
            example="termbase tm index",
            arguments=(),
            options=(Option(("--anew",), "make them anew from the units"),),
            run=_index,
        ),
    ),
)
