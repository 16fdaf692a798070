// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of packages and of the container share: commands, waiting, systems to install in, and what a client does.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bearer, callMcp, request } from '../e2e/lib/oauth.mjs';
import { until as untilWithin } from '../e2e/lib/until.mjs';

export { freePort } from '../e2e/lib/stack.mjs';

const tests = resolve(import.meta.dirname, '..');

/** What a command prints. What it says when it fails is in the error. */
export const run = (program, ...parameters) => execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });

const began = Date.now();
export const say = (what) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`);

/** Systems that boot and install take their time. */
export const until = (isTrue, what, milliseconds = 60_000) => untilWithin(isTrue, what, milliseconds);

export const answersAt = (url) => request(url).then(({ status }) => status === 200, () => false);

const childrenOf = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
const nameOf = (pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim();

/** The daemon that a machine of systemd-nspawn runs, as this system sees it. */
export function daemonOf(machine) {
  const find = (pid) => (nameOf(pid) === 'mail_mcp' ? pid : childrenOf(pid).map(find).find(Boolean));
  return find(String(machine.pid));
}

/** A bare system of tests/portability/systems.sh, such as debian-13, in a folder that is kept for the next time. */
export function bareSystem(name, folder, ...packages) {
  run('bash', join(tests, 'portability', 'systems.sh'), 'bare_system', name, folder, ...packages);
}

export function copyTree(from, to) {
  run('rm', '-rf', to);
  run('cp', '-a', '--reflink=auto', from, to);
}

const sandbox = (...parameters) => run('python3', '-B', join(tests, 'sandbox', 'sandbox.py'), ...parameters);
export const startMail = (folder) => JSON.parse(sandbox('start', folder));
export const stopMail = (folder) => sandbox('stop', folder);

/** Parameters of "mail_mcp generate" for the mail servers of the sandbox. */
export const serversOf = ({ imap, smtp }) => [`--imap-host=${imap.host}`, `--imap-port=${imap.port}`, '--imap-ssl',
  `--smtp-host=${smtp.host}`, `--smtp-port=${smtp.port}`, '--smtp-ssl'];

export const aliceOf = ({ users }) => users.find(({ email }) => email.startsWith('alice'));

/** A client reads mail. */
export async function reads(stack, tokens) {
  const answer = await callMcp(stack, bearer(tokens.access_token), 'tools/call', { name: 'list_mail_messages', arguments: { folder: 'INBOX' } });
  assert.equal(answer.status, 200, answer.text);
  assert.ok(answer.json.result.structuredContent.messages.length > 0, answer.text);
}

/** The text of an attachment, which a confined program of its own reads. */
export async function readsAttachments(stack, tokens) {
  const call = async (name, parameters) => (await callMcp(stack, bearer(tokens.access_token), 'tools/call', { name, arguments: parameters })).json.result;
  const found = (await call('search_mail_messages', { folder: 'INBOX', query: 'SUBJECT "Chart and figures"' })).structuredContent;
  const message = (await call('get_mail_message', { folder: 'INBOX', uid: found.uids[0] })).structuredContent;
  const { part } = message.attachments.find(({ filename }) => filename === 'figures.csv');
  const read = await call('get_mail_attachment', { folder: 'INBOX', uid: found.uids[0], part });
  assert.match(read.structuredContent?.text ?? JSON.stringify(read), /october,42/);
}
