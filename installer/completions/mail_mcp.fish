# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of mail_mcp for fish. The program itself says which commands and options there are, and what they do.

function __mail_mcp_choices
    set -l tokens (commandline -opc)
    set -l before (string match -v -- '-*' $tokens[2..])
    set -l help ($tokens[1] $before[1..2] --help 2>/dev/null)
    or set help ($tokens[1] $before[1] --help 2>/dev/null)
    if string match -q -- '-*' (commandline -ct)
        string replace -rf '^  (?:-., )?(--[a-z-]+)(?: <[A-Z]+>)?  +(.*)' '$1\t$2' -- $help
    else
        printf '%s\n' $help | sed -nE '/^(Commands|Actions):/,/^$/p' | string replace -rf '^  ([a-z]+)  +(.*)' '$1\t$2'
    end
end

complete -c mail_mcp -f -a '(__mail_mcp_choices)'
complete -c mail_mcp -l env-file -r -F
