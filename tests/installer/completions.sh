#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# completions.sh PROGRAM FOLDER: what the shells offer behind the beginning of a command line.
set -euo pipefail
program=$1 folder=$2
PATH=$(dirname "$program"):$PATH

# shellcheck source=/dev/null
source "$folder/mail_mcp.bash"
# offered WORD… : what bash offers for the last word.
offered() {
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    _mail_mcp
    printf '%s\n' "${COMPREPLY[@]}" | sort | tr '\n' ' '
}
# expect WANTED WORD…
expect() {
    local got
    got=$(offered "${@:2}")
    [[ $got == "$1 " ]] || { echo "bash: behind '${*:2}' stands '$got', not '$1'" >&2; exit 1; }
}
expect "generate" mail_mcp gen
expect "allow list revoke" mail_mcp clients ""
expect "--imap-host --imap-port --imap-ssl" mail_mcp generate --imap
expect "--env-file" mail_mcp server --env
expect "--all" mail_mcp clients revoke --al
(cd "$folder" && expect "mail_mcp.bash" mail_mcp server --env-file mail_mcp.b)

if command -v fish >/dev/null; then
    got=$(XDG_CONFIG_HOME=$(mktemp -d) fish -c "source $folder/mail_mcp.fish; complete -C 'mail_mcp generate --imap-h'")
    [[ $got == --imap-host$'\t'"IMAP server"* ]] || { echo "fish: '$got'" >&2; exit 1; }
    got=$(XDG_CONFIG_HOME=$(mktemp -d) fish -c "source $folder/mail_mcp.fish; complete -C 'mail_mcp clients re'")
    [[ $got == revoke$'\t'* ]] || { echo "fish: '$got'" >&2; exit 1; }
fi
if command -v zsh >/dev/null; then
    # _describe is what shows the choices: a stand-in prints them.
    got=$(zsh -fc "_describe() { print -l -- \${(P)2} }; words=(mail_mcp generate --imap-h) CURRENT=3; source $folder/mail_mcp.zsh")
    grep -q '^--imap-host:IMAP server' <<<"$got" || { echo "zsh: '$got'" >&2; exit 1; }
fi
