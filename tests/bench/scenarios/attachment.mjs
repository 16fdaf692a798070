// SPDX-License-Identifier: GPL-3.0-or-later
// What one attachment of 50 MB costs in memory while it is downloaded.
import { createHash, randomBytes } from 'node:crypto';
import { appendMessage, messageWith } from '../../e2e/lib/imap.mjs';
import { unlimited, withDaemon } from '../lib/daemon.mjs';
import { download, growthDuring } from '../lib/downloads.mjs';
import { atMost, told } from '../lib/targets.mjs';

const bytes = 50_000_000;

export async function run(bench) {
  const content = randomBytes(bytes);
  const { uid } = await appendMessage(bench.stack, bench.stack.alice, 'INBOX', messageWith('large.bin', 'application/octet-stream', content));
  return withDaemon(bench.stack, 'attachment', unlimited, async (daemon) => {
    const { attachments } = await daemon.call(daemon.tokenFor(bench.stack.alice), 'get_mail_message', { folder: 'INBOX', uid });
    const { url } = attachments[0];
    await (await fetch(url, { headers: { Range: 'bytes=0-99' } })).arrayBuffer();
    const { result: hash, seconds, grown } = await growthDuring(daemon.pid, () => download(url));
    const isSame = hash === createHash('sha256').update(content).digest('hex');
    return { targets: [atMost(`${bytes / 1e6} MB downloaded: memory grew by`, grown / 1e6, 16, 'MB'),
      atMost('downloads with other bytes', isSame ? 0 : 1, 0), told('rate', bytes / 1e6 / seconds, 'MB/s')] };
  });
}
