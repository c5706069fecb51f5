"""Which concepts a command line asks for, by what their terms say."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from termbase.cli._declare import Given

if TYPE_CHECKING:
    from termbase.usecases.list_concepts import Wish


def client_project(given: Given) -> str:
    """Take ``--project NAME`` as the project of a client, where it names no folder."""
    name = given["project"] or ""
    if name and os.path.basename(name) == name and not os.path.isdir(name):
        given["project"] = None
        return str(name)
    return ""


def wish_of(given: Given) -> Wish:
    """Return the wish of ``--domain``, ``--customer``, ``--project``, ``--region``, ``--process``
    and ``--status``, as far as a command has them; ask before the settings are read.
    """
    from termbase.usecases.list_concepts import Wish

    return Wish(
        domain=given["domain"] or "",
        customer=given["customer"] or "",
        project=client_project(given),
        region=given["region"] or "",
        process=given.get("process") or "",
        status=given.get("status") or "",
    )
