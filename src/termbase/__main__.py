"""``termbase`` and ``python -m termbase``."""

from __future__ import annotations

import sys

from termbase.cli.start import start


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
