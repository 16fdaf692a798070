// SPDX-License-Identifier: GPL-3.0-or-later
// 2,000 calls at one time for as many mailboxes of a mail server that needs a second for each command. Meanwhile somebody asks for /health
// every 10 ms; the time counts from when the question should have been asked.
import { readdirSync } from 'node:fs';
import { unlimited, withDaemon } from '../lib/daemon.mjs';
import { startImapServer } from '../lib/imapServer.mjs';
import { planForHealth, planForServer } from '../lib/load.mjs';
import { atMost, told } from '../lib/targets.mjs';

const calls = 2000;
const slowness = 1000; // ms
const mostThreads = 8; // more than at rest
const watched = { cold: 10_000, warm: 4000 }; // ms of questions for /health
const operation = { method: 'tools/call', params: { name: 'list_mailboxes', arguments: {} }, expected: '"INBOX"' };

const threadsOf = (pid) => readdirSync(`/proc/${pid}/task`).length;

/** All calls at once and the questions beside them, and by how many threads the daemon grew at most. */
async function burst(bench, daemon, tokens, state) {
  const before = threadsOf(daemon.pid);
  let most = before;
  const watching = setInterval(() => { most = Math.max(most, threadsOf(daemon.pid)); }, 50);
  try {
    const [answered, asked] = await Promise.all([
      bench.load({ ...planForServer(daemon, operation, tokens), workers: calls, requests: calls, warmUp: 0, duration: 60_000 }),
      bench.load({ ...planForHealth(daemon), workers: 1, interval: 10, warmUp: 0, duration: watched[state] })]);
    return { state, answered, asked, threads: most - before };
  } finally {
    clearInterval(watching);
  }
}

export async function run(bench) {
  const imap = await startImapServer(bench.stack, slowness);
  try {
    return await withDaemon(bench.stack, 'slow', unlimited, async (daemon) => {
      const tokens = Array.from({ length: calls }, (_, index) => daemon.tokenFor({ email: `slow${index}@example.test`, password: 'the password' }, { imap }));
      const found = [await burst(bench, daemon, tokens, 'cold'), await burst(bench, daemon, tokens, 'warm')];
      return { found, targets: found.flatMap(({ state, answered, asked, threads }) => [
        atMost(`${calls} calls at one time, ${state}: failed`, answered.errors, 0),
        told(`${state}: the slowest call`, answered.most, 'ms'),
        atMost(`${state}: p99 of /health`, asked.p99, 50, 'ms'),
        told(`${state}: longest wait for /health`, asked.most, 'ms'),
        atMost(`${state}: more threads than at rest`, threads, mostThreads)]) };
    });
  } finally {
    await imap.stop();
  }
}
