// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log of a real day: everything that matters is in it, and nothing that must not be.
import assert from 'node:assert/strict';
import { readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runCommand } from './lib/instances.mjs';
import { bearer, callMcp, obtainCode, obtainTokens, openForm, pkcePair, redeem, refresh, request, sendForm } from './lib/oauth.mjs';
import { outputDirectory, startStack } from './lib/stack.mjs';

const CANARY = 'canary-wrong-password-71f';
const SUBJECT = 'canary-subject-2c8';
const TEXT = 'canary-text-93a';
const file = join(outputDirectory, 'audit', 'audit.jsonl');
const read = (path = file) => readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const story = (entries) => entries.map(({ event, verdict }) => `${event} ${verdict}`);

describe('the audit log', () => {
  let stack;
  const secrets = [CANARY, SUBJECT, TEXT];
  before(async () => {
    stack = await startStack('audit', { defaultMailServers: true, env: { AUDIT_LOG: file } });
    secrets.push(stack.alice.password, stack.client_secret, stack.client_id, stack.encryptionKey());
  });
  after(() => stack?.stop());

  /** What was granted in the second of `clients revoke --all` ends with it. */
  const obtainTokensOfNow = async () => {
    for (let i = 0; i < 40; i += 1) {
      const answer = await redeem(stack, await obtainCode(stack));
      if (answer.status === 200 && (await callMcp(stack, bearer(answer.json.access_token), 'tools/list')).status === 200) return answer.json;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('nobody gets tokens any more');
  };
  const call = async (token, name, parameters) => {
    const answer = await callMcp(stack, bearer(token), 'tools/call', { name, arguments: parameters });
    return answer.json?.result?.structuredContent ?? answer;
  };

  test('who got in, and what was done in whose name', async () => {
    await sendForm(stack, await openForm(stack, pkcePair().challenge), { ...stack.alice, password: CANARY });
    const code = await obtainCode(stack, stack.alice, {}, ['mail.send', 'mail.delete']);
    const tokens = (await redeem(stack, code)).json;
    const sent = await call(tokens.access_token, 'send_mail_message', { to: 'Bob <bob@example.test>', cc: stack.alice.email, subject: SUBJECT, text_body: TEXT });
    assert.ok(sent.message_id, JSON.stringify(sent));
    const { uid } = sent;
    const moved = await call(tokens.access_token, 'move_mail_message', { folder: sent.folder, uid, destination: 'Trash' });
    const deleted = await call(tokens.access_token, 'delete_mail_message', { folder: 'Trash', uid: moved.destination_uid });
    assert.equal(deleted.deleted, true);
    const renewed = (await refresh(stack, tokens.refresh_token)).json;
    await redeem(stack, code);
    secrets.push(code.code, tokens.access_token, tokens.refresh_token, renewed.access_token, renewed.refresh_token);

    const entries = read();
    assert.deepEqual(story(entries), ['login refused', 'login accepted', 'code redeemed', 'send accepted', 'move done', 'delete done',
      'refresh accepted', 'code reused']);
    assert.equal(new Set(entries.map((entry) => entry.user)).size, 1, 'one person');
    assert.equal(new Set(entries.slice(1).map((entry) => entry.login)).size, 1, 'one login');
    const send = entries[3];
    assert.deepEqual([send.message_id, send.recipients, send.recipient_hashes.length], [sent.message_id, 2, 2]);
    assert.deepEqual([entries[4].uid, entries[5].uid], [uid, moved.destination_uid]);
    assert.ok(entries.every((entry) => entry.server === stack.imap.host && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(entry.time)));
  });

  test('what was downloaded and uploaded', async () => {
    const tokens = await obtainTokens(stack, stack.alice, ['mail.send']);
    const before = read().length;
    const { folder, message_id: messageId } = stack.known('two-attachments');
    const found = await call(tokens.access_token, 'search_mail_messages', { folder, query: `HEADER Message-ID ${messageId.replace(/[<>]/g, '')}` });
    const message = await call(tokens.access_token, 'get_mail_message', { folder, uid: found.uids[0] });
    const [{ url, filename }] = message.attachments;
    const bytes = await (await fetch(url)).arrayBuffer();
    await fetch(url, { method: 'HEAD' });
    const upload = await call(tokens.access_token, 'create_attachment_upload', { filename: 'canary-name.png' });
    assert.equal((await request(upload.url, { method: 'PUT', body: '<!DOCTYPE html><html></html>' })).status, 415);
    assert.equal((await request(upload.url, { method: 'PUT', body: 'no picture, but no lie' })).status, 201);
    assert.equal((await fetch(`${stack.base_url}/attachments/none`)).status, 404);
    const body = new URLSearchParams({ token: tokens.refresh_token, client_id: stack.client_id, client_secret: stack.client_secret });
    await request(`${stack.base_url}/oauth/revoke`, { method: 'POST', body });
    assert.equal((await fetch(url)).status, 403);
    secrets.push('canary-name', filename, url, url.slice(url.lastIndexOf('/') + 1), upload.url.slice(-40), tokens.access_token);
    const entries = read().slice(before);
    // What strangers make up is not written down: they could fill the disk.
    assert.deepEqual(story(entries), ['download done', 'upload refused', 'upload done', 'token revoked', 'link refused']);
    const [download, refused, uploaded, , link] = entries;
    assert.deepEqual([download.uid, download.uidvalidity, download.bytes, download.address], [found.uids[0], message.uidvalidity, bytes.byteLength, '127.0.0.1']);
    assert.match(download.part, /^\d+(\.\d+)*$/);
    assert.equal(uploaded.bytes, 22);
    assert.equal(refused.upload, uploaded.upload);
    assert.equal(new Set([download, refused, uploaded, link].map(({ login }) => login)).size, 1, 'one login');
  });

  test('what was refused and what was revoked', async () => {
    const before = read().length;
    const tokens = await obtainTokens(stack);
    const answer = await callMcp(stack, bearer(tokens.access_token), 'tools/call', { name: 'send_mail_message', arguments: { to: 'bob@example.test', subject: SUBJECT, text_body: TEXT } });
    assert.equal(answer.status, 403);
    const body = new URLSearchParams({ token: tokens.refresh_token, client_id: stack.client_id, client_secret: stack.client_secret });
    assert.equal((await request(`${stack.base_url}/oauth/revoke`, { method: 'POST', body })).status, 200);
    assert.equal((await refresh(stack, tokens.refresh_token, { client_secret: 'wrong' })).status, 401);
    secrets.push(tokens.access_token, tokens.refresh_token);
    const entries = read().slice(before);
    assert.deepEqual(story(entries), ['login accepted', 'code redeemed', 'call insufficient_scope', 'token revoked', 'client refused']);
    assert.equal(entries[2].scope, 'mail.send');
    assert.equal(entries[4].address, '127.0.0.1');
  });

  test('who came as a client, and what the administrator did', async () => {
    const before = read().length;
    const registered = await request(`${stack.base_url}/oauth/register`, { method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_name: 'Somebody', redirect_uris: ['http://127.0.0.1/callback'], token_endpoint_auth_method: 'none' }) });
    assert.equal(registered.status, 201, registered.text);
    secrets.push(registered.json.client_id, 'Somebody');
    const clients = (...words) => runCommand(stack, 'clients', ...words);
    const [{ handle }] = JSON.parse(await clients('list', '--json')).clients;
    await clients('revoke', handle);
    await clients('allow', handle);
    await clients('revoke', '--all');
    const entries = read().slice(before);
    assert.deepEqual(story(entries), ['client registered', 'client denied', 'client allowed', 'token all_ended']);
    assert.deepEqual(entries.map((entry) => entry.handle), [undefined, handle, handle, undefined]);
    const { access_token: token } = await obtainTokensOfNow();
    assert.equal((await callMcp(stack, bearer(token), 'tools/list')).status, 200);
  });

  test('it is for its owner only, and SIGHUP opens it again', async () => {
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const old = `${file}.1`;
    renameSync(file, old);
    const before = read(old).length;
    process.kill(stack.pids.server, 'SIGHUP');
    const isBack = () => { try { return statSync(file).isFile(); } catch { return false; } };
    for (let i = 0; i < 100 && !isBack(); i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    await obtainTokens(stack);
    assert.equal(read(old).length, before);
    assert.deepEqual(story(read()), ['login accepted', 'code redeemed']);
  });

  test('no secret, no name and nothing of a mail is in it', () => {
    const text = readFileSync(file, 'utf8') + readFileSync(`${file}.1`, 'utf8');
    for (const secret of [...secrets, stack.alice.email, 'bob@example', 'Alice']) {
      for (const spelling of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')]) {
        assert.ok(!text.includes(spelling), `${spelling.slice(0, 12)}… is in the audit log`);
      }
    }
  });
});
