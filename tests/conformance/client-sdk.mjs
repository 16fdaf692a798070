// SPDX-License-Identifier: GPL-3.0-or-later
// The official clients, two generations of them, in every way in which they can begin.
// usage: node client-sdk.mjs URL      (the fixture server)
import assert from 'node:assert/strict';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const url = new URL(process.argv[2]);
const info = { name: 'mail-mcp-test', version: '1' };

async function exercise(name, client, callTool) {
  const { tools } = await client.listTools();
  assert.ok(tools.length > 0);
  const text = await client.callTool({ name: 'test_simple_text', arguments: {} });
  assert.equal(text.content[0].text, 'This is a simple text response for testing.');
  const failed = await client.callTool({ name: 'test_error_handling', arguments: {} });
  assert.equal(failed.isError, true);
  const steps = [];
  await callTool({ name: 'test_tool_with_progress', arguments: {} }, { onprogress: ({ progress }) => steps.push(progress) });
  assert.deepEqual(steps, [0, 50, 100]);
  await assert.rejects(client.callTool({ name: 'no_such_tool', arguments: {} }), { code: -32602 });
  await client.close();
  console.log('ok  ', name);
}

for (const [mode, era] of [[{ pin: '2026-07-28' }, 'modern'], ['auto', 'modern'], ['legacy', 'legacy']]) {
  const client = new Client(info, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(url));
  assert.equal(client.getProtocolEra(), era);
  await exercise(`client 2, ${JSON.stringify(mode)}`, client, (call, options) => client.callTool(call, options));
}

const client = new OldClient(info);
await client.connect(new OldTransport(url));
await exercise('client 1', client, (call, options) => client.callTool(call, undefined, options));
