"""Settings: from flags, the environment, ``termbase.toml`` and the user's own file, in this order.

It is loaded at every lookup; what a project plans stands apart.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from termbase.config.person import user_folder
from termbase.config.tables import PROJECT_FILE, read_toml, refuse_others, wrong
from termbase.errors import ConfigError, UnknownLanguageError
from termbase.model.language import language_tag

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

    def own_source(self) -> str:
        """Return the source language in the file of the project, whatever else is in force."""
        return str(self.file.get("project", {}).get("source", ""))


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
    file = read_toml(os.path.join(root, PROJECT_FILE)) if root else {}
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


def find_project(folder: str) -> str | None:
    """Return the nearest folder upwards that holds a ``termbase.toml``."""
    here = os.path.abspath(folder)
    while not os.path.isfile(os.path.join(here, PROJECT_FILE)):
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above
    return here


def _given_project(folder: str) -> str:
    if not os.path.isfile(os.path.join(folder, PROJECT_FILE)):
        raise ConfigError(f"{folder}: holds no {PROJECT_FILE}; run «termbase init» there")
    return os.path.abspath(folder)


def _project_table(file: dict[str, Any]) -> dict[str, Any]:
    for name in file:
        if name not in _TABLES:
            known = ", ".join(_TABLES)
            raise wrong("the file", f"knows no table «{name}»", f"it knows {known}")
    table = file.get("project", {})
    if not isinstance(table, dict):
        raise wrong("[project]", "is no table", "write [project] on a line of its own")
    refuse_others(table, _PROJECT_KEYS, "[project]")
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
    file = read_toml(path)
    file.pop("user", None)
    for name in file:
        if name not in _DEFAULTS:
            raise ConfigError(f"{path}: knows no «{name}»; it knows {', '.join(sorted(_DEFAULTS))}")
    checked = {name: _checked(name, value, path) for name, value in file.items()}
    return {name: Setting(checked[name], path) for name in names if name in checked}
