// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of a password in the memory of the daemon when it is needed no more (JW-44). Only root may look.
import assert from 'node:assert/strict';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { measuresMemory } from './lib/daemon.mjs';
import { bearer, callMcp, obtainTokens, openForm, pkcePair, refresh, sendForm } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

const PASSWORD = 'canary-remembered-4f1d7c2b9e';
const WRONG = 'canary-mistyped-a83e61d05b';
const user = { email: 'remembered@example.test', username: 'remembered@example.test', password: PASSWORD };

/** Where a text is in the writable memory of a process, in UTF-8 or as Qt has it, and what stands around it. */
function occurrences(pid, text) {
  const found = [];
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const region = /^([0-9a-f]+)-([0-9a-f]+) rw.. \S+ \S+ \S+\s*(.*)$/.exec(line);
      if (!region || region[3] === '[vvar]') continue;
      const begin = parseInt(region[1], 16);
      const bytes = Buffer.alloc(parseInt(region[2], 16) - begin);
      let length = 0;
      try { length = readSync(memory, bytes, 0, bytes.length, begin); } catch { continue; } // a guard page
      for (const needle of [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('base64').slice(0, -4))]) {
        for (let at = bytes.indexOf(needle); at >= 0 && at < length; at = bytes.indexOf(needle, at + 1)) {
          const around = bytes.subarray(Math.max(0, at - 48), at + needle.length + 16).toString('latin1').replace(/[^ -~]/g, '.');
          found.push(`${region[3] || 'anonymous'}: ${around}`);
        }
      }
    }
  } finally {
    closeSync(memory);
  }
  return found;
}

const obstacle = process.getuid() !== 0 ? 'only root may read it' : !measuresMemory && 'the address sanitizer has a memory of its own';

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
