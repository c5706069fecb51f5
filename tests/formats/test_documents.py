"""Documents become the text that a reader sees, paragraph by paragraph; hostile ones one line."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_line import run
from termbase.bootstrap import LocalFiles
from termbase.errors import FormatError
from termbase.formats.document_markdown import unmarked

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "draw")
)


def packed(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return stream.getvalue()


def docx(body: str, **more: str) -> bytes:
    return packed(
        word__document_xml=f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>", **more
    )


def odt(body: str, styles: str = "") -> bytes:
    return packed(
        content_xml=f"<office:document-content {ODF}>{styles}<office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )


def paragraphs(folder: Path, name: str, data: bytes) -> list[str]:
    path = folder / name
    path.write_bytes(data)
    return LocalFiles().read_text(str(path)).rstrip("\n").split("\n\n")


def test_docx_is_what_stands_on_the_page(tmp_path: Path) -> None:
    """Runs join, breaks break; tables, text boxes and notes are there, what was deleted is not."""
    run_of = "<w:r><w:t>{}</w:t></w:r>".format
    body = (
        f"<w:p>{run_of('Bon')}{run_of('jour.')}<w:r><w:br/><w:tab/><w:t>Oui.</w:t></w:r></w:p>"
        f"<w:p><w:del><w:r><w:delText>parti</w:delText></w:r></w:del><w:ins>{run_of('venu')}"
        f"</w:ins><w:moveFrom>{run_of('ailleurs')}</w:moveFrom><w:r><w:instrText>PAGE"
        "</w:instrText></w:r></w:p><w:p/>"
        f"<w:tbl><w:tr><w:tc><w:p>{run_of('a')}</w:p></w:tc><w:tc><w:p>{run_of('b')}</w:p></w:tc>"
        f"</w:tr></w:tbl><w:p>{run_of('avant ')}<mc:AlternateContent><mc:Choice><w:p>"
        f"{run_of('boîte')}</w:p></mc:Choice><mc:Fallback><w:p>{run_of('boîte')}</w:p>"
        f"</mc:Fallback></mc:AlternateContent>{run_of('après')}</w:p>"
    )
    notes = f"<w:footnotes {W}><w:footnote><w:p>{run_of('note')}</w:p></w:footnote></w:footnotes>"

    assert paragraphs(tmp_path, "a.docx", docx(body, word__footnotes_xml=notes)) == [
        "Bonjour.\n Oui.",
        "venu",
        "a",
        "b",
        "avant après",
        "boîte",
        "note",
    ]


def test_odt_is_what_stands_on_the_page(tmp_path: Path) -> None:
    """Spans join; notes stand apart and do not cut their sentence; remarks stay out."""
    body = (
        "<text:tracked-changes><text:p>parti</text:p></text:tracked-changes>"
        "<text:h>Titre</text:h><text:p>Un<text:s/>mot<text:note><text:note-citation>1"
        "</text:note-citation><text:note-body><text:p>Une note.</text:p></text:note-body>"
        "</text:note>, <text:span>puis</text:span> un<text:line-break/>autre."
        "<office:annotation><text:p>hm</text:p></office:annotation></text:p>"
        "<table:table><table:table-cell><text:p>a</text:p></table:table-cell></table:table>"
    )

    assert paragraphs(tmp_path, "a.odt", odt(body)) == [
        "Titre",
        "Un mot, puis un\nautre.",
        "a",
        "Une note.",
    ]


def test_notes_stand_behind_the_text_in_every_document(tmp_path: Path) -> None:
    """Footnotes, then endnotes, so that a DOCX runs beside its translation in ODT."""
    note = (
        '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    ).format
    body = (
        f"<text:p>One{note('endnote', 'End.')} two{note('footnote', 'Foot.')}.</text:p>"
        f"<text:p>Three{note('footnote', 'Foot again.')}.</text:p>"
    )
    run_of = "<w:r><w:t>{}</w:t></w:r>".format
    kinds = {"footnote": ("Foot.", "Foot again."), "endnote": ("End.",)}
    notes = {
        f"word__{kind}s_xml": f"<w:{kind}s {W}>"
        + "".join(f"<w:{kind}><w:p>{run_of(one)}</w:p></w:{kind}>" for one in said)
        + f"</w:{kind}s>"
        for kind, said in kinds.items()
    }
    same = docx("".join(f"<w:p>{run_of(one)}</w:p>" for one in ("One two.", "Three.")), **notes)

    found = paragraphs(tmp_path, "a.odt", odt(body))

    assert found == ["One two.", "Three.", "Foot.", "Foot again.", "End."]
    assert found == paragraphs(tmp_path, "a.docx", same)


def test_a_note_to_a_note_of_an_odt_is_read(tmp_path: Path) -> None:
    """It stands behind the notes."""
    note = '<text:note text:note-class="footnote"><text:p>{}</text:p></text:note>'.format

    body = f"<text:p>One{note('Foot' + note('To it.') + '.')}.</text:p>"

    assert paragraphs(tmp_path, "a.odt", odt(body)) == ["One.", "Foot.", "To it."]


def test_html_is_what_stands_on_the_page(tmp_path: Path) -> None:
    """Blocks are apart, what is inline is not; scripts and the head stay out."""
    page = (
        "<!DOCTYPE html><html><head><title>t</title><style>p{}</style></head><body>"
        "<h1>Un <i>titre</i></h1><p>Un<br>deux &eacute;t&eacute; <script>x</script>tr<b>o</b>is"
        "<!-- c --></p><ul><li>a<li>b</ul><table><tr><td>c<td>d</table>fin &lt;b&gt;"
    )

    assert paragraphs(tmp_path, "a.html", page.encode()) == [
        "Un titre",
        "Un\ndeux été trois",
        "a",
        "b",
        "c",
        "d",
        "fin <b>",
    ]


def test_hidden_text_of_a_word_processor_is_no_text(tmp_path: Path) -> None:
    """By the looks of its letters. What a page hides is text: a click may show it."""
    hidden = "<w:r><w:rPr><w:vanish{}/></w:rPr><w:t>{}</w:t></w:r>".format
    shown = hidden(" w:val='0'", "Oui")
    body = f"<w:p>{hidden('', 'non')}{shown}<w:r><w:t>.</w:t></w:r></w:p>"
    page = '<p>Oui.<div style="display:none">Deux.</div><div hidden>Trois.</div>'

    assert paragraphs(tmp_path, "a.docx", docx(body)) == ["Oui."]
    assert paragraphs(tmp_path, "a.html", page.encode()) == ["Oui.", "Deux.", "Trois."]


def test_hidden_text_of_an_odt_is_no_text(tmp_path: Path) -> None:
    """By its style, as a section or as a field; what stands behind it stays."""
    style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    styles = (
        f"<office:automatic-styles xmlns:s='{style}'>"
        "<s:style s:name='T1'><s:text-properties text:display='none'/></s:style>"
        "<s:style s:name='T2'><s:text-properties text:display='true'/></s:style>"
        "</office:automatic-styles>"
    )
    span = "<text:span text:style-name='{}'>{}</text:span>".format
    body = (
        f"<text:p>Oui {span('T1', 'non')}et {span('T2', 'merci')}.</text:p>"
        "<text:p text:style-name='T1'>Non.</text:p>"
        "<text:section text:display='none'><text:p>Non.</text:p></text:section>"
        "<text:section text:display='true'><text:p>Deux.</text:p></text:section>"
        "<text:p>Fin<text:hidden-text text:is-hidden='true'>Non</text:hidden-text>.</text:p>"
    )

    assert paragraphs(tmp_path, "a.odt", odt(body, styles)) == ["Oui et merci.", "Deux.", "Fin."]


def test_what_is_no_text_is_none_where_it_stands_as_it_is_written(tmp_path: Path) -> None:
    """And what stands apart is apart there, too."""
    page = (
        "<pre>Oui<script>x()</script><a href='#fn1'>1</a>\n"
        "<ruby>漢<rt>kan</rt></ruby><div>Un</div><div>Deux</div></pre>"
    )

    assert paragraphs(tmp_path, "a.html", page.encode()) == ["Oui\n漢", "Un", "Deux"]


def test_what_a_page_shows_as_it_is_written_keeps_its_lines(tmp_path: Path) -> None:
    """Verses, and whole texts; a block of code stays out, as in Markdown."""
    page = (
        "<p>Avant<pre>Un vers,\n  un <i>autre</i>.\n \nUne strophe.\n</pre>"
        "<pre> <code>if x:\n  y()</code>\n</pre><pre>Dire <code>x</code>.<br>Fin.</pre>après"
    )

    assert paragraphs(tmp_path, "a.html", page.encode()) == [
        "Avant",
        "Un vers,\nun autre.",
        "Une strophe.",
        "Dire x.\nFin.",
        "après",
    ]


@pytest.mark.parametrize(
    "mark",
    [
        '<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>',
        '<sup class="reference"><a href="#cite_note-1">[1]</a></sup>',
        '<a style="x" href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
        '<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>',
        '<a href="#fnref1" role="doc-backlink">↩</a>',
    ],
)
def test_the_number_of_a_note_is_no_text(tmp_path: Path, mark: str) -> None:
    """As in DOCX and ODT; other links are, though a number is all that they show."""
    page = (
        f"<p>Un texte{mark}, voir la section <a href='#s3'>3</a> et <a href='#fn2'>la note</a>, "
        "Roy (<a href='#CITEREFRoy1998'>1998</a>)."
    )

    said = paragraphs(tmp_path, "a.html", page.encode())

    assert said == ["Un texte, voir la section 3 et la note, Roy (1998)."]


def test_the_number_of_a_note_that_a_sentence_names_is_text(tmp_path: Path) -> None:
    """«See note 5» lost its number; a mark stands at its word, in brackets or above the line."""
    page = (
        "<p>See note\n<a href='#note5'>5</a> and note <a href='#fn2'>12</a>.</p>"
        "<p>Marks<a href='#note5'>5</a> and <a href='#note6'><sup>6</sup></a> more "
        "<sup> <a href='#note7'>7</a></sup> stay <a href='#note8'>[8]</a>out.</p>"
        "<p><a href='#fnref1'>1</a> Foot.</p>"
    )

    said = paragraphs(tmp_path, "a.html", page.encode())

    assert said == ["See note 5 and note 12.", "Marks and more stay out.", "Foot."]


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    """And in no other; one that it does not keep to is an error."""
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Мир'

    assert paragraphs(tmp_path, "a.htm", page.encode("windows-1251")) == ["Мир"]
    with pytest.raises(FormatError, match="not UTF-8"):
        paragraphs(tmp_path, "a.htm", "<p>Мир".encode("windows-1251"))
    with pytest.raises(FormatError, match=r"is not in ASCII, which it declares; save it as UTF-8"):
        paragraphs(tmp_path, "a.htm", page.replace("windows-1251", "ascii").encode("utf-8"))
    with pytest.raises(FormatError, match="«klingon» that nobody knows"):
        paragraphs(tmp_path, "a.htm", page.replace("windows-1251", "klingon").encode("utf-8"))


def test_markdown_is_what_stands_on_the_page(tmp_path: Path) -> None:
    """Blocks without their marks; code, front matter and addresses stay out."""
    text = (
        '---\ntitle: x\n---\n# Un titre #\n\nTexte **gras** et\nsuite [lien](http://x.y "t").  \n'
        "Après <b>saut</b> &amp; snake_case.\n<!-- non\n\noui -->\n"
        "- un\n- deux\n  suite\n1. trois\n- [x] fait\n\n"
        "| a | b |\n|---|:--|\n| c \\| d | e |\n\n```python\ncode\n```\n    code\n"
        "> citation\n> encore\n\nSouligné\n====\nFin `co*de`.\\\nligne ![image](a.png)\n\n"
        "[r]: http://x.y\n***\n~~~\n```\n~~~\nBout"
    )

    assert paragraphs(tmp_path, "a.md", text.encode()) == [
        "Un titre",
        "Texte gras et\nsuite lien.\nAprès saut & snake_case.",
        "un",
        "deux\nsuite",
        "trois",
        "fait",
        "a",
        "b",
        "c | d",
        "e",
        "citation\nencore",
        "Souligné",
        "Fin co*de.\nligne image",
        "Bout",
    ]


def test_notes_at_the_foot_of_markdown_are_text(tmp_path: Path) -> None:
    """Their numbers are none; addresses of links stand as notes do, and stay out."""
    text = (
        "Un texte[^1] et [^a-z] :\n[^n] suite[^n]: fin.\n\n"
        "[^1]: Source : 2024.\n[^n]: Deux\n    lignes\n[r]: http://x.y\n"
    )

    assert paragraphs(tmp_path, "a.md", text.encode()) == [
        "Un texte et [^a-z] :\nsuite: fin.",
        "Source : 2024.",
        "Deux\nlignes",
    ]


def test_the_mark_of_a_note_is_text_within_code(tmp_path: Path) -> None:
    """A note at the foot of a quotation is one as well."""
    text = "> Écrire `[^1]` ici[^1].\n>\n> [^1]: Une note.\n"

    assert paragraphs(tmp_path, "a.md", text.encode()) == ["Écrire [^1] ici.", "Une note."]


def test_a_long_row_of_blanks_is_read_at_once(tmp_path: Path) -> None:
    """It was tried for the line below the heading of a table at each of them, for hours."""
    assert paragraphs(tmp_path, "a.md", b"Oui.\n" + b" " * 300_000 + b"Non.\n") == ["Oui.\nNon."]


@settings(max_examples=50)
@given(st.text(st.sampled_from("ab *_`[]()<>\\&;#|\0\1é1"), max_size=40))
def test_any_line_can_be_unmarked(text: str) -> None:
    """Whatever marks stand in it, and however wrongly; words stay."""
    clean = text.replace("\0", "").replace("\1", "")

    assert set(unmarked(clean)) <= set(clean) | {"\xa0"}


ENTITY = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>]>"
    f"<w:document {W}><w:p><w:r><w:t>one &a; two</w:t></w:r></w:p></w:document>"
)
LAUGHS = (
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 20}'>" for a, b in zip("abcdefg", "bcdefgh", strict=True))
    + f"]><w:document {W}><w:p><w:r><w:t>&h;</w:t></w:r></w:p></w:document>"
)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"PK\x03\x04 broken", "the document is damaged"),
        ("a.docx", b"plain text", "the document is damaged"),
        ("a.odt", odt("<text:p>Oui</text:p>")[60:], "the document is damaged"),
        ("a.docx", packed(other_xml="<a/>"), "is no document: it has no word/document.xml"),
        ("a.docx", packed(word__document_xml="<a><b></a>"), "the document is damaged"),
        ("a.docx", packed(word__document_xml=LAUGHS), "the document"),
        ("a.docx", packed(word__document_xml=ENTITY), "«word/document.xml» declares entities"),
        ("a.docx", packed(word__document_xml=" " * (3 << 20)), "unpacks to more than 1 MB"),
        ("a.odt", odt("<text:p/>"), "the document has no text"),
        ("a.odt", odt("<text:p>" * 400 + "</text:p>" * 400), "the document is damaged"),
        ("a.html", b"<script>x</script>", "the document has no text"),
        ("a.html", b"", "the document has no text"),
        ("a.md", b"```\ncode\n", "the document has no text"),
        ("a.md", b"\xff\xfe\xfa", ""),
    ],
)
def test_a_broken_document_is_one_line(
    tmp_path: Path, monkeypatch, name: str, data: bytes, said: str
) -> None:
    """Damaged, empty or made to fill the memory."""
    monkeypatch.setattr("termbase.formats._paragraphs._LARGEST", 1 << 20)
    with pytest.raises(FormatError) as caught:
        paragraphs(tmp_path, name, data)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "XML_PARSE" not in str(caught.value), "advice for programmers"


def test_a_page_that_is_nested_without_end_is_read(tmp_path: Path) -> None:
    """Or refused; it never brings the program down."""
    try:
        found = paragraphs(tmp_path, "a.html", b"<div>" * 50_000 + b"fin")
    except FormatError:
        return
    assert found == ["fin"]


def test_documents_of_different_kinds_are_aligned(tmp_path: Path) -> None:
    """A DOCX and a translation in Markdown; their paragraphs are anchors."""
    (tmp_path / "a.fr.docx").write_bytes(
        docx("<w:p><w:r><w:t>Titre</w:t></w:r></w:p><w:p><w:r><w:t>Il pleut.</w:t></w:r></w:p>")
    )
    (tmp_path / "a.en.md").write_text("# Title\n\nIt rains.\n", encoding="utf-8")

    ran = run("align", "a.fr.docx", "a.en.md", "-f", "tsv", folder=tmp_path)

    assert [line.split("\t")[4:6] for line in ran.lines[1:]] == [
        ["Titre", "Title"],
        ["Il pleut.", "It rains."],
    ]
