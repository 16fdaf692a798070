// SPDX-License-Identifier: GPL-3.0-or-later
// Who must not get in does not: right status, right error, nothing leaked, no 5xx.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as jose from 'jose';
import { listenForCallback } from './lib/callback.mjs';
import { launchBrowser, logIn, openLoginPage } from './lib/browser.mjs';
import {
  authorizationUrl, bearer, callMcp, obtainCode, obtainTokens, openForm, pkcePair, redeem, refresh, REDIRECT_URI, request, requestToken, sendForm,
} from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

const WRONG = 'canary-wrong-password-5c1b';
const other = { email: 'carol@example.test', username: 'carol@example.test', password: 'canary-"quotes" \\ 100% <tag> & \u00fcber: 77' };

function assertRefusedByTokenEndpoint(answer, status, error) {
  assert.equal(answer.status, status, answer.text);
  assert.equal(answer.json?.error, error);
  assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
  assert.ok(!('access_token' in answer.json));
}

function assertChallenged(answer, stack, error) {
  assert.equal(answer.status, 401, answer.text);
  const challenge = answer.headers.get('www-authenticate') ?? '';
  assert.match(challenge, /^Bearer /);
  assert.ok(challenge.includes(`resource_metadata="${stack.base_url}/.well-known/oauth-protected-resource/mcp"`), challenge);
  if (error) assert.ok(challenge.includes(`error="${error}"`), challenge);
  else assert.ok(!challenge.includes('error='), challenge);
  assert.ok(!answer.text.includes('"result"'));
}

describe('refusals', () => {
  let stack, browser;
  const secrets = [WRONG, other.password];

  before(async () => {
    [stack, browser] = await Promise.all([startStack('refusals', { users: { [other.email]: other.password } }), launchBrowser()]);
    secrets.push(stack.client_secret, stack.encryptionKey(), stack.alice.password, stack.bob.password);
  });
  after(async () => {
    await browser?.close();
    stack?.stop();
  });

  describe('the login page', () => {
    test('a wrong password brings a banner and no code (OA-047, OA-048)', async () => {
      const callback = await listenForCallback();
      const { page, context, complaints } = await openLoginPage(browser, authorizationUrl(stack, pkcePair().challenge, { redirect_uri: callback.redirectUri }));
      await logIn(page, { email: stack.alice.email, password: WRONG });
      const banner = page.getByRole('alert');
      await banner.waitFor();
      assert.match(await banner.innerText(), /password|log ?in|sign ?in/i);
      assert.equal(await page.inputValue('[name=imap_password]'), '');
      assert.equal(await page.inputValue('[name=email]'), stack.alice.email, 'what was typed is still there');
      assert.ok(!(await page.content()).includes(WRONG));
      assert.equal(callback.calls(), 0);
      assert.deepEqual(complaints, []);

      await logIn(page, { email: stack.alice.email, password: stack.alice.password });
      assert.ok((await callback.parameters).get('code'), 'the same page lets the right password in');
      await context.close();
      await callback.close();
    });

    test('a wrong SMTP password is told apart from a right IMAP one (OA-064)', async () => {
      const { page, context } = await openLoginPage(browser, authorizationUrl(stack, pkcePair().challenge));
      await logIn(page, { email: stack.alice.email, password: stack.alice.password, smtp: { username: stack.alice.username, password: WRONG } });
      const banner = page.getByRole('alert');
      await banner.waitFor();
      assert.match(await banner.innerText(), /smtp|sending|outgoing/i);
      await context.close();
    });

    test('a password of quotes, backslashes and markup logs in', async () => {
      assert.ok((await obtainCode(stack, other)).code);
    });

    test('a foreign redirect URI is a page, never a redirect (OA-002, OA-003, OA-009, OA-015)', async () => {
      for (const uri of ['https://evil.example/callback', 'https://claude.ai.evil.example/api/mcp/auth_callback', `${REDIRECT_URI}/`,
        'http://127.0.0.1:8765/callback/../evil', 'http://127.0.0.1.evil.example/callback', 'javascript:alert(1)', `${REDIRECT_URI}#f`, undefined]) {
        const answer = await request(authorizationUrl(stack, pkcePair().challenge, { redirect_uri: uri }));
        assert.equal(answer.status, 400, String(uri));
        assert.match(answer.headers.get('content-type'), /^text\/html/);
        assert.equal(answer.headers.get('location'), null);
        assert.ok(!answer.text.includes('evil.example') && !answer.text.includes('<form'), answer.text);
      }
    });

    test('an unknown client is a page, never a redirect (OA-016)', async () => {
      for (const id of [undefined, '', 'not-a-token', stack.client_id.slice(0, -4) + 'AAAA']) {
        const answer = await request(authorizationUrl(stack, pkcePair().challenge, { client_id: id }));
        assert.equal(answer.status, 400, String(id));
        assert.equal(answer.headers.get('location'), null);
      }
    });

    test('what is wrong with the request itself goes back to the client (OA-022, OA-024, OA-025, OA-030, OA-034)', async () => {
      for (const [changes, error] of [
        [{ response_type: 'token' }, 'unsupported_response_type'], [{ code_challenge: undefined }, 'invalid_request'],
        [{ code_challenge_method: 'plain' }, 'invalid_request'], [{ resource: 'https://evil.example' }, 'invalid_target'], [{ scope: 'admin' }, 'invalid_scope']]) {
        const answer = await request(authorizationUrl(stack, pkcePair().challenge, changes));
        assert.equal(answer.status, 303, JSON.stringify(changes));
        const location = new URL(answer.headers.get('location'));
        assert.equal(location.origin + location.pathname, REDIRECT_URI);
        assert.deepEqual(['error', 'state', 'iss'].map((name) => location.searchParams.get(name)), [error, 'st-123', stack.base_url]);
        assert.equal(location.searchParams.get('code'), null);
      }
    });

    test('a form that did not come from our page is refused (OA-049, OA-050)', async () => {
      const { challenge } = pkcePair();
      const form = await openForm(stack, challenge);
      for (const [what, answer] of [
        ['no cookie', await sendForm(stack, { ...form, cookies: '' }, stack.alice)],
        ['no hidden fields', await sendForm(stack, { ...form, hidden: {} }, stack.alice)],
        ['another origin', await sendForm(stack, form, stack.alice, {}, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })]]) {
        assert.ok([400, 403].includes(answer.status), `${what}: ${answer.status}`);
        assert.equal(answer.headers.get('location'), null, what);
      }
    });

    test('the answer carries code, state and issuer once each (OA-045)', async () => {
      const { location } = await obtainCode(stack);
      assert.equal(location.origin + location.pathname, REDIRECT_URI);
      assert.deepEqual([...location.searchParams.keys()].sort(), ['code', 'iss', 'state']);
      assert.deepEqual([location.searchParams.get('state'), location.searchParams.get('iss')], ['st-123', stack.base_url]);
    });
  });

  describe('the token endpoint', () => {
    test('a wrong client secret (OA-079)', async () => {
      assertRefusedByTokenEndpoint(await redeem(stack, await obtainCode(stack), { client_secret: 'canary-wrong-secret-9d' }), 401, 'invalid_client');
      assertRefusedByTokenEndpoint(await redeem(stack, await obtainCode(stack), { client_secret: undefined }), 401, 'invalid_client');
    });

    test('a wrong verifier (OA-074, OA-075)', async () => {
      const { challenge } = pkcePair();
      for (const code_verifier of [pkcePair().verifier, challenge]) {
        assertRefusedByTokenEndpoint(await redeem(stack, await obtainCode(stack), { code_verifier }), 400, 'invalid_grant');
      }
      const missing = await redeem(stack, await obtainCode(stack), { code_verifier: undefined });
      assert.equal(missing.status, 400);
      assert.ok(['invalid_grant', 'invalid_request'].includes(missing.json.error));
    });

    test('another redirect URI than the code was given for (OA-077)', async () => {
      assertRefusedByTokenEndpoint(await redeem(stack, await obtainCode(stack), { redirect_uri: 'http://127.0.0.1:9/callback' }), 400, 'invalid_grant');
    });

    test('a reused code is refused, and kills the tokens it brought (OA-067)', async () => {
      const grant = await obtainCode(stack);
      const first = await redeem(stack, grant);
      assert.equal(first.status, 200);
      assert.equal((await callMcp(stack, bearer(first.json.access_token), 'tools/list')).status, 200);
      assertRefusedByTokenEndpoint(await redeem(stack, grant), 400, 'invalid_grant');
      assertChallenged(await callMcp(stack, bearer(first.json.access_token), 'tools/list'), stack, 'invalid_token');
      assertRefusedByTokenEndpoint(await refresh(stack, first.json.refresh_token), 400, 'invalid_grant');
    });

    test('of many who bring the same code at once, one gets tokens (OA-068)', async () => {
      const grant = await obtainCode(stack);
      const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(stack, grant)));
      assert.equal(answers.filter((answer) => answer.status === 200).length, 1);
      assert.ok(answers.every((answer) => [200, 400].includes(answer.status)));
    });

    test('tokens of one kind do not pass for another (OA-088)', async () => {
      const tokens = await obtainTokens(stack);
      for (const wrong of [tokens.access_token, stack.client_id, 'garbage', '']) {
        const answer = await refresh(stack, wrong);
        assert.equal(answer.status, 400);
        assert.ok(['invalid_grant', 'invalid_request'].includes(answer.json.error), answer.text);
      }
      const code = await redeem(stack, { code: tokens.refresh_token, verifier: pkcePair().verifier });
      assertRefusedByTokenEndpoint(code, 400, 'invalid_grant');
      assertChallenged(await callMcp(stack, bearer(tokens.refresh_token), 'tools/list'), stack, 'invalid_token');
      assertChallenged(await callMcp(stack, bearer(stack.client_id), 'tools/list'), stack, 'invalid_token');
    });

    test('a refresh token that was used up comes back: the grace lets a retry pass, then the family dies (OA-091)', async () => {
      const tokens = await obtainTokens(stack);
      const second = await refresh(stack, tokens.refresh_token);
      assert.equal(second.status, 200);
      assert.notEqual(second.json.refresh_token, tokens.refresh_token);
      assert.equal((await refresh(stack, tokens.refresh_token)).status, 200, 'an answer that got lost on the way is repeated');
      const third = await refresh(stack, second.json.refresh_token);
      assert.equal(third.status, 200);
      assert.equal((await refresh(stack, third.json.refresh_token)).status, 200);
      assertRefusedByTokenEndpoint(await refresh(stack, tokens.refresh_token), 400, 'invalid_grant');
      assertChallenged(await callMcp(stack, bearer(third.json.access_token), 'tools/list'), stack, 'invalid_token');
      assertRefusedByTokenEndpoint(await refresh(stack, third.json.refresh_token), 400, 'invalid_grant');
    });

    test('unknown grants, none at all, and a query string in place of a body (OA-083, OA-084, OA-086)', async () => {
      for (const grant_type of ['password', 'client_credentials']) {
        assertRefusedByTokenEndpoint(await requestToken(stack, { grant_type }), 400, 'unsupported_grant_type');
      }
      assertRefusedByTokenEndpoint(await requestToken(stack, {}), 400, 'invalid_request');
      const query = new URLSearchParams({ grant_type: 'refresh_token', client_id: stack.client_id, client_secret: stack.client_secret });
      assert.equal((await request(`${stack.base_url}/oauth/token?${query}`, { method: 'POST' })).status, 400);
      const get = await request(`${stack.base_url}/oauth/token`);
      assert.equal(get.status, 405);
      assert.match(get.headers.get('allow'), /POST/);
    });
  });

  describe('the MCP endpoint', () => {
    test('no token (OA-103)', async () => {
      for (const method of ['tools/list', 'tools/call', 'server/discover', 'initialize']) {
        assertChallenged(await callMcp(stack, undefined, method, method === 'tools/call' ? { name: 'list_mailboxes' } : {}), stack);
      }
      for (const method of ['GET', 'DELETE']) assertChallenged(await request(stack.mcp_url, { method }), stack);
    });

    test('a garbage token, another scheme, a token in the query (OA-104, OA-108)', async () => {
      const { access_token: token } = await obtainTokens(stack);
      for (const garbage of ['garbage', 'a.b.c', `${token}x`, token.slice(0, -1), token.split('.').toReversed().join('.')]) {
        assertChallenged(await callMcp(stack, bearer(garbage), 'tools/list'), stack, 'invalid_token');
      }
      assert.equal((await callMcp(stack, `Basic ${token}`, 'tools/list')).status, 401);
      assertChallenged(await callMcp({ ...stack, mcp_url: `${stack.mcp_url}?access_token=${token}` }, undefined, 'tools/list'), stack);
      secrets.push(token);
    });

    test('an expired token (OA-108)', async () => {
      // In the form of the Ruby server any holder of the key can make one, also one from the past.
      const key = Buffer.from(stack.encryptionKey(), 'base64');
      const claims = (exp) => ({
        iss: stack.base_url, aud: stack.base_url, typ: 'access', iat: exp - 8 * 3600, exp,
        ...Object.fromEntries(['imap', 'smtp'].flatMap((protocol) => [
          [`${protocol}_host`, stack[protocol].host], [`${protocol}_port`, stack[protocol].port], [`${protocol}_ssl`, true],
          [`${protocol}_username`, stack.alice.username], [`${protocol}_password`, stack.alice.password]])),
        email: stack.alice.email, full_name: 'Alice Example',
      });
      const seal = (payload) => new jose.CompactEncrypt(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(key);
      const now = Math.floor(Date.now() / 1000);
      assert.equal((await callMcp(stack, bearer(await seal(claims(now + 3600))), 'tools/list')).status, 200, 'good while it lasts');
      assertChallenged(await callMcp(stack, bearer(await seal(claims(now - 3600))), 'tools/list'), stack, 'invalid_token');
      assertChallenged(await callMcp(stack, bearer(await seal({ ...claims(now + 3600), aud: 'https://elsewhere.example' })), 'tools/list'), stack, 'invalid_token');
      assertChallenged(await callMcp(stack, bearer(await seal({ ...claims(now + 3600), typ: 'refresh' })), 'tools/list'), stack, 'invalid_token');
    });

    test('another origin (OA-112)', async () => {
      const { access_token: token } = await obtainTokens(stack);
      assert.equal((await callMcp(stack, bearer(token), 'tools/list', {}, { origin: 'https://evil.example' })).status, 403);
    });

    test('a mailbox whose user was not asked', async () => {
      const { access_token: token } = await obtainTokens(stack, stack.bob);
      const answer = await callMcp(stack, bearer(token), 'tools/call', { name: 'list_mailboxes', arguments: {} });
      assert.equal(answer.status, 200);
      assert.ok(!answer.text.includes('Rechnungen'), "bob does not see alice's mailboxes");
    });
  });

  test('no answer was a 5xx and the log holds no secret', () => {
    const log = stack.serverLog();
    assert.ok(log.length > 0, 'there is a log to look at');
    const spellings = (secret) => [secret, encodeURIComponent(secret), new URLSearchParams({ '': secret }).toString().slice(1),
      Buffer.from(secret).toString('base64'), Buffer.from(`\0${stack.alice.username}\0${secret}`).toString('base64')];
    for (const secret of secrets.flatMap(spellings)) assert.ok(!log.includes(secret), 'a secret is in the log');
    assert.match(log, /status="4\d\d"/, 'requests are logged with their status');
    assert.doesNotMatch(log, /status="5\d\d"/);
  });
});
