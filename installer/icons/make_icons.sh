#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws the icons that Windows and macOS want as files of their own, from resources/icons/mail-mcp.svg. They are kept beside this script, since
# neither system draws SVG by itself. Needs rsvg-convert, icotool and png2icns (librsvg2-bin, icoutils, icnsutils).
#
#     installer/icons/make_icons.sh
# shellcheck disable=SC2046 # the paths have no blanks
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
draw() { for size in "$@"; do rsvg-convert --width "$size" --height "$size" "$here/../../resources/icons/mail-mcp.svg" -o "$work/$size.png"; done; }
files() { for size in "$@"; do printf '%s\n' "$work/$size.png"; done; }

draw 16 24 32 48 64 128 256 512
# The largest as PNG: as a bitmap it would be a quarter of a megabyte.
icotool --create --output "$here/mail-mcp.ico" $(files 16 24 32 48 64) --raw "$work/256.png"
png2icns "$here/mail-mcp.icns" $(files 16 32 48 128 256 512) >/dev/null
