"""The ``[check]`` table of a project → which rules are followed, how gravely, and what is ignored.

[check]
preset = ["typography"]

[check.T501]                # one rule
on = true
severity = "error"

[check.ru.T505]             # one rule in one language
yo = "e"

[[check.ignore]]            # what is right although a rule says otherwise
rules = ["T103"]
term = "télédétection"      # and/or files = "old/*.po", segment = "…"
reason = "the client's word"
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import Any

from termbase.checking.rules import PRESETS, RULES, Rule, rule_named
from termbase.errors import ConfigError, InputError
from termbase.model.finding import Finding, Severity
from termbase.model.language import language_tag, speaks
from termbase.text.normalise import fold

_LEVELS = [level.value for level in Severity]
_OFF = ("off", "no", "false", "0", "none", "ignore", "disabled", False, 0)
"""What people write for a rule that shall not be followed, where a table should stand."""
_IGNORE_KEYS = ("rules", "term", "files", "segment", "reason")


@dataclass(frozen=True, slots=True)
class Choice:
    """The rules that a check follows in one language.

    Attributes:
        severities: Of each rule that is on, by its id.
        options: Of every rule that has any, by its id.
    """

    severities: Mapping[str, Severity]
    options: Mapping[str, Mapping[str, str]]

    @property
    def rules(self) -> Iterator[Rule]:
        """The rules that are on."""
        return (RULES[name] for name in self.severities)


@dataclass(frozen=True, slots=True)
class Ignore:
    """Findings that somebody found right; what is empty restricts nothing.

    Attributes:
        rules: Ids.
        term: What the finding marks, or the glossary's term that it is about, in any case.
        files: A pattern such as ``old/*.po``.
        segment: The source or the target of the pair.
        reason: Never empty.
    """

    reason: str
    rules: frozenset[str] = frozenset()
    term: str = ""
    files: str = ""
    segment: str = ""

    def covers(self, finding: Finding, below: str = "") -> bool:
        """Say whether a finding is one of them; below: where its path starts in the project."""
        if self.rules and finding.rule not in self.rules:
            return False
        path = finding.place.path if finding.place else ""
        if self.files and not _fits(path, self.files) and not _fits(f"{below}/{path}", self.files):
            return False
        if self.segment and fold(self.segment) not in (fold(finding.source), fold(finding.target)):
            return False
        return not self.term or fold(self.term) in map(fold, (finding.term, *_marked(finding)))


@dataclass(frozen=True, slots=True)
class Plan:
    """What a project says of checking.

    Attributes:
        presets: Names.
        tables: What is said of rules, by language (empty: of all) and by id.
        ignores: What is not reported.
        below: The folder of the project, by its path in it, that files are named from.
    """

    presets: tuple[str, ...] = ()
    tables: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()
    below: str = ""

    def choice(
        self,
        language: str,
        *,
        presets: Collection[str] = (),
        only: Collection[str] | None = None,
        more: Collection[str] = (),
    ) -> Choice:
        """Return the rules to follow in a language.

        Args:
            language: Of the text under check, a BCP 47 tag.
            presets: Asked for besides those of the project.
            only: Ids of the rules to follow, whatever the project says.
            more: Ids of rules that are on here without being asked for.

        Raises:
            InputError: If a rule or a preset is unknown.
        """
        chosen = set().union(*(preset_named(name) for name in (*self.presets, *presets)))
        severities, options = {}, {}
        asked = None if only is None else {rule_named(name).id for name in only}
        for rule in RULES.values():
            said = self._said(rule.id, language)
            on = said.get("on", rule.on or rule.id in chosen or rule.id in more)
            if on if asked is None else rule.id in asked:
                severities[rule.id] = Severity(said.get("severity", rule.severity.value))
            if rule.options:
                options[rule.id] = {
                    name: said.get(name, values[0]) for name, values in rule.options.items()
                }
        return Choice(severities, options)

    def ignored(self, finding: Finding) -> bool:
        """Say whether the project wants a finding not to be reported."""
        return any(one.covers(finding, self.below) for one in self.ignores)

    def _said(self, id: str, language: str) -> dict[str, Any]:
        """Return what is said of a rule: of its region goes before of a language, that before all.

        A language without a region is none of those with one.
        """
        said: dict[str, Any] = {}
        for tag in sorted(self.tables, key=len):
            if not tag or (speaks(language, tag) and len(tag) <= len(language)):
                said |= self.tables[tag].get(id, {})
        return said


def preset_named(name: str) -> frozenset[str]:
    """Return what a preset turns on.

    Raises:
        InputError: If there is no such preset; names those that are.
    """
    if name not in PRESETS:
        raise InputError(f"there is no preset «{name}»; the presets are {', '.join(PRESETS)}")
    return PRESETS[name]


def read_plan(table: Any, name: str = "termbase.toml") -> Plan:
    """Return what the ``[check]`` table of a project says.

    Args:
        table: As TOML gives it; empty where there is none.
        name: Of the file, for what goes wrong.

    Raises:
        ConfigError: If it says what nobody understands; in one line, with what is possible.

    >>> read_plan({"T501": {"on": True}}).choice("fr").severities["T501"].value
    'warning'
    """
    try:
        return _read(table)
    except InputError as error:
        raise ConfigError(f"{name}: [check]: {error}") from error


def _read(table: Any) -> Plan:
    tables: dict[str, dict[str, Mapping[str, Any]]] = {"": {}}
    presets: Sequence[str] = ()
    ignores: tuple[Ignore, ...] = ()
    for key, value in _table(table, "it").items():
        if key == "preset":
            presets = _presets(value)
        elif key == "ignore":
            if not isinstance(value, list):
                raise InputError("ignore is no list of tables; write [[check.ignore]] above each")
            ignores = tuple(map(_ignore, value))
        elif key.upper() in RULES:
            tables[""][key.upper()] = _rule_table(key.upper(), value)
        elif key[:1] in "TMG" and key[1:].isdigit():
            rule_named(key)
        elif key == "rules":
            raise InputError(f"has no «rules»; {_how_to_say(value)}")
        elif not isinstance(value, dict):
            raise InputError(
                f"has no «{key}»; it has preset, ignore, and tables of rules and languages,"
                " such as [check.T201] and [check.fr.T505]"
            )
        else:
            language = language_tag(key)
            tables[language] = {
                rule_named(name).id: _rule_table(rule_named(name).id, one)
                for name, one in _table(value, key).items()
            }
    return Plan(tuple(presets), tables, ignores)


def _presets(value: Any) -> Sequence[str]:
    presets = [value] if isinstance(value, str) else value
    if not isinstance(presets, list):
        raise InputError(f'preset is «{value}»; write it as preset = ["strict"]')
    for one in presets:
        preset_named(str(one))
    return presets


def _how_to_say(rules: Any) -> str:
    """Return how to write what somebody says of all rules in one place."""
    named = list(rules) if isinstance(rules, list | dict) else []
    rule = rule_named(str(named[0])).id if named else "T201"
    said = rules[named[0]] if isinstance(rules, dict) and named else rules
    if isinstance(said, dict):
        said = said.get("on")
    on = str(said not in _OFF).lower()
    wanted = f'severity = "{said}"' if said in _LEVELS else f"on = {on}"
    return f"each rule has a table of its own; write [check.{rule}] and under it {wanted}"


def _rule_table(id: str, value: Any) -> Mapping[str, Any]:
    allowed: dict[str, tuple[Any, ...]] = {"on": (True, False), "severity": tuple(_LEVELS)}
    allowed |= RULES[id].options
    if not isinstance(value, Mapping):
        raise InputError(f"{id} is no table; {_how_to_say({id: value})}")
    for name, said in value.items():
        if name not in allowed:
            raise InputError(f"{id} has no option «{name}»; it has {', '.join(allowed)}")
        if said not in allowed[name] or isinstance(said, bool) is not isinstance(
            allowed[name][0], bool
        ):
            wanted = " or ".join(str(one).lower() for one in allowed[name])
            raise InputError(f"{id}: {name} is «{said}»; write {wanted}")
    return dict(value)


def _ignore(value: Any) -> Ignore:
    table = _table(value, "ignore")
    for name, said in table.items():
        if name not in _IGNORE_KEYS:
            raise InputError(f"ignore knows no «{name}»; it knows {', '.join(_IGNORE_KEYS)}")
        if name != "rules" and not isinstance(said, str):
            raise InputError(f"ignore: {name} is no text; write it in quotation marks")
    rules = table.get("rules", [])
    if not isinstance(rules, list):
        raise InputError(f'ignore: rules is no list; write rules = ["{rules}"]')
    if not str(table.get("reason", "")).strip():
        raise InputError('ignore: each needs a reason; write reason = "…"')
    if not any(table.get(name) for name in ("rules", "term", "files", "segment")):
        raise InputError("ignore: say what, with rules, term, files or segment")
    ids = frozenset(rule_named(str(one)).id for one in rules)
    texts = {name: table[name] for name in ("term", "files", "segment") if name in table}
    return Ignore(table["reason"], ids, **texts)


def _table(value: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise InputError(f"{name} is no table; write [check.{name}] on a line of its own")
    return value


def _marked(finding: Finding) -> Iterator[str]:
    """Yield the words that a finding is about, on either side."""
    sides = (finding.source, finding.source_span), (finding.target, finding.target_span)
    for text, span in sides:
        if span:
            yield text[slice(*span)]


def _fits(path: str, pattern: str) -> bool:
    path = path.replace("\\", "/").removeprefix("./")
    return fnmatch(path, pattern) or fnmatch(path, f"*/{pattern}")


DEFAULT = Plan()
"""What is checked where no project says anything."""
