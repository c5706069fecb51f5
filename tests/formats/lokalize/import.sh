#!/bin/sh
# Lets Lokalize import a TMX: import.sh MEMORIES FILE; MEMORIES is where it keeps its memories.
# Run it within dbus-run-session and xvfb-run. Exits 3 where Lokalize cannot be driven.
#
# Lokalize 22.12 calls the connection to a memory by its name and the number of a thread, and
# imports into the connection that has the name alone: whatever the TMX is, it says «database not
# open» and keeps nothing. So a memory with that very name, number and all, is chosen in its window.
memories=$1 file=$2 log=$HOME/lokalize.log
patient() { # tries a command for twenty seconds
    for _ in $(seq 80); do
        found=$("$@" 2>/dev/null) && [ -n "$found" ] && echo "$found" && return
        sleep 0.25
    done
    echo "in vain: $*" >&2
    exit 3
}
window() { xdotool search --onlyvisible --name "$1" | tail -n 1; }
opened() { sed -n 's/.*db "\(space[0-9]*\)" opened.*/\1/p' "$log" | head -n 1; }
bus() { dbus-send --session --print-reply --dest="$@"; }
service() { bus org.freedesktop.DBus / org.freedesktop.DBus.ListNames | grep -o 'org.kde.lokalize[^"]*'; }
manage() {
    bus "$lokalize" /lokalize/MainWindow_1 org.kde.KMainWindow.activateAction string:tools_tm_manage
}

lokalize --noprojectscan --project "$HOME/index.lokalize" 2>"$log" &
process=$!
trap 'kill $process' EXIT
name=$(patient opened) && lokalize=$(patient service) || exit 3
cp "$memories/space.db" "$memories/$name.db"
patient manage >/dev/null && list=$(patient window "Translation Memories") || exit 3
for line in 40 57 74; do # the order of the three memories is not always the same
    sleep 1
    xdotool windowfocus --sync "$list" mousemove --window "$list" 60 $line click 1 sleep 0.5 key alt+d
    dialog=$(patient window "Select TMX") || exit 3
    xdotool windowfocus --sync "$dialog" sleep 1 type --delay 20 "$file"
    xdotool sleep 0.5 key Return
done
sleep 2
