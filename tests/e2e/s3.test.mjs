// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments in S3: uploaded when somebody follows a link, read and sent from there, and what happens when S3 fails.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, measuresMemory } from './lib/daemon.mjs';
import { appendMessage, messageWith } from './lib/imap.mjs';
import { startInstance, withClient } from './lib/instances.mjs';
import { bearer, callMcp, obtainTokens, request } from './lib/oauth.mjs';
import { startNetwork, startSwift } from './lib/s3.mjs';
import { startStack } from './lib/stack.mjs';

const MIB = 1024 * 1024;
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Of a call, also of one that took so long that it is answered as a stream of events. */
const resultOf = ({ json, text }) => (json ?? JSON.parse(text.split('\n').findLast((line) => line.startsWith('data: {')).slice(6))).result;

/** Looks at the resident memory of a process; stop() says by how many bytes it grew at most. */
function watchMemory(pid) {
  const resident = () => 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
  const before = resident();
  let most = before;
  const timer = setInterval(() => { most = Math.max(most, resident()); }, 10);
  return { before, stop: () => { clearInterval(timer); return Math.max(most, resident()) - before; } };
}

/** A way to the SMTP server that counts who takes it. */
async function countedSmtp({ host, port }) {
  const way = { connections: 0 };
  const server = net.createServer((client) => {
    way.connections += 1;
    const onward = net.connect(port, host);
    for (const [one, other] of [[client, onward], [onward, client]]) one.on('error', () => other.destroy()).pipe(other);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return Object.assign(way, { port: server.address().port, stop: () => server.close() });
}

describe('attachments in S3', () => {
  let swift, network, smtp, stack, token, settings;

  const callOf = (server) => async (name, parameters) => resultOf(await callMcp(server, token, 'tools/call', { name, arguments: parameters }));
  const done = async (name, parameters, server = stack) => {
    const result = await callOf(server)(name, parameters);
    assert.ok(!result.isError, `${name}: ${result.content?.[0].text}`);
    return result.structuredContent;
  };
  const give = async (filename, content, type = 'application/octet-stream') => {
    const { uid } = await appendMessage(stack, stack.alice, 'INBOX', messageWith(filename, type, content));
    return (await done('get_mail_message', { folder: 'INBOX', uid })).attachments[0];
  };
  const follow = (url, headers = {}) => fetch(url, { redirect: 'manual', headers });
  const bytesOf = async (answer) => Buffer.from(await answer.arrayBuffer());
  /** What was asked of S3 meanwhile. */
  const asked = async (deed) => {
    const from = network.requests.length;
    await deed();
    return network.requests.slice(from);
  };
  /** One more daemon with the same settings, except that S3 is what `env` says. */
  const withDaemon = async (env, deed) => {
    const instance = await startInstance(stack, { ...settings, STATE_URL: 'memory:', ...env });
    try {
      await deed({ ...stack, base_url: instance.url, mcp_url: `${instance.url}/mcp`, pid: instance.pid }, (url) => url.replace(stack.base_url, instance.url));
    } finally {
      await instance.stop();
    }
  };
  const logs = () => stack.serverLog() + readFileSync(join(stack.directory, 'daemon.log'), { encoding: 'utf8', flag: 'a+' });

  before(async () => {
    swift = await startSwift();
    network = await startNetwork(swift.endpoint);
    settings = { AWS_S3_BUCKET: swift.bucket, AWS_REGION: swift.region, AWS_ACCESS_KEY_ID: swift.access_key_id, AWS_SECRET_ACCESS_KEY: swift.secret_access_key, AWS_ENDPOINT_URL_S3: network.endpoint };
    const started = await startStack('s3', { env: { ...settings, MAX_UPLOAD_SIZE: String(12 * MIB) }, logLevel: 'DEBUG' });
    smtp = await countedSmtp(started.smtp);
    stack = await withClient({ ...started, smtp: { ...started.smtp, port: smtp.port } }, { redirectUris: started.redirect_uris });
    token = bearer((await obtainTokens(stack, stack.alice, ['mail.send'])).access_token);
  });
  after(async () => {
    stack?.stop();
    smtp?.stop();
    network?.stop();
    await swift?.stop();
  });

  test('nothing is uploaded before somebody follows a link, and then only once', async () => {
    const content = randomBytes(100_000);
    let attachment;
    assert.deepEqual(await asked(async () => { attachment = await give('once.bin', content); }), []);
    assert.ok(attachment.url.startsWith(`${stack.base_url}/attachments/`));
    const first = await asked(async () => {
      const answer = await follow(attachment.url);
      assert.equal(answer.status, 302);
      assert.equal(answer.headers.get('cache-control'), 'private, no-store');
      assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
      const file = await fetch(answer.headers.get('location'));
      assert.equal(file.status, 200);
      assert.equal(file.headers.get('content-disposition'), `attachment; filename="once.bin"; filename*=UTF-8''once.bin`);
      assert.equal(sha256(await bytesOf(file)), sha256(content));
    });
    const key = first[0].replace(/^HEAD /, '');
    assert.match(key, new RegExp(`^/${swift.bucket}/parts/[\\w-]{43}$`));
    assert.deepEqual(first, [`HEAD ${key}`, `PUT ${key}`, `GET ${key}`]);
    assert.deepEqual(await asked(async () => { assert.equal(sha256(await bytesOf(await fetch(attachment.url))), sha256(content)); }), [`HEAD ${key}`, `GET ${key}`]);
    const again = (await done('get_mail_message', { folder: 'INBOX', uid: (await done('search_mail_messages', { folder: 'INBOX', query: 'SUBJECT once.bin' })).uids[0] })).attachments[0];
    assert.notEqual(again.url, attachment.url);
    assert.deepEqual(await asked(() => follow(again.url)), [`HEAD ${key}`], 'another link to the same is the same file');
  });

  test('many who follow a link at once share one upload', async () => {
    const content = randomBytes(9 * MIB);
    const { url } = await give('shared.bin', content);
    const requests = await asked(async () => {
      for (const answer of await Promise.all(Array.from({ length: 50 }, () => fetch(url)))) assert.equal(sha256(await bytesOf(answer)), sha256(content));
    });
    const count = (method) => requests.filter((one) => one.startsWith(`${method} `)).length;
    assert.deepEqual([count('HEAD'), count('POST'), count('PUT'), count('GET')], [1, 2, 2, 50], requests.join('\n'));
  });

  test('50 different attachments at once wait their turn or come from the mail server, and the daemon stays small', async () => {
    const contents = Array.from({ length: 50 }, () => randomBytes(5 * MIB));
    const urls = [];
    for (const [index, content] of contents.entries()) urls.push((await give(`one-of-50-${index}.bin`, content)).url);
    const { url: small } = await give('smallest.bin', randomBytes(1000));
    await withDaemon({}, async (server, at) => {
      assert.equal((await follow(at(small))).status, 302);
      const memory = watchMemory(server.pid);
      const started = Date.now();
      const statuses = await Promise.all(urls.map(async (url, index) => {
        const answer = await follow(at(url));
        const file = answer.status === 302 ? await fetch(answer.headers.get('location')) : answer;
        assert.equal(file.status, 200);
        assert.equal(sha256(await bytesOf(file)), sha256(contents[index]));
        return answer.status;
      }));
      const seconds = (Date.now() - started) / 1000;
      const growth = memory.stop();
      const sentOn = statuses.filter((status) => status === 302).length;
      console.log(`# 50 of 5 MiB in ${seconds} s: ${sentOn} through S3, ${Math.round(growth / 1024)} KiB more resident at most`);
      assert.ok(sentOn >= 1, 'the one whose turn it is at once');
      assert.equal((await follow(at((await give('the-51st.bin', randomBytes(1000))).url))).status, 302, 'a queue is no failure of S3');
      if (measuresMemory) assert.ok(growth < 16 * MIB, `${growth} bytes more meanwhile`);
    });
  });

  test('who uploads slowly does not hold up those who download', async () => {
    const { url } = await give('meanwhile.bin', randomBytes(1000));
    await withDaemon({}, async (server, at) => {
      const slow = [];
      for (let count = 0; count < 8; count += 1) {
        const { url: target } = await done('create_attachment_upload', { filename: 'slow.bin' }, server);
        const upload = http.request(at(target), { method: 'PUT', headers: { 'Content-Length': MIB } });
        upload.on('error', () => {});
        upload.write(randomBytes(MIB / 2));
        slow.push(upload);
      }
      await eventually('the uploads', async () => /^mail_mcp_attachment_uploads 8$/m.test(await (await fetch(`${server.base_url}/metrics`)).text()));
      const started = Date.now();
      assert.equal((await follow(at(url))).status, 302);
      assert.ok(Date.now() - started < 10_000, `${Date.now() - started} ms`);
      for (const upload of slow) upload.destroy();
    });
  });

  test('who uploads too slowly loses its turn to those who wait', async () => {
    await withDaemon({ HTTP_BODY_TIMEOUT: '3', HTTP_BODY_RATE: String(MIB) }, async (server, at) => {
      const target = async () => at((await done('create_attachment_upload', { filename: 'turn.bin' }, server)).url);
      const slow = [];
      let shownOut = 0;
      for (let count = 0; count < 8; count += 1) {
        const upload = http.request(await target(), { method: 'PUT', headers: { 'Content-Length': MIB } });
        upload.on('error', () => {});
        const answer = new Promise((resolve) => { upload.once('response', ({ statusCode }) => { shownOut += 1; resolve(statusCode); }); upload.once('close', () => resolve('closed')); });
        upload.write(randomBytes(MIB / 2));
        // Half of them send nothing more, the others far less than HTTP_BODY_RATE.
        const drip = count % 2 ? setInterval(() => { upload.write('x'); }, 100) : undefined;
        slow.push({ answer: answer.finally(() => { clearInterval(drip); upload.destroy(); }) });
      }
      await eventually('the uploads', async () => /^mail_mcp_attachment_uploads 8$/m.test(await (await fetch(`${server.base_url}/metrics`)).text()));
      const started = Date.now();
      const stored = await request(await target(), { method: 'PUT', body: randomBytes(1000) });
      assert.equal(stored.status, 201, stored.text);
      assert.ok(shownOut >= 5, `${shownOut} were shown out before: four with a turn, and one of those who waited for it`);
      console.log(`# stored behind eight that stalled after ${(Date.now() - started) / 1000} s`);
      for (const { answer } of slow) assert.equal(await answer, 408);
    });
  });

  test('ranges are served by S3, and HEAD by this server', async () => {
    const content = randomBytes(100_000);
    const { url } = await give('ranges.bin', content);
    const answer = await fetch(url, { headers: { Range: 'bytes=1000-1999' } });
    assert.equal(answer.status, 206);
    assert.equal(sha256(await bytesOf(answer)), sha256(content.subarray(1000, 2000)));
    const head = await fetch(url, { method: 'HEAD', redirect: 'manual' });
    assert.deepEqual([head.status, head.headers.get('content-length')], [200, '100000']);
  });

  test('a link into S3 is for one file and for a while', async () => {
    const { url } = await give('tampered.bin', randomBytes(100));
    const location = (await follow(url)).headers.get('location');
    assert.equal(new URL(location).searchParams.get('X-Amz-Expires') <= 3600, true);
    for (const [from, to] of [[/X-Amz-Expires=\d+/, 'X-Amz-Expires=604800'], [/octet-stream/, 'html'], [/parts\/./, 'parts/x'], [/Signature=./, 'Signature=g']]) {
      assert.match(location, from);
      const changed = await fetch(location.replace(from, to));
      assert.ok([400, 403].includes(changed.status), `${to}: ${changed.status}`);
    }
    assert.equal((await fetch(location, { method: 'PUT', body: 'x' })).status, 403);
    assert.equal((await fetch(location, { method: 'DELETE' })).status, 403);
    await withDaemon({ AWS_S3_LINK_TTL: '60', ATTACHMENT_LINK_TTL: '60' }, async (server, at) => {
      const short = (await follow(at(url))).headers.get('location');
      assert.equal(new URL(short).searchParams.get('X-Amz-Expires'), '60');
    });
    const stale = await fetch(location.replace(/X-Amz-Date=\d{4}/, 'X-Amz-Date=2020'));
    assert.equal(stale.status, 403);
  });

  test('odd names stay in the link, and harmless', async () => {
    for (const [name, expected] of [['../../x', 'x'], ['a\u202egnp.exe', null], ['', null], ['Übersicht 報告.pdf', null], ['n'.repeat(4096), null], ['=?utf-8?Q?a=0D=0AX-Evil:_1?=', null]]) {
      const { url, filename } = await give(name, randomBytes(10), 'text/html');
      const answer = await fetch(url);
      const disposition = answer.headers.get('content-disposition');
      assert.equal(answer.status, 200, name.slice(0, 20));
      assert.ok(disposition.startsWith('attachment; '));
      assert.ok(!/[\r\n/\\\u202e]|\.\.|%0[AD]|%2F|%E2%80%AE/i.test(disposition.replace("UTF-8''", '')), disposition);
      assert.ok(disposition.endsWith(`filename*=UTF-8''${encodeURIComponent(filename).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`), `${filename}: ${disposition}`);
      assert.equal(answer.headers.get('content-type').split(';')[0], 'application/octet-stream');
      assert.equal(answer.headers.get('x-evil'), null);
      if (expected) assert.equal(filename, expected);
    }
    assert.ok(!network.requests.some((one) => /\.exe|html|%3F/.test(one)), 'no name is in a key');
  });

  test('an attachment is forwarded from the mail server, and an upload sent from S3, where it is sealed', async () => {
    const content = Buffer.concat([Buffer.from('CANARY-OF-AN-UPLOAD'), randomBytes(9 * MIB)]);
    const { url: forwarded } = await give('forward.bin', randomBytes(5000));
    const upload = await done('create_attachment_upload', { filename: 'report.bin' });
    assert.equal(upload.maximum_size, 12 * MIB);
    const letter = { to: 'bob@example.test', subject: sha256(content), text_body: 'See the attachments.', attachment_urls: [forwarded, upload.url] };
    const early = await callOf(stack)('send_mail_message', letter);
    assert.equal(early.isError, true);
    assert.match(early.content[0].text, /Nothing was sent.*PUT/);
    const stored = await request(upload.url, { method: 'PUT', body: content });
    assert.equal(stored.status, 201, stored.text);
    assert.equal(stored.json.size, content.length);
    const key = network.requests.findLast((one) => one.startsWith('PUT ')).replace('PUT ', '');
    assert.match(key, new RegExp(`^/${swift.bucket}/uploads/\\d+\\.[\\w-]+$`));
    const { connections } = smtp;
    const requests = await asked(async () => assert.equal((await done('send_mail_message', letter)).duplicate, false));
    assert.deepEqual(requests, [`GET ${key}`], 'the forwarded one does not come from S3');
    assert.equal(smtp.connections, connections + 1);
    const bob = bearer((await obtainTokens(stack, stack.bob, ['mail.send'])).access_token);
    const tool = async (name, parameters) => (await callMcp(stack, bob, 'tools/call', { name, arguments: parameters })).json.result.structuredContent;
    let found = { uids: [] };
    for (let tries = 0; tries < 100 && found.uids.length === 0; tries += 1) {
      await sleep(100);
      found = await tool('search_mail_messages', { folder: 'INBOX', query: `SUBJECT ${letter.subject}` });
    }
    const received = await tool('get_mail_message', { folder: 'INBOX', uid: found.uids[0] });
    assert.deepEqual(received.attachments.map(({ filename }) => filename), ['forward.bin', 'report.bin']);
    assert.equal(sha256(await bytesOf(await fetch(received.attachments[1].url))), sha256(content));
    assert.equal((await request(upload.url, { method: 'PUT', body: randomBytes(12 * MIB + 1) })).status, 413);
  });

  // The service is asked by a daemon of its own each time: after a failure nobody waits for S3 for half a minute.
  for (const [fault, most] of [['down', 8], ['silent', 12], ['overloaded', 8], ['wrongKey', 8], ['wrongClock', 8]]) {
    test(`S3 ${fault}: reading goes on, and nothing is sent`, async () => {
      const content = randomBytes(300_000);
      const { url } = await give(`${fault}.bin`, content);
      const upload = await done('create_attachment_upload', { filename: 'lost.bin' });
      assert.equal((await request(upload.url, { method: 'PUT', body: randomBytes(1000) })).status, 201);
      const other = await done('create_attachment_upload', { filename: 'never.bin' });
      network.fault = fault;
      try {
        await withDaemon({}, async (server, at) => {
          for (const limit of [most, 2]) {
            const started = Date.now();
            const answer = await follow(at(url));
            assert.equal(answer.status, 200);
            assert.equal(sha256(await bytesOf(answer)), sha256(content));
            assert.ok(Date.now() - started < limit * 1000, `${Date.now() - started} ms`);
          }
          const connections = smtp.connections;
          const letter = { to: 'bob@example.test', subject: `S3 ${fault}`, text_body: 'See the attachment.', attachment_urls: [upload.url] };
          const result = await callOf(server)('send_mail_message', letter);
          assert.equal(result.isError, true);
          assert.match(result.content[0].text, /Nothing was sent.*uploaded file cannot be read now/s);
          assert.equal(smtp.connections, connections, 'SMTP was not begun');
          if (fault !== 'silent') {
            const refused = await request(at(other.url), { method: 'PUT', body: randomBytes(1000) });
            assert.equal(refused.status, 503, refused.text);
            assert.match(refused.text, /could not be stored/);
          }
          network.fault = 'none';
          assert.equal((await done('send_mail_message', letter, server)).duplicate, false, 'it can be sent when S3 is back');
          assert.equal(smtp.connections, connections + 1);
        });
      } finally {
        network.fault = 'none';
      }
      assert.match(logs(), /attachment_not_in_s3/);
      assert.match(logs(), /upload_not_opened/);
    });
  }

  test('a slow S3 is waited for', async () => {
    const content = randomBytes(1000);
    const { url } = await give('slow.bin', content);
    network.delay = 700;
    try {
      const answer = await follow(url);
      assert.equal(answer.status, 302);
      assert.equal(sha256(await bytesOf(await fetch(answer.headers.get('location')))), sha256(content));
    } finally {
      network.delay = 0;
    }
  });

  test('a bucket may stand before the host', async () => {
    const content = randomBytes(10);
    const { url } = await give('virtual.bin', content);
    await withDaemon({ AWS_S3_ADDRESSING_STYLE: 'virtual', AWS_ENDPOINT_URL_S3: network.endpoint.replace('127.0.0.1', 'localhost') }, async (server, at) => {
      const answer = await follow(at(url));
      assert.equal(answer.status, 302);
      const location = new URL(answer.headers.get('location'));
      assert.equal(location.hostname, `${swift.bucket}.localhost`);
      assert.match(location.pathname, /^\/parts\//);
      // Not every resolver knows the names below localhost.
      const file = await new Promise((resolve, reject) => { http.get({ host: '127.0.0.1', port: location.port, path: location.pathname + location.search, headers: { Host: location.host } }, resolve).once('error', reject); });
      assert.equal(file.statusCode, 200);
      assert.equal(sha256(Buffer.concat(await file.toArray())), sha256(content));
    });
  });

  test('200 MB go to S3 and the daemon stays small', { skip: !measuresMemory && 'the address sanitizer has a memory of its own' }, async () => {
    const content = randomBytes(200_000_000);
    const { url } = await give('large.bin', content);
    const { url: small } = await give('small.bin', randomBytes(1000));
    let location;
    // A new one, so that nothing of earlier uploads hides what this one takes.
    await withDaemon({ AWS_S3_UPLOAD_TIMEOUT: '600' }, async ({ pid }, at) => {
      assert.equal((await follow(at(small))).status, 302);
      const memory = watchMemory(pid);
      const started = Date.now();
      const answer = await follow(at(url));
      const growth = memory.stop();
      assert.equal(answer.status, 302);
      console.log(`# 200 MB in ${(Date.now() - started) / 1000} s: ${memory.before / 1024} KiB resident before, ${growth / 1024} KiB more at most`);
      assert.ok(growth < 16 * MIB, `${growth} bytes more while it was uploaded`);
      location = answer.headers.get('location');
    });
    const hash = createHash('sha256');
    for await (const chunk of (await fetch(location)).body) hash.update(chunk);
    assert.equal(hash.digest('hex'), sha256(content));
  });

  test('no log holds a credential, a signature or a key', () => {
    const log = logs();
    for (const secret of [swift.secret_access_key, swift.access_key_id, 'X-Amz-Signature', 'AWS4-HMAC', 'parts/']) assert.ok(!log.includes(secret), secret);
    assert.ok(network.authorizations.some((one) => one.includes(swift.access_key_id)), 'they were used');
  });
});
