"""French: elisions, words that start sentences, verbs of speech."""

from termbase.languages.profile import Profile, listed, words

PROFILE = Profile(
    tag="fr",
    elisions=listed("l d j m n s t c qu jusqu lorsqu puisqu quoiqu quelqu presqu"),
    starters=words(
        """
        le la les un une des ce cet cette ces il elle ils elles on nous vous je tu j c l d
        qu n s y mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
        à au aux en dans par pour sur sous avec sans chez vers depuis pendant après avant dès selon
        mais et ou or donc ni car puis ainsi alors aussi cependant toutefois pourtant néanmoins
        ensuite enfin bref si quand lorsque lorsqu comme parce puisque bien malgré outre
        cela ceci ça celui celle ceux celles tout toute tous toutes chaque plusieurs certains
        certaines quelques aucun aucune autre autres rien qui que quel quelle quels quelles quoi
        où comment pourquoi combien est sont a ont était étaient voici voilà plus moins très
        lors grâce afin aujourd hier demain ici là quant entre contre parmi non oui
        """
    ),
    speech_verbs=words("a ai dit répond répondit demande ajoute"),
)
