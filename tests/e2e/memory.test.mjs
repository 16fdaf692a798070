// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of a password in the memory of the daemon when it is needed no more (JW-44).
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { obstacle, occurrences } from './lib/memory.mjs';
import { bearer, callMcp, obtainTokens, openForm, pkcePair, refresh, sendForm } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

const PASSWORD = 'canary-remembered-4f1d7c2b9e';
const WRONG = 'canary-mistyped-a83e61d05b';
const user = { email: 'remembered@example.test', username: 'remembered@example.test', password: PASSWORD };

describe('the memory of the daemon', { skip: obstacle }, () => {
  let stack;
  before(async () => { stack = await startStack('memory', { users: { [user.email]: PASSWORD }, env: { IMAP_SESSION_IDLE: 1 } }); });
  after(() => stack?.stop());

  test('the scan finds what is there', () => {
    assert.ok(occurrences(stack.pids.server, stack.base_url).length > 0);
  });

  test('JW-44 no password is left once nobody needs it', async () => {
    await sendForm(stack, await openForm(stack, pkcePair().challenge), { ...user, password: WRONG });
    const tokens = await obtainTokens(stack, user);
    const renewed = await refresh(stack, tokens.refresh_token);
    assert.equal(renewed.status, 200);
    for (let i = 0; i < 3; i += 1) {
      const answer = await callMcp(stack, bearer(renewed.json.access_token), 'tools/call', { name: 'list_mailboxes', arguments: {} });
      assert.equal(answer.status, 200);
    }
    const metrics = async () => (await fetch(`${stack.base_url}/metrics`)).text();
    const idle = async () => Number(/^mail_mcp_imap_sessions_idle (\d+)/m.exec(await metrics())[1]);
    assert.equal(await idle(), 1);
    for (let i = 0; i < 100 && await idle() > 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(await idle(), 0);
    assert.deepEqual(occurrences(stack.pids.server, PASSWORD), []);
    assert.deepEqual(occurrences(stack.pids.server, WRONG), []);
  });
});
