// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { build, contextOf, instructionsOf } from './Dockerfile.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mail-mcp-dockerfile-'));
const context = join(folder, 'context');
const work = join(folder, 'work');
after(() => rmSync(folder, { recursive: true }));

function write(path, text) {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

/** What the stages were made of, and what they were to run. */
let images;
let commands;
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  write(join(context, '.dockerignore'), '*\n!source\n!list\n');
  write(join(context, 'source/main.c'), 'int main;');
  write(join(context, 'source/deep/part.c'), 'int part;');
  write(join(context, 'list'), 'packages');
  write(join(context, '.env'), 'ENCRYPTION_KEY=secret');
  images = [];
  commands = [];
});

const follow = (text) => build(text, {
  base: (image, place) => { images.push(image); mkdirSync(place, { recursive: true }); },
  context, work,
  execute: (stage, command) => commands.push({ command, directory: stage.directory, environment: { ...stage.environment } }),
});
const refuses = (text, message) => assert.throws(() => follow(text), message, text);

describe('lines', () => {
  test('go on after a backslash, over comments and empty continuations', () => {
    assert.deepEqual(instructionsOf('FROM a\n# between\nRUN one && \\\n    # inside\n    two # three\n\nCMD ["x"]\n'), [
      { name: 'FROM', rest: 'a' }, { name: 'RUN', rest: 'one &&      two # three' }, { name: 'CMD', rest: '["x"]' }]);
  });
  test('that are no instructions are refused', () => {
    for (const text of ['from a', 'FROM', 'FROM a\nRUN x \\\n\ny', '&& make']) assert.throws(() => instructionsOf(text), /not an instruction/, text);
  });
  test('that end in a backslash want another one', () => assert.throws(() => instructionsOf('RUN one \\'), /nothing follows/));
  test('with here-documents are refused', () => {
    for (const text of ['RUN <<EOF\nls\nEOF', 'RUN cat <<-"END" >x\nEND', 'COPY <<EOF /etc/x']) assert.throws(() => instructionsOf(text), /here-documents/, text);
  });
  test('with another escape character are refused', () => assert.throws(() => instructionsOf('# escape=`\nFROM a'), /escape character/));
});

describe('the context', () => {
  test('is what .dockerignore leaves, the last word counting', () => {
    const inContext = contextOf('# comment\n*\n!source\n!both\nboth\n');
    assert.deepEqual(['source', 'both', '.env', 'build'].map(inContext), [true, false, false, false]);
  });
  test('has no patterns with folders in them', () => {
    for (const text of ['**/node_modules', 'build/x', '*.log']) assert.throws(() => contextOf(text), /patterns/, text);
  });
});

describe('COPY', () => {
  test('takes from the context what .dockerignore leaves', () => {
    const { folder: place } = follow('FROM a\nWORKDIR /work\nCOPY . .');
    assert.deepEqual(readdirSync(join(place, 'work')).sort(), ['list', 'source']);
    assert.equal(readFileSync(join(place, 'work/source/deep/part.c'), 'utf8'), 'int part;');
  });
  test('takes the content of a folder, and a file into one', () => {
    const { folder: place } = follow('FROM a\nWORKDIR /work\nCOPY source /src/\nCOPY list lists/');
    assert.deepEqual(readdirSync(join(place, 'src')).sort(), ['deep', 'main.c']);
    assert.equal(readFileSync(join(place, 'work/lists/list'), 'utf8'), 'packages');
  });
  test('takes from an earlier stage, by name or number, past .dockerignore', () => {
    for (const [as, from] of [[' AS made', 'made'], ['', '0']]) {
      images = [];
      const { folder: place } = follow(`FROM a${as}\nCOPY source /image/build/\nFROM b\nCOPY --from=${from} /image/ /`);
      assert.deepEqual(images, ['a', 'b']);
      assert.ok(existsSync(join(place, 'build/main.c')));
      assert.ok(!existsSync(join(place, 'image')), 'the second stage begins anew');
    }
  });
  test('refuses what it would do otherwise than an engine', () => {
    refuses('FROM a\nCOPY .env /', /dockerignore/);
    refuses('FROM a\nCOPY list /list', /wants a folder/);
    refuses('FROM a\nCOPY list', /wants a folder/);
    refuses('FROM a\nCOPY ../x /y/', /only names/);
    refuses('FROM a\nCOPY l* /y/', /only names/);
    refuses('FROM a\nCOPY --from=b /x /y/', /no such stage/);
    refuses('FROM a AS b\nFROM a\nCOPY --from=b . /y/', /only names/);
    refuses('FROM a\nCOPY --chown=1:1 list /y/', /--from is known/);
    refuses('FROM a AS b\nFROM a\nCOPY --from=b --chmod=600 /x /y/', /--from is known/);
    refuses('FROM a\nCOPY ["list", "/y/"]', /plain words/);
    refuses('FROM a\nCOPY $LIST /y/', /plain words/);
  });
});

describe('RUN', () => {
  test('is for the shell, or an array of words, in the folder and environment of its stage', () => {
    follow('FROM a AS b\nENV A=1\nRUN echo "$A" <x\nFROM a\nWORKDIR /w\nWORKDIR x\nENV B=2 C=x=y\nRUN ["ls", "-l"]');
    assert.deepEqual(commands, [
      { command: ['/bin/sh', '-c', 'echo "$A" <x'], directory: '/', environment: { A: '1' } },
      { command: ['ls', '-l'], directory: '/w/x', environment: { B: '2', C: 'x=y' } }]);
  });
  test('is not known with options, nor for another user', () => {
    refuses('FROM a\nRUN --mount=type=cache,target=/x make', /options/);
    refuses('FROM a\nUSER 1:1\nRUN id', /only root/);
  });
});

describe('what the image says of itself', () => {
  test('is that of the last stage', () => {
    const image = follow(['FROM a AS b', 'USER 7:7', 'EXPOSE 1', 'FROM a', 'ENV PORT=3000', 'VOLUME /data', 'USER 10001:10001', 'EXPOSE 3000',
      'HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD curl "$PORT"', 'ENTRYPOINT ["program"]', 'CMD ["server"]'].join('\n'));
    assert.deepEqual({ ...image, folder: '' }, { folder: '', environment: { PORT: '3000' }, directory: '/', user: '10001:10001', volumes: ['/data'], ports: [3000],
      entrypoint: ['program'], command: ['server'], health: ['/bin/sh', '-c', 'curl "$PORT"'] });
  });
  test('is refused where it is not plain', () => {
    for (const line of ['ENV A="b c"', 'ENV A b', 'ENV A=$B', 'EXPOSE $PORT', 'EXPOSE 80/tcp', 'VOLUME ["/data"]', 'USER $NAME', 'WORKDIR $HOME']) {
      refuses(`FROM a\n${line}`, /known/);
    }
    refuses('FROM a\nHEALTHCHECK NONE', /HEALTHCHECK/);
    refuses('FROM a\nHEALTHCHECK --retries=3 CMD x', /--interval/);
  });
});

describe('instructions', () => {
  test('that are not known are refused', () => {
    for (const name of ['ARG', 'ADD', 'SHELL', 'LABEL', 'ONBUILD', 'STOPSIGNAL', 'MAINTAINER']) refuses(`FROM a\n${name} x=y`, new RegExp(`${name} is not known`));
  });
  test('come after FROM', () => refuses('RUN ls', /before FROM/));
  test('FROM wants an image, and no option, variable or stage', () => {
    refuses('FROM --platform=linux/arm64 a', /FROM/);
    refuses('FROM a b', /FROM/);
    refuses('FROM $IMAGE', /plain words/);
    refuses('FROM a AS b\nFROM b', /begin with another one/);
  });
  test('of our own Dockerfile are known', () => {
    const text = readFileSync(join(import.meta.dirname, '..', '..', 'Dockerfile'), 'utf8');
    assert.deepEqual([...new Set(instructionsOf(text).map(({ name }) => name))].sort(),
      ['CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'RUN', 'USER', 'VOLUME', 'WORKDIR']);
  });
});
