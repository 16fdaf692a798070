// SPDX-License-Identifier: GPL-3.0-or-later
// One more daemon beside the mail servers of a sandbox, fresh and with settings of its own, and tokens for it without a login page.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sealMailbox } from '../../e2e/lib/jwe.mjs';
import { bearer, callMcp } from '../../e2e/lib/oauth.mjs';
import { residentKiB } from '../../e2e/lib/processes.mjs';
import { binary, freePort, freshDirectory } from '../../e2e/lib/stack.mjs';

/** As many as an address or a mailbox could ever ask for: what is measured is not the limits. */
export const unlimited = Object.fromEntries(Object.entries({
  HTTP_MAX_UNAUTHENTICATED_PER_MINUTE: 1e6, HTTP_MAX_MCP_PER_MINUTE: 1e6, HTTP_MAX_MCP_BURST: 1e6, HTTP_MAX_REQUESTS_PER_CONNECTION: 1e6,
  MAX_CONNECTIONS: 20_000, MAX_CONNECTIONS_PER_ADDRESS: 20_000, HTTP_IDLE_TIMEOUT: 3600, MAX_IMAP_SESSIONS: 10_000,
  MAX_IMAP_SESSIONS_PER_MAILBOX: 20, MAX_IMAP_WAITING_PER_MAILBOX: 100, MAX_IMAP_LOGINS_PER_HOST: 10_000, MAX_IMAP_WAITING_PER_HOST: 10_000,
  MCP_MAX_CALLS: 10_000, MCP_MAX_CALLS_PER_MAILBOX: 20, MCP_MAX_WAITING_CALLS: 10_000, MCP_MAX_WAITING_CALLS_PER_MAILBOX: 100,
  MAX_SENDS_PER_HOUR: 1e5, MAX_SENDS_PER_DAY: 1e6 }).map(([name, value]) => [name, String(value)]));

const startSeconds = 10;

/** Until the daemon answers; the pause is short because starts are measured. */
async function untilHealthy(baseUrl, child) {
  for (const end = Date.now() + startSeconds * 1000; Date.now() < end && child.exitCode === null; await sleep(1)) {
    if ((await fetch(`${baseUrl}/health`).catch(() => undefined))?.status === 200) return;
  }
  throw new Error(`the daemon does not answer at ${baseUrl}`);
}

/** base_url and mcp_url as a stack has them; pid, tokenFor(user, servers), call(token, tool, arguments), metric(name), residentMegabytes(), threads(), stop(). */
export async function startDaemon(stack, name, settings = {}) {
  const directory = freshDirectory(`daemon-${name}`);
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const log = openSync(join(directory, 'server.log'), 'w', 0o600);
  const began = performance.now();
  const child = spawn(binary, ['server', '--env-file', stack.env_file], { cwd: directory, stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', PORT: String(port), BASE_URL: baseUrl, STATE_URL: `sqlite:${join(directory, 'state.sqlite')}`, ...settings } });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    const [code, signal] = await ended;
    if (code !== 0) throw new Error(`the daemon ended with ${code ?? signal}, see ${directory}`);
  };
  try {
    await untilHealthy(baseUrl, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  const mcp = { mcp_url: `${baseUrl}/mcp` };
  return {
    ...mcp, base_url: baseUrl, pid: child.pid, startMilliseconds: performance.now() - began, stop,
    tokenFor: ({ email, password }, { imap = stack.imap, smtp = stack.smtp } = {}) => sealMailbox(baseUrl, stack.encryptionKey(), { email, password, imap, smtp }),
    async call(token, tool, parameters) {
      const { json, text } = await callMcp(mcp, bearer(token), 'tools/call', { name: tool, arguments: parameters });
      if (!json?.result || json.result.isError) throw new Error(`${tool}: ${text}`);
      return json.result.structuredContent;
    },
    async metric(of) {
      const text = await (await fetch(`${baseUrl}/metrics`)).text();
      return Number(new RegExp(`^${of} (\\d+)`, 'm').exec(text)[1]);
    },
    residentMegabytes: () => residentKiB(child.pid) * 1024 / 1e6,
  };
}

/** Runs `use` with such a daemon, and stops that in any case. */
export async function withDaemon(stack, name, settings, use) {
  const daemon = await startDaemon(stack, name, settings);
  try {
    return await use(daemon);
  } finally {
    await daemon.stop();
  }
}
