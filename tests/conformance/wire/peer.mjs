// SPDX-License-Identifier: GPL-3.0-or-later
// A client of MCP that knows nothing: every message and every header is the caller's, and every answer comes back as it came.
import net from 'node:net';

export const modernVersion = '2026-07-28';
export const olderVersions = ['2025-11-25', '2025-06-18', '2025-03-26'];
const prefix = 'io.modelcontextprotocol/';
export const subscriptionIdOf = (message) => message?.params?._meta?.[`${prefix}subscriptionId`];

let failures = 0;
export const failureCount = () => failures;

/** One line of the report. */
export function check(name, isGood, got) {
  if (!isGood) failures += 1;
  const { headers, ...shown } = got && typeof got === 'object' ? got : { got };
  console.log(isGood ? 'ok  ' : 'FAIL', name, isGood ? '' : JSON.stringify(shown).slice(0, 600));
}

export const envelope = (version = modernVersion, capabilities = {}) => ({
  [`${prefix}protocolVersion`]: version,
  [`${prefix}clientInfo`]: { name: 'wire', version: '1' },
  [`${prefix}clientCapabilities`]: capabilities,
});

/** An event stream, read one message at a time. */
class EventStream {
  constructor(response, controller) {
    this.reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    this.controller = controller;
    this.text = '';
  }

  /** The next JSON-RPC message; undefined when the stream has ended, or after so many milliseconds. */
  async next(milliseconds = 5000) {
    const timer = setTimeout(() => this.close(), milliseconds);
    try {
      for (;;) {
        const end = /\r?\n\r?\n/.exec(this.text);
        if (end) {
          const event = this.text.slice(0, end.index);
          this.text = this.text.slice(end.index + end[0].length);
          const data = event.split(/\r?\n/).filter((line) => line.startsWith('data:')).map((line) => line.slice(5)).join('\n');
          if (data.trim()) return JSON.parse(data);
          continue;
        }
        const { value, done } = await this.reader.read();
        if (done) return undefined;
        this.text += value;
      }
    } catch {
      return undefined; // closed from here
    } finally {
      clearTimeout(timer);
    }
  }

  close() { this.controller.abort(); }
}

export class Peer {
  constructor(url, token) {
    this.url = url;
    this.token = token;
    this.lastId = 0;
  }

  async open(method, body, headers = {}) {
    const controller = new AbortController();
    const response = await fetch(this.url, {
      method,
      signal: controller.signal,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        accept: 'application/json, text/event-stream',
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    });
    const isStream = response.headers.get('content-type')?.includes('event-stream') ?? false;
    return { response, status: response.status, headers: response.headers, isStream, stream: isStream ? new EventStream(response, controller) : undefined };
  }

  /** Sends one body and waits for the whole answer: {status, headers, isStream, text, json, messages}. json is the last message. */
  async send(method, body, headers) {
    const { response, status, headers: answered, stream, isStream } = await this.open(method, body, headers);
    const messages = [];
    if (stream) {
      for (let message = await stream.next(20_000); message; message = await stream.next(20_000)) messages.push(message);
    }
    const text = stream ? '' : await response.text();
    const isJson = answered.get('content-type')?.startsWith('application/json');
    return { status, headers: answered, isStream, text, messages, json: stream ? messages.at(-1) : isJson ? JSON.parse(text) : undefined };
  }

  post(body, headers) { return this.send('POST', body, headers); }

  message(method, params, id = ++this.lastId) {
    this.lastSent = id;
    return { jsonrpc: '2.0', id, method, ...(params && { params }) };
  }

  modernHeaders(method, params) {
    const name = params.name ?? params.uri;
    return { 'mcp-protocol-version': modernVersion, 'mcp-method': method,
      ...(name && ['tools/call', 'prompts/get', 'resources/read'].includes(method) && { 'mcp-name': name }) };
  }

  /** A request of 2026-07-28. Options: headers, meta, capabilities, id. */
  modern(method, params = {}, { headers = {}, capabilities, meta = envelope(modernVersion, capabilities), id } = {}) {
    return this.post(this.message(method, { ...params, _meta: meta }, id), { ...this.modernHeaders(method, params), ...headers });
  }

  /** The same with an answer that is read message by message. */
  async modernStream(method, params = {}, { capabilities, id } = {}) {
    const body = this.message(method, { ...params, _meta: envelope(modernVersion, capabilities) }, id);
    return this.open('POST', body, this.modernHeaders(method, params));
  }

  /** A request of an older revision, without a session. */
  older(version, method, params) {
    return this.post(this.message(method, params), version && { 'mcp-protocol-version': version });
  }

  /** Answered with this status, this code, and the id that was sent. */
  isError(got, status, code) {
    return got.status === status && got.json?.error?.code === code && got.json.id === this.lastSent;
  }
}

/** A session of a client that begins with initialize. */
export class Session {
  static async begin(peer, version, capabilities = {}) {
    const got = await peer.older(undefined, 'initialize', { protocolVersion: version, capabilities, clientInfo: { name: 'wire', version: '1' } });
    const session = new Session();
    Object.assign(session, { peer, version, initialized: got, id: got.headers.get('mcp-session-id') });
    session.headers = { 'mcp-protocol-version': version, ...(session.id && { 'mcp-session-id': session.id }) };
    await session.notify('notifications/initialized');
    return session;
  }

  request(method, params) { return this.peer.post(this.peer.message(method, params), this.headers); }
  notify(method, params) { return this.peer.post({ jsonrpc: '2.0', method, ...(params && { params }) }, this.headers); }
  respond(id, answer) { return this.peer.post({ jsonrpc: '2.0', id, ...answer }, this.headers); }
  requestStream(method, params) { return this.peer.open('POST', this.peer.message(method, params), this.headers); }
  listen() { return this.peer.open('GET', undefined, { ...this.headers, accept: 'text/event-stream' }); }
  end() { return this.peer.send('DELETE', undefined, this.headers); }

  /** Calls a tool; answer(request) gives {result} or {error} for what the server asks meanwhile. Returns the final message, and what was asked. */
  async callAnswering(name, parameters, answer) {
    const call = await this.requestStream('tools/call', { name, arguments: parameters });
    if (!call.stream) return { json: await call.response.json(), asked: [] };
    const asked = [];
    for (let message = await call.stream.next(); message; message = await call.stream.next()) {
      if (!message.method) return { json: message, asked };
      if (message.id === undefined) continue;
      asked.push(message);
      const got = await this.respond(message.id, answer(message));
      if (got.status !== 202) return { json: undefined, asked, status: got.status };
    }
    return { json: undefined, asked };
  }
}

/** Sends a body piece by piece, and no more of it once there is an answer, as for one that is refused by its size. Returns {status, text}. */
export function postImpatiently(url, token, body, headers = {}) {
  const { hostname, port, pathname, host } = new URL(url);
  const fields = { host, 'content-type': 'application/json', accept: 'application/json', 'content-length': body.length, connection: 'close',
    ...(token && { authorization: `Bearer ${token}` }), ...headers };
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname);
    let answer = '';
    let sent = 0;
    const proceed = () => {
      if (sent >= body.length || answer) return;
      const goesOn = socket.write(body.subarray(sent, sent += 2 ** 16));
      if (goesOn) setImmediate(proceed); // what was answered meanwhile is read first
    };
    socket.write(`POST ${pathname} HTTP/1.1\r\n${Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
    proceed();
    let trouble = 'the connection was closed';
    socket.on('drain', proceed).on('data', (data) => { answer += data; }).on('error', (error) => { trouble = error.message; }).on('close', () => {
      const [, status, text] = /^HTTP\/1\.1 (\d+)[^]*?\r\n\r\n([^]*)$/.exec(answer) ?? [];
      if (status) resolve({ status: Number(status), text });
      else reject(new Error(`no answer: ${trouble}`));
    });
  });
}

export const sleep = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** Asks until it is so, for some seconds. */
export async function eventually(ask, seconds = 5) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(25)) {
    if (await ask()) return true;
  }
  return false;
}

/** All pages of a list, as one array; each page passes through look(). */
export async function allPages(ask, member, look = () => {}) {
  const all = [];
  let cursor;
  for (let page = 0; page < 50; page += 1) {
    const got = await ask(cursor === undefined ? {} : { cursor });
    look(got);
    if (!Array.isArray(got.json?.result?.[member])) return undefined;
    all.push(...got.json.result[member]);
    cursor = got.json.result.nextCursor;
    if (cursor === undefined) return all;
  }
  return undefined;
}
