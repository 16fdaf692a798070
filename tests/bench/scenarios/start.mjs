// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the program to its first answer.
import { withDaemon } from '../lib/daemon.mjs';
import { median } from '../lib/report.mjs';
import { atMost, told } from '../lib/targets.mjs';

const starts = 20;

export async function run({ stack }) {
  const times = [];
  for (let start = 0; start < starts; start += 1) times.push(await withDaemon(stack, 'start', {}, async ({ startMilliseconds }) => startMilliseconds));
  return { targets: [atMost(`median of ${starts} starts`, median(times), 150, 'ms'), told('longest', Math.max(...times), 'ms')] };
}
