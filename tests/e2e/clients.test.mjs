// SPDX-License-Identifier: GPL-3.0-or-later
// mail_mcp clients: another process than the server, on the same store.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { authorizationUrl, bearer, callMcp, obtainCode, obtainTokens, pkcePair, redeem, refresh, request } from './lib/oauth.mjs';
import { startRedis } from './lib/redis.mjs';
import { binary, freshDirectory, startStack } from './lib/stack.mjs';
import { until } from './lib/until.mjs';

const FAILURE = 1;
const USAGE = 2;
const UNAVAILABLE = 69;
const CONFIGURATION = 78;
const HEARD = 6000; // the server takes notice within 5 seconds

for (const store of ['sqlite', 'redis']) {
  describe(`clients in ${store}`, () => {
    let stack, redis;
    before(async () => {
      if (store === 'redis') redis = await startRedis(freshDirectory('clients-redis-server'));
      stack = await startStack(`clients-${store}`, { name: 'Wörk \u001b[31m\u202email', env: redis ? { STATE_URL: redis.url } : {} });
    });
    after(async () => {
      stack?.stop();
      await redis?.kill();
    });

    const run = (...args) => spawnSync(binary, ['clients', ...args, '--env-file', stack.env_file],
      { encoding: 'utf8', timeout: 20_000, env: { PATH: process.env.PATH } });
    const list = () => {
      const done = run('list', '--json');
      assert.equal(done.status, 0, done.stderr);
      return JSON.parse(done.stdout).clients;
    };
    const use = async (tokens) => (await callMcp(stack, bearer(tokens.access_token), 'tools/list')).status;

    test('nobody is listed before the first login', () => {
      assert.deepEqual(list(), []);
      assert.match(run('list').stdout, /^Nobody/);
    });

    test('a client is listed once somebody has logged in, and its name harms no terminal', async () => {
      await obtainTokens(stack);
      await obtainTokens(stack, stack.bob);
      const [client, ...others] = list();
      assert.deepEqual(others, []);
      assert.match(client.handle, /^[0-9a-f]{16}$/);
      assert.deepEqual([client.logins, client.denied], [2, false]);
      assert.ok(Math.abs(Date.parse(client.last_used) - Date.now()) < 60_000, client.last_used);
      const text = run('list');
      assert.equal(text.status, 0, text.stderr);
      assert.equal(text.stderr, '');
      assert.match(text.stdout, new RegExp(`^${client.handle} +\\S+Z +2 +allowed +Wörk`, 'm'));
      assert.doesNotMatch(text.stdout, /[\u001b\u202e]/);
    });

    test('a revoked client and its tokens are refused within 5 seconds (OA-021), until it is allowed again', async () => {
      const tokens = await obtainTokens(stack);
      const unused = await obtainCode(stack);
      assert.equal(await use(tokens), 200);
      const [{ handle }] = list();
      const done = run('revoke', handle);
      assert.equal(done.status, 0, done.stderr);
      assert.match(done.stdout, new RegExp(handle));
      await until(async () => await use(tokens) === 401, 'the access token is refused', HEARD);
      const page = await request(authorizationUrl(stack, pkcePair().challenge));
      assert.equal(page.status, 400);
      assert.match(page.text, /re-issued|denied|revoked|administrator/i);
      assert.equal(page.headers.get('location'), null);
      for (const answer of [await refresh(stack, tokens.refresh_token), await redeem(stack, unused)]) {
        assert.ok(answer.status === 400 || answer.status === 401, answer.text);
        assert.match(answer.json.error, /invalid_(client|grant)/);
      }
      assert.equal(list()[0].denied, true);
      assert.match(run('list').stdout, /denied/);

      assert.deepEqual(JSON.parse(run('allow', handle, '--json').stdout), { handle, denied: false });
      await until(async () => await use(tokens) === 200, 'the access token works again', HEARD);
      assert.equal((await refresh(stack, tokens.refresh_token)).status, 200);
      assert.equal(list()[0].denied, false);
    });

    test('revoke --all ends every login and no client (OA-101)', async () => {
      const [alice, bob] = [await obtainTokens(stack), await obtainTokens(stack, stack.bob)];
      const unused = await obtainCode(stack);
      const done = run('revoke', '--all', '--json');
      assert.equal(done.status, 0, done.stderr);
      const notBefore = Date.parse(JSON.parse(done.stdout).not_before);
      assert.ok(Math.abs(notBefore - Date.now()) < 5000);
      for (const tokens of [alice, bob]) {
        await until(async () => await use(tokens) === 401, 'the access token is refused', HEARD);
        const answer = await refresh(stack, tokens.refresh_token);
        assert.deepEqual([answer.status, answer.json.error], [400, 'invalid_grant']);
      }
      assert.equal((await redeem(stack, unused)).json.error, 'invalid_grant');
      await until(() => Date.now() > notBefore + 1000, 'the clock has moved on');
      assert.equal(await use(await obtainTokens(stack)), 200);
      assert.equal(list()[0].denied, false);
    });

    test('a handle that nobody has is said so', () => {
      for (const action of ['revoke', 'allow']) {
        const done = run(action, '0000000000000000');
        assert.equal(done.status, FAILURE);
        assert.match(done.stderr, /no client has this handle.*clients list/);
        assert.equal(done.stdout, '');
      }
    });

    if (store !== 'redis') return;
    test('a store that cannot be reached is named, without its password', async () => {
      await redis.kill();
      const done = run('list');
      await redis.start();
      assert.equal(done.status, UNAVAILABLE);
      assert.match(done.stderr, /redis:\/\/127\.0\.0\.1:\d+ cannot be used/);
      assert.doesNotMatch(done.stderr, /canary/);
      assert.equal(done.stderr.trim().split('\n').length, 1, done.stderr);
    });
  });
}

describe('clients without a store to look into', () => {
  const directory = freshDirectory('clients-nowhere');
  const run = (args, url) => spawnSync(binary, ['clients', ...args], { cwd: directory, encoding: 'utf8', timeout: 20_000,
    env: { PATH: process.env.PATH, HOME: directory, ENCRYPTION_KEY: Buffer.alloc(32, 'k1').toString('base64'), ...(url && { STATE_URL: url }) } });

  test('what is missing or too much is a mistake in use', () => {
    for (const [args, words] of [[['revoke'], /HANDLE.*--all/], [['allow'], /HANDLE/], [['revoke', 'x', '--all'], /Either/],
      [['revoke', 'x', 'y'], /'y'/], [['list', 'x'], /'x'/], [['allow', '--all'], /all/], [['forget'], /forget.*--help/], [[], /list, revoke or allow/]]) {
      const done = run(args);
      assert.equal(done.status, USAGE, `${args.join(' ')}: ${done.stderr}`);
      assert.match(done.stderr, words);
      assert.equal(done.stderr.trim().split('\n').length, 1, done.stderr);
    }
  });

  test('--help teaches what the actions do', () => {
    for (const args of [['--help'], ['list', '--help'], ['revoke', '--help'], ['allow', '--help']]) {
      const done = run(args);
      assert.equal(done.status, 0, done.stderr);
      assert.match(done.stdout, /Usage: mail_mcp clients/);
      assert.match(done.stdout, /5 seconds/);
    }
    assert.match(run(['revoke', '--help']).stdout, /Usage: mail_mcp clients revoke \[options\] HANDLE/);
  });

  test('a memory that only the server can see, or a file that is not there, is named and not made', () => {
    for (const [url, words] of [['memory:', /memory:/], [`sqlite:${join(directory, 'missing.db')}`, /missing\.db.*not there/], [undefined, /state\.db.*not there/],
      ['redis://localhost:0', /STATE_URL/], ['ftp://x', /STATE_URL/]]) {
      const done = run(['list'], url);
      assert.equal(done.status, CONFIGURATION, done.stderr);
      assert.match(done.stderr, words);
      assert.equal(done.stdout, '');
    }
  });
});
