"""What a program replaces comes back, whatever library or template it is written for."""

from __future__ import annotations

import pytest

from hanging import no_hanging
from termbase.checking import check
from termbase.model.finding import SegmentPair


def found(languages: str, source: str, target: str, rule: str = "T601") -> list[str]:
    pairs = [SegmentPair(source, target)]
    return [one.message for one in check(pairs, [], *languages.split("-"), rules=[rule])]


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-fr", "%@ of %ld", "%1$@ sur %2$ld"),
        ("en-fr", "%1$lld of %2$@", "%2$@ : %1$lld"),
        ("en-ru", "0x%lx is above 0x%lx", "0x%2$lx меньше 0x%1$lx"),
        ("en-de", "(0x%02X)", "(0x%02x)"),
        ("en-de", "%12s %s", "%-20s %s"),
        ("en-fr", "%lih %limin", "%li h %li min"),
        ("en-fr", "Huge (%1x%2)", "Énorme (%1 × %2)"),
        ("en-de", "Press <Enter> or <TAB>.", "Drücken Sie die Eingabetaste oder Tab."),
        ("en-de", "a <Tab> here", "ein <Tab> hier"),
        ("en-de", "--%s needs <link> <name>", "--%s benötigt <Link> <Name>"),
        ("en-de", "-font <font> Use <font>", "-font <Schriftart> Benutze <Schriftart>"),
        ("en-fr", "<0>Click</0> <1/>", "<0>Cliquez</0> <1/>"),
        ("en-fr", "[b]Bold[/b] text [1]", "Texte [b]gras[/b] [1]"),
        ("en-fr", "[y]es [i]nfo", "[o]ui [d]onnées"),
        ("en-fr", "unlike :help itself", "à la différence de l'aide"),
        ("en-fr", "--config=setting[:value]", "--config=réglage[:valeur]"),
        ("en-ar", "{n, plural, other {# days}}", "{n, plural, two {يومان} other {# يوم}}"),
        ("en-fr", "{g, select, a {x} other {y}}", "{g, select, other {z}}"),
        ("en-fr", "Write “{{” or “}}”.", "Écrivez « {{ » ou « }} »."),
        ("en-es", "Write “{{” or “}}”.", "Escriba «{{» o «}}»."),
        ("en-fr", "the {}th", "le {}<sup>e</sup>"),
        ("en-de", "19<sup>th</sup> century", "19. Jahrhundert"),
        ("en-de", "<td colspan=4><b>Note</b></td>", '<td colspan="4"><b>Hinweis</b></td>'),
        ("en-zh", "incl. {rate}% {name}", "含{rate}%{name}"),
        ("en-fr", "%lu%% complete", "%lu\u00a0%% terminé"),
        ("en-ru", "Elapsed: %.2fs", "Прошло: %.2f с"),
        ("en-ru", "label_compare_to_revision", "Сравнить с версией ${version_id}"),
        ("en-fr", "add-form-is-new", "Cet objet est une traduction nouvelle en ${language} de :"),
        ("en-ru", "label_here?", "Начните здесь: ${link}"),
        ("en-de", "{0:MM/dd/yyyy} to {1:d}", "{0:dd.MM.yyyy} bis {1:d}"),
        ("en-ru", "At {0:h:mm tt}", "В {0:HH:mm}"),
        ("en-ru", "It is active (%1K)", "Она активна (%1 K)"),
        ("en-fr", "%1 %2Ch (%3)", "%1 chapitre %2 (%3)"),
        ("en-fr", r"\bibitem[label]{citekey}", r"\bibitem[étiquette]{clé}"),
        ("en-fr", r"\newline \textbf{bold}", r"\newline \textbf{gras}"),
        ("en-fr", "See :file:`{prefix}/lib`.", "Voir :file:`{préfixe}/lib`."),
        ("en-ru", "{{PLURAL:$1|file|files}}", "{{PLURAL:$1|файл|файла|файлов}}"),
        ("en-fr", "Use {{ and }} for braces", "Utilisez {{ et }} pour les accolades"),
        ("en-ru", "%d%% done", "Готово на %d процентов"),
        ("en-ja", "50%% off", "50パーセント引き"),
        ("en-zh", "%d%% done", "完成百分之%d"),
        ("en-fr", "{{PLURAL:$1|one page|$1 pages}}", "{{PLURAL:$1|1=une page|$1 pages}}"),
        ("en-fr", "{{PLURAL:$1|a page|$1 pages}}", "$1 {{PLURAL:$1|page|pages}}"),
        ("en-ru", "domain:admin:notice.txt", "Список рассылки «$listname»"),
    ],
)
def test_what_programs_take_alike_is_right(languages: str, source: str, target: str) -> None:
    """Lengths and places of printf, widths, keys, and names that the reader replaces."""
    assert found(languages, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("%@ of %ld", "%1$@ sur %2$s", "code added: %2$s"),
        ("0x%lx bytes", "0x octets", "code missing: %lx"),
        ("Huge (%1x%2)", "Énorme (%1 × %3)", "code missing: %2"),
        ("$t(common.save) now", "$t(commun.save) maintenant", "code missing: $t(common.save)"),
        ("@:common.save now", "@:commun.save maintenant", "code missing: @:common.save"),
        ("{% if x %}Yes{% endif %}", "{% si x %}Oui{% endif %}", "code missing: {% if x %}"),
        ("<%= name %> left", "<%= nom %> est parti", "code missing: <%= name %>"),
        ("The :attribute is off.", "Le champ :attribut est vide.", "code missing: :attribute"),
        ("<0>Click</0> here", "Cliquez ici", "code missing: <0>"),
        ("[b]Bold[/b] text", "[b]Gras texte", "code missing: [b]"),
        ("[url=x]a[/url]", "a", "code missing: [url=x]"),
        ("5 m<sup>2</sup>", "5 m2", "code missing: <sup>"),
        ("{{PLURAL:$1|file|files}}", "{{PLURAL:$2|a|b}}", "code missing: {{PLURAL:$1|file|files}}"),
        ("It is active (%1K)", "Il est actif (%2 K)", "code added: %2"),
        (
            "{{PLURAL:$1|one page|$1 pages}}",
            "{{PLURAL:$1|une page|des pages}}",
            "code missing in a choice: $1",
        ),
        (r"Hello\n{name}", r"Bonjour\n", "code missing: {name}"),
        (r"Total:\tv{0}{1}", r"Total :\tv{0}", "code missing: {1}"),
        (r"Saved.\r\n{name} left", r"Enregistré.\r\n", "code missing: {name}"),
        ("Done: %d%%", "Terminé : %d", "code missing: %%"),
        ("{0:N2} left", "{0:N0} restants", "code missing: {0:N2}"),
        ("{1:yyyy-MM-dd} left", "{0:dd/MM/yyyy} restants", "code missing: {1:yyyy-MM-dd}"),
        ("<td colspan=4>Note</td>", "Remarque", "code missing: <td colspan=4>"),
        ("follow-up", "${n} suites", "code added: ${n}"),
        ("save_all %s of %d", "%d enregistrés", "code missing: %s"),
        (
            "{n, plural, one {# file} other {# files}}",
            "{n, plural, one {# fichier} other {# fichiers}",
            "code missing in a choice: a brace",
        ),
        (
            "{g, select, male {He} other {They}} left",
            "{g, select, homme {Il est} other {Ils sont}} partis",
            "code missing in a choice: male {…}",
        ),
    ],
)
def test_a_code_that_is_lost_or_translated_is_found(source: str, target: str, message: str) -> None:
    """Of printf, Qt, ICU and the templates of web frameworks."""
    assert message in found("en-fr", source, target)


@pytest.mark.parametrize(
    "text", ["<1>", "[b]", "{%", "<%", "$t(", "%1x", "@:a", "`a", "<a b=c ", "A1 1.10 "]
)
def test_a_segment_of_codes_alone_costs_no_more_than_its_length(text: str) -> None:
    """Each begins what nothing ends."""
    with no_hanging():
        found("en-fr", text * 30_000, text * 30_000 + "x", "T601")


def test_a_list_of_names_is_no_text_left_as_it_was() -> None:
    """A word with a hyphen is one word among them."""
    fonts = "_Swiss (Arial, Helvetica, sans-serif)"
    assert found("en-fr", fonts, fonts, "T301") == []
    text = "Open the read-only file"
    assert len(found("en-fr", text, text, "T301")) == 1


def test_what_fills_a_page_and_names_of_translators_are_not_compared() -> None:
    """«Lorem ipsum» stays as it is, and catalogues ask translators for their names."""
    filler = "Lorem ipsum dolor sit amet, consectetur adipiscing elit."
    assert found("en-fr", filler, filler, "T301") == []
    names = [("Your names", "Hans Meier,Jörg Mayer"), ("Made by Meier", "Von Hans Meier")]
    pairs = [SegmentPair(*one) for one in names]
    assert check(pairs, [], "en", "de", rules=["T503", "T701"]) == []
    assert found("en-de", "Your emails", "hans@example.org", "T602") == []


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("-cTAG, --comments=TAG", "-cТЕГ, --comments=ТЕГ", 0),
        ("csN sets N", "csН задаёт Н", 0),
        ("PREFIXaa, PREFIXab", "ПРЕФИКСaa, ПРЕФИКСab", 0),
        ("%lid %limin %llus", "%liд %liмин %lluс", 0),
        ("vtH here", "vtН здесь", 1),
        ("-c TAG", "-c ТEГ", 1),
        ("signal list", "cписок сигналов", 1),
    ],
)
def test_letters_of_a_code_are_no_disguise(source: str, target: str, words: int) -> None:
    """Those of an option stay Latin where its value is Cyrillic, as those of a placeholder do."""
    assert len(found("en-ru", source, target, "T402")) == words
