"""Italian: elisions."""

from termbase.languages.profile import Profile, listed

PROFILE = Profile(
    tag="it",
    elisions=listed(
        "l un d dell all dall nell sull coll quell quest bell sant c m t s v gl senz tutt "
        "nient mezz cent vent trent quant com dov cos anch neanch nient gliel"
    ),
)
