"""Arabic: no capitals, so any word may start a sentence."""

from termbase.languages.profile import Profile, words

PROFILE = Profile(
    tag="ar",
    starters=words(
        """
        في من على إلى عن مع هذا هذه ذلك تلك هو هي هم أنا نحن كان كانت وقد وكان قد قال وقال لا ما
        لم لن إن أن ثم لكن ولكن بعد قبل عند كما وفي ومن وهو وهي كل بعض هناك هنا
        """
    ),
)
