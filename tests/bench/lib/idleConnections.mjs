// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP connections that stay open, each after one answered request: so are those of clients between two calls.
import { once } from 'node:events';
import net from 'node:net';

const atOnce = 64;

async function open({ hostname, port, host }, sockets) {
  const socket = net.connect({ host: hostname, port: Number(port) });
  sockets.add(socket);
  socket.on('error', () => {}).once('close', () => sockets.delete(socket));
  socket.write(`GET /health HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  if (!String(answer).startsWith('HTTP/1.1 200')) throw new Error(`a connection was answered with ${String(answer).split('\r\n')[0]}`);
}

/** {open(): how many still are, close()} */
export async function openConnections(baseUrl, count) {
  const url = new URL(baseUrl);
  const sockets = new Set();
  for (let opened = 0; opened < count; opened += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, count - opened) }, () => open(url, sockets)));
  }
  return {
    open: () => sockets.size,
    async close() {
      await Promise.all([...sockets].map((socket) => { const closed = once(socket, 'close'); socket.destroy(); return closed; }));
    },
  };
}
