// SPDX-License-Identifier: GPL-3.0-or-later
// Unpacks the browser of @sparticuz/chromium beside it.   node unpack.mjs DIR   (DIR has node_modules; DIR/chromium is the result)
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const directory = resolve(process.argv[2]);
const packed = join(directory, 'node_modules', '@sparticuz', 'chromium', 'bin');
const unpacked = join(directory, 'browser');
mkdirSync(unpacked, { recursive: true });

async function decompress(name, target) {
  await pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), createWriteStream(target, { mode: 0o755 }));
}

await decompress('chromium.br', join(unpacked, 'headless_shell'));
for (const name of ['al2023', 'swiftshader']) {
  const archive = join(unpacked, `${name}.tar`);
  await decompress(`${name}.tar.br`, archive);
  execFileSync('tar', ['xf', archive, '-C', unpacked]);
}
// The libraries that it brings stand in for those of the system it was built on.
writeFileSync(join(directory, 'chromium'), `#!/bin/sh
LD_LIBRARY_PATH='${unpacked}/lib' exec '${unpacked}/headless_shell' "$@"
`, { mode: 0o755 });
