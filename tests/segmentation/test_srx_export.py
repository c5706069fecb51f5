"""Our own rules as SRX: they compile everywhere, and cut nearly alike."""

import io
import re
from pathlib import Path

import pytest

from omegat_segmenter import omegat_segments
from termbase.formats.srx import write_srx
from termbase.languages import KNOWN
from termbase.languages.abbreviations import read_abbreviations
from termbase.segmentation import Rules, segment
from termbase.segmentation.srx_export import UNSAID, exported

ROOT = Path(__file__).parents[2]
EXPORTED = exported(Rules())


def contents(segments):
    """Return what a translator sees of each segment."""
    return [one.content for one in segments]


def marked_lines(language):
    """Return the marked sentences of a language on one line, without their marks."""
    path = ROOT / "tests" / "languages" / f"{language}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.strip() and not line.startswith("#") and "⏎" not in line]
    return [line.replace("|", "") for line in kept]


def test_every_exported_rule_compiles_and_every_language_is_mapped():
    """No rule of ours is refused by the reader of ours; each known language has its map."""
    assert EXPORTED.faults() == []
    assert EXPORTED.cascade
    assert len(EXPORTED.maps) == len(EXPORTED.languages) >= len(KNOWN)
    assert len(EXPORTED.rules_for("fr-CA")) > len(EXPORTED.rules_for("sw")) > 0


@pytest.mark.parametrize("language", ["fr", "en", "ru"])
def test_the_article_is_cut_alike(language):
    """The exported rules give the article the segments of our own."""
    text = (ROOT / f"tm/sources/article.{language}.txt").read_text(encoding="utf-8")

    assert contents(EXPORTED.segment(text, language)) == contents(segment(text, language))


@pytest.mark.parametrize("language", KNOWN)
def test_marked_sentences_are_cut_nearly_alike(language, capsys):
    """What SRX can say is said: three of four hard sentences are cut as our own rules cut them."""
    lines = marked_lines(language)
    alike = [
        contents(EXPORTED.segment(line, language)) == contents(segment(line, language))
        for line in lines
    ]

    with capsys.disabled():
        print(f" {language}: {sum(alike)} of {len(lines)} alike", end="")
    assert sum(alike) >= 0.75 * len(lines)


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "M. Roy et Mme Le Goff. Elle écoute.", ["M. Roy et Mme Le Goff.", "Elle écoute."]),
        ("fr", "Voir p. 12, etc. Puis l'art. 3.", ["Voir p. 12, etc.", "Puis l'art. 3."]),
        ("en", "He left at 6 P.M. Mr. Smith went.", ["He left at 6 P.M.", "Mr. Smith went."]),
        ("en", "At 5 a.m. Mr. Smith went.", ["At 5 a.m. Mr. Smith went."]),
        ("ru", "И т. д. и т. п. В общем, да.", ["И т. д. и т. п.", "В общем, да."]),
        ("ru", "Чарльз Дж. Филлипс. Он.", ["Чарльз Дж. Филлипс.", "Он."]),
        ("de", "Am 3. Mai kam Dr. Roth. Er blieb.", ["Am 3. Mai kam Dr. Roth.", "Er blieb."]),
        ("zh", "你好。我很好！", ["你好。", "我很好！"]),
        ("sw", "Moja. Mbili (tatu. Nne) tano.", ["Moja.", "Mbili (tatu. Nne) tano."]),
    ],
)
def test_each_kind_of_rule_is_said(language, text, wanted):
    """Titles, numbers, closings, units, fronted times, initials, brackets, wide marks."""
    assert contents(EXPORTED.segment(text, language)) == wanted


def test_abbreviations_of_the_user_go_along():
    """What --abbreviations adds stands in the exported rules too."""
    more = read_abbreviations(["[never]", "Zzt."], "mine.txt")

    cut = exported(Rules(abbreviations=more)).segment("Le Zzt. Roy parle.", "fr")

    assert contents(cut) == ["Le Zzt. Roy parle."]
    assert len(EXPORTED.segment("Le Zzt. Roy parle.", "fr")) == 2


def test_exceptions_have_a_length_that_java_can_look_behind_at():
    """No group of several lengths is repeated, and no plus or star stands inside of a set."""
    befores = [rule.before for one in EXPORTED.languages for rule in one.rules if not rule.breaks]

    for before in befores:
        bare = re.sub(r"\\p\{\w+\}|\\.", "a", before)
        bare = re.sub(r"\(\?<?[!=][^()]*\)", "", bare)
        assert not re.search(r"\)[*+{]", bare), before
        assert not re.search(r"\[[^\]]*[*+][^\]]*\]", bare), before


@pytest.mark.parametrize("language", ["fr", "en", "ru"])
def test_omegat_loads_the_exported_rules_and_cuts_as_we_do(language, tmp_path, capsys):
    """OmegaT's own reader takes the file, and its segmenter cuts the article and the sentences."""
    text = (ROOT / f"tm/sources/article.{language}.txt").read_text(encoding="utf-8")
    paragraphs = [" ".join(one.split()) for one in text.split("\n\n") if one.strip()]
    lines = [*paragraphs, *(" ".join(one.split()) for one in marked_lines(language))]
    stream = io.BytesIO()
    write_srx(stream, EXPORTED, remarks=UNSAID)

    theirs = omegat_segments(lines, language, tmp_path, stream.getvalue())

    assert theirs == [
        [one for one in contents(EXPORTED.segment(line, language)) if one] for line in lines
    ]
    alike = sum(
        contents(segment(line, language)) == one for line, one in zip(lines, theirs, strict=True)
    )
    with capsys.disabled():
        print(f" {language}: OmegaT cuts {alike} of {len(lines)} as our own rules", end="")
