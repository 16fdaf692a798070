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
    authorization = bearer((await obtainTokens(proxied, proxied.alice, ['mail.send', 'mail.delete'])).access_token);
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
      [/^NOOP$/, /^UID FETCH \d+ \(.*BODYSTRUCTURE BODY\.PEEK\[HEADER\].*\)$/, /^UID FETCH \d+ \(.*BODY\.PEEK\[[\d.]+\].*\)$/]);
  });

  test('search_mail_messages: one', async () => {
    await costs('search_mail_messages', { folder: 'INBOX', query: 'UNSEEN' }, 1, [/^NOOP$/, /^UID SEARCH RETURN \(.*\) UNSEEN$/]);
  });

  test('update_mail_message_flags: two, and one when the folder is open', async () => {
    const { uids: [uid] } = await call('search_mail_messages', { folder: 'INBOX', query: 'SUBJECT "四半期報告書"' });
    const change = { folder: 'INBOX', uid, add: ['Flagged'] };
    const commands = [/^UID STORE \d+ \+FLAGS\.SILENT \(\\Flagged\)$/, /^UID FETCH \d+ \(UID FLAGS\)$/];
    await costs('update_mail_message_flags', change, 2, [/^SELECT "INBOX"$/, ...commands]);
    await costs('update_mail_message_flags', change, 1, commands);
  });

  test('create_draft_mail_message: one', async () => {
    const draft = { to: 'bob@example.test', subject: 'Entwurf', text_body: 'Grüße' };
    const first = await call('create_draft_mail_message', draft);
    assert.ok(first.uid > 0);
    await costs('create_draft_mail_message', { ...draft, subject: 'Noch ein Entwurf' }, 1, [/^APPEND "Drafts" \(\\Draft \\Seen\) \{…\}$/]);
  });

  test('move_mail_message: two', async () => {
    const { uids: [uid] } = await call('search_mail_messages', { folder: 'Drafts', query: 'SUBJECT "Noch ein Entwurf"' });
    await costs('move_mail_message', { folder: 'Drafts', uid, destination: 'Trash' }, 2,
      [/^SELECT "Drafts"$/, /^UID FETCH \d+ \(UID FLAGS\)$/, /^UID MOVE \d+ "Trash"$/]);
  });

  test('delete_mail_message: two', async () => {
    const { uids: [uid] } = await call('search_mail_messages', { folder: 'Trash', query: 'SUBJECT "Noch ein Entwurf"' });
    await costs('delete_mail_message', { folder: 'Trash', uid }, 2,
      [/^SELECT "Trash"$/, /^UID FETCH \d+ \(UID FLAGS\)$/, /^UID STORE \d+ \+FLAGS\.SILENT \(\\Deleted\)$/, /^UID EXPUNGE \d+$/]);
  });

  test('send_mail_message: the SMTP dialogue, a look whether the provider kept a copy, and one; the next one needs no login', async () => {
    const letter = { to: 'bob@example.test', cc: 'alice@example.test', subject: 'Gruß', text_body: 'Hello' };
    const commands = ({ text }) => text.slice(0, text.indexOf('DATA\r\n')).trim().split('\r\n').map((line) => line.split(' ')[0]);
    smtp.take();
    await call('send_mail_message', letter);
    const first = smtp.take();
    assert.equal(first.connections, 1);
    assert.deepEqual(commands(first), ['EHLO', 'AUTH', 'MAIL', 'RCPT', 'RCPT']);
    // EHLO; AUTH; MAIL and RCPT together; DATA, when everybody was accepted; the message.
    assert.equal(first.roundTrips, 5, first.text);

    await costs('send_mail_message', { ...letter, subject: 'Noch ein Gruß' }, 2,
      [/^NOOP$/, /^UID SEARCH RETURN \(ALL COUNT\) SINCE \S+ HEADER "Message-ID" "[^"]+"$/, /^APPEND "Sent" \(\\Seen\) \{…\}$/]);
    const next = smtp.take();
    assert.equal(next.connections, 0);
    assert.deepEqual(commands(next), ['MAIL', 'RCPT', 'RCPT']);
    assert.equal(next.roundTrips, 3, next.text);
  });

  test('a client that goes away stops its read within two seconds (HT-42)', async () => {
    await call('list_mail_messages', { folder: 'INBOX' });
    assert.ok(imap.open > 0);
    const before = imap.open;
    imap.hold = true;
    imap.take();
    const leaving = new AbortController();
    const answer = callMcp(stack, authorization, 'tools/call', { name: 'search_mail_messages', arguments: { folder: 'INBOX', query: 'ALL' } }, {},
      { signal: leaving.signal });
    const until = async (condition, limit) => {
      for (const end = Date.now() + limit; !condition() && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, 10));
      return condition();
    };
    let sent = '';
    assert.ok(await until(() => (sent += imap.take().text).includes('UID SEARCH'), 10_000), 'the search reached the mail server');
    leaving.abort();
    await assert.rejects(answer, { name: 'AbortError' });
    assert.ok(await until(() => imap.open < before, 2_000), 'the connection that waited for the answer is closed');
    imap.hold = false;
    assert.ok((await call('search_mail_messages', { folder: 'INBOX', query: 'ALL' })).count >= stack.folders.INBOX.messages);
  });
});
