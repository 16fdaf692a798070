// SPDX-License-Identifier: GPL-3.0-or-later
// 2026-07-28: the envelope, the headers, and what each list, prompt and resource answers.
import { allPages, check, envelope, modernVersion } from './peer.mjs';

const base64 = (text) => `=?base64?${Buffer.from(text).toString('base64')}?=`;
const isCacheable = ({ json }) => json.result?.resultType === 'complete' && Number.isInteger(json.result.ttlMs)
  && json.result.ttlMs >= 0 && ['public', 'private'].includes(json.result.cacheScope);

export async function checkEnvelope(peer) {
  let got = await peer.modern('server/discover');
  const { result } = got.json;
  check('server/discover', got.status === 200 && isCacheable(got) && result.supportedVersions[0] === modernVersion
    && result._meta['io.modelcontextprotocol/serverInfo'].name && !('serverInfo' in result) && !('protocolVersion' in result), got);
  const { capabilities } = result;
  check('it declares tools, prompts, resources with subscriptions, completions', ['tools', 'prompts', 'resources', 'completions'].every(
    (name) => capabilities[name]) && capabilities.resources.subscribe === true, got);
  check('no session begins', got.headers.get('mcp-session-id') === null, got);
  got = await peer.modern('server/discover', {}, { headers: { 'mcp-session-id': 'whatever' } });
  check('Mcp-Session-Id means nothing', got.status === 200, got);

  for (const id of ['text', 0, -7, 2 ** 53 - 1]) {
    got = await peer.modern('tools/list', {}, { id });
    check(`id ${JSON.stringify(id)} comes back as it is`, got.status === 200 && got.json.id === id, got);
  }
  for (const id of [null, 1.5, {}, true]) {
    got = await peer.modern('tools/list', {}, { id });
    check(`id ${JSON.stringify(id)}: 400, -32600`, got.status === 400 && got.json.error.code === -32600 && !('id' in got.json), got);
  }
  const notification = (params) => ({ jsonrpc: '2.0', method: 'notifications/anything', params });
  got = await peer.post(notification({ _meta: envelope() }), { 'mcp-protocol-version': modernVersion });
  check('notification: 202, empty', got.status === 202 && got.text === '', got);
  for (const [name, body] of [['a batch', [peer.message('tools/list', { _meta: envelope() })]], ['an empty batch', []], ['a number', 7]]) {
    got = await peer.post(body, { 'mcp-protocol-version': modernVersion, 'mcp-method': 'tools/list' });
    check(`${name}: 400, -32600`, got.status === 400 && got.json.error.code === -32600, got);
  }
  got = await peer.post({ jsonrpc: '2.0', id: 1, result: {} }, { 'mcp-protocol-version': modernVersion });
  check('an answer that nobody asked for: 400, -32600', got.status === 400 && got.json.error.code === -32600, got);

  for (const [method, params] of [['ping'], ['initialize', { protocolVersion: modernVersion }], ['logging/setLevel', { level: 'info' }],
    ['resources/subscribe', { uri: 'x://y' }], ['resources/unsubscribe', { uri: 'x://y' }], ['no/such/method']]) {
    got = await peer.modern(method, params);
    check(`${method}: 404, -32601`, peer.isError(got, 404, -32601), got);
  }
  got = await peer.modern('tools/list', {}, { headers: { 'mcp-protocol-version': '2099-01-01' }, meta: envelope('2099-01-01') });
  check('unsupported version: 400, -32022', peer.isError(got, 400, -32022) && got.json.error.data.requested === '2099-01-01', got);
  got = await peer.modern('tools/list', {}, { headers: { 'mcp-protocol-version': '2025-11-25' }, meta: envelope('2025-11-25') });
  check('an older version in _meta: 400, -32022', peer.isError(got, 400, -32022), got);
  got = await peer.modern('tools/list', {}, { meta: {} });
  check('empty _meta: 400, -32602', peer.isError(got, 400, -32602), got);
  got = await peer.modern('tools/list', {}, { headers: { origin: 'http://evil.example' } });
  check('foreign Origin: 403', got.status === 403, got);
  return capabilities;
}

export async function checkHeaders(peer) {
  let got = await peer.post(peer.message('tools/list', { _meta: envelope() }), {});
  check('_meta without the headers: 400, -32020', peer.isError(got, 400, -32020), got);
  got = await peer.modern('tools/list', {}, { headers: { 'mcp-method': 'tools/call' } });
  check('Mcp-Method mismatch: 400, -32020', peer.isError(got, 400, -32020), got);
  const unknown = (header) => peer.modern('tools/call', { name: 'größe' }, { headers: { 'mcp-name': header } });
  got = await unknown(base64('größe'));
  check('Mcp-Name in Base64 is read: -32602', peer.isError(got, 200, -32602), got);
  for (const [name, header] of [['another name', base64('grösse')], ['no padding', '=?base64?Z3LDtsOfZQ?='], ['no Base64', '=?base64?Z3L!tsOfZQ==?='],
    ['the marker in capitals', '=?BASE64?Z3LDtsOfZQ==?='], ['no end', '=?base64?Z3LDtsOfZQ=='], ['nothing', '']]) {
    got = await unknown(header);
    check(`Mcp-Name with ${name}: 400, -32020`, peer.isError(got, 400, -32020), got);
  }
  const [tool] = (await peer.modern('tools/list')).json.result.tools;
  for (const [name, header] of [['Base64', base64(tool.name)], ['spaces around it', `  ${tool.name}\t`]]) {
    got = await peer.modern('tools/call', { name: tool.name, arguments: {} }, { headers: { 'mcp-name': header } });
    check(`Mcp-Name with ${name} fits`, got.status === 200 && got.json.result, got);
  }
}

export async function checkLists(peer) {
  let got = await peer.modern('tools/list');
  check('tools/list may be cached by its caller', got.status === 200 && isCacheable(got) && got.json.result.cacheScope === 'private', got);
  const again = await peer.modern('tools/list');
  check('tools/list keeps its order', JSON.stringify(again.json.result) === JSON.stringify(got.json.result), again);
  for (const [method, member] of [['tools/list', 'tools'], ['prompts/list', 'prompts'], ['resources/list', 'resources'],
    ['resources/templates/list', 'resourceTemplates']]) {
    let cacheable = true;
    const all = await allPages((params) => peer.modern(method, params), member, (page) => { cacheable &&= isCacheable(page); });
    const names = all?.map(({ uri, uriTemplate, name }) => uri ?? uriTemplate ?? name);
    check(`${method}: everything once, on pages that may be cached`, names?.length > 0 && cacheable && new Set(names).size === names.length, names);
    for (const cursor of ['nonsense', 7]) {
      got = await peer.modern(method, { cursor });
      check(`${method} with cursor ${JSON.stringify(cursor)}: -32602`, peer.isError(got, 200, -32602), got);
    }
  }
}

export async function checkResources(peer) {
  const [resource] = (await peer.modern('resources/list')).json.result.resources;
  let got = await peer.modern('resources/read', { uri: resource.uri });
  const isContent = ({ uri, text, blob }) => uri && (typeof text === 'string') !== (typeof blob === 'string');
  check('resources/read', got.status === 200 && isCacheable(got) && got.json.result.contents.length > 0
    && got.json.result.contents.every(isContent), got);
  got = await peer.modern('resources/read', { uri: resource.uri }, { headers: { 'mcp-name': base64(resource.uri) } });
  check('its URI in Base64', got.status === 200 && got.json.result, got);
  got = await peer.modern('resources/read', { uri: resource.uri }, { headers: { 'mcp-name': `${resource.uri}x` } });
  check('another URI in the header: 400, -32020', peer.isError(got, 400, -32020), got);
  const endless = `nope://${'x'.repeat(5000)}`;
  for (const uri of ['nope://x', 'no uri', '', endless]) {
    got = await peer.modern('resources/read', { uri }, { headers: { 'mcp-name': uri } });
    check(`resources/read of "${uri.slice(0, 40)}": -32602`, peer.isError(got, 200, -32602) && ([endless, ''].includes(uri) || got.json.error.data.uri === uri), got);
  }
}

export async function checkPrompts(peer) {
  const { prompts } = (await peer.modern('prompts/list')).json.result;
  check('each prompt says what it is for', prompts.every(({ description }) => description), prompts);
  for (const prompt of prompts) {
    const filled = {};
    for (const { name } of (prompt.arguments ?? []).filter(({ required }) => required)) {
      const suggested = await peer.modern('completion/complete', { ref: { type: 'ref/prompt', name: prompt.name }, argument: { name, value: '' },
        context: { arguments: filled } });
      filled[name] = suggested.json.result.completion.values[0] ?? 'test://x';
    }
    const got = await peer.modern('prompts/get', { name: prompt.name, arguments: filled }, { capabilities: { elicitation: {} } });
    const { result } = got.json;
    check(`prompts/get ${prompt.name}`, got.status === 200 && (result?.resultType === 'input_required' || (result?.resultType === 'complete'
      && result.messages.length > 0 && result.messages.every(({ role, content }) => ['user', 'assistant'].includes(role) && content.type))), got);
    if (Object.keys(filled).length === 0) continue;
    const missing = await peer.modern('prompts/get', { name: prompt.name });
    check('  not without its required arguments: -32602', peer.isError(missing, 200, -32602), missing);
  }
  let got = await peer.modern('prompts/get', { name: 'no_such_prompt' });
  check('unknown prompt: -32602', peer.isError(got, 200, -32602), got);
  const asking = prompts.find((prompt) => prompt.arguments?.length > 0);
  got = await peer.modern('prompts/get', { name: asking.name, arguments: { [asking.arguments[0].name]: 1 } });
  check('an argument that is no text: -32602', peer.isError(got, 200, -32602), got);
}

export async function checkCompletion(peer, { prompt, argument }) {
  const complete = (ref, name, value, rest = {}) => peer.modern('completion/complete', { ref, argument: { name, value }, ...rest });
  const ofPrompt = { type: 'ref/prompt', name: prompt };
  const isCompletion = ({ json }) => Array.isArray(json.result?.completion?.values) && json.result.completion.values.length <= 100
    && json.result.completion.values.every((value) => typeof value === 'string');
  let got = await complete(ofPrompt, argument, '');
  check('completion of a prompt', got.status === 200 && isCompletion(got) && got.json.result.resultType === 'complete', got);
  got = await complete(ofPrompt, argument, 'no value begins like this \u0000');
  check('  nothing fits: no values', got.status === 200 && isCompletion(got) && got.json.result.completion.values.length === 0, got);
  const [template] = (await peer.modern('resources/templates/list')).json.result.resourceTemplates;
  const variable = /\{[+#./;?&]?(\w+)/.exec(template.uriTemplate)[1];
  got = await complete({ type: 'ref/resource', uri: template.uriTemplate }, variable, '', { context: { arguments: {} } });
  check('completion of a template', got.status === 200 && isCompletion(got), got);
  for (const [name, ref, known] of [['an unknown prompt', { type: 'ref/prompt', name: 'none' }, argument], ['an unknown kind', { type: 'ref/none' }, 'x'],
    ['an unknown template', { type: 'ref/resource', uri: 'none://{x}' }, 'x'], ['an unknown argument', ofPrompt, 'none'], ['no reference', undefined, 'x']]) {
    got = await complete(ref, known, '');
    check(`completion of ${name}: -32602`, peer.isError(got, 200, -32602), got);
  }
}
