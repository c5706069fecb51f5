"""Settings: from flags, the environment, ``termbase.toml`` and the user's own file, in this order.

The only reader of the environment and of settings files. It is loaded at every lookup; what only
`project_of` needs is imported there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from termbase.errors import ConfigError, UnknownLanguageError
from termbase.model.language import language_tag

if TYPE_CHECKING:
    from termbase.model.project import GlossaryPlan, MemoryPlan, Project, SegmentationPlan

PROJECT_FILE = "termbase.toml"
_DEFAULTS: dict[str, Any] = {
    "base": "",
    "source": "",
    "targets": (),
    "author": "",
    "date": "",
    "limit": 10,
    "min": 70,
}
_PROJECT_KEYS = ("author", "base", "date", "limit", "min", "name", "source", "targets")
_TABLES = (
    "project",
    "memory",
    "glossary",
    "segmentation",
    "check",
    "regions",
    "alignment",
    "search",
)
_PERSONAL = ("limit", "min")
"""What the user's own file says inside of a project too; all else decides what is built."""


class Setting:
    """A value and where it came from, such as ``termbase.toml`` or ``default``."""

    __slots__ = ("origin", "value")

    def __init__(self, value: Any, origin: str) -> None:
        self.value = value
        self.origin = origin


class Settings:
    """All settings in force.

    Attributes:
        root: Folder of the project, None outside of one.
        values: By name, each with its origin.
        file: What ``termbase.toml`` holds; empty outside of a project.
    """

    __slots__ = ("file", "root", "values")

    def __init__(self, root: str | None, values: dict[str, Setting], file: dict[str, Any]) -> None:
        self.root = root
        self.values = values
        self.file = file

    def value(self, name: str) -> Any:
        """Return the value of a setting."""
        return self.values[name].value


def load_settings(
    flags: Mapping[str, Any], environment: Mapping[str, str], *, folder: str
) -> Settings:
    """Collect the settings in force.

    Args:
        flags: What the command line gave: ``base``, ``project`` and the names of settings.
        environment: ``TERMBASE_BASE``, ``TERMBASE_SOURCE``, …
        folder: Where to look for a project, upwards.

    Raises:
        ConfigError: If a settings file or variable is wrong.
    """
    given = flags.get("project") or environment.get("TERMBASE_PROJECT")
    root = _given_project(given) if given else find_project(folder)
    file = _read_toml(os.path.join(root, PROJECT_FILE)) if root else {}
    project = _project_table(file)
    values = {name: Setting(value, "default") for name, value in _DEFAULTS.items()}
    values |= _user_settings(environment, _PERSONAL if root else tuple(_DEFAULTS))
    values |= {
        name: Setting(_checked(name, project[name], PROJECT_FILE), PROJECT_FILE)
        for name in values
        if name in project
    }
    for name in values:
        variable = f"TERMBASE_{name.upper()}"
        if environment.get(variable):
            values[name] = Setting(_checked(name, environment[variable], variable), variable)
        if flags.get(name) is not None:
            values[name] = Setting(flags[name], "command line")
    return Settings(root, values | {"base": _base(values["base"], root, environment)}, file)


_SEGMENTATION_CHOICES = {"newline": ("wrap", "break"), "quotes": ("split", "keep")}


def segmentation_of(settings: Settings) -> SegmentationPlan:
    """Return how the project of these settings cuts its texts; paths are those of its files.

    Raises:
        ConfigError: If the table has a key or a value that it cannot have.
    """
    from termbase.model.project import SegmentationPlan

    table = settings.file.get("segmentation", {})
    if not isinstance(table, dict):
        raise _wrong("[segmentation]", "is no table", "write [segmentation] on a line of its own")
    for name in sorted(table.keys() - set(SegmentationPlan._fields)):
        known = ", ".join(SegmentationPlan._fields)
        raise _wrong("[segmentation]", f"knows no «{name}»", f"it knows {known}")
    for name, choices in _SEGMENTATION_CHOICES.items():
        if table.get(name, choices[0]) not in choices:
            raise _wrong(
                "[segmentation]", f"{name} is «{table[name]}»", f"use {' or '.join(choices)}"
            )
    lists = table.get("abbreviations", [])
    if not isinstance(lists, list) or not all(isinstance(one, str) for one in lists):
        raise _wrong("[segmentation]", "abbreviations is no list", 'write ["my.txt"]')
    if not isinstance(table.get("srx", ""), str):
        raise _wrong("[segmentation]", "srx is no file name", 'write srx = "my.srx"')
    root = settings.root or ""
    srx = table.get("srx") and os.path.join(root, table["srx"])
    files = tuple(os.path.join(root, one) for one in lists)
    return SegmentationPlan(
        table.get("newline", "wrap"), table.get("quotes", "split"), srx or "", files
    )


def regions_of(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return the tag with a region that the project gives to a language: ``[regions]``.

    Raises:
        ConfigError: If the table holds something that is no language.
    """
    table = settings.file.get("regions", {})
    if not isinstance(table, dict) or not all(isinstance(one, str) for one in table.values()):
        raise _wrong("[regions]", "is no table of languages", 'write fr = "fr-CA"')
    try:
        return tuple((language_tag(name), language_tag(tag)) for name, tag in table.items())
    except UnknownLanguageError as error:
        raise ConfigError(f"{PROJECT_FILE}: [regions] {error}") from error


def encoder_of(settings: Settings) -> str:
    """Return the name of the encoder that the project of these settings aligns with, or nothing.

    Raises:
        ConfigError: If ``[alignment]`` has a key or a value that it cannot have.
    """
    table = settings.file.get("alignment", {})
    if not isinstance(table, dict):
        raise _wrong("[alignment]", "is no table", "write [alignment] on a line of its own")
    _only(table, ("encoder",), "[alignment]")
    name = table.get("encoder", "")
    if not isinstance(name, str):
        raise _wrong("[alignment]", f"encoder is «{name}»", 'write encoder = "name"')
    return name


def find_project(folder: str) -> str | None:
    """Return the nearest folder upwards that holds a ``termbase.toml``."""
    here = os.path.abspath(folder)
    while not os.path.isfile(os.path.join(here, PROJECT_FILE)):
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above
    return here


def project_of(settings: Settings) -> Project:
    """Return what the project of these settings builds.

    Raises:
        ConfigError: If there is no project, or its file does not say enough.
    """
    from termbase.model.project import Project

    if settings.root is None:
        raise ConfigError(f"there is no {PROJECT_FILE} here or above; run «termbase init»")
    if not settings.value("source") or not settings.value("targets"):
        raise _wrong("[project]", "names no source and targets", 'write source = "fr"')
    return Project(
        root=settings.root,
        source=settings.value("source"),
        targets=tuple(settings.value("targets")),
        date=settings.value("date"),
        author=settings.value("author"),
        memories=tuple(_memory_plan(one) for one in _tables(settings.file, "memory")),
        glossaries=tuple(
            _glossary_plan(one, settings.root) for one in _tables(settings.file, "glossary")
        ),
    )


def _memory_plan(table: dict[str, Any]) -> MemoryPlan:
    from termbase.model.project import DocumentPlan, MemoryPlan

    _only(table, ("name", "output", "documents"), "[[memory]]")
    documents = []
    for one in _list(table, "documents", "[[memory]]"):
        path = _needed(one, "path", "documents")
        _only(one, ("path", "reviewed"), "documents")
        reviewed = one.get("reviewed", False)
        if not isinstance(reviewed, bool):
            raise _wrong("documents", f"reviewed is «{reviewed}»", "write true or false")
        documents.append(DocumentPlan(path, reviewed))
    name, output = (_needed(table, key, "[[memory]]") for key in ("name", "output"))
    return MemoryPlan(name, output, tuple(documents))


def _glossary_plan(table: dict[str, Any], root: str) -> GlossaryPlan:
    from termbase.model.project import GlossaryPlan

    _only(table, ("name", "sources", "outputs"), "[[glossary]]")
    _needed(table, "sources", "[[glossary]]")
    return GlossaryPlan(
        name=_needed(table, "name", "[[glossary]]"),
        sources=tuple(_files(_list(table, "sources", "[[glossary]]"), root)),
        outputs=tuple(_list(table, "outputs", "[[glossary]]")),
    )


def _files(patterns: list[str], root: str) -> Iterator[str]:
    """Yield the files that names and patterns mean; what names none stays, to be missed by name."""
    from glob import glob

    for pattern in patterns:
        found = sorted(glob(pattern, root_dir=root)) if "*" in pattern else []
        yield from (one.replace(os.sep, "/") for one in found or [pattern])


def _tables(file: dict[str, Any], name: str) -> list[dict[str, Any]]:
    tables = file.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise _wrong(f"[[{name}]]", "is no list of tables", f"write [[{name}]] above each")
    return tables


def _list(table: dict[str, Any], name: str, where: str) -> list[Any]:
    found = table.get(name, [])
    if not isinstance(found, list):
        raise _wrong(where, f"{name} is no list", f'write {name} = ["{found}"]')
    return found


def _needed(table: Any, name: str, where: str) -> Any:
    if not isinstance(table, dict) or not table.get(name):
        raise _wrong(where, f"has no «{name}»", "see docs/reference/settings.md")
    return table[name]


def _only(table: dict[str, Any], names: Sequence[str], where: str) -> None:
    for name in table:
        if name not in names:
            raise _wrong(where, f"knows no «{name}»", f"it knows {', '.join(names)}")


def _wrong(where: str, problem: str, remedy: str) -> ConfigError:
    return ConfigError(f"{PROJECT_FILE}: {where} {problem}; {remedy}")


def _given_project(folder: str) -> str:
    if not os.path.isfile(os.path.join(folder, PROJECT_FILE)):
        raise ConfigError(f"{folder}: holds no {PROJECT_FILE}; run «termbase init» there")
    return os.path.abspath(folder)


def _read_toml(path: str) -> dict[str, Any]:
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not TOML: {error}; mend that line") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error


def _project_table(file: dict[str, Any]) -> dict[str, Any]:
    for name in file:
        if name not in _TABLES:
            known = ", ".join(_TABLES)
            raise _wrong("the file", f"knows no table «{name}»", f"it knows {known}")
    table = file.get("project", {})
    if not isinstance(table, dict):
        raise _wrong("[project]", "is no table", "write [project] on a line of its own")
    _only(table, _PROJECT_KEYS, "[project]")
    return table


def _checked(name: str, value: Any, origin: str) -> Any:
    """Return a value in the type of its setting."""
    where = f"{origin}: {name}:"
    if name in {"source", "targets"}:
        found = _languages(value, where)
        if name == "source" and len(found) != 1:
            raise ConfigError(f"{where} give one language, such as fr")
        return found if name == "targets" else found[0]
    if name == "date":
        return _day(value, where)
    return _number(name, value, where) if isinstance(_DEFAULTS[name], int) else str(value)


def _languages(value: Any, where: str) -> tuple[str, ...]:
    tags = value.split(",") if isinstance(value, str) else value
    for tag in tags if isinstance(tags, list) else [tags]:
        if not isinstance(tag, str):
            raise ConfigError(f"{where} «{tag}» is no language; use a code such as fr, en or ru")
    try:
        return tuple(language_tag(tag) for tag in tags)
    except UnknownLanguageError as error:
        raise ConfigError(f"{where} {error}") from error


def _day(value: Any, where: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise ConfigError(f"{where} «{value}» is no day; write it as 2026-11-22") from error


def _number(name: str, value: Any, where: str) -> int:
    try:
        number = int(str(value))
    except ValueError as error:
        raise ConfigError(f"{where} «{value}» is no whole number") from error
    if name == "min" and not 1 <= number <= 100:
        raise ConfigError(f"{where} «{number}» is no score; give one from 1 to 100")
    if number < 1:
        raise ConfigError(f"{where} «{number}» is too small; give at least 1")
    return number


def _base(base: Setting, root: str | None, environment: Mapping[str, str]) -> Setting:
    """Return where the base lies: as given, in the project, or the user's own."""
    if base.value:
        within = base.origin == PROJECT_FILE and root and not os.path.isabs(base.value)
        return Setting(os.path.join(root, base.value), base.origin) if within else base  # type: ignore[arg-type]
    if root:
        return Setting(os.path.join(root, "termbase.db"), "project")
    return Setting(os.path.join(user_folder("data", environment), "termbase.db"), "personal")


def _user_settings(environment: Mapping[str, str], names: Sequence[str]) -> dict[str, Setting]:
    """Return what the user's own file says of some settings."""
    path = os.path.join(user_folder("config", environment), "settings.toml")
    if not os.path.isfile(path):
        return {}
    file = _read_toml(path)
    file.pop("user", None)
    for name in file:
        if name not in _DEFAULTS:
            raise ConfigError(f"{path}: knows no «{name}»; it knows {', '.join(sorted(_DEFAULTS))}")
    checked = {name: _checked(name, value, path) for name, value in file.items()}
    return {name: Setting(checked[name], path) for name in names if name in checked}


def author_of(environment: Mapping[str, str]) -> str:
    """Return who changes terms: ``TERMBASE_AUTHOR``, else ``[user] author`` of the user's own
    file, else the name of the system's user.

    Raises:
        ConfigError: If ``[user]`` is no table, or says something else.
    """
    if environment.get("TERMBASE_AUTHOR"):
        return environment["TERMBASE_AUTHOR"]
    path = os.path.join(user_folder("config", environment), "settings.toml")
    table = _read_toml(path).get("user", {}) if os.path.isfile(path) else {}
    if not isinstance(table, dict) or not all(isinstance(one, str) for one in table.values()):
        raise ConfigError(f'{path}: [user] is wrong; write author = "Anna Petrova" below it')
    for name in table:
        if name != "author":
            raise ConfigError(f"{path}: [user] knows no «{name}»; it knows author")
    if table.get("author"):
        return str(table["author"])
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a system without users
        return "unknown"


def user_folder(kind: str, environment: Mapping[str, str]) -> str:
    """Return the user's folder for ``data``, ``config`` or ``cache``.

    The rules of XDG are followed here, so that a lookup needs no library.
    """
    given = environment.get(f"XDG_{kind.upper()}_HOME")
    if given and os.path.isabs(given):
        return os.path.join(given, "termbase")
    if sys.platform == "linux" and environment.get("HOME"):
        below = {"data": ".local/share", "config": ".config", "cache": ".cache"}[kind]
        return os.path.join(environment["HOME"], below, "termbase")
    import platformdirs

    return str(getattr(platformdirs, f"user_{kind}_dir")("termbase"))
