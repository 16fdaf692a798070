#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// What Mail MCP costs beside what the mail server itself costs, and whether it is what was promised. "./dev bench" calls this.
//
//   bench.mjs [--quick] [--only NAME]… [--rounds N] [--seconds S] [--workers 1,8,32] [--peer NAME]…
//
// Starts a sandbox with folders of 100, 5,000 and 50,000 messages and a daemon, then goes through the scenarios (scenarios/NAME.mjs). --only
// chooses some of them, or of the operations (lib/operations.mjs) of the first one. What is printed are medians of the rounds; ratios are made
// within a round. Writes into build/bench latest.json (operations at 8 workers, and all targets), measurements.json (all that was found) and
// plot.svg; with --only partial.json and so on, so that the results of a whole run stay. MAIL_MCP and BENCH_LOAD name the programs, which must be
// optimised.
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
const { binary, startStack } = await import('../e2e/lib/stack.mjs');
const { requireOptimised } = await import('./lib/build.mjs');
const { unlimited } = await import('./lib/daemon.mjs');
const { runLoad } = await import('./lib/load.mjs');
const { operations } = await import('./lib/operations.mjs');
const { latest, machine, plot, table } = await import('./lib/report.mjs');
const { notMeasured, targetTable } = await import('./lib/targets.mjs');

const names = ['operations', 'cold', 'latency', 'slow', 'memory', 'connections', 'attachment', 'start'];
const operationNames = Object.keys(operations(0));

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: {
  quick: { type: 'boolean', default: false }, rounds: { type: 'string' }, seconds: { type: 'string' }, workers: { type: 'string' },
  only: { type: 'string', multiple: true, default: [] }, peer: { type: 'string', multiple: true, default: [] } } });
const only = [...options.only, ...positionals].flatMap((text) => text.split(','));
for (const name of only) if (![...names, ...operationNames].includes(name)) throw new Error(`there is no ${name}: ${[...names, ...operationNames].join(', ')}`);
const onlyOperations = only.filter((name) => operationNames.includes(name));
const isChosen = (name) => only.length === 0 || only.includes(name) || (name === 'operations' && onlyOperations.length > 0);

const coldUsers = Array.from({ length: 100 }, (_, index) => ({ email: `cold${index}@example.test`, username: `cold${index}@example.test`, password: 'the password' }));

/** What scenarios work with: the sandbox, its mailboxes, and bench_load. */
class Bench {
  isQuick = options.quick;
  rounds = Number(options.rounds ?? (options.quick ? 2 : 5));
  milliseconds = 1000 * Number(options.seconds ?? (options.quick ? 0.5 : 1.5));
  peers = options.peer;
  peerDirectory = join(output, 'peers');
  loadProgram = loadProgram;
  coldUsers = coldUsers;
  #smallMessage;

  constructor(stack, tokens) {
    this.stack = stack;
    this.users = [stack.alice, stack.bob];
    this.tokens = tokens;
  }

  load(plan) { return runLoad(loadProgram, plan); }

  wants(operation) { return onlyOperations.length === 0 || onlyOperations.includes(operation); }

  /** How many ask for an operation at one time. */
  workersOf({ workers }) {
    if (options.workers) return options.workers.split(',').map(Number);
    return options.quick ? workers.filter((count) => count >= 8 && count !== 32) : workers;
  }

  /** Puts folders "Bench SIZE" into mailboxes. */
  fill(users, sizes) {
    console.error(`Filling ${users.length} mailboxes`);
    execFileSync('python3', ['-B', join(import.meta.dirname, 'mailboxes.py'), this.stack.state_dir, join(output, 'mailboxes'),
      ...users.map(({ email }) => email), '--sizes', sizes.join(',')], { stdio: 'inherit' });
  }

  /** Fills the mailboxes of `users` when it is first called; the UID of a message of "Bench 100" that is one short plain text. */
  smallMessage() {
    this.#smallMessage ??= this.#findSmallMessage();
    return this.#smallMessage;
  }

  async #findSmallMessage() {
    this.fill(this.users, [100, 5000, 50_000]);
    const call = async (name, parameters) =>
      (await callMcp(this.stack, bearer(this.tokens[0]), 'tools/call', { name, arguments: parameters })).json.result.structuredContent;
    const { messages } = await call('list_mail_messages', { folder: 'Bench 100', per_page: 50 });
    for (const { uid } of messages) {
      const message = await call('get_mail_message', { folder: 'Bench 100', uid });
      if (message.text_body && !message.html_body && message.attachments.length === 0) return uid;
    }
    throw new Error('there is no small message');
  }
}

function write(name, text) {
  writeFileSync(join(output, only.length > 0 ? `partial-${name}` : name), text);
}

requireOptimised(binary);
requireOptimised(loadProgram);
mkdirSync(output, { recursive: true });
const stack = await startStack('sandbox', { logLevel: 'WARN', env: unlimited, users: Object.fromEntries(coldUsers.map(({ email, password }) => [email, password])) });
try {
  const tokens = [];
  for (const user of [stack.alice, stack.bob]) tokens.push((await obtainTokens(stack, user, ['mail.send'])).access_token);
  const bench = new Bench(stack, tokens);
  const results = {};
  for (const name of names.filter(isChosen)) {
    console.error(`${name} …`);
    const { run } = await import(`./scenarios/${name}.mjs`);
    // One that fails does not take away what was found by the others.
    results[name] = await run(bench).catch((error) => {
      console.error(error);
      process.exitCode = 1;
      return { targets: [notMeasured('all', error.message)] };
    });
  }
  const targets = Object.entries(results).flatMap(([scenario, result]) => result.targets.map((target) => ({ scenario, ...target })));
  const { found = [], memory = { afterwards: null } } = results.operations ?? {};
  write('measurements.json', JSON.stringify(results, null, 1));
  write('latest.json', JSON.stringify(latest({ found, memory, targets }), null, 2));
  if (found.length > 0) {
    write('plot.svg', plot(found));
    console.log(`${table(found)}\n`);
  }
  console.log(`${targetTable(targets)}\n\n${machine()}`);
} finally {
  stack.stop();
}
