// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that are too much, or no JSON. How long each answer took is printed; how long it may take is not for this script to say.
import { check, postImpatiently } from './peer.mjs';

const utf8 = (text) => Buffer.from(text);
const ping = (params) => `{"jsonrpc":"2.0","id":1,"method":"ping","params":${params}}`;
const around = (before, bytes, after) => Buffer.concat([utf8(before), Buffer.from(bytes), utf8(after)]);
const members = (count) => ping(`{${Array.from({ length: count }, (_, index) => `"${index.toString(36)}":0`).join(',')}}`);

export async function checkJson(peer) {
  const cases = [
    ['no JSON', utf8('{'), 400, -32700],
    ['nothing', utf8(''), 400, -32700],
    ['100,000 arrays in each other', utf8('['.repeat(100_000)), 400, -32700],
    ['100,000 objects in each other', utf8(ping('{"a":'.repeat(100_000) + '0' + '}'.repeat(100_000))), 400, -32700],
    ['500,000 members', utf8(members(500_000)), 400, -32700],
    ['1,000,000 members', utf8(members(1_000_000)), 413],
    ['a string of 100 MB', utf8(ping(`{"a":"${'x'.repeat(100_000_000)}"}`)), 413],
    ['invalid UTF-8', around('{"jsonrpc":"2.0","id":1,"method":"', [0xc3, 0x28], '"}'), 400, -32700],
    ['an overlong NUL', around('{"jsonrpc":"2.0","id":1,"method":"', [0xc0, 0x80], '"}'), 400, -32700],
    ['a lone surrogate', utf8('{"jsonrpc":"2.0","id":1,"method":"\\ud800"}'), 400, -32700],
    ['a lone low surrogate', utf8('{"jsonrpc":"2.0","id":1,"method":"\\udc00x"}'), 400, -32700],
    ['a byte order mark', around('', [0xef, 0xbb, 0xbf], ping('{}')), 400, -32700],
    ['UTF-16', Buffer.from(ping('{}'), 'utf16le'), 400, -32700],
    ['a NUL byte at the end', around(ping('{}'), [0], ''), 400, -32700],
    ['a NUL in a name, which is a name like others', utf8('{"jsonrpc":"2.0","id":1,"method":"pi\\u0000ng"}'), 200, -32601],
    ['a member twice', utf8('{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}'), 400, -32700],
    ['a number beyond all bounds', utf8(ping('{"a":1e999}')), 400, -32700],
    ['something behind it', utf8(`${ping('{}')}{}`), 400, -32700],
    ['a comment', utf8(`/* */${ping('{}')}`), 400, -32700],
    ['another version of JSON-RPC', utf8('{"jsonrpc":"1.0","id":1,"method":"ping"}'), 400, -32600],
    ['params that are an array', utf8(ping('[]')), 400, -32600],
    ['no method', utf8('{"jsonrpc":"2.0","id":1}'), 400, -32600],
  ];
  for (const [name, body, status, code] of cases) {
    const begin = performance.now();
    const got = await postImpatiently(peer.url, peer.token, body, { 'mcp-protocol-version': '2025-11-25' });
    const took = Math.round(performance.now() - begin);
    check(`${name}: ${status}${code ? `, ${code}` : ''} (${took} ms)`, got.status === status && (!code || JSON.parse(got.text).error.code === code), got);
  }
  const got = await peer.older('2025-11-25', 'ping');
  check('and it still works', got.status === 200, got);
}
