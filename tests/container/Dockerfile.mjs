// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a Dockerfile and follows it without a container engine: each stage is a folder that systemd-nspawn enters.
// Instructions and options that it does not know are errors, so that the file can say nothing that was not tried.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Lines that end in a backslash go on; a comment is a line of its own. */
export function instructionsOf(text) {
  assert.ok(!/^\s*#\s*escape\s*=/im.test(text), 'another escape character is not known');
  const lines = text.split('\n').filter((line) => !/^\s*#/.test(line));
  return lines.join('\n').replaceAll('\\\n', ' ').split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
    const [, name, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? assert.fail(`not an instruction: ${line}`);
    assert.ok(!/<<-?["']?\w/.test(rest), `here-documents are not known: ${line}`);
    assert.ok(!rest.endsWith('\\'), `nothing follows: ${line}`);
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

/** What stands there as it is: no variable, no quotes, no array. */
function plain(name, rest) {
  assert.ok(!/[$"'\\[]/.test(rest), `${name} ${rest}: only plain words are known`);
  return rest;
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

/** Runs a command in the folder of a stage, as root. */
function enter(stage, command, binds) {
  const environment = Object.entries(stage.environment).map(([name, value]) => `--setenv=${name}=${value}`);
  const done = spawnSync('systemd-nspawn', ['--quiet', '-D', stage.folder, '--register=no', '--keep-unit', '--as-pid2', '--console=pipe',
    '--resolv-conf=bind-host', `--chdir=${stage.directory}`, ...environment, ...binds, '--', ...command],
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
  assert.equal(done.status, 0, `RUN ${command.at(-1)}\n${done.stdout.slice(-4000)}\n${done.stderr.slice(-4000)}`);
}

/**
 * The instructions of text, done in folders below work.
 *   base(image, folder)     puts a copy of that image into the folder
 *   context                 the folder that COPY takes from, .dockerignore in it
 *   binds                   more options for systemd-nspawn while RUN runs
 *   execute(stage, words)   does what RUN says, if not systemd-nspawn
 * Returns the last stage.
 */
export function build(text, { base, context, work, binds = [], execute = (stage, command) => enter(stage, command, binds), say = () => {} }) {
  const stages = new Map();
  const inContext = contextOf(readFileSync(join(context, '.dockerignore'), 'utf8'));
  let stage;

  const copy = (rest) => {
    const words = plain('COPY', rest).split(/\s+/);
    const from = words[0].startsWith('--from=') ? words.shift() : '';
    assert.ok(!words.some((word) => word.startsWith('--')), `COPY ${rest}: of the options --from is known`);
    const { folder: source } = from ? stages.get(from.slice('--from='.length)) ?? assert.fail(`COPY ${rest}: there is no such stage`) : { folder: context };
    const to = words.pop();
    const takesAll = !from && words.length === 1 && words[0] === '.';
    assert.ok(takesAll || to?.endsWith('/'), `COPY ${rest}: wants a folder to copy to, with "/" at its end`);
    assert.ok(takesAll || words.every((word) => !/[*?]|^\.$|\.\./.test(word)), `COPY ${rest}: only names are known, and "." alone`);
    const target = join(stage.folder, resolve(stage.directory, to));
    const entries = takesAll ? readdirSync(context).filter(inContext) : words;
    assert.ok(from || entries.length > 0 && entries.every((entry) => inContext(entry.split('/')[0])), `COPY ${rest}: .dockerignore keeps that out`);
    mkdirSync(target, { recursive: true });
    for (const entry of entries) {
      const path = join(source, entry);
      // Of a folder its content, unless it is an entry of the context that "." stands for.
      execFileSync('cp', ['-a', statSync(path).isDirectory() && !takesAll ? `${path}/.` : path, target]);
    }
  };

  const instructions = {
    FROM(rest) {
      const [, image, name] = /^([^\s-]\S*)(?: AS (\S+))?$/.exec(plain('FROM', rest)) ?? assert.fail(`FROM ${rest}`);
      assert.ok(!stages.has(image), `FROM ${rest}: stages that begin with another one are not known`);
      stage = new Stage(join(work, `stage-${stages.size}`));
      stages.set(name ?? String(stages.size), stage);
      rmSync(stage.folder, { recursive: true, force: true });
      base(image, stage.folder);
    },
    COPY: copy,
    RUN(rest) {
      assert.equal(stage.user, '0:0', `RUN ${rest}: only root is known before USER`);
      assert.ok(!rest.startsWith('--'), `RUN ${rest}: options are not known`);
      execute(stage, commandOf(rest));
    },
    ENV(rest) {
      for (const word of plain('ENV', rest).split(/\s+/)) {
        const [, name, value] = /^(\w+)=(.*)$/.exec(word) ?? assert.fail(`ENV ${rest}: only NAME=value is known`);
        stage.environment[name] = value;
      }
    },
    WORKDIR(rest) {
      stage.directory = resolve(stage.directory, plain('WORKDIR', rest));
      mkdirSync(join(stage.folder, stage.directory), { recursive: true });
    },
    USER(rest) { stage.user = plain('USER', rest); },
    VOLUME(rest) { stage.volumes.push(plain('VOLUME', rest)); },
    EXPOSE(rest) {
      assert.match(rest, /^\d+$/, `EXPOSE ${rest}: only a number is known`);
      stage.ports.push(Number(rest));
    },
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
    assert.ok(stage || name === 'FROM', `${name} comes before FROM`);
    say(`${name} ${rest.length > 100 ? `${rest.slice(0, 97)}…` : rest}`);
    instructions[name](rest);
  }
  return stage;
}
