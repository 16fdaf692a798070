// SPDX-License-Identifier: GPL-3.0-or-later
// 2,000 calls at one time for as many mailboxes of a mail server that needs a second for each command: with sessions that are warm, and
// with 200 logins at a time. Meanwhile somebody asks for /health every 10 ms; the time counts from when the question should have been asked.
import { readdirSync } from 'node:fs';
import { unlimited, withDaemon } from '../lib/daemon.mjs';
import { startImapServer } from '../lib/imapServer.mjs';
import { planForHealth, planForServer } from '../lib/load.mjs';
import { atMost, told } from '../lib/targets.mjs';

const calls = 2000;
const slowness = 1000; // ms
const mostThreads = 8; // more than at rest
const mostSeconds = 120;
const patient = { MAX_IMAP_LOGINS_PER_HOST: '200', IMAP_SESSION_WAIT: '120', IMAP_CONNECT_TIMEOUT: '120', IMAP_LOGIN_TIMEOUT: '120' };
const operation = { method: 'tools/call', params: { name: 'list_mailboxes', arguments: {} }, expected: '"INBOX"' };

const threadsOf = (pid) => readdirSync(`/proc/${pid}/task`).length;

/** All calls at once and the questions beside them, and by how many threads the daemon grew at most. */
async function burst(bench, daemon, tokens, watched) {
  const before = threadsOf(daemon.pid);
  let most = before;
  const watching = setInterval(() => { most = Math.max(most, threadsOf(daemon.pid)); }, 50);
  try {
    const [answered, asked] = await Promise.all([
      bench.load({ ...planForServer(daemon, operation, tokens), workers: calls, requests: calls, warmUp: 0, duration: 1000 * mostSeconds }),
      bench.load({ ...planForHealth(daemon), workers: 1, interval: 10, warmUp: 0, duration: watched })]);
    return { answered, asked, threads: most - before };
  } finally {
    clearInterval(watching);
  }
}

/** `warms`: whether each mailbox has a session before the mail server becomes slow. */
async function measure(bench, { warms, watched }) {
  const imap = await startImapServer(bench.stack);
  try {
    return await withDaemon(bench.stack, 'slow', { ...unlimited, ...patient }, async (daemon) => {
      const tokens = Array.from({ length: calls }, (_, index) => daemon.tokenFor({ email: `slow${index}@example.test`, password: 'the password' }, { imap }));
      if (warms) await bench.load({ ...planForServer(daemon, operation, tokens), workers: 16, requests: calls, rotates: true, warmUp: 0, duration: 1000 * mostSeconds });
      imap.slowDown(slowness);
      return burst(bench, daemon, tokens, watched);
    });
  } finally {
    await imap.stop();
  }
}

export async function run(bench) {
  const found = { warm: await measure(bench, { warms: true, watched: 4000 }) };
  if (!bench.isQuick) found['without sessions'] = await measure(bench, { warms: false, watched: 30_000 });
  return { found, targets: Object.entries(found).flatMap(([state, { answered, asked, threads }]) => [
    atMost(`${calls} calls at one time, ${state}: failed`, answered.errors, 0), told(`${state}: the slowest call`, answered.most, 'ms'),
    atMost(`${state}: p99 of /health`, asked.p99, 50, 'ms'), told(`${state}: longest wait for /health`, asked.most, 'ms'),
    atMost(`${state}: more threads than at rest`, threads, mostThreads)]) };
}
