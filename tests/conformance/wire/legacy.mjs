// SPDX-License-Identifier: GPL-3.0-or-later
// The revisions that begin with initialize: each in its own words, and none in those of 2026-07-28.
import { allPages, check, Session } from './peer.mjs';

const newer = ['resultType', 'ttlMs', 'cacheScope', 'inputRequests', 'requestState', 'io.modelcontextprotocol/serverInfo'];
const isOld = (value) => !newer.some((name) => JSON.stringify(value).includes(`"${name}":`));

export async function checkHandshake(peer) {
  for (const version of ['2099-01-01', '2026-07-28']) {
    const session = await Session.begin(peer, version);
    check(`initialize ${version} agrees on 2025-11-25`, session.initialized.json.result?.protocolVersion === '2025-11-25', session.initialized);
  }
  let got = await peer.older(undefined, 'initialize', { capabilities: {} });
  check('initialize without a version: -32602', peer.isError(got, 200, -32602), got);
  got = await peer.older('2099-01-01', 'tools/list');
  check('an unknown version in the header: 400', got.status === 400, got);
  got = await peer.older('1', 'tools/list');
  check('  and one that is none: 400', got.status === 400, got);
}

export async function checkRevision(peer, version, { prompt, argument }) {
  console.log(`     ${version}`);
  const session = await Session.begin(peer, version, { elicitation: {}, sampling: {} });
  let got = session.initialized;
  const { result } = got.json;
  check('initialize', got.status === 200 && result.protocolVersion === version && result.serverInfo?.name && isOld(result)
    && ['tools', 'prompts', 'resources', 'completions'].every((name) => result.capabilities[name]), got);
  got = await session.notify('notifications/initialized');
  check('initialized: 202, empty', got.status === 202 && got.text === '', got);
  got = await session.request('ping');
  check('ping', got.status === 200 && JSON.stringify(got.json.result) === '{}', got);
  got = await session.request('server/discover');
  check('there is no server/discover: -32601', got.json.error?.code === -32601, got);

  const lists = {};
  for (const [method, member] of [['tools/list', 'tools'], ['prompts/list', 'prompts'], ['resources/list', 'resources'],
    ['resources/templates/list', 'resourceTemplates']]) {
    let old = true;
    lists[member] = await allPages((params) => session.request(method, params), member, (page) => { old &&= isOld(page.json); });
    check(`${method} in its own words`, lists[member]?.length > 0 && old, lists[member]);
  }
  const listed = Object.values(lists).flat();
  check('titles from 2025-06-18 on', version === '2025-03-26' ? listed.every((entry) => !('title' in entry))
    : lists.tools.every(({ title }) => title), listed);
  check('output schemas from 2025-06-18 on', lists.tools.every((tool) => ('outputSchema' in tool) === (version !== '2025-03-26')), lists.tools);
  check('icons from 2025-11-25 on', version === '2025-11-25' || listed.every((entry) => !('icons' in entry)), listed);

  got = await session.request('resources/read', { uri: lists.resources[0].uri });
  check('resources/read', got.json.result?.contents?.length > 0 && isOld(got.json), got);
  got = await session.request('resources/read', { uri: 'nope://x' });
  check('unknown resource: -32002', got.json.error?.code === -32002 && got.json.error.data.uri === 'nope://x', got);
  got = await session.request('prompts/get', { name: 'no_such_prompt' });
  check('unknown prompt: -32602', got.json.error?.code === -32602, got);
  got = await session.request('tools/call', { name: 'no_such_tool' });
  check('unknown tool: -32602', got.json.error?.code === -32602, got);
  got = await session.request('completion/complete', { ref: { type: 'ref/prompt', name: prompt }, argument: { name: argument, value: '' } });
  check('completion/complete', Array.isArray(got.json.result?.completion?.values) && isOld(got.json), got);
  got = await session.request('tools/call', { name: lists.tools[0].name, arguments: {} });
  check('tools/call in its own words', Array.isArray(got.json.result?.content) && isOld(got.json)
    && (version !== '2025-03-26' || !('structuredContent' in got.json.result)), got);
  await checkBatches(peer, session);
}

async function checkBatches(peer, { version, headers }) {
  const send = (...messages) => peer.post(messages, headers);
  const ping = (id) => ({ jsonrpc: '2.0', id, method: 'ping' });
  const notification = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 99 } };
  const refused = (got) => got.status === 400 && got.json.error.code === -32600;
  let got = await send();
  check('an empty batch: 400, -32600', refused(got), got);
  got = await send(ping('a'), notification, ping(2));
  if (version !== '2025-03-26') {
    check('a batch: 400, -32600', refused(got), got);
    return;
  }
  const answers = got.isStream ? got.messages.flat() : got.json;
  check('a batch: the requests are answered', got.status === 200 && answers.length === 2 && ['a', 2].every((id) => answers.some((answer) => answer.id === id)), got);
  got = await send(notification, notification);
  check('a batch of notifications: 202, empty', got.status === 202 && got.text === '', got);
  got = await send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: version, capabilities: {} } }, ping(2));
  check('initialize in a batch: 400, -32600', refused(got), got);
  got = await send(ping(1), 7);
  check('a broken message in a batch: 400, -32600', refused(got), got);
}
