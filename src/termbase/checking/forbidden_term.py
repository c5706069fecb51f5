"""Forbidden term: the translation uses a term that the glossary forbids.

Scope «bilingual» forbids it opposite a term of its concept, in whatever form that stands there;
scope «always» forbids it anywhere. It may stand inside a longer term that is allowed, and where
another concept that allows it is spoken of.

    glossary  fr État de l'Union | en Union State | en State of the Union: forbidden bilingual
    bad       fr Le secrétaire de l'État de l'Union a parlé. | en The secretary of the State of the Union spoke.
    good      fr Le secrétaire de l'État de l'Union a parlé. | en The secretary of the Union State spoke.
    good      fr Le président a parlé au Congrès. | en The president gave his State of the Union address.
"""  # noqa: E501  (an example stands on one line)

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.checking.wording import misuse_finding
from termbase.model.finding import Finding, Severity

ID = "T101"
SEVERITY = Severity.ERROR


def find(reading: Reading) -> Iterator[Finding]:
    """Report each forbidden term where it stands."""
    for misuse in reading.misuses:
        if misuse.forbidden:
            yield misuse_finding(reading, misuse, ID, SEVERITY, "forbidden term")
