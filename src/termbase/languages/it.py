"""Italian: elisions, and the words that start sentences."""

from termbase.languages.profile import Profile, listed

PROFILE = Profile(
    tag="it",
    elisions=listed(
        """
        l un d dell all dall nell sull coll quell quest bell sant c m t s v gl senz tutt mezz
        cent vent trent quant com dov cos anch neanch nient gliel
        """
    ),
    listed=False,
)
