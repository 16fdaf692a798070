// SPDX-License-Identifier: GPL-3.0-or-later
// A client that sends exactly the bytes it is told to.
import net from 'node:net';
import tls from 'node:tls';
import { sleep } from './daemon.mjs';

/** Opens a connection to {port, tls}; resolves when bytes can be sent. Errors later on are no news: the test looks at what came back. */
export function open(target, options = {}) {
  const where = { host: '127.0.0.1', port: target.port, noDelay: true, ...options };
  return new Promise((resolve, reject) => {
    const socket = target.tls ? tls.connect({ ...where, rejectUnauthorized: false, servername: 'localhost', ALPNProtocols: ['http/1.1'] }) : net.connect(where);
    socket.once(target.tls ? 'secureConnect' : 'connect', () => resolve(socket.off('error', reject).on('error', () => {})));
    socket.once('error', reject);
  });
}

/** The complete responses in what came back, and whether something was left over. `methods` are those of the requests. */
export function parseResponses(text, methods = []) {
  const responses = [];
  let rest = text;
  while (rest) {
    const head = /^HTTP\/1\.[01] (\d{3})[^\r\n]*\r\n((?:[^\r\n]+\r\n)*)\r\n/.exec(rest);
    if (!head) return { responses, rest };
    rest = rest.slice(head[0].length);
    const fields = head[2].split('\r\n').filter(Boolean).map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]);
    const response = { status: Number(head[1]), head: head[0], fields, headers: Object.fromEntries(fields), body: '' };
    const hasBody = response.status >= 200 && ![204, 304].includes(response.status) && methods[responses.length] !== 'HEAD';
    if (hasBody && response.headers['transfer-encoding'] === 'chunked') {
      for (let chunk = /^([0-9a-f]+)\r\n/i.exec(rest); chunk; chunk = /^([0-9a-f]+)\r\n/i.exec(rest)) {
        const size = parseInt(chunk[1], 16);
        response.body += rest.slice(chunk[0].length, chunk[0].length + size);
        rest = rest.slice(chunk[0].length + size + 2);
        if (size === 0) break;
      }
    } else if (hasBody) {
      const length = Number(response.headers['content-length'] ?? rest.length);
      response.body = rest.slice(0, length);
      rest = rest.slice(length);
    }
    responses.push(response);
  }
  return { responses, rest };
}

/**
 * Sends bytes (a string of latin1, a Buffer, or an async generator of them) and reads until the server closes, or until it has
 * been silent for `quiet` milliseconds after an answer, or `most` milliseconds have passed.
 */
export async function converse(target, bytes, { quiet = 300, most = 15_000, methods, ...options } = {}) {
  const socket = await open(target, options);
  const began = Date.now();
  let received = '';
  let closed = false;
  let last = Date.now();
  socket.on('data', (data) => {
    received += data.toString('latin1');
    last = Date.now();
  });
  for (const event of ['end', 'close']) socket.on(event, () => { closed = true; });
  const pieces = typeof bytes === 'string' || Buffer.isBuffer(bytes) ? [bytes] : bytes;
  const sending = (async () => {
    for await (const piece of pieces) {
      if (closed || socket.destroyed) return;
      if (!socket.write(Buffer.from(piece, 'latin1'))) await Promise.race([new Promise((resolve) => { socket.once('drain', resolve); }), sleep(1000)]);
    }
  })();
  while (!closed && Date.now() - began < most && !(received && Date.now() - last > quiet)) await sleep(5);
  const milliseconds = Date.now() - began;
  socket.destroy();
  await sending;
  return { received, closed, milliseconds, ...parseResponses(received, methods) };
}
