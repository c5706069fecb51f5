"""What a heading says of the columns of a table, in whichever language and layout it is written."""

from io import BytesIO

import pytest

from hanging import no_hanging
from termbase.errors import FormatError
from termbase.formats.delimited import read_glossary, write_glossary
from termbase.model.repair import Repair


def read(tmp_path, table, **options):
    """The glossary that a table holds."""
    path = tmp_path / "a.csv"
    path.write_text(table, encoding="utf-8")
    return read_glossary(str(path), **{"source": None, "target": None, **options})


def languages(glossary):
    """The languages of the terms of each concept."""
    return [[one.language for one in concept.terms] for concept in glossary.concepts]


@pytest.mark.parametrize(
    ("heading", "spoken"),
    [
        ("Deutsch;Englisch", ["de", "en"]),
        ("Español;Inglés", ["es", "en"]),
        ("Polski;Angielski", ["pl", "en"]),
        ("Українська;Англійська", ["uk", "en"]),
        ("中文;英文", ["zh", "en"]),
        ("中文术语;英文术语", ["zh", "en"]),
        ("العربية;الإنجليزية", ["ar", "en"]),
        ("англ.;рус.", ["en", "ru"]),
        ("Английский термин;Русский эквивалент", ["en", "ru"]),
        ("Русский язык;Langue française", ["ru", "fr"]),
        ("en_US;fr_FR", ["en-US", "fr-FR"]),
        ("English-US;French - Canada", ["en-US", "fr-CA"]),
        ("English_United Kingdom;French_France", ["en-GB", "fr-FR"]),
        ("EN - English;FR - French", ["en", "fr"]),
        ("English / Anglais;French / Français", ["en", "fr"]),
        ("Term (EN);Translation (FR)", ["en", "fr"]),
        ("English translation;FR", ["en", "fr"]),
        ("EN_text;FR_text", ["en", "fr"]),
        ("Serbian (Latin);English", ["sr-Latn", "en"]),
    ],
)
def test_a_heading_names_its_languages(tmp_path, heading, spoken):
    """By their names in any of our languages, cut short or said twice, with a region behind."""
    assert languages(read(tmp_path, f"{heading}\naaa;bbb\n")) == [spoken]


@pytest.mark.parametrize(
    ("heading", "spoken"),
    [
        ("Terme;Term", ["fr", "en"]),
        ("Term;Terme", ["en", "fr"]),
        ("Термин;Begriff", ["fr", "en"]),
        ("Original;Traducción", ["fr", "en"]),
        ("source_term;target_term", ["fr", "en"]),
        ("Source segment;Target segment", ["fr", "en"]),
        ("word;translation", ["fr", "en"]),
    ],
)
def test_a_heading_that_names_no_language_is_no_entry(tmp_path, heading, spoken):
    """Words for a term are in their own languages, or in the order of -s and -t."""
    glossary = read(tmp_path, f"{heading}\naaa;bbb\n", source="fr", target="en")

    assert languages(glossary) == [spoken]
    with pytest.raises(FormatError, match="does not say which languages"):
        read(tmp_path, f"{heading}\naaa;bbb\n")


def test_a_column_named_source_holds_no_terms_beside_named_languages(tmp_path):
    """Where a term was found is no second French term, whatever -s says."""
    table = "English term;French term;Source\npump;pompe;ISO 1\n"
    (concept,) = read(tmp_path, table, source="fr", target="en").concepts

    assert [one.text for one in concept.terms] == ["pump", "pompe"]
    assert [(one.type, one.value) for one in concept.extras] == [("source", "ISO 1")]


@pytest.mark.parametrize("heading", ["Английский;Русский", "German;EN", "en-GB;ru"])
def test_columns_in_other_languages_than_asked_are_refused(tmp_path, heading):
    """Terms came in under the wrong language, and their heading as one of them."""
    with pytest.raises(FormatError, match=r"a.csv:1: the columns are in .*, none in fr; leave -s"):
        read(tmp_path, f"{heading}\naaa;bbb\n", source="fr", target="en")


def test_two_letters_may_be_words(tmp_path):
    """«it» is «es» in German; a first row of such words is an entry."""
    glossary = read(tmp_path, "it;es\npump;Pumpe\n", source="en", target="de")

    assert len(glossary.concepts) == 2


def test_who_a_row_is_for_is_said_of_its_terms(tmp_path):
    """A column of customers or projects in any language, so that filters find its terms."""
    table = "FR;EN;Client;Проект\npompe;pump;CNES;P1\nvis;screw;;\n"
    first, second = read(tmp_path, table).concepts

    assert {(one.customer, one.project) for one in first.terms} == {("CNES", "P1")}
    assert {(one.customer, one.project) for one in second.terms} == {("", "")}


@pytest.mark.parametrize(
    "heading",
    [
        "Preferred term (EN);Forbidden term (EN);FR",
        "EN recommended;EN not recommended;French term",
        "Terme anglais préféré;Terme anglais à éviter;Terme français",
        "Рекомендуемый английский термин;Запрещённый английский термин;Французский термин",
        "English preferred;English - do not use;French",
        "English (preferred);English [forbidden];French",
        "Preferred (EN);Forbidden (EN);FR",
    ],
)
def test_a_heading_may_say_how_its_terms_are_used(tmp_path, heading):
    """A client's forbidden terms came in under another language, or as a remark."""
    table = f"{heading}\nspacecraft;space vehicle;engin\npump;;pompe\n"
    glossary = read(tmp_path, table)
    statuses = [
        (one.text, one.language, one.status and one.status.word)
        for one in glossary.concepts[0].terms
    ]

    assert statuses == [
        ("spacecraft", "en", "preferred"),
        ("space vehicle", "en", "deprecated"),
        ("engin", "fr", None),
    ]
    stream = BytesIO()
    write_glossary(stream, glossary, delimiter=";")
    assert stream.getvalue().decode() == table


def test_a_word_behind_a_code_is_no_script_and_no_variant(tmp_path):
    """Notes and statuses came in as terms of «fr-Note» and «en-status»."""
    repairs: list[Repair] = []
    table = "EN;FR;FR_note;EN_status;sr_Latn\na;b;c;preferred;d\n"
    [concept] = read(tmp_path, table, report=repairs.append).concepts

    assert [(one.language, one.text) for one in concept.terms] == [
        ("en", "a"),
        ("fr", "b"),
        ("sr-Latn", "d"),
    ]
    assert [one.value for one in concept.extras] == ["c", "preferred"]
    assert len(repairs) == 1  # of «FR_note»; «EN_status» is one of the English term


@pytest.mark.parametrize("word", ["a", "forbidden"])
def test_a_cell_of_blanks_is_looked_through_once(tmp_path, word):
    """Each was tried as a heading at every blank: a minute for 50,000 of them."""
    table = f"EN;FR;{word}{' ' * 200_000}(\nx;y;z\n"

    with no_hanging():
        assert len(read(tmp_path, table).concepts) == 1


def test_a_region_and_a_use_may_share_brackets(tmp_path):
    """The comma between them goes."""
    [concept] = read(tmp_path, "English (US, forbidden);FR\na;b\n").concepts

    assert [(one.language, one.status and one.status.word) for one in concept.terms] == [
        ("en-US", "deprecated"),
        ("fr", None),
    ]


@pytest.mark.parametrize("sign", ["-", "—", "?", "n/a", "N/A", "...", "/"])
def test_what_stands_for_no_term_is_none(tmp_path, sign):
    """A dash in a cell is no term; it is told and comes back, and a row of dashes is left out."""
    repairs: list[Repair] = []
    table = f"FR;EN\npompe;{sign}\nNA;sodium\n%;per cent\n{sign};{sign}\n"
    glossary = read(tmp_path, table, report=repairs.append)
    texts = [[one.text for one in concept.terms] for concept in glossary.concepts]

    assert texts == [["pompe"], ["NA", "sodium"], ["%", "per cent"]]
    said = f"«{sign}» stands for no term, as 3 cells do"
    assert [one.problem for one in repairs] == ["a row without any term", said]
    stream = BytesIO()
    write_glossary(stream, glossary, delimiter=";")
    back = stream.getvalue().decode().replace("'-", "-")  # a spreadsheet takes it for a formula
    assert back == table[: table.rindex(f"{sign};")]


def test_synonyms_parted_by_commas_are_told(tmp_path):
    """A comma may belong to a term; who reads the report parts them by semicolons."""
    repairs: list[Repair] = []
    glossary = read(tmp_path, "FR;EN\nfusée, lanceur;rocket\n", report=repairs.append)

    assert [one.text for one in glossary.concepts[0].terms] == ["fusée, lanceur", "rocket"]
    assert [one.problem for one in repairs] == ["«fusée, lanceur» looks like several terms"]
    assert repairs[0].action == "each is kept as one term; a semicolon would part them"


@pytest.mark.parametrize(
    ("table", "options", "spoken"),
    [
        ("ru\nкосмос\nорбита\n", {}, [["ru"], ["ru"]]),
        ("ru\nкосмос\n", {"source": "ru"}, [["ru"]]),
        ("Russian;Определение;Примечание\nкосмос;всё;да\n", {}, [["ru"]]),
        ("Term,Definition\nspacecraft,a vehicle\n", {"source": "en"}, [["en"]]),
        ("термин\nкосмос\n", {"source": "ru"}, [["ru"]]),
        ("космос\nорбита\n", {"target": "ru"}, [["ru"], ["ru"]]),
        ("English,,\nEnglish,French,\ncar,voiture,\n", {}, [["en", "fr"]]),
    ],
)
def test_a_list_may_be_in_one_language(tmp_path, table, options, spoken):
    """Its heading names it, or whoever imports it does; it comes back as it was."""
    glossary = read(tmp_path, table, **options, report=[].append)

    assert languages(glossary) == spoken


@pytest.mark.parametrize(
    ("table", "options"),
    [
        ("космос\nорбита\n", {}),
        ("ru;Kommentator\nкосмос;да\n", {}),
        ("ru\nкосмос\tcosmos\n", {}),
        ("космос;cosmos\nорбита;orbite\n", {"source": "ru"}),
        ("English;Translation\norbit;орбита\n", {"target": "en"}),
        ("English;Source\norbit;ESA 2020\n", {"source": "en"}),
    ],
)
def test_what_may_be_in_two_languages_is_not_guessed(tmp_path, table, options):
    """A column more may be the other language."""
    with pytest.raises(FormatError, match="does not say which languages"):
        read(tmp_path, table, **options)


MEMOQ = (
    "Entry_ID,Entry_Subject,Entry_ClientID,English_United_States_Def,English_United_States,"
    "Term_Info,Term_Example,Chinese_PRC_Def,Chinese_PRC,Term_Info,Term_Example\n"
    "1,Space,ESA,a vehicle,space|craft engin|es,CasePermissive;Custom,,,飞船,,\n"
)


def test_a_table_of_memoq_is_read_as_that_tool_writes_it(tmp_path):
    """Underscores for blanks in its languages, its own words for a client, marks of endings."""
    told: list[Repair] = []
    [concept] = read(tmp_path, MEMOQ, report=told.append).concepts
    english, chinese = concept.terms

    assert (english.text, english.language) == ("spacecraft engines", "en-US")
    assert (chinese.text, chinese.language, english.customer) == ("飞船", "zh-CN", "ESA")
    assert [(one.language, one.text) for one in concept.definitions] == [("en-US", "a vehicle")]
    marks = [one for one in told if "where endings begin" in one.problem]
    assert [(one.line, one.action) for one in marks] == [(2, "read without the marks")]


def test_strokes_that_are_no_marks_of_memoq_stay(tmp_path):
    """Only its terms have marks; what a definition or a note says comes in as it stands."""
    table = "Entry_Note,English,Term_Info,French,French_Def\nkm|h,speed,,vitesse,m|s\n"
    told: list[Repair] = []
    [concept] = read(tmp_path, table, report=told.append).concepts

    assert (concept.notes, concept.definitions[0].text) == (("km|h",), "m|s")
    assert not [one for one in told if "endings" in one.problem]


def test_a_stroke_parts_terms_in_every_other_table(tmp_path):
    glossary = read(tmp_path, "en;fr\ncar|automobile;voiture\n")

    assert languages(glossary) == [["en", "en", "fr"]]


IATE = """E_ID|E_DOMAINS|L_CODE|T_TERM|T_TYPE|T_RELIABILITY|T_EVALUATION
IATE-1|chemistry;fuels, gas|en|catalyst|Term|Reliable|Preferred
IATE-1|chemistry;fuels, gas|en|accelerant|Term|Reliable|Obsolete
IATE-1|chemistry;fuels, gas|de|Kat|Abbreviation|Minimum reliability|Proposed
"""


def test_a_table_of_iate_is_read_as_it_is_downloaded(tmp_path):
    """Bars part its cells, each row is a term, and its evaluation says how that may be used."""
    (concept,) = read(tmp_path, IATE).concepts
    terms = [(t.language, t.text, t.type, t.reliability) for t in concept.terms]

    assert (concept.id, concept.subject) == ("IATE-1", "chemistry;fuels, gas")
    assert terms == [
        ("en", "catalyst", "fullForm", "Reliable"),
        ("en", "accelerant", "fullForm", "Reliable"),
        ("de", "Kat", "abbreviation", "Minimum reliability"),
    ]
    assert [t.status and t.status.word for t in concept.terms] == ["preferred", "superseded", None]
    assert [t.process and t.process.value for t in concept.terms] == [None, None, "candidate"]


def test_bars_part_synonyms_in_every_other_table(tmp_path):
    """Even where more rows have bars than commas."""
    (one, other) = read(tmp_path, "en,fr\ncar|auto|motor,voiture\nlorry|truck,camion\n").concepts

    assert [t.text for t in one.terms] == ["car", "auto", "motor", "voiture"]
    assert [t.text for t in other.terms] == ["lorry", "truck", "camion"]


@pytest.mark.parametrize("wanted", [{"source": "en"}, {"source": "ru", "target": "en"}])
@pytest.mark.parametrize("table", ["Russian\nспутник\n", "Russian,note\nспутник,тело\n"])
def test_a_list_in_another_language_than_is_named_is_refused(tmp_path, table, wanted):
    """Its heading was a term of the language named, and so were all below it."""
    column = 2 if "," in table else 1
    said = f"the terms are in ru, none in en; leave .*: --columns en={column}$"
    with pytest.raises(FormatError, match=said):
        read(tmp_path, table, **wanted)


def test_names_of_languages_are_terms_where_they_are_a_list(tmp_path):
    glossary = read(tmp_path, "Russian\nEnglish\nFrench\n", source="en")

    assert [one.terms[0].text for one in glossary.concepts] == ["Russian", "English", "French"]


def test_one_column_of_statuses_says_nothing_of_two_languages(tmp_path):
    """Nobody knows which of the terms it means."""
    [concept] = read(tmp_path, "English,French,Status\nship,navire,forbidden\n").concepts

    assert [term.status for term in concept.terms] == [None, None]


@pytest.mark.parametrize(
    "heading",
    ["ID", "concept_id", "No.", "Nr.", "Nr", "№", "n°", "Lfd. Nr.", "№ п/п", "Entry ID", "#"],
)
def test_numbers_of_rows_are_no_terms_and_no_surprise(tmp_path, heading):
    """A column that numbers entries is kept and written again; nothing is told of it."""
    table = f"{heading},English,French\nT-1,orbit,orbite\nT-2,rocket,fusée\n"
    told: list[Repair] = []
    glossary = read(tmp_path, table, report=told.append)
    out = BytesIO()
    write_glossary(out, glossary, delimiter=",")

    assert (languages(glossary), told) == ([["en", "fr"]] * 2, [])
    assert out.getvalue().decode() == table


def test_a_numbered_list_in_one_language_has_its_heading(tmp_path):
    """Numbers beside the terms are no second language; words beside them may be."""
    assert languages(read(tmp_path, "No.,French\n1,orbite\n")) == [["fr"]]
    with pytest.raises(FormatError, match="does not say which languages"):
        read(tmp_path, "No.,French\nnein,non\n")


@pytest.mark.parametrize("numbers", [("1", "2"), ("1.", "2.")])
def test_numbers_before_a_table_without_heading_are_no_terms(tmp_path, numbers):
    """«1» came in as a Russian term, and its Russian term as an English one."""
    first, second = numbers
    table = f"{first},ракета,rocket,R\n{second},орбита,orbit,\n"
    glossary = read(tmp_path, table, source="ru", target="en")
    out = BytesIO()
    write_glossary(out, glossary, delimiter=",")

    assert [one.text for one in glossary.concepts[0].terms] == ["ракета", "rocket"]
    assert glossary.concepts[0].notes == ("R",)
    assert out.getvalue().decode() == table


def test_numbers_beside_words_may_be_terms(tmp_path):
    """Of two columns, or where a row begins with a word, the first is that of terms."""
    for table in ("1,one\n2,two\n", "1,one,n\nx,ten,n\n"):
        glossary = read(tmp_path, table, source="ru", target="en")

        assert [one.text for one in glossary.concepts[0].terms] == ["1", "one"]


def test_a_comment_is_no_heading_of_numbers(tmp_path):
    """An entry behind a sign of its own is put out of use, as any line that begins so is."""
    table = "English,French\norbit,orbite\n#,rocket,fusée\n"

    assert languages(read(tmp_path, table)) == [["en", "fr"]]


def test_a_list_headed_by_its_script_is_in_the_language_that_one_names(tmp_path):
    """«Latin» is the language where nobody says another; a list of languages is one of terms."""
    table = "Latin\norbit\nrocket\n"

    assert languages(read(tmp_path, table)) == [["la"], ["la"]]
    assert languages(read(tmp_path, table, source="en")) == [["en"], ["en"]]
    assert len(languages(read(tmp_path, "Latin\nGreek\n", source="en"))) == 2
    with pytest.raises(FormatError, match="the terms are in fr, none in en"):
        read(tmp_path, "French\norbite\n", source="en")


@pytest.mark.parametrize(
    "heading", ["Kommentar", "Hinweise", "Nota", "Комментарии", "Коментар", "备注"]
)
def test_a_remark_is_told_by_its_heading_in_many_languages(tmp_path, heading):
    """It was kept, but shown nowhere, and told to name no language."""
    told: list[Repair] = []
    glossary = read(tmp_path, f"de,fr,{heading}\nRakete,fusée,groß\n", report=told.append)

    assert (glossary.concepts[0].notes, told) == (("groß",), [])
