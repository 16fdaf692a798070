// SPDX-License-Identifier: GPL-3.0-or-later
// Resident memory: at rest, and with 1,000 warm IMAP sessions and 2,000 open HTTP connections.
import { setTimeout as sleep } from 'node:timers/promises';
import { unlimited, withDaemon } from '../lib/daemon.mjs';
import { openConnections } from '../lib/idleConnections.mjs';
import { startImapServer } from '../lib/imapServer.mjs';
import { planForServer } from '../lib/load.mjs';
import { atLeast, atMost, told } from '../lib/targets.mjs';

const [sessions, connections] = [1000, 2000];
const operation = { method: 'tools/call', params: { name: 'list_mailboxes', arguments: {} }, expected: '"INBOX"' };

export async function run(bench) {
  const imap = await startImapServer(bench.stack);
  try {
    return await withDaemon(bench.stack, 'memory', unlimited, async (daemon) => {
      await sleep(1000);
      const atRest = daemon.residentMegabytes();
      const tokens = Array.from({ length: sessions }, (_, index) => daemon.tokenFor({ email: `warm${index}@example.test`, password: 'the password' }, { imap }));
      const load = { requests: sessions, rotates: true, warmUp: 0, duration: 60_000 };
      const callAll = () => bench.load({ ...planForServer(daemon, operation, tokens), ...load, workers: 16 });
      const first = await callAll();
      const withSessions = daemon.residentMegabytes();
      const clients = await openConnections(daemon.base_url, connections);
      const second = await callAll();
      const warm = await daemon.metric('mail_mcp_imap_sessions_idle');
      const busy = daemon.residentMegabytes();
      const open = clients.open();
      await clients.close();
      await sleep(1000);
      return { targets: [
        atMost('at rest', atRest, 40, 'MB'),
        atMost(`${sessions} warm sessions and ${connections} open connections`, busy, 100, 'MB'),
        told('one session', 1000 * (withSessions - atRest) / sessions, 'kB'),
        told('one connection', 1000 * (busy - withSessions) / connections, 'kB'),
        told('when the connections are closed', daemon.residentMegabytes(), 'MB'),
        atLeast('sessions that were kept', warm, sessions), atLeast('connections that stayed open', open, connections),
        atMost('calls that failed', first.errors + second.errors, 0)] };
    });
  } finally {
    await imap.stop();
  }
}
