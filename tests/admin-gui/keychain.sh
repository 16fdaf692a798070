#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# keychain.sh PROGRAM [ARGUMENT…]
# Runs a program in a desktop session of its own whose keyring is unlocked, as after a login. $HOME is thrown away.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/runtime"
export HOME="$home" XDG_RUNTIME_DIR="$home/runtime" XDG_DATA_HOME="$home/data"
unset XDG_CURRENT_DESKTOP KDE_FULL_SESSION KDE_SESSION_VERSION GNOME_KEYRING_CONTROL DISPLAY
# The keyring ends with the session bus. Its password encrypts what it writes; without one it would not.
dbus-run-session -- /bin/sh -c 'printf "password of the session" | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@"' sh "$@"
