// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { once } from 'node:events';
import net from 'node:net';
import { startDelayProxy } from './lib/delayProxy.mjs';
import { answerTo } from './lib/imapServer.mjs';
import { latest, median, plot, summarise, table } from './lib/report.mjs';
import { atLeast, atMost, isMet, notMeasured, targetList, targetTable, told } from './lib/targets.mjs';
import { targetsOf } from './scenarios/operations.mjs';

describe('what is measured', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-mcp-bench-'));
  after(() => rmSync(folder, { recursive: true }));

  function tryBuild(cache) {
    writeFileSync(join(folder, 'CMakeCache.txt'), cache);
    writeFileSync(join(folder, 'program'), '');
    const script = `import { requireOptimised } from ${JSON.stringify(join(import.meta.dirname, 'lib', 'build.mjs'))}; requireOptimised(${JSON.stringify(join(folder, 'program'))});`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  }

  test('an optimised build', () => assert.equal(tryBuild('CMAKE_BUILD_TYPE:STRING=RelWithDebInfo\nSANITIZERS:STRING=\nCOVERAGE:BOOL=OFF\n').status, 0));
  for (const [what, cache] of Object.entries({
    'a debug build': 'CMAKE_BUILD_TYPE:STRING=Debug\n',
    'a build with sanitizers': 'CMAKE_BUILD_TYPE:STRING=RelWithDebInfo\nSANITIZERS:STRING=address\n',
    'a build with counters': 'CMAKE_BUILD_TYPE:STRING=Release\nCOVERAGE:BOOL=ON\n',
    'a build of which nothing is known': '' })) {
    test(`not ${what}`, () => {
      const { status, stderr } = tryBuild(cache);
      assert.equal(status, 2);
      assert.match(stderr, /is not from an optimised build/);
    });
  }
});

describe('the report', () => {
  const run = (rps, p50, p99) => ({ rps, p50, p99, cpu: 0.2, errors: 0 });
  const memory = { afterwards: 40 };
  const targets = [{ scenario: 'start', ...atMost('median', 120, 150, 'ms') }];
  // The machine was twice as fast in the second round; that says nothing about the ratio.
  const found = [
    { round: 0, name: 'list_100', workers: 8, server: run(70, 1, 2), floor: run(100, 0.5, 1), peers: { other: run(5, 9, 9) } },
    { round: 1, name: 'list_100', workers: 8, server: run(140, 3, 4), floor: run(200, 0.5, 1), peers: { other: run(7, 9, 9) } },
    { round: 0, name: 'list_100', workers: 1, server: run(10, 1, 2), floor: run(20, 0.5, 1), peers: {} },
    { round: 0, name: 'ping', workers: 8, server: run(1000, 1, 2), peers: {} },
  ];

  test('medians', () => {
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([4, undefined, 1]), 2.5);
    assert.equal(median([undefined]), null);
  });

  test('ratios are those of the rounds', () => {
    const [first] = summarise(found);
    assert.equal(first.ratio.toFixed(3), '0.700');
    assert.equal(first.peers.other, 6);
  });

  test('latest.json has the entries with eight workers, null where there is no floor, and the targets', () => {
    assert.deepEqual(latest({ found, memory, targets }), { rss_mb: 40, ops: {
      list_100: { conc: 8, rps: 105, floor_rps: 150, ratio: 0.7, p50_ms: 2, p99_ms: 3, cpu_ms: 0.2 },
      ping: { conc: 8, rps: 1000, floor_rps: null, ratio: null, p50_ms: 1, p99_ms: 2, cpu_ms: 0.2 } },
    targets: [{ scenario: 'start', what: 'median', values: [120], unit: 'ms', at_most: 150, met: true }] });
  });

  test('the table names everything, the plot those with eight workers', () => {
    assert.match(table(found), /^\| list_100 +\| +8 \| +105 \| +150 \| +0\.70 \|/m);
    assert.match(plot(found), /^<svg [^]*>list_100<[^]*>105 Mail MCP<[^]*>ping<[^]*<\/svg>\n$/);
  });
});

describe('targets', () => {
  test('are met when all their values keep the limit', () => {
    assert.equal(isMet(atMost('x', 5, 5)), true);
    assert.equal(isMet(atMost('x', [4, 6], 5)), false);
    assert.equal(isMet(atLeast('x', [0.7, 0.71], 0.7)), true);
    assert.equal(isMet(atLeast('x', 0.69, 0.7)), false);
  });

  test('of which something is missing are not met, and of which nothing is known neither', () => {
    assert.equal(isMet(atMost('x', [1, null], 5)), false);
    assert.equal(isMet(notMeasured('x', 'no descriptors')), null);
    assert.equal(isMet(told('x', 5)), null);
  });

  test('are shown with values, limit and verdict', () => {
    const rows = targetTable([{ scenario: 'a', ...atMost('time', [1.234, 20], 15, 'ms') }, { scenario: 'b', ...atLeast('rate', 20_000, 15_000, '/s') },
      { scenario: 'c', ...told('size', 7.5, 'kB') }, { scenario: 'd', ...notMeasured('room', 'no descriptors') }]).split('\n').slice(2);
    assert.deepEqual(rows.map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim())), [
      ['a: time', '1.23 · 20 ms', '≤ 15 ms', 'MISSED'], ['b: rate', '20,000 /s', '≥ 15,000 /s', 'met'], ['c: size', '7.50 kB', '', ''],
      ['d: room', '–', '', 'not measured: no descriptors']]);
  });

  test('are told to programs with the reason why something was not measured', () => {
    assert.deepEqual(targetList([{ scenario: 'd', ...notMeasured('room', 'no descriptors') }]),
      [{ scenario: 'd', what: 'room', values: [], unit: '', not_measured: 'no descriptors', met: null }]);
  });

  test('of operations are about the floor, and where there is none about requests per second', () => {
    const summary = { floorP50: 1, p50: 1.4, p99: 4, ratio: 0.8, cpu: 0.3, rps: 100, floorRps: 25, errors: 0 };
    const found = targetsOf([{ ...summary, name: 'list_100', workers: 1 }, { ...summary, name: 'list_100', workers: 8, ratio: 0.6, p50: 1.6 },
      { ...summary, name: 'ping', workers: 8, floorRps: null }, { ...summary, name: 'ping', workers: 64, rps: 16_000, p99: 6 }]);
    assert.deepEqual(found.map((target) => [target.what, isMet(target)]), [
      ['list_100, 1 · 8 at a time: share of the floor\'s requests/s', false], ['list_100, 8 at a time: share that a ping with each call would leave', null],
      ['list_100, 1 · 8 at a time: p50 beyond the floor\'s', false],
      ['list_100, 1 · 8 at a time: p99 ÷ p50', true], ['list_100, 1 · 8 at a time: processor time', true],
      ['ping, 64 at a time', true], ['ping, 64 at a time: p99', false], ['ping, 64 at a time: in a second of processor time', null], ['ping, 64 at a time: processor time', false], ['requests that failed', true]]);
    assert.deepEqual(found.find(({ what }) => what.endsWith('would leave')).values, [0.8]);
  });
});

describe('the mail server with room for thousands', () => {
  test('answers what it knows', () => {
    assert.equal(answerTo('A1 LIST "" "*"'), '* LIST (\\HasNoChildren) "/" INBOX\r\nA1 OK LIST completed\r\n');
    assert.equal(answerTo('A2 noop'), 'A2 OK noop completed\r\n');
  });
  test('and nothing else', () => assert.match(answerTo('A3 FETCH 1 ALL'), /^A3 BAD /));
});

describe('the delay proxy', () => {
  const delay = 40;
  const allowance = 1; // a timer may come that much early, by two clocks

  async function connectThrough(serve) {
    const server = net.createServer({ allowHalfOpen: true }, serve).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = await startDelayProxy(server.address(), delay);
    const client = net.connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
    after(async () => { client.destroy(); await proxy.close(); server.close(); });
    return client;
  }

  test('brings each byte later, in order, and the end as well', async () => {
    const client = await connectThrough((socket) => socket.pipe(socket));
    const began = performance.now();
    const text = Array.from({ length: 200 }, (_, index) => `${index};`);
    for (const piece of text) {
      client.write(piece);
      await new Promise((resolve) => { setImmediate(resolve); });
    }
    client.end();
    let received = '';
    for await (const bytes of client.setEncoding('latin1')) received += bytes;
    assert.equal(received, text.join(''));
    // The connection, and there and back.
    assert.ok(performance.now() - began >= 4 * delay - allowance);
  });

  test('takes one round trip for an answer on a connection that stands', async () => {
    const client = await connectThrough((socket) => socket.pipe(socket));
    client.write('first');
    await once(client, 'data');
    const began = performance.now();
    client.write('second');
    await once(client, 'data');
    const took = performance.now() - began;
    assert.ok(took >= 2 * delay - allowance && took < 50 * delay, `${took} ms`);
  });
});
