"""SRX 1.0 and 2.0 files into rules, and rules into SRX 2.0.

The one fact to remember: a file is read unmodified. What it holds beside the standard is left
alone and told of; no rule is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import BinaryIO

from termbase.errors import FormatError
from termbase.formats._markup import escape, sayable, tag_attributes
from termbase.formats._xml import Element, line_of, local, records, text_of
from termbase.model.repair import Repair, Report
from termbase.segmentation.srx import LanguageMap, LanguageRule, SrxRule, SrxRules

_NAMESPACE = "http://www.lisa.org/srx20"
_OURS = {_NAMESPACE, "http://www.lisa.org/srx10", "http://www.lisa.org/srx", ""}
_ELEMENTS = {
    "formathandle", "languagerules", "languagerule", "rule", "beforebreak", "afterbreak",
    "maprules", "maprule", "languagemap",
}  # fmt: skip
_FORMATS = {"start": False, "end": True, "isolated": False}
"""What a segment takes in where a file does not say, as the standard has it."""


def read_srx(path: str, *, report: Report | None = None) -> SrxRules:
    """Read an SRX file, packed by gzip or not.

    Args:
        path: The file.
        report: Takes whatever is passed over: elements of other tools, a header that does not
            say what it must.

    Raises:
        FormatError: If the file is missing, no SRX, or holds no rules or no maps, or a map that
            names rules that are not there.

    Source: SRX 2.0 (OSCAR, 2008), and 1.0 (2004), whose first ``maprule`` counts. OmegaT's own
    file does not say whether it cascades: such a file does, as OmegaT does.
    """
    version = "2.0"
    cascade: str | None = None
    unicode = False
    languages: dict[str, LanguageRule] = {}
    maps: list[LanguageMap] = []
    formats, subflows = dict(_FORMATS), True
    tell = _Teller(path, report)
    for element in records(path, {"srx"}, {"header", "body"}, report):
        name = local(element)
        if name == "srx":
            version = element.get("version", "2.0")
        elif name == "header":
            cascade = element.get("cascade")
            subflows = element.get("segmentsubflows", "yes").lower() != "no"
            formats |= _formats(element)
            unicode = _asks_unicode(element)
            tell.foreign(element)
        else:
            tell.foreign(element)
            languages = _languages(path, element, tell)
            maps = _maps(path, element, tell)
    _check(path, languages, maps)
    if cascade is None and not version.startswith("1"):
        tell(1, "its header does not say whether maps cascade", "they do, as in OmegaT")
    cascades = not version.startswith("1") if cascade is None else cascade.lower() == "yes"
    return SrxRules(
        tuple(languages.values()),
        tuple(maps),
        cascade=cascades,
        path=path,
        unicode=unicode,
        formats=tuple(formats.items()),
        subflows=subflows,
    )


class _Teller:
    """Tells of what is passed over."""

    def __init__(self, path: str, report: Report | None) -> None:
        self._path = path
        self._report = report

    def __call__(self, line: int | None, problem: str, action: str) -> None:
        if self._report:
            self._report(Repair(self._path, line, problem, action))

    def foreign(self, element: Element) -> None:
        """Tell of every element below one that SRX does not know."""
        for one in element.iterdescendants():
            if isinstance(one.tag, str) and not _known(one):
                self(line_of(one), f"<{_written(one)}> is no element of SRX", "passed over")


def _known(element: Element) -> bool:
    return local(element) in _ELEMENTS and _namespace(element) in _OURS


def _namespace(element: Element) -> str:
    return str(element.tag).rpartition("}")[0].removeprefix("{")


def _written(element: Element) -> str:
    prefix = element.prefix
    return f"{prefix}:{local(element)}" if prefix else local(element)


def _children(element: Element, name: str) -> Iterator[Element]:
    """Yield the elements of SRX with a name, wherever below an element they stand."""
    for one in element.iterdescendants():
        if isinstance(one.tag, str) and local(one) == name and _known(one):
            yield one


def _formats(header: Element) -> dict[str, bool]:
    return {
        one.get("type", "").lower(): one.get("include", "").lower() == "yes"
        for one in _children(header, "formathandle")
        if one.get("type", "").lower() in _FORMATS
    }


def _asks_unicode(header: Element) -> bool:
    """Whether Okapi would read the expressions as ICU does; it writes so into its own options."""
    return any(one.get("useJavaRegex") == "no" for one in header.iterdescendants())


def _languages(path: str, body: Element, tell: _Teller) -> dict[str, LanguageRule]:
    languages: dict[str, LanguageRule] = {}
    for element in _children(body, "languagerule"):
        name = _needed(path, element, "languagerulename")
        rules = tuple(_rule(path, one) for one in _children(element, "rule"))
        if name in languages:
            tell(line_of(element), f"language rule «{name}» stands there twice", "joined")
            rules = languages[name].rules + rules
        languages[name] = LanguageRule(name, rules)
    return languages


def _rule(path: str, element: Element) -> SrxRule:
    breaks = element.get("break", "yes").strip().lower()
    if breaks not in {"yes", "no"}:
        problem = f"break is «{breaks}»"
        raise FormatError(path, problem, line=line_of(element), remedy="write yes or no")
    sides = {local(one): text_of(one) for one in element if isinstance(one.tag, str)}
    return SrxRule(
        breaks == "yes", sides.get("beforebreak", ""), sides.get("afterbreak", ""), line_of(element)
    )


def _maps(path: str, body: Element, tell: _Teller) -> list[LanguageMap]:
    groups = list(_children(body, "maprule"))
    for one in groups[1:]:
        name = one.get("maprulename", "")
        tell(line_of(one), f"map rule «{name}» is not the first", "passed over; the first counts")
    return [
        LanguageMap(
            _needed(path, one, "languagepattern"),
            _needed(path, one, "languagerulename"),
            line_of(one),
        )
        for one in _children(groups[0] if groups else body, "languagemap")
    ]


def _needed(path: str, element: Element, name: str) -> str:
    value = element.get(name)
    if not value:
        problem = f"<{local(element)}> has no {name}"
        raise FormatError(path, problem, line=line_of(element), remedy="give it one")
    return str(value)


def _check(path: str, languages: dict[str, LanguageRule], maps: Sequence[LanguageMap]) -> None:
    if not any(one.rules for one in languages.values()):
        raise FormatError(path, "holds no rules", remedy="name an SRX file with <rule> elements")
    if not maps:
        raise FormatError(
            path,
            "maps no language to its rules",
            remedy='add <languagemap languagepattern=".*" languagerulename="…"/> to <maprules>',
        )
    for one in maps:
        if one.name not in languages:
            near = get_close_matches(one.name, languages, 1)
            remedy = f"did you mean «{near[0]}»?" if near else f"it has {', '.join(languages)}"
            raise FormatError(
                path, f"there is no language rule «{one.name}»", line=one.line, remedy=remedy
            )


def write_srx(stream: BinaryIO, rules: SrxRules, *, remarks: Iterable[str] = ()) -> None:
    """Write rules as SRX 2.0 in UTF-8, valid against its schema.

    Args:
        stream: Takes the bytes.
        rules: Their languages and maps; a remark of a rule stands above it as an XML comment.
        remarks: Said in comments at the head of the file.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        *(_comment(one) for one in remarks),
        f'<srx xmlns="{_NAMESPACE}" version="2.0">',
        f'<header segmentsubflows="{_yes(rules.subflows)}" cascade="{_yes(rules.cascade)}">',
        *(
            f"<formathandle{tag_attributes([('type', kind), ('include', _yes(taken))])}/>"
            for kind, taken in rules.formats
        ),
        "</header>",
        "<body>",
        "<languagerules>",
    ]
    for language in rules.languages:
        lines.append(f"<languagerule{tag_attributes([('languagerulename', language.name)])}>")
        for rule in language.rules:
            lines += _written_rule(rule)
        lines.append("</languagerule>")
    lines += ["</languagerules>", "<maprules>"]
    for one in rules.maps:
        pairs = [("languagepattern", one.pattern), ("languagerulename", one.name)]
        lines.append(f"<languagemap{tag_attributes(pairs)}/>")
    lines += ["</maprules>", "</body>", "</srx>", ""]
    stream.write("\n".join(lines).encode("utf-8"))


def _written_rule(rule: SrxRule) -> list[str]:
    remark = [_comment(rule.remark)] if rule.remark else []
    return [
        *remark,
        f'<rule break="{_yes(rule.breaks)}">',
        f"<beforebreak>{escape(sayable(rule.before))}</beforebreak>",
        f"<afterbreak>{escape(sayable(rule.after))}</afterbreak>",
        "</rule>",
    ]


def _comment(text: str) -> str:
    said = escape(sayable(text))
    while "--" in said:
        said = said.replace("--", "- -")
    return f"<!-- {said} -->"


def _yes(value: bool) -> str:
    return "yes" if value else "no"
