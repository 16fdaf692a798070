// SPDX-License-Identifier: GPL-3.0-or-later
// Mail servers that are 50 ms away in each direction: how many times a call waits for them. What it takes when they are near is not counted.
import { startDelayProxy } from '../lib/delayProxy.mjs';
import { unlimited, withDaemon } from '../lib/daemon.mjs';
import { planForServer } from '../lib/load.mjs';
import { operations } from '../lib/operations.mjs';
import { atMost } from '../lib/targets.mjs';

const delay = 50;
/** Proxies and timers are not exact. */
const withTolerance = (roundTrips) => 1.05 * roundTrips + 0.05;
/**
 * Round trips of a warm call. A letter behind another needs MAIL with RCPT (1), DATA (1), for nobody gets it if somebody is refused, the text (1);
 * then a look whether the provider has stored a copy (1), and the copy (1). The first one, which is not measured, also needs a connection (1), TLS 1.3
 * (1), the greeting, which comes when the handshake is through (1), EHLO (1) and AUTH (1).
 */
const least = { list_100: 1, list_50k: 1, search_unseen_100: 1, flags: 1, get_small: 2, send: 5 };

export async function run(bench) {
  const all = operations(await bench.smallMessage());
  const near = { imap: bench.stack.imap, smtp: bench.stack.smtp };
  const proxies = await Promise.all([near.imap, near.smtp].map(({ port }) => startDelayProxy({ host: '127.0.0.1', port }, delay)));
  const [imap, smtp] = proxies.map(({ port }) => ({ host: 'localhost', port }));
  try {
    return await withDaemon(bench.stack, 'latency', unlimited, async (daemon) => {
      const typical = async (name, servers, warmUp, duration) => {
        const plan = planForServer(daemon, all[name], [daemon.tokenFor(bench.stack.alice, servers)]);
        return (await bench.load({ ...plan, workers: 1, warmUp, duration })).p50;
      };
      const found = [];
      for (const name of Object.keys(least)) {
        const [close, far] = [await typical(name, near, 100, 300), await typical(name, { imap, smtp }, 1500, bench.isQuick ? 2000 : 5000)];
        found.push({ name, close, far, roundTrips: (far - close) / (2 * delay) });
      }
      return { found, targets: found.map(({ name, roundTrips }) => atMost(`${name}: what it takes longer ÷ ${2 * delay} ms`, roundTrips, withTolerance(least[name]), 'round trips')) };
    });
  } finally {
    await Promise.all(proxies.map((proxy) => proxy.close()));
  }
}
