"""The table of the check rules: one module each, which explains itself in its docstring.

A rule's module has its ``ID``, its ``SEVERITY`` and either ``find``, which reads one pair, or
``watch``, which makes what reads all pairs of a text and speaks at its end. ``ON = False`` says
that it must be asked for, ``OPTIONS`` what may be chosen. Its docstring is its title, what it
reports and why, and examples that are its first tests and its page in ``docs/reference``.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType, ModuleType
from typing import Protocol

from termbase.checking import (
    addresses_differ,
    brackets,
    codes_differ,
    deprecated_term,
    derived_term,
    doubled_word,
    empty_target,
    end_punctuation,
    forbidden_term,
    inconsistent_term,
    look_alikes,
    missing_term,
    name_transliteration,
    name_variants,
    number_differs,
    number_format,
    same_source,
    same_target,
    spacing,
    term_case,
    too_long,
    typography,
    untranslated,
    wrong_language,
)
from termbase.checking.reading import Reading
from termbase.errors import InputError
from termbase.model.finding import Finding, Severity


class Watch(Protocol):
    """What a rule that looks at a whole text remembers of it."""

    def read(self, reading: Reading) -> Iterable[Finding] | None:
        """Take in the next pair; return what it settles already."""

    def findings(self) -> Iterator[Finding]:
        """Yield what all the pairs together show."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that `check` looks for; it has either `find` or `watch`.

    Attributes:
        id: Such as ``T101``.
        title: In a few words, such as ``forbidden term``.
        severity: Of its findings, unless a project says otherwise.
        explanation: What it reports and what not, with examples; several lines.
        on: Whether it is followed without being asked for.
        options: What a project may choose, each with the values allowed, the first its default.
        find: Reads one pair, yields findings.
        watch: Makes what reads a whole text.
    """

    id: str
    title: str
    severity: Severity
    explanation: str
    on: bool
    options: Mapping[str, tuple[str, ...]]
    find: Callable[[Reading], Iterator[Finding]] | None
    watch: Callable[[], Watch] | None


def _rule(module: ModuleType) -> Rule:
    title, _, explanation = inspect.cleandoc(module.__doc__ or "").partition("\n\n")
    return Rule(
        id=module.ID,
        title=title.rstrip("."),
        severity=module.SEVERITY,
        explanation=explanation,
        on=getattr(module, "ON", True),
        options=MappingProxyType(getattr(module, "OPTIONS", {})),
        find=getattr(module, "find", None),
        watch=getattr(module, "watch", None),
    )


RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in map(
        _rule,
        (
            forbidden_term,
            deprecated_term,
            missing_term,
            derived_term,
            term_case,
            inconsistent_term,
            number_differs,
            number_format,
            untranslated,
            empty_target,
            same_source,
            same_target,
            wrong_language,
            look_alikes,
            end_punctuation,
            brackets,
            spacing,
            doubled_word,
            typography,
            codes_differ,
            addresses_differ,
            name_variants,
            name_transliteration,
            too_long,
        ),
    )
}
"""Every rule by its id."""

PRESETS: dict[str, frozenset[str]] = {
    "strict": frozenset(RULES) - {"T505"},
    "typography": frozenset({"T202", "T501", "T502", "T503", "T504", "T505"}),
}
"""What a preset turns on besides the rules that are on anyway."""


def explain(id: str) -> str:
    """Return what a rule reports, why, and examples.

    Args:
        id: Of a rule, in either case.

    Raises:
        InputError: If there is no such rule; names those that are.

    >>> explain("t302").splitlines()[0]
    'T302 (error) Empty: there is a source and no translation'
    """
    rule = rule_named(id)
    return f"{rule.id} ({_standing(rule)}) {rule.title}\n\n{rule.explanation}\n"


def rule_named(id: str) -> Rule:
    """Return a rule by its id, in either case.

    Raises:
        InputError: If there is no such rule; names those that are.
    """
    found = RULES.get(id.strip().upper())
    if found is None:
        raise InputError(f"there is no rule «{id}»; the rules are {', '.join(RULES)}")
    return found


def rules_page() -> str:
    """Return the page of all rules, in Markdown; ``docs/reference/rules.md`` is a copy."""
    rows = [
        f"| {rule.id} | {rule.severity.value} | {_asked_by(rule)} | {rule.title} |"
        for rule in RULES.values()
    ]
    parts = [
        f"## {rule.id} ({_standing(rule)})\n\n{rule.title}.\n\n{rule.explanation}"
        for rule in RULES.values()
    ]
    return "\n\n".join([_PAGE_HEAD + "\n".join(rows), *parts]) + "\n"


def _standing(rule: Rule) -> str:
    return rule.severity.value + ("" if rule.on else f"; {_asked_by(rule)}")


def _asked_by(rule: Rule) -> str:
    asked = [f"--preset {name}" for name, ids in PRESETS.items() if rule.id in ids]
    return "on" if rule.on else " or ".join(asked)


_PAGE_HEAD = """# Check rules

`termbase check` reads a translation beside its source and reports findings. Each finding names
its rule; `termbase explain ID` prints what stands here. In the examples `glossary` is what the
glossary says, `bad` is reported and `good` is not; ¶ parts the pairs of one text.

What is not on is asked for with `--preset`, with `--rule`, or in `termbase.toml`
([settings](settings.md#check-what-is-checked)). No rule judges the source text.

| id | severity | on | rule |
|---|---|---|---|
"""
