// SPDX-License-Identifier: GPL-3.0-or-later
// The socket through which the desktop program watches a running server.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { bearer, callMcp, obtainTokens } from './lib/oauth.mjs';
import { freshDirectory, startStack } from './lib/stack.mjs';

describe('the socket of the administrator', () => {
  const directory = freshDirectory('administration-socket');
  const path = join(directory, 'admin.sock');
  let stack;
  before(async () => {
    stack = await startStack('administration', { env: { ADMIN_SOCKET: path, AUDIT_LOG: join(directory, 'audit.log') } });
  });
  after(() => stack?.stop());

  /** One request on a connection of its own. */
  async function ask(method, parameters = {}) {
    const socket = createConnection(path);
    socket.write(`${JSON.stringify({ method, parameters })}\n`);
    try {
      for await (const line of createInterface({ input: socket })) return JSON.parse(line);
    } finally {
      socket.destroy();
    }
  }

  test('nobody but its owner can open it', () => {
    assert.ok(statSync(path).isSocket());
    assert.equal(statSync(path).mode & 0o077, 0);
  });

  test('the server says how it is', async () => {
    const { result } = await ask('status');
    assert.equal(result.ready, true);
    assert.equal(result.problem, '');
    assert.match(result.version, /^\d+\.\d+/);
    assert.ok(Math.abs(result.started_at - Date.now() / 1000) < 300);
    const { result: { text } } = await ask('metrics');
    assert.match(text, /^# TYPE mail_mcp_/m);
  });

  test('clients are listed, refused and allowed again while the server runs', async () => {
    assert.deepEqual((await ask('clients')).result.clients, []);
    const tokens = await obtainTokens(stack);
    const [client] = (await ask('clients')).result.clients;
    assert.deepEqual([client.logins, client.denied], [1, false]);
    const use = async () => (await callMcp(stack, bearer(tokens.access_token), 'tools/list')).status;
    assert.equal(await use(), 200);
    assert.deepEqual(await ask('revoke', { handle: client.handle }), { result: {} });
    assert.equal(await use(), 401);
    assert.equal((await ask('clients')).result.clients[0].denied, true);
    assert.deepEqual(await ask('allow', { handle: client.handle }), { result: {} });
    assert.equal(await use(), 200);
    assert.ok((await ask('end_every_login')).result.not_before > 0);
    assert.equal(await use(), 401);
    assert.equal((await ask('revoke', { handle: '0123456789abcdef' })).error.kind, 'not_found');
  });

  test('the last entries of the audit log are shown', async () => {
    const { result: { entries } } = await ask('audit_log', { lines: 4 });
    assert.deepEqual(entries.slice(-3).map((line) => JSON.parse(line)).map(({ event, verdict }) => `${event} ${verdict}`), ['client denied', 'client allowed', 'token all_ended']);
    for (const lines of [0, 501, -1, 'all']) assert.equal((await ask('audit_log', { lines })).error.kind, 'invalid_argument');
  });

  test('what it does not know is refused', async () => {
    assert.equal((await ask('read_mail')).error.kind, 'unsupported');
    assert.equal((await ask('revoke')).error.kind, 'invalid_argument');
  });
});
