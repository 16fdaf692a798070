// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that nobody provisioned: they register themselves or have a document, and their user begins with the e-mail address.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { accessibilityTree, looks, violations } from './lib/accessibility.mjs';
import { launchBrowser, logIn, openLoginPage } from './lib/browser.mjs';
import { listenForCallback } from './lib/callback.mjs';
import { clients, SelfIntroducedProvider } from './lib/clients.mjs';
import { makeAuthority, startDocuments } from './lib/documents.mjs';
import { authorizationUrl, bearer, callMcp, openForm, passAddressStep, pkcePair, redeem, REDIRECT_URI, refresh, request, sendForm } from './lib/oauth.mjs';
import { freshDirectory, startStack } from './lib/stack.mjs';
import { callTool } from './lib/story.mjs';

const LOOPBACK = 'http://127.0.0.1/callback';

function register(stack, metadata, headers = { 'content-type': 'application/json' }) {
  return request(`${stack.base_url}/oauth/register`, { method: 'POST', headers, body: typeof metadata === 'string' ? metadata : JSON.stringify(metadata) });
}

/** A page that ends the flow without sending anybody anywhere. */
function assertProblemPage(answer, pattern) {
  assert.equal(answer.status, 400, answer.text);
  assert.equal(answer.headers.get('location'), null);
  assert.match(answer.headers.get('content-type'), /^text\/html/);
  assert.ok(!answer.text.includes('<form'));
  if (pattern) assert.match(answer.text, pattern);
}

describe('clients that introduce themselves', () => {
  let stack, browser, documents, screenshots;
  before(async () => {
    screenshots = freshDirectory('screenshots-introduction');
    const authority = makeAuthority(freshDirectory('introduction-authority'));
    [stack, browser, documents] = await Promise.all([
      startStack('introduction', { defaultMailServers: true, env: { DEVELOPMENT_CLIENT_CA_FILE: authority.caFile } }), launchBrowser(),
      startDocuments(authority, LOOPBACK, (incoming, response) => {
        if (incoming.url === '/redirect.json') return response.writeHead(302, { location: '/good.json' }).end();
        if (incoming.url === '/large.json') return response.writeHead(200, { 'content-type': 'application/json' }).end(`"${'x'.repeat(70000)}"`);
        if (incoming.url === '/slow.json') return response.writeHead(200, { 'content-type': 'application/json' }).write('{');
        if (incoming.url === '/page.json') return response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello');
        return response.writeHead(404).end();
      })]);
  });
  after(async () => {
    await browser?.close();
    await documents?.close();
    stack?.stop();
  });

  /** The whole way of one client: registration, both pages in the browser, tokens, mail, and a refresh. */
  async function connectAndRead(client, provider, callback, shown) {
    const { driver } = client;
    await assert.rejects(driver.connect(stack.mcp_url, provider), driver.isUnauthorized);
    const { context, page, complaints } = await openLoginPage(browser, provider.authorizationUrl, { javaScriptEnabled: false });
    page.removeAllListeners('request');
    assert.match(await page.innerText('main'), shown);
    await page.fill('[name=email]', stack.alice.email);
    await page.click('#continue');
    await page.locator('#connect').waitFor();
    assert.match(await page.innerText('main'), shown);
    assert.equal(await page.inputValue('[name=email]'), stack.alice.email);
    await logIn(page, stack.alice);
    const parameters = await callback.parameters;
    await context.close();
    assert.deepEqual(complaints, []);
    await driver.finish(stack.mcp_url, provider, parameters);

    let session = await driver.connect(stack.mcp_url, provider);
    assert.equal(session.version, client.version);
    const { mailboxes } = await callTool(session, 'list_mailboxes');
    assert.equal(mailboxes.find(({ path }) => path === 'INBOX').messages, stack.folders.INBOX.messages);
    await session.client.close();
    const first = provider.stored;
    provider.stored = { ...first, access_token: `${first.access_token.slice(0, -8)}AAAAAAAA` };
    session = await driver.connect(stack.mcp_url, provider);
    await callTool(session, 'list_mailboxes');
    await session.client.close();
    assert.notEqual(provider.stored.refresh_token, first.refresh_token);
  }

  for (const client of clients) {
    test(`${client.name} registers itself and reads mail`, async () => {
      const callback = await listenForCallback();
      const provider = new SelfIntroducedProvider({ redirectUri: callback.redirectUri });
      await connectAndRead(client, provider, callback, /A program that calls itself Mail MCP end-to-end test[^]*Nobody has checked this name/);
      assert.ok(provider.information.client_id.length > 200, 'a sealed client ID');
      assert.equal(provider.information.client_secret, undefined);
      await callback.close();
    });
  }

  for (const client of [clients[0], clients[2]]) {
    test(`${client.name} has a document and reads mail`, async () => {
      const callback = await listenForCallback();
      const url = documents.publish(`/${encodeURIComponent(client.name)}.json`);
      const before = documents.requests();
      const provider = new SelfIntroducedProvider({ redirectUri: callback.redirectUri, clientMetadataUrl: url });
      await connectAndRead(client, provider, callback, /A program from localhost, which calls itself Documented client/);
      assert.equal(provider.information.client_id, url);
      assert.equal(documents.requests() - before, 1, 'the document was fetched once');
      await callback.close();
    });
  }

  test('the metadata says so', async () => {
    const metadata = (await request(`${stack.base_url}/.well-known/oauth-authorization-server`)).json;
    assert.equal(metadata.registration_endpoint, `${stack.base_url}/oauth/register`);
    assert.equal(metadata.client_id_metadata_document_supported, true);
    assert.ok(metadata.token_endpoint_auth_methods_supported.includes('none'));
  });

  test('all three URIs of Cursor in one registration, and each of them works', async () => {
    const redirect_uris = ['http://localhost:8787/callback', 'https://www.cursor.com/agents/mcp/oauth/callback', 'cursor://anysphere.cursor-mcp/oauth/callback'];
    const made = await register(stack, { client_name: 'Cursor', redirect_uris, token_endpoint_auth_method: 'none' });
    assert.equal(made.status, 201, made.text);
    assert.equal(made.headers.get('cache-control'), 'no-store');
    assert.deepEqual(made.json.redirect_uris, redirect_uris);
    const own = { ...stack, client_id: made.json.client_id, client_secret: undefined };
    for (const redirect_uri of redirect_uris) {
      const { verifier, challenge } = pkcePair();
      const form = await passAddressStep(own, await openForm(own, challenge, { redirect_uri }), stack.alice);
      assert.ok(form.text.includes(stack.imap.host));
      const answer = await sendForm(own, form, stack.alice);
      assert.equal(answer.status, 303, answer.text);
      const location = answer.headers.get('location');
      assert.ok(location.startsWith(`${redirect_uri}?code=`), location);
      const tokens = await redeem(own, { code: new URL(location).searchParams.get('code'), verifier }, { redirect_uri });
      assert.equal(tokens.status, 200, tokens.text);
      assert.equal((await callMcp(own, bearer(tokens.json.access_token), 'tools/list')).status, 200);
      assert.equal((await refresh(own, tokens.json.refresh_token)).status, 200);
    }
  });

  test('what cannot be registered is refused', async () => {
    for (const [metadata, error] of [
      [{ redirect_uris: ['javascript:alert(1)'] }, 'invalid_redirect_uri'], [{ redirect_uris: ['http://app.example/cb'] }, 'invalid_redirect_uri'], [{}, 'invalid_redirect_uri'],
      [{ redirect_uris: [LOOPBACK], token_endpoint_auth_method: 'private_key_jwt' }, 'invalid_client_metadata'], ['{', 'invalid_client_metadata'],
    ]) {
      const answer = await register(stack, metadata);
      assert.equal(answer.status, 400, answer.text);
      assert.equal(answer.json.error, error);
    }
    assert.equal((await register(stack, { redirect_uris: [LOOPBACK] }, { 'content-type': 'text/plain' })).status, 400);
    assert.equal((await register(stack, ' '.repeat(33 * 1024))).status, 413);
    const read = await request(`${stack.base_url}/oauth/register`);
    assert.equal(read.status, 405);
    assert.match(read.headers.get('allow'), /\bPOST\b/);
  });

  test('documents that are wrong, and URLs that lead elsewhere', async () => {
    const good = documents.publish('/good.json');
    const show = (client_id) => openForm(stack, pkcePair().challenge, { client_id, redirect_uri: REDIRECT_URI });
    assert.equal((await show(good)).status, 200);
    for (const [path, pattern] of [
      ['/redirect.json', /status 302/], ['/missing.json', /status 404/], ['/page.json', /not JSON/], ['/large.json', /too large/],
      ['/slow.json', /took too long/],
    ]) assertProblemPage(await show(documents.origin + path), pattern);
    assertProblemPage(await show(documents.publish('/other.json', { client_id: good })), /not its own address/);
    assertProblemPage(await show(documents.publish('/jwt.json', { token_endpoint_auth_method: 'private_key_jwt' })), /private_key_jwt/);
    assertProblemPage(await show(documents.publish('/uris.json', { redirect_uris: ['https://evil.example/cb'] })), /not registered with/);
    const fetched = documents.requests();
    for (const url of [
      good.replace('https:', 'http:'), `${documents.origin}/`, `${good}#x`, good.replace('//', '//user@'), `${documents.origin}/a/../good.json`,
      'https://10.0.0.1/client.json', 'https://169.254.169.254/latest/meta-data/', 'https://[::ffff:169.254.169.254]/x', 'https://[fd00:ec2::254]/x',
    ]) assertProblemPage(await show(url));
    assert.equal(documents.requests(), fetched, 'nothing was fetched for those');
    assert.equal((await show('https://127.0.0.1:1/client.json')).status, 400);
  });

  test('an address that is not served, and the right one after it', async () => {
    const { client_id } = (await register(stack, { client_name: '<b>Bold</b>', redirect_uris: [LOOPBACK], token_endpoint_auth_method: 'none' })).json;
    const { page, context, complaints, headers } = await openLoginPage(browser, authorizationUrl(stack, pkcePair().challenge, { client_id }));
    assert.match(headers['content-security-policy'], /^default-src 'none'.*form-action 'self'$/);
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(await page.locator('b').count(), 0, 'the name is no markup');
    assert.equal(await page.locator('h1').count(), 1);
    assert.match(await page.getAttribute('html', 'lang'), /^[a-z]{2}/);
    assert.equal(await page.evaluate(() => document.activeElement.name), 'email', 'the one field has the focus');
    assert.match(await page.evaluate(() => document.activeElement.labels[0].textContent), /E-mail address/);
    assert.equal(await page.getAttribute('[name=email]', 'autocomplete'), 'email');
    assert.equal(await page.locator('input:not([type=hidden])').count(), 1, 'no password is asked for here');
    await page.screenshot({ path: join(screenshots, 'address-step.png'), fullPage: true });

    await page.fill('[name=email]', 'alice@gmail.example');
    await page.keyboard.press('Enter');
    const banner = page.getByRole('alert');
    await banner.waitFor();
    assert.match(await banner.innerText(), /no mail server for gmail\.example/);
    assert.match(await page.title(), /^Error: /);
    assert.equal(await page.getAttribute('[name=email]', 'aria-describedby'), await banner.getAttribute('id'));
    assert.equal(await page.inputValue('[name=email]'), 'alice@gmail.example', 'what was typed is still there');
    await page.screenshot({ path: join(screenshots, 'address-step-refused.png'), fullPage: true });

    await page.fill('[name=email]', 'Alice@EXAMPLE.test');
    await page.keyboard.press('Enter');
    await page.locator('#connect').waitFor();
    assert.ok((await page.innerText('main')).includes(`${stack.imap.host}:${stack.imap.port}`));
    await page.screenshot({ path: join(screenshots, 'login-page.png'), fullPage: true });
    assert.deepEqual(complaints, []);
    await context.close();
  });

  for (const [name, look] of Object.entries(looks)) {
    test(`${name}: both pages of a client that registered itself can be used by everybody`, async () => {
      const { client_id } = (await register(stack, { client_name: 'Reading room', redirect_uris: [LOOPBACK], token_endpoint_auth_method: 'none' })).json;
      const { page, context, complaints } = await openLoginPage(browser, authorizationUrl(stack, pkcePair().challenge, { client_id }), look);
      const check = async (step) => {
        await page.screenshot({ path: join(screenshots, `${name}-${step}.png`), fullPage: true });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing to scroll sideways');
        assert.deepEqual(await violations(page), []);
        const controls = (await accessibilityTree(page)).filter(({ role }) => ['textbox', 'checkbox', 'button'].includes(role));
        for (const control of controls) assert.ok(control.name.trim(), `a ${control.role} without a name`);
      };
      await check('address');
      await page.fill('[name=email]', 'someone@else.example');
      await page.click('#continue');
      await page.getByRole('alert').waitFor();
      await check('address-refused');
      await page.fill('[name=email]', stack.alice.email);
      await page.click('#continue');
      await page.locator('#connect').waitFor();
      await check('login');
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }

  test('nobody can make it ask others without end', async () => {
    const good = documents.publish('/good.json');
    const show = (client_id) => openForm(stack, pkcePair().challenge, { client_id, redirect_uri: REDIRECT_URI });
    assert.equal((await show(good)).status, 200);
    let answer;
    for (let i = 0; i < 21 && answer?.status !== 429; i += 1) answer = await show(`https://localhost:1/${i}.json`);
    assert.equal(answer.status, 429);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    assert.equal((await show(good)).status, 200, 'a client that is known is let in');
  });

  test('neither names nor addresses of people are in the log', () => {
    const log = stack.serverLog();
    for (const text of [stack.alice.email, 'gmail.example', stack.alice.password]) assert.ok(!log.includes(text), text);
    assert.match(log, /client_registered/);
  });
});

describe('where no mail servers are named', () => {
  let stack;
  before(async () => { stack = await startStack('introduction-off'); });
  after(() => stack?.stop());

  test('nobody can introduce itself', async () => {
    const metadata = (await request(`${stack.base_url}/.well-known/oauth-authorization-server`)).json;
    for (const member of ['registration_endpoint', 'client_id_metadata_document_supported']) assert.ok(!(member in metadata), member);
    assert.ok(!metadata.token_endpoint_auth_methods_supported.includes('none'));
    assert.equal((await register(stack, { redirect_uris: [LOOPBACK] })).status, 404);
    assertProblemPage(await openForm(stack, pkcePair().challenge, { client_id: 'https://claude.ai/oauth/mcp-oauth-client-metadata' }), /administrator has set up/);
  });
});
