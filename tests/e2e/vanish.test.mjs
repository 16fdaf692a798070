// SPDX-License-Identifier: GPL-3.0-or-later
// A client may go away at any point: at every stage of every route, plain and over TLS, with FIN and with RST.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import net from 'node:net';
import tls from 'node:tls';
import { eventually, measuresMemory, sealToken, startDaemon } from './lib/daemon.mjs';
import { call, get, listMailboxes, post, toolsList } from './lib/httpCases.mjs';
import { listenSilently } from './lib/mailServers.mjs';
import { converse } from './lib/rawHttp.mjs';
import { openForm, pkcePair, REDIRECT_URI } from './lib/oauth.mjs';
import { binary } from './lib/stack.mjs';

// openForm() uses fetch, which knows nothing of a certificate that was made for this test.
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';

const formPost = (path, body, fields = '') => `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n`
  + `${fields}Content-Length: ${body.length}\r\n\r\n${body}`;

/** The whole request for each route; `waits` are those that are answered only when a mail server has been asked. */
const routes = [
  ...['/.well-known/oauth-protected-resource', '/.well-known/oauth-protected-resource/mcp', '/.well-known/oauth-authorization-server',
    '/.well-known/openid-configuration', '/health', '/ready', '/metrics', '/nowhere'].map((path) => ({ name: `GET ${path}`, send: () => get(path) })),
  { name: 'GET /oauth/authorize', send: ({ client }) => get(`/oauth/authorize?client_id=${client}&redirect_uri=${encodeURIComponent(REDIRECT_URI)}&response_type=code`
    + `&code_challenge=${pkcePair().challenge}&code_challenge_method=S256`) },
  { name: 'POST /oauth/authorize', waits: true, send: ({ login }) => login },
  { name: 'POST /oauth/token', send: ({ client }) => formPost('/oauth/token', `grant_type=refresh_token&refresh_token=a&client_id=${client}`) },
  { name: 'POST /oauth/revoke', send: ({ client }) => formPost('/oauth/revoke', `token=a&client_id=${client}`) },
  { name: 'OPTIONS /mcp', send: () => 'OPTIONS /mcp HTTP/1.1\r\nHost: localhost\r\n\r\n' },
  { name: 'POST /mcp, refused', send: () => call('garbage', toolsList()) },
  { name: 'POST /mcp, tools/list', send: ({ token }) => call(token, toolsList()) },
  { name: 'POST /mcp, in chunks', send: () => post('/mcp', 'Transfer-Encoding: chunked\r\n', '5\r\nhello\r\n0\r\n\r\n') },
  { name: 'POST /mcp, a tool', waits: true, send: ({ token }) => listMailboxes(token) },
  { name: 'POST /mcp, an event stream', waits: true, streams: true, send: ({ token }) => listMailboxes(token, { progressToken: 1 }) },
];

/** How much of the request is sent, and whether the first byte of an answer is awaited, before the client goes. */
const stages = {
  connected: { take: () => 0 },
  'half the request line': { take: (text) => text.indexOf('\r\n') / 2 },
  'half the head': { take: (text) => text.indexOf('\r\n\r\n') - 5 },
  'half the body': { take: (text) => (text.length - text.indexOf('\r\n\r\n') - 4 > 1 ? text.length - 2 : undefined) },
  'complete, and gone at once': { take: (text) => text.length },
  'complete, while a mail server is asked': { take: (text, route) => (route.waits ? text.length : undefined), asks: true },
  'the first bytes of the answer': { take: (text, route) => (route.waits && !route.streams ? undefined : text.length), reads: true },
};

const endings = { FIN: (socket) => socket.end(), RST: (socket) => socket.resetAndDestroy() };

/** A connection whose TCP socket can be ended in its own way, under TLS as well. */
function connect({ port, isTls }) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    if (!isTls) return socket.once('connect', () => resolve({ socket, stream: socket })).once('error', reject);
    const stream = tls.connect({ socket, rejectUnauthorized: false, servername: 'localhost' }, () => resolve({ socket, stream }));
    return stream.once('error', reject);
  });
}

for (const isTls of [false, true]) {
  describe(`clients that vanish, ${isTls ? 'TLS' : 'plain'}`, () => {
    let daemon, mail, setup;
    before(async () => {
      mail = await listenSilently();
      daemon = await startDaemon(`vanish-${isTls ? 'tls' : 'plain'}`, { tls: isTls, env: { MAX_CONNECTIONS_PER_ADDRESS: '1000', MAX_IMAP_WAITING_PER_MAILBOX: '10000' } });
      const { client_id } = JSON.parse(execFileSync(binary, ['generate', '--json', '--imap-host=localhost', `--imap-port=${mail.port}`, '--smtp-host=localhost',
        `--smtp-port=${mail.port}`, `--redirect-uri=${REDIRECT_URI}`],
      { encoding: 'utf8', cwd: daemon.directory, env: { PATH: process.env.PATH, HOME: daemon.directory, ENCRYPTION_KEY: daemon.key, BASE_URL: daemon.baseUrl } }));
      const form = await openForm({ base_url: daemon.baseUrl, mcp_url: `${daemon.baseUrl}/mcp`, client_id }, pkcePair().challenge);
      const fields = new URLSearchParams({ ...form.hidden, email: 'alice@example.test', imap_username: 'alice@example.test', imap_password: 'canary-password', use_same_credentials: '1' });
      for (const scope of form.scopes) fields.append('scope', scope);
      setup = {
        client: client_id,
        token: await sealToken(daemon.baseUrl, { host: 'localhost', port: mail.port }),
        login: formPost('/oauth/authorize', String(fields), `Origin: ${daemon.baseUrl}\r\nSec-Fetch-Site: same-origin\r\nCookie: ${form.cookies}\r\n`),
      };
    });
    after(async () => {
      await daemon?.stop();
      await mail?.close();
    });

    async function vanish(route, stage, end) {
      const text = route.send(setup);
      const length = stage.take(text, route);
      if (length === undefined) return;
      const { socket, stream } = await connect({ port: daemon.port, isTls });
      for (const one of [socket, stream]) one.on('error', () => {});
      const answered = new Promise((resolve) => { stream.once('data', resolve).once('close', resolve); });
      if (length > 0) await new Promise((resolve) => { stream.write(text.slice(0, length), resolve); });
      if (stage.reads) await answered;
      if (stage.asks) await eventually('a mail server is asked', () => mail.open() > 0);
      end(socket);
      // An ended socket still takes what comes; a client that has vanished does not.
      setTimeout(() => socket.destroy(), 20);
    }

    const connections = async () => {
      const { received } = await converse({ port: daemon.port, tls: isTls }, get('/metrics', 'Connection: close\r\n'));
      return Number(/^mail_mcp_http_connections (\d+)$/m.exec(received)?.[1]);
    };
    const settled = async () => {
      await eventually('only the one that asks is connected', async () => await connections() === 1);
      await eventually('no mail server is held', () => mail.open() === 0);
    };

    for (const route of routes) {
      test(route.name, async () => {
        for (const stage of Object.values(stages)) {
          for (const end of Object.values(endings)) await vanish(route, stage, end);
        }
        await settled();
      });
    }

    test('in the middle of a TLS handshake', { skip: !isTls && 'there is none' }, async () => {
      for (const end of Object.values(endings)) {
        for (const bytes of ['\x16', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03']) {
          const socket = net.connect({ port: daemon.port, host: '127.0.0.1' }).on('error', () => {});
          await new Promise((resolve) => { socket.once('connect', () => socket.write(Buffer.from(bytes, 'latin1'), resolve)); });
          end(socket);
          setTimeout(() => socket.destroy(), 20);
        }
      }
      await settled();
    });

    test('all of them at once, again and again: nothing is left behind', async () => {
      const wave = () => Promise.all(routes.flatMap((route) => Object.values(stages).filter(({ asks }) => !asks)
        .flatMap((stage) => Object.values(endings).map((end) => vanish(route, stage, end)))));
      await wave();
      await settled();
      const before = { descriptors: daemon.descriptors(), memory: daemon.residentKiB() };
      for (let i = 0; i < 5; i += 1) await wave();
      await settled();
      await eventually('descriptors are given back', () => daemon.descriptors() <= before.descriptors);
      assert.ok(!measuresMemory || daemon.residentKiB() - before.memory < 8 * 1024, `${daemon.residentKiB() - before.memory} KiB more`);
      assert.equal((await converse({ port: daemon.port, tls: isTls }, get())).responses[0].status, 200);
      assert.doesNotMatch(daemon.log(), /ERROR|handler_failed|handler_gave_no_answer|parsers_disagree/);
      assert.ok(!daemon.log().includes('canary-password'));
    });
  });
}
