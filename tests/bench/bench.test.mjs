// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { latest, median, plot, summarise, table } from './lib/report.mjs';

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
  const memory = { atRest: 30, afterwards: 40 };
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

  test('latest.json has the entries with eight workers, and null where there is no floor', () => {
    assert.deepEqual(latest(found, memory), { rss_mb: 40, ops: {
      list_100: { conc: 8, rps: 105, floor_rps: 150, ratio: 0.7, p50_ms: 2, p99_ms: 3, cpu_ms: 0.2 },
      ping: { conc: 8, rps: 1000, floor_rps: null, ratio: null, p50_ms: 1, p99_ms: 2, cpu_ms: 0.2 } } });
  });

  test('the table names everything, the plot those with eight workers', () => {
    assert.match(table(found, memory), /^\| list_100 +\| +8 \| +105 \| +150 \| +0\.70 \|/m);
    assert.match(plot(found), /^<svg [^]*>list_100<[^]*>105 Mail MCP<[^]*>ping<[^]*<\/svg>\n$/);
  });
});
