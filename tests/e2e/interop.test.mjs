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

  test('the published example of direct encryption (RFC 7520 §5.6) is genuine, and still not ours', async () => {
    // It is A128GCM: whoever holds a key must not choose another algorithm for it (RFC 8725 §3.1).
    const example = [
      'eyJhbGciOiJkaXIiLCJraWQiOiI3N2M3ZTJiOC02ZTEzLTQ1Y2YtODY3Mi02MTdiNWI0NTI0M2EiLCJlbmMiOiJBMTI4R0NNIn0', '', 'refa467QzzKx6QAB',
      'JW_i_f52hww_ELQPGaYyeAB6HYGcR559l9TYnSovc23XJoBcW29rHP8yZOZG7YhLpT1bjFuvZPjQS-m0IFtVcXkZXdH_lr_FrdYt9HRUYkshtrMmIUAy'
        + 'GmUnd9zMDB2n0cRDIHAzFVeJUDxkUwVAE7_YGRPdcqMyiBoCO-FBdE-Nceb4h3-FtBP-c_BIwCPTjb9o0SbdcdREEMJMyZBH8ySWMVi1gPD9yxi-aQpG'
        + 'bSv_F9N4IZAxscj5g-NJsUPbjk29-s7LJAGb15wEBtXphVCgyy53CoIKLHHeJHXex45Uz9aKZSRSInZI-wjsY0yu3cT4_aQ3i1o-tiE-F8Ios61EKgyI'
        + 'Q4CWao8PFMj8TTnp',
      'vbb32Xvllea2OtmHAdccRQ'].join('.');
    const exampleKey = jose.base64url.decode('XctOhJAkA-pD9Lh7ZgW_2A');
    const { plaintext } = await jose.compactDecrypt(example, exampleKey);
    assert.match(new TextDecoder().decode(plaintext), /^You can trust us to stick with you/);
    const keyHex = Buffer.from(exampleKey).toString('hex');
    for (const candidate of [keyHex + keyHex, keyHex + '0'.repeat(32)]) assert.notEqual(open(example, candidate).status, 0);
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
