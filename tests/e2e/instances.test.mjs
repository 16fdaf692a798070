// SPDX-License-Identifier: GPL-3.0-or-later
// Three daemons behind nginx, which gives each request to the next one, with one Redis or Valkey. One is killed under load, the others are
// restarted one after another: nobody notices but those whose requests were cut off, and they only have to ask again.
// MINUTES=5 in the environment goes on for so long.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { bearerClients } from './lib/bearerClients.mjs';
import { sleep } from './lib/daemon.mjs';
import { runCommand, startInstance } from './lib/instances.mjs';
import { Load } from './lib/load.mjs';
import { bearer, callMcp, obtainTokens, request } from './lib/oauth.mjs';
import { startProxy } from './lib/proxies.mjs';
import { startRedis } from './lib/redis.mjs';
import { freePort, freshDirectory, startStack } from './lib/stack.mjs';
import { until } from './lib/until.mjs';

// nginx has a certificate that nobody has signed.
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';

const seconds = process.env.MINUTES ? Number(process.env.MINUTES) * 60 : 30;
const COLLECTOR = 'collector@example.test';
const version = '2025-11-25';

/** A session of an older client, of which each request goes to the daemon that the test names. */
async function beginSession(daemon, token) {
  const headers = { authorization: bearer(token), 'content-type': 'application/json', accept: 'application/json, text/event-stream', 'mcp-protocol-version': version };
  const ask = ({ url }, method, body) => request(`${url}/mcp`, { method, headers, body: body && JSON.stringify({ jsonrpc: '2.0', ...body }) });
  const params = { protocolVersion: version, capabilities: { elicitation: {} }, clientInfo: { name: 'e2e', version: '1' } };
  const begun = await ask(daemon, 'POST', { id: 0, method: 'initialize', params });
  headers['mcp-session-id'] = begun.headers.get('mcp-session-id');
  return { post: (to, message) => ask(to, 'POST', message), end: (to) => ask(to, 'DELETE') };
}
const servers = (process.env.REDIS_SERVERS ?? process.env.REDIS_SERVER ?? 'redis-server').split(',');

for (const server of servers) {
  describe(`three daemons behind nginx with ${basename(server)}`, () => {
    let stack, redis, proxy;
    const daemons = [];
    const ready = (daemon) => request(`${daemon.url}/ready`).then(({ status }) => status === 200, () => false);
    const startAgain = async (index) => {
      daemons[index] = await startInstance(stack, { PORT: String(daemons[index].port) }, `daemon-${index}.log`);
      await until(() => ready(daemons[index]), 'a daemon is ready');
    };

    before(async () => {
      const name = `instances-${basename(server)}`;
      redis = await startRedis(freshDirectory(`${name}-store`), server);
      const port = await freePort();
      const base_url = `https://localhost:${port}`;
      const people = Object.fromEntries([...Array.from({ length: 5 }, (_, i) => `user${i}@example.test`), COLLECTOR].map((address) => [address, `${address} secret`]));
      stack = await startStack(name, { users: people, logLevel: 'INFO', env: {
        STATE_URL: redis.url, BASE_URL: base_url, TRUSTED_PROXIES: '127.0.0.1', MAX_IMAP_SESSIONS_PER_MAILBOX: '2', MAX_SENDS_PER_HOUR: '100000', MAX_SENDS_PER_DAY: '100000' } });
      process.kill(stack.pids.server, 'SIGTERM'); // three of our own take its place
      stack = { ...stack, base_url, mcp_url: `${base_url}/mcp` };
      for (let i = 0; i < 3; i += 1) daemons.push(await startInstance(stack, {}, `daemon-${i}.log`));
      proxy = await startProxy('nginx', { port, upstreams: daemons.map((daemon) => daemon.port) });
    });
    after(async () => {
      await proxy?.stop();
      await Promise.all(daemons.map((daemon) => daemon.stop()));
      stack?.stop();
      await redis?.kill();
    });

    test(`nobody notices that one is killed and the others are restarted (${seconds} s)`, { timeout: (seconds + 120) * 1000 }, async (context) => {
      const load = new Load(stack);
      const end = Date.now() + seconds * 1000;
      let hasFailed = false;
      const isOver = () => hasFailed || Date.now() > end;
      const asPerson = (email) => ({ ...stack.users.find((user) => user.email === email), cuts: 0 });
      const work = [
        ...Array.from({ length: 4 }, (_, i) => load.mailUser(asPerson(`user${i}@example.test`), COLLECTOR, isOver)),
        load.codeThief(asPerson('user4@example.test'), isOver),
        load.olderClient(asPerson('alice@example.test'), isOver),
      ].map((task) => task.catch((error) => { hasFailed = true; throw error; }));
      const disturbed = { kills: 0, restarts: 0 };
      const disturb = async () => {
        for (let victim = 0; !isOver(); victim = (victim + 1) % 3) {
          await sleep(3000);
          await load.kill(daemons[victim]);
          disturbed.kills += 1;
          await sleep(2000);
          await startAgain(victim);
          for (const other of [(victim + 1) % 3, (victim + 2) % 3]) {
            if (isOver()) return;
            await sleep(1500);
            await daemons[other].stop();
            await startAgain(other);
            disturbed.restarts += 1;
          }
        }
      };
      const outcomes = await Promise.allSettled([...work, disturb()]);
      const { count } = load;
      context.diagnostic(JSON.stringify({ seconds, ...disturbed, ...count, unknown: load.unknown.size, lost: load.lost.length, p50: load.percentile(0.5), p99: load.percentile(0.99), worst: load.percentile(1) }));
      assert.deepEqual(load.failedLogins, [], 'no login fails');
      assert.deepEqual(load.redeemedTwice, [], 'no code is redeemed twice');
      assert.deepEqual(load.lost, [], 'no request is lost');
      assert.deepEqual(outcomes.flatMap(({ reason }) => (reason ? [String(reason.stack)] : [])), []);
      for (const [what, number] of Object.entries({ ...count, cut: 1, ...disturbed })) assert.ok(number > 0, `there was load: ${what} ${number}`);

      const collector = await obtainTokens(stack, asPerson(COLLECTOR));
      const arrived = new Map();
      for (let page = 1; ; page += 1) {
        const answer = await callMcp(stack, bearer(collector.access_token), 'tools/call', { name: 'list_mail_messages', arguments: { folder: 'INBOX', page, per_page: 100 } });
        const { messages } = answer.json.result.structuredContent;
        for (const { subject } of messages) arrived.set(subject, (arrived.get(subject) ?? 0) + 1);
        if (messages.length < 100) break;
      }
      assert.deepEqual([...arrived].filter(([, times]) => times !== 1), [], 'no message was sent twice');
      assert.deepEqual([...load.sent].filter((subject) => !arrived.has(subject)), [], 'what was reported as sent has arrived');
      assert.deepEqual([...arrived.keys()].filter((subject) => !load.sent.has(subject) && !load.unknown.has(subject)), [], 'nothing else was sent');
    });

    for (const [name, connect] of Object.entries(bearerClients)) {
      test(`what one of them asks may be answered through another: ${name}`, { timeout: 60_000 }, async () => {
        const careful = await obtainTokens(stack, stack.alice, ['mail.send'], { confirm: '1' });
        let questions = 0;
        const { client } = await connect(stack.mcp_url, careful.access_token, () => {
          questions += 1;
          return { action: 'accept', content: { confirm: true } };
        });
        for (let i = 1; i <= 4; i += 1) {
          const sent = await client.callTool({ name: 'send_mail_message', arguments: { to: COLLECTOR, subject: `Asked ${i}, ${name}`, text_body: 'Yes.' } });
          assert.ok(!sent.isError, JSON.stringify(sent));
          assert.equal(questions, i);
        }
        await client.close();
      });
    }

    test('an older session ends at all of them', async () => {
      const { access_token } = await obtainTokens(stack);
      const session = await beginSession(daemons[0], access_token);
      const statuses = () => Promise.all(daemons.map((daemon) => session.post(daemon, { id: 1, method: 'tools/list' }).then(({ status }) => status)));
      assert.deepEqual(await statuses(), [200, 200, 200]);
      assert.equal((await session.end(daemons[1])).status, 204);
      assert.deepEqual(await statuses(), [404, 404, 404]);
      assert.equal((await session.end(daemons[2])).status, 404);
    });

    test('a call is cancelled through another one', async () => {
      const { access_token } = await obtainTokens(stack, stack.alice, ['mail.send'], { confirm: '1' });
      const session = await beginSession(daemons[0], access_token);
      const letter = { to: COLLECTOR, subject: 'Cancelled', text_body: 'No.' };
      // It asks the person, who never answers.
      const call = session.post(daemons[1], { id: 'call', method: 'tools/call', params: { name: 'send_mail_message', arguments: letter } });
      assert.equal((await session.post(daemons[2], { method: 'notifications/cancelled', params: { requestId: 'call' } })).status, 202);
      const { text } = await call;
      assert.doesNotMatch(text, /"id":"call"/);
    });

    test('a file that only one of them would find is not taken', async () => {
      const tokens = await obtainTokens(stack, stack.alice, ['mail.draft']);
      const { json } = await callMcp(stack, bearer(tokens.access_token), 'tools/call', { name: 'create_attachment_upload', arguments: { filename: 'a.txt' } });
      assert.equal(json.result.isError, true);
      assert.match(json.result.content[0].text, /AWS_S3_BUCKET/);
    });

    test('what the administrator revokes is refused by all of them', async () => {
      const tokens = await obtainTokens(stack);
      const statuses = () => Promise.all(daemons.map(({ url }) => callMcp({ mcp_url: `${url}/mcp` }, bearer(tokens.access_token), 'tools/list').then(({ status }) => status)));
      assert.deepEqual(await statuses(), [200, 200, 200]);
      await runCommand(stack, 'clients', 'revoke', '--all');
      await until(async () => (await statuses()).every((status) => status === 401), 'all refuse it', 7000);
    });
  });
}
