// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments as clients fetch them, and what that does to the memory of a process.
import { createHash } from 'node:crypto';
import http from 'node:http';
import { residentKiB } from '../../e2e/lib/processes.mjs';

/** The head of an answer of 200; nothing of its content is taken yet. */
export const openDownload = (url) => new Promise((resolve, reject) => {
  http.get(url, { agent: false }, (answer) => {
    if (answer.statusCode === 200) resolve(answer.pause());
    else reject(new Error(`status ${answer.statusCode}`));
  }).on('error', reject);
});

/** SHA-256 of the whole content, in hexadecimal. */
export async function download(url) {
  const hash = createHash('sha256');
  for await (const bytes of await openDownload(url)) hash.update(bytes);
  return hash.digest('hex');
}

/** What `work` returns, how long it took, and by how many bytes the resident memory of a process grew at most, looked at every 20 ms. */
export async function growthDuring(pid, work) {
  const resident = () => 1024 * residentKiB(pid);
  const before = resident();
  let most = before;
  const timer = setInterval(() => { most = Math.max(most, resident()); }, 20);
  const began = performance.now();
  try {
    const result = await work();
    return { result, seconds: (performance.now() - began) / 1000, before, grown: Math.max(most, resident()) - before };
  } finally {
    clearInterval(timer);
  }
}
