// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The CMake cache of the build folder that a program lies in. */
function cacheOf(program) {
  for (let folder = dirname(program); folder !== dirname(folder); folder = dirname(folder)) {
    const cache = join(folder, 'CMakeCache.txt');
    if (existsSync(cache)) return readFileSync(cache, 'utf8');
  }
  return '';
}

/** Ends the process unless the program is from an optimised build without sanitizers and counters: others measure themselves. */
export function requireOptimised(program) {
  const cache = cacheOf(program);
  const value = (name) => new RegExp(`^${name}:\\w+=(.*)$`, 'm').exec(cache)?.[1];
  const isOptimised = ['Release', 'RelWithDebInfo'].includes(value('CMAKE_BUILD_TYPE'));
  if (existsSync(program) && isOptimised && !value('SANITIZERS') && value('COVERAGE') !== 'ON') return;
  console.error(`bench: ${program} is not from an optimised build, so its times mean nothing. Build it with: cmake --preset release`);
  process.exit(2);
}
