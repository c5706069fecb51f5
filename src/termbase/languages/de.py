"""German: ordinal numbers written with a full stop, and the words that start sentences."""

from termbase.languages.profile import Profile, phrases, words

PROFILE = Profile(
    tag="de",
    starters=words(
        """
        der die das den dem des ein eine einer einem einen eines kein keine dieser diese dieses
        diesem diesen jener jene jenes jeder jede jedes alle viele einige mehrere manche beide
        ich du er sie es wir ihr man sein seine seiner seinem seinen ihre ihrer ihrem ihren unser
        unsere mein meine dein deine wer was welche welcher welches wo wann warum wie wieso woher
        in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter zwischen durch für
        gegen ohne um seit während wegen trotz bis ab laut gemäß statt neben hinter
        und aber oder denn doch sondern sowie als wenn weil da dass daß ob obwohl damit nachdem
        bevor bis während sobald falls sofern
        auch noch schon nur so dann danach dort hier heute gestern morgen jetzt nun später zuvor
        dabei dafür dagegen daher darum deshalb deswegen dennoch trotzdem allerdings jedoch
        außerdem zudem ferner schließlich zuletzt zunächst anschließend inzwischen insgesamt
        nicht nein ja bitte danke ist sind war waren wird werden wurde wurden hat haben hatte
        kann können soll sollte muss zwei drei vier fünf sechs sieben acht neun zehn
        """
    ),
    greetings=words("liebe lieber liebes sehr hallo guten"),
    closings=phrases(
        """
        mit freundlichen grüßen, mit besten grüßen, freundliche grüße, beste grüße, viele grüße,
        liebe grüße, herzliche grüße, hochachtungsvoll, danke, vielen dank
        """
    ),
    labels=words(
        """
        abb abbildung tab tabelle bild grafik karte tafel kapitel teil abschnitt anhang buch
        band akt szene lektion
        """
    ),
    ordinals=words(
        """
        januar jänner februar feber märz april mai juni juli august september oktober november
        dezember jan feb mär apr jun jul aug sep sept okt nov dez
        jahrhundert jahrhunderts jh jhd jahrtausend jahrtausends weltkrieg weltkriegs weltkrieges
        klasse kapitel auflage stock stockwerk etage liga bundesliga armee division regiment
        bataillon kompanie lebensjahr lebensjahres geburtstag bezirk semester teil band akt satz
        buch platz runde spieltag minute stunde tag jahr monat woche mal grad kategorie rang etappe
        änderung sitzung legislaturperiode wahlperiode
        """
    ),
    before_ordinals=words("am vom zum im beim der dem den des die das ab bis seit"),
)
