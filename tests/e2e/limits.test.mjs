// SPDX-License-Identifier: GPL-3.0-or-later
// Every limit of the HTTP server, set to something small: one below is taken, one above is not.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import net from 'node:net';
import { eventually, sealToken, sleep, startDaemon } from './lib/daemon.mjs';
import { get, listMailboxes, post } from './lib/httpCases.mjs';
import { listenSilently } from './lib/mailServers.mjs';
import { converse, open } from './lib/rawHttp.mjs';

const settings = {
  MAX_CONNECTIONS: '20', MAX_CONNECTIONS_PER_ADDRESS: '12', HTTP_MAX_REQUESTS_PER_CONNECTION: '3', HTTP_MAX_REQUEST_LINE: '100',
  HTTP_MAX_HEADER_BLOCK: '4096', HTTP_MAX_HEADER_FIELDS: '10', HTTP_MAX_HEADER_FIELD: '2048', HTTP_MAX_CHUNKS: '4', HTTP_MAX_FORM_BODY: '1024',
  HTTP_MAX_MCP_BODY: '4096', HTTP_MAX_BUFFERED_BODIES: '4096', HTTP_HANDSHAKE_TIMEOUT: '1', HTTP_HEADER_TIMEOUT: '1', HTTP_BODY_TIMEOUT: '2',
  HTTP_BODY_RATE: '10', HTTP_IDLE_TIMEOUT: '3', HTTP_LINGER_TIMEOUT: '2', HTTP_DRAIN_TIMEOUT: '1',
  METRICS_FROM: '127.0.0.0/8', MAX_UPLOAD_SIZE: '1024',
};

const form = (path) => (length) => `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${length}\r\n\r\n${'a'.repeat(length)}`;
const mcp = (length) => post('/mcp', `Content-Length: ${length}\r\n`, 'a'.repeat(length));
const chunks = (count) => post('/mcp', 'Transfer-Encoding: chunked\r\n', `${'1\r\na\r\n'.repeat(count)}0\r\n\r\n`);
const fields = (count) => get('/health', Array.from({ length: count - 1 }, (_, i) => `X-${i}: a\r\n`).join(''));
const line = (length) => get(`/${'a'.repeat(length - 'GET / HTTP/1.1'.length)}`);
const field = (length) => get('/health', `X: ${'a'.repeat(length - 3)}\r\n`);
// Host and the line at the end are counted as well.
const block = (length) => get('/health', `X: ${'a'.repeat(2045)}\r\nY: ${'a'.repeat(length - 17 - 2050 - 5 - 2)}\r\n`);

const sizes = [
  { name: 'HTTP_MAX_REQUEST_LINE', size: 100, send: line, taken: 404, refused: 414 },
  { name: 'HTTP_MAX_HEADER_FIELD', size: 2048, send: field, taken: 200, refused: 431 },
  { name: 'HTTP_MAX_HEADER_BLOCK', size: 4096, send: block, taken: 200, refused: 431 },
  { name: 'HTTP_MAX_HEADER_FIELDS', size: 10, send: fields, taken: 200, refused: 431 },
  { name: 'HTTP_MAX_CHUNKS', size: 4, send: chunks, taken: 401, refused: 413 },
  ...[['/oauth/token', 400], ['/oauth/revoke', 401], ['/oauth/authorize', 400]].map(([path, taken]) => (
    { name: `HTTP_MAX_FORM_BODY, ${path}`, size: 1024, send: form(path), taken, refused: 413 })),
  { name: 'HTTP_MAX_MCP_BODY', size: 4096, send: mcp, taken: 401, refused: 413 },
];

/** Something again and again, with a pause before each. */
async function* slowly(head, piece, milliseconds) {
  yield head;
  for (;;) {
    await sleep(milliseconds);
    yield piece;
  }
}

describe('limits of the HTTP server', () => {
  let daemon;
  before(async () => { daemon = await startDaemon('limits', { env: settings }); });
  after(() => daemon?.stop());

  const connections = async () => {
    const { received } = await converse(daemon, get('/metrics', 'Connection: close\r\n'), { localAddress: '127.0.0.9' });
    return Number(/^mail_mcp_http_connections (\d+)$/m.exec(received)?.[1]) - 1;
  };
  const quiet = () => eventually('all connections are gone', async () => await connections() === 0);

  for (const { name, size, send, taken, refused } of sizes) {
    test(name, async () => {
      assert.deepEqual((await converse(daemon, send(size))).responses.map(({ status }) => status), [taken]);
      assert.deepEqual((await converse(daemon, send(size + 1))).responses.map(({ status }) => status), [refused]);
    });
  }

  test('HTTP_MAX_BUFFERED_BODIES', async () => {
    const first = await open(daemon);
    first.write(mcp(4096).slice(0, -1));
    await sleep(100);
    assert.deepEqual((await converse(daemon, mcp(10))).responses.map(({ status }) => status), [503]);
    first.destroy();
    await quiet();
    assert.deepEqual((await converse(daemon, mcp(10))).responses.map(({ status }) => status), [401]);
  });

  test('HTTP_MAX_BUFFERED_BODIES_PER_ADDRESS', async () => {
    const other = await startDaemon('limits-bodies', { env: { ...settings, HTTP_MAX_BUFFERED_BODIES: '100000', HTTP_MAX_BUFFERED_BODIES_PER_ADDRESS: '4096' } });
    const first = await open(other);
    first.write(mcp(4096).slice(0, -1));
    await sleep(100);
    const statuses = async (options) => (await converse(other, mcp(10), options)).responses.map(({ status }) => status);
    assert.deepEqual(await statuses(), [503]);
    assert.deepEqual(await statuses({ localAddress: '127.0.0.2' }), [401]);
    first.destroy();
    await other.stop();
  });

  test('HTTP_MAX_REQUESTS_PER_CONNECTION', async () => {
    async function* three() {
      for (let i = 0; i < 3; i += 1) {
        yield get();
        await sleep(100);
      }
    }
    const { responses, closed } = await converse(daemon, three());
    assert.deepEqual(responses.map(({ headers }) => headers.connection), [undefined, undefined, 'close']);
    assert.ok(closed);
  });

  describe('times', { concurrency: 8 }, () => {
    // The upper bounds tell a setting from its default, and leave a busy machine its time.
    const between = (answer, least, most) => assert.ok(answer.closed && answer.milliseconds >= least && answer.milliseconds < most, `${answer.closed}, ${answer.milliseconds} ms`);

    test('HTTP_HEADER_TIMEOUT: a client that says nothing', async () => {
      const answer = await converse(daemon, '');
      assert.equal(answer.received, '');
      between(answer, 900, 9000);
    });
    test('HTTP_HEADER_TIMEOUT: a head that drips (HT-19)', async () => {
      const answer = await converse(daemon, slowly('GET /health HTTP/1.1\r\nHost: localhost\r\nX-A: ', 'a', 200));
      assert.equal(answer.responses[0].status, 408);
      between(answer, 900, 9000);
    });
    test('HTTP_BODY_TIMEOUT: a body that drips (HT-20)', async () => {
      const answer = await converse(daemon, slowly(mcp(1000).slice(0, -1000), 'a', 500));
      assert.equal(answer.responses[0].status, 408);
      between(answer, 1900, 20_000);
    });
    test('HTTP_BODY_RATE: what has arrived earns time', async () => {
      const answer = await converse(daemon, mcp(20).slice(0, -5));
      assert.equal(answer.responses[0].status, 408);
      between(answer, 3400, 20_000);
    });
    test('HTTP_IDLE_TIMEOUT', async () => {
      const answer = await converse(daemon, get(), { quiet: 8000 });
      assert.equal(answer.responses[0].status, 200);
      between(answer, 2900, 20_000);
    });
  });

  test('HTTP_LINGER_TIMEOUT', async () => {
    await quiet();
    const socket = await open(daemon, { allowHalfOpen: true });
    socket.on('data', () => {});
    const began = Date.now();
    socket.write('nonsense\r\n');
    await sleep(1000);
    assert.equal(await connections(), 1);
    await quiet();
    assert.ok(Date.now() - began >= 1900 && Date.now() - began < 10_000, `${Date.now() - began} ms`);
    socket.destroy();
  });

  test('MAX_CONNECTIONS and MAX_CONNECTIONS_PER_ADDRESS', async () => {
    await quiet();
    const sockets = [];
    const add = async (localAddress, count) => {
      for (let i = 0; i < count; i += 1) sockets.push(await open(daemon, { localAddress }));
    };
    const status = async (localAddress) => (await converse(daemon, get('/health', 'Connection: close\r\n'), { localAddress })).responses[0].status;
    await add('127.0.0.2', 12);
    assert.equal(await status('127.0.0.2'), 503);
    assert.equal(await status('127.0.0.3'), 200);
    await add('127.0.0.3', 8);
    assert.equal(await status('127.0.0.3'), 503);
    for (const socket of sockets) socket.destroy();
    await quiet();
  });
});

test('HTTP_HANDSHAKE_TIMEOUT: a client that does not begin TLS (HT-47)', async () => {
  const daemon = await startDaemon('limits-tls', { env: settings, tls: true });
  const socket = net.connect({ port: daemon.port, host: '127.0.0.1' });
  const began = Date.now();
  await new Promise((resolve) => { socket.on('error', () => {}).once('close', resolve).resume(); });
  assert.ok(Date.now() - began >= 900 && Date.now() - began < 9000, `${Date.now() - began} ms`);
  await daemon.stop();
});

test('HTTP_DRAIN_TIMEOUT: a request that does not end in time is dropped', async () => {
  const mail = await listenSilently();
  const daemon = await startDaemon('limits-drain', { env: { ...settings, HTTP_MAX_MCP_BODY: '8192', HTTP_MAX_BUFFERED_BODIES: '8192' } });
  const token = await sealToken(daemon.baseUrl, { host: 'localhost', port: mail.port });
  const socket = await open(daemon);
  socket.write(listMailboxes(token));
  await eventually('the tool is running', () => mail.open() === 1);
  const began = Date.now();
  await daemon.stop();
  assert.ok(Date.now() - began >= 900 && Date.now() - began < 20_000, `${Date.now() - began} ms`);
  await mail.close();
});
