"""Findings for machines: SARIF 2.1.0, GitHub annotations, JUnit."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from termbase.checking import RULES
from termbase.checking.baseline import fingerprint
from termbase.model.finding import Finding, Place, Severity
from termbase.usecases.check_report import CheckReport
from termbase.version import __version__

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SARIF_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_GITHUB_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

_KEPT = "\n\t\u00a0\u202f\u2009\u200b\u00ad"
"""What cannot be seen and yet belongs to texts: all but what commands terminals."""


def as_json(report: CheckReport, findings: Sequence[Finding]) -> str:
    """Return the envelope ``termbase.check/1``."""
    envelope = {
        "schema": "termbase.check/1",
        "segments": report.segments,
        "terms": report.terms,
        "findings": [asdict(one) | {"severity": one.severity.value} for one in findings],
    }
    return json.dumps(envelope, ensure_ascii=False, indent=1)


def as_sarif(report: CheckReport, findings: Sequence[Finding]) -> str:
    """Return findings as a SARIF log, for code scanning; what was not checked is notified.

    Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
    """
    names = sorted({one.rule for one in findings})
    rules = [
        {
            "id": name,
            "shortDescription": {"text": RULES[name].title},
            "help": {"text": RULES[name].explanation},
            "defaultConfiguration": {"level": _SARIF_LEVEL[RULES[name].severity]},
        }
        for name in names
    ]
    driver = {"name": "termbase", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [_result(one, names) for one in findings],
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _invocation(report: CheckReport) -> dict[str, Any]:
    """Return how the run went: a log without findings may be of a file that was not read."""
    notified = [("error", one) for one in report.refused]
    notified += [("note", f"not checked: {one}") for one in report.unread]
    return {
        "executionSuccessful": not report.refused,
        "toolExecutionNotifications": [
            {"level": level, "message": {"text": _shown(said)}} for level, said in notified
        ],
    }


def as_github(findings: Sequence[Finding]) -> str:
    """Return findings as GitHub workflow commands, which show beside the lines of a change."""
    lines = []
    for one in findings:
        place = one.place
        fields = {"title": one.rule}
        if place:
            fields |= {"file": place.path}
            fields |= {"line": str(place.line)} if place.line else {}
            fields |= {"col": str(place.column)} if place.column else {}
            if place.end_line and place.end_column:
                fields |= {"endLine": str(place.end_line)}
            if place.end_column and place.end_line == place.line:
                fields |= {"endColumn": str(place.end_column)}
        said = ",".join(f"{name}={_percent(text, ':,')}" for name, text in fields.items())
        lines.append(f"::{_GITHUB_LEVEL[one.severity]} {said}::{_percent(_said(one))}")
    return "\n".join(lines)


def as_junit(report: CheckReport, findings: Sequence[Finding], failing: Sequence[str]) -> str:
    """Return findings as JUnit test cases, one a finding, and one that passes if there is none.

    Args:
        report: What was checked.
        findings: In the order to show them in.
        failing: The severities that make a test case fail; others are skipped.
    """
    cases = [
        _case(one, name, failing) for one, name in zip(findings, _names(findings), strict=True)
    ]
    failures = sum(one.severity.value in failing for one in findings)
    cases = cases or ['  <testcase classname="termbase" name="no findings"/>']
    head = (
        f'<testsuite name="termbase check" tests="{len(cases)}" failures="{failures}" '
        f'errors="0" skipped="{len(findings) - failures}">\n  <properties>\n'
        f'    <property name="segments" value="{report.segments}"/>\n  </properties>'
    )
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    return "\n".join([declaration, head, *cases, "</testsuite>"])


def _names(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield a name of its own for each finding: of two test cases of one name one is not shown."""
    met: Counter[str] = Counter()
    for one in findings:
        name = f"{one.place}: {one.message}"
        met[f"{one.rule} {name}"] += 1
        again = met[f"{one.rule} {name}"]
        yield f"{name} ({again})" if again > 1 else name


def _case(one: Finding, name: str, failing: Sequence[str]) -> str:
    file = f' file="{_escaped(one.place.path)}"' if one.place else ""
    head = f'  <testcase classname="{one.rule}" name="{_escaped(name)}"{file}>\n    '
    if one.severity.value not in failing:
        return f'{head}<skipped message="{_escaped(_said(one))}"/>\n  </testcase>'
    return (
        f'{head}<failure type="{one.severity.value}" message="{_escaped(_said(one))}">'
        f"{_escaped(one.source)}\n{_escaped(one.target)}</failure>\n  </testcase>"
    )


def _result(one: Finding, names: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.rule,
        "ruleIndex": names.index(one.rule),
        "level": _SARIF_LEVEL[one.severity],
        "message": {"text": _said(one)},
        "partialFingerprints": {"termbase/v1": fingerprint(one)},
    }
    if one.place:
        physical: dict[str, Any] = {
            "artifactLocation": {"uri": _uri(one.place.path)},
        }
        if one.place.line:
            physical["region"] = {"startLine": one.place.line} | _columns(one.place)
        result["locations"] = [{"physicalLocation": physical}]
    return result


def _columns(place: Place) -> dict[str, int]:
    """Return where a finding begins in its line and, where it has a spot, ends."""
    found = {"startColumn": place.column} if place.column else {}
    if place.end_line and place.end_column:
        found |= {"endLine": place.end_line, "endColumn": place.end_column}
    return found


def _uri(path: str) -> str:
    """Return the URI of a file: relative where its path is, else whole."""
    slashed = os.fsencode(path.replace(os.sep, "/"))  # a name may have bytes that are no character
    if not os.path.isabs(path):
        return quote(slashed)
    return "file:///" + quote(slashed.lstrip(b"/"), safe="/:")


def _said(one: Finding) -> str:
    where = f"unit {one.place.unit}: " if one.place and not one.place.line else ""
    return _shown(where + (f"{one.message}; {one.remedy}" if one.remedy else one.message))


def _shown(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return "".join(sign if sign.isprintable() or sign in _KEPT else "\ufffd" for sign in text)


_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;"})


def _escaped(text: str) -> str:
    """Return a text as it may stand in XML, in an attribute too."""
    return _shown(text).translate(_XML)


def _percent(text: str, more: str = "") -> str:
    """Return a text with the signs that end a workflow command as per cent codes."""
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
