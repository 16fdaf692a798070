// SPDX-License-Identifier: GPL-3.0-or-later
// What can be seen of a process from outside.
import { readdirSync, readFileSync } from 'node:fs';

export const residentKiB = (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);

/** Processor time that all its threads have used, in milliseconds. */
export function processorMilliseconds(pid) {
  const nanoseconds = (thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + nanoseconds(thread), 0) / 1e6;
}
