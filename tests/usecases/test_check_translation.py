"""Findings stand where they are in the user's own file, whatever was joined to find them."""

from hypothesis import given
from hypothesis import strategies as st

from article import ROOT, built, built_glossary
from termbase.bootstrap import LocalFiles
from termbase.checking import KnownTerms
from termbase.model.concept import AdministrativeStatus, Concept, Scope, Term
from termbase.model.finding import SegmentPair
from termbase.model.segment import Segment
from termbase.model.unit import TranslationUnit, Variant
from termbase.usecases.align_documents import align_texts, segment_file
from termbase.usecases.check_report import PlacedPair, Wishes
from termbase.usecases.check_translation import check_texts, check_units
from termbase.usecases.stretches import joined_text

CONCEPTS = built_glossary().glossaries[0].glossary.concepts
UNION = Concept(
    "union",
    (
        Term("État de l'Union", "fr", AdministrativeStatus.PREFERRED),
        Term("Union State", "en", AdministrativeStatus.PREFERRED),
        Term(
            "State of the Union", "en", AdministrativeStatus.DEPRECATED, forbidden=Scope.BILINGUAL
        ),
    ),
)

pieces = st.lists(
    st.sampled_from(["Il", "parle.", " ", "\n ", "é", "\r\n", "\t"]), min_size=1, max_size=5
).map("".join)


@given(st.lists(pieces.filter(str.strip), min_size=1, max_size=3), st.sampled_from(["fr", "zh"]))
def test_every_sign_of_a_joined_target_knows_its_place(texts, language) -> None:
    """An offset in the joined segments leads to the same sign in the text."""
    whole = "".join(texts)
    segments, start = [], 0
    for text in texts:
        segments.append(Segment(text, start))
        start += len(text)
    target = joined_text(segments, language)
    placed = PlacedPair(SegmentPair("x", target), tuple(segments))

    for at, sign in enumerate(target):
        if sign != " ":
            assert whole[placed.origin(at)] == sign


def checked(source: str, target: str, folder, concepts=(UNION,)):
    """Check two small files."""
    texts = []
    for language, text in (("fr", source), ("en", target)):
        path = folder / f"x.{language}.txt"
        path.write_bytes(text.encode())
        texts.append(segment_file(str(path), language, LocalFiles()))
    return check_texts(align_texts(texts[0], texts[1:]), Wishes(KnownTerms(concepts)))


def test_a_finding_names_line_and_column(tmp_path) -> None:
    """Of the target, in code points from 1, with other line ends and wrapped lines too."""
    for end in ("\n", "\r\n"):
        report = checked(
            f"Bonjour.{end}{end}Il parle de l'État de l'Union.{end}",
            f"Hello.{end}{end}He speaks of 𝐀 the{end}State of the Union.{end}",
            tmp_path,
        )

        [finding] = [one for one in report.findings if one.rule == "T101"]
        assert str(finding.place) == f"{tmp_path / 'x.en.txt'}:4:1"
        assert (report.segments, report.terms) == (2, 1)


def test_what_is_inflected_and_right_is_told_and_no_finding(tmp_path) -> None:
    """With its place, its form there and its form in the glossary."""
    craft = Concept(
        "craft",
        (
            Term("engin spatial", "fr", AdministrativeStatus.PREFERRED),
            Term("space vehicle", "en", AdministrativeStatus.PREFERRED),
        ),
    )

    report = checked("Des engins spatiaux.\n", "Big space vehicles.\n", tmp_path, (craft,))

    assert report.findings == []
    assert [(str(place)[-3:], form, term) for place, form, term in report.inflected] == [
        ("1:5", "space vehicles", "space vehicle")
    ]


def test_the_published_renderings_of_the_article_have_no_finding() -> None:
    """Neither as texts nor as the memory that was built from them."""
    [memory] = built().memories
    units = check_units("x.tmx", memory.units, "fr", [], Wishes(KnownTerms(CONCEPTS)))

    for document in memory.documents:
        report = check_texts(document, Wishes(KnownTerms(CONCEPTS)))
        assert report.findings == []
        assert report.terms > 30
    assert units.findings == []
    assert units.segments == 29


def test_a_unit_s_finding_stands_at_its_line() -> None:
    """Of the file. Each target language is checked for itself."""
    wrong = ("Il parle de l'État de l'Union.", "He speaks of the State of the Union.")
    variants = (
        Variant("FR", (wrong[0],)),
        Variant("en-GB", (wrong[1],)),
        Variant("en-US", (wrong[1],)),
    )
    units = [TranslationUnit((Variant("fr", ("Non.",)),)), TranslationUnit(variants, line=42)]

    every = check_units("x.tmx", units, "fr", [], Wishes(KnownTerms([UNION]), only=("T101",)))
    one = check_units("x.tmx", units, "fr", ["en-US"], Wishes(KnownTerms([UNION]), only=("T101",)))

    assert [str(found.place) for found in every.findings] == ["x.tmx:42", "x.tmx:42"]
    assert len(one.findings) == 1
    assert every.segments == 2


def test_a_finding_without_a_line_stands_at_its_unit_s_number() -> None:
    """A number is no line: it is written after # and stays in the order of the file."""
    variants = (Variant("fr", ("Un.",)), Variant("en", ("",)), Variant("ru", ("",)))
    units = [TranslationUnit(variants, line=line) for line in (9, None, 10, None)]

    found = check_units("x.po", units, "fr", [], Wishes(only=("T302",))).findings

    assert [str(one.place) for one in found[::2]] == ["x.po:9", "x.po#2", "x.po:10", "x.po#4"]
    assert [one.place.line for one in found[::2]] == [9, None, 10, None]


def test_findings_of_units_stand_in_the_order_of_the_file() -> None:
    """Although the languages are checked one after the other."""
    variants = [Variant("fr", ("Un.",)), Variant("en", ("",)), Variant("ru", ("",))]
    units = [TranslationUnit(tuple(variants), line=line) for line in (3, 7)]

    report = check_units("x.tmx", units, "fr", [], Wishes(only=("T302",)))

    assert [found.place.line for found in report.findings] == [3, 3, 7, 7]


def test_mistakes_planted_in_the_article_are_found_where_they_stand(tmp_path) -> None:
    """The place leads to the very words that were planted, and there are no others."""
    text = (ROOT / "tm/sources/article.en.txt").read_text(encoding="utf-8")
    planted = [
        ("Secretary of the Union State stressed", "Secretary of the State of the Union stressed"),
        ("6.33 billion roubles", "6.33 million roubles"),
    ]
    for right, wrong in planted:
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    path = tmp_path / "article.en.txt"
    path.write_text(text, encoding="utf-8")
    texts = [
        segment_file(str(one), language, LocalFiles())
        for one, language in ((ROOT / "tm/sources/article.fr.txt", "fr"), (path, "en"))
    ]

    report = check_texts(align_texts(texts[0], texts[1:]), Wishes(KnownTerms(CONCEPTS)))

    lines = {one.rule: text.splitlines()[one.place.line - 1] for one in report.findings}
    starts = {one.rule: lines[one.rule][one.place.column - 1 :] for one in report.findings}
    assert set(lines) == {"T101", "T201"}
    assert starts["T101"].startswith("State of the Union stressed")
    assert starts["T201"].startswith("6.33 million")


def test_a_language_that_nobody_knows_is_passed_over_and_named() -> None:
    """The other languages of the unit are checked all the same."""
    unit = TranslationUnit(
        (
            Variant("fr", ("Il y en a 12.",)),
            Variant("xx-zz", ("13",)),
            Variant("en", ("There are 13.",)),
        )
    )

    report = check_units("a.tmx", [unit], "fr", [], Wishes())

    assert [one.rule for one in report.findings] == ["T201"]
    assert report.unchecked == {"xx-zz"}


def test_a_rendering_that_the_memory_does_not_use_is_inconsistent() -> None:
    """T106 holds a text that is consistent to the memory; other rules never ask for it."""
    preferred, admitted = AdministrativeStatus.PREFERRED, AdministrativeStatus.ADMITTED
    panel = Concept(
        "panel",
        (
            Term("panneau solaire", "fr", preferred),
            Term("solar array", "en", preferred),
            Term("solar panel", "en", admitted),
        ),
    )

    def unit(french: str, english: str) -> TranslationUnit:
        return TranslationUnit((Variant("fr", (french,)), Variant("en", (english,))))

    text = [unit("Un panneau solaire.", "A solar panel.")]
    memory = [unit("Le panneau solaire.", "The solar array.")]
    asked: list[str] = []
    terms = KnownTerms((panel,))
    wishes = Wishes(terms, only=("T106",), memory=lambda: asked.append("once") or memory)
    [finding] = check_units("a.tmx", text, "fr", (), wishes).findings
    [again] = check_units("b.tmx", text, "fr", (), wishes).findings

    assert (asked, again.remedy) == (["once"], finding.remedy)
    assert (finding.rule, finding.remedy) == ("T106", "elsewhere it is «solar array»")
    assert finding.target[slice(*finding.target_span or ())] == "solar panel"
    assert (
        check_units("a.tmx", text, "fr", (), Wishes(KnownTerms((panel,)), only=("T106",))).findings
        == []
    )

    def never() -> list[TranslationUnit]:
        raise AssertionError

    assert (
        check_units("a.tmx", text, "fr", (), Wishes(KnownTerms((panel,)), memory=never)).findings
        == []
    )
