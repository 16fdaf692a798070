// SPDX-License-Identifier: GPL-3.0-or-later
// Our JWE against the npm library jose, in both directions: the form of the Ruby server, with the raw key.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import * as jose from 'jose';

const tool = process.env.JWE_TOOL;
const key = randomBytes(32);
const plaintexts = ['', 'x', '{"typ":"access","password":"p\u00e4ss \\"w\\u0000rd\\""}', '\u{1f600}'.repeat(300), 'a'.repeat(4000)];

function seal(text) {
  return execFileSync(tool, ['seal', key.toString('hex')], { input: text, encoding: 'utf8' });
}

function open(token, keyHex = key.toString('hex')) {
  return spawnSync(tool, ['open', keyHex], { input: token, encoding: 'utf8' });
}

function sealWithJose(text, header = { alg: 'dir', enc: 'A256GCM' }, theirKey = key) {
  return new jose.CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader(header).encrypt(theirKey);
}

describe('JWE interoperability with jose', () => {
  test('jose opens what we seal', async () => {
    for (const text of plaintexts) {
      const { plaintext, protectedHeader } = await jose.compactDecrypt(seal(text), key);
      assert.equal(new TextDecoder().decode(plaintext), text);
      assert.deepEqual(protectedHeader, { alg: 'dir', enc: 'A256GCM' });
    }
  });

  test('we open what jose seals', async () => {
    for (const text of plaintexts) {
      const opened = open(await sealWithJose(text));
      assert.equal(opened.status, 0, opened.stderr);
      assert.equal(opened.stdout, text);
    }
  });

  test('no two tokens of the same text are alike', () => {
    assert.notEqual(seal('same'), seal('same'));
  });

  test('we open nothing else', async () => {
    const good = await sealWithJose('text');
    const parts = good.split('.');
    const changed = (index, value) => parts.map((part, i) => (i === index ? value : part)).join('.');
    const flip = (part) => (part[0] === 'A' ? 'B' : 'A') + part.slice(1);
    const cases = {
      'a changed header': changed(0, Buffer.from('{"enc":"A256GCM","alg":"dir"}').toString('base64url')),
      'an encrypted key': changed(1, 'AAAA'),
      'a changed IV': changed(2, flip(parts[2])),
      'a changed text': changed(3, flip(parts[3])),
      'a changed tag': changed(4, flip(parts[4])),
      'a shortened tag': changed(4, parts[4].slice(0, 16)),
      'four segments': parts.slice(0, 4).join('.'),
      'six segments': `${good}.`,
      'padding': changed(3, `${parts[3]}=`),
      'compression': await sealWithJose('text', { alg: 'dir', enc: 'A256GCM', zip: 'DEF' }).catch(() => changed(0, Buffer.from('{"alg":"dir","enc":"A256GCM","zip":"DEF"}').toString('base64url'))),
      'another algorithm': await sealWithJose('text', { alg: 'A256KW', enc: 'A256GCM' }),
      'another encryption': await sealWithJose('text', { alg: 'dir', enc: 'A128CBC-HS256' }),
      'another key': await sealWithJose('text', undefined, randomBytes(32)),
      'nothing': '',
    };
    for (const [what, token] of Object.entries(cases)) {
      const opened = open(token);
      assert.equal(opened.status, 1, `${what} was opened`);
      assert.equal(opened.stdout, '', what);
    }
  });
});
