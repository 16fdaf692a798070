// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon alone, without mail servers, and what can be seen of its process from outside.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { sealMailbox } from './jwe.mjs';
import { processorMilliseconds, residentKiB } from './processes.mjs';
import { binary, freePort, freshDirectory, unhurried } from './stack.mjs';
import { until } from './until.mjs';

export const key = randomBytes(32).toString('base64');
export const sleep = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** Asks until the answer is good, and returns it; fails after some seconds. */
export const eventually = (what, ask, seconds = 10) => until(ask, what, seconds * 1000);

/** The address sanitizer keeps memory that was given back, so that its use is noticed; there is nothing to measure then. */
export const measuresMemory = !execFileSync('ldd', [binary], { encoding: 'utf8' }).includes('libasan');

const children = new Set();
after(() => children.forEach((child) => child.kill('SIGKILL')));

/** A child process that does not outlive its test file, whatever happens in it. */
export function spawnBound(command, options) {
  const child = spawn(command[0], command.slice(1), options);
  children.add(child.once('exit', () => children.delete(child)));
  return child;
}

/** Runs a program with the daemon's settings; says(words) waits until its log has them, stop() wants exit code 0. */
export function start(directory, command, env) {
  const sanitizers = Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(A|UB|L)SAN_OPTIONS$/.test(name)));
  const child = spawnBound(command, { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: directory, ENCRYPTION_KEY: key, STATE_URL: 'memory:', ...sanitizers, ...env } });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => { log += data; });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  return {
    child,
    ended,
    log: () => log,
    async says(words) {
      for (let i = 0; i < 400 && !words.test(log); i += 1) await sleep(25);
      assert.match(log, words);
    },
    async stop() {
      child.kill('SIGTERM');
      assert.deepEqual(await ended, { code: 0, signal: null }, log);
    },
    /** Processor time that it has used, in seconds. */
    cpuSeconds: () => processorMilliseconds(child.pid) / 1000,
    residentKiB: () => residentKiB(child.pid),
    /** Open descriptors; the daemon shows them to root alone. */
    descriptors() {
      try {
        return readdirSync(`/proc/${child.pid}/fd`).length;
      } catch {
        return undefined;
      }
    },
  };
}

/** A certificate for localhost that nobody has signed, as {certificate, privateKey} paths. */
export function makeCertificate(directory, name = 'tls') {
  const [certificate, privateKey] = [join(directory, `${name}.pem`), join(directory, `${name}.key`)];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', `/CN=${name}`,
    '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', privateKey, '-out', certificate], { stdio: 'ignore' });
  return { certificate, privateKey };
}

/** A daemon on a free port, over TLS with options.tls; what start() gives, and baseUrl, port and directory. */
export async function startDaemon(name, { env = {}, tls = false, command = [] } = {}) {
  const directory = freshDirectory(name);
  const port = await freePort();
  const identity = tls ? makeCertificate(directory) : undefined;
  const baseUrl = env.BASE_URL ?? `${tls ? 'https' : 'http'}://localhost:${port}`;
  const daemon = start(directory, [...command, binary, 'server'], {
    ...unhurried, PORT: String(port), BASE_URL: baseUrl, MAIL_MCP_LOG_LEVEL: 'DEBUG',
    ...(identity && { TLS_CERT_FILE: identity.certificate, TLS_KEY_FILE: identity.privateKey }), ...env,
  });
  await daemon.says(/listening/);
  return Object.assign(daemon, { directory, port, baseUrl, tls, key });
}

/** An access token that this daemon takes, for a mailbox behind any IMAP server. */
export const sealToken = (baseUrl, imap = { host: 'localhost', port: 1 }) => sealMailbox(baseUrl, key, { email: 'alice@example.test', password: 'canary-password', imap });
