"""Dutch: the words that start sentences."""

from termbase.languages.profile import Profile, words

PROFILE = Profile(
    tag="nl",
    starters=words(
        """
        de het een dit dat deze die er ik jij je u hij zij ze wij we jullie mijn jouw zijn haar ons
        onze hun uw geen elk elke ieder iedere alle veel sommige enkele verschillende
        in op aan bij met van voor na naar over onder tussen door tegen zonder om sinds tijdens
        wegens ondanks tot vanaf volgens uit binnen buiten
        en maar of want dus als toen wanneer omdat hoewel terwijl nadat voordat zodra indien dan
        ook nog al alleen zo daarna daar hier vandaag gisteren morgen nu later eerder daarom
        daarvoor daarmee daarbij echter toch bovendien verder tenslotte uiteindelijk eerst
        inmiddels vervolgens wie wat welke waar waarom hoe niet nee ja is was waren wordt worden
        werd werden heeft hebben had kan kunnen zal moet het twee drie vier vijf zes zeven
        """
    ),
    particles=words("de het van der den ter ten te"),
    labels=words(
        """
        fig figuur tabel tab afb afbeelding grafiek kaart schema hoofdstuk deel sectie bijlage
        boek akte
        """
    ),
)
