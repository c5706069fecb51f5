"""Language tags: however a file or a person writes a language, one BCP 47 tag.

``fr_FR``, ``FR-fr`` and ``fra-FR`` are ``fr-FR``. Files keep what they wrote; comparing goes
through here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from termbase.errors import UnknownLanguageError

# ISO 639: two letters, three letters, and the bibliographic three where they differ.
_TWO_AND_THREE = """
aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara as:asm av:ava ay:aym az:aze ba:bak be:bel
bg:bul bh:bih bi:bis bm:bam bn:ben bo:bod:tib br:bre bs:bos ca:cat ce:che ch:cha co:cos cr:cre
cs:ces:cze cu:chu cv:chv cy:cym:wel da:dan de:deu:ger dv:div dz:dzo ee:ewe el:ell:gre en:eng eo:epo
es:spa et:est eu:eus:baq fa:fas:per ff:ful fi:fin fj:fij fo:fao fr:fra:fre fy:fry ga:gle gd:gla
gl:glg gn:grn gu:guj gv:glv ha:hau he:heb hi:hin ho:hmo hr:hrv ht:hat hu:hun hy:hye:arm hz:her
ia:ina id:ind ie:ile ig:ibo ii:iii ik:ipk io:ido is:isl:ice it:ita iu:iku ja:jpn jv:jav ka:kat:geo
kg:kon ki:kik kj:kua kk:kaz kl:kal km:khm kn:kan ko:kor kr:kau ks:kas ku:kur kv:kom kw:cor ky:kir
la:lat lb:ltz lg:lug li:lim ln:lin lo:lao lt:lit lu:lub lv:lav mg:mlg mh:mah mi:mri:mao mk:mkd:mac
ml:mal mn:mon mr:mar ms:msa:may mt:mlt my:mya:bur na:nau nb:nob nd:nde ne:nep ng:ndo nl:nld:dut
nn:nno no:nor nr:nbl nv:nav ny:nya oc:oci oj:oji om:orm or:ori os:oss pa:pan pi:pli pl:pol ps:pus
pt:por qu:que rm:roh rn:run ro:ron:rum ru:rus rw:kin sa:san sc:srd sd:snd se:sme sg:sag si:sin
sk:slk:slo sl:slv sm:smo sn:sna so:som sq:sqi:alb sr:srp ss:ssw st:sot su:sun sv:swe sw:swa ta:tam
te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur ts:tso tt:tat tw:twi ty:tah ug:uig
uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid yo:yor za:zha zh:zho:chi
zu:zul
"""
_TWO_LETTERS = {
    code: entry.split(":")[0] for entry in _TWO_AND_THREE.split() for code in entry.split(":")
}
_WITHDRAWN = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro"}


@lru_cache(maxsize=1 << 10)
def language_tag(written: str) -> str:
    """Return the BCP 47 tag of a language, however it is written.

    Args:
        written: Such as ``fr``, ``FR``, ``fr_FR``, ``fra`` or ``sr-latn-rs``.

    Raises:
        UnknownLanguageError: If it names no language; says what was probably meant.

    Source: BCP 47 (RFC 5646), sections 2.1.1 and 4.5; the codes of ISO 639-1 and 639-2. Three
    letters that are neither are taken as ISO 639-3 and kept.

    >>> language_tag("fr_FR"), language_tag("FRA"), language_tag("sr-latn-rs")
    ('fr-FR', 'fr', 'sr-Latn-RS')
    """
    first, *rest = written.strip().replace("_", "-").split("-")
    main = first.lower()
    if len(main) == 3 and main.isascii() and main.isalpha():
        main = _TWO_LETTERS.get(main, main)
    elif main not in _TWO_LETTERS:
        raise UnknownLanguageError(_unknown(written, main))
    if not all(part.isascii() and part.isalnum() and len(part) <= 8 for part in rest):
        raise UnknownLanguageError(_unknown(written, main))
    return "-".join([main, *(_subtag(part) for part in rest)])


def language_named(name: str) -> str:
    """Return the tag of a language by its name, as a table heads its column; empty if unknown.

    >>> language_named("French"), language_named("Русский"), language_named("angl.")
    ('fr', 'ru', 'en')
    >>> language_named("Klingon")
    ''
    """
    from termbase.model.language_names import NAMES

    return NAMES.get(name.strip().lower().removesuffix("."), "")


@lru_cache(maxsize=256)
def primary(written: str) -> str:
    """Return the language alone: ``fr`` for ``fr-CA``.

    >>> primary("FR_ca")
    'fr'
    """
    return language_tag(written).split("-")[0]


def tag_or_written(written: str) -> str:
    """Return the BCP 47 tag of a language; what names none is kept as it is written."""
    try:
        return language_tag(written)
    except UnknownLanguageError:
        return written


def tag_or_nothing(written: str) -> str:
    """Return the BCP 47 tag of a language; an empty text for what names none.

    >>> tag_or_nothing("fr_CA"), tag_or_nothing("xx-zz")
    ('fr-CA', '')
    """
    try:
        return language_tag(written)
    except UnknownLanguageError:
        return ""


@lru_cache(maxsize=1024)
def speaks(written: str, wanted: str) -> bool:
    """Say whether a text marked with one language answers a wish for another.

    A wish without a region takes every region; a wish with one takes that region and texts
    without any. What names no known language answers only to its own spelling.

    >>> speaks("fr_CA", "fr"), speaks("fr", "fr-CA"), speaks("fr-FR", "fr-CA")
    (True, True, False)
    """
    if written == wanted:
        return True
    try:
        have, want = language_tag(written).split("-"), language_tag(wanted).split("-")
    except UnknownLanguageError:
        return written.lower() == wanted.lower()
    shorter = min(len(have), len(want))
    return have[:shorter] == want[:shorter]


def speaks_any(written: str, wanted: Iterable[str]) -> bool:
    """Say whether a text marked with one language answers one of several wishes."""
    return any(speaks(written, one) for one in wanted)


def _subtag(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()


def _unknown(written: str, main: str) -> str:
    guess = _WITHDRAWN.get(main) or language_named(written) or _near(main)
    hint = f"did you mean «{guess}»?" if guess else "use a code such as fr, en or ru"
    return f"language «{written}» is unknown; {hint}"


def _near(main: str) -> str:
    starts = {"fr": "fr", "en": "en", "ru": "ru", "ge": "de", "sp": "es", "ch": "zh", "uk": "uk"}
    return starts.get(main[:2], "")
