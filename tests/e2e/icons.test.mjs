// SPDX-License-Identifier: GPL-3.0-or-later
// What MCP clients show beside the server and its tools, in a real browser and on a page of somebody else.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from './lib/browser.mjs';
import { startDaemon } from './lib/daemon.mjs';
import { request } from './lib/oauth.mjs';
import { freshDirectory, root } from './lib/stack.mjs';

const files = readdirSync(join(root, 'resources', 'icons'));

/** Contrast of two colours, #rrggbb (WCAG 2.2, "contrast ratio"). */
function contrast(one, another) {
  const luminance = (colour) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
    const channel = parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
    return sum + weight * (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  }, 0);
  const [dark, light] = [luminance(one), luminance(another)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('icons', () => {
  let daemon, browser, elsewhere;
  before(async () => {
    [daemon, browser] = await Promise.all([startDaemon('icons'), launchBrowser()]);
    elsewhere = http.createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cross-origin-embedder-policy': 'require-corp' });
      const row = files.map((file) => `<img src="${daemon.baseUrl}/icons/${file}" alt="${file}" style="margin: 8px">`).join('');
      response.end(`<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,"><style>img { zoom: 3 }</style>
        <body style="margin: 0"><div style="background: #ffffff">${row}</div><div style="background: #1e1e1e">${row}</div>`);
    });
    await new Promise((resolve) => { elsewhere.listen(0, '127.0.0.1', resolve); });
  });
  after(async () => {
    elsewhere?.close();
    elsewhere?.closeAllConnections();
    await browser?.close();
    await daemon?.stop();
  });

  for (const file of files) {
    test(`${file} is an image that everybody may keep, show and read`, async () => {
      const answer = await request(`${daemon.baseUrl}/icons/${file}`, { headers: { origin: 'https://client.example' } });
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), 'image/svg+xml');
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.match(answer.headers.get('cache-control'), /^public, max-age=\d+$/);
      assert.match(answer.headers.get('content-security-policy'), /default-src 'none'.*sandbox/);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
      assert.match(answer.text, /^<svg [^]*<\/svg>\n$/);
      assert.doesNotMatch(answer.text, /script|href|url\(|style|\son\w+=/i);
    });

    test(`${file} stands out from light and from dark pages (WCAG 1.4.11)`, async () => {
      const { text } = await request(`${daemon.baseUrl}/icons/${file}`);
      const colours = new Set(text.match(/#[0-9a-f]{6}/g));
      colours.delete('#ffffff'); // drawn on the tile of the product's icon
      assert.equal(colours.size, 1, text);
      for (const page of ['#ffffff', '#1e1e1e']) assert.ok(contrast([...colours][0], page) >= 3, `${[...colours]} on ${page}`);
    });
  }

  test('there are no others', async () => {
    for (const path of ['/icons/', '/icons/nothing.svg', '/icons/send', '/icons/send.png', '/icons/SEND.svg', '/icons/%73end.svg'])
      assert.equal((await request(`${daemon.baseUrl}${path}`)).status, 404, path);
    assert.equal((await request(`${daemon.baseUrl}/icons/send.svg`, { method: 'POST', body: 'a' })).status, 405);
  });

  test('a page of another origin shows all of them', async () => {
    const context = await browser.newContext({ viewport: { width: 1200, height: 400 } });
    const page = await context.newPage();
    const complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('requestfailed', (failed) => complaints.push(failed.url()));
    await page.goto(`http://127.0.0.1:${elsewhere.address().port}/`, { waitUntil: 'load' });
    const sizes = await page.evaluate(() => [...document.images].map(({ complete, naturalWidth, naturalHeight }) => [complete, naturalWidth, naturalHeight]));
    assert.deepEqual(sizes, Array.from({ length: 2 * files.length }, () => [true, 24, 24]));
    assert.deepEqual(complaints, []);
    await page.screenshot({ path: join(freshDirectory('icon-screenshots'), 'icons.png'), fullPage: true });
    await context.close();
  });
});
