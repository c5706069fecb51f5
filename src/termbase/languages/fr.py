"""French: elisions, and the words that start sentences."""

from termbase.languages.profile import Profile, listed, phrases, words

PROFILE = Profile(
    tag="fr",
    compounds=True,
    bare_capitals=True,
    elisions=listed("l d j m n s t c qu jusqu lorsqu puisqu quoiqu quelqu presqu"),
    starters=words(
        """
        le la les un une des ce cet cette ces il elle ils elles on nous vous je tu j c l d
        qu n s y m t mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
        à au aux en dans par pour sur sous avec sans chez vers depuis pendant durant après avant
        dès selon de du malgré outre entre contre parmi hormis sauf envers jusqu jusque via
        mais et ou or donc ni car puis ainsi alors aussi cependant toutefois pourtant néanmoins
        ensuite enfin bref si quand lorsque lorsqu comme parce puisque puisqu quoique quoiqu bien
        tandis afin grâce lors suite face faute quant concernant suivant
        cela ceci ça celui celle ceux celles tout toute tous toutes chaque plusieurs certains
        certaines quelques quelque aucun aucune autre autres rien qui que quel quelle quels quelles
        quoi où comment pourquoi combien est sont a ont était étaient fut furent sera seront
        voici voilà plus moins très trop peu beaucoup tant tel telle tels telles même presque
        aujourd hier demain ici là maintenant désormais souvent parfois toujours jamais
        actuellement aujourd'hui autrefois également notamment finalement heureusement
        malheureusement évidemment probablement apparemment évidement généralement
        non oui merci voir deux trois quatre cinq six sept huit neuf dix cent mille
        premièrement deuxièmement d'abord né née
        """
    ),
    particles=words("le la les de du des d l"),
    fronting=words("en à vers dès depuis jusqu avant après"),
    greetings=words("cher chère chers chères bonjour"),
    closings=phrases(
        """
        cordialement, bien cordialement, bien à vous, amicalement, salutations, merci,
        sincères salutations, meilleures salutations, respectueusement
        """
    ),
    labels=words(
        """
        figure fig tableau tabl schéma graphique carte illustration planche encadré chapitre
        chap partie section annexe titre livre tome acte scène leçon
        """
    ),
)
