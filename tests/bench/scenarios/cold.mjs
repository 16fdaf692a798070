// SPDX-License-Identifier: GPL-3.0-or-later
// Calls for mailboxes that have no session yet, beside a client that connects for each. Each mailbox is called once in a round, and the
// next begins when all sessions of the last one are gone.
import { setTimeout as sleep } from 'node:timers/promises';
import { unlimited, withDaemon } from '../lib/daemon.mjs';
import { planForFloor, planForServer } from '../lib/load.mjs';
import { operations } from '../lib/operations.mjs';
import { median } from '../lib/report.mjs';
import { atMost, told } from '../lib/targets.mjs';

const most = 60_000; // ms; it is the number of requests that ends a run
const workerCounts = [1, 8];

async function untilNoSessions(daemon) {
  while (await daemon.metric('mail_mcp_imap_sessions_idle') > 0) await sleep(100);
}

export async function run(bench) {
  await bench.fill(bench.coldUsers, [100]);
  const operation = operations(0).list_100;
  const found = [];
  await withDaemon(bench.stack, 'cold', { ...unlimited, IMAP_SESSION_IDLE: '1' }, async (daemon) => {
    const tokens = bench.coldUsers.map((user) => daemon.tokenFor(user));
    const load = (workers) => ({ workers, requests: tokens.length, rotates: true, warmUp: 0, duration: most });
    // Dovecot makes its index of a folder when that is opened for the first time.
    await bench.load({ ...planForFloor(bench.stack, operation, bench.coldUsers), ...load(8), cold: true });
    for (let round = 0; round < bench.rounds; round += 1) {
      for (const workers of workerCounts) {
        const floor = await bench.load({ ...planForFloor(bench.stack, operation, bench.coldUsers), ...load(workers), cold: true });
        const server = await bench.load({ ...planForServer(daemon, operation, tokens), ...load(workers) });
        await untilNoSessions(daemon);
        found.push({ workers, floor, server });
      }
    }
  });
  const middle = (read) => workerCounts.map((workers) => median(found.filter((entry) => entry.workers === workers).map(read)));
  return { found, targets: [
    atMost(`list_100, ${workerCounts.join(' · ')} at a time: p50 ÷ the floor's`, middle(({ server, floor }) => server.p50 / floor.p50), 1.2),
    told('p50', middle(({ server }) => server.p50), 'ms'),
    told('p50 of the floor, which connects for each call', middle(({ floor }) => floor.p50), 'ms'),
    atMost('calls that failed', found.reduce((sum, { server, floor }) => sum + server.errors + floor.errors, 0), 0),
  ] };
}
