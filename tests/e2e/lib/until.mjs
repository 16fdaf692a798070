// SPDX-License-Identifier: GPL-3.0-or-later

/** Asks until the answer is good, asynchronously or not, and returns it. */
export async function until(ask, what, milliseconds = 10_000) {
  for (const end = Date.now() + milliseconds; ; await new Promise((resolve) => { setTimeout(resolve, 25); })) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
  }
}
