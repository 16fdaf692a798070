// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions of older clients live in their id: a restart ends none, another instance knows them, and they are nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sealToken, startDaemon } from './lib/daemon.mjs';
import { bearer, request } from './lib/oauth.mjs';

const version = '2025-11-25';
const initialize = { protocolVersion: version, capabilities: { elicitation: {} }, clientInfo: { name: 'e2e', version: '1' } };

/** Sends one request of that revision. */
const post = (baseUrl, token, method, params, headers = {}) => request(`${baseUrl}/mcp`, {
  method: 'POST',
  headers: { authorization: bearer(token), 'content-type': 'application/json', 'mcp-protocol-version': version, ...headers },
  body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
});

test('a session outlives a restart of the daemon, and ends when it is deleted', async () => {
  let daemon = await startDaemon('sessions');
  const { baseUrl, port } = daemon;
  const token = sealToken(baseUrl);
  const begun = await post(baseUrl, token, 'initialize', initialize);
  const session = { 'mcp-session-id': begun.headers.get('mcp-session-id') };
  assert.match(session['mcp-session-id'], /^[\x21-\x7e]{20,}$/);
  const list = () => post(baseUrl, token, 'tools/list', {}, session);
  assert.equal((await list()).status, 200);
  await daemon.stop();

  daemon = await startDaemon('sessions', { env: { PORT: String(port), BASE_URL: baseUrl } });
  assert.equal((await list()).status, 200);
  const end = () => request(`${baseUrl}/mcp`, { method: 'DELETE', headers: { authorization: bearer(token), ...session } });
  assert.equal((await end()).status, 204);
  assert.equal((await list()).status, 404);
  assert.equal((await end()).status, 404);
  await daemon.stop();
});

test('a token is no session, and a session no token', async () => {
  const daemon = await startDaemon('sessions-confused');
  const token = sealToken(daemon.baseUrl);
  const id = (await post(daemon.baseUrl, token, 'initialize', initialize)).headers.get('mcp-session-id');
  const ping = (as, session) => post(daemon.baseUrl, as, 'ping', {}, { 'mcp-session-id': session });
  assert.equal((await ping(token, id)).status, 200);
  assert.equal((await ping(token, token)).status, 404);
  assert.equal((await ping(id, id)).status, 401);
  await daemon.stop();
});
