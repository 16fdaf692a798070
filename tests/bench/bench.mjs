#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// What Mail MCP costs beside what the mail server itself costs, in one run. "./dev bench" calls this.
//
//   bench.mjs [--quick] [--rounds N] [--seconds S] [--workers 1,8,32] [--only OPERATION,…] [--peer NAME]…
//
// Starts a sandbox with folders of 100, 5,000 and 50,000 messages and a daemon, then goes through all operations in rounds: each time
// Mail MCP, the floor and the peers directly after one another, so that a busy moment of the machine hits all alike. What is printed
// are medians of the rounds; ratios are made within a round. Writes build/bench/latest.json (8 workers), measurements.json (all) and
// plot.svg. MAIL_MCP and BENCH_LOAD name the programs, which must be optimised.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..', '..');
const output = join(root, 'build', 'bench');
process.env.E2E_OUTPUT ??= output;
process.env.MAIL_MCP ??= join(root, 'build', 'release', 'server', 'app', 'mail_mcp');
const loadProgram = process.env.BENCH_LOAD ?? join(root, 'build', 'release', 'tests', 'bench', 'bench_load');

// They read the environment when they are loaded.
const { bearer, callMcp, obtainTokens } = await import('../e2e/lib/oauth.mjs');
const { processorMilliseconds, residentKiB } = await import('../e2e/lib/processes.mjs');
const { binary, startStack } = await import('../e2e/lib/stack.mjs');
const { requireOptimised } = await import('./lib/build.mjs');
const { planForFloor, planForServer, runLoad } = await import('./lib/load.mjs');
const { operations } = await import('./lib/operations.mjs');
const { preparePeers } = await import('./lib/peers.mjs');
const { latest, plot, table } = await import('./lib/report.mjs');

const { values: options } = parseArgs({ options: {
  quick: { type: 'boolean', default: false }, rounds: { type: 'string' }, seconds: { type: 'string' }, workers: { type: 'string' },
  only: { type: 'string' }, peer: { type: 'string', multiple: true, default: [] } } });
const rounds = Number(options.rounds ?? (options.quick ? 2 : 5));
const milliseconds = 1000 * Number(options.seconds ?? (options.quick ? 0.5 : 1.5));
const workerCounts = (options.workers ?? (options.quick ? '8' : '1,8,32')).split(',').map(Number);

/** As many as an address or a mailbox could ever ask for: what is measured is not the limits. */
const unlimited = Object.fromEntries(Object.entries({
  HTTP_MAX_UNAUTHENTICATED_PER_MINUTE: 1e6, HTTP_MAX_MCP_PER_MINUTE: 1e6, HTTP_MAX_MCP_BURST: 1e6, HTTP_MAX_REQUESTS_PER_CONNECTION: 1e6,
  MAX_CONNECTIONS_PER_ADDRESS: 1000, MAX_IMAP_SESSIONS_PER_MAILBOX: 20, MAX_IMAP_WAITING_PER_MAILBOX: 100,
  MAX_SENDS_PER_HOUR: 1e5, MAX_SENDS_PER_DAY: 1e6 }).map(([name, value]) => [name, String(value)]));

/** The newest message of the folder that is one short plain text. */
async function findSmallMessage(stack, token) {
  const call = async (name, parameters) =>
    (await callMcp(stack, bearer(token), 'tools/call', { name, arguments: parameters })).json.result.structuredContent;
  const { messages } = await call('list_mail_messages', { folder: 'Bench 100', per_page: 50 });
  for (const { uid } of messages) {
    const message = await call('get_mail_message', { folder: 'Bench 100', uid });
    if (message.text_body && !message.html_body && message.attachments.length === 0) return uid;
  }
  throw new Error('there is no small message');
}

/** One measurement of the daemon: what bench_load found, and the daemon's processor time per request. */
async function measureServer(stack, plan) {
  const before = processorMilliseconds(stack.pids.server);
  const result = await runLoad(loadProgram, plan);
  return { ...result, cpu: (processorMilliseconds(stack.pids.server) - before) / result.total };
}

async function measureAll(stack, { chosen, tokens, users, peers }) {
  const found = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, operation] of chosen) {
      for (const workers of workerCounts) {
        const load = { workers, warmUp: Math.round(milliseconds / 5), duration: milliseconds };
        const entry = { round, name, workers, peers: {} };
        entry.server = await measureServer(stack, { ...planForServer(stack, operation, tokens), ...load });
        if (operation.floor) entry.floor = await runLoad(loadProgram, { ...planForFloor(stack, operation, users), ...load });
        for (const peer of peers.filter(({ offers }) => offers(name))) entry.peers[peer.name] = await peer.measure(loadProgram, name, load);
        found.push(entry);
        const errors = entry.server.errors + (entry.floor?.errors ?? 0);
        const complaint = errors > 0 ? ` ${errors} errors: ${entry.server.firstError || entry.floor.firstError}` : '';
        console.error(`${round + 1}/${rounds} ${name} ×${workers}: ${entry.server.rps.toFixed(0)}/s, floor ${entry.floor?.rps.toFixed(0) ?? '–'}/s${complaint}`);
      }
    }
  }
  return found;
}

requireOptimised(binary);
requireOptimised(loadProgram);
mkdirSync(output, { recursive: true });
const stack = await startStack('sandbox', { logLevel: 'WARN', env: unlimited });
try {
  const users = [stack.alice, stack.bob];
  console.error('Filling mailboxes');
  execFileSync('python3', ['-B', join(import.meta.dirname, 'mailboxes.py'), stack.state_dir, join(output, 'mailboxes'), ...users.map(({ email }) => email)],
    { stdio: 'inherit' });
  const atRest = residentKiB(stack.pids.server);
  const tokens = [];
  for (const user of users) tokens.push((await obtainTokens(stack, user, ['mail.send'])).access_token);
  const smallUid = await findSmallMessage(stack, tokens[0]);
  const all = Object.entries(operations(smallUid));
  const wanted = options.only?.split(',');
  const chosen = all.filter(([name]) => !wanted || wanted.includes(name));
  const peers = preparePeers(options.peer, stack, stack.alice, smallUid, join(output, 'peers'));
  const found = await measureAll(stack, { chosen, tokens, users, peers });
  const memory = { atRest: atRest / 1024, afterwards: residentKiB(stack.pids.server) / 1024 };
  writeFileSync(join(output, 'measurements.json'), JSON.stringify({ memory, found }, null, 1));
  writeFileSync(join(output, 'latest.json'), JSON.stringify(latest(found, memory), null, 2));
  writeFileSync(join(output, 'plot.svg'), plot(found));
  console.log(table(found, memory));
} finally {
  stack.stop();
}
