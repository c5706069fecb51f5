"""``termbase`` and ``python -m termbase``."""

from __future__ import annotations

import os
import sys

from termbase.cli.start import start


def main() -> None:
    """Run the command line and exit with its code."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # started with it closed
            setattr(sys, name, open(os.devnull, "r+", encoding="utf-8"))  # noqa: SIM115
    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
