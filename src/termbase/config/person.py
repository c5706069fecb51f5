"""The person at the keyboard: where their files are, what they set for themselves, their name."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from termbase.config.tables import read_toml
from termbase.errors import ConfigError


def author_of(environment: Mapping[str, str]) -> str:
    """Return who changes terms: ``TERMBASE_AUTHOR``, else ``[user] author`` of the user's own
    file, else the name of the system's user.

    Raises:
        ConfigError: If ``[user]`` is no table, or says something else.
    """
    if environment.get("TERMBASE_AUTHOR"):
        return environment["TERMBASE_AUTHOR"]
    path = os.path.join(user_folder("config", environment), "settings.toml")
    table = read_toml(path).get("user", {}) if os.path.isfile(path) else {}
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
    below = {"data": ".local/share", "config": ".config", "cache": ".cache"}[kind]
    if sys.platform == "linux" and environment.get("HOME"):
        return os.path.join(environment["HOME"], below, "termbase")
    import platformdirs

    try:
        return str(getattr(platformdirs, f"user_{kind}_dir")("termbase"))
    except RuntimeError:  # a user whom the system does not know; containers call / their home
        return os.path.join(os.sep, below, "termbase")
