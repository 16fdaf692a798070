#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts the program of its own name from this folder, wherever that is.
here=$(dirname "$(readlink -f "$0")")
MAGIC=${MAGIC:-$here/share/misc/magic.mgc} && export MAGIC
exec "$here/bin/$(basename "$0")" "$@"
