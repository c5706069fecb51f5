"""``check --fix``: what can safely be mended, as a diff first, then written if that is wanted."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence

from termbase.bootstrap import LocalFiles
from termbase.cli._check_inputs import State, state_of
from termbase.cli._declare import Given
from termbase.cli._fail_on import failing
from termbase.cli._output import GREEN, RED, Output, counted
from termbase.errors import InputError
from termbase.usecases.check_report import CheckReport
from termbase.usecases.mend_findings import Mended, mend


def mend_files(report: CheckReport, given: Given, output: Output, seen: Mapping[str, State]) -> int:
    """Show the safe changes, and write them if somebody says yes.

    Args:
        report: What was found.
        given: What the user gave.
        output: Shows the changes.
        seen: The state of each file before it was checked.

    Returns:
        1 where something is left that makes a check fail, else 0.

    Raises:
        InputError: If somebody has changed a file since; then none is written.
    """
    mended = mend(report, LocalFiles())
    for one in mended:
        _print_diff(one, output)
        output.tell(one.repairs)
    _say_what_stays(report, output)
    total = sum(one.changes for one in mended)
    left = report.findings
    if not total:
        output.note(f"nothing can safely be mended; {counted(len(left), 'finding')} left")
    elif given["yes"] or _agreed(total):
        _refuse_changed(mended, seen)
        for one in mended:
            LocalFiles().write_bytes(one.path, one.new)
        done = {id(finding) for one in mended for finding in one.mended}
        left = [finding for finding in left if id(finding) not in done]
        output.note(f"made {counted(total, 'change')}; {counted(len(left), 'finding')} left")
    else:
        output.note(f"nothing was written; --yes writes {counted(total, 'change')}")
    failed = any(finding.severity.value in failing(given) for finding in left)
    return 1 if failed else 0


def _refuse_changed(mended: Sequence[Mended], seen: Mapping[str, State]) -> None:
    for one in mended:
        if one.path in seen and state_of(one.path) != seen[one.path]:
            problem = f"{one.path}: somebody has changed it since it was checked"
            raise InputError(f"{problem}; nothing was written, run it again")


def _say_what_stays(report: CheckReport, output: Output) -> None:
    """Name the files with changes that would be safe, if we could write such a file."""
    stays = Counter(
        one.place.path
        for one in report.findings
        if one.replacement is not None
        and one.place
        and one.place.unit
        and (one.place.path, one.place.unit) not in report.units
    )
    for path, many in stays.items():
        output.note(
            f"{path}: {counted(many, 'safe change')} to make by hand; "
            "--fix writes texts, XLIFF and PO"
        )


def _print_diff(one: Mended, output: Output) -> None:
    output.print(f"--- {one.path}", f"+++ {one.path}")
    for before, after in one.lines:
        output.print(output.paint(f"-{_visible(before)}", RED))
        output.print(output.paint(f"+{_visible(after)}", GREEN))


def _visible(text: str) -> str:
    """Return a text whose no-break spaces can be seen."""
    return text.replace("\u00a0", "⍽").replace("\u202f", "⍽").replace("\n", "↵")


def _agreed(total: int) -> bool:
    if not sys.stdin.isatty():
        return False
    sys.stdout.flush()
    sys.stderr.write(f"write {counted(total, 'change')}? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
