// SPDX-License-Identifier: GPL-3.0-or-later
// The official conformance suite against the daemon: what any server can be held to, with a real token and a real mailbox, and the
// scenarios for authorization servers. There the suite plays the client; the user who logs in at the address that it prints is played here.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { conformanceDirectory, node22, suiteScript } from './lib/conformance.mjs';
import { spawnBound } from './lib/daemon.mjs';
import { obtainTokens, passAddressStep, readForm, request, sendForm } from './lib/oauth.mjs';
import { freePort, freshDirectory, startStack } from './lib/stack.mjs';

describe('conformance suite, any server', () => {
  let stack;
  before(async () => { stack = await startStack('conformance-server'); });
  after(() => stack?.stop());

  test('every scenario passes; four checks need tools of the suite', async () => {
    const { access_token: token } = await obtainTokens(stack);
    const proxy = spawnBound([node22, join(conformanceDirectory, 'authproxy.mjs'), '0', stack.base_url, token], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const url = await new Promise((resolve) => { proxy.stdout.once('data', (data) => resolve(String(data).trim())); });
      const child = spawnBound([node22, join(conformanceDirectory, 'scenarios.mjs'), 'server', url], {
        stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env.PATH, LOGS: freshDirectory('conformance-server-results') } });
      let text = '';
      child.stdout.on('data', (data) => { text += data; });
      assert.equal(await new Promise((resolve) => { child.once('close', resolve); }), 0, text);
    } finally {
      proxy.kill();
    }
  });
});

describe('conformance suite, authorization', () => {
  let stack;
  before(async () => { stack = await startStack('conformance', { defaultMailServers: true }); });
  after(() => stack?.stop());

  async function runSuite(flags, onText) {
    const child = spawn(node22, [suiteScript, 'authorization', ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    const take = (piece) => { text += piece; onText(text); };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const code = await new Promise((resolve) => child.once('close', resolve));
    return { code, text };
  }

  test('two scenarios pass, none fails, none warns (OA-119)', async () => {
    const results = freshDirectory('conformance-results');
    const port = await freePort();
    const registered = await request(`${stack.base_url}/oauth/register`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_name: 'Conformance', redirect_uris: [`http://127.0.0.1:${port}/callback`], token_endpoint_auth_method: 'none' }) });
    assert.equal(registered.status, 201, registered.text);

    let login;
    const logInAt = async (url) => {
      const form = await passAddressStep(stack, readForm(await request(url)), stack.alice);
      const answer = await sendForm(stack, form, stack.alice);
      assert.equal(answer.status, 303, answer.text);
      await request(answer.headers.get('location'));
    };
    const { code, text } = await runSuite(
      ['--url', stack.base_url, '--client-id', registered.json.client_id, '--resource', stack.mcp_url, '--port', String(port), '-o', results],
      (said) => {
        const url = said.match(/https?:\/\/\S+\/oauth\/authorize\?\S+(?=\s)/)?.[0];
        if (url && !login) login = logInAt(url);
      });
    await login;
    assert.equal(code, 0, text);
    const files = readdirSync(results, { recursive: true }).filter((name) => name.endsWith('checks.json')).toSorted();
    assert.deepEqual(files.map((name) => /authorization-(server-metadata-endpoint|code-grant)/.exec(name)?.[1]), ['code-grant', 'server-metadata-endpoint']);
    const checks = files.flatMap((name) => JSON.parse(readFileSync(join(results, name), 'utf8')));
    assert.ok(checks.length >= 3, text);
    assert.deepEqual(checks.filter(({ status }) => status !== 'SUCCESS'), [], text);
  });
});
