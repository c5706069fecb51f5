#!/bin/sh
# The main job on the article, step by step, each with the command that does it.
# Usage: sh docs/demo.sh [PATH/TO/termbase]; what it makes besides the project's own outputs goes away.
set -eu
termbase=${1:-termbase}
case $termbase in */*) termbase=$(cd "$(dirname "$termbase")" && pwd)/$(basename "$termbase") ;; esac
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

say() { printf '\n── %s\n' "$1"; }
show() {
    printf '$ termbase'
    for word in "$@"; do
        case $word in *[!A-Za-z0-9./,=-]*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac
    done
    printf '\n'
    "$termbase" "$@" 2>&1
}

say "Build: the article in three languages becomes a memory, the terms a glossary"
show build

say "Look a term up: the typed apostrophe does not matter"
show lookup "État de l’Union" -n 1 -f table
say "Look a term up: no accents, and a typo"
show lookup teledetecton -t ru -f table

say "Search the memory: a sentence that is nearly there"
show search "Aujourd'hui, les spécialistes français continuent de travailler à la création d'un satellite pour la télédétection de la Terre et d'un système spatial." -f table

say "Concordance: a word in its contexts, both sides marked"
show search -c télédétection -t en -n 2 -f table

say "Check: nine mistakes of nine kinds are planted in a copy of the English rendering, all are found"
sed 's|photographiques: Roscosmos|photographiques:<br/> Roscosmos|' tm/sources/article.fr.txt >"$scratch/article.fr.txt"
sed -e 's/the State Secretary of the Union State stressed/the State Secretary of the State of the Union stressed/' \
    -e 's/8\.57 billion/8.75 billion/' \
    -e 's/6\.33 billion roubles/6.33 million roubles/' \
    -e 's/small spacecraft for Earth remote sensing/small spacecraft for looking at the Earth/' \
    -e 's/Director General of the Roscosmos/general director of the Roscosmos/' \
    -e '3s/During the meeting\./Lors de la réunion./' \
    -e 's/woman cosmonaut/woman cоsmonaut/' \
    -e '29s/Dmitry Bakanov/Dmitri Bakanov/' \
    tm/sources/article.en.txt >"$scratch/article.en.txt"
show check "$scratch/article.fr.txt" "$scratch/article.en.txt" -f table && exit 1
say "… and a tenth, in French: a space before a colon; the others are mended first"
cp tm/sources/article.fr.txt "$scratch/mended.fr.txt"
"$termbase" check tm/sources/article.en.txt "$scratch/mended.fr.txt" --rule T505 --fix --yes -q >"$scratch/diff" || exit 1
sed -i.bak 's/photographiques.*Roscosmos/photographiques: Roscosmos/' "$scratch/mended.fr.txt"
show check tm/sources/article.en.txt "$scratch/mended.fr.txt" --rule T505 -f table && exit 1
say "… and the rendering as it was published has none"
show check tm/sources/article.fr.txt tm/sources/article.en.txt

say "Export: for a CAT tool, French and Russian alone; and the glossary as OmegaT reads it"
show export -o "$scratch/fr-ru.tmx" --langs fr,ru
show export -o "$scratch/space.tbx" --dialect v2
