// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the memory of another process. Only root may look.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { measuresMemory } from './daemon.mjs';

/** Why this cannot be looked into here; false if it can. */
export const obstacle = process.getuid() !== 0 ? 'only root may read it' : !measuresMemory && 'the address sanitizer has a memory of its own';

/** What a text looks like in memory: in UTF-8, as Qt has it, and in base64. */
export const formsOf = (text) => [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('base64').slice(0, -4))];

/** Where a text is in the writable memory of a process, in UTF-8 or as Qt has it, and what stands around it. */
export function occurrences(pid, text) {
  const found = [];
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const region = /^([0-9a-f]+)-([0-9a-f]+) rw.. \S+ \S+ \S+\s*(.*)$/.exec(line);
      if (!region || region[3] === '[vvar]') continue;
      const begin = parseInt(region[1], 16);
      const bytes = Buffer.alloc(parseInt(region[2], 16) - begin);
      let length = 0;
      try { length = readSync(memory, bytes, 0, bytes.length, begin); } catch { continue; } // a guard page
      for (const needle of formsOf(text)) {
        for (let at = bytes.indexOf(needle); at >= 0 && at < length; at = bytes.indexOf(needle, at + 1)) {
          const around = bytes.subarray(Math.max(0, at - 48), at + needle.length + 16).toString('latin1').replace(/[^ -~]/g, '.');
          found.push(`${region[3] || 'anonymous'}: ${around}`);
        }
      }
    }
  } finally {
    closeSync(memory);
  }
  return found;
}
