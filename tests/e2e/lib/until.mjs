// SPDX-License-Identifier: GPL-3.0-or-later

/** Waits until `isTrue` says so, asynchronously or not. */
export async function until(isTrue, what, milliseconds = 10_000) {
  const end = Date.now() + milliseconds;
  while (!await isTrue()) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
