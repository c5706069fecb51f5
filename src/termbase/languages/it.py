"""Italian: elisions, and the words that start sentences."""

from termbase.languages.profile import Profile, listed, words

PROFILE = Profile(
    tag="it",
    bare_capitals=True,
    elisions=listed(
        """
        l un d dell all dall nell sull coll quell quest bell sant c m t s v gl senz tutt mezz
        cent vent trent quant com dov cos anch neanch nient gliel
        """
    ),
    starters=words(
        """
        il lo la i gli le l un uno una questo questa questi queste quest quello quella quelli
        quelle quell ciò io tu egli ella lui lei noi voi loro essi esse mio mia suo sua suoi sue
        nostro nostra vostro vostra si mi ti ci vi ne
        a al allo alla ai agli alle all ad da dal dallo dalla dai dagli dalle dall di del dello
        della dei degli delle dell in nel nello nella nei negli nelle nell con su sul sullo sulla
        sui sugli sulle sull per tra fra durante dopo prima secondo senza verso contro fino
        e ed ma o oppure però perché poiché quindi dunque così allora anche infatti inoltre tuttavia
        se quando mentre come dove che chi cosa quale quali quanto quanti c dov cos com
        non no sì ogni tutti tutte tutto tutta molti molte alcuni alcune altri altre nessuno
        è sono era erano fu furono ha hanno aveva c poi ora oggi ieri domani qui qua già ancora
        infine successivamente attualmente due tre quattro cinque sei sette otto nove dieci
        """
    ),
    particles=words("di de del della dei degli dalla lo la li d da dal"),
    labels=words(
        """
        fig figura tab tabella grafico carta tavola schema capitolo parte sezione allegato
        appendice titolo libro atto
        """
    ),
)
