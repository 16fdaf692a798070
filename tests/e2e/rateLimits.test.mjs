// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks too often is told to wait, and nobody else is.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clients, MemoryProvider } from './lib/clients.mjs';
import { authorizationUrl, bearer, callMcp, obtainTokens, pkcePair, REDIRECT_URI, request } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

const limits = {
  HTTP_MAX_UNAUTHENTICATED_PER_MINUTE: '12', HTTP_MAX_AUTHORIZE_PER_MINUTE: '6', HTTP_MAX_MCP_PER_MINUTE: '1', HTTP_MAX_MCP_BURST: '5',
  TRUSTED_PROXIES: '127.0.0.1',
};

/** One mailbox for each of the official clients. */
const users = Object.fromEntries(clients.map((_, i) => [`client${i}@example.test`, 'secret']));

describe('rate limits', () => {
  let stack, token;
  before(async () => {
    stack = await startStack('rate-limits', { env: limits, users });
    token = bearer((await obtainTokens(stack)).access_token);
  });
  after(() => stack?.stop());

  const from = (address) => ({ 'x-forwarded-for': address });

  /** Asks until it is refused, and says how often it was not. */
  async function allowed(ask, most) {
    for (let count = 0; count <= most; count += 1) {
      const answer = await ask();
      if (answer.status !== 429) continue;
      assert.ok(Number(answer.headers.get('retry-after')) >= 1);
      return count;
    }
    return assert.fail(`more than ${most} were let through`);
  }

  async function metric(name) {
    // An address of its own, but one that may read metrics.
    const { text } = await request(`${stack.base_url}/metrics`, { headers: from('::1') });
    return Number(new RegExp(`^mail_mcp_http_limited_${name}_total (\\S+)$`, 'm').exec(text)[1]);
  }

  test('garbage tokens are refused with 401, then with 429, and count together with other anonymous requests (HT-40)', async () => {
    const garbage = () => callMcp(stack, bearer('a.b.c.d.e'), 'tools/list', {}, from('192.0.2.1'));
    assert.equal((await garbage()).status, 401);
    assert.equal((await request(`${stack.base_url}/ready`, { headers: from('192.0.2.1') })).status, 200);
    assert.equal(await allowed(garbage, 30), 10);
    assert.equal((await request(`${stack.base_url}/ready`, { headers: from('192.0.2.1') })).status, 429);
    assert.equal((await request(`${stack.base_url}/ready`, { headers: from('192.0.2.2') })).status, 200);
    assert.equal(await metric('unauthenticated'), 2);
  });

  test('a valid token passes where its neighbours are refused', async () => {
    const anonymous = () => request(`${stack.base_url}/nowhere`, { headers: from('192.0.2.3') });
    await allowed(anonymous, 30);
    assert.equal((await callMcp(stack, token, 'tools/list', {}, from('192.0.2.3'))).status, 200);
  });

  test('login pages', async () => {
    const { challenge } = pkcePair();
    const page = () => request(authorizationUrl(stack, challenge), { headers: from('2001:db8::1') });
    assert.equal(await allowed(page, 20), 6);
    assert.equal((await request(authorizationUrl(stack, challenge), { headers: from('2001:db8::ffff') })).status, 429, 'the same /64');
    assert.equal((await request(authorizationUrl(stack, challenge), { headers: from('2001:db8:0:1::1') })).status, 200);
    assert.equal(await metric('authorize'), 2);
  });

  test('calls of one mailbox, from wherever', async () => {
    let host = 0;
    const call = (authorization) => callMcp(stack, authorization, 'tools/list', {}, from(`198.51.100.${host += 1}`));
    await allowed(() => call(token), 10);
    assert.ok(await metric('mailbox') >= 1);
    const bob = bearer((await obtainTokens(stack, stack.bob)).access_token);
    assert.equal(await allowed(() => call(bob), 10), 5);
    const refused = await call(bob);
    const wait = Number(refused.headers.get('retry-after'));
    assert.deepEqual(refused.json, {
      jsonrpc: '2.0',
      error: {
        code: -32603, message: `Too many calls for this mailbox: at most 1 a minute are answered. Try again in ${wait} s.`,
        data: { code: 'busy', retryable: true, retry_after_seconds: wait },
      },
    });
  });

  for (const [i, { name, driver }] of clients.entries()) {
    test(`${name} shows what went wrong and what to do`, async () => {
      const user = stack.users.find(({ email }) => email === `client${i}@example.test`);
      const provider = new MemoryProvider({ clientId: stack.client_id, clientSecret: stack.client_secret, redirectUri: REDIRECT_URI });
      provider.saveTokens(await obtainTokens(stack, user));
      const { client } = await driver.connect(stack.mcp_url, provider);
      let failure;
      for (let calls = 0; calls <= 5 && !failure; calls += 1) {
        // Not listTools(): a client may have the answer to that already.
        await client.callTool({ name: 'list_mailboxes', arguments: {} }).catch((error) => { failure = error; });
      }
      assert.match(failure?.message, /Too many calls for this mailbox: at most 1 a minute are answered\. Try again in \d+ s\./);
      assert.match(failure.message, /"retry_after_seconds":\d+/);
      await client.close();
    });
  }
});
