// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon while its store is there, hangs, or is gone: nobody logs in and nothing is sent without it, reading goes on for
// half a minute, and all heals without a restart.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { bearer, callMcp, obtainCode, obtainTokens, openForm, pkcePair, redeem, refresh, request, sendForm } from './lib/oauth.mjs';
import { password, startRedis } from './lib/redis.mjs';
import { binary, freePort, freshDirectory, startStack } from './lib/stack.mjs';
import { until } from './lib/until.mjs';

const HEALED = 5000;

/** What tests of both stores do. */
function using(getStack) {
  const call = (tokens, name, parameters = {}) => callMcp(getStack(), bearer(tokens.access_token), 'tools/call', { name, arguments: parameters });
  const ready = async () => (await request(`${getStack().base_url}/ready`)).status;
  return {
    call,
    ready,
    letter: () => ({ to: 'bob@example.test', subject: 'While the store is gone', text_body: 'Hello', idempotency_key: randomUUID() }),
    async assertReads(tokens) {
      const answer = await call(tokens, 'list_mailboxes');
      assert.equal(answer.status, 200, answer.text);
      assert.ok(!answer.json.result.isError, answer.text);
    },
    /** Everything that has to be remembered is refused, and says so. */
    async assertNothingIsGranted(code, tokens, form) {
      for (const answer of [await redeem(getStack(), code), await refresh(getStack(), tokens.refresh_token)]) {
        assert.deepEqual([answer.status, answer.json?.error], [503, 'temporarily_unavailable'], answer.text);
        assert.match(answer.headers.get('retry-after'), /^\d+$/);
      }
      // A wrong password as well: no mail server is asked for nothing.
      for (const user of [getStack().alice, { ...getStack().alice, password: 'wrong' }]) {
        const login = await sendForm(getStack(), form, user);
        assert.equal(login.status, 503);
        assert.match(login.headers.get('retry-after'), /^\d+$/);
        assert.equal(login.headers.get('location'), null);
      }
      assert.equal(await ready(), 503);
      assert.equal((await request(`${getStack().base_url}/health`)).status, 200);
    },
    /** The same things work, the unused code included. */
    async assertHealed(code, tokens, form) {
      await until(async () => await ready() === 200, 'the store is used again', HEALED);
      assert.equal((await refresh(getStack(), tokens.refresh_token)).status, 200);
      assert.equal((await sendForm(getStack(), form, getStack().alice)).status, 303);
      if (code) assert.equal((await redeem(getStack(), code)).status, 200);
    },
  };
}

describe('a store in Redis', () => {
  let stack, redis, bob;
  const { call, ready, letter, assertReads, assertNothingIsGranted, assertHealed } = using(() => stack);
  const newForm = () => openForm(stack, pkcePair().challenge);
  before(async () => {
    redis = await startRedis(freshDirectory('store-redis-server'));
    stack = await startStack('store-redis', { env: { STATE_URL: redis.url } });
    bob = await obtainTokens(stack, stack.bob);
  });
  after(async () => {
    stack?.stop();
    redis?.resume();
    await redis?.kill();
    assert.ok(!stack?.serverLog().includes(password), 'no password in the log');
  });

  const lettersOfBob = async () => {
    const found = await call(bob, 'search_mail_messages', { folder: 'INBOX', query: 'SUBJECT "While the store is gone"' });
    return found.json.result.structuredContent.count;
  };

  test('the whole story works with it', async () => {
    const code = await obtainCode(stack);
    const first = await redeem(stack, code);
    assert.equal(first.status, 200);
    await assertReads(first.json);
    const second = await refresh(stack, first.json.refresh_token);
    assert.equal(second.status, 200);
    await assertReads(second.json);
    assert.equal(await ready(), 200);
    // A code that comes twice ends the login.
    const again = await redeem(stack, code);
    assert.deepEqual([again.status, again.json.error], [400, 'invalid_grant']);
    await until(async () => (await callMcp(stack, bearer(second.json.access_token), 'tools/list')).status === 401, 'the login has ended', 6000);
    // So does a token that is revoked by its client.
    const tokens = await obtainTokens(stack);
    const revoked = await request(`${stack.base_url}/oauth/revoke`, { method: 'POST', body: new URLSearchParams({
      client_id: stack.client_id, client_secret: stack.client_secret, token: tokens.refresh_token }) });
    assert.equal(revoked.status, 200);
    assert.equal((await refresh(stack, tokens.refresh_token)).json.error, 'invalid_grant');
    assert.equal((await callMcp(stack, bearer(tokens.access_token), 'tools/list')).status, 401);
    // And a message that is sent twice is sent once.
    const sender = await obtainTokens(stack, stack.alice, ['mail.send']);
    const message = { ...letter(), subject: 'Once' };
    const sent = [await call(sender, 'send_mail_message', message), await call(sender, 'send_mail_message', message)];
    assert.deepEqual(sent.map(({ json }) => json.result.structuredContent.duplicate), [false, true]);
  });

  test('fifty requests with one code get one answer (OA-068)', async () => {
    const code = await obtainCode(stack);
    const answers = await Promise.all(Array.from({ length: 50 }, () => redeem(stack, code)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.ok(answers.every(({ status, json }) => status === 200 || json.error === 'invalid_grant'));
  });

  test('two servers share it: what is used or revoked at one is so at the other (OA-099)', async () => {
    const port = await freePort();
    const other = { ...stack, base_url: `http://127.0.0.1:${port}`, mcp_url: `http://127.0.0.1:${port}/mcp` };
    const server = spawn(binary, ['server', '--env-file', stack.env_file], { stdio: 'ignore', env: { PATH: process.env.PATH, PORT: String(port) } });
    const ended = once(server, 'exit');
    try {
      await until(() => request(`${other.base_url}/ready`).then(({ status }) => status === 200, () => false), 'the other server is ready');
      const here = (tokens) => callMcp(stack, bearer(tokens.access_token), 'tools/list').then(({ status }) => status);
      const there = (tokens) => callMcp(other, bearer(tokens.access_token), 'tools/list').then(({ status }) => status);
      const code = await obtainCode(stack);
      const tokens = (await redeem(other, code, { resource: stack.mcp_url })).json;
      assert.deepEqual([await here(tokens), await there(tokens)], [200, 200]);
      const rotated = await refresh(stack, tokens.refresh_token);
      assert.equal(rotated.status, 200);
      assert.equal((await refresh(other, rotated.json.refresh_token)).status, 200);
      // The code once more, at the server that has not seen it: everything that came of it ends, at both.
      assert.equal((await redeem(stack, code)).json.error, 'invalid_grant');
      assert.equal(await here(tokens), 401);
      await until(async () => await there(tokens) === 401, 'the other server has heard of it', 6000);
    } finally {
      server.kill('SIGTERM');
      assert.deepEqual(await ended, [0, null]);
    }
  });

  test('config shows no password', () => {
    const done = spawnSync(binary, ['config', '--env-file', stack.env_file], { encoding: 'utf8', env: { PATH: process.env.PATH } });
    assert.equal(done.status, 0, done.stderr);
    assert.match(done.stdout, /^STATE_URL=redis:\/\/mailmcp:\(not shown\)@127\.0\.0\.1/m);
    assert.ok(!`${done.stdout}${done.stderr}`.includes(password));
  });

  test('while it hangs, reading goes on for half a minute, and nothing else (FT-16)', { timeout: 120_000 }, async () => {
    const sender = await obtainTokens(stack, stack.alice, ['mail.send']);
    const [code, tokens, form] = [await obtainCode(stack), await obtainTokens(stack), await newForm()];
    await assertReads(tokens);
    const hungAt = Date.now();
    redis.pause();
    await assertReads(tokens);
    await assertNothingIsGranted(code, tokens, form);
    const refused = await call(sender, 'send_mail_message', letter());
    assert.ok(refused.status === 503 || refused.json.result.isError, refused.text);
    await assertReads(tokens);
    await until(async () => (await call(tokens, 'list_mailboxes')).status === 503, 'reading ends', 45_000);
    assert.ok(Date.now() - hungAt > 20_000, `${Date.now() - hungAt} ms`);
    const ended = await call(tokens, 'list_mailboxes');
    assert.deepEqual([ended.status, ended.json.error], [503, 'temporarily_unavailable']);
    assert.match(ended.headers.get('retry-after'), /^\d+$/);
    redis.resume();
    await assertHealed(undefined, tokens, form);
    await assertReads(tokens);
    assert.equal(await lettersOfBob(), 0, 'the message was refused before the mail server heard of it');
    assert.ok(!(await call(sender, 'send_mail_message', letter())).json.result.isError);
    await until(async () => await lettersOfBob() === 1, 'the message has arrived');
  });

  test('while it is gone, nothing is granted, and codes from before stay refused (FT-16, OA-069)', async () => {
    const [code, tokens, form] = [await obtainCode(stack), await obtainTokens(stack), await newForm()];
    await redis.kill();
    const begun = Date.now();
    await assertReads(tokens);
    await assertNothingIsGranted(code, tokens, form);
    assert.ok(Date.now() - begun < 5000, 'nobody waits long for a store that is gone');
    await redis.start();
    await until(async () => await ready() === 200, 'the store is used again', HEALED);
    // It may have lost its last second, so nobody knows whether they were used.
    const late = await redeem(stack, code);
    assert.deepEqual([late.status, late.json.error], [400, 'invalid_grant']);
    assert.equal((await sendForm(stack, form, stack.alice)).status, 400);
    await new Promise((resolve) => { setTimeout(resolve, 1000); }); // whole seconds count
    await assertHealed(undefined, tokens, await newForm());
    await assertReads(await obtainTokens(stack));
  });

  test('nobody answers in place of a store that refuses our password', async () => {
    const done = spawnSync(binary, ['server', '--env-file', stack.env_file], { encoding: 'utf8', timeout: 20_000,
      env: { PATH: process.env.PATH, STATE_URL: redis.url.replace(password, 'wrong-canary') } });
    assert.equal(done.status, 78, done.stderr);
    assert.match(done.stderr, /refused the user name or the password/);
    assert.doesNotMatch(done.stderr, /canary/);
  });
});

describe('a store in SQLite', () => {
  let stack;
  const { call, letter, assertReads, assertNothingIsGranted, assertHealed } = using(() => stack);
  before(async () => { stack = await startStack('store-sqlite'); });
  after(() => stack?.stop());

  test('while another program holds it, reading goes on, and nothing else', { timeout: 120_000 }, async (context) => {
    const sender = await obtainTokens(stack, stack.alice, ['mail.send']);
    const [code, tokens, form] = [await obtainCode(stack), await obtainTokens(stack), await openForm(stack, pkcePair().challenge)];
    const path = /^STATE_URL=sqlite:(.*)$/m.exec(readFileSync(stack.env_file, 'utf8'))[1];
    const holder = spawn('python3', ['-c', 'import sqlite3, sys\nd = sqlite3.connect(sys.argv[1], isolation_level=None)\nd.execute("BEGIN IMMEDIATE")\n'
      + 'print("held", flush=True)\nsys.stdin.read()', path]);
    context.after(() => holder.kill());
    await once(holder.stdout, 'data');
    await assertReads(tokens);
    await assertNothingIsGranted(code, tokens, form);
    const refused = await call(sender, 'send_mail_message', letter());
    assert.ok(refused.json.result.isError, refused.text);
    await assertReads(tokens);
    holder.stdin.end();
    await once(holder, 'exit');
    await assertHealed(code, tokens, form);
  });
});
