"""How matches and concordances look: with their differences and marks, or tab-separated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from termbase.cli._in_context import in_context
from termbase.cli._output import (
    BOLD,
    DIM,
    GREEN,
    RED,
    STRUCK,
    Output,
    counted,
    padded,
    text_width,
    wrapped,
)

if TYPE_CHECKING:
    from termbase.ports import Record


def print_matches(answer: Record, targets: Sequence[str], output: Output) -> None:
    """Print the units like a text; tab-separated ones have a column for each target language."""
    columns = dict.fromkeys(
        [*targets, *(name for hit in answer["hits"] for name in hit["targets"])]
    )
    for hit in answer["hits"]:
        place = f"{hit['path'] or hit['memory']}#{hit['unit']}"
        if output.format == "tsv":
            texts = [hit["targets"].get(name, "") for name in columns]
            output.row([hit["score"], hit["text"], *texts, place])
        elif output.format == "plain":
            said = " · ".join(hit["targets"].values())
            output.print(f"{hit['score']:3} %  {hit['text']} → {said}")
        else:
            _print_match(hit, targets, place, output)
    for part in answer.get("parts", []):
        _print_part(part, targets, output)
    _print_terms(answer.get("terms", []), output)


def print_concordance(answer: Record, languages: Sequence[str], output: Output) -> None:
    """Print a phrase in its contexts, marked in each language.

    Args:
        answer: What was found.
        languages: Those of the project, the source first; tab-separated lines have a column each.
        output: Where to.
    """
    columns = dict.fromkeys(languages)
    for hit in answer["hits"]:
        columns |= dict.fromkeys([hit["language"], *hit["targets"]])
    places = [f"{hit['path'] or hit['memory']}#{hit['unit']}" for hit in answer["hits"]]
    for hit, place in zip(answer["hits"], places, strict=True):
        lines = [(hit["language"], hit["text"], hit["spans"])]
        lines += [
            (name, one["text"], one["spans"] or one["guessed"])
            for name, one in hit["targets"].items()
        ]
        if output.format == "tsv":
            texts = {name: _marked(text, spans, None) for name, text, spans in lines}
            output.row([place, *(texts.get(name, "") for name in columns)])
            continue
        if output.format == "plain":
            marked = [_marked(text, spans, output) for _, text, spans in lines]
            output.print(f"{place}  {marked[0]} → {' · '.join(marked[1:])}")
            continue
        _print_in_context(place, max(map(text_width, places)), lines, output)
    shown, count = len(answer["hits"]), answer["count"]
    if shown:
        some = f"{shown} of " if count > shown else ""
        read = f"; renderings in {answer['read']} of them" if count > answer["read"] else ""
        known, guesses = answer["renderings"], answer["guesses"]
        output.note(some + counted(count, "unit") + (read if known or guesses else ""))
        for language in dict.fromkeys([*known, *guesses]):
            said = _counts(known.get(language, {}))
            perhaps = _counts(guesses.get(language, {}))
            said += " · " * bool(said and perhaps) + f"perhaps {perhaps}" * bool(perhaps)
            output.note(f"   {language}  {said}")


def _counts(ways: Mapping[str, int]) -> str:
    return " · ".join(f"{text} {number}" for text, number in ways.items())


def _print_in_context(
    place: str, width: int, lines: Sequence[tuple[str, str, list[tuple[int, int]]]], output: Output
) -> None:
    """Print a unit, each language on a line of its own, as much of it as fits around the mark."""
    head = output.paint(padded(place, width), DIM)
    for name, text, spans in lines:
        room = output.width - width - len(name) - 4
        output.print(f"{head}  {name}  {_marked(*in_context(text, spans, room), output)}")
        head = " " * width


def _print_match(hit: Record, targets: Sequence[str], place: str, output: Output) -> None:
    taken = "".join(f", {one['name']} −{one['points']}" for one in hit["penalties"])
    score = output.paint(f"{hit['score']:3} %", BOLD)
    made_of = f"{place}   (raw {hit['raw']}{taken})"
    output.print(f"{score}  {output.paint(made_of, DIM)}")
    pieces = hit.get("differences", [["=", hit["text"]]])
    _print_block(
        f"   {hit['language']}  ",
        "".join(_piece(kind, text, output) for kind, text in pieces),
        output,
    )
    order = [one for one in targets if one in hit["targets"]]
    for name in dict.fromkeys([*order, *hit["targets"]]):
        _print_block(f"   {name}  ", hit["targets"][name], output)
    for name, text in hit.get("substituted", {}).items():
        _print_block(f"   {name}  ", f"{text}   (with your numbers)", output)
    _print_terms(hit.get("terms", []), output)


def _print_part(part: Record, targets: Sequence[str], output: Output) -> None:
    """Print a part of a text that no unit is like, marked in a unit that has it."""
    place = f"{part['path'] or part['memory']}#{part['unit']}"
    output.print(f"{output.paint('part', BOLD)}   {output.paint(place, DIM)}")
    _print_block("   ", _marked(part["in"], [part["span"]], output), output)
    order = [one for one in targets if one in part["targets"]]
    for name in dict.fromkeys([*order, *part["targets"]]):
        _print_block(f"   {name}  ", part["targets"][name], output)


def _print_terms(terms: Sequence[Record], output: Output) -> None:
    for term in terms:
        spoken = [_preferred(terms) for terms in term["targets"].values()]
        said = " · ".join(one for one in spoken if one)
        if said:
            _print_block("   terms  ", f"{term['term']} → {said}", output)


def _preferred(terms: list[Record]) -> str:
    usable = [one for one in terms if one.get("status") not in ("deprecated", "superseded")]
    return usable[0]["term"] if usable else ""


def _print_block(head: str, text: str, output: Output) -> None:
    first, *more = wrapped(text, output.width - len(head))
    output.print(head + first, *(" " * len(head) + line for line in more))


def _piece(kind: str, text: str, output: Output) -> str:
    """Return a piece of a difference, in colour or in signs."""
    if kind == "=":
        return text
    if output.colour:
        return output.paint(text, STRUCK if kind == "-" else GREEN)
    return f"[-{text}-]" if kind == "-" else f"{{+{text}+}}"


def _marked(text: str, spans: list[tuple[int, int]], output: Output | None) -> str:
    """Return a text with its spans between ‹ and ›."""
    parts = []
    at = 0
    for start, end in spans:
        found = f"‹{text[start:end]}›"
        parts += [text[at:start], output.paint(found, RED, BOLD) if output else found]
        at = end
    return "".join([*parts, text[at:]])
