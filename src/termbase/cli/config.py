"""``termbase config``: every setting in force, and where it came from."""

from __future__ import annotations

from termbase.cli._declare import JSON, Command, Given, format_option
from termbase.cli._output import Output, padded
from termbase.cli._session import settings_for


def run(given: Given) -> int:
    """Print the settings in force."""
    settings = settings_for(given)
    output = Output(given)
    shown = {"project": (settings.root or "", "nearest termbase.toml" if settings.root else "none")}
    for name, one in settings.values.items():
        text = ",".join(one.value) if isinstance(one.value, tuple) else str(one.value)
        shown[name] = (text, one.origin)
    if output.format == "json":
        values = {name: {"value": one, "origin": origin} for name, (one, origin) in shown.items()}
        output.json({"schema": "termbase.config/1", "settings": values})
    elif output.format == "tsv":
        for name, (value, origin) in shown.items():
            output.row([name, value, origin])
    else:
        wide = max(len(value) for value, _ in shown.values())
        for name, (value, origin) in shown.items():
            output.print(f"{padded(name, 8)}  {padded(value, wide)}  ({origin})")
    return 0


COMMAND = Command(
    name="config",
    help="Show every setting in force, and where it came from.",
    example="termbase config",
    arguments=(),
    options=(format_option("table", "tsv", "json"), JSON),
    run=run,
)
