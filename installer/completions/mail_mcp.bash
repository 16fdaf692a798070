# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of mail_mcp for bash. The program itself says which commands and options there are.

_mail_mcp() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} program=${COMP_WORDS[0]}
    local commands=() word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ $word == -* || $word == = ]] || commands+=("$word")
    done
    case $before in
        --*-file)
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
            ;;
    esac
    local help
    help=$("$program" "${commands[@]:0:2}" --help 2>/dev/null) || help=$("$program" "${commands[@]:0:1}" --help 2>/dev/null)
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(sed -nE 's/^  (-., )?(--[a-z-]+).*/\2/p' <<<"$help")" -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -W "$(sed -nE '/^(Commands|Actions):/,/^$/s/^  ([a-z]+) .*/\1/p' <<<"$help")" -- "$current")
    fi
}
complete -F _mail_mcp mail_mcp
