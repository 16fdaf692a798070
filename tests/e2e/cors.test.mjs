// SPDX-License-Identifier: GPL-3.0-or-later
// What pages of other origins may do: read the metadata, and with permission call /mcp and fetch tokens. Never log in.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sealToken, startDaemon } from './lib/daemon.mjs';
import { callMcp, request } from './lib/oauth.mjs';

const inspector = 'https://inspector.example';
const evil = 'https://evil.example';

describe('CORS', () => {
  let daemon;
  before(async () => { daemon = await startDaemon('cors', { env: { ALLOWED_ORIGINS: inspector } }); });
  after(() => daemon?.stop());

  const allowed = ({ headers }) => headers.get('access-control-allow-origin');
  const ask = (path, origin, options = {}) => request(`${daemon.baseUrl}${path}`, { ...options, headers: { origin, ...options.headers } });
  const preflight = (path, origin, method, fields) => ask(path, origin, { method: 'OPTIONS',
    headers: { 'access-control-request-method': method, 'access-control-request-headers': fields } });
  const lists = (answer, name, value) => answer.headers.get(name)?.toLowerCase().split(/, */).includes(value.toLowerCase());

  for (const path of ['/.well-known/oauth-protected-resource', '/.well-known/oauth-protected-resource/mcp', '/.well-known/oauth-authorization-server',
    '/.well-known/openid-configuration']) {
    test(`${path} is for every page`, async () => {
      assert.equal(allowed(await ask(path, evil)), '*');
      const permission = await preflight(path, evil, 'GET', 'mcp-protocol-version');
      assert.equal(allowed(permission), '*');
      assert.ok(lists(permission, 'access-control-allow-headers', 'mcp-protocol-version'));
    });
  }

  for (const path of ['/mcp', '/oauth/token', '/oauth/revoke']) {
    test(`${path} is for pages of ALLOWED_ORIGINS (OA-117)`, async () => {
      const permission = await preflight(path, inspector, 'POST', 'authorization,content-type');
      assert.equal(permission.status, 204);
      assert.equal(allowed(permission), inspector);
      for (const field of ['authorization', 'content-type']) assert.ok(lists(permission, 'access-control-allow-headers', field));
      assert.equal(permission.headers.get('access-control-allow-credentials'), null);
      const refused = await preflight(path, evil, 'POST', 'authorization');
      assert.equal(allowed(refused), null);
      assert.equal(refused.headers.get('access-control-allow-methods'), null);
      assert.equal(allowed(await ask(path, inspector, { method: 'POST', body: 'a' })), inspector, 'refusals can be read as well');
      assert.equal(allowed(await ask(path, evil, { method: 'POST', body: 'a' })), null);
    });
  }

  test('a page that may call can read the challenge and the session', async () => {
    const refused = await ask('/mcp', inspector, { method: 'POST' });
    assert.equal(refused.status, 401);
    for (const field of ['WWW-Authenticate', 'Mcp-Session-Id', 'Retry-After']) assert.ok(lists(refused, 'access-control-expose-headers', field), field);
    const token = `Bearer ${await sealToken(daemon.baseUrl)}`;
    const answer = await callMcp({ mcp_url: `${daemon.baseUrl}/mcp` }, token, 'tools/list', {}, { origin: inspector });
    assert.equal(answer.status, 200);
    assert.equal(allowed(answer), inspector);
    assert.match(answer.headers.get('vary'), /Origin/);
  });

  test('nobody logs in from another page', async () => {
    for (const origin of [inspector, evil]) {
      for (const method of ['GET', 'POST']) assert.equal(allowed(await ask('/oauth/authorize', origin, { method })), null);
      assert.equal(allowed(await preflight('/oauth/authorize', origin, 'POST', 'content-type')), null);
    }
  });
});
