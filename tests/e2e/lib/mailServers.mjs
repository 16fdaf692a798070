// SPDX-License-Identifier: GPL-3.0-or-later
// A mail server that takes connections and never says a word, so that whoever asks has to wait.
import net from 'node:net';

/** {port, open(): connections at the moment, close()} */
export async function listenSilently() {
  const sockets = new Set();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket)).resume();
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    port: server.address().port,
    open: () => sockets.size,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      for (const socket of sockets) socket.destroy();
    }),
  };
}
