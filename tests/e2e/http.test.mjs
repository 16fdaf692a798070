// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP abuse: raw bytes to the real daemon, plain and TLS, and once more through nginx and Caddy.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { sealToken, startDaemon } from './lib/daemon.mjs';
import { call, cases, get, toolsList } from './lib/httpCases.mjs';
import { has, startProxy } from './lib/proxies.mjs';
import { converse } from './lib/rawHttp.mjs';
import { binary, freePort } from './lib/stack.mjs';

/** How the requests get to the daemon. */
const ways = {
  plain: {}, TLS: { tls: true }, nginx: { proxy: 'nginx' }, caddy: { proxy: 'caddy' },
};

/** What GET is for. */
const readable = ['/health', '/ready', '/metrics', '/oauth/authorize', '/.well-known/oauth-protected-resource', '/.well-known/oauth-protected-resource/mcp',
  '/.well-known/oauth-authorization-server', '/.well-known/openid-configuration', '/icons/send.svg', '/nowhere'];

async function startWay(name, { tls = false, proxy }) {
  const port = proxy ? await freePort() : undefined;
  const env = proxy ? { BASE_URL: `https://localhost:${port}`, TRUSTED_PROXIES: '127.0.0.1' } : {};
  const daemon = await startDaemon(`http-${name}`, { tls, env });
  const front = proxy ? await startProxy(proxy, { port, upstream: daemon.port }) : undefined;
  const { client_id: client } = JSON.parse(execFileSync(binary, ['generate', '--json', '--imap-host=localhost', '--smtp-host=localhost'],
    { encoding: 'utf8', cwd: daemon.directory, env: { PATH: process.env.PATH, HOME: daemon.directory, ENCRYPTION_KEY: daemon.key, BASE_URL: daemon.baseUrl } }));
  return { daemon, front, client, target: front ?? { port: daemon.port, tls }, token: await sealToken(daemon.baseUrl) };
}

for (const [name, way] of Object.entries(ways)) {
  describe(`HTTP, ${name}`, { skip: way.proxy && !has(way.proxy) && `${way.proxy} is not there (./dev test provides it)` }, () => {
    let setup;
    before(async () => { setup = await startWay(name, way); });
    after(async () => {
      await setup?.front?.stop();
      await setup?.daemon.stop();
    });

    test('what is right is answered', async () => {
      const health = await converse(setup.target, get());
      assert.deepEqual(health.responses.map(({ status, body }) => [status, body]), [[200, 'ok\n']]);
      const list = await converse(setup.target, call(setup.token, toolsList()));
      assert.equal(list.responses[0].status, 200, list.received);
    });

    describe('cases', { concurrency: 8 }, () => {
      for (const row of cases) {
        test(`${row.id} ${row.what}`, async () => {
          const expected = row[way.proxy] ?? row.statuses;
          const mustClose = !way.proxy && !row.stays;
          const answer = await converse(setup.target, row.send(setup), expected.length === 0 ? { most: 1000 } : { quiet: mustClose ? 5000 : 150 });
          // A proxy may say 100 to whoever waits for it.
          const responses = answer.responses.filter(({ status }) => !way.proxy || status >= 200);
          assert.ok(!row.never || !answer.received.includes(row.never), answer.received);
          if (typeof expected === 'string') return assert.equal(answer.received, expected);
          if (row.mayReset && answer.received === '') return assert.ok(answer.closed);
          // Whether a proxy waits for the content or passes a refusal on that came before it depends on who is faster.
          const passedOn = way.proxy && expected.length === 0 && responses.length > 0;
          assert.deepEqual(responses.map((response) => response.status), passedOn ? row.statuses : expected, answer.received.slice(0, 1000));
          assert.equal(answer.rest, '');
          if (row.within) assert.ok(answer.milliseconds < row.within, `${answer.milliseconds} ms`);
          if (row.code) assert.equal(JSON.parse(responses[0].body).error.code, row.code);
          for (const { fields } of responses) assert.ok(fields.every(([field]) => field !== 'x-injected'), 'nothing was smuggled into the head');
          if (!mustClose) return undefined;
          assert.ok(answer.closed, 'the connection is closed');
          return assert.equal(responses.at(-1).headers.connection, 'close');
        });
      }
    });

    test('HT-32 HEAD is GET without the content', async () => {
      // Metrics count the very request that asks for them.
      const varies = (path) => ['date', ...(path === '/metrics' ? ['content-length', 'transfer-encoding'] : [])];
      async function head(method, path) {
        const { responses, rest } = await converse(setup.target, `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`, { methods: [method], quiet: 5000 });
        assert.equal(responses.length, 1);
        assert.equal(rest, '', `${method} ${path}`);
        return [responses[0].status, responses[0].fields.filter(([field]) => !varies(path).includes(field))];
      }
      for (const path of readable) assert.deepEqual(await head('HEAD', path), await head('GET', path), path);
    });

    test('nothing of all this reached a tool, and both parsers agreed throughout', () => {
      const log = setup.daemon.log();
      assert.match(log, /target="" revision="2026-07-28"/, 'calls are logged with what they call');
      assert.doesNotMatch(log, /target="[^"]/);
      assert.doesNotMatch(log, /unsanctioned_request|parsers_disagree|handler_failed|handler_gave_no_answer/);
      assert.doesNotMatch(log, /status="50[^15]"/);
      assert.ok(!log.includes('canary-password') && !log.includes(setup.token));
    });
  });
}
