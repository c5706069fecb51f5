"""Words of one root that no rule of derivation brings together: œil and oculaire, день and дневной.

Each line is a family: words, or what is left of them when they lose their endings. What is shorter
than four letters stands for that word alone.
"""

from __future__ import annotations

from termbase.text.forms import unstressed
from termbase.text.normalise import unaccented

FRENCH = """
    achat achet
    action acti agir agissant
    agricol agricult
    air aér
    ample amplifi
    an année annu
    arbre arbor arbust
    attir attract
    bouche bucc
    chaleur chaud chauff calori échauff réchauff
    ciel célest
    clair clar clart éclair
    comprend compréhens compréhensi compris
    contrat contractu
    corps corpor
    couleur color
    crise critiqu
    cuire cuit cuisson
    défaut défect défectu
    départ partir
    dette endett
    domaine domani
    eau aqueux aquatique
    école scol scolar
    éditer édition
    effet effect effectu
    élect élire élection électi élu
    enfant enfance enfantin
    erreur erron
    espac spat spati
    été estiv
    étoile stell stellaire
    femme fémin
    feu igni ignition
    fièvre fiévr fiévreux fébril
    fleur flor flori
    fleuve fluvi
    foudre foudroy
    frère fratern
    froid refroid frigor
    hiver hivern
    île insul
    intérêt intéress
    jeu jouer
    jour journ journali
    juste justice justesse
    lait laitier lacté
    langue langag lingu linguist
    lettre littér
    lien lier liaison
    lieu local
    lire lecture lisible lecteur
    loi légal législ législati
    louer location locati loyer locataire
    lumière lumin lumineux
    main manuel
    médecin médec médic
    mer marit marin maritim
    mère matern
    mettre mise mis
    mois mensuel mensu
    monnaie monét monnay
    mourir mort mortel
    mouvoir mouvement mobil
    nier négat négation
    nuit nocturn
    nom nommer nomin
    nommer nomm nomin
    œil ocul yeux
    opinion opiner
    ordre ordonn
    os osseux ossature
    paix pacif pacifi paisi
    parole parol parler
    père patern
    peuple popul populair
    pluie pluvi pleuvoir pluvieux
    poids peser pesant
    poumon pulmon
    promotion promot promouvoir
    réel réal
    réun réunir réunion
    retrait retir
    sang sangl sanguin
    santé sanit
    savoir savant
    sec sécher séchage sécheresse assécher
    sel saler salin salinité
    servir service
    soleil solaire ensoleill
    son sonore sonor
    sujet subject subjecti
    tension tendre tendu
    temps tempor
    tordre torsion tordu
    toux tousser
    union unir uni unifi
    usage user usure usager
    vérit vrai véridiqu
    vie vivre vivant vital survi survivre vivac
    vieux vieill vieil
    vision visuel visu voir vue visible visibilité
    voix vocal
"""
RUSSIAN = """
    бег бегать бежать беговой
    болезнь боль больной болеть болезнен заболе
    боязнь бояться
    брать взять взятие взятый
    бурить буровой бурение бурильн
    весна весенний
    война военный воевать воин
    враг вражеск вражд враждеб
    год годовой годичный ежегодный
    гореть горение горячий горючий горелый
    день дневн дневной ежедневн
    деньги денежн
    дети детский ребенок
    дом домашний домовой
    добыть добыча добывать добывающий
    жечь жгучий жечься сжечь сжигание сжигать ожог обжечь
    жить жизнь жизненный жилье жилой жилищный житель проживать проживание
    звать зов
    знак знач значок
    знать знание
    искать поиск поисковый искомый обыск розыск разыскать изыскание
    конец конеч законч оконч
    крыть крышка крышный
    летать лететь полет лет летный полетный летающий
    лечить лечебный лечение вылечить излечение
    магнит намагнит намагничен
    мыть мойка мытье моющий
    мысль мышлен мыслить
    номер нумер нумеровать пронумеровать
    огонь огнен огнестойк огнеупорн
    око очный глаз
    падать падение упасть паденье
    писать письмо письменный пишущий писание
    помнить помнить памят запомнить запоминать запоминание вспомнить
    сажать посадка садить посадить
    сегодня сегодняшний
    смотреть смотр просмотр просмотреть осмотр осмотреть
    стоять стоянка стоячий
    сухой сушить сушка сухость высушить осушить
    твердый твердость затвердеть
    тянуть тяга тягать притяжение притянуть тяговый
    ухо ушной
    учить учеба учебный учение учащийся
    хлор хлорка
    центр централ централизация
    цифра цифр цифров оцифровать оцифровка
    чистый чистота очист
    читать чтение читаемый чтец
    широкий шир расширить расширять расширение
    юг южный
"""


def families(lines: str) -> dict[str, frozenset[str]]:
    """Return what each of the words of some families belongs to.

    >>> sorted(families("œil ocul")["ocul"])
    ['=oeil']
    """
    found: dict[str, frozenset[str]] = {}
    for line in lines.strip().splitlines():
        words = [unaccented(unstressed(word)) for word in line.split()]
        for word in words:
            found[word] = found.get(word, frozenset()) | {f"={words[0]}"}
    return found
