// SPDX-License-Identifier: GPL-3.0-or-later
// What the tools declare is what they do: every real result validates against its output schema.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';
import { appendMessage, messageWith } from './lib/imap.mjs';
import { bearer, callMcp, obtainTokens } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

/** Text without the invisible characters that the tools take out of mail, such as the joiners within an emoji. */
const visible = (text) => text.replace(/[\u200b-\u200f\u2060-\u2064\ufeff]/g, '');

describe('tool schemas', () => {
  let stack, authorization, tools;
  const validators = new Map();
  const validated = new Set(); // the tools of which a real result was checked
  const ajv = addFormats(new Ajv2020({ strict: true, allErrors: true }));
  const call = async (name, parameters) => {
    const answer = await callMcp(stack, authorization, 'tools/call', { name, arguments: parameters });
    assert.equal(answer.status, 200, answer.text);
    return answer.json.result;
  };
  const check = async (name, parameters) => {
    const result = await call(name, parameters);
    assert.ok(!result.isError, `${name} ${JSON.stringify(parameters)}: ${result.content[0].text}`);
    const validate = validators.get(name);
    assert.ok(validate(result.structuredContent), `${name} ${JSON.stringify(parameters)}: ${ajv.errorsText(validate.errors)}`);
    assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent, 'the text is the same JSON');
    validated.add(name);
    return result.structuredContent;
  };

  before(async () => {
    stack = await startStack('schemas');
    authorization = bearer((await obtainTokens(stack, stack.alice, ['mail.send', 'mail.delete'])).access_token);
    tools = (await callMcp(stack, authorization, 'tools/list')).json.result.tools;
    for (const tool of tools) validators.set(tool.name, ajv.compile(tool.outputSchema));
  });
  after(() => stack?.stop());

  test('tools/list is byte for byte the same twice', async () => {
    const [one, two] = [await callMcp(stack, authorization, 'tools/list'), await callMcp(stack, authorization, 'tools/list')];
    const withoutId = (text) => text.replace(/"id":\d+/, '"id":0');
    assert.equal(withoutId(one.text), withoutId(two.text));
  });

  test('every tool describes itself completely', () => {
    for (const tool of tools) {
      assert.match(tool.name, /^[a-z_]{1,64}$/);
      assert.ok(tool.title && tool.description.length > 20, tool.name);
      for (const [kind, schema] of [['input', tool.inputSchema], ['output', tool.outputSchema]]) {
        assert.equal(schema?.type, 'object', `${kind} schema of ${tool.name}`);
        assert.doesNotThrow(() => ajv.compile(schema), `${kind} schema of ${tool.name}`);
      }
      assert.equal(tool.inputSchema.additionalProperties, false, tool.name);
      for (const [name, property] of Object.entries(tool.inputSchema.properties ?? {})) assert.ok(property.description, `${tool.name} ${name}`);
      for (const hint of ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint']) {
        assert.equal(typeof tool.annotations[hint], 'boolean', `${tool.name} ${hint}`);
      }
    }
  });

  test('list_mailboxes', async () => {
    await check('list_mailboxes', {});
  });

  test('list_mail_messages of every folder, all pages', async () => {
    for (const [folder, { messages }] of Object.entries(stack.folders)) {
      const uids = [];
      for (let page = 1; page === 1 || uids.length < messages; page += 1) {
        const listed = await check('list_mail_messages', { folder, page, per_page: 50 });
        assert.equal(listed.total, messages, folder);
        assert.ok(listed.messages.length > 0 || messages === 0, `${folder} page ${page}`);
        uids.push(...listed.messages.map((message) => message.uid));
      }
      assert.equal(new Set(uids).size, messages, `${folder}: every message once`);
    }
  });

  test('get_mail_message of every known message sees what is in it', async () => {
    for (const entry of stack.manifest.users['alice@example.test'].messages) {
      const { uids } = await check('search_mail_messages', { folder: entry.folder, query: `HEADER Message-ID ${entry.message_id.slice(1, -1)}` });
      assert.equal(uids.length, 1, entry.key);
      const message = await check('get_mail_message', { folder: entry.folder, uid: uids[0] });
      const { headers } = message;
      assert.equal(headers.subject ?? '', visible(entry.subject), entry.key);
      for (const fragment of entry.text ?? []) assert.ok(message.text_body?.includes(fragment), `${entry.key}: text ${fragment} in ${message.text_body}`);
      for (const fragment of entry.text_without ?? []) assert.ok(!message.text_body?.includes(fragment), `${entry.key}: no ${fragment}`);
      for (const fragment of entry.html ?? []) assert.ok(message.html_body?.includes(fragment), `${entry.key}: html ${fragment} in ${message.html_body}`);
      const hasHtmlOnly = ['html-only', 'shift-jis-html'].includes(entry.key);
      assert.equal(message.text_source, hasHtmlOnly ? 'html' : 'plain', entry.key);
      if (entry.attachments) {
        const describe = (list) => list.map(({ filename, content_type, inline }) => [filename, content_type, Boolean(inline)]);
        assert.deepEqual(describe(message.attachments), describe(entry.attachments), entry.key);
        entry.attachments.forEach(({ size }, index) => {
          if (size) assert.ok(Math.abs(message.attachments[index].size - size) <= 3 + size * 0.05, `${entry.key}: about ${size} bytes`);
        });
      }
      if (entry.attachment_count) assert.equal(message.attachments.length, entry.attachment_count, entry.key);
      for (const attachment of message.attachments ?? []) assert.ok(!/[/\\]/.test(attachment.filename ?? ''), `${entry.key}: ${attachment.filename}`);
      if (entry.from_name) assert.ok(headers.from.some(({ name }) => name === entry.from_name), `${entry.key}: from ${JSON.stringify(headers.from)}`);
      if (entry.to_count) assert.equal(headers.to.length, entry.to_count, entry.key);
      if (entry.cc_count) assert.equal(headers.cc.length, entry.cc_count, entry.key);
    }
  });

  test('get_mail_message of many generated messages', async () => {
    const { messages } = await check('list_mail_messages', { folder: 'INBOX', page: 2, per_page: 50 });
    for (const { uid } of messages) {
      const message = await check('get_mail_message', { folder: 'INBOX', uid });
      assert.ok(message.text_body || message.html_body, `uid ${uid}`);
    }
  });

  test('search_mail_messages in many ways', async () => {
    const count = async (query, folder = 'INBOX') => (await check('search_mail_messages', { folder, query })).count;
    assert.equal(await count('ALL'), stack.folders.INBOX.messages);
    assert.equal(await count('UNSEEN'), stack.folders.INBOX.unseen);
    assert.equal(await count('SEEN'), stack.folders.INBOX.messages - stack.folders.INBOX.unseen);
    assert.equal(await count('FROM yamada@example.jp'), 1);
    assert.equal(await count('SUBJECT "四半期報告書"'), 1);
    assert.equal(await count('SUBJECT "Fwd: The message inside"'), 1);
    assert.equal(await count('FROM pat@example.com SINCE 01-Jan-2025'), 1);
    assert.equal(await count('OR FROM pat@example.com FROM petrov@example.ru'), 4);
    assert.equal(await count('SUBJECT "no message is called this"'), 0);
    assert.equal(await count('ALL', 'Entwürfe & Rechnungen'), stack.folders['Entwürfe & Rechnungen'].messages);
  });

  test('a draft is made, marked, moved and deleted', async () => {
    const draft = await check('create_draft_mail_message', { to: 'bob@example.test', subject: 'Validated', text_body: 'Grüße' });
    const place = { folder: draft.folder, uid: draft.uid, uidvalidity: draft.uidvalidity };
    const marked = await check('update_mail_message_flags', { ...place, add: ['Flagged'], remove: ['Seen'] });
    assert.ok(marked.flags.includes('\\Flagged'), JSON.stringify(marked));
    const moved = await check('move_mail_message', { ...place, destination: 'Trash' });
    await check('delete_mail_message', { folder: moved.destination, uid: moved.destination_uid, uidvalidity: moved.destination_uidvalidity });
    assert.equal((await check('search_mail_messages', { folder: 'Trash', query: 'SUBJECT Validated' })).count, 0);
  });

  test('the text of an attachment is read', async () => {
    const { uid } = await appendMessage(stack, stack.bob, 'INBOX', messageWith('note.txt', 'text/plain', Buffer.from('Noted.')));
    const bob = bearer((await obtainTokens(stack, stack.bob, ['mail.read'])).access_token);
    const mine = authorization;
    authorization = bob;
    const attachment = await check('get_mail_attachment', { folder: 'INBOX', uid, part: '2' });
    authorization = mine;
    assert.equal(attachment.text, 'Noted.');
  });

  test('an upload link is made', async () => {
    const upload = await check('create_attachment_upload', { filename: 'report.pdf' });
    assert.ok(upload.url.startsWith(`${stack.base_url}/attachments/`), upload.url);
  });

  test('a message is sent, and the same once more', async () => {
    const letter = { to: 'bob@example.test', subject: 'Validated', text_body: 'Grüße', idempotency_key: 'schemas-1' };
    assert.equal((await check('send_mail_message', letter)).duplicate, false);
    assert.equal((await check('send_mail_message', letter)).duplicate, true);
  });

  test('mistakes come back as words that a model can act on', async () => {
    for (const [name, parameters] of [
      ['list_mail_messages', { folder: 'No such folder' }], ['get_mail_message', { folder: 'INBOX', uid: 4_000_000 }],
      ['search_mail_messages', { folder: 'INBOX', query: 'FROM' }], ['search_mail_messages', { folder: 'INBOX', query: 'ALL\r\nA1 LOGOUT' }],
      ['search_mail_messages', { folder: 'INBOX', query: 'NONSENSE' }], ['list_mail_messages', { folder: 'INBOX', page: 0 }],
      ['list_mail_messages', { folder: 'INBOX', per_page: 'many' }], ['get_mail_message', { folder: 'INBOX' }], ['list_mail_messages', { folder: 'a\r\nb' }],
      ['list_mailboxes', { surprise: 1 }]]) {
      const result = await call(name, parameters);
      assert.equal(result?.isError, true, `${name} ${JSON.stringify(parameters)}`);
      assert.ok(result.content[0].text.length > 10);
      assert.ok(!result.content[0].text.includes(stack.alice.password));
    }
  });

  test('an unknown tool is a protocol error', async () => {
    const answer = await callMcp(stack, authorization, 'tools/call', { name: 'no_such_tool', arguments: {} });
    assert.equal(answer.json.error.code, -32602);
  });

  test('no tool was left out', () => {
    assert.deepEqual([...validated].toSorted(), tools.map(({ name }) => name).toSorted());
  });
});
