#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// What downloads cost the daemon in memory, and how fast they are.
//
//   attachments.mjs [megabytes, 200] [downloads at once, 50]
//
// Puts a message with an attachment of that size into Dovecot, fetches it once, then as often at one time, then opens as many downloads
// whose clients stop reading, and prints a table. Resident memory is looked at every 20 ms. Exit code 1 if it grew by 16 MiB or more,
// or if anybody got other bytes. MAIL_MCP names the binary, best an optimised one (cmake --preset release).
import { createHash, randomBytes } from 'node:crypto';
import { appendMessage, messageWith } from '../e2e/lib/imap.mjs';
import { bearer, callMcp, obtainTokens } from '../e2e/lib/oauth.mjs';
import { startStack } from '../e2e/lib/stack.mjs';
import { download, growthDuring, openDownload } from './lib/downloads.mjs';

const MIB = 1024 * 1024;
const MOST_GROWTH = 16 * MIB;
const [megabytes, downloads] = [200, 50].map((usual, index) => Number(process.argv[2 + index] ?? usual));
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const stack = await startStack('bench-attachments', { logLevel: 'WARN', env: { MAX_CONNECTIONS_PER_ADDRESS: '500' } });

try {
  const content = randomBytes(megabytes * 1_000_000);
  const expected = createHash('sha256').update(content).digest('hex');
  const { uid } = await appendMessage(stack, stack.alice, 'INBOX', messageWith('large.bin', 'application/octet-stream', content));
  const token = bearer((await obtainTokens(stack)).access_token);
  const message = (await callMcp(stack, token, 'tools/call', { name: 'get_mail_message', arguments: { folder: 'INBOX', uid } })).json.result;
  const { url } = message.structuredContent.attachments[0];
  await fetch(url, { headers: { Range: 'bytes=0-99' } });

  let isBad = false;
  const measure = async (what, work) => {
    const { result: bytes, seconds, before, grown } = await growthDuring(stack.pids.server, work);
    isBad ||= grown >= MOST_GROWTH;
    console.log([what.padEnd(34), `${seconds.toFixed(1)} s`.padStart(9), bytes ? `${(bytes / seconds / 1e6).toFixed(0)} MB/s`.padStart(10) : ''.padStart(10),
      `${(before / MIB).toFixed(1)} MiB`.padStart(11), `+${(grown / MIB).toFixed(1)} MiB`.padStart(11)].join(''));
  };
  console.log(['downloads'.padEnd(34), 'time'.padStart(9), 'rate'.padStart(10), 'before'.padStart(11), 'growth'.padStart(11)].join(''));
  const fetchAll = (count) => async () => {
    const hashes = await Promise.all(Array.from({ length: count }, () => download(url)));
    isBad ||= hashes.some((hash) => hash !== expected);
    return count * content.length;
  };
  await measure(`1 of ${megabytes} MB`, fetchAll(1));
  await measure(`${downloads} that stop reading`, async () => {
    const answers = await Promise.all(Array.from({ length: downloads }, () => openDownload(url)));
    await sleep(3000);
    for (const answer of answers) answer.destroy();
    const running = async () => Number(/^mail_mcp_attachment_downloads (\d+)/m.exec(await (await fetch(`${stack.base_url}/metrics`)).text())[1]);
    while (await running() > 0) await sleep(50);
    return 0;
  });
  await measure(`${downloads} of ${megabytes} MB at once`, fetchAll(downloads));
  process.exitCode = isBad ? 1 : 0;
} finally {
  stack.stop();
}
