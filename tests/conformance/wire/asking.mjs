// SPDX-License-Identifier: GPL-3.0-or-later
// What a server asks of its client, what it says while it works, and how work is stopped; with the fixture's tools.
import { check, eventually, olderVersions, Peer, Session } from './peer.mjs';

const call = (peer, name, params = {}, options = {}) => peer.modern('tools/call', { name, arguments: {}, ...params }, options);
const text = ({ json }) => json?.result?.content?.[0]?.text;
const asks = { capabilities: { elicitation: {}, sampling: {}, roots: {} } };

export async function checkParameterHeaders(peer) {
  const send = (parameters, headers) => call(peer, 'test_x_mcp_header', { arguments: parameters },
    { headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [`mcp-param-${name}`, value])) });
  for (const [parameters, headers] of [
    [{ region: 'north' }, { region: 'north' }],
    [{ region: 'größe' }, { region: '=?base64?Z3LDtsOfZQ==?=' }],
    [{ region: 'a', limit: 42, is_urgent: true }, { region: 'a', limit: '42', 'is-urgent': 'true' }],
    [{ region: 'a', limit: 42 }, { region: 'a', limit: '42.0' }],
    [{ region: 'a', limit: null }, { region: 'a' }],
  ]) {
    const got = await send(parameters, headers);
    check(`Mcp-Param-*: ${JSON.stringify(headers)} fits`, got.status === 200 && text(got), got);
  }
  for (const [parameters, headers] of [
    [{ region: 'north' }, {}],
    [{ region: 'north' }, { region: 'South' }],
    [{ region: 'größe' }, { region: '=?base64?Z3LDtsOfZQ?=' }],
    [{ region: 'a', limit: 42 }, { region: 'a' }],
    [{ region: 'a', limit: 42 }, { region: 'a', limit: '43' }],
    [{ region: 'a', limit: 42 }, { region: 'a', limit: 'many' }],
    [{ region: 'a', is_urgent: true }, { region: 'a', 'is-urgent': 'false' }],
    [{ region: 'a' }, { region: 'a', limit: '42' }],
  ]) {
    const got = await send(parameters, headers);
    check(`Mcp-Param-*: ${JSON.stringify(headers)} for ${JSON.stringify(parameters)}: 400, -32020`, peer.isError(got, 400, -32020), got);
  }
}

export async function checkInputRequired(peer) {
  const accept = (content) => ({ action: 'accept', content });
  let got = await call(peer, 'test_missing_capability');
  check('sampling is needed, not declared: 400, -32021', peer.isError(got, 400, -32021)
    && JSON.stringify(got.json.error.data.requiredCapabilities) === '{"sampling":{}}', got);
  got = await call(peer, 'test_input_required_result_elicitation', {}, { capabilities: { elicitation: { url: {} } } });
  check('a form for a client that takes URLs alone: 400, -32021', peer.isError(got, 400, -32021), got);
  got = await call(peer, 'test_input_required_result_multi_round', {}, asks);
  const first = got.json.result;
  check('input_required has no caching hints', first?.resultType === 'input_required' && first.requestState && !('ttlMs' in first) && !('content' in first), got);

  const answers = { inputResponses: { step1: accept({ name: 'Ada' }) }, requestState: first.requestState };
  got = await call(peer, 'test_input_required_result_multi_round', { ...answers, requestState: undefined }, asks);
  check('answers without the state: asked again', got.json.result?.inputRequests?.step1, got);
  for (const [name, params, from] of [['of another tool', answers, 'test_input_required_result_tampered_state'],
    ['of other arguments', { ...answers, arguments: { topic: 'another' } }], ['altered', { ...answers, requestState: `x${first.requestState}` }],
    ['that is no text', { ...answers, requestState: 7 }], ['with answers that are none', { ...answers, inputResponses: null }],
    ['with an answer that is none', { ...answers, inputResponses: { step1: 12345 } }]]) {
    got = await call(peer, from ?? 'test_input_required_result_multi_round', params, asks);
    check(`a state ${name}: -32602`, peer.isError(got, 200, -32602), got);
  }
  const stranger = new Peer(peer.url, 'mallory');
  got = await call(stranger, 'test_input_required_result_multi_round', answers, asks);
  check('the state of somebody else: -32602', stranger.isError(got, 200, -32602), got);

  got = await call(peer, 'test_input_required_result_multi_round', answers, asks);
  const second = got.json.result;
  check('the second question, with another state', second?.inputRequests?.step2 && second.requestState !== first.requestState, got);
  got = await call(peer, 'test_input_required_result_multi_round', { inputResponses: { step2: accept({ color: 'blue' }) }, requestState: second?.requestState }, asks);
  check('and the end', got.json.result?.resultType === 'complete' && text(got) === 'Ada likes blue.', got);
  got = await call(peer, 'test_input_required_result_elicitation', { inputResponses: { user_name: { action: 'decline' } } }, asks);
  check('who declines is not asked again', got.json.result?.resultType === 'complete', got);
}

/** What a call says while it runs, and that it can be interrupted. */
export async function checkMeanwhile(peer) {
  const withLevel = (logLevel) => peer.post(peer.message('tools/call', { name: 'test_logging_tool', arguments: {}, _meta: {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28', 'io.modelcontextprotocol/clientCapabilities': {},
    ...(logLevel && { 'io.modelcontextprotocol/logLevel': logLevel }) } }), peer.modernHeaders('tools/call', { name: 'test_logging_tool' }));
  for (const [level, count] of [[undefined, 0], ['error', 0], ['info', 3], ['debug', 3]]) {
    const got = await withLevel(level);
    const logged = got.messages.filter(({ method }) => method === 'notifications/message');
    check(`log level ${level}: ${count} messages`, logged.length === count && logged.every(({ params }) => params.level === 'info' && params.data)
      && got.json.result?.content, got);
  }
  let got = await withLevel('loud');
  check('no log level: 400, -32602', peer.isError(got, 400, -32602), got);

  const interruptions = async () => Number(text(await call(peer, 'test_interruptions')));
  const slow = { name: 'test_slow_tool', arguments: {}, _meta: { progressToken: 'p' } };
  const before = await interruptions();
  const leaving = await peer.open('POST', peer.message('tools/call', { ...slow, _meta: { ...slow._meta, 'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {} } }), peer.modernHeaders('tools/call', slow));
  const progress = await leaving.stream.next();
  check('a slow call says that it has begun', progress?.method === 'notifications/progress' && progress.params.progressToken === 'p', progress);
  leaving.stream.close();
  check('who goes away stops it', await eventually(async () => await interruptions() === before + 1), {});

  const session = await Session.begin(peer, '2025-11-25');
  const running = await session.requestStream('tools/call', slow);
  const id = peer.lastSent;
  await running.stream.next();
  await session.notify('notifications/cancelled', { requestId: `${id}` });
  await session.notify('notifications/cancelled', { requestId: 999_999 });
  await session.notify('notifications/cancelled', {});
  check('cancelling other requests does nothing to it', await interruptions() === before + 1, {});
  await session.notify('notifications/cancelled', { requestId: id, reason: 'enough' });
  got = await running.stream.next();
  check('notifications/cancelled stops it, without a result', await eventually(async () => await interruptions() === before + 2) && !got?.result, { got });
  running.stream.close();
}

export async function checkSessionsAsk(peer) {
  for (const version of olderVersions) {
    const hasForms = version !== '2025-03-26';
    const session = await Session.begin(peer, version, { elicitation: {}, sampling: {} });
    const contact = (answer) => session.callAnswering('test_elicitation', { message: 'Who are you?' }, () => answer);
    let got = await contact({ result: { action: 'accept', content: { username: 'ada', email: 'ada@example.test' } } });
    if (!hasForms) {
      check(`${version}: elicitation is not yet there`, got.asked.length === 0 && (got.json.error || got.json.result.isError), got);
    } else {
      check(`${version}: elicitation/create on the stream of the call`, got.asked[0]?.method === 'elicitation/create'
        && got.asked[0].params.message === 'Who are you?' && text(got).includes('"username":"ada"'), got);
      got = await contact({ result: { action: 'cancel' } });
      check('  who cancels is heard', text(got).includes('action=cancel'), got);
      got = await contact({ error: { code: -1, message: 'no' } });
      check('  an error of the client fails the call', got.json.result?.isError === true, got);
      got = await contact({ result: 7 });
      check('  an answer that is none fails the call', got.json.result?.isError === true, got);
    }
    got = await session.callAnswering('test_sampling', { prompt: 'Say hello' }, () => (
      { result: { role: 'assistant', content: { type: 'text', text: 'Hello' }, model: 'm' } }));
    check(`${version}: sampling/createMessage`, got.asked[0]?.method === 'sampling/createMessage' && text(got) === 'LLM response: Hello', got);
    got = await session.callAnswering('test_sampling', { prompt: 'Say hello' }, () => (
      { result: { role: 'assistant', content: { type: 'image', data: '', mimeType: 'image/png' }, model: 'm' } }));
    check('  whose answers never fit is not asked for ever', got.asked.length === 9 && got.json?.result?.isError === true, got);
    const mute = await Session.begin(peer, version, {});
    got = await mute.callAnswering('test_sampling', { prompt: 'Say hello' }, () => ({}));
    check('  not of a client that cannot', got.asked.length === 0 && (got.json.error || got.json.result.isError), got);
    got = await session.respond(4711, { result: {} });
    check('  an answer that nobody waits for: 202', got.status === 202, got);
  }
  const got = await peer.older('2025-11-25', 'tools/call', { name: 'test_elicitation', arguments: { message: 'Who?' } });
  check('without a session nobody is asked', got.status === 200 && (got.json.error || got.json.result.isError), got);
}

export async function checkSessionsHear(peer) {
  const uri = 'test://watched-resource';
  for (const version of olderVersions) {
    const session = await Session.begin(peer, version);
    const { stream } = await session.listen();
    let got = await session.request('resources/subscribe', { uri });
    check(`${version}: resources/subscribe`, JSON.stringify(got.json.result) === '{}', got);
    got = await session.request('resources/subscribe', { uri: 'nope://x' });
    check('  of nothing: -32002', got.json.error?.code === -32002, got);
    await call(peer, 'test_touch_watched_resource');
    let heard = await stream.next();
    check('  notifications/resources/updated', heard?.method === 'notifications/resources/updated' && heard.params.uri === uri && !heard.params._meta, { heard });
    got = await session.request('resources/unsubscribe', { uri });
    check('  resources/unsubscribe', JSON.stringify(got.json.result) === '{}', got);
    await call(peer, 'test_touch_watched_resource');
    await call(peer, 'test_trigger_tool_change');
    heard = await stream.next();
    check('  after it only the tools change', heard?.method === 'notifications/tools/list_changed', { heard });
    stream.close();

    const logs = async () => (await session.request('tools/call', { name: 'test_tool_with_logging', arguments: {} }))
      .messages.filter(({ method }) => method === 'notifications/message').length;
    for (const [level, count] of [['debug', 3], ['error', 0], ['info', 3]]) {
      got = await session.request('logging/setLevel', { level });
      check(`  logging/setLevel ${level}: ${count} messages`, JSON.stringify(got.json.result) === '{}' && await logs() === count, got);
    }
    got = await session.request('logging/setLevel', { level: 'loud' });
    check('  no level: -32602', got.json.error?.code === -32602, got);
    await session.end();
  }
}
