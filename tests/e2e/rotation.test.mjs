// SPDX-License-Identifier: GPL-3.0-or-later
// The keys change while the daemon runs and is used: nobody notices, until a key is dropped.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { bearer, callMcp, obtainTokens, refresh } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

describe('key rotation (JW-42, FT-08)', () => {
  let stack, original;
  before(async () => {
    stack = await startStack('key-rotation');
    original = readFileSync(stack.env_file, 'utf8');
  });
  after(() => stack?.stop());

  const listMailboxes = (token) => callMcp(stack, bearer(token), 'tools/call', { name: 'list_mailboxes', arguments: {} });
  const keyIdOf = (token) => JSON.parse(Buffer.from(token.split('.')[0], 'base64url')).kid;
  const reloads = () => stack.serverLog().split('\n').filter((line) => /reload/.test(line) && /keys/.test(line));

  /** Puts lines in the place of ENCRYPTION_KEY, sends SIGHUP and returns what the log says about the keys. */
  async function useKeys(...lines) {
    const before = reloads().length;
    writeFileSync(stack.env_file, original.replace(/^ENCRYPTION_KEY=.*$/m, lines.join('\n')));
    process.kill(stack.pids.server, 'SIGHUP');
    for (let i = 0; i < 400 && reloads().length === before; i += 1) await new Promise((resolve) => setTimeout(resolve, 25));
    return reloads().at(-1);
  }

  /** Calls a tool over and over, eight at a time, until stopped; returns the statuses that were not 200. */
  function load(token) {
    let isRunning = true;
    let calls = 0;
    const failures = [];
    const worker = async () => {
      while (isRunning) {
        const answer = await callMcp(stack, bearer(token), 'tools/list');
        calls += 1;
        if (answer.status !== 200) failures.push(answer.status);
      }
    };
    const workers = Promise.all(Array.from({ length: 8 }, worker));
    return async () => {
      isRunning = false;
      await workers;
      assert.ok(calls > 8, `${calls} calls`);
      return failures;
    };
  }

  test('a new key takes over, and the old one dies when it is dropped, without a failed request', async () => {
    const oldKey = /^ENCRYPTION_KEY=.*$/m.exec(original)[0];
    const newKey = `ENCRYPTION_KEYS=k2:${randomBytes(32).toString('base64')}`;
    const first = await obtainTokens(stack);
    assert.equal(keyIdOf(first.access_token), 'default');

    const underOldToken = load(first.access_token);
    assert.match(await useKeys(newKey, oldKey), /k2,default/);
    const second = (await refresh(stack, first.refresh_token)).json;
    assert.equal(keyIdOf(second.access_token), 'k2');
    assert.equal((await listMailboxes(first.access_token)).status, 200);
    assert.equal((await listMailboxes(second.access_token)).status, 200);
    assert.deepEqual(await underOldToken(), []);

    const underNewToken = load(second.access_token);
    assert.match(await useKeys(newKey), /k2/);
    assert.equal((await listMailboxes(first.access_token)).status, 401);
    assert.equal((await listMailboxes(second.access_token)).status, 200);
    // The client ID was sealed with the dropped key as well.
    assert.equal((await refresh(stack, second.refresh_token)).json.error, 'invalid_client');
    assert.deepEqual(await underNewToken(), []);

    assert.match(await useKeys(newKey, oldKey), /k2,default/);
    assert.equal((await refresh(stack, second.refresh_token)).status, 200, 'nothing was forgotten meanwhile');
  });

  test('keys that are not good are not taken, and the log says why', async () => {
    const { access_token: token } = await obtainTokens(stack);
    for (const broken of ['ENCRYPTION_KEYS=k3:short', 'ENCRYPTION_KEY=']) {
      assert.match(await useKeys(broken), /refused/);
      assert.equal((await callMcp(stack, bearer(token), 'tools/list')).status, 200);
    }
    assert.ok(!stack.serverLog().includes('k3:short'));
  });
});
