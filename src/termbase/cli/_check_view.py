"""How findings look: in place with both segments, one a line, or as JSON."""

from __future__ import annotations

from dataclasses import replace

from termbase.cli._check_formats import as_github, as_json, as_junit, as_sarif
from termbase.cli._output import BOLD, DIM, RED, Output, counted
from termbase.model.finding import Finding, Severity
from termbase.usecases.check_translation import CheckReport

_CONTEXT = 36
"""Code points shown on each side of the spot."""


def print_report(report: CheckReport, output: Output) -> None:
    """Print the findings of a check, in the order of the file."""
    findings = sorted(report.findings, key=_order)
    for_machines = {
        "json": lambda: as_json(report, findings),
        "sarif": lambda: as_sarif(findings),
        "github": lambda: as_github(findings),
        "junit": lambda: as_junit(report, findings),
    }
    if output.format in for_machines:
        text = for_machines[output.format]()
        output.print(*([text] if text else []))
        return
    for one in findings:
        output.print(_line(one, output))
        if output.format == "table":
            _print_context(one, output)
    if output.verbose:
        for place, form, term in report.inflected:
            where = replace(place, column=None)
            output.print(f"ok  {where}: «{form}» ← {term} (inflected)")
    counts = {level: sum(one.severity is level for one in findings) for level in Severity}
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    said = f"{counted(errors, 'error')}, {counted(warnings, 'warning')}"
    if counts[Severity.INFO]:
        said += f", {counts[Severity.INFO]} info"
    said += f" · {counted(report.segments, 'segment')}, {counted(report.terms, 'term')} checked"
    output.note(said + (f" · termbase explain {findings[0].rule}" if findings else ""))


def _order(one: Finding) -> tuple[tuple[str, int, int, int], str]:
    return one.place.order if one.place else ("", 0, 0, 0), one.rule


def _line(one: Finding, output: Output) -> str:
    remedy = f"; {one.remedy}" if one.remedy and output.format != "table" else ""
    return f"{one.place}: {output.paint(one.rule, BOLD)} {one.message}{remedy}"


def _print_context(one: Finding, output: Output) -> None:
    for text, span in ((one.source, one.source_span), (one.target, one.target_span)):
        if text:
            output.print(f"   {_spot(text, span, output)}")
    if one.remedy:
        reference = output.paint(f"   [{one.reference}]", DIM) if one.reference else ""
        output.print(f"   {one.remedy}{reference}")


def _spot(text: str, span: tuple[int, int] | None, output: Output) -> str:
    """Return the neighbourhood of a span, the span between ‹ and ›."""
    if span is None:
        end = 2 * _CONTEXT
        return text if len(text) <= end else text[: end - 1] + "…"
    start, end = span
    before = text[:start] if start <= _CONTEXT else "…" + text[start - _CONTEXT + 1 : start]
    rest = len(text) - end
    after = text[end:] if rest <= _CONTEXT else text[end : end + _CONTEXT - 1] + "…"
    return f"{before}{output.paint(f'‹{text[start:end]}›', RED)}{after}"
