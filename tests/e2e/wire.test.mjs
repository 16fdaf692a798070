// SPDX-License-Identifier: GPL-3.0-or-later
// What each tool costs on the wire to a real mail server: its commands and its round trips, on a warm session.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bearer, callMcp, obtainTokens } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';
import { imapCommands, startWire, withMailPorts } from './lib/wire.mjs';

describe('commands on the wire', () => {
  let stack, imap, smtp, authorization;
  before(async () => {
    stack = await startStack('wire');
    [imap, smtp] = await Promise.all([startWire(stack, stack.imap.port), startWire(stack, stack.smtp.port)]);
    const proxied = withMailPorts(stack, { imap: imap.port, smtp: smtp.port });
    authorization = bearer((await obtainTokens(proxied)).access_token);
    await call('list_mailboxes', {});
  });
  after(() => {
    imap?.close();
    smtp?.close();
    stack?.stop();
  });

  async function call(name, parameters) {
    const answer = await callMcp(stack, authorization, 'tools/call', { name, arguments: parameters });
    assert.ok(!answer.json?.result?.isError, answer.text);
    return answer.json.result.structuredContent;
  }

  /** Calls a tool; the commands that it sent must match these, one by one, in so many round trips, on the warm session. */
  async function costs(name, parameters, roundTrips, commands) {
    imap.take();
    const result = await call(name, parameters);
    const { text, roundTrips: made, connections } = imap.take();
    const sent = imapCommands(text);
    assert.equal(connections, 0, `${name} opened a connection`);
    assert.equal(sent.length, commands.length, `${name}: ${sent.join(' | ')}`);
    sent.forEach((command, index) => assert.match(command, commands[index], name));
    assert.equal(made, roundTrips, `${name}: ${sent.join(' | ')}`);
    return result;
  }

  test('list_mailboxes: one', async () => {
    await costs('list_mailboxes', {}, 1, [/^LIST "" "\*" RETURN \(SPECIAL-USE STATUS \(MESSAGES UNSEEN UIDNEXT UIDVALIDITY\)\)$/]);
  });

  test('list_mail_messages: two, and one when the folder is open', async () => {
    const fetch = /^FETCH \d+:\d+ \(UID FLAGS RFC822\.SIZE INTERNALDATE ENVELOPE.*\)$/;
    await costs('list_mail_messages', { folder: 'INBOX' }, 2, [/^EXAMINE "?INBOX"?$/, fetch]);
    await costs('list_mail_messages', { folder: 'INBOX' }, 1, [/^NOOP$/, fetch]);
  });

  test('get_mail_message: two', async () => {
    const { uids: [uid] } = await call('search_mail_messages', { folder: 'INBOX', query: 'SUBJECT "四半期報告書"' });
    await costs('get_mail_message', { folder: 'INBOX', uid }, 2,
      [/^NOOP$/, /^UID FETCH \d+ \(.*BODYSTRUCTURE BODY\.PEEK\[HEADER\].*\)$/, /^NOOP$/, /^UID FETCH \d+ \(.*BODY\.PEEK\[[\d.]+\].*\)$/]);
  });

  test('search_mail_messages: one', async () => {
    await costs('search_mail_messages', { folder: 'INBOX', query: 'UNSEEN' }, 1, [/^NOOP$/, /^UID SEARCH RETURN \(.*\) UNSEEN$/]);
  });
});
