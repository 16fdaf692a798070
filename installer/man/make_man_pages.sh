#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# make_man_pages.sh PROGRAM SECTION FOLDER: manual pages of a program and of its commands, made of what --help says, so
# that there is one text. Needs help2man.
set -euo pipefail
program=$1 section=$2 folder=$3
name=$(basename "$program")
export LC_ALL=C.UTF-8

# Settings stand in the help as a name and a text below it: what a manual page calls a tagged paragraph.
tag_settings() {
    awk '
        /^\.SS "Settings/ { print ".SH ENVIRONMENT"; settings = 1; next }
        /^\.S[HS]/ { settings = 0 }
        settings && /^\.(IP|PP)$/ { next }
        settings && /^[A-Z][A-Z0-9_]+( \[.*\])?$/ { print ".TP"; print; next }
        { print }'
}

# page TITLE SUMMARY HELP-OPTION SEE-ALSO
page() {
    local include
    include=$(mktemp)
    printf '[name]\n%s \\- %s\n\n[see also]\n%s\n' "$1" "$2" "$4" >"$include"
    help2man --no-info --locale=C.UTF-8 --section="$section" --help-option="$3" --include="$include" \
        --source="Mail MCP" --manual="Mail MCP" "$program" |
        sed -E "s/^\.TH .* \"[0-9]\"/.TH ${1^^} \"$section\"/" | tag_settings | gzip -9nc >"$folder/$1.$section.gz"
    rm "$include"
}

rm -rf "$folder"
mkdir -p "$folder"
mapfile -t commands < <("$program" --help | sed -nE 's/^  ([a-z]+)  +.*/\1/p')
summary=$("$program" --help | sed -nE '/^Usage:/d; /./{s/\.$//p; q}')
related=".BR $name ($section)"
list=
for command in "${commands[@]}"; do
    list+="${list:+,
}.BR $name-$command ($section)"
done
page "$name" "$summary" --help "${list:-https://modelcontextprotocol.io}"
for command in "${commands[@]}"; do
    page "$name-$command" "$("$program" --help | sed -nE "s/^  $command  +//p")" "$command --help" "$related"
done
