"""Polish: the words that start sentences."""

from termbase.languages.profile import Profile, words

PROFILE = Profile(
    tag="pl",
    starters=words(
        """
        w we na z ze do od dla po pod nad przed przez przy o u bez za między wśród według podczas
        mimo oprócz poza wobec dzięki ku
        i a ale lecz oraz albo lub czy że jeśli jeżeli gdy kiedy ponieważ bo więc zatem dlatego
        choć chociaż aby żeby jak jako jednak natomiast zaś także również też tylko nawet
        on ona ono oni one ja ty my wy jego jej ich mu im to ten ta te ci tego tej tym tych temu
        mój moja twój nasz nasza wasz swój kto co który która które gdzie skąd dokąd dlaczego ile
        jest są był była było były będzie będą nie tak nic nikt każdy każda wszystkie wszyscy
        wiele wielu kilka niektóre inny inna inne sam sama tu tam teraz wtedy dziś dzisiaj wczoraj
        jutro już jeszcze potem później wcześniej następnie wreszcie obecnie często zawsze
        ponadto poza może można trzeba należy dwa trzy cztery pięć sześć
        """
    ),
    labels=words(
        """
        rys rysunek ryc rycina tab tabela wykres mapa schemat fot rozdział część dział załącznik
        aneks księga tom akt
        """
    ),
)
