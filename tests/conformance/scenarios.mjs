// SPDX-License-Identifier: GPL-3.0-or-later
// Holds a server to the scenarios of the official conformance suite. Each of those named here has to run, and every one of its
// checks has to succeed: what the suite skips or only warns of counts as failed, unless it says here why.
// usage: node scenarios.mjs fixture URL   mcp_conformance_server: all scenarios of all revisions, in both generations of the suite
//        node scenarios.mjs server URL    any server: what needs no tools, resources or prompts of the suite's own
// LOGS=folder keeps what the suite says. Needs Node 22 and `npm ci` in this folder.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = import.meta.dirname;
const current = join(here, 'node_modules', '@modelcontextprotocol', 'conformance', 'dist', 'index.js');
const first = join(here, 'node_modules', 'conformance-v1', 'dist', 'index.js');
const baseline = join(here, 'without-fixtures.yml');
const words = (text) => text.trim().split(/\s+/);

const inEveryRevision = words(`completion-complete tools-list tools-call-simple-text tools-call-image tools-call-audio
  tools-call-embedded-resource tools-call-mixed-content tools-call-error tools-call-with-progress
  resources-list resources-read-text resources-read-binary resources-templates-read
  prompts-list prompts-get-simple prompts-get-with-args prompts-get-embedded-resource prompts-get-with-image`);
const withHandshake = [...inEveryRevision, ...words(`server-initialize ping logging-set-level tools-call-with-logging
  tools-call-sampling tools-call-elicitation resources-subscribe resources-unsubscribe`)];
const required = {
  '2025-11-25': [...withHandshake, ...words(`elicitation-sep1034-defaults elicitation-sep1330-enums server-sse-multiple-streams
    dns-rebinding-protection`)],
  '2026-07-28': [...inEveryRevision, ...words(`server-stateless server-sse-multiple-streams sep-2164-resource-not-found
    dns-rebinding-protection caching`), ...words(`basic-elicitation basic-sampling basic-list-roots request-state
    multiple-input-requests multi-round missing-input-response non-tool-request result-type unsupported-methods tampered-state
    capability-check ignore-extra-params validate-input`).map((name) => `input-required-result-${name}`)],
};

const each = (revision, scenarios, options = {}) => words(scenarios).map(
  (scenario) => ({ suite: current, flags: ['--spec-version', revision, '--scenario', scenario], scenarios: [scenario], ...options }));

const runs = {
  fixture: [
    ...Object.entries(required).map(([revision, scenarios]) => ({ suite: current, flags: ['--requirements', revision], scenarios })),
    ...each('2026-07-28', 'http-header-validation http-custom-header-server-validation json-schema-2020-12'),
    ...each('2025-11-25', 'server-session-lifecycle json-schema-2020-12'),
    // It looks at streams that are broken off to be resumed, which this server does not do: there is nothing to find.
    ...each('2025-11-25', 'server-sse-polling', { isInformative: true }),
    { suite: current, flags: ['--suite', 'all', '--spec-version', '2025-06-18'], scenarios: [...withHandshake, 'server-session-lifecycle'] },
    { suite: current, flags: ['--suite', 'all', '--spec-version', '2025-03-26'], scenarios: ['server-session-lifecycle'] },
    { suite: first, flags: [], scenarios: required['2025-11-25'] },
  ],
  server: [
    ...each('2026-07-28', `tools-list server-sse-multiple-streams resources-list sep-2164-resource-not-found prompts-list
      dns-rebinding-protection caching input-required-result-unsupported-methods http-header-validation`),
    // Lists of tools and prompts that never change are not announced to change; the suite skips those two checks.
    ...each('2026-07-28', 'server-stateless', { baseline, skipped: words(`sep-2575-server-sends-prompts-list-changed-on-subscription
      sep-2575-server-sends-tools-list-changed-on-subscription`) }),
    ...each('2025-11-25', `server-initialize server-session-lifecycle ping tools-list server-sse-multiple-streams resources-list
      prompts-list dns-rebinding-protection`),
    ...each('2025-06-18', 'server-initialize server-session-lifecycle ping tools-list resources-list prompts-list'),
    ...each('2025-03-26', 'server-session-lifecycle'),
  ],
};

/** The checks of each scenario that really ran, as the suite has written them into a folder. */
function readResults(directory) {
  const results = new Map();
  for (const name of readdirSync(directory)) {
    const scenario = /^server-(.+)-\d{4}-\d\d-\d\dT[^/]*$/.exec(name)?.[1];
    if (!scenario || !readdirSync(join(directory, name)).includes('checks.json')) continue; // a skipped scenario leaves an empty folder
    results.set(scenario, [...results.get(scenario) ?? [], ...JSON.parse(readFileSync(join(directory, name, 'checks.json'), 'utf8'))]);
  }
  return results;
}

/** Why a scenario did not pass, in words; empty if it did. */
function complaintsAbout(scenario, checks, run) {
  if (!checks?.length) return ['it did not run'];
  const failing = run.baseline ? readFileSync(run.baseline, 'utf8').match(/(?<=- [a-z-]+:)\S+/g) : [];
  const isExpected = ({ id, status }) => (failing.includes(id) ? status === 'FAILURE'
    : ['SUCCESS', 'INFO', ...run.skipped?.includes(id) ? ['SKIPPED'] : []].includes(status));
  const complaints = checks.filter((check) => !isExpected(check)).map(({ id, status, errorMessage }) => `${status} ${id}: ${errorMessage ?? ''}`);
  const looked = run.isInformative || checks.some(({ status }) => status === 'SUCCESS');
  return complaints.length > 0 || looked ? complaints : ['it looked at nothing'];
}

const [kind, url] = process.argv.slice(2);
if (!runs[kind] || !url) {
  console.error('usage: node scenarios.mjs fixture|server URL');
  process.exit(2);
}
const logs = process.env.LOGS ?? mkdtempSync(join(tmpdir(), 'conformance-'));
let failures = 0;
let passed = 0;
for (const run of runs[kind]) {
  const title = [run.suite === first ? '0.1.16' : '', ...run.flags].join(' ').trim();
  const directory = join(logs, title.replace(/\W+/g, '-'));
  mkdirSync(directory, { recursive: true });
  const expected = run.baseline ? ['--expected-failures', run.baseline] : [];
  const child = spawnSync(process.execPath, [run.suite, 'server', '--url', url, '-o', directory, ...run.flags, ...expected],
    { encoding: 'utf8', maxBuffer: 2 ** 28 });
  writeFileSync(join(directory, 'output.txt'), child.stdout + child.stderr);
  const results = readResults(directory);
  const complaints = run.scenarios.flatMap((scenario) => {
    const about = complaintsAbout(scenario, results.get(scenario), run).map((complaint) => `${scenario}: ${complaint}`);
    if (about.length === 0) passed += 1;
    return about;
  });
  if (complaints.length === 0 && child.status !== 0) complaints.push(`the suite ended with ${child.status}`);
  console.log(complaints.length === 0 ? `ok   ${title} (${run.scenarios.length})` : `FAIL ${title}`);
  for (const complaint of complaints) console.log(`     ${complaint}`);
  failures += complaints.length;
}
console.log(`${passed} scenarios passed${failures ? `, ${failures} complaints; what the suite says is in ${logs}` : ''}`);
process.exit(failures === 0 ? 0 : 1);
