// SPDX-License-Identifier: GPL-3.0-or-later
// One mail server with one daemon for one test file, through tests/sandbox/stack.py.
import { execFile, execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const root = join(import.meta.dirname, '..', '..', '..');
export const outputDirectory = process.env.E2E_OUTPUT ?? join(root, 'build', 'e2e');
export const binary = process.env.MAIL_MCP ?? join(root, 'build', 'dev', 'server', 'app', 'mail_mcp');
const stackScript = join(root, 'tests', 'sandbox', 'stack.py');

/** A fresh folder below build/e2e; it stays there after the tests for whoever looks into a failure. */
export function freshDirectory(name) {
  mkdirSync(outputDirectory, { recursive: true });
  const directory = join(outputDirectory, name);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory);
  return directory;
}

/** All requests of a test come from one address and for one mailbox, more of them than people make. */
export const unhurried = {
  HTTP_MAX_UNAUTHENTICATED_PER_MINUTE: '100000', HTTP_MAX_AUTHORIZE_PER_MINUTE: '100000', HTTP_MAX_MCP_PER_MINUTE: '100000', HTTP_MAX_MCP_BURST: '100000',
  MAX_TOKEN_REQUESTS_PER_MINUTE: '100000', MAX_CLIENT_FAILURES_PER_MINUTE: '100000',
};

/**
 * Starts a sandbox and a daemon. Options: env {NAME: value}, users {address: password}, redirectUris [uri],
 * smtp (server, see stack.py), starttls, defaultMailServers (clients may introduce themselves), name (of the client), logLevel. The result is sandbox.json plus helpers.
 */
export async function startStack(name, options = {}) {
  const directory = freshDirectory(name);
  const flags = ['--binary', binary, '--log-level', options.logLevel ?? 'DEBUG'];
  for (const [key, value] of Object.entries({ ...unhurried, ...options.env })) flags.push('--env', `${key}=${value}`);
  for (const [address, password] of Object.entries(options.users ?? {})) flags.push('--user', `${address}:${password}`);
  for (const uri of options.redirectUris ?? []) flags.push('--redirect-uri', uri);
  if (options.defaultMailServers) flags.push('--default-mail-servers');
  if (options.smtp) flags.push('--smtp', options.smtp);
  if (options.starttls) flags.push('--starttls');
  if (options.name) flags.push('--name', options.name);
  try {
    await promisify(execFile)('python3', ['-B', stackScript, 'start', directory, ...flags]);
  } catch (error) {
    throw new Error(`the stack did not start: ${error.stderr?.trim() || error.message}`);
  }
  return describeStack(directory);
}

/** What sandbox.json in a folder says, with helpers to look at the running daemon. */
export function describeStack(directory) {
  const stack = JSON.parse(readFileSync(join(directory, 'sandbox.json'), 'utf8'));
  const manifest = JSON.parse(readFileSync(stack.manifest, 'utf8'));
  return {
    ...stack,
    directory,
    manifest,
    alice: stack.users.find((user) => user.email === 'alice@example.test'),
    bob: stack.users.find((user) => user.email === 'bob@example.test'),
    /** What a correct reader sees in one of the known messages, see make_mail.py. */
    known(key) {
      const entry = manifest.users['alice@example.test'].messages.find((message) => message.key === key);
      if (!entry) throw new Error(`make_mail.py has no message ${key}`);
      return entry;
    },
    folders: manifest.users['alice@example.test'].folders,
    serverLog: () => readFileSync(stack.server_log, 'utf8'),
    encryptionKey: () => /^ENCRYPTION_KEY=(.*)$/m.exec(readFileSync(stack.env_file, 'utf8'))[1],
    stop: () => execFileSync('python3', ['-B', stackScript, 'stop', directory]),
  };
}

/** A folder outside the source tree for files that a test writes. */
export function temporaryDirectory() {
  return mkdtempSync(join('/tmp', 'mail-mcp-e2e-'));
}

/**
 * A port that was free a moment ago. Not one that the system gives out by itself: until it is listened on, one of thousands of
 * connections of another test could have it.
 */
export async function freePort() {
  for (;;) {
    const port = randomInt(10_000, 20_000);
    const probe = net.createServer().listen(port, '127.0.0.1');
    const isFree = await new Promise((resolve) => { probe.once('listening', () => resolve(true)).once('error', () => resolve(false)); });
    await new Promise((resolve) => { probe.close(resolve); });
    if (isFree) return port;
  }
}
