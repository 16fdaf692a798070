// SPDX-License-Identifier: GPL-3.0-or-later
// What many clients do at once, and what one does over time: the good ones must not notice.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { eventually, key, makeCertificate, measuresMemory, sealToken, sleep, startDaemon } from './lib/daemon.mjs';
import { call, cases, get, listMailboxes, toolsList } from './lib/httpCases.mjs';
import { sealMailbox } from './lib/jwe.mjs';
import { listenSilently } from './lib/mailServers.mjs';
import { has, startProxy } from './lib/proxies.mjs';
import { converse, open, parseResponses } from './lib/rawHttp.mjs';
import { freePort } from './lib/stack.mjs';

const health = get('/health', 'Connection: close\r\n');

/** A good client gets `count` answers, one after the other. How long it waits is what tests/bench/abuse.py shows. */
async function serves(daemon, count, bytes, status, options = {}) {
  for (let i = 0; i < count; i += 1) {
    const { responses } = await converse(daemon, bytes, options);
    assert.equal(responses[0]?.status, status);
  }
}

/** Share of one processor that the daemon uses in the next `seconds`. */
async function load(daemon, seconds) {
  const before = daemon.cpuSeconds();
  await sleep(seconds * 1000);
  return (daemon.cpuSeconds() - before) / seconds;
}

const answersAgain = (daemon) => eventually('it serves again', async () => {
  const answer = await converse(daemon, health, { most: 500 }).catch(() => undefined);
  return answer?.responses[0]?.status === 200;
}, 2);

describe('HTTP abuse', () => {
  test('HT-14 a header field of 200 MiB takes no memory', { skip: !measuresMemory && 'built with the address sanitizer' }, async () => {
    const daemon = await startDaemon('abuse-memory');
    const flood = cases.find(({ what }) => what === 'one header field of 200 MiB');
    const rounds = async (count) => {
      for (let i = 0; i < count; i += 1) await Promise.all(Array.from({ length: 5 }, () => converse(daemon, flood.send())));
    };
    await rounds(6); // until the heap has found its size
    const before = daemon.residentKiB();
    await rounds(3);
    assert.ok(daemon.residentKiB() - before < 1024, `${daemon.residentKiB() - before} KiB`);
    await daemon.stop();
  });

  test('HT-22 of 3,000 idle connections of one address 64 are kept, and others are served', async () => {
    const daemon = await startDaemon('abuse-idle', { env: { METRICS_FROM: '127.0.0.0/8' } });
    let kept = 0;
    const sockets = await Promise.all(Array.from({ length: 3000 }, async () => {
      const socket = await open(daemon);
      kept += 1;
      return socket.on('data', () => {}).once('close', () => { kept -= 1; });
    }));
    await eventually('the others are refused', () => kept === 64);
    await serves(daemon, 100, health, 200, { localAddress: '127.0.0.2' });
    for (const socket of sockets) socket.destroy();
    await daemon.stop();
  });

  for (const [what, options] of [
    ['as many descriptors as the cap leaves', { command: ['prlimit', '--nofile=256:256'] }],
    ['no descriptor left', { exhaust: true }],
  ]) {
    test(`HT-23 1,000 connections and ${what}: no spinning, and it heals by itself`, async () => {
      const daemon = await startDaemon('abuse-descriptors', { ...options, env: { MAX_CONNECTIONS_PER_ADDRESS: '100000' } });
      await answersAgain(daemon);
      // The cap was computed from a higher limit, so that accepting itself has to fail.
      if (options.exhaust) execFileSync('prlimit', ['--pid', String(daemon.child.pid), '--nofile=64:64']);
      const sockets = await Promise.all(Array.from({ length: 1000 }, () => open(daemon).catch(() => undefined)));
      for (const socket of sockets) socket?.resume();
      const share = await load(daemon, 2);
      assert.ok(share < 0.05, `${Math.round(share * 100)} % of a processor`);
      if (options.exhaust) assert.match(daemon.log(), /accept_failed/);
      for (const socket of sockets) socket?.destroy();
      await answersAgain(daemon);
      await daemon.stop();
    });
  }

  test('HT-40 1,000 garbage tokens a second cost less than a processor, and a good client of the same address is served', async () => {
    const daemon = await startDaemon('abuse-garbage', { env: { HTTP_MAX_UNAUTHENTICATED_PER_MINUTE: '100', MAX_CONNECTIONS_PER_ADDRESS: '1000' } });
    const token = await sealToken(daemon.baseUrl);
    const garbage = call(`${'a'.repeat(40)}..${'b'.repeat(16)}.${'c'.repeat(900)}.${'d'.repeat(22)}`, toolsList());
    const statuses = new Map();
    let sent = 0;
    const idle = [];
    const sockets = await Promise.all(Array.from({ length: 20 }, async () => {
      const socket = await open(daemon);
      let text = '';
      idle.push(socket);
      return socket.on('data', (data) => {
        text += data.toString('latin1');
        const { responses, rest } = parseResponses(text);
        for (const { status } of responses) statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (responses.length > 0) idle.push(socket); // who asks again before that is turned away for it
        text = rest;
      });
    }));
    const began = Date.now();
    const pump = setInterval(() => {
      for (const due = Math.min((Date.now() - began), 900 * sockets.length); sent < due && idle.length > 0; sent += 1) idle.shift().write(garbage);
    }, 5);
    const [share] = await Promise.all([load(daemon, 4), serves(daemon, 40, call(token, toolsList(), { fields: 'Connection: close\r\n' }), 200)]);
    clearInterval(pump);
    assert.ok(sent > 1500, `${sent} were sent`);
    assert.ok(share < 1, `${share} processors`);
    assert.deepEqual([...statuses.keys()].sort(), [401, 429], 'refused, and then refused for being too many');
    for (const socket of sockets) socket.destroy();
    await daemon.stop();
  });

  test('HT-42 work ends when its client goes away', async () => {
    const mail = await listenSilently();
    const daemon = await startDaemon('abuse-cancel', { env: { IMAP_CONNECT_TIMEOUT: '60' } });
    const token = await sealToken(daemon.baseUrl, { host: 'localhost', port: mail.port });
    const socket = await open(daemon);
    socket.write(listMailboxes(token));
    await eventually('the mail server is asked', () => mail.open() === 1);
    socket.destroy();
    await eventually('the mail server is let go', () => mail.open() === 0, 2);
    await daemon.stop();
    await mail.close();
  });

  test('HT-44, HT-45 a client names itself through a trusted proxy only, and the right-most hop that is none counts', async () => {
    const claim = (fields) => get('/health', `X-Forwarded-For: ${fields}\r\nConnection: close\r\n`);
    const seen = (daemon) => /route="\/health".* client="([^"]*)"\n$/.exec(daemon.log())[1];
    for (const [trusted, fields, client] of [
      ['10.0.0.1', '203.0.113.7', '127.0.0.1'],
      ['127.0.0.1', '203.0.113.7', '203.0.113.7'],
      ['127.0.0.1,10.0.0.0/8', '192.0.2.66, 203.0.113.7, 10.0.0.2, 10.0.0.3', '203.0.113.7'],
      ['127.0.0.1', '203.0.113.7, nonsense', '127.0.0.1'],
    ]) {
      const daemon = await startDaemon('abuse-forwarded', { env: { TRUSTED_PROXIES: trusted } });
      await converse(daemon, claim(fields));
      await daemon.says(/route="\/health"/);
      assert.equal(seen(daemon), client, `${trusted}: ${fields}`);
      await daemon.stop();
    }
  });

  for (const kind of ['nginx', 'caddy']) {
    test(`HT-42 behind ${kind} an event stream begins soon, and work ends when its client goes away`, { skip: !has(kind) && `${kind} is not there (./dev test provides it)` }, async () => {
      const [mail, port] = await Promise.all([listenSilently(), freePort()]);
      const daemon = await startDaemon(`abuse-stream-${kind}`, { env: { TRUSTED_PROXIES: '127.0.0.1', BASE_URL: `https://localhost:${port}`, IMAP_CONNECT_TIMEOUT: '60' } });
      const front = await startProxy(kind, { port, upstream: daemon.port });
      const token = await sealToken(daemon.baseUrl, { host: 'localhost', port: mail.port });
      const socket = await open(front);
      const head = new Promise((resolve) => { socket.once('data', (data) => resolve(data.toString())); });
      socket.write(listMailboxes(token, { progressToken: 1 }));
      assert.match(await head, /^HTTP\/1\.1 200 [^]*content-type: text\/event-stream/i);
      await eventually('the mail server is asked', () => mail.open() === 1);
      socket.destroy();
      await eventually('the mail server is let go', () => mail.open() === 0, 2);
      await front.stop();
      await daemon.stop();
      await mail.close();
    });

    test(`HT-19 behind ${kind} a head that drips is given up`, { skip: !has(kind) && `${kind} is not there (./dev test provides it)` }, async () => {
      const port = await freePort();
      const front = await startProxy(kind, { port, upstream: await freePort() }); // there is nobody behind it
      async function* drip() {
        yield 'GET /health HTTP/1.1\r\nHost: localhost\r\nX-A: ';
        for (;;) {
          await sleep(500);
          yield 'a';
        }
      }
      const { responses, closed, milliseconds } = await converse(front, drip());
      assert.ok(closed && milliseconds > 9000 && milliseconds < 13_000, `${milliseconds} ms`);
      assert.ok(responses.every(({ status }) => status === 408));
      await front.stop();
    });

    test(`HT-44 behind ${kind} a client cannot pass for another`, { skip: !has(kind) && `${kind} is not there (./dev test provides it)` }, async () => {
      const port = await freePort();
      const daemon = await startDaemon(`abuse-forwarded-${kind}`, { env: { TRUSTED_PROXIES: '127.0.0.1', BASE_URL: `https://localhost:${port}` } });
      const front = await startProxy(kind, { port, upstream: daemon.port });
      await converse(front, get('/health', 'X-Forwarded-For: 203.0.113.7\r\nConnection: close\r\n'), { localAddress: '127.0.0.2' });
      await daemon.says(/route="\/health".* client="127\.0\.0\.2"\n/);
      await front.stop();
      await daemon.stop();
    });
  }

  test('HT-47 old TLS, weak ciphers and renegotiation are refused, no server name is no problem', async () => {
    const daemon = await startDaemon('abuse-tls', { tls: true });
    const openssl = (flags, input = '') => spawnSync('openssl', ['s_client', '-connect', `127.0.0.1:${daemon.port}`, ...flags], { input, encoding: 'utf8', timeout: 10_000 });
    for (const flags of [['-tls1'], ['-tls1_1'], ['-tls1_2', '-cipher', 'RC4-SHA:DES-CBC3-SHA:NULL:aNULL']]) {
      assert.doesNotMatch(openssl([...flags, ...(flags.length === 1 ? ['-cipher', 'ALL:@SECLEVEL=0'] : [])]).stdout ?? '', /Cipher is (?!\(NONE\))/, flags.join(' '));
    }
    assert.match(openssl(['-tls1_2', '-noservername', '-ign_eof'], health).stdout, /HTTP\/1\.1 200/);
    const renegotiated = openssl(['-tls1_2'], 'R\n');
    assert.match(`${renegotiated.stdout}${renegotiated.stderr}`, /no renegotiation/);
    await daemon.stop();
  });
});

test('an event stream with nothing to say begins after 5 seconds and is kept alive every 15, also through the proxies', async () => {
  const proxies = ['nginx', 'caddy'].filter(has);
  await Promise.all(['plain', ...proxies].map(async (way) => {
    const [mail, port] = await Promise.all([listenSilently(), freePort()]);
    const isProxied = way !== 'plain';
    const daemon = await startDaemon(`keep-alive-${way}`, { env: { IMAP_CONNECT_TIMEOUT: '60', ...(isProxied && { TRUSTED_PROXIES: '127.0.0.1', BASE_URL: `https://localhost:${port}` }) } });
    const front = isProxied ? await startProxy(way, { port, upstream: daemon.port }) : undefined;
    const token = await sealToken(daemon.baseUrl, { host: 'localhost', port: mail.port });
    const { received, closed } = await converse(front ?? daemon, listMailboxes(token, { progressToken: 1 }), { quiet: 60_000, most: 23_000 });
    assert.match(received, /\r\n: keep-alive\n\n/, way);
    assert.ok(!closed, `${way} is still open`);
    await front?.stop();
    await daemon.stop();
    await mail.close();
  }));
});

describe('while it is busy', () => {
  test('HT-47 a storm of TLS handshakes leaves a good client served', async () => {
    const daemon = await startDaemon('busy-handshakes', { tls: true, env: { MAX_CONNECTIONS_PER_ADDRESS: '1000' } });
    let isOver = false;
    let handshakes = 0;
    const storm = Array.from({ length: 8 }, async () => {
      while (!isOver) {
        (await open(daemon)).destroy();
        handshakes += 1;
        await sleep(40); // together at most 200 a second, 12,000 a minute
      }
    });
    while (handshakes < 100) await serves(daemon, 10, health, 200);
    isOver = true;
    await Promise.all(storm);
    await daemon.stop();
  });

  test('a mail server that hangs holds up nobody but its own users', async () => {
    const [hanging, other] = [await listenSilently(), await freePort()];
    const daemon = await startDaemon('busy-hanging', { env: { MAX_CONNECTIONS_PER_ADDRESS: '200', IMAP_CONNECT_TIMEOUT: '20', IMAP_SESSION_WAIT: '20', HTTP_DRAIN_TIMEOUT: '1' } });
    const tokenFor = (email, port) => sealMailbox(daemon.baseUrl, key, { email, password: 'canary-password', imap: { host: 'localhost', port } });
    const held = [];
    for (let i = 0; i < 70; i += 1) {
      const socket = await open(daemon);
      socket.write(listMailboxes(tokenFor(`held${i}@example.test`, hanging.port)));
      held.push(socket);
    }
    await eventually('the mail server is asked', () => hanging.open() > 0);
    const { responses: [answer], milliseconds } = await converse(daemon, listMailboxes(tokenFor('free@example.test', other)));
    assert.equal(answer?.status, 200);
    assert.match(answer.body, /refuses connections/); // nobody listens at that port
    assert.ok(milliseconds < 8000, `${milliseconds} ms`);
    for (const socket of held) socket.destroy();
    await daemon.stop();
    await hanging.close();
  });

  test('SIGTERM lets a running request end, and takes no new one', async () => {
    const mail = await listenSilently();
    const daemon = await startDaemon('busy-terminate', { env: { IMAP_CONNECT_TIMEOUT: '1' } });
    const token = await sealToken(daemon.baseUrl, { host: 'localhost', port: mail.port });
    const running = Array.from({ length: 4 }, () => converse(daemon, listMailboxes(token), { quiet: 5000 }));
    await eventually('the mail server is asked', () => mail.open() > 0);
    const began = Date.now();
    daemon.child.kill('SIGTERM');
    await eventually('it listens no more', () => open(daemon).then((socket) => { socket.destroy(); }, () => true));
    for (const { responses, closed } of await Promise.all(running)) {
      assert.equal(responses.length, 1);
      assert.equal(responses[0].status, 200);
      assert.ok(closed);
    }
    assert.deepEqual(await daemon.ended, { code: 0, signal: null });
    assert.ok(Date.now() - began < 30_000);
    await mail.close();
  });

  test('SIGHUP renews the certificate and no request fails', async () => {
    const daemon = await startDaemon('busy-reload', { tls: true });
    let isOver = false;
    let answered = 0;
    const client = async (options) => {
      while (!isOver) {
        const { responses } = await converse(daemon, options.bytes, { quiet: 0 });
        assert.equal(responses[0]?.status, 200);
        answered += 1;
      }
    };
    const clients = [get(), health, health, health].map((bytes) => client({ bytes }));
    for (let i = 0; i < 5; i += 1) {
      makeCertificate(daemon.directory, 'tls');
      daemon.child.kill('SIGHUP');
      await sleep(300);
    }
    isOver = true;
    await Promise.all(clients);
    assert.ok(answered > 50, `${answered} requests`);
    assert.equal(daemon.log().match(/certificate="in use"/g)?.length, 5);
    await daemon.stop();
  });
});
