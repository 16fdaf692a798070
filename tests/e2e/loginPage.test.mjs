// SPDX-License-Identifier: GPL-3.0-or-later
// The one page that people see: how it looks, and that everybody can use it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { accessibilityTree, looks, violations } from './lib/accessibility.mjs';
import { launchBrowser, logIn, openLoginPage } from './lib/browser.mjs';
import { listenForCallback } from './lib/callback.mjs';
import { withClient } from './lib/instances.mjs';
import { open } from './lib/jwe.mjs';
import { authorizationUrl, pkcePair, redeem, refresh, request, REDIRECT_URI } from './lib/oauth.mjs';
import { freshDirectory, startStack } from './lib/stack.mjs';

describe('login page', () => {
  let stack, browser, url, screenshots;
  before(async () => {
    [stack, browser] = await Promise.all([startStack('login-page', { name: 'Reading room' }), launchBrowser()]);
    url = authorizationUrl(stack, pkcePair().challenge);
    screenshots = freshDirectory('screenshots');
  });
  after(async () => {
    await browser?.close();
    stack?.stop();
  });

  for (const [name, look] of Object.entries(looks)) {
    test(`${name}: fits, is readable and makes no noise`, async () => {
      const { page, context, complaints, status } = await openLoginPage(browser, url, look);
      assert.equal(status, 200);
      await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing to scroll sideways');
      assert.ok(await page.evaluate(() => [...document.querySelectorAll('dt, dd')].every((e) => e.getBoundingClientRect().height < 64)), 'no gaps between the facts');
      assert.deepEqual(await violations(page), []);

      await page.uncheck('[name=use_same_credentials]');
      assert.ok(await page.isVisible('[name=smtp_username]') && await page.isVisible('[name=smtp_password]'), 'a login of its own for sending');
      await page.screenshot({ path: join(screenshots, `${name}-own-smtp-login.png`), fullPage: true });
      await page.check('[name=use_same_credentials]');
      await logIn(page, { email: 'alice@example.test', password: 'wrong' });
      await page.getByRole('alert').waitFor();
      await page.screenshot({ path: join(screenshots, `${name}-refused.png`), fullPage: true });
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }

  for (const [language, { direction, heading, refusal }] of Object.entries({
    de: { direction: 'ltr', heading: 'Postfach verbinden', refusal: /Der Mailserver zum Lesen .* hat diesen Benutzernamen und dieses Passwort nicht angenommen/ },
    fr: { direction: 'ltr', heading: 'Connecter votre boîte aux lettres', refusal: /Le serveur de lecture .* n’a pas accepté/ },
    es: { direction: 'ltr', heading: 'Conectar su buzón', refusal: /El servidor de lectura .* no aceptó/ },
    ja: { direction: 'ltr', heading: 'メールボックスを接続', refusal: /受信サーバー .*受け付けませんでした/ },
    ar: { direction: 'rtl', heading: 'ربط صندوق بريدك', refusal: /لم يقبل خادم القراءة/ },
  })) {
    test(`${language}: it speaks the language of its reader, mistakes included`, async () => {
      const { page, context, complaints } = await openLoginPage(browser, url, { ...looks['phone-light'], locale: language });
      assert.equal(await page.getAttribute('html', 'lang'), language);
      assert.equal(await page.getAttribute('html', 'dir'), direction);
      assert.equal(await page.innerText('h1'), heading);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing to scroll sideways');
      assert.doesNotMatch(await page.innerText('main'), /Ask me before/);
      await page.screenshot({ path: join(screenshots, `language-${language}.png`), fullPage: true });
      await logIn(page, { email: 'alice@example.test', username: `nobody-${language}@example.test`, password: 'wrong' });
      await page.getByRole('alert').waitFor();
      assert.match(await page.innerText('[role=alert]'), refusal);
      assert.deepEqual(await violations(page), []);
      await page.screenshot({ path: join(screenshots, `language-${language}-refused.png`), fullPage: true });
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }

  test('a screen reader hears a title, one heading, and a name for every field', async () => {
    const { page, context } = await openLoginPage(browser, url);
    assert.match(await page.getAttribute('html', 'lang'), /^[a-z]{2}/);
    assert.ok((await page.title()).length > 0);
    assert.equal(await page.locator('h1').count(), 1);
    assert.equal(await page.locator('main').count(), 1);
    assert.equal(await page.locator('form').count(), 1);
    const tree = await accessibilityTree(page);
    const controls = tree.filter((node) => ['textbox', 'checkbox', 'button', 'combobox'].includes(node.role));
    assert.ok(controls.length >= 6, JSON.stringify(controls));
    for (const control of controls) assert.ok(control.name.trim(), `a ${control.role} without a name`);
    assert.ok(new Set(controls.map((control) => control.name)).size === controls.length, 'no two controls have the same name');
    await context.close();
  });

  test('it says what is connected and where the user is sent back to', async () => {
    const { page, context } = await openLoginPage(browser, url);
    const text = await page.innerText('body');
    for (const words of ['Reading room', stack.imap.host, '127.0.0.1']) assert.ok(text.includes(words), `${words} is not on the page`);
    await context.close();
  });

  test('everything can be done with the keyboard, in the order of reading', async () => {
    const { page, context } = await openLoginPage(browser, url);
    const order = [];
    for (let i = 0; i < 20 && order.at(-1) !== 'connect'; i += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => document.activeElement?.name || document.activeElement?.id || document.activeElement?.tagName);
      if (name !== 'BODY' && name !== 'A') order.push(name);
      if (await page.evaluate(() => document.activeElement?.id === 'connect')) order.push('connect');
    }
    const wanted = ['full_name', 'email', 'imap_username', 'imap_password', 'use_same_credentials', 'scope', 'confirm', 'connect'];
    assert.deepEqual(wanted.map((name) => order.indexOf(name)).toSorted((a, b) => a - b), wanted.map((name) => order.indexOf(name)), order.join(' '));
    assert.ok(wanted.every((name) => order.includes(name)), order.join(' '));
    await context.close();
  });

  test('who wants to be asked before anything is sent or deleted ticks that, and every token says so', async () => {
    for (const confirm of [true, false]) {
      const callback = await listenForCallback();
      const { verifier, challenge } = pkcePair();
      const { page, context } = await openLoginPage(browser, authorizationUrl(stack, challenge, { redirect_uri: callback.redirectUri }));
      assert.equal(await page.isChecked('[name=confirm]'), false, 'nobody is asked without having wished it');
      assert.match(await page.getByRole('checkbox', { name: 'Ask me before anything is sent or deleted' }).getAttribute('aria-describedby'), /confirm_hint/);
      await logIn(page, { ...stack.alice, confirm });
      const code = (await callback.parameters).get('code');
      await Promise.all([context.close(), callback.close()]);
      const key = Buffer.from(stack.encryptionKey(), 'base64');
      const first = await redeem(stack, { code, verifier }, { redirect_uri: callback.redirectUri });
      const second = await refresh(stack, first.json.refresh_token);
      for (const { json } of [first, second]) assert.equal(open(json.access_token, key, 'access').confirm, confirm || undefined);
    }
  });

  test('a client whose users are always asked leaves no choice', async () => {
    const client = await withClient(stack, { redirectUris: [REDIRECT_URI], more: ['--name=Careful', '--confirm'] });
    for (const [name, look] of Object.entries(looks)) {
      const { page, context, complaints } = await openLoginPage(browser, authorizationUrl(client, pkcePair().challenge), look);
      assert.match(await page.innerText('main'), /You are always asked before anything is sent or deleted/);
      assert.equal(await page.locator('[name=confirm]').count(), 0);
      await page.screenshot({ path: join(screenshots, `${name}-always-asked.png`), fullPage: true });
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(complaints, []);
      await context.close();
    }
  });

  test('password managers and phones know what the fields are', async () => {
    const { page, context } = await openLoginPage(browser, url);
    assert.equal(await page.getAttribute('[name=imap_password]', 'type'), 'password');
    assert.equal(await page.getAttribute('[name=imap_password]', 'autocomplete'), 'current-password');
    assert.equal(await page.getAttribute('[name=email]', 'type'), 'email');
    assert.equal(await page.getAttribute('[name=email]', 'autocomplete'), 'email');
    assert.equal(await page.getAttribute('[name=full_name]', 'autocomplete'), 'name');
    await context.close();
  });

  test('it is never stored, framed or allowed to run anything (OA-043, OA-044)', async () => {
    const injected = authorizationUrl(stack, pkcePair().challenge, {
      state: '"><script>alert(1)</script>', imap_username: 'canary-user', imap_password: 'canary-query-password' });
    const { page, context, headers, complaints } = await openLoginPage(browser, injected);
    assert.match(headers['cache-control'], /no-store/);
    assert.match(headers['content-security-policy'], /default-src 'none'/);
    assert.match(headers['content-security-policy'], /frame-ancestors 'none'/);
    assert.ok(!/unsafe-inline|unsafe-eval/.test(headers['content-security-policy']));
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(headers['referrer-policy'], /^(no-referrer|same-origin)$/);
    assert.equal(await page.inputValue('[name=imap_username]'), '');
    assert.equal(await page.inputValue('[name=imap_password]'), '');
    assert.equal(await page.locator('body script:not([src])').count(), 0);
    assert.deepEqual(complaints, []);
    assert.ok(!stack.serverLog().includes('canary-query-password'));
    await context.close();
  });

  test('the page for a request that cannot be answered is as calm', async () => {
    const foreign = authorizationUrl(stack, pkcePair().challenge, { redirect_uri: 'https://evil.example/callback' });
    assert.equal((await request(foreign)).status, 400);
    const context = await browser.newContext({ ...looks['desktop-light'] });
    const page = await context.newPage();
    await page.goto(String(foreign));
    await page.screenshot({ path: join(screenshots, 'error-page.png'), fullPage: true });
    assert.equal(await page.locator('h1').count(), 1);
    assert.match(await page.getAttribute('html', 'lang'), /^[a-z]{2}/);
    assert.equal(await page.locator('a').count(), 0, 'no link to where the request wanted to go');
    assert.deepEqual(await violations(page), []);
    await context.close();
  });
});
