// SPDX-License-Identifier: GPL-3.0-or-later
// One more daemon beside a stack, and clients for it.
import { execFile } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sleep, spawnBound } from './daemon.mjs';
import { binary, freePort } from './stack.mjs';

/** Starts mail_mcp with the settings of a stack and some of its own. With another PORT it is a second instance. It adds to the file `logName`. */
export async function startInstance(stack, env = {}, logName = 'daemon.log') {
  const port = env.PORT ?? await freePort();
  const log = openSync(join(stack.directory, logName), 'a', 0o600);
  const child = spawnBound([binary, 'server', '--env-file', stack.env_file], {
    cwd: stack.directory, stdio: ['ignore', log, log], env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...env, PORT: String(port) } });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  const isUp = () => fetch(`${url}/health`).then((answer) => answer.ok, () => false);
  for (let i = 0; i < 400 && !(await isUp()); i += 1) {
    if (child.exitCode !== null) throw new Error(`mail_mcp ended with exit code ${child.exitCode}; see ${stack.directory}/${logName}`);
    await sleep(25);
  }
  const end = (signal) => { child.kill(signal); return ended; };
  return { url, port, pid: child.pid, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** mail_mcp with some arguments and the settings of a stack; its standard output. */
export const runCommand = async (stack, ...parameters) =>
  (await promisify(execFile)(binary, [...parameters, '--env-file', stack.env_file], { env: { PATH: process.env.PATH } })).stdout;

/** A client as an administrator makes one, in the place of the stack's own. */
export async function withClient(stack, { redirectUris, imap = {}, more = [] } = {}) {
  const options = [`--imap-host=${imap.host ?? stack.imap.host}`, `--imap-port=${imap.port ?? stack.imap.port}`, '--imap-ssl',
    `--smtp-host=${stack.smtp.host}`, `--smtp-port=${stack.smtp.port}`, '--smtp-ssl', ...(redirectUris ?? []).map((uri) => `--redirect-uri=${uri}`), ...more];
  return { ...stack, ...JSON.parse(await runCommand(stack, 'generate', '--json', ...options)) };
}
