// SPDX-License-Identifier: GPL-3.0-or-later
// Raw probes of one MCP endpoint in all revisions, without any MCP library.
// usage: node client-wire.mjs URL [TOKEN]
const [url, token] = process.argv.slice(2);
const modernVersion = '2026-07-28';
const metaPrefix = 'io.modelcontextprotocol/';
let lastId = 0;
let failures = 0;

function check(name, isGood, got) {
  console.log(isGood ? 'ok  ' : 'FAIL', name, isGood ? '' : JSON.stringify(got));
  if (!isGood) failures += 1;
}

const envelope = (version = modernVersion) => ({
  [`${metaPrefix}protocolVersion`]: version,
  [`${metaPrefix}clientInfo`]: { name: 'wire', version: '1' },
  [`${metaPrefix}clientCapabilities`]: {},
});

async function post(body, headers) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const events = text.split('\n').filter((line) => line.startsWith('data:')).map((line) => line.slice(5));
  const isStream = response.headers.get('content-type')?.includes('event-stream');
  const json = isStream ? JSON.parse(events.at(-1)) : text ? JSON.parse(text) : null;
  return { status: response.status, isStream, events: events.length, text, json, headers: response.headers };
}

function modern(method, params = {}, { headers = {}, meta = envelope() } = {}) {
  const name = params.name ?? params.uri;
  return post({ jsonrpc: '2.0', id: ++lastId, method, params: { ...params, _meta: meta } }, {
    'mcp-protocol-version': modernVersion,
    'mcp-method': method,
    ...(name && { 'mcp-name': name }),
    ...headers,
  });
}

const older = (version, method, params) => post(
  { jsonrpc: '2.0', id: ++lastId, method, params }, version && { 'mcp-protocol-version': version });

const isError = (got, status, code) => got.status === status && got.json.error?.code === code && got.json.id === lastId;

let got = await modern('server/discover');
const capabilities = got.json.result?.capabilities ?? {};
check('server/discover', got.status === 200 && got.json.result.resultType === 'complete'
  && got.json.result.supportedVersions.includes(modernVersion) && got.json.result.ttlMs >= 0, got);
got = await modern('tools/list');
check('tools/list may be cached', got.status === 200 && got.json.result.cacheScope === 'private'
  && Number.isInteger(got.json.result.ttlMs), got);
const tools = got.json.result?.tools ?? [];
got = await modern('tools/list');
check('tools/list keeps its order', JSON.stringify(got.json.result?.tools) === JSON.stringify(tools), got);
got = await modern('ping');
check('ping is gone: 404, -32601', isError(got, 404, -32601), got);
got = await modern('initialize', { protocolVersion: modernVersion });
check('initialize with the envelope: 404, -32601', isError(got, 404, -32601), got);
got = await modern('tools/list', {}, { headers: { 'mcp-method': 'tools/call' } });
check('Mcp-Method mismatch: 400, -32020', isError(got, 400, -32020), got);
got = await modern('tools/call', { name: 'größe' }, { headers: { 'mcp-name': '=?base64?Z3LDtsOfZQ==?=' } });
check('Mcp-Name in Base64 is read: -32602', isError(got, 200, -32602), got);
got = await modern('tools/list', {}, { headers: { 'mcp-protocol-version': '2099-01-01' }, meta: envelope('2099-01-01') });
check('unsupported version: 400, -32022', isError(got, 400, -32022) && got.json.error.data.requested === '2099-01-01', got);
got = await modern('tools/list', {}, { meta: {} });
check('empty _meta: 400, -32602', isError(got, 400, -32602), got);
got = await post({ jsonrpc: '2.0', id: ++lastId, method: 'tools/list', params: { _meta: envelope() } }, {});
check('_meta without the headers: 400, -32020', isError(got, 400, -32020), got);
got = await modern('resources/read', { uri: 'nope://x' });
check('unknown resource', capabilities.resources ? isError(got, 200, -32602) : isError(got, 404, -32601), got);
got = await post('{', {});
check('no JSON: 400, -32700', got.status === 400 && got.json.error.code === -32700 && !('id' in got.json), got);
got = await post('['.repeat(100000), {});
check('deep nesting: 400, -32700', got.status === 400 && got.json.error.code === -32700, got);

for (const version of ['2025-11-25', '2025-06-18', '2025-03-26']) {
  got = await older(undefined, 'initialize', { protocolVersion: version, capabilities: {}, clientInfo: { name: 'w', version: '1' } });
  check(`initialize ${version}`, got.status === 200 && got.json.result.protocolVersion === version
    && got.json.result.serverInfo && !('resultType' in got.json.result), got);
  got = await post({ jsonrpc: '2.0', method: 'notifications/initialized' }, { 'mcp-protocol-version': version });
  check('  initialized: 202, empty', got.status === 202 && got.text === '', got);
  got = await older(version, 'tools/list');
  check('  tools/list has no newer fields', got.status === 200 && Array.isArray(got.json.result.tools)
    && !('ttlMs' in got.json.result) && !('resultType' in got.json.result), got);
  got = await older(version, 'ping');
  check('  ping', got.status === 200 && JSON.stringify(got.json.result) === '{}', got);
  got = await post([{ jsonrpc: '2.0', id: 1, method: 'ping' }], { 'mcp-protocol-version': version });
  check('  batch', version === '2025-03-26' ? got.status === 200 && got.json.length === 1
    : got.status === 400 && got.json.error.code === -32600, got);
}

got = await modern('server/discover', {}, { headers: { origin: 'http://evil.example' } });
check('foreign Origin: 403', got.status === 403, got);
for (const method of ['GET', 'DELETE']) {
  const response = await fetch(url, { method, headers: { accept: 'text/event-stream', ...(token && { authorization: `Bearer ${token}` }) } });
  check(`${method}: 405, Allow: POST`, response.status === 405 && response.headers.get('allow') === 'POST', response.status);
  await response.body?.cancel();
}
process.exit(failures === 0 ? 0 : 1);
