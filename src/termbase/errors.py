"""Every error that a caller can catch. Each one reads as one line: where, what, what to do.

TermbaseError
├── InputError              what was given cannot be used
│   ├── FormatError         a file breaks its format: path, line, column, problem, remedy
│   ├── UnknownFormatError  no reader or writer for this kind of file
│   ├── UnknownLanguageError
│   ├── UnknownConceptError no concept has that id or term: near
│   └── SeveralConceptsError
├── ConfigError             termbase.toml or a TERMBASE_* variable is wrong
└── StoreError              the base refuses
    ├── StoreNotFoundError
    ├── StoreVersionError
    └── StoreBusyError
"""

from __future__ import annotations


class TermbaseError(Exception):
    """The root of all errors that termbase raises on purpose."""


class InputError(TermbaseError):
    """What was given cannot be used; nothing was written."""


class FormatError(InputError):
    """A file breaks its format.

    Attributes:
        path: The file, as the caller named it.
        line, column: Where, from 1; None where no place can be named.
        problem: What is wrong, in one clause.
        remedy: What to do, in one clause; may be empty.
    """

    def __init__(
        self,
        path: str,
        problem: str,
        *,
        line: int | None = None,
        column: int | None = None,
        remedy: str = "",
    ) -> None:
        self.path = path
        self.problem = problem
        self.line = line
        self.column = column
        self.remedy = remedy
        place = ":".join(str(part) for part in (path, line, column) if part is not None)
        super().__init__(f"{place}: {problem}" + (f"; {remedy}" if remedy else ""))

    def __reduce__(self) -> tuple[object, ...]:
        """Tell how to make it again, so that it reaches us from a process that works for us."""
        return type(self).__new__, (type(self), *self.args), self.__dict__


class UnknownFormatError(InputError):
    """No reader or writer is known for a file."""


class UnknownLanguageError(InputError):
    """A text that names no language that we know."""


class UnknownConceptError(InputError):
    """What a person wrote is neither the id of a concept of a glossary nor one of its terms.

    Attributes:
        near: What was probably meant; may be empty.
    """

    def __init__(self, said: str, near: str = "") -> None:
        self.near = near
        super().__init__(said)


class SeveralConceptsError(InputError):
    """A term of several concepts was given where one concept is meant."""


class ConfigError(TermbaseError):
    """A setting is wrong: in termbase.toml, in the environment or in the user's settings."""


class StoreError(TermbaseError):
    """The base refuses; it is as it was."""


class StoreNotFoundError(StoreError):
    """There is no base where one was expected."""


class StoreVersionError(StoreError):
    """The base was written by a newer termbase."""


class StoreBusyError(StoreError):
    """Somebody else is writing to the base."""
