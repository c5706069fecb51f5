"""The names of languages, as people write them: in each other's languages, whole or cut short.

The one fact to remember: what is the tag of a language is none of these names (``fr``), and a name
stands for one language.
"""

from __future__ import annotations

_OF_EACH = """
ar arabic arabe арабский arabisch árabe arabo arabski арабська arabisch العربية 阿拉伯语 阿拉伯文
az azerbaijani азербайджанский
be belarusian biélorusse беларуская белорусский belarussisch belarusisch bielorruso белор білоруська
bg bulgarian bulgare болгарский bulgarisch búlgaro bulgaro bułgarski болгарська български
ca catalan català каталанский catalán
cs czech tchèque чешский tschechisch čeština český checo ceco czeski чеська
da danish danois датский dänisch dansk danés danese duński данська
de german allemand deutsch немецкий alemán tedesco niemiecki німецька alemão duits 德语 德文
de الألمانية allemande нем
el greek grec греческий griechisch griego greco grecki грецька ελληνικά
en english anglais английский englisch inglés inglese angielski англійська inglês engels 英语 英文
en 英語 الإنجليزية anglaise англ angl engl
es spanish espagnol español испанский spanisch castellano spagnolo hiszpański іспанська espanhol
es espagnole spaans 西班牙语 西班牙文 الإسبانية исп
et estonian estonien эстонский estnisch eesti
fa persian persan farsi персидский persisch فارسی
fi finnish finnois финский finnisch suomi
fr french français francais французский französisch franzoesisch francés francese francuski
fr французька francês frans 法语 法文 法語 الفرنسية française francaise франц фр franz
he hebrew hébreu иврит hebräisch עברית
hi hindi хинди
hr croatian croate хорватский kroatisch hrvatski
hu hungarian hongrois венгерский ungarisch magyar
hy armenian arménien армянский armenisch հայերեն
it italian italien italiano итальянский italienisch włoski італійська italiaans 意大利语 意大利文
it italienne الإيطالية
ja japanese japonais 日本語 японский japanisch japonés giapponese japoński японська japonês 日语
ja 日文
ka georgian géorgien грузинский georgisch ქართული
kk kazakh казахский қазақша
ko korean coréen корейский koreanisch 한국어 韩语
la latin latinum латинский lateinisch lat лат
lt lithuanian lituanien литовский litauisch lietuvių
lv latvian letton латышский lettisch latviešu
nb norwegian norvégien норвежский norwegisch norsk
nl dutch néerlandais nederlands нидерландский niederländisch neerlandés olandese niderlandzki
nl нідерландська holandês голландский 荷兰语 الهولندية
pl polish polonais polski польский polnisch polaco polacco польська polonês pools 波兰语 البولندية
pt portuguese portugais português португальский portugiesisch portugués portoghese portugalski
pt португальська portugees 葡萄牙语 البرتغالية
ro romanian roumain румынский rumänisch română rumano
ru russian russe русский russisch ruso russo rosyjski російська 俄语 俄文 俄語 الروسية рус russ
sk slovak slovaque словацкий slowakisch slovenčina
sl slovenian slovene slovène словенский slowenisch slovenščina
sr serbian serbe сербский serbisch српски srpski
sv swedish suédois шведский schwedisch svenska sueco svedese szwedzki
tr turkish turc турецкий türkisch türkçe
uk ukrainian ukrainien українська украинский ukrainisch ucraniano ucraino ukraiński 乌克兰语 укр
vi vietnamese vietnamien вьетнамский
zh chinese chinois 中文 китайский chinesisch chino cinese chiński китайська chinês chinees 汉语 漢語
zh chinoise الصينية
"""
NAMES = {
    name: tag
    for tag, *names in (line.split() for line in _OF_EACH.split("\n") if line)
    for name in names
}
"""The tag of each, in small letters."""
