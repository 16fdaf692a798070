// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox whose password is changed at the mail server, while assistants hold tokens with the old one.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import tls from 'node:tls';
import * as jose from 'jose';
import { bearer, callMcp, obtainTokens, refresh } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

const users = Object.fromEntries(['burst', 'slowly', 'renewing', 'legacy', 'steady'].map((name) => [`${name}@example.test`, `first-${name}`]));
const user = (name) => ({ email: `${name}@example.test`, username: `${name}@example.test`, password: `first-${name}` });

/** Whether the mail server takes a login, asked without the daemon. */
function isAccepted(stack, { username, password }) {
  return new Promise((resolve, reject) => {
    const socket = tls.connect({ host: '127.0.0.1', servername: stack.imap.host, port: stack.imap.port, ca: readFileSync(stack.ca_file) });
    socket.once('error', reject);
    socket.once('secureConnect', () => socket.write(`a LOGIN "${username}" "${password}"\r\n`));
    let text = '';
    socket.on('data', (data) => {
      text += data;
      const answer = /^a (OK|NO)/m.exec(text);
      if (!answer) return;
      socket.destroy();
      resolve(answer[1] === 'OK');
    });
  });
}

/** Changes it, and waits until Dovecot has noticed, who looks at the file once a second: this asks until it is refused, once. */
async function changePassword(stack, { username, password: old }, password) {
  const file = join(stack.state_dir, 'passwd');
  const entry = `${username}:{PLAIN.b64}${Buffer.from(password).toString('base64')}::::::`;
  const lines = readFileSync(file, 'utf8').split('\n').map((line) => (line.startsWith(`${username}:`) ? entry : line));
  writeFileSync(file, lines.join('\n'));
  while (await isAccepted(stack, { username, password: old })) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** How often a wrong password for this user came to Dovecot, for reading or for sending. */
function refusedLogins(stack, { username }) {
  return readFileSync(stack.log, 'utf8').split('\n').filter((line) => line.includes(`(${username},`) && line.includes('Password mismatch')).length;
}

const listMailboxes = (stack, token) => callMcp(stack, bearer(token), 'tools/call', { name: 'list_mailboxes', arguments: {} });

function assertLoggedOut(answer) {
  assert.equal(answer.status, 401, answer.text);
  assert.match(answer.headers.get('www-authenticate'), /^Bearer .*error="invalid_token"/);
}

describe('a password that was changed', () => {
  let stack;
  before(async () => { stack = await startStack('changed-password', { users, env: { IMAP_SESSION_IDLE: 1 } }); });
  after(() => stack?.stop());

  test('ten calls at once: three logins, everybody gets 401, the tokens are dead (OA-116, FT-24)', async () => {
    const { access_token: token, refresh_token: renewal } = await obtainTokens(stack, user('burst'));
    await changePassword(stack, user('burst'), 'second');
    for (const answer of await Promise.all(Array.from({ length: 10 }, () => listMailboxes(stack, token)))) assertLoggedOut(answer);
    for (let i = 0; i < 3; i += 1) assertLoggedOut(await listMailboxes(stack, token));
    assertLoggedOut(await callMcp(stack, bearer(token), 'tools/list'));
    const renewed = await refresh(stack, renewal);
    assert.deepEqual([renewed.status, renewed.json.error], [400, 'invalid_grant']);
    assert.equal(refusedLogins(stack, user('burst')), 1 + 3);
  });

  test('one call after the other: three logins', async () => {
    const { access_token: token } = await obtainTokens(stack, user('slowly'));
    await changePassword(stack, user('slowly'), 'second');
    for (let i = 1; i <= 6; i += 1) {
      assertLoggedOut(await listMailboxes(stack, token));
      assert.equal(refusedLogins(stack, user('slowly')), 1 + Math.min(i, 3));
    }
  });

  test('a refresh after the first refusal asks the mail server, and ends it there', async () => {
    const { access_token: token, refresh_token: renewal } = await obtainTokens(stack, user('renewing'));
    await changePassword(stack, user('renewing'), 'second');
    assertLoggedOut(await listMailboxes(stack, token));
    for (let i = 0; i < 2; i += 1) {
      const renewed = await refresh(stack, renewal);
      assert.deepEqual([renewed.status, renewed.json.error], [400, 'invalid_grant']);
    }
    assertLoggedOut(await callMcp(stack, bearer(token), 'tools/list'));
    assert.equal(refusedLogins(stack, user('renewing')), 1 + 1 + 2, 'one by the call, one to each server by the refresh');
    const again = await obtainTokens(stack, { ...user('renewing'), password: 'second' });
    assert.equal((await listMailboxes(stack, again.access_token)).status, 200, 'a new login is a new beginning');
  });

  test('a token of mail_mcp 1.0 dies the same way', async () => {
    const key = Buffer.from(stack.encryptionKey(), 'base64');
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: stack.base_url, aud: stack.base_url, typ: 'access', iat: now, exp: now + 3600,
      ...Object.fromEntries(['imap', 'smtp'].flatMap((protocol) => [
        [`${protocol}_host`, stack[protocol].host], [`${protocol}_port`, stack[protocol].port], [`${protocol}_ssl`, true],
        [`${protocol}_username`, user('legacy').username], [`${protocol}_password`, 'an older one']])),
      email: user('legacy').email, full_name: 'Legacy',
    };
    const token = await new jose.CompactEncrypt(new TextEncoder().encode(JSON.stringify(claims))).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(key);
    assert.equal((await callMcp(stack, bearer(token), 'tools/list')).status, 200);
    for (let i = 0; i < 5; i += 1) assertLoggedOut(await listMailboxes(stack, token));
    assertLoggedOut(await callMcp(stack, bearer(token), 'tools/list'));
    assert.equal(refusedLogins(stack, user('legacy')), 3);
  });

  test('a mail server that is down takes nothing from anybody', async () => {
    const { access_token: token, refresh_token: renewal } = await obtainTokens(stack, user('steady'));
    process.kill(stack.pids.dovecot, 'SIGTERM');
    for (let i = 0; i < 5; i += 1) {
      const answer = await listMailboxes(stack, token);
      assert.equal(answer.status, 200);
      assert.equal(answer.json.result.isError, true);
    }
    assert.equal((await callMcp(stack, bearer(token), 'tools/list')).status, 200);
    assert.equal((await refresh(stack, renewal)).status, 200);
  });
});
