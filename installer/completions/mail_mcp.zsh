#compdef mail_mcp
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of mail_mcp for zsh. The program itself says which commands and options there are, and what they do.

_mail_mcp() {
    local -a before choices
    local help line
    before=(${${words[2,CURRENT-1]}:#-*})
    if [[ ${words[CURRENT-1]} == --*-file ]]; then
        _files
        return
    fi
    help=$(${words[1]} ${before[1,2]} --help 2>/dev/null) || help=$(${words[1]} ${before[1]} --help 2>/dev/null)
    if [[ ${words[CURRENT]} == -* ]]; then
        choices=(${(f)"$(sed -nE 's/^  (-., )?(--[a-z-]+)( <[A-Z]+>)?  +(.*)/\2:\4/p' <<<$help)"})
    else
        choices=(${(f)"$(sed -nE '/^(Commands|Actions):/,/^$/s/^  ([a-z]+)  +(.*)/\1:\2/p' <<<$help)"})
    fi
    _describe mail_mcp choices
}
_mail_mcp "$@"
