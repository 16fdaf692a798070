// SPDX-License-Identifier: GPL-3.0-or-later
// 10,000 open connections, and how long others wait for /health meanwhile: one who asks, and eight at a time.
import { readFileSync } from 'node:fs';
import { unlimited, withDaemon } from '../lib/daemon.mjs';
import { openConnections } from '../lib/idleConnections.mjs';
import { planForHealth } from '../lib/load.mjs';
import { atLeast, atMost, notMeasured, told } from '../lib/targets.mjs';

const connections = 10_000;
const spare = 200; // descriptors, for all else

export async function run(bench) {
  const limit = Number(/^Max open files +\S+ +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1] ?? Infinity);
  if (limit < connections + spare) return { targets: [notMeasured(`${connections} open connections`, `this account may open ${limit} files`)] };
  return withDaemon(bench.stack, 'connections', unlimited, async (daemon) => {
    const before = daemon.residentMegabytes();
    const began = performance.now();
    const clients = await openConnections(daemon.base_url, connections);
    const seconds = (performance.now() - began) / 1000;
    const load = { warmUp: 200, duration: bench.isQuick ? 1000 : 3000 };
    const asked = await bench.load({ ...planForHealth(daemon), ...load, workers: 1 });
    const stormed = await bench.load({ ...planForHealth(daemon), ...load, workers: 8 });
    const [open, resident] = [clients.open(), daemon.residentMegabytes()];
    await clients.close();
    return { targets: [
      atLeast('connections that stayed open', open, connections), atMost('p50 of /health', asked.p50, 5, 'ms'), told('p99 of /health', asked.p99, 'ms'),
      told('p50 of /health, 8 at a time', stormed.p50, 'ms'), told('requests for /health, 8 at a time', stormed.rps, '/s'), told('connections that were made', connections / seconds, '/s'),
      told('one connection', 1000 * (resident - before) / connections, 'kB'), atMost('requests that failed', asked.errors + stormed.errors, 0)] };
  });
}
