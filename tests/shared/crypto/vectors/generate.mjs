// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the test vectors of this folder, in the layout of Project Wycheproof and with its categories, by an implementation that shares
// nothing with ours: @noble/ciphers and @noble/hashes (JavaScript without OpenSSL). Everything is derived from a seed, so it always makes
// the same. The vectors are checked in; this is for whoever wants more of them:
//   npm install --no-save @noble/ciphers@2.4.0 @noble/hashes@2.4.0 && node generate.mjs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ecb, gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';

const hex = (bytes) => Buffer.from(bytes).toString('hex');
const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
const bytesOf = (text) => new Uint8Array(Buffer.from(text));
let counter = 0;
/** Pseudorandom bytes, the same in each run. */
function random(size) {
  const parts = [];
  for (let made = 0; made < size; made += 32) parts.push(sha256(bytesOf(`mail-mcp vectors ${(counter += 1)}`)));
  return new Uint8Array(Buffer.concat(parts).subarray(0, size));
}
const filled = (size, value) => new Uint8Array(size).fill(value);
const flipped = (bytes, bit) => { const copy = Uint8Array.from(bytes); copy[bit >> 3] ^= 1 << (bit & 7); return copy; };

function write(name, document, testGroups) {
  let tcId = 0;
  for (const group of testGroups) for (const vector of group.tests) vector.tcId = (tcId += 1);
  const whole = { ...document, generatorVersion: '1', numberOfTests: tcId, testGroups };
  const lines = JSON.stringify(whole, null, 1).replace(/\n {4,}/g, ' ').replace(/\n {3}\}/g, ' }');
  writeFileSync(join(import.meta.dirname, name), `${lines.replaceAll('}, { "tcId"', '},\n    { "tcId"')}\n`);
  console.log(name, tcId);
}

// --- AES-256-GCM. The additional data is the header that our tokens have, since it is the only one that they can have. ---

const header = bytesOf(base64url('{"alg":"dir","enc":"A256GCM"}'));

function seal(key, iv, msg, aad = header) {
  const sealed = gcm(key, iv, aad).encrypt(msg);
  return { ct: sealed.subarray(0, msg.length), tag: sealed.subarray(msg.length) };
}

/** Multiplication in GF(2^128) as GCM has it (SP 800-38D §6.3). */
function multiply(x, y) {
  let z = 0n;
  let v = y;
  for (let i = 127n; i >= 0n; i -= 1n) {
    if ((x >> i) & 1n) z ^= v;
    v = v & 1n ? (v >> 1n) ^ (0xe1n << 120n) : v >> 1n;
  }
  return z;
}
function power(x, exponent) {
  let result = 1n << 127n; // the one of this field
  for (let base = x, e = exponent; e > 0n; e >>= 1n, base = multiply(base, base)) if (e & 1n) result = multiply(result, base);
  return result;
}
const number = (bytes) => BigInt(`0x${hex(bytes) || '0'}`);
const block = (value) => new Uint8Array(Buffer.from(value.toString(16).padStart(32, '0'), 'hex'));

/** One block of ciphertext to which the wanted tag belongs: GHASH is linear in it. */
function ciphertextForTag(key, iv, tag) {
  const encrypt = (plain) => ecb(key, { disablePadding: true }).encrypt(plain);
  const h = number(encrypt(filled(16, 0)));
  const mask = number(encrypt(Uint8Array.from([...iv, 0, 0, 0, 1])));
  let hash = 0n;
  for (let at = 0; at < header.length; at += 16) {
    const part = filled(16, 0);
    part.set(header.subarray(at, at + 16));
    hash = multiply(hash ^ number(part), h);
  }
  const lengths = (BigInt(header.length * 8) << 64n) | 128n;
  const inverse = power(h, (1n << 128n) - 2n);
  const before = multiply(number(tag) ^ mask, inverse) ^ lengths;
  return block(multiply(before, inverse) ^ hash);
}

function aesGcm() {
  const tests = [];
  const add = (comment, flags, result, vector) => tests.push({ tcId: 0, comment, flags, ...Object.fromEntries(Object.entries(vector).map(([k, v]) => [k, hex(v)])), result });
  const valid = (comment, flags, { key = random(32), iv = random(12), msg = random(16) } = {}) => {
    const { ct, tag } = seal(key, iv, msg);
    add(comment, flags, 'valid', { key, iv, aad: header, msg, ct, tag });
    return { key, iv, msg, ct, tag };
  };
  for (let size = 0; size <= 80; size += 1) valid(`a text of ${size} bytes`, ['Pseudorandom'], { msg: random(size) });
  for (const size of [95, 96, 97, 127, 128, 129, 255, 256, 257, 511, 512, 513, 1023, 1024, 1025, 2048, 4096, 5000]) valid(`a text of ${size} bytes`, ['LongText'], { msg: random(size) });
  for (const value of [0x00, 0x01, 0x7f, 0x80, 0xff]) {
    valid(`key of bytes ${value}`, ['SpecialCaseKey'], { key: filled(32, value) });
    valid(`IV of bytes ${value}`, ['SpecialCaseIv'], { iv: filled(12, value) });
    valid(`text of bytes ${value}`, ['SpecialCaseText'], { msg: filled(64, value) });
  }
  for (let bit = 0; bit < 96; bit += 8) valid(`IV with bit ${bit} alone`, ['SpecialCaseIv'], { iv: flipped(filled(12, 0), bit) });
  for (const last of ['ffffffff', 'fffffffe', '7fffffff', '80000000', '00000000', '00000001']) {
    valid(`IV that ends in ${last}`, ['EdgeCaseCounter'], { iv: Uint8Array.from([...random(8), ...Buffer.from(last, 'hex')]), msg: random(48) });
  }
  for (const pattern of ['00', 'ff', '80', '01', '7f', 'aa', '55', 'fe']) {
    const key = random(32); const iv = random(12); const tag = filled(16, parseInt(pattern, 16));
    const ct = ciphertextForTag(key, iv, tag);
    const msg = gcm(key, iv, header).decrypt(Uint8Array.from([...ct, ...tag])); // throws unless the tag is right
    add(`a tag of bytes ${pattern}`, ['SpecialCaseTag'], 'valid', { key, iv, aad: header, msg, ct, tag });
    for (const bit of [0, 64, 127]) add(`a tag of bytes ${pattern}, bit ${bit} flipped`, ['SpecialCaseTag', 'ModifiedTag'], 'invalid', { key, iv, aad: header, msg, ct, tag: flipped(tag, bit) });
  }
  const good = valid('what is modified below', ['Pseudorandom'], { msg: random(40) });
  const bad = (comment, flag, changes) => add(comment, [flag], 'invalid', { key: good.key, iv: good.iv, aad: header, msg: good.msg, ct: good.ct, tag: good.tag, ...changes });
  for (let bit = 0; bit < 128; bit += 1) bad(`bit ${bit} of the tag flipped`, 'ModifiedTag', { tag: flipped(good.tag, bit) });
  for (const value of [0x00, 0xff]) bad(`the tag is all ${value}`, 'ModifiedTag', { tag: filled(16, value) });
  bad('the tag is inverted', 'ModifiedTag', { tag: good.tag.map((byte) => byte ^ 0xff) });
  bad('the first bit of each byte of the tag flipped', 'ModifiedTag', { tag: good.tag.map((byte) => byte ^ 0x80) });
  bad('the last bit of each byte of the tag flipped', 'ModifiedTag', { tag: good.tag.map((byte) => byte ^ 0x01) });
  bad('the halves of the tag exchanged', 'ModifiedTag', { tag: Uint8Array.from([...good.tag.subarray(8), ...good.tag.subarray(0, 8)]) });
  for (let size = 0; size < 16; size += 1) bad(`the tag is cut to ${size} bytes`, 'TruncatedTag', { tag: good.tag.subarray(0, size) });
  bad('a tag of 17 bytes', 'WrongTagSize', { tag: Uint8Array.from([...good.tag, 0]) });
  bad('a tag of 32 bytes', 'WrongTagSize', { tag: Uint8Array.from([...good.tag, ...good.tag]) });
  for (let bit = 0; bit < 320; bit += 13) bad(`bit ${bit} of the ciphertext flipped`, 'ModifiedCiphertext', { ct: flipped(good.ct, bit) });
  bad('the ciphertext is cut', 'ModifiedCiphertext', { ct: good.ct.subarray(0, 39) });
  bad('the ciphertext is gone', 'ModifiedCiphertext', { ct: new Uint8Array() });
  bad('the ciphertext is longer', 'ModifiedCiphertext', { ct: Uint8Array.from([...good.ct, 0]) });
  for (let bit = 0; bit < 96; bit += 7) bad(`bit ${bit} of the IV flipped`, 'ModifiedIv', { iv: flipped(good.iv, bit) });
  for (let bit = 0; bit < 256; bit += 31) bad(`bit ${bit} of the key flipped`, 'ModifiedKey', { key: flipped(good.key, bit) });
  for (const size of [8, 11, 13, 15, 16, 17, 24, 32, 64]) {
    const iv = random(size);
    bad(`a genuine text under an IV of ${size} bytes`, 'WrongIvSize', { iv, ...seal(good.key, iv, good.msg) });
  }
  bad('an empty IV', 'WrongIvSize', { iv: new Uint8Array() });
  for (const [comment, aad] of [['nothing', new Uint8Array()], ['the header decoded', bytesOf('{"alg":"dir","enc":"A256GCM"}')], ['another header', bytesOf(base64url('{"enc":"A256GCM","alg":"dir"}'))]]) {
    bad(`made with ${comment} as additional data`, 'WrongAad', seal(good.key, good.iv, good.msg, aad));
  }
  write('aes_256_gcm_test.json', { algorithm: 'AES-GCM', notes: ['The additional data is the protected header of the token.'] },
    [{ type: 'AeadTest', keySize: 256, ivSize: 96, tagSize: 128, tests }]);
}

// --- HKDF-SHA-256 (RFC 5869) ---

function hkdfSha256() {
  const tests = [];
  const add = (comment, flags, ikm, salt, info, size) => tests.push({ tcId: 0, comment, flags, ikm: hex(ikm), salt: hex(salt), info: hex(info), size,
    okm: hex(hkdf(sha256, ikm, salt, info, size)), result: 'valid' });
  const from = (text) => new Uint8Array(Buffer.from(text, 'hex'));
  const range = (first, last) => Uint8Array.from({ length: last - first + 1 }, (_, i) => first + i);
  add('RFC 5869 A.1', ['Rfc5869'], filled(22, 0x0b), range(0, 12), range(0xf0, 0xf9), 42);
  add('RFC 5869 A.2', ['Rfc5869'], range(0, 0x4f), range(0x60, 0xaf), range(0xb0, 0xff), 82);
  add('RFC 5869 A.3', ['Rfc5869'], filled(22, 0x0b), from(''), from(''), 42);
  for (const size of [1, 2, 10, 16, 20, 31, 32, 33, 48, 63, 64, 65, 96, 127, 128, 255, 256, 1024, 4096, 8159]) add(`${size} bytes`, ['Normal'], random(32), random(16), random(20), size);
  add('the most that can be made', ['MaximalOutputSize'], random(32), random(16), random(20), 255 * 32);
  for (const size of [0, 1, 16, 31, 33, 63, 64, 65, 128, 1000]) add(`a key of ${size} bytes`, ['KeySize'], random(size), random(16), random(8), 32);
  for (const size of [0, 1, 8, 31, 32, 33, 63, 64, 65, 129, 1000]) add(`a salt of ${size} bytes`, ['SaltSize'], random(32), random(size), random(8), 32);
  for (const size of [0, 1, 31, 32, 33, 63, 64, 65, 129, 1000, 2000]) add(`an info of ${size} bytes`, ['InfoSize'], random(32), random(16), random(size), 32);
  for (const value of [0x00, 0x7f, 0x80, 0xff]) {
    add(`a key of bytes ${value}`, ['SpecialCase'], filled(32, value), random(16), random(8), 32);
    add(`a salt of bytes ${value}`, ['SpecialCase'], random(32), filled(32, value), random(8), 32);
    add(`an info of bytes ${value}`, ['SpecialCase'], random(32), random(16), filled(32, value), 32);
  }
  for (const kind of ['client_id', 'authreq', 'code', 'access', 'refresh']) {
    for (const key of [random(32), filled(32, 1), random(32)]) add(`the key for ${kind} tokens`, ['Subkey'], key, bytesOf('mailmcp/1'), bytesOf(kind), 32);
  }
  // Another hash, or extract left out, must not pass for it.
  for (const [comment, make] of [['SHA-512', (k, s, i) => hkdf(sha512, k, s, i, 32)], ['extract left out', (k, s, i) => hmac(sha256, k, Uint8Array.from([...i, 1]))],
    ['salt and info exchanged', (k, s, i) => hkdf(sha256, k, i, s, 32)]]) {
    const [ikm, salt, info] = [random(32), random(16), random(8)];
    tests.push({ tcId: 0, comment, flags: ['WrongAlgorithm'], ikm: hex(ikm), salt: hex(salt), info: hex(info), size: 32, okm: hex(make(ikm, salt, info)), result: 'invalid' });
  }
  write('hkdf_sha256_test.json', { algorithm: 'HKDF-SHA-256', notes: [] }, [{ type: 'HkdfTest', tests }]);
}

// --- JWE compact serialisation (RFC 7516), direct encryption: by the key in the ring and by the raw key. ---

function jwe() {
  const key = random(32);
  const groups = [];
  for (const [type, kind] of [['ring', 'access'], ['legacy', undefined]]) {
    const own = kind ? hkdf(sha256, key, bytesOf('mailmcp/1'), bytesOf(kind), 32) : key;
    const genuine = kind ? `{"alg":"dir","enc":"A256GCM","kid":"default","typ":"${kind}"}` : '{"alg":"dir","enc":"A256GCM"}';
    const tests = [];
    const make = (text, { protectedHeader = genuine, with: sealingKey = own, iv = random(12), sized = true } = {}) => {
      const encoded = base64url(bytesOf(protectedHeader));
      const { ct, tag } = seal(sealingKey, iv, sized ? bytesOf(text) : text, bytesOf(encoded));
      return [encoded, '', base64url(iv), base64url(ct), base64url(tag)];
    };
    const add = (comment, flags, token, pt) => tests.push({ tcId: 0, comment, flags, jwe: Array.isArray(token) ? token.join('.') : token,
      ...(pt === undefined ? { result: 'invalid' } : { pt: hex(bytesOf(pt)), result: 'valid' }) });
    for (const text of ['', 'x', '{}', '{"typ":"access"}', '\u{1f600}'.repeat(20), 'a'.repeat(1000), 'b'.repeat(4000)]) add(`a text of ${Buffer.byteLength(text)} bytes`, ['Valid'], make(text), text);
    const good = make('{"typ":"access","exp":1}');
    add('what is modified below', ['Valid'], good, '{"typ":"access","exp":1}');
    const [head, , iv, ct, tag] = good;
    for (const [comment, token] of [['no separator', good.join('')], ['one separator', `${head}.${iv}${ct}${tag}`], ['two separators', `${head}.${ct}.${tag}`], ['three separators', `${head}.${iv}.${ct}.${tag}`],
      ['five separators', `${good.join('.')}.`], ['a separator in front', `.${good.join('.')}`], ['six segments', `${good.join('.')}.${tag}`], ['ten segments', [...good, ...good].join('.')],
      ['commas', good.join(',')], ['nothing', ''], ['dots', '....'], ['blanks', ' '], ['a line feed behind it', `${good.join('.')}\n`], ['a blank in front', ` ${good.join('.')}`],
      ['JSON serialisation', JSON.stringify({ protected: head, iv, ciphertext: ct, tag })]]) add(comment, ['InvalidSeparators'], token);
    for (const [comment, changes] of [['the header is gone', { 0: '' }], ['the IV is gone', { 2: '' }], ['the ciphertext is gone', { 3: '' }], ['the tag is gone', { 4: '' }],
      ['an encrypted key', { 1: 'AA' }], ['an encrypted key of 32 bytes', { 1: base64url(random(32)) }], ['IV and tag exchanged', { 2: tag, 4: iv }]]) {
      add(comment, ['MissingPart'], good.map((segment, i) => changes[i] ?? segment));
    }
    for (const index of [0, 2, 3, 4]) {
      const name = ['header', , 'IV', 'ciphertext', 'tag'][index];
      const other = (edit) => good.map((segment, i) => (i === index ? edit(segment) : segment));
      add(`padding behind the ${name}`, ['InvalidBase64'], other((s) => `${s}${'='.repeat((4 - (s.length % 4)) % 4) || '='}`));
      add(`a slash in the ${name}`, ['InvalidBase64'], other((s) => `/${s.slice(1)}`));
      add(`a plus in the ${name}`, ['InvalidBase64'], other((s) => `+${s.slice(1)}`));
      add(`a character of no alphabet in the ${name}`, ['InvalidBase64'], other((s) => `${s.slice(0, 3)}!${s.slice(4)}`));
      add(`a line feed in the ${name}`, ['InvalidBase64'], other((s) => `${s.slice(0, 4)}\n${s.slice(4)}`));
      add(`a NUL behind the ${name}`, ['InvalidBase64'], other((s) => `${s}\0`));
      for (const bit of [0, 9, 42]) add(`bit ${bit} of the ${name} flipped`, ['ModifiedPart'], other((s) => base64url(flipped(Buffer.from(s, 'base64url'), bit))));
    }
    for (let size = 0; size < 16; size += 1) add(`a tag of ${size} bytes`, ['TruncatedTag'], [head, '', iv, ct, base64url(Buffer.from(tag, 'base64url').subarray(0, size))]);
    for (const size of [8, 11, 13, 16, 24]) add(`an IV of ${size} bytes`, ['WrongIvSize'], make('text', { iv: random(size) }));
    const otherHeader = (changes) => JSON.stringify({ ...JSON.parse(genuine), ...changes });
    for (const alg of ['none', 'Dir', 'RSA1_5', 'RSA-OAEP', 'RSA-OAEP-256', 'A128KW', 'A256KW', 'A128GCMKW', 'A256GCMKW', 'ECDH-ES', 'ECDH-ES+A256KW', 'PBES2-HS256+A128KW', '', null, 7, ['dir']]) {
      add(`alg ${JSON.stringify(alg)}`, ['WrongAlgorithm'], make('text', { protectedHeader: otherHeader({ alg }) }));
    }
    for (const enc of ['A128GCM', 'A192GCM', 'a256gcm', 'A128CBC-HS256', 'A256CBC-HS512', '', null, 256]) add(`enc ${JSON.stringify(enc)}`, ['WrongAlgorithm'], make('text', { protectedHeader: otherHeader({ enc }) }));
    for (const changes of [{ zip: 'DEF' }, { crit: ['exp'] }, { crit: ['b64'], b64: false }, { jku: 'https://evil.example/jwks' }, { jwk: { kty: 'oct', k: base64url(key) } }, { x5u: 'https://evil.example/' },
      { cty: 'JWT' }, { kid: 'other' }, { kid: 'default\0' }, { kid: 'x'.repeat(4000) }, { apu: 'AA' }, { epk: {} }, { typ: 'refresh' }]) {
      add(`header with ${Object.keys(changes)}`, ['UnexpectedHeader'], make('text', { protectedHeader: otherHeader(changes) }));
    }
    for (const [comment, protectedHeader] of [['blanks', genuine.replaceAll(',', ', ')], ['another order', JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(genuine)).toReversed()))],
      ['alg twice', genuine.replace('{', '{"alg":"none",')], ['escapes', genuine.replace('dir', '\\u0064ir')], ['no object', '[]'], ['no JSON', 'x'], ['nothing in it', '{}'],
      ['something behind it', `${genuine} `], ['a byte order mark', `\ufeff${genuine}`]]) add(`the header has ${comment}`, ['HeaderSpelling'], make('text', { protectedHeader }));
    add('another key', ['WrongKey'], make('text', { with: random(32) }));
    add('a key of zeros', ['WrongKey'], make('text', { with: filled(32, 0) }));
    add(kind ? 'the raw key' : 'a key for another kind', ['WrongKey'], make('text', { with: kind ? key : hkdf(sha256, key, bytesOf('mailmcp/1'), bytesOf('access'), 32) }));
    add('longer than a token may be', ['LongText'], make('c'.repeat(6200)));
    groups.push({ type: 'JweTest', form: type, key: hex(key), ...(kind && { kind }), tests });
  }
  write('jwe_dir_test.json', { algorithm: 'JWE', notes: [] }, groups);
}

aesGcm();
hkdfSha256();
jwe();
