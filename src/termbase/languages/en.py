"""English: words that start sentences, verbs of speech."""

from termbase.languages.profile import Profile, words

PROFILE = Profile(
    tag="en",
    starters=words(
        """
        the a an this that these those he she it they we you i his her its their our my your
        in on at for from by with without under over after before during since until upon about
        and but or so yet nor because although though while when where if unless as once then
        there here what which who whom whose why how is are was were do does did has have had can
        could will would should may might must not no yes all each every both many most some any
        several such other another one two three first second however therefore thus hence
        moreover furthermore meanwhile nevertheless also only even just still now today
        let to of
        """
    ),
)
