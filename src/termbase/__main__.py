"""``termbase`` and ``python -m termbase``."""

from __future__ import annotations

import gc
import os
import sys

from termbase.cli._signals import Ended, die_of, heed_signals, heed_signals_no_more


def main() -> None:
    """Run the command line and exit with its code."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # started with it closed
            setattr(sys, name, open(os.devnull, "r+", encoding="utf-8"))  # noqa: SIM115
    # The threads that numpy would start cost a command more time than they save, and `--jobs` has
    # processes instead.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(50_000)  # few objects are in cycles, and each command would look for them
    try:
        heed_signals()
        # Here, so that Ctrl-C in the first moments is no traceback either.
        from termbase.cli.start import start

        code = start(sys.argv[1:])
        heed_signals_no_more()
    except Ended as ended:
        die_of(ended)
    except KeyboardInterrupt:
        sys.stderr.write("interrupted; nothing was left half done\n")
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
