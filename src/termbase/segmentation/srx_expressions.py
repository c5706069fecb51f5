"""Expressions of Java and ICU → expressions of `regex`, version 1.

SRX asks for ICU's expressions; the tools that people write SRX files for (OmegaT, LanguageTool,
Okapi) read them with Java's, so that is what is understood here, with ICU's own spellings beside
it. What cannot be said in `regex` is an error: nothing is left out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from termbase.segmentation.srx_properties import (
    ANY_LINE_BREAK,
    posix_class,
    property_class,
    short_class,
)


class ExpressionError(ValueError):
    """An expression that is wrong, or that cannot be translated; says why in one clause."""


class Translated(NamedTuple):
    """An expression in the spelling of `regex`.

    Attributes:
        pattern: Without groups that capture, unless it refers to one.
        refers: Whether it refers to its own groups: it cannot be joined with others.
        forward: Whether it means the same only when matched from left to right.
    """

    pattern: str
    refers: bool = False
    forward: bool = False


_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "a": "\a", "e": "\x1b"}
_SPECIAL = frozenset("\\.^$*+?{}[]()|#~&")
_SPECIAL_IN_SETS = frozenset("\\[]^-&|~")
_REPEAT = re.compile(r"[*+?]|\{\d+(?:,\d*)?\}")
_FLAGS = re.compile(r"\(\?([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])")
_GROUP_NAME = re.compile(r"\(\?<([a-zA-Z][a-zA-Z0-9]*)>")
_OPENINGS = ("(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>")
_CODE = re.compile(
    r"x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|0([0-3]?[0-7]{1,2})"
)
_PROPERTY = re.compile(r"[pP](?:\{([^}]+)\}|(\w))")
_NAME = re.compile(r"N\{([^}]+)\}")
_POSIX = re.compile(r"\[:(\^?[a-zA-Z]+):\]")
_LINE_END = r"\n\r\x85\u2028\u2029"
_LAST_LINE_END = r"(?=(?:\r\n|(?<!\r)\n|[\r\x85\u2028\u2029])?\Z)"
_LINE_ENDS = r"(?:(?=[\r\x85\u2028\u2029]|\Z)|(?<!\r)(?=\n))"
_LINE_STARTS = r"(?:\A|(?<=[\n\x85\u2028\u2029])(?!\Z)|(?<=\r)(?!\n|\Z))"


def translate(expression: str, *, unicode: bool = False) -> Translated:
    r"""Translate an expression.

    Args:
        expression: As an SRX file has it.
        unicode: Whether ``\w \d \s`` and POSIX classes know more than ASCII, as in ICU.

    Raises:
        ExpressionError: If it is wrong or cannot be translated.

    Source: java.util.regex.Pattern of Java 17; ICU User Guide, Regular Expressions.

    >>> translate(r"\bM\.\h*+").pattern
    '\\bM\\.[ \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]*+'
    """
    reader = _Reader(expression, unicode=unicode, capture=False)
    pattern = reader.translated()
    if reader.refers:
        pattern = _Reader(expression, unicode=unicode, capture=True).translated()
    return Translated(pattern, reader.refers, reader.forward)


class _Reader:
    """Reads one expression from left to right and writes it anew."""

    def __init__(self, text: str, *, unicode: bool, capture: bool) -> None:
        self.text = text
        self.at = 0
        self.capture = capture
        self.flags = frozenset("U" if unicode else "")
        self.refers = False
        self.forward = False

    def translated(self) -> str:
        pattern = self._sequence()
        if self.at < len(self.text):
            raise ExpressionError(f"«)» at {self.at + 1} closes nothing")
        return pattern

    @property
    def unicode(self) -> bool:
        return "U" in self.flags

    def _sequence(self) -> str:
        """Read up to the end of the group or of the expression."""
        atoms: list[str] = []
        while self.at < len(self.text) and self.text[self.at] != ")":
            repeat = _REPEAT.match(self.text, self.at)
            if repeat:
                self._repeat(atoms, repeat)
            else:
                atoms.append(self._atom())
        return "".join(atoms)

    def _repeat(self, atoms: list[str], repeat: re.Match[str]) -> None:
        while atoms and not atoms[-1]:
            atoms.pop()
        if not atoms or atoms[-1] == "|":
            raise ExpressionError(f"«{repeat[0]}» at {self.at + 1} repeats nothing")
        self.at = repeat.end()
        kind = self.text[self.at : self.at + 1]
        kind = kind if kind in ("+", "?") else ""
        self.at += len(kind)
        self.forward |= kind == "+"
        atoms[-1] = f"{atoms[-1]}{repeat[0]}{kind}"
        if _REPEAT.match(self.text, self.at):
            atoms[-1] = f"(?:{atoms[-1]})"

    def _atom(self) -> str:
        sign = self.text[self.at]
        read = {"\\": self._escape, "[": self._set, "(": self._group}.get(sign)
        if read:
            return read()
        self.at += 1
        if "x" in self.flags and (sign.isspace() or sign == "#"):
            if sign == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end + 1
            return ""
        return self._mark(sign)

    def _mark(self, sign: str) -> str:
        if sign == "|":
            return "|"
        if sign == ".":
            return self._any()
        if sign == "{":
            raise ExpressionError(f"«{{» at {self.at} repeats nothing; write \\{{")
        if sign == "^":
            return _LINE_STARTS if "m" in self.flags else r"\A"
        if sign == "$":
            return _LINE_ENDS if "m" in self.flags else _LAST_LINE_END
        return _literal(sign)

    def _any(self) -> str:
        if "s" in self.flags:
            return "(?s:.)"
        return r"[^\n]" if "d" in self.flags else f"[^{_LINE_END}]"

    def _group(self) -> str:
        flags = _FLAGS.match(self.text, self.at)
        before = self.flags
        if flags:
            opening = self._switch(flags)
            if flags[3] == ")":
                return opening
        elif self.text.startswith("(?#", self.at):
            self.at = self._after(")", self.at)
            return ""
        else:
            opening = self._opening()
        body = self._sequence()
        if self.at >= len(self.text):
            raise ExpressionError("a group is not closed")
        self.at += 1
        self.flags = before
        return f"{opening}{body})"

    def _switch(self, flags: re.Match[str]) -> str:
        """Read ``(?i)`` or ``(?i-s:``; only the flag for case goes on to `regex`."""
        on, off = flags[1] or "", flags[2] or ""
        unknown = set(on + off) - set("idmsuxUw")
        if unknown:
            raise ExpressionError(f"«{flags[0]}» has an unknown flag «{min(unknown)}»")
        self.at = flags.end()
        self.flags = (self.flags | set(on)) - set(off)
        case = "(?i-f" if "i" in on else "(?-i" if "i" in off else "(?"
        return case + flags[3] if case != "(?" else "(?:" if flags[3] == ":" else ""

    def _opening(self) -> str:
        for opening in _OPENINGS:
            if self.text.startswith(opening, self.at):
                self.at += len(opening)
                self.forward |= opening == "(?>"
                return opening
        named = _GROUP_NAME.match(self.text, self.at)
        if named:
            self.at = named.end()
            return f"(?P<{named[1]}>" if self.capture else "(?:"
        if self.text.startswith("(?", self.at):
            raise ExpressionError(f"«{self.text[self.at : self.at + 4]}» opens no group")
        self.at += 1
        return "(" if self.capture else "(?:"

    def _escape(self) -> str:
        sign = self.text[self.at + 1 : self.at + 2]
        if sign == "Q":
            return "".join(map(_literal, self._quoted()))
        shared = self._class_escape()
        if shared is not None:
            return shared
        known = {
            "b": r"\b", "B": r"\B", "A": r"\A", "z": r"\Z", "Z": _LAST_LINE_END,
            "R": ANY_LINE_BREAK, "X": r"\X",
        }.get(sign)  # fmt: skip
        if known and not self.text.startswith("b{", self.at + 1):
            self.at += 2
            return known
        if sign == "N" and not self.text.startswith("N{", self.at + 1):
            self.at += 2
            return f"[^{_LINE_END}]"
        if sign in "123456789k" and sign:
            return self._reference()
        return _literal(self._character())

    def _reference(self) -> str:
        named = re.compile(r"\\(?:k<([a-zA-Z][a-zA-Z0-9]*)>|([1-9]))").match(self.text, self.at)
        if not named:
            raise ExpressionError(f"«{self.text[self.at : self.at + 3]}» refers to no group")
        self.at = named.end()
        self.refers = self.forward = True
        if not self.capture:
            return ""
        return f"(?P={named[1]})" if named[1] else f"(?:\\{named[2]})"

    def _quoted(self) -> str:
        end = self.text.find(r"\E", self.at)
        quoted = self.text[self.at + 2 : len(self.text) if end < 0 else end]
        self.at = len(self.text) if end < 0 else end + 2
        return quoted

    def _class_escape(self) -> str | None:
        """Read an escape that stands for many characters, inside a set or not."""
        sign = self.text[self.at + 1 : self.at + 2]
        if sign and sign in "hHvVdDsSwW":
            self.at += 2
            return short_class(sign, unicode=self.unicode)
        found = _PROPERTY.match(self.text, self.at + 1)
        if not found:
            return None
        self.at = found.end()
        name = found[1] or found[2]
        known = property_class(name, negated=sign == "P", unicode=self.unicode)
        if known is None:
            raise ExpressionError(f"there is no property «{name}»")
        return known

    def _character(self) -> str:
        """Read one character, escaped or not."""
        if self.text[self.at] != "\\":
            self.at += 1
            return self.text[self.at - 1]
        start = self.at + 1
        code = _CODE.match(self.text, start)
        if code:
            return self._coded(code)
        named = _NAME.match(self.text, start)
        if named:
            self.at = named.end()
            try:
                return unicodedata.lookup(named[1])
            except KeyError:
                raise ExpressionError(f"there is no character named «{named[1]}»") from None
        sign = self.text[start : start + 1]
        if sign == "c" and start + 1 < len(self.text):
            self.at = start + 2
            return chr(ord(self.text[start + 1]) ^ 64)
        if not sign or (sign.isascii() and sign.isalnum() and sign not in _CONTROLS):
            raise ExpressionError(f"«\\{sign}» has no meaning here")
        self.at = start + 1
        return _CONTROLS.get(sign, sign)

    def _coded(self, code: re.Match[str]) -> str:
        """Return the character of a number; two halves of a pair are one."""
        self.at = code.end()
        digits = next(filter(None, code.groups()))
        number = int(digits, 8 if code[5] else 16)
        if number > 0x10FFFF:
            raise ExpressionError(f"«\\{code[0]}» is no character")
        if code[3] and 0xD800 <= number < 0xDC00:
            low = re.compile(r"\\u([dD][c-fC-F][0-9a-fA-F]{2})").match(self.text, self.at)
            if low:
                self.at = low.end()
                number = 0x10000 + ((number - 0xD800) << 10) + int(low[1], 16) - 0xDC00
        return chr(number)

    def _set(self) -> str:
        """Read a set with what is nested in it, and intersections."""
        opened = self.at
        self.at += 1
        negated = self.text.startswith("^", self.at)
        self.at += negated
        operands: list[list[str]] = [[]]
        while not self.text.startswith("]", self.at) or operands == [[]]:
            if self.at >= len(self.text):
                raise ExpressionError(f"the set at {opened + 1} is not closed")
            if self.text.startswith("&&", self.at):
                self.at += 2
                operands.append([])
            else:
                operands[-1].append(self._member())
        self.at += 1
        sets = ["".join(members) for members in operands]
        body = "&&".join(f"[{one}]" for one in sets if one) if len(sets) > 1 else sets[0]
        return f"[{'^' if negated else ''}{body}]" if body else ""

    def _member(self) -> str:
        sign = self.text[self.at]
        if "x" in self.flags and sign.isspace():
            self.at += 1
            return ""
        if sign == "[":
            posix = _POSIX.match(self.text, self.at)
            known = posix_class(posix[1]) if posix else None
            if posix and known:
                self.at = posix.end()
                return known
            return self._set()
        if self.text.startswith(r"\Q", self.at):
            return "".join(map(_member, self._quoted()))
        shared = self._class_escape() if sign == "\\" else None
        if shared is not None:
            return shared if shared.startswith("[^") else shared[1:-1]
        return self._range()

    def _range(self) -> str:
        """Read one character of a set, or all from one to another."""
        first = self._character()
        after = self.text[self.at + 1 : self.at + 2]
        if not self.text.startswith("-", self.at) or after in ("", "]", "["):
            return _member(first)
        self.at += 1
        last = self._character()
        if last < first:
            raise ExpressionError(f"the range «{first}-{last}» runs backwards")
        return f"{_member(first)}-{_member(last)}"

    def _after(self, sign: str, start: int) -> int:
        end = self.text.find(sign, start)
        if end < 0:
            raise ExpressionError("a remark is not closed")
        return end + 1


def _literal(sign: str) -> str:
    return f"\\{sign}" if sign in _SPECIAL else sign


def _member(sign: str) -> str:
    return f"\\{sign}" if sign in _SPECIAL_IN_SETS else sign
