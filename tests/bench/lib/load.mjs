// SPDX-License-Identifier: GPL-3.0-or-later
// One run of bench_load against Mail MCP, against the mail server itself (the floor), or against a peer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { bearer, mcpRequest } from '../../e2e/lib/oauth.mjs';

/** Runs a plan (see load/Plan.h); what came of it. */
export async function runLoad(program, plan, { env } = {}) {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  child.stdin.end(JSON.stringify(plan));
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`bench_load ended with ${code}`);
  const result = JSON.parse(output);
  if (result.requests === 0) throw new Error(`nothing was answered: ${result.firstError}`);
  return result;
}

/** Numbers stand in JSON without quotes. */
const withNumbers = (body) => body.replaceAll('"{{m}}"', '{{m}}');

/** JSON-RPC of the revisions before 2026-07-28, for what only they have and for peers. */
export const legacyBody = (method, params) => withNumbers(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));

function httpMessage(operation, token) {
  const authorization = operation.isAnonymous ? undefined : bearer(token);
  const message = mcpRequest(authorization, operation.method, operation.params);
  if (!operation.isLegacy) return { headers: message.headers, body: withNumbers(message.body) };
  const { 'mcp-method': _, ...headers } = message.headers;
  return { headers: { ...headers, 'mcp-protocol-version': '2025-06-18' }, body: legacyBody(operation.method, operation.params) };
}

/** An operation of Mail MCP; workers take the tokens in turn. */
export function planForServer(stack, operation, tokens) {
  const { host, hostname, port, pathname } = new URL(stack.mcp_url);
  const messages = tokens.map((token) => httpMessage(operation, token));
  const heads = messages.map(({ headers }) => [`POST ${pathname} HTTP/1.1`, `Host: ${host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), ''].join('\r\n'));
  return { protocol: 'http', host: hostname, port: Number(port), heads, body: messages[0].body, cycle: operation.cycle ?? 1,
    status: operation.status ?? 200, expected: operation.expected };
}

/** The question of a monitor, whether the daemon is well. */
export function planForHealth(daemon) {
  const { host, hostname, port } = new URL(daemon.base_url);
  return { protocol: 'http', host: hostname, port: Number(port), heads: [`GET /health HTTP/1.1\r\nHost: ${host}\r\n`] };
}

/** The same from the mail server, without anything in between. */
export function planForFloor(stack, operation, users) {
  return { protocol: 'imap', host: stack.imap.host, port: stack.imap.port, authorityFile: stack.ca_file, cycle: operation.cycle ?? 1,
    logins: users.map(({ username, password }) => ({ user: username, password })), ...operation.floor };
}
