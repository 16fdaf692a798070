// SPDX-License-Identifier: GPL-3.0-or-later
// Moving from mail_mcp 1.0, the Ruby server, as MIGRATING.md tells it: its .env and its key stay, and with them the tokens that its users and
// clients have. They are made here by a JOSE library, as that server did it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CompactEncrypt } from 'jose';
import { eventually, spawnBound } from './lib/daemon.mjs';
import { authorizationUrl, bearer, callMcp, obtainCode, openForm, pkcePair, redeem, REDIRECT_URI, refresh, request } from './lib/oauth.mjs';
import { binary, freePort, root, startStack, unhurried } from './lib/stack.mjs';

const tools = ['list_mailboxes', 'list_mail_messages', 'get_mail_message', 'search_mail_messages', 'send_mail_message', 'create_draft_mail_message',
  'delete_mail_message', 'move_mail_message', 'update_mail_message_flags'];

describe('moving from mail_mcp 1.0', () => {
  let stack, folder, daemon, ended, servers, mailbox;
  const seal = (claims) => new CompactEncrypt(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(Buffer.from(stack.encryptionKey(), 'base64'));
  const token = (typ, lifetime, more) => {
    const now = Math.floor(Date.now() / 1000);
    return seal({ iss: stack.base_url, aud: stack.base_url, typ, iat: now - 60, ...(lifetime && { exp: now + lifetime }), ...more });
  };
  const call = (accessToken, name, parameters = {}) => callMcp(stack, bearer(accessToken), 'tools/call', { name, arguments: parameters });
  const reads = async (accessToken) => {
    const answer = await call(accessToken, 'list_mail_messages', { folder: 'INBOX', page: 1, per_page: 5 });
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json.result.structuredContent.messages.length, 5);
  };
  const startInFolder = async () => {
    daemon = spawnBound([binary, 'server'], { cwd: folder, stdio: 'ignore', env: { PATH: process.env.PATH, ...unhurried, STATE_DIRECTORY: folder, MAIL_CA_FILE: stack.ca_file } });
    ended = new Promise((resolve) => { daemon.once('exit', resolve); });
    await eventually('the server is ready', () => request(`${stack.base_url}/ready`).then(({ status }) => status === 200, () => false));
  };
  const stop = () => { daemon.kill('SIGTERM'); return ended; };
  const writeEnv = (more = []) => writeFileSync(join(folder, '.env'), [
    `BASE_URL=${stack.base_url}`, `ENCRYPTION_KEY="${stack.encryptionKey()}"`, `PORT=${new URL(stack.base_url).port}`, 'RACK_ENV=production', 'MAIL_MCP_LOG_LEVEL=INFO',
    'AWS_ACCESS_KEY_ID=', 'AWS_SECRET_ACCESS_KEY=', 'AWS_REGION=', 'AWS_S3_BUCKET=', ...more, ''].join('\n'), { mode: 0o600 });

  before(async () => {
    stack = await startStack('migration');
    process.kill(stack.pids.server, 'SIGTERM'); // the daemon of this test takes its place
    folder = join(stack.directory, 'ruby');
    mkdirSync(folder);
    const port = await freePort();
    stack = { ...stack, base_url: `http://127.0.0.1:${port}`, mcp_url: `http://127.0.0.1:${port}/mcp` };
    servers = { imap_host: stack.imap.host, imap_port: stack.imap.port, imap_ssl: true, smtp_host: stack.smtp.host, smtp_port: stack.smtp.port, smtp_ssl: true };
    const { username, password, email } = stack.alice;
    mailbox = { ...servers, imap_username: username, imap_password: password, smtp_username: username, smtp_password: password, email, full_name: 'Alice Example' };
    stack = { ...stack, client_id: await token('client_id', undefined, { ...servers, cs: 'the-old-secret' }), client_secret: 'the-old-secret' };
    writeEnv();
    await startInFolder();
  });
  after(async () => {
    await stop();
    stack.stop();
  });

  test('its .env is good as it is', () => {
    const checked = spawnSync(binary, ['config'], { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, STATE_DIRECTORY: folder } });
    assert.equal(checked.status, 0, checked.stderr);
    assert.match(checked.stdout, new RegExp(`^BASE_URL=${stack.base_url}$`, 'm'));
  });

  test('access tokens go on working, and the nine tools are there', async () => {
    const access = await token('access', 3600, mailbox);
    await reads(access);
    const list = await callMcp(stack, bearer(access), 'tools/list');
    const names = list.json.result.tools.map(({ name }) => name);
    assert.deepEqual(tools.filter((name) => !names.includes(name)), []);
  });

  test('they end when they expire', async () => {
    assert.equal((await call(await token('access', -1, mailbox), 'list_mailboxes')).status, 401);
  });

  test('without LEGACY_REDIRECT_URIS its clients cannot be used, and the page says what to do', async () => {
    const page = await request(authorizationUrl(stack, pkcePair().challenge));
    assert.equal(page.status, 400);
    assert.match(page.text, /issued again|re-issued/);
    assert.equal((await refresh(stack, await token('refresh', 86400, mailbox))).json.error, 'invalid_client');
  });

  test('with it refresh tokens become our own, each once, and people log in through the old client', async () => {
    await stop();
    writeEnv([`LEGACY_REDIRECT_URIS=https://claude.ai/api/mcp/auth_callback,${REDIRECT_URI}`]);
    await startInFolder();
    const renewal = await token('refresh', 86400, mailbox);
    const first = await refresh(stack, renewal);
    assert.equal(first.status, 200, first.text);
    await reads(first.json.access_token);
    const second = await refresh(stack, first.json.refresh_token);
    assert.equal(second.status, 200, second.text);
    assert.equal((await refresh(stack, renewal)).json.error, 'invalid_grant', 'an old one is good once');
    assert.equal((await refresh(stack, await token('refresh', -1, mailbox))).json.error, 'invalid_grant', 'and not when it has expired');

    const answer = await redeem(stack, await obtainCode(stack));
    assert.equal(answer.status, 200, answer.text);
    await reads(answer.json.access_token);
    const elsewhere = await openForm(stack, pkcePair().challenge, { redirect_uri: 'https://evil.example/callback' });
    assert.equal(elsewhere.status, 400);
    const wrongSecret = await redeem({ ...stack, client_secret: 'guessed' }, await obtainCode(stack));
    assert.equal(wrongSecret.json.error, 'invalid_client');
  });

  test('a restart of the new server ends nothing', async () => {
    const access = await token('access', 3600, mailbox);
    const answer = await refresh(stack, await token('refresh', 86400, mailbox));
    await stop();
    await startInFolder();
    await reads(access);
    assert.equal((await refresh(stack, answer.json.refresh_token)).status, 200);
  });

  test('the guide names the settings that this test uses', () => {
    const guide = readFileSync(join(root, 'MIGRATING.md'), 'utf8');
    for (const name of ['BASE_URL', 'ENCRYPTION_KEY', 'PORT', 'RACK_ENV', 'MAIL_MCP_LOG_LEVEL', 'AWS_S3_BUCKET', 'LEGACY_REDIRECT_URIS']) assert.ok(guide.includes(`\`${name}\``), name);
  });
});
