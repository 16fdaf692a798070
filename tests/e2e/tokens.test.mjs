// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens that are not quite tokens (JW-…): each as bearer, code, refresh token and client_id, against the daemon. Whatever is wrong, the
// answer is the same to the byte.
import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import * as jose from 'jose';
import { startInstance } from './lib/instances.mjs';
import { headerOf, legacyHeader, open, resealed, seal, sealLegacy, sealText, subkey } from './lib/jwe.mjs';
import { authorizationUrl, bearer, callMcp, obtainCode, obtainTokens, pkcePair, redeem, refresh, request } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

const now = () => Math.floor(Date.now() / 1000);
const segmentsOf = (token) => token.split('.');
const withSegment = (token, index, segment) => segmentsOf(token).with(index, segment).join('.');
const decoded = (segment) => Buffer.from(segment, 'base64url');
const encoded = (bytes) => Buffer.from(bytes).toString('base64url');
const flipped = (bytes, bit) => { const copy = Buffer.from(bytes); copy[bit >> 3] ^= 1 << (bit & 7); return copy; };
/** Another way to write the same bytes in base64url: the bits that belong to no byte are not zero. */
function nonCanonical(segment) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return segment.length % 4 === 0 ? undefined : segment.slice(0, -1) + alphabet[alphabet.indexOf(segment.at(-1)) | 1];
}

/** What an attacker can make of a good token without the key. */
function withoutTheKey(good, other) {
  const [header, , iv, ciphertext, tag] = segmentsOf(good);
  const rows = [];
  const row = (id, what, token) => rows.push({ id, what, token });
  for (const [what, token] of [
    ['1 segment', header], ['2 segments', `${header}.`], ['3 segments', `${header}.${iv}.${ciphertext}`], ['4 segments', `${header}.${iv}.${ciphertext}.${tag}`],
    ['6 segments', `${good}.AA`], ['7 segments', `${good}.AA.AA`], ['a leading dot', `.${good}`], ['a trailing dot', `${good}.`], ['only dots', '....']]) row('JW-02', what, token);
  for (const size of [15, 12, 8, 4, 1, 0]) row('JW-03', `a tag of ${size} bytes`, withSegment(good, 4, encoded(decoded(tag).subarray(0, size))));
  for (const size of [0, 8, 11, 13, 16]) row('JW-05', `an IV of ${size} bytes`, withSegment(good, 2, encoded(Buffer.concat([decoded(iv), Buffer.alloc(4)]).subarray(0, size))));
  for (const [index, name] of [[0, 'header'], [2, 'IV'], [3, 'ciphertext'], [4, 'tag']]) {
    const bytes = decoded(segmentsOf(good)[index]);
    for (let i = 0; i < 12; i += 1) row('JW-06', `bit ${i} of ${name}`, withSegment(good, index, encoded(flipped(bytes, (i * 997 + i) % (bytes.length * 8)))));
  }
  row('JW-07', 'an encrypted key', withSegment(good, 1, 'AA'));
  row('JW-15', 'an unknown kid', withSegment(good, 0, encoded(decoded(header).toString().replace('default', 'unknown'))));
  row('JW-19', 'the header in another order', withSegment(good, 0, encoded(JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(decoded(header))).toReversed())))));
  row('JW-19', 'a blank in the header', withSegment(good, 0, encoded(decoded(header).toString().replace('{', '{ '))));
  for (const index of [0, 2, 3, 4]) {
    const segment = segmentsOf(good)[index];
    for (const [what, text] of [['padding', `${segment}=`], ['a plus', segment.replace(/.$/, '+')], ['a star', `${segment.slice(0, 2)}*${segment.slice(2)}`],
      ['loose bits', nonCanonical(segment)]]) if (text !== undefined) row('JW-23', `${what} in segment ${index}`, withSegment(good, index, text));
  }
  row('JW-32', 'the header of one, the rest of another', [header, ...segmentsOf(other).slice(1)].join('.').replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
  row('JW-32', 'the IV of another', withSegment(good, 2, segmentsOf(other)[2]));
  row('JW-32', 'the ciphertext of another', withSegment(good, 3, segmentsOf(other)[3]));
  row('JW-32', 'the tag of another', withSegment(good, 4, segmentsOf(other)[4]));
  row('JW-36', '8 KiB and one byte', good + 'A'.repeat(8193 - good.length));
  row('JW-00', 'garbage', 'garbage');
  return rows;
}

/** What somebody can make who has the key, but not the code. */
async function withTheKey(good, key, kind) {
  const claims = open(good, key, kind);
  const own = subkey(key, kind);
  const text = JSON.stringify(claims);
  const rows = [];
  const row = (id, what, token) => rows.push({ id, what, token });
  const header = (changes) => JSON.stringify({ ...JSON.parse(headerOf(kind)), ...changes });
  for (const alg of ['none', 'RSA1_5', 'RSA-OAEP', 'ECDH-ES', 'A256KW', 'A256GCMKW']) row('JW-08', `alg ${alg}`, sealText(text, { key: own, header: header({ alg }) }));
  row('JW-08', 'PBES2 with 2^31 rounds', sealText(text, { key: own, header: header({ alg: 'PBES2-HS256+A128KW', p2c: 2 ** 31, p2s: 'AAAA' }) }));
  for (const [enc, size] of [['A128GCM', 16], ['A192GCM', 24], ['A256CBC-HS512', 64], ['A128CBC-HS256', 32]]) {
    const bytes = Buffer.concat([own, own]).subarray(0, size);
    const token = await new jose.CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader({ alg: 'dir', enc, kid: 'default', typ: kind }).encrypt(bytes);
    row('JW-09', enc, token);
  }
  row('JW-11', 'a deflate bomb', sealText(deflateRawSync(Buffer.alloc(1 << 22, ' ')), { key: own, header: header({ zip: 'DEF' }) }));
  row('JW-13', 'crit exp', sealText(text, { key: own, header: header({ crit: ['exp'] }) }));
  row('JW-13', 'crit b64', sealText(text, { key: own, header: header({ crit: ['b64'], b64: false }) }));
  for (const kid of ['../../etc/passwd', 7, "' OR 1=1 --", '*\r\nFLUSHALL', 'x'.repeat(2000), null]) row('JW-15', `kid ${String(kid).slice(0, 20)}`, sealText(text, { key: own, header: header({ kid }) }));
  row('JW-17', 'a retired kid', sealText(text, { key: own, header: headerOf(kind, 'k0') }));
  const sign = (secret) => {
    const body = `${encoded('{"alg":"HS256"}')}.${encoded(text)}`;
    return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
  };
  row('JW-21', 'signed with the key', sign(key));
  row('JW-21', 'signed with nothing', sign(''));
  const changed = (id, what, changes) => row(id, what, resealed(good, key, kind, changes));
  for (const typ of [undefined, kind.toUpperCase(), [kind], 7, kind === 'access' ? 'refresh' : 'access']) changed('JW-25', `typ ${JSON.stringify(typ)}`, { typ });
  const raw = (edit) => sealText(edit(text), { key: own, header: headerOf(kind) });
  row('JW-25', 'two members typ', raw((json) => json.replace('{', `{"typ":"${kind}",`)));
  for (const exp of [...(kind === 'client_id' ? [] : [undefined]), String(now() + 60), now() + 60.5, -1, now() - 1]) changed('JW-26', `exp ${exp}`, { exp });
  for (const exp of ['1e400', '9223372036854775808', '1e3']) row('JW-26', `exp ${exp}`, raw((json) => json.replace(/,?"exp":\d+/, '').replace('{', `{"exp":${exp},`)));
  changed('JW-28', 'issued in an hour', { iat: now() + 3600 });
  changed('JW-28', 'not before in an hour', { nbf: now() + 3600 });
  for (const iss of ['https://elsewhere.example', `${claims.iss}/`, undefined]) changed('JW-29', `iss ${iss}`, { iss });
  for (const aud of [[claims.aud, 'https://elsewhere.example'], [claims.aud], 'https://elsewhere.example', undefined]) changed('JW-29', `aud ${JSON.stringify(aud)}`, { aud });
  row('JW-31', 'another mail server, sealed with another key', seal({ ...claims, imap_host: 'evil.example' }, randomBytes(32), kind));
  row('JW-31', 'the raw key in place of the one for this kind', sealText(text, { key, header: headerOf(kind) }));
  for (const [what, body] of [['no JSON', 'not json'], ['an array', '[]'], ['nothing', ''], ['a thousand levels', `${'['.repeat(1000)}${']'.repeat(1000)}`],
    ['invalid UTF-8', Buffer.concat([Buffer.from('{"typ":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])], ['something behind it', `${text}x`],
    ['a NUL', `${text}\0`]]) row('JW-34', what, sealText(body, { key: own, header: headerOf(kind) }));
  return rows;
}

describe('tokens', () => {
  let stack, key, good, others, places;
  before(async () => {
    stack = await startStack('tokens');
    key = Buffer.from(stack.encryptionKey(), 'base64');
    const [tokens, second] = [await obtainTokens(stack), await obtainTokens(stack)];
    const grant = await obtainCode(stack);
    good = { access: tokens.access_token, code: grant.code, refresh: tokens.refresh_token, client_id: stack.client_id };
    others = { access: second.access_token, code: (await obtainCode(stack)).code, refresh: second.refresh_token, client_id: resealed(stack.client_id, key, 'client_id', { jti: 'another' }) };
    const challenge = pkcePair().challenge;
    places = {
      access: (token) => callMcp(stack, bearer(token), 'tools/list'),
      code: (token) => redeem(stack, { ...grant, code: token }),
      refresh: (token) => refresh(stack, token),
      client_id: (token) => request(authorizationUrl(stack, challenge, { client_id: token })),
    };
  });
  after(() => stack?.stop());

  const statuses = { access: 401, code: 400, refresh: 400, client_id: 400 };
  /** What can be seen of an answer, its date and the like left out. */
  const seen = (answer) => ({
    status: answer.status, text: answer.text,
    headers: [...answer.headers].filter(([name]) => !['date', 'content-length', 'x-request-id'].includes(name)).sort() });

  for (const kind of ['access', 'code', 'refresh', 'client_id']) {
    test(`as ${kind}: everything that is not genuine gets the same answer`, async () => {
      const expected = seen(await places[kind]('garbage'));
      assert.equal(expected.status, statuses[kind]);
      const rows = [...withoutTheKey(good[kind], others[kind]), ...await withTheKey(good[kind], key, kind)];
      assert.ok(rows.length > 120, `${rows.length} rows`);
      for (const { id, what, token } of rows) {
        if (kind === 'client_id' && id === 'JW-36') continue; // too long for a request line before it is too long for a token
        assert.notEqual(token, good[kind], `${id} ${what} is no other token`);
        assert.deepEqual(seen(await places[kind](token)), expected, `${id} ${what}`);
      }
    });

    test(`as ${kind}: the good one is still good, also sealed by another implementation`, async () => {
      const answer = await places[kind](seal({ ...open(good[kind], key, kind) }, key, kind));
      assert.ok(answer.status < 400, answer.text);
    });

    test(`as ${kind}: JW-39 its size is one of few`, () => {
      assert.equal(decoded(segmentsOf(good[kind])[3]).length % 256, 0);
    });
  }

  test('JW-36 a megabyte is refused before it is looked at', async () => {
    const huge = good.access + 'A'.repeat(1 << 20);
    const begin = Date.now();
    assert.deepEqual([(await places.code(huge)).status, (await places.refresh(huge)).status], [413, 413]);
    for (const place of [places.access, places.client_id]) {
      const status = await place(huge).then((answer) => answer.status, () => 'closed');
      assert.ok([414, 431, 'closed'].includes(status), String(status));
    }
    assert.ok(Date.now() - begin < 2000);
  });

  test('JW-08 nobody makes us compute', async () => {
    const token = sealText('{}', { key: subkey(key, 'access'), header: '{"alg":"PBES2-HS256+A128KW","enc":"A256GCM","p2c":2147483647,"p2s":"AAAA"}' });
    const begin = performance.now();
    assert.equal((await places.access(token)).status, 401);
    assert.ok(performance.now() - begin < 500);
  });

  test('JW-18 the four kinds of mail_mcp 1.0', async () => {
    const mailbox = Object.fromEntries(['imap', 'smtp'].flatMap((protocol) => [
      [`${protocol}_host`, stack[protocol].host], [`${protocol}_port`, stack[protocol].port], [`${protocol}_ssl`, true],
      [`${protocol}_username`, stack.alice.username], [`${protocol}_password`, stack.alice.password]]));
    const claims = (typ, more) => ({ iss: stack.base_url, aud: stack.base_url, typ, iat: now(), exp: now() + 3600, ...more });
    const access = sealLegacy(claims('access', mailbox), key);
    assert.equal((await places.access(access)).status, 200);
    const renewal = sealLegacy(claims('refresh', mailbox), key);
    const renewed = await refresh(stack, renewal);
    assert.equal(renewed.status, 200);
    assert.equal((await places.access(renewed.json.access_token)).status, 200);
    assert.equal((await refresh(stack, renewal)).status, 400, 'once');
    assert.equal((await places.code(sealLegacy(claims('code', mailbox), key))).status, 400, 'codes are too short-lived to be taken over');
    for (const [what, token] of [['a new kind in the old form', sealText(JSON.stringify(open(good.access, key, 'access')), { key, header: legacyHeader })],
      ['refresh as access', renewal], ['another issuer', sealLegacy({ ...claims('access', mailbox), iss: 'https://elsewhere.example' }, key)],
      ['another key', sealLegacy(claims('access', mailbox), randomBytes(32))]]) assert.equal((await places.access(token)).status, 401, what);
  });

  test('JW-42 a key is rotated: nothing is lost until the old one goes', async () => {
    const next = randomBytes(32).toString('base64');
    const state = /^STATE_URL=(.*)$/m.exec(readFileSync(stack.env_file, 'utf8'))[1];
    const both = await startInstance(stack, { ENCRYPTION_KEYS: `k2:${next}`, STATE_URL: state });
    let made;
    try {
      const there = { ...stack, mcp_url: `${both.url}/mcp`, base_url: both.url };
      for (let i = 0; i < 20; i += 1) assert.equal((await callMcp(there, bearer(good.access), 'tools/list')).status, 200);
      made = await refresh(there, (await obtainTokens(stack)).refresh_token);
      assert.equal(made.status, 200);
      assert.match(decoded(segmentsOf(made.json.access_token)[0]).toString(), /"kid":"k2"/);
      assert.equal((await callMcp(there, bearer(made.json.access_token), 'tools/list')).status, 200);
      assert.equal((await places.access(made.json.access_token)).status, 401, 'who has the old key only does not know the new one');
    } finally {
      await both.stop();
    }
    const onlyNew = await startInstance(stack, { ENCRYPTION_KEY: randomBytes(32).toString('base64'), ENCRYPTION_KEYS: `k2:${next}`, STATE_URL: 'memory:' });
    try {
      const there = { ...stack, mcp_url: `${onlyNew.url}/mcp` };
      assert.equal((await callMcp(there, bearer(good.access), 'tools/list')).status, 401);
      assert.equal((await callMcp(there, bearer(made.json.access_token), 'tools/list')).status, 200);
    } finally {
      await onlyNew.stop();
    }
  });

  test('no answer was a 5xx', () => assert.doesNotMatch(stack.serverLog(), /status="5\d\d"/));
});
