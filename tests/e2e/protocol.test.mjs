// SPDX-License-Identifier: GPL-3.0-or-later
// What the protocol has beside tools, with a real mailbox behind it and three independent clients in front: resources, prompts,
// completion, and who listens hears of new mail.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { bearerClients } from './lib/bearerClients.mjs';
import { conformanceDirectory, node22 } from './lib/conformance.mjs';
import { bearer, callMcp, obtainTokens } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

describe('the protocol beside tools', () => {
  let stack, token, bob;
  before(async () => {
    stack = await startStack('protocol');
    token = (await obtainTokens(stack)).access_token;
    bob = bearer((await obtainTokens(stack, stack.bob, ['mail.send'])).access_token);
  });
  after(() => stack?.stop());

  const inbox = ({ resources }) => resources.find(({ uri }) => uri.endsWith('/INBOX'));

  for (const [name, connect] of Object.entries(bearerClients)) {
    test(`resources, prompts and completion: ${name}`, async () => {
      const { client, notFound } = await connect(stack.mcp_url, token);
      const listed = await client.listResources();
      assert.equal(listed.resources.length, Object.keys(stack.folders).length, JSON.stringify(listed));
      const folder = await client.readResource({ uri: inbox(listed).uri });
      assert.ok(folder.contents[0].text.length > 0);

      const entry = stack.known('iso-2022-jp');
      const listing = await client.callTool({ name: 'list_mail_messages', arguments: { folder: entry.folder, per_page: 50 } });
      const { uid } = listing.structuredContent.messages.find(({ subject }) => subject === entry.subject);
      const uri = `${inbox(listed).uri}/${listing.structuredContent.uidvalidity}/${uid}`;
      const { contents } = await client.readResource({ uri });
      assert.ok(entry.text.every((fragment) => contents.some(({ text }) => text?.includes(fragment))), JSON.stringify(contents));
      await assert.rejects(client.readResource({ uri: `${inbox(listed).uri}/1/4000000` }), { code: notFound });

      const { resourceTemplates } = await client.listResourceTemplates();
      const template = resourceTemplates.find(({ uriTemplate }) => uriTemplate.includes('{folder}'));
      const folders = await client.complete({ ref: { type: 'ref/resource', uri: template.uriTemplate }, argument: { name: 'folder', value: 'INB' } });
      assert.deepEqual(folders.completion.values, ['INBOX']);

      const { prompts } = await client.listPrompts();
      assert.ok(prompts.length >= 4, JSON.stringify(prompts));
      for (const prompt of prompts) {
        const filled = {};
        for (const argument of (prompt.arguments ?? []).filter(({ required }) => required)) {
          const suggested = await client.complete({ ref: { type: 'ref/prompt', name: prompt.name }, argument: { name: argument.name, value: '' } });
          filled[argument.name] = suggested.completion.values[0] ?? 'report';
        }
        const { messages } = await client.getPrompt({ name: prompt.name, arguments: filled });
        assert.ok(messages.length > 0 && messages.every(({ content }) => content.text || content.resource), prompt.name);
      }
      await client.close();
    });

    test(`who listens hears of a new message within two seconds: ${name}`, async () => {
      const { client, listen } = await connect(stack.mcp_url, token);
      const { uri } = inbox(await client.listResources());
      let report;
      const heard = new Promise((resolve) => { report = resolve; });
      await listen(uri, report);
      const letter = { to: 'alice@example.test', subject: `News for ${name}`, text_body: 'Hello' };
      const sent = await callMcp(stack, bob, 'tools/call', { name: 'send_mail_message', arguments: letter });
      assert.ok(!sent.json.result.isError, sent.text);
      const delivered = performance.now();
      let timer;
      const late = new Promise((resolve) => { timer = setTimeout(() => resolve('nothing'), 10_000); });
      assert.equal(await Promise.race([heard, late]), uri);
      clearTimeout(timer);
      assert.ok(performance.now() - delivered < 2000, `${performance.now() - delivered} ms`);
      const found = await client.callTool({ name: 'search_mail_messages', arguments: { folder: 'INBOX', query: `SUBJECT "${letter.subject}"` } });
      assert.equal(found.structuredContent.count, 1);
      await client.close();
    });
  }

  for (const name of ['client 2.4.0, pinned', 'client 2.4.0, legacy']) {
    test(`slow tools report their progress: ${name}`, async () => {
      const all = (await obtainTokens(stack, stack.bob, ['mail.read', 'mail.send'])).access_token;
      const { client } = await bearerClients[name](stack.mcp_url, all);
      const stepsOf = async (name, parameters) => {
        const steps = [];
        const result = await client.callTool({ name, arguments: parameters }, { onprogress: ({ progress, total, message }) => steps.push([progress, total, Boolean(message)]) });
        assert.ok(!result.isError, JSON.stringify(result));
        return steps;
      };
      assert.deepEqual(await stepsOf('list_mailboxes', {}), [[1, 2, true]]);
      const letter = { to: 'alice@example.test', subject: `Progress for ${name}`, text_body: 'Hello' };
      assert.deepEqual((await stepsOf('send_mail_message', letter))[0], [1, 3, true]); // the next one may come too soon to be worth telling
      await client.close();
    });
  }

  test('the wire client, without any library', async () => {
    const { stdout } = await promisify(execFile)(node22, [join(conformanceDirectory, 'client-wire.mjs'), 'server', stack.mcp_url, token], { timeout: 120_000 })
      .catch((error) => error);
    assert.deepEqual(stdout.split('\n').filter((line) => line.startsWith('FAIL')), [], stdout);
    assert.match(stdout, /and it still works/);
  });
});
