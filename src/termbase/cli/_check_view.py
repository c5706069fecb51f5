"""How findings look: in place with both segments, one a line, or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from termbase.cli._output import BOLD, DIM, RED, Output, counted, text_width, wrapped
from termbase.model.finding import Finding, Severity
from termbase.usecases.check_report import CheckReport

_HERE = ("table", "plain")
"""Formats that are made here."""
_CONTEXT = 36
"""Code points shown on each side of the spot, where the terminal is wide enough."""
_INDENT = "   "


def print_report(
    report: CheckReport, output: Output, failing: Sequence[str], *, counts: bool
) -> None:
    """Print the findings of a check, in the order of the file.

    Args:
        report: What was found.
        output: Where it goes, and how.
        failing: The severities that the check fails on.
        counts: Whether the findings are counted beside a report for programs, too.
    """
    findings = sorted(report.findings, key=_order)
    if output.format not in _HERE:
        text = _as_file(report, findings, failing, output.format)
        output.print(*([text] if text else []))
        if counts:
            _print_counts(report, findings, output)
        return
    for one in findings:
        output.print(*_line(one, output))
        if output.format == "table":
            _print_context(one, output)
    if output.verbose:
        for place, form, term in report.inflected:
            where = replace(place, column=None)
            output.print(f"ok  {where}: «{form}» ← {term} (inflected)")
    _print_counts(report, findings, output)


def _print_counts(report: CheckReport, findings: Sequence[Finding], output: Output) -> None:
    counts = {level: sum(one.severity is level for one in findings) for level in Severity}
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    said = f"{counted(errors, 'error')}, {counted(warnings, 'warning')}"
    if counts[Severity.INFO]:
        said += f", {counts[Severity.INFO]} info"
    said += f" · {counted(report.segments, 'segment')}, {counted(report.terms, 'term')} checked"
    output.note(said + (f" · termbase explain {findings[0].rule}" if findings else ""))


def _as_file(
    report: CheckReport, findings: Sequence[Finding], failing: Sequence[str], format: str
) -> str:
    """Return a report in one of the formats that are loaded only where they are asked for."""
    if format == "html":
        from termbase.cli._check_html import as_html

        return as_html(report, findings)
    from termbase.cli._check_formats import as_github, as_json, as_junit, as_sarif

    return {
        "json": lambda: as_json(report, findings),
        "sarif": lambda: as_sarif(report, findings),
        "github": lambda: as_github(findings),
        "junit": lambda: as_junit(report, findings, failing),
    }[format]()


def _order(one: Finding) -> tuple[tuple[str, int, int, int], str]:
    return one.place.order if one.place else ("", 0, 0, 0), one.rule


def _line(one: Finding, output: Output) -> list[str]:
    """Return place, rule and message: one line, or as many as a narrow terminal needs."""
    if output.format != "table":
        remedy = f"; {one.remedy}" if one.remedy else ""
        said = f"{one.message}{remedy}".translate(_BREAKS)
        return [f"{one.place}: {output.paint(one.rule, BOLD)} {said}"]
    said = one.message.translate(_BREAKS)
    first, *rest = wrapped(f"{one.place}: {one.rule} {said}", output.width)
    painted = first.replace(f" {one.rule}", f" {output.paint(one.rule, BOLD)}", 1)
    return [painted, *rest]


def _print_context(one: Finding, output: Output) -> None:
    for text, span in ((one.source, one.source_span), (one.target, one.target_span)):
        if text:
            output.print(f"{_INDENT}{_spot(text, span, output)}")
    if one.remedy:
        reference = f"[{one.reference}]" if one.reference else ""
        lines = wrapped(one.remedy.translate(_BREAKS), output.width - len(_INDENT))
        if text_width(f"{lines[-1]}{_INDENT}{reference}") > output.width - len(_INDENT):
            lines.append("")
        gap = _INDENT if lines[-1] and reference else ""
        lines[-1] += output.paint(f"{gap}{reference}", DIM)
        output.print(*(f"{_INDENT}{line}" for line in lines))


_BREAKS = str.maketrans({"\n": "↵", "\r": "␍", "\t": "⇥"})
"""Breaks within a segment as signs of one column, so that it stays on its line."""


def _spot(text: str, span: tuple[int, int] | None, output: Output) -> str:
    """Return the neighbourhood of a span, the span between ‹ and ›, fit for one line."""
    room = output.width - len(_INDENT)
    text = text.translate(_BREAKS)
    if span is None:
        return _beginning(text, min(room, 2 * _CONTEXT))
    start, end = span
    free = room - text_width(text[start:end]) - len("‹›")
    beside = max(8, min(_CONTEXT, free // 2))
    spot = f"‹{_beginning(text[start:end], room - 2 * beside - len('‹›'))}›"
    before = _beginning(text[:start][::-1], beside)[::-1]
    return f"{before}{output.paint(spot, RED)}{_beginning(text[end:], beside)}"


def _beginning(text: str, width: int) -> str:
    """Return as much of a text as fits a width in columns, with … for the rest."""
    if text_width(text) <= width:
        return text
    text = text[: 2 * width]
    while text and text_width(text) > width - 1:
        text = text[:-1]
    return text + "…"
