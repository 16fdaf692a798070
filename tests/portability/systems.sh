# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Systems to try Mail MCP in: bare ones that debootstrap makes, entered with systemd-nspawn. Bash sources this; anything else calls
#
#     bash tests/portability/systems.sh FUNCTION ARGUMENT…
set -euo pipefail

# ID-VERSION as in /etc/os-release: codename, archive, its parts, script of debootstrap (that of Debian 12 knows no noble; all of Ubuntu are one).
declare -A SYSTEMS=(
    [debian-12]="bookworm http://deb.debian.org/debian main bookworm"
    [debian-13]="trixie http://deb.debian.org/debian main trixie"
    [ubuntu-24.04]="noble http://archive.ubuntu.com/ubuntu main,universe gutsy"
)

say() { printf '==> %s\n' "$*"; }
fail() { printf 'portability: %s\n' "$*" >&2; exit 1; }

# bare_system NAME FOLDER [PACKAGE…]: makes one, with more packages, unless it is there.
bare_system() {
    local name=$1 folder=$2 codename archive parts script authority
    shift 2
    [[ -n ${SYSTEMS[$name]:-} ]] || fail "no system $name: one of ${!SYSTEMS[*]}"
    [[ ! -e $folder/etc/os-release ]] || return 0
    [[ $EUID -eq 0 ]] || fail "only root can make another system"
    command -v debootstrap >/dev/null || fail "debootstrap is missing"
    read -r codename archive parts script <<<"${SYSTEMS[$name]}"
    say "A bare $name"
    # Half a system does not count.
    rm -rf "$folder.new"
    mkdir -p "$(dirname "$folder")"
    debootstrap --variant=minbase --components="$parts" --include="$(IFS=, && echo "ca-certificates $*" | tr ' ' ,)" \
        "$codename" "$folder.new" "${MIRROR:-$archive}" "$script" >"$folder.log" 2>&1 ||
        fail "debootstrap could not make $name: $(tail -n 1 "$folder.log") (all it said is in $folder.log; MIRROR names another archive)"
    printf '127.0.0.1 localhost\n::1 localhost\n' >"$folder.new/etc/hosts" # debootstrap leaves that to an installer
    echo force-unsafe-io >"$folder.new/etc/dpkg/dpkg.cfg.d/throw-away"
    # Where this machine reaches the world through a proxy with an authority of its own.
    for authority in /usr/local/share/ca-certificates/*.crt; do
        [[ -e $authority ]] && cp "$authority" "$folder.new/usr/local/share/ca-certificates/"
    done
    chroot "$folder.new" update-ca-certificates >>"$folder.log" 2>&1
    mv "$folder.new" "$folder"
}

# in_system FOLDER [option of systemd-nspawn…] -- COMMAND…: runs it there, with the network of this machine.
in_system() {
    local folder=$1 options=()
    shift
    command -v systemd-nspawn >/dev/null || fail "systemd-nspawn is missing (package systemd-container)"
    while [[ $1 != -- ]]; do
        options+=("$1")
        shift
    done
    shift
    systemd-nspawn --quiet -D "$folder" --register=no --keep-unit --as-pid2 --console=pipe --resolv-conf=copy-host \
        --setenv=DEBIAN_FRONTEND=noninteractive --setenv=LC_ALL=C.UTF-8 "${options[@]}" -- "$@"
}

[[ ${BASH_SOURCE[0]} != "$0" ]] || "$@"
