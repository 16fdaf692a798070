// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a Dockerfile and follows it without a container engine: each stage is a folder that systemd-nspawn enters.
// Instructions and options that it does not know are errors, so that the file can say nothing that was not tried.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Lines that end in a backslash go on; comments end nowhere else than at the end of their line. */
export function instructionsOf(text) {
  const lines = text.split('\n').filter((line) => !/^\s*#/.test(line));
  return lines.join('\n').replaceAll('\\\n', ' ').split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
    const [, name, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? assert.fail(`not an instruction: ${line}`);
    return { name, rest };
  });
}

/** Which entries of the top folder get into the context. Patterns with folders in them are not known. */
export function contextOf(text) {
  const patterns = text.split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));
  assert.ok(patterns.every((pattern) => /^(\*|!?[\w.-]+)$/.test(pattern)), '.dockerignore has patterns that this reader does not know');
  return (entry) => {
    let inside = true;
    for (const pattern of patterns) {
      if (pattern === '*' || pattern === entry) inside = false;
      if (pattern === `!${entry}`) inside = true;
    }
    return inside;
  };
}

/** The words of the array form ["a", "b"], or the shell's. */
const commandOf = (text) => (text.startsWith('[') ? JSON.parse(text) : ['/bin/sh', '-c', text]);

class Stage {
  constructor(folder) {
    this.folder = folder;
    this.environment = {};
    this.directory = '/';
    this.user = '0:0';
    this.volumes = [];
    this.ports = [];
    this.entrypoint = [];
    this.command = [];
  }
}

/**
 * The instructions of text, done in folders below work.
 *   base(image, folder)   puts a copy of that image into the folder
 *   context               the folder that COPY takes from, .dockerignore in it
 *   binds                 more options for systemd-nspawn while RUN runs
 * Returns the last stage.
 */
export function build(text, { base, context, work, binds = [], say = () => {} }) {
  const stages = new Map();
  const inContext = contextOf(readFileSync(join(context, '.dockerignore'), 'utf8'));
  let stage;

  const copy = (rest) => {
    const words = rest.split(/\s+/);
    const from = words[0].startsWith('--') ? words.shift() : '';
    assert.ok(!from || from.startsWith('--from='), `COPY ${from}`);
    const source = from ? stages.get(from.slice('--from='.length)).folder : context;
    const to = words.pop();
    const target = join(stage.folder, resolve(stage.directory, to));
    const entries = words.flatMap((word) => (word === '.' ? readdirSync(context) : [word]));
    assert.ok(from || words.includes('.') || entries.every((entry) => inContext(entry.split('/')[0])), `COPY ${rest}: .dockerignore keeps that out`);
    mkdirSync(target, { recursive: true });
    for (const entry of entries.filter((name) => from || inContext(name.split('/')[0]))) {
      const path = join(source, entry);
      // Of a folder its content, unless it is an entry of the context that "." stands for.
      execFileSync('cp', ['-a', statSync(path).isDirectory() && !words.includes('.') ? `${path}/.` : path, target]);
    }
  };

  const run = (rest) => {
    const environment = Object.entries(stage.environment).map(([name, value]) => `--setenv=${name}=${value}`);
    const done = spawnSync('systemd-nspawn', ['--quiet', '-D', stage.folder, '--register=no', '--keep-unit', '--as-pid2', '--console=pipe',
      '--resolv-conf=bind-host', `--chdir=${stage.directory}`, ...environment, ...binds, '--', ...commandOf(rest)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
    assert.equal(done.status, 0, `RUN ${rest}\n${done.stdout.slice(-4000)}\n${done.stderr.slice(-4000)}`);
  };

  const instructions = {
    FROM(rest) {
      const [, image, name] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? assert.fail(`FROM ${rest}`);
      stage = new Stage(join(work, `stage-${stages.size}`));
      stages.set(name ?? String(stages.size), stage);
      rmSync(stage.folder, { recursive: true, force: true });
      base(image, stage.folder);
    },
    COPY: copy,
    RUN: run,
    ENV(rest) { for (const [, name, value] of rest.matchAll(/(\w+)=(\S*)/g)) stage.environment[name] = value; },
    WORKDIR(rest) { stage.directory = rest; mkdirSync(join(stage.folder, rest), { recursive: true }); },
    USER(rest) { stage.user = rest; },
    VOLUME(rest) { stage.volumes.push(rest); },
    EXPOSE(rest) { stage.ports.push(Number(rest)); },
    ENTRYPOINT(rest) { stage.entrypoint = commandOf(rest); },
    CMD(rest) { stage.command = commandOf(rest); },
    HEALTHCHECK(rest) {
      const [, options, command] = /^((?:--[\w-]+=\S+\s+)*)CMD\s+(.*)$/.exec(rest) ?? assert.fail(`HEALTHCHECK ${rest}`);
      assert.deepEqual(options.trim().split(/\s+/).map((option) => option.split('=')[0]), ['--interval', '--timeout', '--start-period']);
      stage.health = commandOf(command);
    },
  };
  for (const { name, rest } of instructionsOf(text)) {
    assert.ok(instructions[name], `the instruction ${name} is not known`);
    say(`${name} ${rest.length > 100 ? `${rest.slice(0, 97)}…` : rest}`);
    instructions[name](rest);
  }
  return stage;
}
