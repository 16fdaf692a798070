// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a request, byte by byte. Each case holds at the daemon's own port, plain and TLS, and behind a proxy.
const bytes = (count, character = 'a') => character.repeat(count);
const KiB = 1024;
const smuggled = 'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n';

/** A request whose head is written as the case wants it. */
export const get = (path = '/health', fields = '', host = 'Host: localhost\r\n') => `GET ${path} HTTP/1.1\r\n${host}${fields}\r\n`;
export const post = (path, fields, body = '') => `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${fields}\r\n${body}`;
const lengths = (value) => post('/mcp', `Content-Length: ${value}\r\n`, 'hello');

/** A call of the MCP endpoint by somebody with a token. */
export const call = (token, body, { version = '2026-07-28', method = 'tools/list', verb = 'POST', fields = '' } = {}) => {
  const content = Buffer.isBuffer(body) ? body.toString('latin1') : Buffer.from(body).toString('latin1');
  const head = `Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\n${version ? `MCP-Protocol-Version: ${version}\r\n` : ''}`
    + `${method ? `Mcp-Method: ${method}\r\n` : ''}Authorization: Bearer ${token}\r\n${fields}`;
  return `${verb} /mcp HTTP/1.1\r\nHost: localhost\r\n${head}${verb === 'POST' ? `Content-Length: ${content.length}\r\n` : ''}\r\n${content}`;
};
export const toolsList = (version = '2026-07-28', method = 'tools/list', parameters = {}, meta = {}) => JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: {
  ...parameters, _meta: { ...meta, 'io.modelcontextprotocol/protocolVersion': version, 'io.modelcontextprotocol/clientInfo': { name: 'e2e', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {} } } });
/** A whole call of the tool that has to ask the mail server; with a progress token it is answered by an event stream at once. */
export const listMailboxes = (token, meta) => call(token, toolsList(undefined, 'tools/call', { name: 'list_mailboxes', arguments: {} }, meta),
  { method: 'tools/call', fields: 'Mcp-Name: list_mailboxes\r\n' });
const wrapped = (value) => `{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"x":${value}}}`;

/** What a sender does that goes on and on: bytes until the other end has enough of them. */
async function* endless(head, piece, count) {
  yield head;
  for (let i = 0; i < count; i += 1) yield piece;
}

/**
 * id, what, send({token, client}): the bytes. statuses: the answers; stays: the connection may go on afterwards; code: of JSON-RPC;
 * within: milliseconds, many times what it takes; never: a text that no answer holds; mayReset: whoever goes on sending may find the connection reset
 * instead of an answer.
 * nginx, caddy: the answers where a proxy understands something else, tidies the request up, or refuses it in its own words.
 * With [] it waits for the content that was announced; a text is an answer without a head. The daemon then sees either a
 * clean request or none.
 */
export const cases = [
  { id: 'HT-01', what: 'Content-Length and Transfer-Encoding', send: () => post('/mcp', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${smuggled}`), statuses: [400], caddy: [401, 200] },
  { id: 'HT-01', what: 'the same in the other order', send: () => post('/mcp', 'Transfer-Encoding: chunked\r\nContent-Length: 4\r\n', `0\r\n\r\n${smuggled}`), statuses: [400], caddy: [401, 200] },
  { id: 'HT-02', what: 'Transfer-Encoding: xchunked', send: () => post('/mcp', 'Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${smuggled}`), statuses: [501] },
  { id: 'HT-02', what: 'Transfer-Encoding: gzip, chunked', send: () => post('/mcp', 'Transfer-Encoding: gzip, chunked\r\n', `0\r\n\r\n${smuggled}`), statuses: [501] },
  { id: 'HT-02', what: 'two Transfer-Encodings', send: () => post('/mcp', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n', `0\r\n\r\n${smuggled}`), statuses: [400], caddy: [501] },
  { id: 'HT-04', what: 'two Content-Lengths', send: () => post('/mcp', 'Content-Length: 5\r\nContent-Length: 6\r\n', 'hello!'), statuses: [400] },
  { id: 'HT-04', what: 'a list of Content-Lengths', send: () => lengths('5, 5'), statuses: [400] },
  ...['-1', '+5', '0x5', '5 5', '99999999999999999999', '5.0', ''].map((value) => (
    { id: 'HT-06', what: `Content-Length: ${value}`, send: () => lengths(value), statuses: [400], ...(value === '' && { caddy: [401] }) })),
  { id: 'HT-07', what: 'a blank before the colon', send: () => post('/mcp', 'Content-Length : 5\r\n', 'hello'), statuses: [400] },
  { id: 'HT-07', what: 'a folded field', send: () => get('/health', 'X-A: b\r\n c\r\n'), statuses: [400], caddy: [200] },
  { id: 'HT-09', what: 'bare line feeds', send: () => 'GET /health HTTP/1.1\nHost: localhost\n\n', statuses: [400], nginx: [200], caddy: [200] },
  { id: 'HT-09', what: 'one bare line feed', send: () => get('/health', 'X-A: b\nX-B: c\r\n'), statuses: [400], nginx: [200], caddy: [200] },
  { id: 'HT-09', what: 'a bare carriage return', send: () => get('/health', 'X-A: b\rc\r\n'), statuses: [400] },
  { id: 'HT-11', what: 'no Host', send: () => get('/health', '', ''), statuses: [400] },
  { id: 'HT-11', what: 'two Hosts', send: () => get('/health', 'Host: localhost\r\n'), statuses: [400] },
  { id: 'HT-11', what: "somebody else's Host", send: () => get('/health', '', 'Host: evil.example\r\n'), statuses: [421], caddy: [200], never: 'ok', stays: true },
  { id: 'HT-12', what: 'a request line of 8,193 bytes', send: () => get(`/${bytes(8193 - 'GET / HTTP/1.1'.length)}`), statuses: [414] },
  { id: 'HT-13', what: 'header fields of more than 32 KiB', send: () => get('/health', `X-A: ${bytes(12 * KiB)}\r\n`.repeat(3)), statuses: [431] },
  { id: 'HT-13', what: '101 header fields', send: () => get('/health', Array.from({ length: 100 }, (_, i) => `X-${i}: a\r\n`).join('')), statuses: [431] },
  { id: 'HT-13', what: 'a header field of more than 16 KiB', send: () => get('/health', `X-A: ${bytes(16 * KiB)}\r\n`), statuses: [431], nginx: [400] },
  { id: 'HT-14', what: 'one header field of 200 MiB', send: () => endless('GET /health HTTP/1.1\r\nHost: localhost\r\nX-A: ', bytes(64 * KiB), 3200), statuses: [431], mayReset: true, nginx: [400] },
  { id: 'HT-15', what: '10 GB for /mcp', send: () => post('/mcp', 'Content-Length: 10000000000\r\n'), statuses: [413], caddy: [] },
  { id: 'HT-15', what: '10 GB for /oauth/token', send: () => post('/oauth/token', 'Content-Length: 10000000000\r\n'), statuses: [413], caddy: [] },
  { id: 'HT-15', what: '33 KiB for /oauth/token', send: () => post('/oauth/token', `Content-Length: ${33 * KiB}\r\n`, bytes(33 * KiB)), statuses: [413] },
  { id: 'HT-15', what: '9 MiB in chunks for /mcp', send: () => endless(post('/mcp', 'Transfer-Encoding: chunked\r\n'), `10000\r\n${bytes(64 * KiB)}\r\n`, 144), statuses: [413], mayReset: true },
  { id: 'HT-02', what: 'a chunk extension', send: () => post('/mcp', 'Transfer-Encoding: chunked\r\n', '5;a=b\r\nhello\r\n0\r\n\r\n'), statuses: [400], nginx: [401], caddy: [401] },
  { id: 'HT-02', what: 'a trailer field', send: () => post('/mcp', 'Transfer-Encoding: chunked\r\n', '5\r\nhello\r\n0\r\nX-A: b\r\n\r\n'), statuses: [400], nginx: [401], caddy: [401] },
  { id: 'HT-02', what: 'a chunk that is longer than it says', send: () => post('/mcp', 'Transfer-Encoding: chunked\r\n', '4\r\nhello\r\n0\r\n\r\n'), statuses: [400], caddy: [502] },
  { id: 'HT-02', what: 'a chunk size of 17 digits', send: () => post('/mcp', 'Transfer-Encoding: chunked\r\n', '10000000000000005\r\nhello\r\n0\r\n\r\n'), statuses: [400], caddy: [502] },
  { id: 'HT-24', what: '100 requests in one piece', send: () => get().repeat(100), statuses: [200], nginx: Array(100).fill(200), caddy: Array(100).fill(200) },
  { id: 'HT-26', what: 'Expect: 100-continue with too much', send: () => post('/oauth/token', 'Content-Length: 40000\r\nExpect: 100-continue\r\n'), statuses: [413] },
  { id: 'HT-26', what: 'another expectation', send: () => post('/oauth/token', 'Content-Length: 4\r\nExpect: 200-ok\r\n', 'a=bc'), statuses: [417], nginx: [400] },
  { id: 'HT-28', what: 'a compressed body', send: () => post('/mcp', 'Content-Encoding: gzip\r\nContent-Length: 4\r\n', '\x1f\x8b\x08\x00'), statuses: [415] },
  { id: 'HT-29', what: 'HTTP/0.9', send: () => 'GET /health\r\n', statuses: [400], nginx: 'ok\n' },
  { id: 'HT-29', what: 'HTTP/2.9', send: () => 'GET /health HTTP/2.9\r\nHost: localhost\r\n\r\n', statuses: [505] },
  { id: 'HT-29', what: 'HTTP/1.2', send: () => 'GET /health HTTP/1.2\r\nHost: localhost\r\n\r\n', statuses: [505], nginx: [200], caddy: [200] },
  { id: 'HT-29', what: 'a TLS hello where HTTP is spoken', send: () => '\x16\x03\x01\x00\x05hello\r\n\r\n', statuses: [400] },
  { id: 'HT-29', what: 'a wish for h2c', send: () => get('/health', 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n'), statuses: [200], stays: true },
  { id: 'HT-29', what: 'a wish for WebSocket', send: () => get('/mcp', 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n'), statuses: [400], nginx: [401] },
  { id: 'HT-29', what: 'the preface of HTTP/2', send: () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', statuses: [505], nginx: [400], caddy: [200], never: 'ok' },
  ...[['TRACE', 405], ['CONNECT', 405], ['TRACK', 501], ['FOO', 501], ['get', 400]].map(([method, nginx]) => (
    { id: 'HT-31', what: method, send: () => `${method} /health HTTP/1.1\r\nHost: localhost\r\n\r\n`, statuses: [501], nginx: [nginx] })),
  { id: 'HT-31', what: 'DELETE where only GET is', send: () => 'DELETE /health HTTP/1.1\r\nHost: localhost\r\n\r\n', statuses: [405], stays: true },
  { id: 'HT-29', what: 'an absolute target', send: () => 'GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\n\r\n', statuses: [400], nginx: [421], caddy: [200], never: 'ok' },
  { id: 'HT-29', what: 'a target with a fragment', send: () => get('/health#a'), statuses: [400], caddy: [404] },
  { id: 'HT-29', what: 'an encoded NUL in the target', send: () => get('/health%00'), statuses: [400] },
  { id: 'HT-29', what: 'an encoded line end in the target', send: () => get('/health%0a'), statuses: [404], stays: true },
  { id: 'HT-29', what: 'a path that climbs', send: () => get('/x/../health'), statuses: [404], stays: true },
  ...['GET', 'DELETE'].map((verb) => (
    { id: 'HT-34', what: `${verb} /mcp`, send: ({ token }) => call(token, '', { verb, method: '' }), statuses: [405], stays: true })),
  { id: 'HT-35', what: 'no MCP-Protocol-Version', send: ({ token }) => call(token, toolsList(), { version: '' }), statuses: [400], code: -32020, stays: true },
  { id: 'HT-35', what: 'another MCP-Protocol-Version than in the body', send: ({ token }) => call(token, toolsList(), { version: '2025-11-25' }), statuses: [400], code: -32020, stays: true },
  { id: 'HT-35', what: 'another Mcp-Method than in the body', send: ({ token }) => call(token, toolsList(), { method: 'tools/call' }), statuses: [400], code: -32020, stays: true },
  ...[
    ['a depth of 10,000', wrapped(bytes(10_000, '[') + bytes(10_000, ']'))], ['a million keys', wrapped(`{${Array.from({ length: 400_000 }, (_, i) => `"${i}":0`).join()}}`)],
    ['invalid UTF-8', Buffer.from(wrapped('"\xff\xfe"'), 'latin1')], ['a lone surrogate', wrapped('"\\ud800"')],
    ['a byte order mark', `\ufeff${toolsList()}`], ['a NUL', wrapped('"\0"')], ['half of it', toolsList().slice(0, 40)],
  ].map(([what, body]) => ({ id: 'HT-37', what, send: ({ token }) => call(token, body), statuses: [400], code: -32700, stays: true, within: 10_000 })),
  { id: 'HT-37', what: 'a string of 100 MB', send: ({ token }) => call(token, '', { fields: 'X-A: b\r\n' }).replace('Content-Length: 0', 'Content-Length: 100000000'), statuses: [413], caddy: [] },
  { id: 'HT-40', what: 'a garbage token', send: () => call('garbage', toolsList()), statuses: [401], stays: true },
  { id: 'HT-40', what: 'a token of 8 KiB', send: () => call(bytes(8 * KiB, '.'), toolsList()), statuses: [401], stays: true },
  { id: 'HT-41', what: 'a line end in state', send: ({ client }) => get(`/oauth/authorize?client_id=${client}&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback&response_type=token&state=a%0d%0aX-Injected:%20b`),
    statuses: [303], stays: true },
  { id: 'HT-41', what: 'a line end in redirect_uri', send: ({ client }) => get(`/oauth/authorize?client_id=${client}&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback%0d%0aX-Injected:%20b&response_type=code`),
    statuses: [400], stays: true },
  { id: 'HT-41', what: 'a line end in an Origin', send: ({ token }) => call(token, toolsList(), { fields: 'Origin: https://a\x0bX-Injected: b\r\n' }), statuses: [400] },
];
