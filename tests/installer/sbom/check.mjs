// SPDX-License-Identifier: GPL-3.0-or-later
// The bill of materials of some programs: it is what the schema of CycloneDX asks for, complete, and the same every time.
//
//     node tests/installer/sbom/check.mjs PROGRAM…
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';

const script = resolve(import.meta.dirname, '../../../installer/sbom/make_sbom.py');
const make = (...parameters) => execFileSync('python3', ['-B', script, ...parameters],
  { encoding: 'utf8', env: { ...process.env, SOURCE_DATE_EPOCH: '1700000000' } });
const programs = process.argv.slice(2);
const text = make('mail-mcp', '1.2.3', ...programs);
const bill = JSON.parse(text);
const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);

assert.equal(await validator.validate(text), null);
assert.notEqual(await validator.validate(JSON.stringify({ ...bill, components: [{ name: 'without a type' }] })), null, 'the validator refuses nothing');
assert.equal(make('mail-mcp', '1.2.3', ...programs), text);
assert.notEqual(JSON.parse(make('mail-mcp', '1.2.4', ...programs)).serialNumber, bill.serialNumber);
assert.equal(bill.metadata.timestamp, '2023-11-14T22:13:20Z');

const names = bill.components.map(({ name }) => name);
for (const wanted of [/^libqt6core6/, /^libvmime1/, /^libssl3/, /^libcurl4/, /^libc6$/, /^nlohmann-json3-dev$/]) assert.ok(names.some((name) => wanted.test(name)), `${wanted}: ${names}`);
assert.equal(new Set(names).size, names.length);
const installed = new Map(execFileSync('dpkg-query', ['-W', '-f', '${Package} ${Version}\n', ...names], { encoding: 'utf8' }).trim().split('\n').map((line) => line.split(' ')));
for (const { name, version, purl } of bill.components) {
  assert.equal(version, installed.get(name));
  assert.match(purl, /^pkg:deb\/(debian|ubuntu)\/[^@]+@[^?:]+\?arch=\w+&distro=/);
}
// Everything is there for a reason.
const reached = new Set(['mail-mcp']);
const needs = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
for (const ref of reached) for (const other of needs.get(ref)) reached.add(other);
assert.deepEqual([...reached].sort(), ['mail-mcp', ...names].sort());
console.log(`${names.length} components, ${bill.components.filter(({ licenses }) => licenses).length} with a licence`);
