"""The words that name numbers and months, language by language.

Languages that stand here: English, French, Russian; of German, Spanish, Italian, Portuguese and
Polish the months alone. How
other languages write a number out is made from it (`termbase.checking.written_out`).
"""

from __future__ import annotations

# Each line: value: counting words | others that may name it; a word with a hyphen at its end
# stands for all that begin so.
TABLES = {
    "en": """
0: zero | nil freezing midnight
0.5: | half halves
0.25: | quarter quarters
25: | quarter
1: one first | once single monday jan
2: two second | twice both pair couple double twofold duo biennial feb
2: | binary biannual biweekly bimonthly bi alternate alternately
3: three third thrice | tri thirds triple triples threefold trio triplet triplets triennial mar
4: four fourth | fourfold quarter quarters quarterly quartet quadruple quadruplets apr
5: five fifth | fifths fivefold quintet quintuplets quinquennial
6: six sixth | sixths jun
7: seven seventh | jul
8: eight eighth | octal aug
9: nine ninth | sep
10: ten tenth | tenths tens tenfold decade decades decimal oct
11: eleven eleventh | nov
12: twelve twelfth | dozen dozens noon midday midnight dec
13: thirteen thirteenth
14: fourteen fourteenth | fortnight
15: fifteen fifteenth
16: sixteen sixteenth | hexadecimal
17: seventeen seventeenth
18: eighteen eighteenth
19: nineteen nineteenth
20: twenty twentieth | twenties
30: thirty thirtieth | thirties
40: forty fortieth | forties
50: fifty fiftieth | fifties half
60: sixty sixtieth | sixties
70: seventy seventieth | seventies
80: eighty eightieth | eighties octogenarian
90: ninety ninetieth | nineties
100: hundred hundredth | doubled doubles doubling hundreds century centuries centenary centennial
200: | tripled triples tripling bicentenary bicentennial
300: | quadrupled quadrupling tercentenary tercentennial
1000: thousand thousandth | thousands millennium millennia
1000000: million millionth | millions
1000000000: billion | billions
1000000000000: trillion | trillions
""",
    "fr": """
0: zéro | nul nulle minuit
0.5: | demi demie demis demies moitié
0.25: | quart quarts
25: | quart
1: un une unième premier première premiers premières | unique seul seule janv
2: deux deuxième | second seconde double doubles duo biennal biennale
2: | binaire binaires bihebdomadaire bimensuel bimestriel
3: trois troisième | tiers triple triples triplet triplets triplés trio trimestre triennal triennale
4: quatre quatrième | quart quarts quadruple quadruplet quadruplés quatuor
5: cinq cinquième | cinquièmes quintuple quintette quinquennat quinquennal quinquennale
6: six sixième | sixièmes
7: sept septième | septennat
8: huit huitième | octal octale octaux
9: neuf neuvième
10: dix dixième | dixièmes dizaine dizaines décennie décennies décuple décimal décimale décimaux
11: onze onzième
12: douze douzième | douzaine douzaines midi minuit
13: treize treizième
14: quatorze quatorzième
15: quinze quinzième | quinzaine
16: seize seizième | hexadécimal hexadécimale hexadécimaux
20: vingt vingts vingtième | vingtaine
30: trente trentième | trentaine trentenaire
40: quarante quarantième | quarantaine quadragénaire
50: cinquante cinquantième | cinquantaine cinquantenaire moitié quinquagénaire
60: soixante soixantième | soixantaine sexagénaire
70: septante | septuagénaire
80: huitante octante | octogénaire
90: nonante | nonagénaire
100: cent cents centième | centaine centaines siècle siècles centenaire
100: | doublé doublée doublés doublées doubler doublement
200: | triplé triplée triplés triplées tripler bicentenaire
300: | quadruplé quadruplée quadrupler tricentenaire
1000: mille millième | millier milliers millénaire millénaires
1000000: million millions | millionième
1000000000: milliard milliards
1000000000000: billion billions
""",
    "ru": """
0: ноль ноля нуль нуля нулев- | полночь полуночи
0.5: | половин- пол полу- полпункт- полпроцент- полчас- полгод- полвек- полдн- полметр- полкил-\
 полтонн- поллитр- полминут- полсекунд- полградус- полцен- полоборот-
500000: | полмиллион- полумиллион-
500000000: | полмиллиард- полумиллиард-
500: | полтысяч-
0.25: | четверть четверти четвертью
25: | четверть
1: один одна одно одни одного одной одному одним одном одну перв- | однажды единиц-
1.5: полтора полторы полутора
2: два две двух двум двумя двое двоих двух- втор- | двойн- дважды оба обе обоих обеих пара вдвое
2: | дву- двоичн- двойк-
3: три трех трем тремя трое троих трех- трет- трижды | треть трети третью тройн- втрое тройк-
4: четыре четырех четырем четырьмя четверо четырех- четверт- | четверть четверти четвертью\
 вчетверо четверк-
5: пять пяти пятью пятеро пяти- пятый пятая пятое пятого пятой пятом пятую пятым пятых | пятерк-
6: шесть шести шестью шестеро шести- шестой шестая шестое шестого шестом шестую шестым | шестерк-
7: семь семи семью семеро седьм- семилет- | семерк- семиугольн- семидневн- семичасов-\
 семиэтажн- семизначн- семикратн- семимесячн- семиместн- семистрочн-
8: восемь восемью восьм- | восьмеричн-
9: девять девяти девятью девяти- девят-
10: десять десяти десятью десят- | десятк- десяток десятилет- декад- десятичн-
11: одиннадцат-
12: двенадцат- | дюжин- полдень полудня
13: тринадцат-
14: четырнадцат-
15: пятнадцат-
16: шестнадцат- | шестнадцатеричн-
17: семнадцат-
18: восемнадцат-
19: девятнадцат-
20: двадцат-
30: тридцат-
40: сорок сорока | сороков-
50: пятьдесят пятидесят- | половин-
60: шестьдесят шестидесят-
70: семьдесят семидесят-
80: восемьдесят восьмидесят-
90: девяносто девяноста девяност-
100: сто ста | вдвое удво- сот сотен сотни сотня сотню сотый сотая сотых век века веке веков столет-
200: двести двумстам двухсот- | втрое утрои-
300: триста трехсот-
400: четыреста четырехсот-
500: пятьсот пятисот-
600: шестьсот шестисот-
700: семьсот семисот-
800: восемьсот восьмисот-
900: девятьсот девятисот-
1000: тысяч- | тыс
1000000: миллион- млн
1000000000: миллиард- млрд
1000000000000: триллион- трлн
""",
}
MONTHS = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar|jänner februar märz april mai juni juli august september oktober november"
    " dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre"
    " diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro"
    " dezembro",
    "pl": "styczeń|stycznia|styczniu luty|lutego|lutym marzec|marca|marcu"
    " kwiecień|kwietnia|kwietniu maj|maja|maju czerwiec|czerwca|czerwcu lipiec|lipca|lipcu"
    " sierpień|sierpnia|sierpniu wrzesień|września|wrześniu październik|października|październiku"
    " listopad|listopada|listopadzie grudzień|grudnia|grudniu",
    "ru": "январ- феврал- март- апрел- май|мая|мае|маю|маем июн- июл- август- "
    "сентябр- октябр- ноябр- декабр-",
}
