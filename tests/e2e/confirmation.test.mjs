// SPDX-License-Identifier: GPL-3.0-or-later
// An owner who wants to be asked is asked, by every client in its own way, and what was not agreed to does not happen.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bearerClients } from './lib/bearerClients.mjs';
import { bearer, callMcp, obtainTokens, refresh } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

const SCOPES = ['mail.send', 'mail.delete'];
const yes = () => ({ action: 'accept', content: { confirm: true } });
const no = () => ({ action: 'decline' });

describe('sending and deleting is confirmed', () => {
  let stack, careful, bob;
  before(async () => {
    stack = await startStack('confirmation');
    careful = await obtainTokens(stack, stack.alice, SCOPES, { confirm: '1' });
    bob = bearer((await obtainTokens(stack, stack.bob)).access_token);
  });
  after(() => stack?.stop());

  const body = (result) => JSON.parse(result.content[0].text);
  const letter = (subject) => ({ to: 'bob@example.test', subject, text_body: 'Hello Bob,\nhow are you?' });
  /** How many messages with this subject Bob has; delivery is not instant, so `expected` is waited for. */
  async function received(subject, expected) {
    let count;
    for (let attempt = 0; attempt < 40 && (count !== expected || (expected === 0 && attempt < 10)); attempt += 1) {
      const answer = await callMcp(stack, bob, 'tools/call', { name: 'search_mail_messages', arguments: { folder: 'INBOX', query: `SUBJECT "${subject}"` } });
      count = answer.json.result.structuredContent.count;
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    return count;
  }

  for (const [name, connect] of Object.entries(bearerClients)) {
    test(`a form asks: ${name}`, async () => {
      const questions = [];
      let answer = no;
      const { client } = await connect(stack.mcp_url, careful.access_token, (question) => {
        questions.push(question);
        return answer();
      });
      const send = (subject) => client.callTool({ name: 'send_mail_message', arguments: letter(subject) });
      const refused = await send(`No, ${name}`);
      assert.equal(refused.isError, true);
      assert.equal(body(refused).code, 'permission_denied');
      assert.equal(questions.length, 1);
      for (const words of ['bob@example.test', `No, ${name}`, 'Hello Bob']) assert.ok(questions[0].message.includes(words), questions[0].message);
      assert.equal(await received(`No, ${name}`, 0), 0);

      answer = yes;
      const sent = await send(`Yes, ${name}`);
      assert.ok(!sent.isError, JSON.stringify(sent));
      assert.equal(questions.length, 2);
      assert.equal(await received(`Yes, ${name}`, 1), 1);

      const draft = await client.callTool({ name: 'create_draft_mail_message', arguments: letter(`Draft, ${name}`) });
      assert.ok(!draft.isError && questions.length === 2, 'a draft harms nobody');
      const { folder, uid, uidvalidity } = draft.structuredContent;
      const remove = () => client.callTool({ name: 'delete_mail_message', arguments: { folder, uid, uidvalidity } });
      const left = async () => (await client.callTool({ name: 'search_mail_messages', arguments: { folder, query: `SUBJECT "Draft, ${name}"` } }))
        .structuredContent.count;
      answer = no;
      assert.equal(body(await remove()).code, 'permission_denied');
      assert.ok(questions[2].message.includes(`Draft, ${name}`), questions[2].message);
      assert.equal(await left(), 1);
      answer = yes;
      const removed = await remove();
      assert.ok(!removed.isError, JSON.stringify(removed));
      assert.equal(await left(), 0);
      await client.close();
    });

    test(`without forms there are two steps: ${name}`, async () => {
      const { client } = await connect(stack.mcp_url, careful.access_token);
      const send = (more) => client.callTool({ name: 'send_mail_message', arguments: { ...letter(`Two steps, ${name}`), ...more } });
      const asked = await send();
      assert.equal(asked.isError, true);
      const { code, message, confirmation_token } = body(asked);
      assert.equal(code, 'confirmation_required');
      assert.ok(message.includes('bob@example.test'), message);
      const other = await send({ to: 'carol@example.test', confirmation_token });
      assert.equal(body(other).code, 'invalid_argument');
      assert.equal(await received(`Two steps, ${name}`, 0), 0);
      const sent = await send({ confirmation_token });
      assert.ok(!sent.isError, JSON.stringify(sent));
      const again = await send({ confirmation_token });
      assert.equal(body(again).code, 'conflict');
      assert.equal(await received(`Two steps, ${name}`, 1), 1);
      await client.close();
    });
  }

  test('the wish outlives a refresh, and is nobody else\'s', async () => {
    const { access_token: renewed } = (await refresh(stack, careful.refresh_token)).json;
    const asked = (await callMcp(stack, bearer(renewed), 'tools/call', { name: 'send_mail_message', arguments: letter('Refreshed') })).json.result;
    assert.equal(body(asked).code, 'confirmation_required');
    const carefree = bearer((await obtainTokens(stack, stack.alice, SCOPES)).access_token);
    const sent = (await callMcp(stack, carefree, 'tools/call', { name: 'send_mail_message', arguments: letter('Carefree') })).json.result;
    assert.ok(!sent.isError, JSON.stringify(sent));
    assert.equal(await received('Carefree', 1), 1);
  });
});
