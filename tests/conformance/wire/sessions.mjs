// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions of the older revisions, and what only they make possible.
import { check, Peer, Session } from './peer.mjs';

/** GET and DELETE without a session. */
export async function checkWithoutSession(peer) {
  for (const method of ['GET', 'DELETE', 'PUT']) {
    const got = await peer.open(method, undefined, { accept: 'text/event-stream' });
    check(`${method} without a session: 405, Allow`, got.status === 405 && /\bPOST\b/.test(got.headers.get('allow')), { status: got.status, allow: got.headers.get('allow') });
    await got.response.body?.cancel();
  }
}

export async function checkLifecycle(peer, version) {
  const session = await Session.begin(peer, version);
  check(`a session of ${version}: visible ASCII`, /^[\x21-\x7e]+$/.test(session.id ?? ''), session.initialized);
  let got = await session.request('tools/list');
  check('  it is known', got.status === 200, got);
  const others = { 'an altered id': session.id.slice(0, -2) + (session.id.endsWith('A') ? 'BB' : 'AA'), 'no id of ours': 'x', 'half an id': session.id.slice(0, session.id.length / 2) };
  for (const [name, id] of Object.entries(others)) {
    const headers = { 'mcp-protocol-version': version, 'mcp-session-id': id };
    got = await peer.post(peer.message('tools/list'), headers);
    check(`  ${name}: 404`, got.status === 404, got);
    for (const method of ['GET', 'DELETE']) {
      const open = await peer.open(method, undefined, { ...headers, accept: 'text/event-stream' });
      check(`  ${method} with ${name}: 404`, open.status === 404, { status: open.status });
      open.stream?.close();
    }
  }
  got = await peer.older(version, 'tools/list');
  check('  without the id it works, too', got.status === 200, got);
  const listening = await session.listen();
  check('  GET: an event stream', listening.status === 200 && listening.isStream, { status: listening.status });
  got = await session.end();
  check('  DELETE', got.status === 204 || got.status === 200, got);
  check('  it ends the stream', listening.stream && await listening.stream.next() === undefined && !listening.stream.controller.signal.aborted, {});
  got = await session.request('tools/list');
  check('  and the session: 404', got.status === 404, got);
  listening.stream?.close();
}

/** Needs a server that takes any bearer token as a name. */
export async function checkOtherCaller(peer) {
  const session = await Session.begin(peer, '2025-11-25');
  const got = await new Peer(peer.url, 'mallory').post(peer.message('tools/list'), session.headers);
  check('the session of somebody else: 404', got.status === 404, got);
}
