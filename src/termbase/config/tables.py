"""Tables of a settings file: what stands in them, and one line for what may not.

Every complaint names the table, what is wrong with it and what to write.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from termbase.errors import ConfigError

PROJECT_FILE = "termbase.toml"


def read_toml(path: str) -> dict[str, Any]:
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not TOML: {error}; mend that line") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error


def tables_of(file: dict[str, Any], name: str) -> list[dict[str, Any]]:
    tables = file.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise wrong(f"[[{name}]]", "is no list of tables", f"write [[{name}]] above each")
    return tables


def list_of(table: dict[str, Any], name: str, where: str) -> list[Any]:
    found = table.get(name, [])
    if not isinstance(found, list):
        raise wrong(where, f"{name} is no list", f'write {name} = ["{found}"]')
    return found


def needed(table: Any, name: str, where: str) -> Any:
    if not isinstance(table, dict) or not table.get(name):
        raise wrong(where, f"has no «{name}»", "see docs/reference/settings.md")
    return table[name]


def refuse_others(table: dict[str, Any], names: Sequence[str], where: str) -> None:
    for name in table:
        if name not in names:
            raise wrong(where, f"knows no «{name}»", f"it knows {', '.join(names)}")


def wrong(where: str, problem: str, remedy: str) -> ConfigError:
    return ConfigError(f"{PROJECT_FILE}: {where} {problem}; {remedy}")
