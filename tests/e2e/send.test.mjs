// SPDX-License-Identifier: GPL-3.0-or-later
// Mail that alice sends is what bob gets, once, and both of them find their own copy.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { bearer, callMcp, obtainCode, openForm, pkcePair, redeem, sendForm } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

const SCOPES = 'mail.read mail.draft mail.send';

describe('sending and drafting', () => {
  let stack, alice, bob, carol;

  /** Logs a user in; the result calls a tool and returns what it answers. */
  const logIn = async (user) => {
    const { verifier, challenge } = pkcePair();
    const form = await openForm(stack, challenge, { scope: SCOPES });
    assert.ok(!form.scopes.includes('mail.send'), 'sending has to be ticked');
    const granted = await sendForm(stack, { ...form, scopes: [...form.scopes, 'mail.send'] }, user);
    const answer = await redeem(stack, { verifier, code: new URL(granted.headers.get('location')).searchParams.get('code') });
    assert.equal(answer.status, 200, answer.text);
    const authorization = bearer(answer.json.access_token);
    return async (name, parameters) => (await callMcp(stack, authorization, 'tools/call', { name, arguments: parameters })).json.result;
  };
  const done = async (session, name, parameters) => {
    const result = await session(name, parameters);
    assert.ok(!result.isError, `${name}: ${result.content[0].text}`);
    return result.structuredContent;
  };
  const refused = async (session, name, parameters) => {
    const result = await session(name, parameters);
    assert.equal(result.isError, true, `${name} ${JSON.stringify(parameters)}`);
    return result.content[0].text;
  };
  const search = (session, folder, query) => done(session, 'search_mail_messages', { folder, query });
  const find = (session, folder, messageId) => search(session, folder, `HEADER Message-ID ${messageId.slice(1, -1)}`);
  const read = async (session, folder, messageId) => {
    const found = await find(session, folder, messageId);
    assert.equal(found.count, 1, `${folder} has one message ${messageId}`);
    return done(session, 'get_mail_message', { folder, uid: found.uids[0] });
  };

  before(async () => {
    stack = await startStack('send', { users: { 'carol@example.test': 'carol-password' } });
    [alice, bob] = [await logIn(stack.alice), await logIn(stack.bob)];
    carol = await logIn(stack.users.find(({ email }) => email === 'carol@example.test'));
  });
  after(() => stack?.stop());

  test('a message arrives as it was written, and its sender has a copy', async () => {
    const letter = {
      to: 'Bob Müller <bob@example.test>', cc: '"Carol, of Sales" <carol@example.test>', bcc: 'Alice <alice@example.test>',
      subject: 'Übergrößenträger 🎉 „für Bob“', text_body: 'Grüße\n.\nFrom here on\n\n🎉 end  \n',
      html_body: '<p>Grüße <b>🎉</b></p>', idempotency_key: randomUUID(),
    };
    const sent = await done(alice, 'send_mail_message', letter);
    assert.match(sent.message_id, /^<[\w-]+@example\.test>$/);
    assert.deepEqual([sent.duplicate, sent.warning, sent.folder], [false, null, 'Sent']);
    assert.deepEqual(sent.recipients, ['bob@example.test', 'carol@example.test', 'alice@example.test']);

    const copy = await done(alice, 'get_mail_message', { folder: sent.folder, uid: sent.uid });
    assert.equal(copy.uidvalidity, sent.uidvalidity);
    assert.deepEqual(copy.flags.filter((flag) => flag !== '\\Recent'), ['\\Seen']);
    assert.deepEqual(copy.headers.bcc, [{ name: 'Alice', address: 'alice@example.test' }]);

    for (const [session, who] of [[bob, 'bob'], [carol, 'carol'], [alice, 'alice']]) {
      const message = await read(session, 'INBOX', sent.message_id);
      const { headers } = message;
      assert.deepEqual(headers.bcc, [], `${who} does not see who got a hidden copy`);
      assert.equal((await search(session, 'INBOX', 'HEADER Bcc "" SINCE 01-Nov-2026')).uids.includes(message.uid), false);
      assert.equal(headers.subject, letter.subject);
      assert.deepEqual(headers.from, [{ name: 'Alice Example', address: 'alice@example.test' }]);
      assert.deepEqual(headers.to, [{ name: 'Bob Müller', address: 'bob@example.test' }]);
      assert.deepEqual(headers.cc, [{ name: 'Carol, of Sales', address: 'carol@example.test' }]);
      assert.equal(message.text_body, letter.text_body);
      assert.equal(message.html_body.trim(), letter.html_body);
      assert.ok(Math.abs(Date.parse(headers.date) - Date.now()) < 300_000, headers.date);
    }

    const again = await done(alice, 'send_mail_message', letter);
    assert.deepEqual(again, { ...sent, duplicate: true });
    assert.equal((await find(bob, 'INBOX', sent.message_id)).count, 1);
    assert.equal((await find(alice, 'Sent', sent.message_id)).count, 1);
    assert.match(await refused(alice, 'send_mail_message', { ...letter, subject: 'Another' }), /idempotency_key/);
  });

  test('the next message goes through the SMTP session of the one before', async () => {
    const reused = async () => {
      const text = await (await fetch(`${stack.base_url}/metrics`)).text();
      return Number(/^mail_mcp_smtp_sessions_reused_total (\d+)$/m.exec(text)[1]);
    };
    const letter = (number) => ({ to: 'bob@example.test', subject: `Letter ${number}`, text_body: `${number}` });
    await done(alice, 'send_mail_message', letter(1));
    const before = await reused();
    const ids = [];
    for (const number of [2, 3]) ids.push((await done(alice, 'send_mail_message', letter(number))).message_id);
    assert.equal(await reused(), before + 2);
    for (const [index, id] of ids.entries()) assert.equal((await read(bob, 'INBOX', id)).headers.subject, `Letter ${index + 2}`);
  });

  test('without a key an identical message is sent once, even by five calls at the same time', async () => {
    const letter = { to: 'bob@example.test', subject: `Once ${randomUUID()}`, text_body: 'Hi' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => done(alice, 'send_mail_message', letter)));
    assert.equal(answers.filter(({ duplicate }) => !duplicate).length, 1);
    assert.equal(new Set(answers.map(({ message_id, uid }) => `${message_id} ${uid}`)).size, 1);
    assert.equal((await search(bob, 'INBOX', `SUBJECT "${letter.subject}"`)).count, 1);
  });

  test('an answer belongs to its conversation', async () => {
    const question = await done(alice, 'send_mail_message', { to: 'bob@example.test', subject: 'Lunch?', text_body: 'At noon?' });
    const answer = await done(bob, 'send_mail_message', {
      to: 'alice@example.test', subject: 'Re: Lunch?', text_body: 'Yes.', in_reply_to: question.message_id });
    const { headers } = await read(alice, 'INBOX', answer.message_id);
    assert.equal(headers.in_reply_to, question.message_id);
    assert.deepEqual(headers.references, [question.message_id]);
  });

  test('nobody gets a message when one recipient is refused', async () => {
    const subject = `Refused ${randomUUID()}`;
    const text = await refused(alice, 'send_mail_message', {
      to: 'bob@example.test, rejected@example.test', subject, text_body: 'Hi' });
    assert.match(text, /rejected@example\.test/);
    assert.equal((await search(bob, 'INBOX', `SUBJECT "${subject}"`)).count, 0);
    assert.equal((await search(alice, 'Sent', `SUBJECT "${subject}"`)).count, 0);
  });

  test('a draft is saved where its owner looks for it', async () => {
    const letter = { to: 'Bob <bob@example.test>', bcc: 'carol@example.test', subject: 'Entwurf – 下書き', text_body: 'Not yet' };
    const saved = await done(alice, 'create_draft_mail_message', letter);
    assert.equal(saved.folder, 'Drafts');
    const draft = await done(alice, 'get_mail_message', { folder: saved.folder, uid: saved.uid });
    assert.equal(draft.uidvalidity, saved.uidvalidity);
    assert.equal(draft.headers.message_id, saved.message_id);
    assert.equal(draft.headers.subject, letter.subject);
    assert.deepEqual(draft.headers.bcc, [{ name: null, address: 'carol@example.test' }]);
    assert.deepEqual(draft.flags.filter((flag) => flag !== '\\Recent').sort(), ['\\Draft', '\\Seen']);
    assert.equal((await find(bob, 'INBOX', saved.message_id)).count, 0, 'nothing was sent');
    for (const folder of ['INBOX', 'Sent', 'Trash', 'Junk', 'No such folder']) {
      await refused(alice, 'create_draft_mail_message', { ...letter, folder });
    }
    assert.equal((await done(alice, 'create_draft_mail_message', { ...letter, folder: 'Newsletter' })).folder, 'Newsletter');
  });

  test('what could do harm is refused', async () => {
    const letter = { to: 'bob@example.test', subject: 'x', text_body: 'x' };
    for (const url of ['| touch /tmp/pwn', '/etc/passwd', 'file:///etc/passwd', 'data:,x', 'http://169.254.169.254/latest', `${stack.base_url}/health`]) {
      const text = await refused(alice, 'send_mail_message', { ...letter, attachment_urls: [url] });
      assert.ok(!text.includes(url), text);
    }
    await refused(alice, 'send_mail_message', { ...letter, from: 'ceo@example.test' });
    await refused(alice, 'send_mail_message', { ...letter, to: 'bob@example.test\r\nBcc: carol@example.test' });
    await refused(alice, 'send_mail_message', { ...letter, subject: 'x\r\nX-Header: y' });
    await refused(alice, 'send_mail_message', { ...letter, to: Array.from({ length: 101 }, (_, i) => `a${i}@example.test`).join(', ') });
  });

  test('who may only read can neither send nor draft', async () => {
    const answer = await redeem(stack, await obtainCode(stack, stack.alice, { scope: 'mail.read' }));
    for (const name of ['send_mail_message', 'create_draft_mail_message']) {
      const { status } = await callMcp(stack, bearer(answer.json.access_token), 'tools/call', {
        name, arguments: { to: 'bob@example.test', subject: 'x', text_body: 'x' } });
      assert.equal(status, 403, name);
    }
  });

  test('the log names no recipient and no subject', () => {
    const log = stack.serverLog();
    assert.match(log, /INFO mail sent message_id=/);
    for (const word of ['bob@', 'carol@', 'Lunch', 'Entwurf']) assert.ok(!log.includes(word), word);
  });
});
