// SPDX-License-Identifier: GPL-3.0-or-later
// Many clients that listen at the same time: what they cost, and that a new message reaches each of its mailbox.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { measuresMemory } from './lib/daemon.mjs';
import { bearer, callMcp, obtainTokens } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

const PER_MAILBOX = 63; // one less than may listen to a mailbox
const MAILBOXES = 8;
const CLIENTS = PER_MAILBOX * MAILBOXES; // 504
const readers = Object.fromEntries(Array.from({ length: MAILBOXES }, (_, i) => [`reader${i}@example.test`, `password-${i}`]));

describe('500 listening clients', () => {
  let stack;
  const leaving = new AbortController();
  before(async () => {
    stack = await startStack('listeners', { users: readers, logLevel: 'INFO',
      env: { MAX_CONNECTIONS: '2048', MAX_CONNECTIONS_PER_ADDRESS: '2048' } });
  });
  after(() => {
    leaving.abort();
    stack?.stop();
  });

  /** The resident memory of the daemon, in MB. */
  const resident = () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${stack.pids.server}/status`, 'utf8'))[1]) / 1024;

  /** Listens to the INBOX of a mailbox; resolves when that is acknowledged, to {heard}, which resolves with the next message. */
  async function listen(authorization, uri) {
    const version = '2026-07-28';
    const response = await fetch(stack.mcp_url, { method: 'POST', signal: leaving.signal,
      headers: { authorization, 'content-type': 'application/json', accept: 'application/json, text/event-stream', 'mcp-protocol-version': version,
        'mcp-method': 'subscriptions/listen' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'subscriptions/listen', params: { notifications: { resourceSubscriptions: [uri] }, _meta: {
        'io.modelcontextprotocol/protocolVersion': version, 'io.modelcontextprotocol/clientCapabilities': {} } } }) });
    assert.equal(response.status, 200);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const next = async (words) => {
      for (let text = ''; !text.includes(words);) {
        const { value, done } = await reader.read();
        assert.ok(!done, `the stream ended before ${words}`);
        text += value;
      }
    };
    await next('notifications/subscriptions/acknowledged');
    const heard = next('notifications/resources/updated');
    heard.catch(() => {}); // the test may be over
    return { heard };
  }

  test('cost less than 100 MB, and hear of a message within two seconds', async (t) => {
    const users = stack.users.filter(({ email }) => email.startsWith('reader'));
    assert.equal(users.length, MAILBOXES);
    const mailboxes = [];
    for (const user of users) {
      const authorization = bearer((await obtainTokens(stack, user)).access_token);
      const { resources } = (await callMcp(stack, authorization, 'resources/list')).json.result;
      // Dovecot looks only twice a minute at a folder that nobody has ever opened.
      await callMcp(stack, authorization, 'tools/call', { name: 'list_mail_messages', arguments: { folder: 'INBOX' } });
      mailboxes.push({ authorization, uri: resources.find(({ uri }) => uri.endsWith('/INBOX')).uri, listeners: [] });
    }
    const before = resident();
    for (const mailbox of mailboxes) {
      mailbox.listeners = await Promise.all(Array.from({ length: PER_MAILBOX }, () => listen(mailbox.authorization, mailbox.uri)));
    }
    const cost = resident() - before;
    t.diagnostic(`${CLIENTS} clients that listen to ${MAILBOXES} mailboxes: ${cost.toFixed(1)} MB`);
    if (measuresMemory) assert.ok(cost < 100, `${cost} MB`);

    const bob = bearer((await obtainTokens(stack, stack.bob, ['mail.send'])).access_token);
    const letter = { to: users[3].email, subject: 'News', text_body: 'Hello' };
    const sent = await callMcp(stack, bob, 'tools/call', { name: 'send_mail_message', arguments: letter });
    assert.ok(!sent.json.result.isError, sent.text);
    const begin = performance.now();
    await Promise.all(mailboxes[3].listeners.map(({ heard }) => heard));
    const took = performance.now() - begin;
    t.diagnostic(`${PER_MAILBOX} of them heard of a message after ${took.toFixed(0)} ms`);
    assert.ok(took < 2000, `${took} ms`);
  });
});
