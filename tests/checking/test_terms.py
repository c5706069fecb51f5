"""What the term rules demand and refuse, and where they keep silent."""

from __future__ import annotations

import pytest

from termbase.checking import check
from termbase.checking.plan import Ignore
from termbase.model.concept import AdministrativeStatus, Concept, ProcessStatus, Scope, Term
from termbase.model.finding import Code, Finding, SegmentPair

PREFERRED = AdministrativeStatus.PREFERRED
ADMITTED = AdministrativeStatus.ADMITTED
DEPRECATED = AdministrativeStatus.DEPRECATED
SUPERSEDED = AdministrativeStatus.SUPERSEDED


def fr(text: str, status: AdministrativeStatus | None = PREFERRED, **more: object) -> Term:
    return Term(text, "fr", status, **more)  # type: ignore[arg-type]


def en(text: str, status: AdministrativeStatus | None = PREFERRED, **more: object) -> Term:
    return Term(text, "en", status, **more)  # type: ignore[arg-type]


def concept(*terms: Term, place: str = "") -> Concept:
    return Concept(terms[0].text, terms, place=place)


def findings(source: str, target: str, *concepts: Concept) -> list[Finding]:
    return check([SegmentPair(source, target)], concepts, "fr", "en")


def rules(source: str, target: str, *concepts: Concept) -> list[str]:
    return [finding.rule for finding in findings(source, target, *concepts)]


UNION = concept(
    fr("État de l'Union"),
    en("Union State"),
    en("State of the Union", DEPRECATED, forbidden=Scope.BILINGUAL),
    place="space.tsv:3",
)
SECRETARY = concept(fr("secrétaire d'État de l'État de l'Union"), en("State Secretary"))
CRAFT = concept(fr("engin spatial"), en("spacecraft"), en("space vehicle", DEPRECATED))


def test_a_forbidden_term_is_reported_with_its_places_and_remedy() -> None:
    """Message, remedy, both spans and the glossary's place: all that a user needs."""
    source, target = "Le budget de l'État de l’Union.", "The budget of the State of the Union."
    [finding] = findings(source, target, UNION)

    assert (finding.rule, finding.message) == ("T101", "forbidden term «State of the Union»")
    assert finding.remedy == "use «Union State»"
    assert finding.reference == "space.tsv:3"
    assert finding.source_span == (source.index("État"), len(source) - 1)
    assert finding.target_span == (target.index("State"), len(target) - 1)


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("A space vehicle.", "spacecraft"),
        ("Space vehicle.", "Spacecraft"),
        ("SPACE VEHICLE", "SPACECRAFT"),
        ("An orbiting space vehicle", "spacecraft"),
        ("Space vehicles.", None),
    ],
)
def test_a_refused_term_is_mended_as_it_stands(target: str, written: str | None) -> None:
    """With its capitals, and only where it stands as the glossary writes it."""
    [finding] = findings("Un engin spatial.", target, CRAFT)

    assert finding.replacement == written


@pytest.mark.parametrize(
    ("source", "target", "term"),
    [
        ("Des engins spatiaux.", "Some satellites.", "engin spatial"),
        ("Un engin spatial.", "Two space vehicles.", "space vehicle"),
    ],
)
def test_a_finding_is_put_aside_by_its_term_in_any_form(
    source: str, target: str, term: str
) -> None:
    """As the glossary writes it, or as it stands there; no other term puts it aside."""
    [finding] = findings(source, target, CRAFT)

    assert Ignore("why", term=term.upper()).covers(finding)
    assert not Ignore("why", term="satellite vehicle").covers(finding)


def test_a_bilingual_ban_needs_the_source_term() -> None:
    """Without «État de l'Union» in the source «State of the Union» may be an address."""
    assert rules("Son discours annuel.", "His State of the Union.", UNION) == []


def test_a_ban_for_always_needs_no_source_term() -> None:
    """Scope «always» speaks in every segment, even without a source text."""
    never = concept(fr("cosmonaute"), en("spaceman", DEPRECATED, forbidden=Scope.ALWAYS))

    assert rules("Il vole.", "The spaceman flies.", never) == ["T101"]
    assert rules("", "The spaceman flies.", never) == ["T101"]


def test_a_forbidden_term_inside_a_longer_allowed_one_is_right() -> None:
    """«State of the Union address» is a term of its own."""
    address = concept(fr("discours annuel"), en("State of the Union address"))
    target = "The Union State heard the State of the Union address."

    assert rules("L'État de l'Union a entendu le discours annuel.", target, UNION, address) == []
    assert rules("L'État de l'Union l'a entendu parler.", target, UNION, address) == []


def test_a_forbidden_term_that_another_concept_of_the_source_allows_is_right() -> None:
    """The same words are allowed for a concept that the source speaks of, and only then."""
    speech = concept(fr("discours annuel"), en("State of the Union"))
    source = "Le discours annuel à l'État de l'Union."

    assert rules(source, "The State of the Union to the Union State.", UNION, speech) == []
    assert rules("L'État de l'Union.", "The State of the Union.", UNION, speech) == ["T101"]


def test_a_deprecated_term_is_a_warning_with_the_preferred_one() -> None:
    """Opposite its concept a deprecated rendering is reported once, and not as missing too."""
    [finding] = findings("Un engin spatial.", "A space vehicle.", CRAFT)

    assert (finding.rule, finding.severity.value) == ("T102", "warning")
    assert finding.message == "deprecated term «space vehicle»"
    assert finding.remedy == "use «spacecraft»"


def test_a_deprecated_term_of_something_else_is_right() -> None:
    """Where the source does not speak of the concept its deprecated term means another thing."""
    assert rules("Un véhicule.", "A space vehicle.", CRAFT) == []


def test_a_superseded_term_is_like_a_deprecated_one() -> None:
    """What was given up for a newer term is T102."""
    union = concept(fr("Union"), en("Union State"), en("the old Union", SUPERSEDED))

    assert rules("L'Union.", "It is the old Union.", union) == ["T102"]


def test_a_preferred_form_with_the_stem_of_a_deprecated_one_is_right() -> None:
    """A word in the allowed term's own form is not a form of the deprecated term."""
    plural = concept(fr("donnée"), en("datas", DEPRECATED), en("data"))

    assert rules("Les données.", "The data.", plural) == []
    assert rules("Les données.", "The datas.", plural) == ["T102"]


def test_a_missing_term_names_its_place_in_the_source() -> None:
    """The source span is the term's; there is no place in the target."""
    source = "Le petit engin spatial vole."
    [finding] = findings(source, "The small thing flies.", CRAFT)

    assert finding.rule == "T103"
    assert finding.message == "term missing for «engin spatial»"
    assert finding.remedy == "use «spacecraft»"
    assert finding.source_span == (9, 22)
    assert finding.target_span is None


def test_an_inflected_rendering_is_a_rendering() -> None:
    """Plural opposite plural is right though the glossary has the singular."""
    system = concept(fr("système spatial"), en("space system"))

    assert rules("Des systèmes spatiaux.", "Space systems.", system) == []


def test_one_rendering_is_enough_for_all_occurrences() -> None:
    """A translation may say «it» the second time."""
    assert rules("L'engin spatial est un engin spatial.", "The spacecraft is one.", CRAFT) == []


def test_a_term_is_missing_once() -> None:
    """However often it stands in the source, one finding says so."""
    assert rules("L'engin spatial et l'engin spatial.", "This and that.", CRAFT) == ["T103"]


def test_any_admitted_rendering_will_do() -> None:
    """Preferred and admitted terms count alike, and so does what a person left open."""
    source, name = fr("État de l'Union"), en("Union State")
    admitted = concept(source, name, en("the Union", ADMITTED))
    unset = concept(source, name, en("the Union", None))
    left_open = concept(source, name, en("the Union", None, process=ProcessStatus.FINALIZED))

    assert rules("L'État de l'Union.", "In the Union.", admitted) == []
    assert rules("L'État de l'Union.", "In the Union.", left_open) == []
    assert rules("L'État de l'Union.", "In the Union.", unset) == ["T103"]


def test_a_nested_source_term_demands_nothing() -> None:
    """The longest source term speaks for what is inside of it."""
    source = "Le secrétaire d'État de l'État de l'Union."

    assert rules(source, "The State Secretary.", UNION, SECRETARY) == []
    assert rules(source, "The man.", UNION, SECRETARY) == ["T103"]


def test_a_false_friend_for_a_nested_term_is_found_once() -> None:
    """A forbidden rendering of the inner term is the finding; the outer is not reported too."""
    source = "Le secrétaire d'État de l'État de l'Union."
    target = "The Secretary of State of the State of the Union."

    assert rules(source, target, UNION, SECRETARY) == ["T101"]


def test_a_nested_term_that_is_rendered_within_its_longer_one_refuses_nothing() -> None:
    """Where the longer term has its rendering, other words are not about the inner one."""
    source = "Le secrétaire d'État de l'État de l'Union."

    assert rules(source, "The State Secretary on the State of the Union.", UNION, SECRETARY) == []


def test_concepts_that_share_a_source_term_accept_each_others_renderings() -> None:
    """«lanceur» may be a launcher or a pitcher; nobody but the translator knows."""
    rocket = concept(fr("lanceur"), en("launcher"))
    player = concept(fr("lanceur"), en("pitcher"))

    assert rules("Le lanceur.", "The pitcher.", rocket, player) == []
    assert rules("Le lanceur.", "The thrower.", rocket, player) == ["T103"]


def test_candidates_and_unset_terms_enforce_nothing() -> None:
    """Without a status, or as a candidate, a term is neither demanded nor refused."""
    candidate = ProcessStatus.CANDIDATE
    for known in (
        concept(fr("engin"), en("device", None)),
        concept(fr("engin", None), en("device")),
        concept(fr("engin"), en("device", process=candidate)),
        concept(fr("engin", process=candidate), en("device")),
        concept(fr("engin")),
        concept(fr("engin"), en("craft", DEPRECATED, process=candidate)),
    ):
        assert rules("Un engin.", "A craft.", known) == []


def test_a_deprecated_source_term_still_demands_the_preferred_rendering() -> None:
    """Authors may use old words; translators shall not."""
    old = concept(fr("engin spatial"), fr("astronef", DEPRECATED), en("spacecraft"))

    assert rules("Un astronef.", "A ship.", old) == ["T103"]
    assert rules("Un astronef.", "A spacecraft.", old) == []


def test_a_derived_form_is_for_information() -> None:
    """«verified» for «verification» is T104 and no T103."""
    growth = concept(fr("vérification"), en("verification"))
    [finding] = findings("Sa vérification.", "He verified it.", growth)

    assert (finding.rule, finding.severity.value) == ("T104", "info")
    assert finding.target[slice(*finding.target_span or ())] == "verified"


def test_without_the_rule_for_derived_forms_the_term_is_missing() -> None:
    """What T104 would excuse is T103 when T104 is off."""
    growth = concept(fr("vérification"), en("verification"))
    pair = SegmentPair("Sa vérification.", "He verified it.")

    assert [one.rule for one in check([pair], [growth], "fr", "en", rules=["T103"])] == ["T103"]


def test_an_empty_or_untranslated_target_is_reported_once() -> None:
    """Terms and numbers that are missing with all the rest are no findings of their own."""
    source = "Un engin spatial pour 8,5 milliards."

    assert rules(source, "", CRAFT) == ["T302"]
    assert rules(source, source, CRAFT) == ["T301"]


def test_two_regions_of_one_language_may_say_the_same() -> None:
    """A text adapted for another country is not untranslated."""
    pair = SegmentPair("He went to the launch.", "He went to the launch.")

    assert check([pair], [], "en-GB", "en-US") == []


def test_findings_know_their_pair() -> None:
    """`pair` is the number of the pair among those given."""
    pairs = [SegmentPair("Un.", "One."), SegmentPair("Un engin spatial.", "A thing.")]

    assert [one.pair for one in check(pairs, [CRAFT], "fr", "en")] == [1]


def test_the_letters_of_a_formula_are_no_words_to_translate() -> None:
    """«x y z» stays as it is in every language."""
    assert rules("x y z", "x y z") == []
    assert rules("où sont les trois", "où sont les trois") == ["T301"]


def test_a_postal_address_stays_as_it_is() -> None:
    """Its house, a street, its code and town are for the postman there."""
    address = "12, rue de la Paix, 75002 Paris"

    assert rules(address, address) == []


def test_a_candidate_of_the_source_bans_nothing() -> None:
    """Nobody has decided yet that the word opposite is the concept that the ban is about."""
    guess = fr("vaisseau", None, process=ProcessStatus.CANDIDATE)
    banned = en("vessel", DEPRECATED, forbidden=Scope.BILINGUAL)

    assert rules("Le vaisseau part.", "The vessel leaves.", concept(guess, banned)) == []
    assert rules("Le vaisseau part.", "The vessel leaves.", concept(fr("vaisseau"), banned)) == [
        "T101"
    ]


def test_what_one_concept_forbids_and_another_deprecates_is_forbidden() -> None:
    """The graver finding stands alone, whichever concept the glossary has first."""
    ship = concept(fr("vaisseau"), en("vessel", DEPRECATED, forbidden=Scope.ALWAYS))
    boat = concept(fr("bateau"), en("vessel", DEPRECATED))

    for known in ((ship, boat), (boat, ship)):
        found = rules("Vaisseau ou bateau.", "Ship, boat or vessel.", *known)
        assert found.count("T101") == 1
        assert "T102" not in found


def test_derived_words_far_apart_are_no_derived_form() -> None:
    """«orbital» at the head of a sentence and «verified» at its end say no orbit verification."""
    check_up = concept(fr("vérification d'orbite"), en("orbit verification"))
    near = "The orbital data were verified."
    far = "The orbital station that we had seen so often from our garden was then verified."

    assert rules("La vérification d'orbite.", near, check_up) == ["T104"]
    assert rules("La vérification d'orbite.", far, check_up) == ["T103"]


def test_codes_that_belong_together_are_missed_once() -> None:
    """By a name that people know, not by that of the format."""
    codes = (Code(0, "bpt 1"), Code(3, "ept 1"), Code(3, "ph 2"))
    found = check([SegmentPair("Six.", "Six !", codes, codes[:1])], [], "en", "fr")
    lost = check([SegmentPair("Six.", "Six !", codes)], [], "en", "fr")

    assert [one.message for one in found] == [
        "code missing: closing code 1",
        "code missing: placeholder 2",
    ]
    assert [one.message for one in lost] == ["code missing: pair 1", "code missing: placeholder 2"]


def test_numbers_that_changed_places_are_told_by_the_terms_at_them() -> None:
    """Without a term at them their order says nothing."""
    known = concept(fr("pompe"), en("pump")), concept(fr("vanne"), en("valve"))
    source = "Il faut 5 pompes et 7 vannes."

    assert rules(source, "It takes 7 pumps and 5 valves.", *known) == ["T201", "T201"]
    assert rules(source, "It takes 7 valves and 5 pumps.", *known) == []
    assert rules(source, "It takes 7 pumps and 5 valves.") == []


def test_a_pair_of_tags_is_missed_once() -> None:
    """At its opening tag; a closing one alone is missed by itself."""

    def said(source: str, target: str) -> list[str]:
        found = check([SegmentPair(source, target)], [], "en", "fr", rules=["T601"])
        return [one.message for one in found]

    assert said("Press <b>it</b> now.", "Appuyez là.") == ["code missing: <b>"]
    assert said("Press it now.", "Appuyez <b>là</b>.") == ["code added: <b>"]
    assert said("Press <b>it</b> now.", "Appuyez <b>là.") == ["code missing: </b>"]


def test_a_pair_of_codes_opens_before_it_closes() -> None:
    """Placeholders may change places; what the source has turned round may stay so."""
    right = (Code(0, "bpt 1"), Code(3, "ept 1"), Code(3, "ph 2"))
    turned, moved = (right[1], right[0], right[2]), (right[2], *right[:2])

    def said(source: tuple[Code, ...], target: tuple[Code, ...]) -> list[str]:
        pair = SegmentPair("Six.", "Six !", source, target)
        return [one.message for one in check([pair], [], "en", "fr")]

    assert said(right, turned) == ["code out of order: pair 1 closes before it opens"]
    assert said(right, moved) == said(turned, turned) == said(turned, right) == []


def test_the_sign_of_a_currency_renders_its_name() -> None:
    """Or its code; the sign of another currency does not, and at a sum that is T201 alone."""
    euro, dollar = concept(fr("euro"), en("euro")), concept(fr("dollar américain"), en("US dollar"))

    for right in ("It costs €5.", "It costs EUR 5.", "It costs 5 euros."):
        assert rules("Il coûte 5 euros.", right, euro, dollar) == []
    assert rules("Il coûte 5 dollars américains.", "It costs US$5.", euro, dollar) == []
    assert rules("Il coûte 5 euros.", "It costs $5.", euro, dollar) == ["T201"]
    yen, yuan = concept(fr("yen"), en("yen")), concept(fr("yuan"), en("yuan"))
    assert rules("Il coûte 5 yuans.", "It costs CNY 5.", yen, yuan) == []
    assert rules("Il coûte 5 yuans.", "It costs JPY 5.", yen, yuan) == ["T103"]
    assert rules("Des euros.", "Some $.", concept(fr("euros"), en("euro zone"))) == ["T103"]


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("télédétection", "La télé-détection.", ["spelt otherwise: «télé-détection»"]),
        ("bande passante", "La bandepassante.", ["spelt otherwise: «bandepassante»"]),
        ("bande S", "Les bandes du spectre.", []),
        ("bande S", "Émise en bande-S.", []),
        ("bande S", "Émise en bande S.", []),
    ],
)
def test_a_text_alone_is_held_to_the_spelling_of_the_glossary(
    term: str, text: str, found: list[str]
) -> None:
    """But a letter that stands alone makes no word with the one before it."""
    told = check([SegmentPair("", text)], [concept(fr(term))], "fr", "fr", rules=["T106"])

    assert [one.message for one in told] == found
