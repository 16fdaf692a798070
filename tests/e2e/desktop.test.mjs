// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop program beside a real server: its window finds and tests the mail servers and makes a client, and with that client
// somebody logs in and reads mail. What is left of the secret afterwards is searched for everywhere.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from './lib/browser.mjs';
import { clients } from './lib/clients.mjs';
import { eventually, measuresMemory, spawnBound } from './lib/daemon.mjs';
import { formsOf, obstacle, occurrences } from './lib/memory.mjs';
import { freshDirectory, startStack } from './lib/stack.mjs';
import { tellStory } from './lib/story.mjs';

const corePattern = readFileSync('/proc/sys/kernel/core_pattern', 'utf8').trim();
/** A pattern that hands cores to a program, or puts them elsewhere, leaves nothing to be looked at. */
const coresGoElsewhere = !/^[^|/]/.test(corePattern) && `cores go to ${corePattern}`;
/** Why a crash of the window leaves no core to be looked at; false if it does. */
const noCore = coresGoElsewhere || (!measuresMemory && 'the address sanitizer forbids cores');

/** Everything that a program of the desktop keeps and throws away lies in one folder. */
function homeIn(directory) {
  const folders = { HOME: 'home', XDG_CONFIG_HOME: 'config', XDG_DATA_HOME: 'data', XDG_CACHE_HOME: 'cache', XDG_STATE_HOME: 'state', XDG_RUNTIME_DIR: 'runtime', TMPDIR: 'tmp' };
  for (const folder of [...Object.values(folders), 'work']) mkdirSync(join(directory, folder), { mode: 0o700 });
  return Object.fromEntries(Object.entries(folders).map(([name, folder]) => [name, join(directory, folder)]));
}

function filesIn(directory) {
  return readdirSync(directory, { recursive: true }).map((name) => join(directory, name)).filter((path) => statSync(path).isFile());
}

function filesWith(directory, text) {
  return filesIn(directory).filter((path) => formsOf(text).some((form) => readFileSync(path).includes(form)));
}

describe('the desktop program', () => {
  let stack, browser, program, output, answers, ended, directory, made;
  before(async () => {
    const smtp = process.getuid() === 0 ? 'postfix' : 'dovecot'; // Postfix wants root
    [stack, browser] = await Promise.all([startStack('desktop', { smtp }), launchBrowser()]);
    directory = freshDirectory('desktop-home');
    program = start(directory, process.env.ADMIN_STORY, '-nocrashhandler', '-maxwarnings', '0');
    output = '';
    for (const stream of [program.stdout, program.stderr]) stream.on('data', (data) => { output += data; });
    answers = createInterface({ input: program.stdio[3] })[Symbol.asyncIterator]();
    ended = once(program, 'close').then(([, signal]) => signal);
  });
  after(async () => {
    program?.kill('SIGKILL');
    await browser?.close();
    stack?.stop();
  });

  /** A program of the desktop with a home of its own; it may write cores of any size. */
  const start = (place, ...command) => spawnBound(['/bin/sh', '-c', 'ulimit -c unlimited; exec "$@"', 'sh', ...command], {
    cwd: join(place, 'work'), stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...homeIn(place), LANG: 'C.UTF-8', QT_QPA_PLATFORM: 'offscreen', QT_NO_GLIB: '1', QT_LOGGING_RULES: '*=true',
      STACK: join(stack.directory, 'sandbox.json') } });

  const answer = async () => {
    const { value, done } = await answers.next();
    assert.ok(!done, output);
    assert.doesNotMatch(output, /^FAIL!/m);
    return JSON.parse(value);
  };

  test('it finds, tests and generates', async (t) => {
    made = await answer();
    assert.ok(made.client_id && made.client_secret, output);
    for (const [line] of output.matchAll(/the diagnosis of both servers took .*/g)) t.diagnostic(line);
  });

  test('the client that it made logs in and reads mail', async (t) => {
    await tellStory({ stack: { ...stack, ...made }, client: clients[0], browser, tell: (title) => t.diagnostic(title) });
  });

  test('the secret is in no file and no log', () => {
    assert.ok(filesIn(directory).some((path) => path.endsWith('profiles.json')), 'something was kept');
    for (const text of [made.client_secret, stack.alice.password, stack.encryptionKey()]) {
      assert.deepEqual(filesWith(directory, text), []);
      assert.ok(!output.includes(text));
    }
  });

  test('the secret is in memory while it is shown', { skip: obstacle }, () => {
    assert.ok(occurrences(program.pid, made.client_secret).length > 0, 'the search finds what is there');
  });

  test('it is forgotten at the press of a button', async () => {
    program.stdin.write('forget\n');
    assert.deepEqual(await answer(), { forgotten: true });
  });

  test('then it is in no memory', { skip: obstacle }, () => {
    assert.deepEqual(occurrences(program.pid, made.client_secret), []);
  });

  test('nor in what is left when the window is closed', async () => {
    program.stdin.write('close\n');
    assert.deepEqual(await answer(), { closed: true });
    assert.deepEqual(filesWith(directory, made.client_secret), []);
  });

  test('nor in what is left when the program crashes', { skip: noCore }, async () => {
    program.kill('SIGABRT');
    assert.equal(await ended, 'SIGABRT');
    assert.doesNotMatch(output, /^FAIL!/m);
    assert.equal(filesIn(join(directory, 'work')).length, 1, 'a core, for this program is none that keeps secrets');
    assert.deepEqual(filesWith(directory, made.client_secret), []);
  });

  test('the real program leaves no core behind', { skip: coresGoElsewhere }, async () => {
    const place = freshDirectory('desktop-crash');
    const real = start(place, process.env.MAIL_MCP_ADMIN);
    const crashed = once(real, 'exit');
    await eventually('cores are forbidden', () => /^Max core file size\s+0\s/m.test(readFileSync(`/proc/${real.pid}/limits`, 'utf8')));
    real.kill('SIGABRT');
    assert.deepEqual(await crashed, [null, 'SIGABRT']);
    assert.deepEqual(filesIn(join(place, 'work')), []);
  });
});
