#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the time of a refused login tells if there is such a user (OA-059): unknown users and wrong passwords in turn.
//
//   login_timing.mjs [logins of each kind, 200]
//
// Prints the median and the quartiles of both kinds in milliseconds. Exit code 1 if the medians differ by 20 ms or more. The login page
// lets through one refused login a second for a mail server, 60 at once, so 400 of them take about six minutes. MAIL_MCP names the binary.
import { startStack } from '../e2e/lib/stack.mjs';
import { openForm, pkcePair, sendForm } from '../e2e/lib/oauth.mjs';

const MOST = 20;
const count = Number(process.argv[2] ?? 200);
const WRONG = 'not the password';
const known = Array.from({ length: count }, (_, i) => `known${i}@example.test`);
const unknown = Array.from({ length: count }, (_, i) => `never${i}@example.test`);
const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

let addresses = 0;
/** One login as it takes on the wire; none of the limits per address or account is in its way. */
async function timed(stack, username) {
  for (;;) {
    const form = await openForm(stack, pkcePair().challenge);
    addresses += 1;
    const headers = { 'x-forwarded-for': `198.18.${addresses >> 8 & 255}.${addresses & 255}` };
    const begin = performance.now();
    const answer = await sendForm(stack, form, { email: username, username, password: WRONG }, {}, headers);
    const duration = performance.now() - begin;
    if (answer.status === 200) return duration;
    if (answer.status !== 429) throw new Error(`the login was answered with ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, Number(answer.headers.get('retry-after')) * 1000));
  }
}

const stack = await startStack('login-timing', {
  users: Object.fromEntries(known.map((address) => [address, 'the password'])), env: { TRUSTED_PROXIES: '127.0.0.1' }, logLevel: 'WARN' });
try {
  const durations = { 'wrong password': [], 'unknown user': [] };
  for (let i = 0; i < count; i += 1) {
    durations['wrong password'].push(await timed(stack, known[i]));
    durations['unknown user'].push(await timed(stack, unknown[i]));
  }
  const medians = Object.entries(durations).map(([kind, values]) => {
    const sorted = values.toSorted((a, b) => a - b);
    const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(sorted, part));
    console.log(`${kind.padEnd(16)} ${String(sorted.length).padStart(4)} logins   median ${median.toFixed(1)} ms   quartiles ${low.toFixed(1)} … ${high.toFixed(1)} ms`);
    return median;
  });
  const difference = Math.abs(medians[0] - medians[1]);
  console.log(`difference of the medians ${difference.toFixed(2)} ms, ${MOST} ms are too much`);
  process.exitCode = difference < MOST ? 0 : 1;
} finally {
  stack.stop();
}
