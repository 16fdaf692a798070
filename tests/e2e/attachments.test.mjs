// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments go by links: downloaded in pieces, forwarded without passing the model, uploaded, and never too much at once.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { measuresMemory } from './lib/daemon.mjs';
import { appendMessage, messageWith } from './lib/imap.mjs';
import { bearer, callMcp, obtainTokens, request } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

const MIB = 1024 * 1024;
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

describe('attachments', () => {
  let stack, alice, bob, tokens;

  const sessionOf = async (user) => {
    const granted = await obtainTokens(stack, user, ['mail.send']);
    const call = async (name, parameters) => (await callMcp(stack, bearer(granted.access_token), 'tools/call', { name, arguments: parameters })).json.result;
    return { call, granted };
  };
  const done = async (session, name, parameters) => {
    const result = await session(name, parameters);
    assert.ok(!result.isError, `${name}: ${result.content?.[0].text}`);
    return result.structuredContent;
  };
  const refused = async (session, name, parameters) => {
    const result = await session(name, parameters);
    assert.equal(result.isError, true, name);
    return result.content[0].text;
  };
  const give = async (filename, content, options) => {
    const { uid } = await appendMessage(stack, stack.alice, 'INBOX', messageWith(filename, 'application/octet-stream', content, options));
    return (await done(alice, 'get_mail_message', { folder: 'INBOX', uid })).attachments[0];
  };
  const download = async (url, headers = {}) => {
    const answer = await fetch(url, { headers });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const put = (url, body) => request(url, { method: 'PUT', body });
  const opened = async () => {
    const metrics = await (await fetch(`${stack.base_url}/metrics`)).text();
    return Number(/^mail_mcp_imap_sessions_opened_total (\d+)/m.exec(metrics)?.[1] ?? NaN);
  };

  before(async () => {
    stack = await startStack('attachments', { env: { MAX_UPLOAD_SIZE: String(4 * MIB), MAX_UPLOADED_PER_MAILBOX: String(6 * MIB), MAX_CONNECTIONS_PER_ADDRESS: '200' }, logLevel: 'INFO' });
    ({ call: alice, granted: tokens } = await sessionOf(stack.alice));
    ({ call: bob } = await sessionOf(stack.bob));
  });
  after(() => stack?.stop());

  test('a link delivers the attachment, byte for byte, as something to save', async () => {
    for (const size of [0, 1, 1000, 3 * MIB + 17]) {
      const content = randomBytes(size);
      const attachment = await give(`file-${size}.bin`, content);
      assert.equal(attachment.kind, 'file');
      const answer = await download(attachment.url);
      assert.equal(answer.status, 200);
      assert.equal(sha256(answer.bytes), sha256(content));
      assert.equal(answer.headers.get('content-length'), String(size));
      assert.equal(answer.headers.get('content-disposition'), `attachment; filename="file-${size}.bin"; filename*=UTF-8''file-${size}.bin`);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.match(answer.headers.get('content-security-policy'), /^sandbox;/);
      assert.equal(answer.headers.get('cache-control'), 'private, no-store');
      assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
      const head = await fetch(attachment.url, { method: 'HEAD' });
      assert.equal(head.headers.get('content-length'), String(size));
    }
  });

  test('every attachment of the known messages has a link that works', async () => {
    let links = 0;
    for (const key of ['rfc2231-file-name', 'two-attachments', 'hostile-file-name']) {
      const { folder, message_id: messageId } = stack.known(key);
      const found = await done(alice, 'search_mail_messages', { folder, query: `HEADER Message-ID ${messageId.replace(/[<>]/g, '')}` });
      const message = await done(alice, 'get_mail_message', { folder, uid: found.uids[0] });
      for (const { url, size } of message.attachments) {
        const answer = await download(url);
        assert.equal(answer.status, 200, key);
        assert.ok(Math.abs(answer.bytes.length - size) < 4 + size * 0.05, `${key}: ${answer.bytes.length} for ${size}`);
        assert.ok(!/[/\\\r\n]|\.\./.test(answer.headers.get('content-disposition').replace(/filename\*.*/, '')), key);
        links += 1;
      }
    }
    assert.ok(links >= 4);
  });

  test('a download goes on where it broke off', async () => {
    const content = randomBytes(2 * MIB + 5);
    const { url } = await give('resume.bin', content);
    const tag = (await fetch(url, { method: 'HEAD' })).headers.get('etag');
    for (const [range, from, to] of [['bytes=0-99', 0, 100], ['bytes=1000000-', 1_000_000, content.length], ['bytes=-7', content.length - 7, content.length], ['bytes=777777-888888', 777_777, 888_889]]) {
      const answer = await download(url, { Range: range, 'If-Range': tag });
      assert.equal(answer.status, 206, range);
      assert.equal(answer.headers.get('content-range'), `bytes ${from}-${to - 1}/${content.length}`);
      assert.equal(sha256(answer.bytes), sha256(content.subarray(from, to)), range);
    }
    assert.equal((await download(url, { Range: `bytes=${content.length}-` })).status, 416);
    assert.equal((await download(url, { Range: 'bytes=0-1,5-6' })).status, 200);
  });

  test('links that are not good are refused, and no mail server is asked', async () => {
    const { url } = await give('refused.bin', randomBytes(10));
    const before = await opened();
    const token = url.slice(url.lastIndexOf('/') + 1);
    const parts = token.split('.');
    const edited = [parts[0], '', parts[2], `${parts[3][0] === 'A' ? 'B' : 'A'}${parts[3].slice(1)}`, parts[4]].join('.');
    for (const other of [edited, token.slice(0, -1), `${token}A`, tokens.access_token, 'x', '%2e%2e%2fmcp']) {
      const answer = await fetch(`${stack.base_url}/attachments/${other}`);
      assert.equal(answer.status, 404, other.slice(0, 20));
    }
    assert.equal((await fetch(`${stack.base_url}/attachments/`)).status, 404);
    assert.equal((await fetch(url, { method: 'DELETE' })).status, 405);
    assert.equal(await opened(), before);
  });

  test('a link dies with the access that it was made with', async () => {
    const session = await sessionOf(stack.bob);
    const { uid } = await appendMessage(stack, stack.bob, 'INBOX', messageWith('mine.bin', 'image/png', randomBytes(10)));
    const { attachments: [{ url }] } = await done(session.call, 'get_mail_message', { folder: 'INBOX', uid });
    assert.equal((await fetch(url)).status, 200);
    const revoked = await request(`${stack.base_url}/oauth/revoke`, { method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token: session.granted.refresh_token, client_id: stack.client_id, client_secret: stack.client_secret }).toString() });
    assert.equal(revoked.status, 200, revoked.text);
    assert.equal((await fetch(url)).status, 403);
  });

  test('an attachment is forwarded without passing the model', async () => {
    const content = randomBytes(100_000);
    const { url } = await give('forward.bin', content);
    const letter = { to: 'bob@example.test', subject: `Forwarded ${sha256(content)}`, text_body: 'See the attachment.', attachment_urls: [url] };
    const sent = await done(alice, 'send_mail_message', letter);
    const { attachments: [again] } = await done(alice, 'get_mail_message', { folder: 'INBOX', uid: (await done(alice, 'search_mail_messages', { folder: 'INBOX', query: 'SUBJECT forward.bin' })).uids[0] });
    assert.notEqual(again.url, url);
    const repeated = await done(alice, 'send_mail_message', { ...letter, attachment_urls: [again.url] });
    assert.deepEqual([repeated.duplicate, repeated.message_id], [true, sent.message_id], 'another link to the same is the same message');
    const found = await done(bob, 'search_mail_messages', { folder: 'INBOX', query: `SUBJECT ${sha256(content)}` });
    assert.equal(found.count, 1);
    const received = await done(bob, 'get_mail_message', { folder: 'INBOX', uid: found.uids[0] });
    assert.equal(received.attachments[0].filename, 'forward.bin');
    assert.equal(sha256((await download(received.attachments[0].url)).bytes), sha256(content));
    const stranger = await refused(bob, 'send_mail_message', { ...letter, to: 'alice@example.test' });
    assert.match(stranger, /attachment_urls/);
    assert.ok(!stranger.includes(url));
  });

  test('a file is uploaded, sent, and unreadable on the disk', async () => {
    const content = Buffer.concat([Buffer.from('CANARY-OF-AN-UPLOAD'), randomBytes(MIB)]);
    const upload = await done(alice, 'create_attachment_upload', { filename: '../Übersicht.pdf' });
    assert.equal(upload.maximum_size, 4 * MIB);
    const letter = { to: 'bob@example.test', subject: `Uploaded ${sha256(content)}`, text_body: 'See the attachment.', attachment_urls: [upload.url] };
    assert.match(await refused(alice, 'send_mail_message', letter), /Nothing was sent.*PUT/);
    const stored = await put(upload.url, content);
    assert.equal(stored.status, 201, stored.text);
    assert.equal(stored.json.size, content.length);
    const directory = join(stack.directory, 'uploads');
    assert.ok(existsSync(directory));
    for (const name of readdirSync(directory)) assert.ok(!readFileSync(join(directory, name)).includes('CANARY-OF-AN-UPLOAD'));
    const draft = await done(alice, 'create_draft_mail_message', letter);
    const sent = await done(alice, 'send_mail_message', letter);
    assert.equal(sent.duplicate, false);
    assert.equal((await done(alice, 'send_mail_message', letter)).duplicate, true);
    for (const [session, folder, query] of [[bob, 'INBOX', `SUBJECT ${sha256(content)}`], [alice, draft.folder, `UID ${draft.uid}`]]) {
      const { uids } = await done(session, 'search_mail_messages', { folder, query });
      const { attachments: [file] } = await done(session, 'get_mail_message', { folder, uid: uids[0] });
      assert.deepEqual([file.filename, file.content_type], ['Übersicht.pdf', 'application/pdf']);
      assert.equal(sha256((await download(file.url)).bytes), sha256(content));
    }
    assert.match(await refused(bob, 'send_mail_message', { ...letter, to: 'alice@example.test' }), /attachment_urls/);
    assert.equal((await fetch(upload.url)).status, 404, 'it cannot be read back');
  });

  test('uploads are bounded', async () => {
    const link = async () => (await done(alice, 'create_attachment_upload', { filename: 'a.bin' })).url;
    const url = await link();
    await assert.rejects(put(url, Buffer.alloc(5 * MIB)).then(({ status }) => { assert.equal(status, 413); throw new Error('refused'); }));
    await assert.rejects(put(`${stack.base_url}/attachments/no-link`, Buffer.alloc(MIB)).then(({ status }) => { assert.equal(status, 413); throw new Error('refused'); }), undefined, 'strangers have no room');
    assert.equal((await put(url, Buffer.alloc(4 * MIB))).status, 201);
    const full = await put(await link(), Buffer.alloc(2 * MIB));
    assert.equal(full.status, 413, full.text);
  });

  test('200 MB are streamed, and the daemon stays small', { skip: !measuresMemory && 'the address sanitizer has a memory of its own' }, async () => {
    const content = randomBytes(200_000_000);
    const { url } = await give('large.bin', content);
    const resident = () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${stack.pids.server}/status`, 'utf8'))[1]);
    await download(url, { Range: 'bytes=0-99' });
    const before = resident();
    const started = Date.now();
    let most = 0;
    const hash = createHash('sha256');
    let received = 0;
    for await (const chunk of (await fetch(url)).body) {
      hash.update(chunk);
      if (received % (8 * MIB) < chunk.length) most = Math.max(most, resident());
      received += chunk.length;
    }
    assert.equal(received, content.length);
    assert.equal(hash.digest('hex'), sha256(content));
    console.log(`# 200 MB in ${(Date.now() - started) / 1000} s: ${before} KiB resident before, ${most} KiB at most`);
    assert.ok(most - before < 16 * 1024, `${before} KiB before, ${most} KiB while streaming`);
  });

  test('50 at once, and others who stop reading, leave room for calls', async () => {
    const content = randomBytes(MIB);
    const { url } = await give('busy.bin', content);
    const stalled = await Promise.all(Array.from({ length: 10 }, () => new Promise((resolve, reject) => {
      http.get(url, { agent: new http.Agent() }, (answer) => { answer.pause(); resolve(answer); }).once('error', reject);
    })));
    const started = Date.now();
    await done(alice, 'list_mailboxes', {});
    assert.ok(Date.now() - started < 5000, 'a call is answered while ten clients do not read');
    const all = await Promise.all(Array.from({ length: 40 }, () => download(url)));
    for (const { status, bytes } of all) {
      assert.equal(status, 200);
      assert.equal(sha256(bytes), sha256(content));
    }
    const tooMany = await Promise.all(Array.from({ length: 60 }, () => download(url).then(({ status }) => status)));
    assert.ok(tooMany.includes(429) && tooMany.includes(200), `the 51st of a mailbox is sent away: ${tooMany}`);
    for (const answer of stalled) answer.destroy();
  });

  test('50 clients that stop reading cost nothing but their buffers', { skip: !measuresMemory && 'the address sanitizer has a memory of its own' }, async () => {
    const { url } = await give('stalled.bin', randomBytes(16 * MIB)); // more than the kernel keeps for a client that does not read
    const resident = () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${stack.pids.server}/status`, 'utf8'))[1]);
    const running = async () => Number(/^mail_mcp_attachment_downloads (\d+)/m.exec(await (await fetch(`${stack.base_url}/metrics`)).text())[1]);
    for (let tries = 0; await running() > 0 && tries < 200; tries += 1) await sleep(50);
    // Each session has to have seen the message.
    const isSeen = async () => (await Promise.all(Array.from({ length: 6 }, () => fetch(url, { method: 'HEAD' })))).every(({ status }) => status === 200);
    for (let tries = 0; !await isSeen() && tries < 50; tries += 1) await sleep(100);
    const before = resident();
    const stalled = await Promise.all(Array.from({ length: 50 }, () => new Promise((resolve, reject) => {
      http.get(url, { agent: false }, (answer) => { answer.pause(); resolve(answer); }).once('error', reject);
    })));
    assert.deepEqual([...new Set(stalled.map(({ statusCode }) => statusCode))], [200]);
    let most = 0;
    for (let looks = 0; looks < 40; looks += 1) {
      most = Math.max(most, resident());
      await sleep(50);
    }
    assert.equal(await running(), 50, 'they go on waiting');
    console.log(`# 50 that stop reading: ${before} KiB resident before, ${most} KiB at most`);
    assert.ok(most - before < 16 * 1024, `${before} KiB before, ${most} KiB while 50 clients stopped reading`);
    assert.equal((await download(url)).status, 429, 'the 51st of the mailbox is sent away');
    for (const answer of stalled) answer.destroy();
  });
});
