// SPDX-License-Identifier: GPL-3.0-or-later
// The OAuth cases that refusals.test.mjs does not have, each under its ID, against the real daemon with real mail servers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runCommand, startInstance, withClient } from './lib/instances.mjs';
import { open, resealed, sealLegacy } from './lib/jwe.mjs';
import {
  authorizationUrl, bearer, callMcp, obtainCode, obtainTokens, openForm, pkcePair, redeem, refresh, REDIRECT_URI, request, requestToken, sendForm,
} from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

const WRONG = 'canary-wrong-password-4e0';
const seconds = () => Math.floor(Date.now() / 1000);
let addresses = 0;
/** Every test comes from an address of its own, as a trusted proxy tells it. */
const fromNewAddress = () => ({ 'x-forwarded-for': `198.51.100.${(addresses += 1)}` });

function assertPage(answer, { status = 400, says } = {}) {
  assert.equal(answer.status, status, answer.text);
  assert.match(answer.headers.get('content-type'), /^text\/html/);
  assert.equal(answer.headers.get('location'), null);
  assert.match(answer.headers.get('content-security-policy'), /default-src 'none'/);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  if (says) assert.match(answer.text, says);
}

function assertError(answer, status, error) {
  assert.deepEqual([answer.status, answer.json?.error], [status, error], answer.text);
  assert.match(answer.headers.get('cache-control'), /no-store/);
}

function assertRedirectedWith(answer, stack, error) {
  assert.equal(answer.status, 303, answer.text);
  const location = new URL(answer.headers.get('location'));
  assert.equal(location.origin + location.pathname, REDIRECT_URI);
  assert.deepEqual(['error', 'state', 'iss', 'code'].map((name) => location.searchParams.get(name)), [error, 'st-123', stack.base_url, null]);
}

function assertNoToken(answer) {
  assert.equal(answer.status, 401, answer.text);
  assert.match(answer.headers.get('www-authenticate'), /^Bearer .*error="invalid_token"/);
}

async function within(limitSeconds, condition) {
  for (const end = Date.now() + limitSeconds * 1000; Date.now() < end;) {
    if (await condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return condition();
}

describe('OAuth', () => {
  let stack, key, other;
  const authorize = (changes, of = stack) => request(authorizationUrl(of, pkcePair().challenge, changes));
  const listTools = (token, of = stack) => callMcp(of, bearer(token), 'tools/list');
  const dovecotLog = () => readFileSync(stack.log, 'utf8').split('\n');
  const refusedLogins = (username) => dovecotLog().filter((line) => line.includes(`(${username},`) && /Password mismatch|unknown user/.test(line)).length;
  const logIn = async (user, changes = {}, headers = fromNewAddress(), of = stack) =>
    sendForm(of, await openForm(of, pkcePair().challenge), user, changes, headers);

  before(async () => {
    stack = await startStack('oauth', { env: { TRUSTED_PROXIES: '127.0.0.1' }, users: { 'guessed@example.test': 'not-to-be-guessed' } });
    key = Buffer.from(stack.encryptionKey(), 'base64');
    other = await withClient(stack, { redirectUris: ['https://other.example/cb', REDIRECT_URI] });
  });
  after(() => stack?.stop());

  describe('the login page', () => {
    test('OA-001 one form with one hidden field, the client, where it leads, and what it may do', async () => {
      const page = await authorize();
      assert.equal(page.status, 200);
      assert.equal(page.text.match(/<form/g).length, 1);
      assert.deepEqual([...page.text.matchAll(/<input[^>]*type="hidden"[^>]*name="([^"]*)"/g)].map(([, name]) => name), ['req']);
      for (const words of ['Mail MCP sandbox', '127.0.0.1', 'mail.read']) assert.ok(page.text.includes(words), words);
    });

    const https = 'https://app.example/cb';
    for (const [id, registered, asked] of [
      ['OA-005', https, 'https://app.example.evil.example/cb'], ['OA-007', https, 'http://app.example/cb'], ['OA-010', https, `${https}#f`]]) {
      test(`${id} ${asked} is not ${registered}`, async () => {
        const client = await withClient(stack, { redirectUris: [registered] });
        assert.equal((await authorize({ redirect_uri: registered }, client)).status, 200);
        assertPage(await authorize({ redirect_uri: asked }, client));
      });
    }

    test('OA-011 a loopback address may have any port, and the page warns', async () => {
      const client = await withClient(stack, { redirectUris: ['http://127.0.0.1/callback'] });
      const page = await authorize({ redirect_uri: 'http://127.0.0.1:51234/callback' }, client);
      assert.equal(page.status, 200);
      assert.match(page.text, /this computer/i);
      assertPage(await authorize({ redirect_uri: 'http://127.0.0.1:51234/other' }, client));
    });

    test('OA-020 a client of mail_mcp 1.0 needs LEGACY_REDIRECT_URIS', async () => {
      const claims = { iss: stack.base_url, aud: stack.base_url, typ: 'client_id', iat: seconds(), cs: 'legacy-secret',
        imap_host: 'localhost', imap_port: 993, imap_ssl: true, smtp_host: 'localhost', smtp_port: 465, smtp_ssl: true };
      const legacy = { ...stack, client_id: sealLegacy(claims, key) };
      assertPage(await authorize({}, legacy), { says: /re-issued|issued again/ });
      const daemon = await startInstance(stack, { LEGACY_REDIRECT_URIS: REDIRECT_URI, STATE_URL: 'memory:' });
      try {
        assert.equal((await request(String(authorizationUrl(legacy, pkcePair().challenge)).replace(stack.base_url, daemon.url))).status, 200);
      } finally {
        await daemon.stop();
      }
    });

    test('OA-028 a parameter that comes twice', async () => {
      for (const name of ['client_id', 'redirect_uri', 'state']) {
        const url = authorizationUrl(stack, pkcePair().challenge);
        url.searchParams.append(name, url.searchParams.get(name));
        assertPage(await request(url));
      }
    });

    test('OA-033 the resource in another spelling, and another resource', async () => {
      assert.equal((await authorize({ resource: stack.mcp_url.replace('http://', 'HTTP://') })).status, 200);
      assertRedirectedWith(await authorize({ resource: `${stack.mcp_url}#x` }), stack, 'invalid_target');
    });

    test('OA-035 request objects are refused, and nobody is called', async () => {
      let calls = 0;
      const trap = http.createServer((_, response) => { calls += 1; response.end('{}'); }).listen(0, '127.0.0.1');
      await new Promise((resolve) => trap.once('listening', resolve));
      assertRedirectedWith(await authorize({ request_uri: `http://127.0.0.1:${trap.address().port}/x` }), stack, 'request_uri_not_supported');
      assertRedirectedWith(await authorize({ request: 'e30.e30.' }), stack, 'request_not_supported');
      assert.equal(calls, 0);
      await new Promise((resolve) => trap.close(resolve));
    });

    for (const [id, state] of [['OA-038', '"><script>x</script>'], ['OA-038', "%00\u00e4 &amp; ' \\ +"], ['OA-040', 'x'.repeat(2048)], ['OA-040', '\u00fc'.repeat(1024)]]) {
      test(`${id} a state of ${Buffer.byteLength(state)} bytes comes back to the byte`, async () => {
        const form = await openForm(stack, pkcePair().challenge, { state });
        assert.equal(form.status, 200);
        assert.doesNotMatch(form.text, /<script/i);
        const answer = await sendForm(stack, form, stack.alice, {}, fromNewAddress());
        assert.equal(new URL(answer.headers.get('location')).searchParams.get('state'), state);
        // A state may be percent-encoded to three times its size; everything else fits into 5.8 KiB with 2 KiB of it.
        const encoded = encodeURIComponent(state).length;
        assert.ok(answer.headers.get('location').length <= 5.8 * 1024 - 2048 + encoded);
      });
    }

    test('OA-046 a redirect URI with a query keeps it', async () => {
      const uri = 'https://q.example/cb?x=1';
      const client = await withClient(stack, { redirectUris: [uri] });
      const answer = await sendForm(client, await openForm(client, pkcePair().challenge, { redirect_uri: uri }), stack.alice, {}, fromNewAddress());
      assert.ok(answer.headers.get('location').startsWith(`${uri}&code=`), answer.headers.get('location'));
    });

    test('OA-053 what the form says beside its sealed field is not believed', async () => {
      const answer = await logIn(stack.alice, { redirect_uri: 'https://evil.example', client_id: other.client_id, state: 'evil' });
      const location = new URL(answer.headers.get('location'));
      assert.equal(location.origin + location.pathname, REDIRECT_URI);
      assert.equal(location.searchParams.get('state'), 'st-123');
    });

    test('OA-056 six wrong passwords for one account: five reach the mail server', async () => {
      const user = { email: 'guessed@example.test', username: 'guessed@example.test', password: WRONG };
      const answers = await Promise.all(Array.from({ length: 6 }, () => logIn(user)));
      const limited = answers.filter((answer) => answer.status === 429);
      assert.equal(limited.length, 1);
      assert.ok(Number(limited[0].headers.get('retry-after')) > 0);
      assert.ok(answers.filter((answer) => answer !== limited[0]).every((answer) => answer.status === 200));
      assert.equal(refusedLogins('guessed@example.test'), 5 * 2, 'five tries, at two servers each');
    });

    test('OA-058 one address with 21 accounts', async () => {
      const address = fromNewAddress();
      const users = Array.from({ length: 21 }, (_, i) => ({ email: `n${i}@example.test`, username: `n${i}@example.test`, password: WRONG }));
      const answers = await Promise.all(users.map((user) => logIn(user, {}, address)));
      assert.deepEqual(answers.map((answer) => answer.status).sort(), [...Array(20).fill(200), 429]);
      assert.equal((await logIn(stack.alice)).status, 303, 'others are not held up');
    });

    test('OA-059 an unknown user and a wrong password are answered alike', async () => {
      const shown = async (username) => {
        const answer = await logIn({ email: username, username, password: WRONG });
        assert.equal(answer.status, 200);
        return answer.text.replaceAll(username, 'USER').replace(/name="req" value="[^"]*"/, '');
      };
      assert.equal(await shown('nobody@example.test'), await shown(stack.bob.username));
    });

    test('OA-060 down, untrusted, wrong password: three texts, none of the mail server', async () => {
      const texts = [];
      const distrustful = await startInstance(stack, { MAIL_CA_FILE: '/etc/ssl/certs/ca-certificates.crt', STATE_URL: 'memory:' }); // trusts other authorities only
      const down = await withClient(stack, { redirectUris: [REDIRECT_URI], imap: { port: 1 } });
      for (const [of, password] of [[down, stack.alice.password], [{ ...stack, base_url: distrustful.url }, stack.alice.password], [stack, WRONG]]) {
        const answer = await logIn({ ...stack.alice, password }, {}, { ...fromNewAddress(), origin: stack.base_url }, of);
        assertPage(answer, { status: 200 });
        texts.push(/role="alert"[^>]*>([\s\S]*?)<\/(?:div|section|ul)>/.exec(answer.text)[1]);
        assert.doesNotMatch(answer.text, /AUTHENTICATIONFAILED|refused by|certificate|OpenSSL|errno|dovecot/i);
      }
      await distrustful.stop();
      assert.equal(new Set(texts).size, 3);
      assert.match(texts[0], /cannot be reached/);
      assert.match(texts[1], /could not prove its identity/);
      assert.match(texts[2], /did not accept/);
    });

    test('OA-062 control characters in a user name', async () => {
      const before = dovecotLog().length;
      for (const [username, status] of [['a\r\nb', 200], ['a\x7fb', 200], ['a\0b', 400]]) assertPage(await logIn({ ...stack.alice, username }), { status });
      assert.equal(dovecotLog().length, before, 'no mail server was contacted');
    });
  });

  describe('tokens', () => {
    test('OA-066 OA-032 a code becomes tokens for our resource, with or without naming it', async () => {
      for (const resource of [stack.mcp_url, undefined]) {
        const answer = await redeem(stack, await obtainCode(stack, stack.alice, { resource }), { resource });
        assert.equal(answer.status, 200);
        assert.match(answer.headers.get('cache-control'), /no-store/);
        const { access_token: token, token_type: type, expires_in: lifetime, refresh_token: renewal, scope } = answer.json;
        assert.ok(token.length <= 3072 && renewal && type === 'Bearer' && lifetime <= 28800 && scope.includes('mail.read'));
        assert.equal(open(token, key, 'access').aud, stack.mcp_url);
      }
    });

    test('OA-069 a code that was used before a crash is used after it', async () => {
      const grant = await obtainCode(stack);
      const port = new URL(stack.base_url).port;
      assert.equal((await redeem(stack, grant)).status, 200);
      const unused = await obtainCode(stack);
      process.kill(stack.pids.server, 'SIGKILL');
      await within(5, () => fetch(`${stack.base_url}/health`).then(() => false, () => true));
      const daemon = await startInstance(stack, { PORT: port });
      const { stop } = stack;
      stack.stop = () => { process.kill(daemon.pid, 'SIGTERM'); stop(); };
      assertError(await redeem(stack, grant), 400, 'invalid_grant');
      assert.equal((await redeem(stack, unused)).status, 200, 'and what was not, is not');
    });

    test('OA-072 a code of 61 seconds', async () => {
      const grant = await obtainCode(stack);
      const { iat, exp } = open(grant.code, key, 'code');
      assert.equal(exp - iat, 60);
      const aged = resealed(grant.code, key, 'code', { iat: iat - 61, exp: exp - 61 });
      assertError(await redeem(stack, { ...grant, code: aged }), 400, 'invalid_grant');
      assert.equal((await redeem(stack, grant)).status, 200);
    });

    test('OA-078 OA-090 another client with a secret of its own', async () => {
      const grant = await obtainCode(stack);
      assertError(await redeem(other, grant), 400, 'invalid_grant');
      const tokens = await redeem(stack, grant);
      assert.equal(tokens.status, 200);
      assertError(await refresh(other, tokens.json.refresh_token), 400, 'invalid_grant');
      assert.equal((await refresh(stack, tokens.json.refresh_token)).status, 200);
    });

    test('OA-081 client_secret_basic', async () => {
      const encoded = (text) => new URLSearchParams({ '': text }).toString().slice(1);
      const basic = (secret) => ({ authorization: `Basic ${Buffer.from(`${encoded(stack.client_id)}:${encoded(secret)}`).toString('base64')}` });
      const grant = await obtainCode(stack);
      const fields = { grant_type: 'authorization_code', code: grant.code, code_verifier: grant.verifier, redirect_uri: REDIRECT_URI, client_id: undefined, client_secret: undefined };
      const wrong = await requestToken(stack, fields, basic('wrong'));
      assertError(wrong, 401, 'invalid_client');
      assert.match(wrong.headers.get('www-authenticate'), /^Basic /);
      assert.equal((await requestToken(stack, fields, basic(stack.client_secret))).status, 200);
    });

    test('OA-018 OA-088 each kind of token in the place of each other', async () => {
      const grant = await obtainCode(stack);
      const tokens = await obtainTokens(stack);
      const form = await openForm(stack, pkcePair().challenge);
      const kinds = { client_id: stack.client_id, authreq: form.hidden.req, code: grant.code, access: tokens.access_token, refresh: tokens.refresh_token };
      const places = {
        client_id: async (token) => assertPage(await authorize({ client_id: token })),
        authreq: async (token) => assertPage(await sendForm(stack, { ...form, hidden: { req: token } }, stack.alice, {}, fromNewAddress())),
        code: async (token) => assertError(await redeem(stack, { ...grant, code: token }), 400, 'invalid_grant'),
        access: async (token) => assertNoToken(await listTools(token)),
        refresh: async (token) => assertError(await refresh(stack, token), 400, 'invalid_grant'),
      };
      let cells = 0;
      for (const [kind, token] of Object.entries(kinds)) {
        for (const [place, assertRefused] of Object.entries(places)) {
          if (kind === place) continue;
          await assertRefused(token);
          cells += 1;
        }
      }
      assert.equal(cells, 20);
      assert.equal((await refresh(stack, tokens.refresh_token)).status, 200, 'nothing was used up');
    });

    test('OA-089 a refresh makes the next generation, with the same scope', async () => {
      const first = await obtainTokens(stack);
      const second = (await refresh(stack, first.refresh_token)).json;
      const [before, now] = [first, second].map((tokens) => open(tokens.refresh_token, key, 'refresh'));
      assert.equal(now.gen, before.gen + 1);
      assert.equal(now.fam, before.fam);
      assert.deepEqual([second.scope, now.auth_time, now.fam_exp], [first.scope, before.auth_time, before.fam_exp]);
    });

    test('OA-092 a refresh token of two generations ago ends the family, and the log says so', async () => {
      const first = await obtainTokens(stack);
      const second = (await refresh(stack, first.refresh_token)).json;
      const third = (await refresh(stack, second.refresh_token)).json;
      assertError(await refresh(stack, first.refresh_token), 400, 'invalid_grant');
      assertError(await refresh(stack, third.refresh_token), 400, 'invalid_grant');
      assertNoToken(await listTools(third.access_token));
      const log = stack.serverLog() + readFileSync(join(stack.directory, 'daemon.log'), 'utf8');
      assert.match(log, /refresh_token_reused/);
    });

    test('OA-095 a refresh cannot ask for more than was granted', async () => {
      const tokens = await obtainTokens(stack);
      assertError(await refresh(stack, tokens.refresh_token, { scope: 'mail.send' }), 400, 'invalid_scope');
      const narrow = await refresh(stack, tokens.refresh_token, { scope: 'mail.read' });
      assert.equal(narrow.json.scope, 'mail.read');
    });

    test('OA-097 a refresh token after its thirty days', async () => {
      const { refresh_token: token } = await obtainTokens(stack);
      const { iat, exp } = open(token, key, 'refresh');
      assert.equal(exp - iat, 30 * 86400);
      const aged = resealed(token, key, 'refresh', { iat: iat - 30 * 86400 - 1, exp: seconds() - 1 });
      assertError(await refresh(stack, aged), 400, 'invalid_grant');
    });

    test('OA-099 revoked is revoked, at every instance within five seconds', async () => {
      const second = await startInstance(stack, { STATE_URL: /^STATE_URL=(.*)$/m.exec(readFileSync(stack.env_file, 'utf8'))[1] });
      try {
        const tokens = await obtainTokens(stack);
        const there = { ...stack, mcp_url: `${second.url}/mcp` };
        assert.equal((await listTools(tokens.access_token, there)).status, 200);
        const body = new URLSearchParams({ token: tokens.refresh_token, client_id: stack.client_id, client_secret: stack.client_secret });
        assert.equal((await request(`${stack.base_url}/oauth/revoke`, { method: 'POST', body })).status, 200);
        assertNoToken(await listTools(tokens.access_token));
        assertError(await refresh(stack, tokens.refresh_token), 400, 'invalid_grant');
        assert.ok(await within(5, async () => (await listTools(tokens.access_token, there)).status === 401));
      } finally {
        await second.stop();
      }
    });

    test('the limits of the token endpoint are settings', async () => {
      const daemon = await startInstance(stack, { MAX_TOKEN_REQUESTS_PER_MINUTE: '3', MAX_CLIENT_FAILURES_PER_MINUTE: '2', STATE_URL: 'memory:' });
      try {
        const there = { ...stack, base_url: daemon.url };
        const ask = async (times, changes) => {
          const address = fromNewAddress();
          const answers = [];
          for (let i = 0; i < times; i += 1) answers.push(await requestToken(there, { grant_type: 'refresh_token', refresh_token: 'x', ...changes }, address));
          return answers;
        };
        for (const answers of [await ask(4, {}), await ask(3, { client_secret: 'wrong' })]) {
          const limited = answers.pop();
          assert.ok(answers.every(({ status }) => status === 400 || status === 401));
          assertError(limited, 429, 'temporarily_unavailable');
          assert.match(limited.headers.get('retry-after'), /^[1-9]\d?$/);
        }
      } finally {
        await daemon.stop();
      }
    });

    test('OA-106 the name of the scheme is not case-sensitive', async () => {
      const { access_token: token } = await obtainTokens(stack);
      for (const scheme of ['bearer', 'BEARER']) assert.equal((await callMcp(stack, `${scheme} ${token}`, 'tools/list')).status, 200);
    });

    test('OA-110 a token for reading sends nothing', async () => {
      const { access_token: token } = await obtainTokens(stack);
      const before = dovecotLog().filter((line) => line.includes('submission')).length;
      const answer = await callMcp(stack, bearer(token), 'tools/call', { name: 'send_mail_message', arguments: { to: 'bob@example.test', subject: 's', text_body: 't' } });
      assert.equal(answer.status, 403);
      const challenge = answer.headers.get('www-authenticate');
      assert.match(challenge, /error="insufficient_scope"/);
      assert.match(challenge, /scope="[^"]*mail\.send[^"]*"/);
      assert.equal(dovecotLog().filter((line) => line.includes('submission')).length, before);
    });
  });

  test('OA-114 the metadata, word for word', async () => {
    for (const [name, paths] of [
      ['protected-resource', ['oauth-protected-resource', 'oauth-protected-resource/mcp']],
      ['authorization-server', ['oauth-authorization-server', 'openid-configuration']]]) {
      const golden = JSON.parse(readFileSync(join(import.meta.dirname, 'golden', `${name}.json`), 'utf8').replaceAll('{{BASE}}', stack.base_url));
      for (const path of paths) {
        const answer = await request(`${stack.base_url}/.well-known/${path}`);
        assert.deepEqual(answer.json, golden, path);
        assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      }
    }
  });

  test('OA-117 a page of another origin gets no leave to ask for tokens', async () => {
    for (const path of ['/oauth/token', '/oauth/authorize', '/oauth/revoke', '/mcp']) {
      const answer = await request(`${stack.base_url}${path}`, {
        method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' } });
      assert.equal(answer.headers.get('access-control-allow-origin'), null, path);
    }
  });

  describe('the administrator', () => {
    test('OA-021 a client that was revoked', async () => {
      const client = await withClient(stack, { redirectUris: [REDIRECT_URI], more: ['--name=To be revoked'] });
      const tokens = await obtainTokens(client);
      const { clients } = JSON.parse(await runCommand(stack, 'clients', 'list', '--json'));
      const { handle } = clients.find(({ name }) => name === 'To be revoked');
      await runCommand(stack, 'clients', 'revoke', handle);
      assert.ok(await within(6, async () => (await listTools(tokens.access_token)).status === 401));
      assertPage(await authorize({}, client));
      assertError(await refresh(client, tokens.refresh_token), 401, 'invalid_client');
      assert.equal((await authorize()).status, 200, 'others are not concerned');
    });

    test('OA-101 every token of everybody', async () => {
      const tokens = await obtainTokens(stack);
      await new Promise((resolve) => setTimeout(resolve, 1100)); // tokens say their time in seconds
      await runCommand(stack, 'clients', 'revoke', '--all');
      assert.ok(await within(30, async () => (await listTools(tokens.access_token)).status === 401));
      assertError(await refresh(stack, tokens.refresh_token), 400, 'invalid_grant');
      assert.ok(await within(3, async () => (await listTools((await obtainTokens(stack)).access_token)).status === 200), 'a new login is a new beginning');
    });
  });

  test('no answer was a 5xx, and no secret is in a log', () => {
    const log = stack.serverLog() + readFileSync(join(stack.directory, 'daemon.log'), 'utf8');
    assert.doesNotMatch(log, /status="5\d\d"/);
    for (const secret of [WRONG, stack.alice.password, stack.client_secret, other.client_secret, key.toString('base64')]) {
      for (const spelling of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')]) assert.ok(!log.includes(spelling));
    }
  });
});
