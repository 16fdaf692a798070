// SPDX-License-Identifier: GPL-3.0-or-later
// The official clients, two generations of them, in every way in which they can begin.
// usage: node client-sdk.mjs URL      (the fixture server)
import assert from 'node:assert/strict';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema, ResourceUpdatedNotificationSchema, ToolListChangedNotificationSchema }
  from '@modelcontextprotocol/sdk/types.js';

const url = new URL(process.argv[2]);
const info = { name: 'mail-mcp-test', version: '1' };
const capabilities = { elicitation: { form: {} } };
const watched = 'test://watched-resource';
const accept = { action: 'accept', content: { name: 'Ada', username: 'ada', email: 'ada@example.test', context: 'tests', confirm: true } };
const text = (result) => result.content[0].text;

/** Resolves with the params of the next such notification. */
function hears(listen) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('nothing was heard')), 5000);
    listen(({ params }) => { clearTimeout(timer); resolve(params); });
  });
}

async function exerciseTools(client, callTool) {
  const { tools } = await client.listTools();
  assert.ok(tools.length > 0);
  const call = (name, parameters = {}) => client.callTool({ name, arguments: parameters });
  assert.equal(text(await call('test_simple_text')), 'This is a simple text response for testing.');
  assert.equal((await call('test_error_handling')).isError, true);
  const steps = [];
  await callTool({ name: 'test_tool_with_progress', arguments: {} }, { onprogress: ({ progress }) => steps.push(progress) });
  assert.deepEqual(steps, [0, 50, 100]);
  await assert.rejects(call('no_such_tool'), { code: -32602 });
  assert.match(text(await call('test_elicitation', { message: 'Who are you?' })), /action=accept.*"username":"ada"/);
  assert.equal(text(await call('test_input_required_result_elicitation')), 'Hello, Ada!');
  assert.match(text(await call('test_confirmation', { deed: 'send it' })), /^Deeds so far/);
}

async function exerciseRest(client) {
  assert.ok(client.getServerCapabilities().resources.subscribe);
  const resources = [];
  for (let page = await client.listResources(); page; page = page.nextCursor && await client.listResources({ cursor: page.nextCursor })) {
    resources.push(...page.resources); // the newer client turns the pages itself
  }
  assert.deepEqual(resources.map(({ uri }) => uri), ['test://static-text', 'test://static-binary', watched]);
  const { contents: [binary] } = await client.readResource({ uri: 'test://static-binary' });
  assert.ok(binary.blob);
  await assert.rejects(client.readResource({ uri: 'test://none' }), ({ code, data }) => [-32602, -32002].includes(code) && data.uri === 'test://none');
  const { resourceTemplates: [template] } = await client.listResourceTemplates();
  const suggested = await client.complete({ ref: { type: 'ref/resource', uri: template.uriTemplate }, argument: { name: 'id', value: '12' } });
  assert.deepEqual(suggested.completion.values, ['123', '124']);
  const { prompts } = await client.listPrompts();
  assert.equal(prompts.length, 5);
  const { messages } = await client.getPrompt({ name: 'test_prompt_with_arguments', arguments: { arg1: 'a', arg2: 'b' } });
  assert.equal(messages[0].content.text, "Prompt with arguments: arg1='a', arg2='b'");
  const asked = await client.getPrompt({ name: 'test_input_required_result_prompt' });
  assert.match(asked.messages[0].content.text, /^Use this context: tests/);
}

/** What a session hears on the stream that its client opens by itself. */
async function exerciseSubscription(client, onUpdate, onTools) {
  const update = hears(onUpdate);
  await client.subscribeResource({ uri: watched });
  await client.callTool({ name: 'test_touch_watched_resource', arguments: {} });
  assert.equal((await update).uri, watched);
  await client.unsubscribeResource({ uri: watched });
  const tools = hears(onTools);
  await client.callTool({ name: 'test_trigger_tool_change', arguments: {} });
  await tools;
}

for (const [mode, era] of [[{ pin: '2026-07-28' }, 'modern'], ['auto', 'modern'], ['legacy', 'legacy']]) {
  const client = new Client(info, { versionNegotiation: { mode }, capabilities });
  client.setRequestHandler('elicitation/create', async () => accept);
  await client.connect(new StreamableHTTPClientTransport(url));
  assert.equal(client.getProtocolEra(), era);
  await exerciseTools(client, (call, options) => client.callTool(call, options));
  await exerciseRest(client);
  const onUpdate = (listener) => client.setNotificationHandler('notifications/resources/updated', listener);
  const onTools = (listener) => client.setNotificationHandler('notifications/tools/list_changed', listener);
  if (era === 'legacy') {
    await exerciseSubscription(client, onUpdate, onTools);
  } else {
    const heard = Promise.all([hears(onUpdate), hears(onTools)]);
    const subscription = await client.listen({ toolsListChanged: true, resourceSubscriptions: [watched] });
    assert.deepEqual(subscription.honoredFilter, { toolsListChanged: true, resourceSubscriptions: [watched] });
    await client.callTool({ name: 'test_touch_watched_resource', arguments: {} });
    await client.callTool({ name: 'test_trigger_tool_change', arguments: {} });
    assert.equal((await heard)[0].uri, watched);
    await subscription.close();
  }
  await client.close();
  console.log('ok  ', `client 2, ${JSON.stringify(mode)}`);
}

const client = new OldClient(info, { capabilities });
client.setRequestHandler(ElicitRequestSchema, async () => accept);
await client.connect(new OldTransport(url));
await exerciseTools(client, (call, options) => client.callTool(call, undefined, options));
await exerciseRest(client);
await exerciseSubscription(client, (listener) => client.setNotificationHandler(ResourceUpdatedNotificationSchema, listener),
  (listener) => client.setNotificationHandler(ToolListChangedNotificationSchema, listener));
await client.close();
console.log('ok  ', 'client 1');
process.exit(0);
