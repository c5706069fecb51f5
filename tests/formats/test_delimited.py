"""Tables: ours come back cell by cell, those of others are understood, mistakes have a place."""

import csv
import gzip
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.values import glossaries, patient, texts
from termbase.errors import FormatError
from termbase.formats._table import line_of_cells, rows
from termbase.formats.delimited import COLUMNS, read_glossary, write_glossary
from termbase.model.concept import (
    AdministrativeStatus,
    Concept,
    DataCategory,
    Definition,
    Glossary,
    Relation,
    Scope,
    Term,
)
from termbase.model.wishes import Wishes

KEPT = ("kept as it is", False)
READ_ON = ("read as it stands; close it", False)
SPOKEN = {"source": "fr", "target": "en"}
HEADING = "concept\tlanguage\tterm\tstatus\tforbidden\tprocess\tdefinition\trelations\turl\n"
TABLE = (
    "# l'espace\n"
    + HEADING
    + "c1\tfr\tÉtat de l'Union\tpreferred\t\t\tUnion de deux États.\tsee:c2; broader:c3\t\n"
    + "\n"
    + "c1\ten\tState of the Union\tDeprecated\tbilingual\t\t\t\thttps://example.org\n"
    + "c2\tru\t«Союз»\t\t\tcandidate\t\t\t\n"
)


def written(concepts, delimiter="\t"):
    stream = io.BytesIO()
    glossary = concepts if isinstance(concepts, Glossary) else Glossary(tuple(concepts))
    write_glossary(stream, glossary, delimiter=delimiter)
    return stream.getvalue()


def read(folder, data, name="x.tsv", **options):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_glossary(str(path), **options)


def plain(concept):
    """Return a concept without its place, the columns of its terms in one order."""
    terms = tuple(
        replace(one, extras=tuple(sorted(one.extras, key=lambda x: x.type)))
        for one in concept.terms
    )
    return replace(concept, terms=terms, place="")


@patient
@given(found=glossaries, delimiter=st.sampled_from("\t,;"))
def test_any_concept_survives(tmp_path_factory, found, delimiter):
    """Every attribute, note, relation and extra of a concept is read back, whatever parts cells."""
    glossary = read(tmp_path_factory.mktemp("table"), written(found, delimiter))

    assert [plain(one) for one in glossary.concepts] == [plain(one) for one in found]


@patient
@given(st.lists(st.lists(texts, min_size=1, max_size=4), min_size=1), st.sampled_from("\t,;"))
def test_any_cell_survives(table, delimiter):
    """Quotes, line breaks, delimiters, comments and formulas come back as they were."""
    text = "".join(line_of_cells(row, delimiter) for row in table)

    assert [list(row.cells) for row in rows(text, delimiter)] == table


@patient
@given(st.lists(st.lists(texts, min_size=2, max_size=4), min_size=1), st.sampled_from("\t,;"))
def test_spreadsheets_read_the_same_cells(table, delimiter):
    """What we write, the csv module reads as we do, but for the apostrophe before a formula."""
    text = "".join(line_of_cells(row, delimiter) for row in table)
    others = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)

    assert [[_without_guard(cell) for cell in row] for row in others] == table


def _without_guard(cell):
    guarded = cell.startswith("'") and cell.lstrip("'")[:1] in set("=+-@\t\r")
    return cell[1:] if guarded and cell.lstrip("'") else cell


def test_a_table_is_read_with_its_places(tmp_path):
    """One row per term; the concept knows the row it began in; comments and columns are kept."""
    glossary = read(tmp_path, TABLE)
    union, alliance = glossary.concepts

    assert union == Concept(
        "c1",
        (
            Term("État de l'Union", "fr", AdministrativeStatus.PREFERRED),
            Term(
                "State of the Union",
                "en",
                AdministrativeStatus.DEPRECATED,
                Scope.BILINGUAL,
                extras=(DataCategory("column", "url", "https://example.org"),),
            ),
        ),
        definitions=(Definition("fr", "Union de deux États."),),
        relations=(Relation("see", "c2"), Relation("broader", "c3")),
        place=f"{tmp_path}/x.tsv:3",
    )
    assert alliance.place.endswith(":6")
    assert glossary.header == (DataCategory("comment", "", "# l'espace"),)


def test_the_bytes_are_pinned():
    """All our columns, always in the same order; a formula is made harmless."""
    concept = Concept("c1", (Term("-ment", "fr", note='=cmd|"x"'),), "grammar")

    assert written([concept], ",").decode() == (
        ",".join(COLUMNS) + "\n" + 'c1,fr,\'-ment,,,,,,,,,,grammar,,,,,,"\'=cmd|""x""",,,\n'
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("c1\tfr\tx\tpreferd", ":2:9: «preferd» is not a status; use preferred, admitted, deprec"),
        ("c1\tiw\tx", ":2:4: language «iw» is unknown; did you mean «he»?"),
        ("c1\tfr\t ", ":2:7: the row has no term; fill it in"),
        ("c1\tfr\tx\tpreferred\tnever", ":2:19: «never» is not a forbidden; use bilingual or alw"),
        ("c1\tfr\tx\tpreferred\talways", ":2:19: only a deprecated or superseded term can be forb"),
        ("c1\tfr\tx\t\t\t\t\t\t\ty", ":2:15: «y» stands in column 10 of 9; quote cells that hold"),
        ("c1\tfr\tx\t\t\t\t\tc3", ":2:13: «c3» is not a relation; write relations as broader:c12"),
    ],
)
def test_a_wrong_cell_is_named_with_its_place(tmp_path, row, message):
    """The error says line, column, what is wrong and what would be right."""
    with pytest.raises(FormatError) as caught:
        read(tmp_path, HEADING + row + "\n")
    assert message in str(caught.value)


def test_columns_of_one_name_lose_nothing(tmp_path):
    """A heading that repeats or is missing is numbered."""
    table = "language,term,url,url,\nfr,x,a,b,c\n"
    (concept,) = read(tmp_path, table, "x.csv").concepts

    assert [(one.type, one.value) for one in concept.terms[0].extras] == [
        ("url", "a"),
        ("url 4", "b"),
        ("5", "c"),
    ]


def test_wrong_rows_are_left_out_where_somebody_listens(tmp_path):
    """With a report, a wrong row costs itself alone."""
    repairs = []
    table = HEADING + "c1\tfr\tx\tpreferd\nc1\tfr\ty\n"
    glossary = read(tmp_path, table, report=repairs.append)

    assert [one.text for one in glossary.concepts[0].terms] == ["y"]
    assert (repairs[0].line, repairs[0].rejected) == (2, True)


def test_a_row_without_concept_has_an_id_from_its_content(tmp_path):
    """The same term gets the same id every time."""
    first = read(tmp_path, "term,language\nengin,fr\n", "a.csv").concepts[0]
    second = read(tmp_path, "language,term\nen,x\nfr,engin\n", "b.csv").concepts[1]

    assert first.id == second.id != ""


@pytest.mark.parametrize("table", ["", "\n", "# rien\n", HEADING])
def test_an_empty_table_is_no_error(tmp_path, table):
    """A glossary may be empty; a comment in it stays."""
    assert read(tmp_path, table).concepts == ()


@pytest.mark.parametrize(
    ("table", "options"),
    [
        ("engin spatial\tspacecraft\tvole\n", SPOKEN),
        ("fr,en,note\nengin spatial,spacecraft,vole\n", {}),
        ("French;English;Comment\nengin spatial;spacecraft;vole\n", {}),
        ("sep=;\nfr;en;note\nengin spatial;spacecraft;vole\n", {}),
        (
            '"source","target","note"\n"engin spatial","spacecraft","vole"\n',
            {"source": "fr", "target": "en"},
        ),
    ],
)
def test_tables_with_a_column_per_language_are_read(tmp_path, table, options):
    """OmegaT glossaries, spreadsheets and lists with a heading, whatever parts their cells."""
    (concept,) = read(tmp_path, table, **options).concepts

    assert concept.terms == (Term("engin spatial", "fr"), Term("spacecraft", "en"))
    assert concept.notes == ("vole",)


def test_a_table_comes_back_in_its_own_layout(tmp_path):
    """Where nobody said more than it can hold; else every term has its row."""
    table = "French;English;Comment;URL\nengin spatial;spacecraft;vole;x\n"
    glossary = read(tmp_path, table)
    (concept,) = glossary.concepts
    known = replace(concept.terms[0], status=AdministrativeStatus.PREFERRED)
    more = replace(concept, terms=(known, *concept.terms[1:]))

    assert written(glossary, ";").decode() == table
    again = read(tmp_path, written(replace(glossary, concepts=(more,)), ";"))
    assert [plain(one) for one in again.concepts] == [plain(more)]


def test_columns_that_say_nothing_to_us_are_kept(tmp_path):
    """What names no language and no remark stays with the concept."""
    (concept,) = read(tmp_path, "fr,en,url\na,b,c\n").concepts

    assert concept.extras == (DataCategory("column", "url", "c"),)


@pytest.mark.parametrize(
    ("heading", "language"),
    [
        ("English (US)", "en-US"),
        ("english (United Kingdom)", "en-GB"),
        ("en (GB)", "en-GB"),
        ("EN-GB", "en-GB"),
        ("English [en]", "en"),
        ("Anglais [en-CA]", "en-CA"),
        ("Chinese (Simplified)", "zh-Hans"),
        ("Английский", "en"),
    ],
)
def test_a_heading_names_its_language_in_many_ways(tmp_path, heading, language):
    """By name or code, with a region or the code itself in brackets; and it comes back."""
    table = f"Français,{heading},Русский\npompe,pump,насос\n"
    glossary = read(tmp_path, table, "names.csv")

    assert [one.language for one in glossary.concepts[0].terms] == ["fr", language, "ru"]
    assert written(glossary, ",").decode() == table


def test_what_a_table_does_not_say_is_reported_with_its_line(tmp_path):
    """Columns that name no language, rows longer than the heading, quotes that nobody closes."""
    repairs = []
    head = "# x\nfr,Deutsch?,English (plural),note,ru,\n"
    table = head + "a,b,c,d,e,f\na,b,c,d,e,f,g\na,,,,,,,\n,,,,,,,h\n"
    read(tmp_path, table + '"a,b\n', "a.csv", report=repairs.append)

    assert [(one.line, one.problem, one.action, one.rejected) for one in repairs] == [
        (7, "a quotation mark is not closed where its cell ends", *READ_ON),
        (2, "column 2 «Deutsch?» names no language", *KEPT),
        (2, "column 3 «English (plural)» names no language", *KEPT),
        (4, "the row has 7 cells, the heading 6", "what is more is kept as it is", False),
        (6, "a row without any term", "left out", True),
    ]


def test_an_open_quotation_mark_that_swallows_rows_is_reported(tmp_path):
    """The next mark closes it, as spreadsheets have it; that is said with the line it opens on."""
    repairs = []
    table = 'fr,en\n"engin,craft\nchat,"cat"\n"a\nb" ,"c ""d"""\n'
    read(tmp_path, table, "a.csv", report=repairs.append)

    assert [one.line for one in repairs] == [2]


def test_a_table_without_languages_is_refused(tmp_path):
    """The error says how to name them."""
    with pytest.raises(FormatError, match=r"which languages its columns have; .* -s fr -t en"):
        read(tmp_path, "engin,craft\n")


def test_two_letter_terms_are_not_taken_for_a_heading(tmp_path):
    """«is» and «it» are languages too; the languages that the caller names decide."""
    (concept,) = read(tmp_path, "is\tit\n", source="en", target="fr").concepts

    assert concept.terms[0].text == "is"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_is_read(tmp_path, encoding):
    """UTF-8 and UTF-16, with a mark or without."""
    assert len(read(tmp_path, TABLE.encode(encoding)).concepts) == 2


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1251", "WINDOWS-1251"), ("cp1252", "WINDOWS-1252")]
)
def test_other_encodings_are_refused_with_the_way_out(tmp_path, encoding, name):
    """The error names the byte, its offset and the command that converts the file."""
    text = "ru\ten\nкосмический аппарат\tx\n" if name.endswith("1") else "fr\ten\nété\tsummer\n"
    with pytest.raises(FormatError, match=f"at offset 6 .* iconv -f {name} -t UTF-8"):
        read(tmp_path, text.encode(encoding))


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("Français;English\nl'été – là;summer\n", "cp1252", "WINDOWS-1252"),
        ("ru;en\nкосмический аппарат;spacecraft\nсоюз;union\n", "cp1251", "WINDOWS-1251"),
    ],
)
def test_the_code_pages_of_spreadsheets_are_read_and_told(tmp_path, text, encoding, name):
    """Where the languages are written in them; a spreadsheet does not say which it takes."""
    found = []
    told = read(tmp_path, text.encode(encoding), name="a.csv", report=found.append)

    assert told.concepts == read(tmp_path, text.encode(), name="a.csv").concepts
    assert [(one.line, one.action) for one in found] == [
        (1 if name == "WINDOWS-1252" else 2, f"read as {name}")
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.tab", "a.txt.gz"])
def test_old_glossaries_of_omegat_are_read_in_their_code_page(tmp_path, name):
    """They have no heading: the languages are those that somebody names."""
    found = []
    text = "spacecraft\tкосмический аппарат\tзамечание\n".encode("cp1251")
    data = gzip.compress(text) if name.endswith(".gz") else text
    told = read(tmp_path, data, name=name, report=found.append, source="en", target="ru")

    assert [one.text for one in told.concepts[0].terms] == ["spacecraft", "космический аппарат"]
    assert [one.action for one in found] == ["read as WINDOWS-1251"]


@pytest.mark.parametrize("heading", ["pl;en", "ru;en"])
def test_a_code_page_that_the_languages_have_not_is_refused(tmp_path, heading):
    """A wrong guess turns every letter into nonsense."""
    text = f"{heading}\nłódź ó;boat\n".encode("cp1250")
    with pytest.raises(FormatError, match=r"is not UTF-8"):
        read(tmp_path, text, name="a.csv", report=lambda _: None)


def test_an_open_quotation_mark_costs_nothing(tmp_path):
    """A quotation mark that nobody closes is a character of the term."""
    (one, other) = read(tmp_path, 'fr\ten\n"engin\tcraft\n"a" b\tc\n').concepts

    assert one.terms[0].text == '"engin'
    assert other.terms[0].text == '"a" b'


MEMOQ = "Entry_ID,French,French_Def,English,Term_Info\n1,seau,récipient,bucket,CasePermissive\n"
WEBLATE = "location,source,target,ID,fuzzy,context\n,seau,bucket,,,outils\n"
EXCEL = "sep=;\r\nFrançais;Anglais\r\n'=seau;bucket\r\n"
TRADOS = "French\tEnglish\tStatus\nseau\tbucket\tApproved\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [("memoq.csv", MEMOQ), ("weblate.csv", WEBLATE), ("excel.csv", EXCEL), ("trados.tsv", TRADOS)],
)
def test_tables_of_other_tools_lose_no_cell(tmp_path, name, text):
    """Terms in both languages; what names no language is kept and written back."""
    glossary = read(tmp_path, text, source="fr", target="en")
    (concept,) = glossary.concepts
    stream = io.BytesIO()
    delimiter = "\t" if name.endswith("tsv") else ","
    write_glossary(stream, glossary, delimiter=delimiter)
    cells = [cell for line in text.splitlines() for cell in re.split("[,;\t]", line) if cell]

    assert [one.text.lstrip("=") for one in concept.terms] == ["seau", "bucket"]
    assert all(cell in stream.getvalue().decode() for cell in cells if "sep=" not in cell)


@pytest.mark.parametrize("heading", ["Wort,Übersetzung", "terme,traduction", "Термин,Перевод"])
def test_a_heading_in_the_language_of_its_writer_is_no_concept(tmp_path, heading):
    """Where it says source and target, and a caller says which languages they are."""
    path = tmp_path / "a.csv"
    path.write_text(f"{heading}\nHund,chien\n", encoding="utf-8")
    glossary = read_glossary(str(path), source="de", target="fr")

    assert [[(one.language, one.text) for one in c.terms] for c in glossary.concepts] == [
        [("de", "Hund"), ("fr", "chien")]
    ]


def test_blanks_around_cells_come_back(tmp_path):
    """No term has them, and a table that is written as it came has them again; not told then."""
    data = 'fr,en ,n\nchat, cat ,\n" x",y,  \nchien, dog,"a"\n'
    found = []
    glossary = read(tmp_path, data, "a.csv", report=found.append)

    assert [one.terms[-1].text for one in glossary.concepts] == ["cat", "y", "dog"]
    assert glossary.concepts[1].terms[0].text == " x"
    assert written(glossary, ",").decode() == data.replace('"a"', "a")
    assert [one.problem for one in found] == ["column 3 «n» names no language"]


def test_blanks_that_cannot_come_back_are_told_once(tmp_path):
    """In a table with a row for each term, or where they lay out more than a thousand rows."""
    for data in (
        "language,term\nfr, chat\nfr,chien \n",
        "fr,en\n" + "".join(f"a{number} ,b\n" for number in range(1001)),
    ):
        found = []
        read(tmp_path, data, "a.csv", report=found.append)

        assert ["cells with blanks around" in one.problem for one in found] == [True]
        assert found[0].line == 2


ESCAPED = r"""1,"he said \"no\", twice","il a dit \"non\"
deux fois"
2,"C:\\","C:\dir"
"""


def test_marks_that_are_escaped_by_a_backslash_are_read_and_come_back(tmp_path):
    """Where the table reads well in that way alone; it is told."""
    found = []
    header = '"n","en","fr"\n'
    glossary = read(tmp_path, header + ESCAPED, "a.csv", report=found.append)

    assert [[term.text for term in one.terms] for one in glossary.concepts] == [
        ['he said "no", twice', 'il a dit "non"\ndeux fois'],
        ["C:\\", r"C:\dir"],
    ]
    assert "a backslash before them" in found[0].problem
    assert written(glossary, ",").decode() == header + ESCAPED


def test_backslashes_are_written_plainly_where_no_mark_tells_of_them(tmp_path):
    """Once the last escaped mark is gone, a backslash before the end is one, and stays one."""
    found = read(tmp_path, 'fr,en\n"x\\\\","y"\n"a","c \\"d\\" e"\n', "x.csv")
    left = replace(found, concepts=found.concepts[:1])
    again = read(tmp_path, written(left, ","), "y.csv")

    assert [one.text for one in again.concepts[0].terms] == ["x\\", "y"]


@pytest.mark.parametrize(
    "data",
    [
        'en,fr\n"C:\\","a ""b"""\n',
        'en,fr\n"C:\\",b\n',
        'en,fr\n"a\\"b",c\n"d,e\n',
        'en,fr\na\\"b,"c"\n',
    ],
)
def test_a_backslash_may_be_one(tmp_path, data):
    """Where the rule reads the table well, or nothing does, marks are doubled."""
    found = []
    glossary = read(tmp_path, data, "a.csv", report=found.append)

    assert not any("backslash" in one.problem for one in found)
    assert not any(one.element == "form" for one in glossary.header)


@pytest.mark.parametrize(
    "data",
    [
        b'\xef\xbb\xbf# c\r\nen;fr\r\n dog;chien\r\ncat;"a\nb"\r\n',
        b"sep=;\nen;fr\ndog;chien\n",
        "en\tfr\r\ndog\tchien\r\n".encode("utf-16"),
    ],
)
def test_a_table_is_converted_in_the_form_it_came_in(tmp_path, data):
    """Delimiter, line ends, mark, comments, where the kind stays; else as the ending promises."""
    glossary = read(tmp_path, data, "a.csv")
    alike = io.BytesIO()
    write_glossary(alike, glossary, delimiter=",", wishes=Wishes(alike=True))

    assert alike.getvalue() == data
    assert b"\r\n" not in written(glossary, ",")
    assert b"dog,chien\n" in written(glossary, ",")


def test_very_many_equal_rows_are_read_at_once(tmp_path):
    """Each is a concept of its own; counting anew for each would take minutes."""
    (tmp_path / "a.csv").write_text("fr,en\n" + "oui,yes\n" * 20_000, encoding="utf-8")
    concepts = read_glossary(str(tmp_path / "a.csv")).concepts

    assert len({one.id for one in concepts}) == 20_000
    assert concepts[1].id == f"{concepts[0].id}-2"


def test_the_source_of_a_term_is_no_source_language(tmp_path):
    """«Source EN» beside «EN» says where the English term was found."""
    (concept,) = read(tmp_path, "EN,Source EN,FR\na,b,c\n", "a.csv").concepts

    assert [one.text for one in concept.terms] == ["a", "c"]


@pytest.mark.parametrize(
    ("heading", "languages"),
    [
        ("French term,English term", ["fr", "en"]),
        ("Terme français,Terme anglais", ["fr", "en"]),
        ("term_fr,term_en", ["fr", "en"]),
        ("Термин (русский),English term", ["ru", "en"]),
        ("Source (EN),Target (FR)", ["en", "fr"]),
        ("Terme source (FR),Terme cible (EN)", ["fr", "en"]),
        ("source_en-GB,target_ru", ["en-GB", "ru"]),
        ("Français,Synonyme FR,EN", ["fr", "fr"]),
    ],
)
def test_a_heading_may_say_that_its_column_has_terms(tmp_path, heading, languages):
    """«French term» is a column of French; as a row it came in as a concept."""
    (concept,) = read(tmp_path, f"{heading}\na,b\n", "a.csv").concepts

    assert [one.language for one in concept.terms] == languages


def test_a_column_of_numbers_has_no_terms(tmp_path):
    """«id» and «no» are Indonesian and Norwegian, and head numbers more often."""
    table = "id,no,fr,en\nT-1,1,pompe,pump\nT-2,,vis,screw\n"
    glossary = read(tmp_path, table, "a.csv")

    assert [[one.language for one in concept.terms] for concept in glossary.concepts] == [
        ["fr", "en"]
    ] * 2
    assert written(glossary, ",").decode() == table
    spoken = read(tmp_path, "id,en\nsatelit,satellite\n", "b.csv").concepts[0].terms
    assert [one.language for one in spoken] == ["id", "en"]


@pytest.mark.parametrize("options", [{}, {"source": "fr", "target": "en"}])
def test_titles_above_the_heading_are_no_concepts(tmp_path, options):
    """Spreadsheets have a title in their first row; it is told."""
    repairs = []
    table = "Glossaire 2024,,\nLangues,,Infos\nFrançais,Anglais,Remarque\npompe,pump,x\n"
    glossary = read(tmp_path, table, "a.csv", report=repairs.append, **options)

    assert [[one.text for one in concept.terms] for concept in glossary.concepts] == [
        ["pompe", "pump"]
    ]
    assert glossary.concepts[0].notes == ("x",)
    assert [(one.line, one.problem) for one in repairs] == [
        (1, "a row above the heading"),
        (2, "a row above the heading"),
    ]


def test_a_row_below_an_entry_is_no_heading(tmp_path):
    """A glossary of languages has rows such as «french,russe» among others."""
    table = "pump,pompe\nfrench,russe\n"
    glossary = read(tmp_path, table, "a.csv", source="en", target="fr")

    assert len(glossary.concepts) == 2


def test_cells_that_hold_several_terms_are_told(tmp_path):
    """A semicolon parts them; a stroke may be part of a term, which is then kept as it stands."""
    repairs = []
    table = "fr,en\nlanceur / fusée,launcher; launch vehicle\npompe,pump\ntous/toutes,all\n"
    glossary = read(tmp_path, table, "a.csv", report=repairs.append)

    assert [one.text for one in glossary.concepts[0].terms] == [
        *("lanceur / fusée", "launcher", "launch vehicle")
    ]
    assert [(one.line, one.problem, one.action) for one in repairs] == [
        (2, "«launcher; launch vehicle» holds several terms", "each is a term of its own"),
        (
            *(2, "«lanceur / fusée» looks like several terms"),
            "each is kept as one term; a semicolon would part them",
        ),
    ]


@pytest.mark.parametrize(
    ("table", "same"),
    [
        ("fr,en\nfusée,launcher; launch vehicle\npompe,pump\n", True),
        ("fr,en\nfusée,launcher|rocket|launch vehicle\npompe,pump\n", True),
        ("fr,en,en\nfusée,launcher,rocket\npompe,pump,\n", True),
        ("fr,en\nfusée ; lanceur,launcher; rocket\npompe,pump\n", True),
        ("fr,en\nlanceur,launch vehicle (LV); launcher\npompe,pump\n", True),
        ("fr,en\nlanceur,launch vehicle; LV\npompe,pump\n", True),
        ("fr,en\nfusée,launcher;rocket\npompe,pump; blower\nvanne,valve; tap\n", False),
    ],
)
def test_several_terms_of_a_cell_come_back_to_it(tmp_path, table, same):
    """Parted as most of them are; only blanks around the sign may have changed."""
    glossary = read(tmp_path, table, "a.csv")
    again = written(glossary, ",").decode()

    assert (again == table) == same
    assert again.replace(" ", "") == table.replace(" ", "")


@pytest.mark.parametrize("cell", ["R&amp;D", "engine (rocket; jet)", "pump;", "; pump", "a ;; b"])
def test_a_semicolon_may_part_no_terms(tmp_path, cell):
    """In an entity, in brackets, or where nothing stands before or behind it."""
    glossary = read(tmp_path, f"fr,en\npompe,{cell}\n", "a.csv")

    assert [one.text for one in glossary.concepts[0].terms] == ["pompe", cell]


@pytest.mark.parametrize(
    ("cell", "texts", "kinds"),
    [
        ("remote sensing (RS)", ["remote sensing", "RS"], ["", "acronym"]),
        ("космический аппарат (КА)", ["космический аппарат", "КА"], ["", "acronym"]),
        ("human virus (HIV)", ["human virus (HIV)"], [""]),
        ("bank (river)", ["bank (river)"], [""]),
        ("Mercury (PLANET)", ["Mercury (PLANET)"], [""]),
    ],
)
def test_an_acronym_in_brackets_is_a_term_of_its_own(tmp_path, cell, texts, kinds):
    """Where its letters stand in the term before it; a remark in brackets stays."""
    [concept] = read(tmp_path, f"fr,en\nmot,{cell}\n", "a.csv").concepts

    assert [one.text for one in concept.terms[1:]] == texts
    assert [one.type for one in concept.terms[1:]] == kinds


def test_an_acronym_of_another_language_is_a_term_of_its_own(tmp_path):
    """«(ISS)» behind the French full form, too: no text has the term with its brackets."""
    table = (
        "fr,en\nstation spatiale internationale (ISS),International Space Station (ISS)\n"
        "Mercure (PLANET),Mercury\n"
    )
    glossary = read(tmp_path, table, "a.csv")
    station, planet = glossary.concepts

    assert [(one.text, one.type) for one in station.terms[:2]] == [
        ("station spatiale internationale", ""),
        ("ISS", "acronym"),
    ]
    assert planet.terms[0].text == "Mercure (PLANET)"
    assert written(glossary, ",").decode() == table


def test_definitions_and_subjects_are_read_by_their_headings(tmp_path):
    """A definition is in the language that its heading names."""
    table = "fr,en,Definition (EN),Définition fr,Domaine,Code\npompe,pump,D1,D2,hydraulics,7\n"
    repairs = []
    glossary = read(tmp_path, table, "a.csv", report=repairs.append)
    [concept] = glossary.concepts

    assert [(one.language, one.text) for one in concept.definitions] == [("en", "D1"), ("fr", "D2")]
    assert concept.subject == "hydraulics"
    assert [one.problem for one in repairs] == ["column 6 «Code» names no language"]
    assert written(glossary, ",").decode() == table
