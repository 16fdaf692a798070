// SPDX-License-Identifier: GPL-3.0-or-later
// Each operation with warm sessions, in rounds: each time Mail MCP, the floor and the peers directly after one another, so that a busy
// moment of the machine hits all alike.
import { processorMilliseconds, residentKiB } from '../../e2e/lib/processes.mjs';
import { planForFloor, planForServer } from '../lib/load.mjs';
import { operations } from '../lib/operations.mjs';
import { preparePeers } from '../lib/peers.mjs';
import { dependenceOnSize, summarise } from '../lib/report.mjs';
import { atLeast, atMost, told } from '../lib/targets.mjs';

/** One measurement of the daemon: what bench_load found, and the daemon's processor time per request. */
async function measureServer(bench, plan) {
  const before = processorMilliseconds(bench.stack.pids.server);
  const result = await bench.load(plan);
  return { ...result, cpu: (processorMilliseconds(bench.stack.pids.server) - before) / result.total };
}

async function measure(bench, { round, name, operation, workers, peers }) {
  const load = { workers, warmUp: Math.round(bench.milliseconds / 5), duration: bench.milliseconds };
  const entry = { round, name, workers, peers: {} };
  entry.server = await measureServer(bench, { ...planForServer(bench.stack, operation, bench.tokens), ...load });
  if (operation.floor) entry.floor = await bench.load({ ...planForFloor(bench.stack, operation, bench.users), ...load });
  for (const peer of peers.filter(({ offers }) => offers(name))) entry.peers[peer.name] = await peer.measure(bench.loadProgram, name, load);
  const errors = entry.server.errors + (entry.floor?.errors ?? 0);
  const complaint = errors > 0 ? ` ${errors} errors: ${entry.server.firstError || entry.floor.firstError}` : '';
  console.error(`${round + 1}/${bench.rounds} ${name} ×${workers}: ${entry.server.rps.toFixed(0)}/s, floor ${entry.floor?.rps.toFixed(0) ?? '–'}/s${complaint}`);
  return entry;
}

/** What was promised of them, from the summaries of the report. */
export function targetsOf(summaries) {
  const of = (name) => summaries.filter((summary) => summary.name === name);
  const each = (list, read) => list.map(read);
  const names = [...new Set(summaries.map(({ name }) => name))];
  const mail = names.filter((name) => /^(list|get|search|flags)/.test(name));
  const plain = names.filter((name) => ['ping', 'tools_list', 'discover', 'unauthorized'].includes(name));
  /** With all processors busy times add up: what the floor would keep if each of its calls came with a ping to Mail MCP, and nothing else. */
  const withPing = ({ workers, floorRps }) => {
    const ping = of('ping').find((summary) => summary.workers === workers);
    return ping && floorRps ? 1 / (1 + floorRps / ping.rps) : null;
  };
  const withWorkers = (name, found) => `${name}, ${each(found, ({ workers }) => workers).join(' · ')} at a time`;
  return [
    ...mail.flatMap((name) => {
      const found = of(name);
      const what = withWorkers(name, found);
      return [atLeast(`${what}: share of the floor's requests/s`, each(found, ({ ratio }) => ratio), 0.7),
        ...found.filter((summary) => withPing(summary) !== null).map((summary) =>
          told(`${name}, ${summary.workers} at a time: share that a ping with each call would leave`, withPing(summary))),
        atMost(`${what}: p50 beyond the floor's`, each(found, ({ p50, floorP50 }) => p50 - floorP50), 0.5, 'ms'),
        atMost(`${what}: p99 ÷ p50`, each(found, ({ p50, p99 }) => p99 / p50), 3),
        atMost(`${what}: processor time`, each(found, ({ cpu }) => cpu), 0.35, 'ms')];
    }),
    ...(mail.filter((name) => name.startsWith('list')).length > 1 ? [atMost('a page in the slowest folder ÷ in the fastest', dependenceOnSize(summaries), 1.3)] : []),
    ...plain.flatMap((name) => {
      const found = of(name).filter(({ workers }) => workers === 64);
      return [atLeast(`${name}, 64 at a time`, each(found, ({ rps }) => rps), 15_000, 'requests/s'),
        atMost(`${name}, 64 at a time: p99`, each(found, ({ p99 }) => p99), 5, 'ms'),
        told(`${name}, 64 at a time: in a second of processor time`, each(found, ({ cpu }) => 1000 / cpu), 'requests'),
        ...(name === 'ping' ? [atMost('ping, 64 at a time: processor time', each(found, ({ cpu }) => cpu), 0.15, 'ms')] : [])];
    }),
    atMost('requests that failed', summaries.reduce((sum, { errors }) => sum + errors, 0), 0),
  ];
}

export async function run(bench) {
  const smallUid = await bench.smallMessage();
  const chosen = Object.entries(operations(smallUid)).filter(([name]) => bench.wants(name));
  const peers = preparePeers(bench.peers, bench.stack, bench.stack.alice, smallUid, bench.peerDirectory);
  const found = [];
  for (let round = 0; round < bench.rounds; round += 1) {
    for (const [name, operation] of chosen) {
      for (const workers of bench.workersOf(operation)) found.push(await measure(bench, { round, name, operation, workers, peers }));
    }
  }
  const memory = { afterwards: residentKiB(bench.stack.pids.server) / 1024 };
  return { found, memory, targets: targetsOf(summarise(found)) };
}
