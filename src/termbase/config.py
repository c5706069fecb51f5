"""Settings: from flags, the environment, ``termbase.toml`` and the user's own file, in this order.

The only reader of the environment and of settings files. It is loaded at every lookup; what only
`project_of` needs is imported there.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from termbase.errors import ConfigError, UnknownLanguageError
from termbase.model.language import language_tag

if TYPE_CHECKING:
    from termbase.model.project import GlossaryPlan, MemoryPlan, Project

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
_PROJECT_KEYS = {"name", "source", "targets", "date", "author", "base", "limit", "min"}


class Setting(NamedTuple):
    """A value and where it came from, such as ``termbase.toml`` or ``default``."""

    value: Any
    origin: str


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
    project = _table(file, "project", root)
    values = {name: Setting(value, "default") for name, value in _DEFAULTS.items()}
    values |= _user_settings(environment) if not root else {}
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


class SegmentationPlan(NamedTuple):
    """How the texts of a project are cut: the table ``[segmentation]`` of ``termbase.toml``.

    Attributes:
        newline: ``wrap`` or ``break``: what a single line break means.
        quotes: ``split`` or ``keep``: whether sentences inside of quotation marks are parted.
        srx: An SRX file whose rules are used instead of ours; may be empty.
        abbreviations: Files with more abbreviations.
    """

    newline: str = "wrap"
    quotes: str = "split"
    srx: str = ""
    abbreviations: tuple[str, ...] = ()


_SEGMENTATION_CHOICES = {"newline": ("wrap", "break"), "quotes": ("split", "keep")}


def segmentation_of(settings: Settings) -> SegmentationPlan:
    """Return how the project of these settings cuts its texts; paths are those of its files.

    Raises:
        ConfigError: If the table has a key or a value that it cannot have.
    """
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
        memories=tuple(_memory_plan(one) for one in settings.file.get("memory", ())),
        glossaries=tuple(_glossary_plan(one) for one in settings.file.get("glossary", ())),
    )


def _memory_plan(table: dict[str, Any]) -> MemoryPlan:
    from termbase.model.project import DocumentPlan, MemoryPlan

    documents = table.get("documents", ())
    return MemoryPlan(
        name=_needed(table, "name", "[[memory]]"),
        output=_needed(table, "output", "[[memory]]"),
        documents=tuple(
            DocumentPlan(_needed(one, "path", "documents"), bool(one.get("reviewed", False)))
            for one in documents
        ),
    )


def _glossary_plan(table: dict[str, Any]) -> GlossaryPlan:
    from termbase.model.project import GlossaryPlan

    return GlossaryPlan(
        name=_needed(table, "name", "[[glossary]]"),
        sources=tuple(_needed(table, "sources", "[[glossary]]")),
        outputs=tuple(table.get("outputs", ())),
    )


def _needed(table: Any, name: str, where: str) -> Any:
    if not isinstance(table, dict) or not table.get(name):
        raise _wrong(where, f"has no «{name}»", "see docs/reference/settings.md")
    return table[name]


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


def _table(file: dict[str, Any], name: str, root: str | None) -> dict[str, Any]:
    table = file.get(name, {})
    if not isinstance(table, dict):
        raise _wrong(f"[{name}]", "is no table", f"write [{name}] on a line of its own")
    unknown = sorted(set(table) - _PROJECT_KEYS)
    if unknown and root:
        known = ", ".join(sorted(_PROJECT_KEYS))
        raise _wrong(f"[{name}]", f"knows no «{unknown[0]}»", f"it knows {known}")
    return table


def _checked(name: str, value: Any, origin: str) -> Any:
    """Return a value in the type of its setting."""
    if name in {"source", "targets"}:
        tags = value.split(",") if isinstance(value, str) else list(value)
        try:
            found = tuple(language_tag(tag) for tag in tags)
        except (UnknownLanguageError, AttributeError) as error:
            raise ConfigError(f"{origin}: {name}: {error}") from error
        return found if name == "targets" else found[0]
    if isinstance(_DEFAULTS[name], int):
        try:
            return int(value)
        except (TypeError, ValueError) as error:
            raise ConfigError(f"{origin}: {name}: «{value}» is no whole number") from error
    return str(value)


def _base(base: Setting, root: str | None, environment: Mapping[str, str]) -> Setting:
    """Return where the base lies: as given, in the project, or the user's own."""
    if base.value:
        within = base.origin == PROJECT_FILE and root and not os.path.isabs(base.value)
        return Setting(os.path.join(root, base.value), base.origin) if within else base  # type: ignore[arg-type]
    if root:
        return Setting(os.path.join(root, "termbase.db"), "project")
    return Setting(os.path.join(user_folder("data", environment), "termbase.db"), "personal")


def _user_settings(environment: Mapping[str, str]) -> dict[str, Setting]:
    path = os.path.join(user_folder("config", environment), "settings.toml")
    if not os.path.isfile(path):
        return {}
    file = _read_toml(path)
    return {
        name: Setting(_checked(name, file[name], path), path) for name in _DEFAULTS if name in file
    }


def user_folder(kind: str, environment: Mapping[str, str]) -> str:
    """Return the user's folder for ``data`` or ``config``.

    XDG variables are answered here, so that a lookup outside of a project needs no library.
    """
    given = environment.get(f"XDG_{kind.upper()}_HOME")
    if given and os.path.isabs(given):
        return os.path.join(given, "termbase")
    import platformdirs

    return (platformdirs.user_data_dir if kind == "data" else platformdirs.user_config_dir)(
        "termbase"
    )
