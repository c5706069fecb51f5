"""What OASIS SARIF 2.1.0 lets the objects hold that termbase writes, from the text of the standard.

Each object (section in brackets) has its properties and no others; a required one has ``!`` behind
its name. A value is a kind of text or number below, an object of this table, or a list of either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

_OBJECTS: dict[str, str] = {
    "sarifLog": "$schema:uri version!:version runs!:[run] inlineExternalProperties:list"  # 3.13
    " properties:bag",
    "run": "tool!:tool results:[result] columnKind:columns language:language artifacts:list"  # 3.14
    " invocations:[invocation] originalUriBaseIds:bag defaultEncoding:text automationDetails:bag"
    " taxonomies:list translations:list conversion:bag properties:bag",
    "invocation": "executionSuccessful!:truth exitCode:exit"  # 3.20
    " toolExecutionNotifications:[notification] toolConfigurationNotifications:[notification]"
    " startTimeUtc:text endTimeUtc:text commandLine:text arguments:list properties:bag",
    "notification": "message!:message level:level locations:[location] descriptor:bag"  # 3.58
    " associatedRule:bag exception:bag timeUtc:text properties:bag",
    "tool": "driver!:toolComponent extensions:[toolComponent] properties:bag",  # 3.18
    "toolComponent": "name!:text version:text semanticVersion:semantic fullName:text"  # 3.19
    " organization:text informationUri:absolute guid:text rules:[reportingDescriptor]"
    " notifications:list taxa:list language:language shortDescription:multiformat"
    " fullDescription:multiformat properties:bag",
    "reportingDescriptor": "id!:text name:text shortDescription:multiformat"  # 3.49
    " fullDescription:multiformat help:multiformat helpUri:absolute messageStrings:bag"
    " defaultConfiguration:configuration guid:text deprecatedIds:list relationships:list"
    " properties:bag",
    "configuration": "enabled:truth level:level rank:number parameters:bag properties:bag",  # 3.50
    "multiformat": "text!:text markdown:text properties:bag",  # 3.12
    "result": "ruleId:text ruleIndex:index rule:bag kind:kind level:level message!:message"  # 3.27
    " locations:[location] analysisTarget:artifactLocation guid:text fingerprints:prints"
    " partialFingerprints:prints relatedLocations:[location] suppressions:list fixes:list"
    " occurrenceCount:positive baselineState:text rank:number hostedViewerUri:absolute"
    " properties:bag",
    "message": "text:text markdown:text id:text arguments:list properties:bag",  # 3.11
    "location": "id:index physicalLocation:physicalLocation logicalLocations:list"  # 3.28
    " message:message annotations:[region] relationships:list properties:bag",
    "physicalLocation": "artifactLocation:artifactLocation region:region"  # 3.29
    " contextRegion:region address:bag properties:bag",
    "artifactLocation": "uri:reference uriBaseId:text index:index description:message"  # 3.4
    " properties:bag",
    "region": "startLine:positive startColumn:positive endLine:positive endColumn:positive"  # 3.30
    " charOffset:index charLength:count byteOffset:index byteLength:count snippet:bag"
    " message:message sourceLanguage:text properties:bag",
}
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#$%&'()*+,/:;=?@A-Za-z0-9._~\[\]-]+")
_REFERENCE = re.compile(r"(?:[!#$&'()*+,/:;=?@A-Za-z0-9._~\[\]-]|%[0-9A-F]{2})+")
_VALUES: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str) and bool(value),
    "uri": lambda value: bool(_ABSOLUTE.fullmatch(value)),
    "absolute": lambda value: bool(_ABSOLUTE.fullmatch(value)),
    "reference": lambda value: bool(_REFERENCE.fullmatch(value)),
    "version": lambda value: value == "2.1.0",
    "semantic": lambda value: bool(re.fullmatch(r"\d+\.\d+\.\d+(?:[-+][\w.+-]+)?", value)),
    "language": lambda value: bool(re.fullmatch(r"[a-zA-Z]{2}(?:-[a-zA-Z]{2})?", value)),
    "columns": lambda value: value in {"utf16CodeUnits", "unicodeCodePoints"},
    "level": lambda value: value in {"none", "note", "warning", "error"},
    "kind": lambda value: (
        value in {"notApplicable", "pass", "fail", "review", "open", "informational"}
    ),
    "truth": lambda value: isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float),
    "index": lambda value: type(value) is int and value >= -1,
    "exit": lambda value: type(value) is int,
    "count": lambda value: type(value) is int and value >= 0,
    "positive": lambda value: type(value) is int and value >= 1,
    "prints": lambda value: (
        isinstance(value, dict) and all(one and isinstance(one, str) for one in value.values())
    ),
    "list": lambda value: isinstance(value, list),
    "bag": lambda value: isinstance(value, dict),
}


def faults(value: Any, kind: str) -> list[str]:
    """Return what the standard does not let a value be; nothing where it is as it should be.

    >>> faults({"version": "2.1.0", "runs": [{"results": []}]}, "sarifLog")
    ['sarifLog.runs[0]: tool is missing']
    """
    return list(_faults(value, kind, kind))


def _faults(value: Any, kind: str, where: str) -> Iterator[str]:
    if kind.startswith("["):
        if not isinstance(value, list):
            yield f"{where}: no list"
            return
        for place, one in enumerate(value):
            yield from _faults(one, kind[1:-1], f"{where}[{place}]")
    elif kind in _VALUES:
        if not _VALUES[kind](value):
            yield f"{where}: {value!r} is no {kind}"
    else:
        yield from _object_faults(value, kind, where)


def _object_faults(value: Any, kind: str, where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where}: no object"
        return
    known = dict(one.split(":") for one in _OBJECTS[kind].split())
    for name in known:
        if name.endswith("!") and name[:-1] not in value:
            yield f"{where}: {name[:-1]} is missing"
    for name, one in value.items():
        wanted = known.get(name) or known.get(f"{name}!")
        if wanted is None:
            yield f"{where}: a {kind} has no {name}"
        else:
            yield from _faults(one, wanted, f"{where}.{name}")
    if kind == "region":
        yield from _region_faults(value, where)
    if kind == "run" and "tool" in value:
        yield from _rule_faults(value, where)
    if kind == "message" and not ({"text", "id"} & value.keys()):
        yield f"{where}: neither text nor id"


def _region_faults(region: dict[str, Any], where: str) -> Iterator[str]:
    """Yield where a region has columns without lines, or ends before it begins (3.30.5 to 3.30.8).

    >>> list(_region_faults({"startLine": 2, "startColumn": 5, "endColumn": 4}, "here"))
    ['here: ends before it begins']
    """
    if "startLine" not in region and {"startColumn", "endLine", "endColumn"} & region.keys():
        yield f"{where}: has no startLine"
    start = region.get("startLine", 1), region.get("startColumn", 1)
    end = region.get("endLine", start[0]), region.get("endColumn", float("inf"))
    if end < start:
        yield f"{where}: ends before it begins"


def _rule_faults(run: dict[str, Any], where: str) -> Iterator[str]:
    """Yield where a result names another rule by its index than by its id (3.27.6), or one twice.

    >>> driver = {"name": "t", "rules": [{"id": "A"}]}
    >>> list(_rule_faults({"tool": {"driver": driver}, "results": [{"ruleIndex": 1}]}, "run"))
    ['run.results[0]: no rule 1']
    """
    rules = [one["id"] for one in run["tool"]["driver"].get("rules", ())]
    if len(set(rules)) < len(rules):
        yield f"{where}: two rules of one id"
    for place, result in enumerate(run.get("results", ())):
        index = result.get("ruleIndex", -1)
        if index >= len(rules):
            yield f"{where}.results[{place}]: no rule {index}"
        elif index >= 0 and result.get("ruleId", rules[index]) != rules[index]:
            yield f"{where}.results[{place}]: rule {index} is {rules[index]}"
