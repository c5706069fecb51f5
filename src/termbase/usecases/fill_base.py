"""What was built goes into a base, in place of what it was built as before."""

from __future__ import annotations

from termbase.ports.terms import TermStore
from termbase.ports.units import UnitStore
from termbase.usecases.build_project import Build


def fill_base(build: Build, terms: TermStore, units: UnitStore) -> None:
    """Put built memories and glossaries into a base; others there are left alone.

    Call it inside of one transaction.
    """
    for memory in build.memories:
        units.drop_memory(memory.name)
        number = units.put_memory(memory.name, memory.header, path=memory.output)
        units.add_units(number, memory.units)
    for glossary in build.glossaries:
        number = terms.put_glossary(glossary.name, glossary.glossary, path=glossary.source)
        terms.clear_glossary(number)
        terms.put_concepts(number, glossary.glossary.concepts)
