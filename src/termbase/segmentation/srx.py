"""SRX rules × text → segments, as a CAT tool that reads the same file would cut them.

A place is judged by the first rule, in the order of the file, that matches both sides of it; where
no rule matches, nothing is cut. The file itself is read and written by `termbase.formats.srx`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from termbase.errors import FormatError
from termbase.model.language import language_tag
from termbase.model.segment import Segment
from termbase.segmentation.lines import blocks
from termbase.segmentation.rules import Newline
from termbase.segmentation.segment import Decision, hidden_breaks, hidden_within
from termbase.segmentation.srx_cutter import Cutter, NamedRule
from termbase.segmentation.srx_expressions import ExpressionError, translate
from termbase.segmentation.verdicts import PARAGRAPH, Verdict

PATIENCE = 5.0
"""Seconds that one expression may take on a short text; a longer text gets more."""


@dataclass(frozen=True, slots=True)
class SrxRule:
    """One rule of an SRX file.

    Attributes:
        breaks: Whether it cuts; else it forbids later rules to cut.
        before, after: What stands on either side of the place, in the expressions of the file;
            an empty one matches anywhere.
        line: Where the file has it, from 1; None where no file is known.
        remark: What a writer says beside it.
    """

    breaks: bool
    before: str = ""
    after: str = ""
    line: int | None = field(default=None, compare=False)
    remark: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class LanguageRule:
    """The rules that share a name, in order."""

    name: str
    rules: tuple[SrxRule, ...]


@dataclass(frozen=True, slots=True)
class LanguageMap:
    """Which languages take which rules.

    Attributes:
        pattern: An expression that a language's code must match as a whole, in any case.
        name: The name of a `LanguageRule`.
        line: Where the file has it, from 1; None where no file is known.
    """

    pattern: str
    name: str
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class SrxRules:
    r"""What an SRX file says.

    Attributes:
        languages: Its rules by name.
        maps: Which languages take which rules, in order.
        cascade: Whether a language takes the rules of every map that fits, not of the first alone.
        path: The file, for messages.
        unicode: Whether ``\w \d \s`` know more than ASCII, as in ICU; Java's know no more.
        formats: For ``start``, ``end`` and ``isolated`` inline codes, whether a segment takes
            them in where it is cut beside them.
        subflows: Whether texts inside of inline codes are cut too.
        newline: What a single line break means; no SRX file says so.
        patience: Seconds that one expression may take on a short text.
    """

    languages: tuple[LanguageRule, ...]
    maps: tuple[LanguageMap, ...]
    cascade: bool = False
    path: str = ""
    unicode: bool = False
    formats: tuple[tuple[str, bool], ...] = (("start", False), ("end", True), ("isolated", False))
    subflows: bool = True
    newline: Newline = Newline.WRAP
    patience: float = PATIENCE

    def segment(self, text: str, language: str) -> list[Segment]:
        r"""Cut a text into segments, as `termbase.segmentation.segment` does with our own rules.

        Args:
            text: Any text; a blank line ends a paragraph whatever the rules say.
            language: Its language, however it is written.

        Returns:
            Segments in order. Their texts join to `text`; none is empty. The rule of each reads
            ``srx:French#12 break``: the twelfth rule of the language rule «French».

        Raises:
            UnknownLanguageError: If `language` names no language.
            FormatError: If an expression is wrong or takes too long; names the rule.

        Source: SRX 2.0, OSCAR recommendation of 2008, section 4.

        >>> stop = LanguageRule("All", (SrxRule(False, r"\bM\."), SrxRule(True, r"\.", r"\s")))
        >>> rules = SrxRules((stop,), (LanguageMap(".*", "All"),))
        >>> [one.content for one in rules.segment("M. Roy parle. Elle écoute.", "fr")]
        ['M. Roy parle.', 'Elle écoute.']
        """
        segments = []
        start = paragraph = 0
        hidden = hidden_breaks(text, language)
        for at, verdict in self._decisions(text, language, named=False):
            if verdict.cuts:
                inside = hidden_within(hidden, start, at) if hidden else ()
                segments.append(Segment(text[start:at], start, paragraph, verdict.rule, inside))
                start = at
                paragraph += verdict is PARAGRAPH
        return segments

    def explain(self, text: str, language: str) -> list[Decision]:
        """Say of every place where a rule matches what was decided, and by which rule.

        >>> stop = LanguageRule("D", (SrxRule(False, "M[.]"), SrxRule(True, "[.]", " ")))
        >>> for one in SrxRules((stop,), (LanguageMap(".*", "D"),)).explain("M. A. B", "fr"):
        ...     print(one.at, one.cuts, one.rule)
        3 False srx:D#1 no-break
        6 True srx:D#2 break
        7 True end
        """
        return [
            Decision(at, verdict.cuts, verdict.rule)
            for at, verdict in self._decisions(text, language, named=True)
        ]

    def rules_for(self, language: str) -> tuple[NamedRule, ...]:
        """Return the rules that a language takes, in order; none where no map fits.

        Raises:
            FormatError: If a map's pattern is no expression.
        """
        tag = language_tag(language)
        codes = dict.fromkeys((tag, tag.replace("-", "_"), language))
        found: list[NamedRule] = []
        for one in self.maps:
            if any(self._fits(one, code) for code in codes):
                rules = self._by_name[one.name].rules
                found += [
                    NamedRule(one.name, number, rule.breaks, rule.before, rule.after, rule.line)
                    for number, rule in enumerate(rules, 1)
                ]
                if not self.cascade:
                    break
        return tuple(found)

    def faults(self) -> list[FormatError]:
        """Return what is wrong with any expression of the file, each fault naming its rule."""
        found = []
        for language in self.languages:
            for number, rule in enumerate(language.rules, 1):
                named = NamedRule(
                    language.name, number, rule.breaks, rule.before, rule.after, rule.line
                )
                try:
                    Cutter((named,), self.path, unicode=self.unicode, patience=self.patience)
                except FormatError as error:
                    found.append(error)
        return found

    def _decisions(self, text: str, language: str, *, named: bool) -> Iterator[tuple[int, Verdict]]:
        cutter = self._cutter(language)
        for start, end, following, verdict in blocks(text, self.newline):
            for at, ruled in cutter.decide(text[start:end], named=named):
                yield start + at, ruled
            yield following, verdict

    def _cutter(self, language: str) -> Cutter:
        if language not in self._cutters:
            rules = self.rules_for(language)
            self._cutters[language] = Cutter(
                rules, self.path, unicode=self.unicode, patience=self.patience
            )
        return self._cutters[language]

    def _fits(self, one: LanguageMap, code: str) -> bool:
        import regex

        try:
            pattern = translate(one.pattern).pattern
            return regex.fullmatch(pattern, code, regex.V1 | regex.IGNORECASE) is not None
        except (ExpressionError, regex.error) as error:
            problem = f"the language pattern «{one.pattern}» is no expression: {error}"
            raise FormatError(self.path, problem, line=one.line, remedy="mend it") from error

    @cached_property
    def _by_name(self) -> dict[str, LanguageRule]:
        return {one.name: one for one in self.languages}

    @cached_property
    def _cutters(self) -> dict[str, Cutter]:
        return {}
