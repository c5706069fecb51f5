"""English: words that start sentences, and verbs of speech that follow their subject."""

from termbase.languages.profile import Profile, phrases, words

PROFILE = Profile(
    tag="en",
    starters=words(
        """
        the a an this that these those he she it they we you i his her hers its their our my your
        i'm i've i'd i'll it's he's she's that's there's what's we're they're you're let's don't
        in on at for from by with without within under over after before during since until till
        upon about above across against along among around as because behind below beneath beside
        besides between beyond despite down except inside into like near of off onto out outside
        past per through throughout to toward towards underneath unlike up via
        and but or so yet nor although though while whereas when whenever where wherever if unless
        once then than whether lest
        here there what which who whom whose why how is are was were be been being am do does did
        has have had can could will would should may might must shall not no yes
        all each every both many most much some any several such few less more other others another
        one two three four five six seven eight nine ten first second third last next
        however therefore thus hence moreover furthermore meanwhile nevertheless nonetheless
        otherwise instead indeed finally also only even just still now today yesterday tomorrow
        again already always never often sometimes perhaps maybe please thanks thank
        according additionally although currently eventually fortunately unfortunately generally
        initially later lately originally particularly previously recently similarly
        specifically subsequently suddenly together usually ultimately
        everyone everybody someone somebody anyone nobody nothing something everything none neither
        either people critics millions thousands hundreds dozens officials travelers travellers
        oh ok okay well wow hey hi hello lol yeah so then
        did let see come go get make take look note
        """
    ),
    speech_verbs=words(
        """
        said says say asked asks ask replied replies called calls cried cries shouted shouts yelled
        screamed howled answered answers whispered exclaimed added adds murmured muttered began
        continued inquired enquired demanded wondered thought suggested remarked repeated snapped
        sighed laughed explained told agreed insisted protested responded roared gasped growled
        groaned grumbled hissed observed returned retorted interrupted mumbled pleaded begged
        """
    ),
    fronting=words("at on in by around about before after since until till from during circa"),
    solitary=words("i i'm i've i'd i'll"),
    greetings=words("dear hi hello hey"),
    closings=phrases(
        """
        best, best regards, kind regards, kindest regards, warm regards, warmest regards, regards,
        many thanks, thanks, thank you, thanks again, thanks and regards, sincerely,
        sincerely yours, yours, yours sincerely, yours truly, yours faithfully, cheers,
        best wishes, with best wishes, all the best, good luck, take care, respectfully, cordially
        """
    ),
    labels=words(
        """
        figure fig table tab listing chart exhibit plate box scheme diagram map chapter chap
        part section appendix annex volume book act scene lesson unit
        """
    ),
)
