// SPDX-License-Identifier: GPL-3.0-or-later
// A network that takes its time: every byte arrives so much later, in both directions, in the order in which they were sent. As with
// a real one a connection takes a round trip to be made, so a client's first bytes wait that much longer.
import { once } from 'node:events';
import net from 'node:net';

/** A queue of pieces, each with the time when it arrives; one timer for the first of them. */
class DelayLine {
  #pieces = [];
  #timer = null;
  #deliver;
  #delay;

  constructor(delay, deliver) {
    this.#delay = delay;
    this.#deliver = deliver;
  }

  /** `earliest`: no piece begins its way before. */
  send(piece, earliest = 0) {
    this.#pieces.push({ piece, due: Math.max(performance.now(), earliest) + this.#delay });
    if (this.#timer === null) this.#wait();
  }

  clear() {
    clearTimeout(this.#timer);
    this.#pieces = [];
  }

  #wait() {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      while (this.#pieces.length > 0 && this.#pieces[0].due <= performance.now()) this.#deliver(this.#pieces.shift().piece);
      if (this.#pieces.length > 0) this.#wait();
    }, Math.max(0, this.#pieces[0].due - performance.now()));
  }
}

/** What `from` sends arrives at `to` later; its end and a reset as well. */
function connectSides(from, to, delay, earliest) {
  const line = new DelayLine(delay, (deliver) => { if (!to.destroyed) deliver(); });
  from.on('data', (bytes) => line.send(() => to.write(bytes), earliest));
  from.on('end', () => line.send(() => to.end(), earliest)).on('error', () => line.send(() => to.destroy(), earliest));
  to.once('close', () => line.clear());
}

/** {port, close()}: leads to a server, `delay` milliseconds away. */
export async function startDelayProxy({ host, port }, delay) {
  const sockets = new Set();
  const proxy = net.createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const server = net.connect({ host, port, noDelay: true, allowHalfOpen: true });
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
    connectSides(client, server, delay, performance.now() + 2 * delay);
    connectSides(server, client, delay, 0);
  });
  proxy.listen({ port: 0, host: '127.0.0.1' });
  await once(proxy, 'listening');
  return {
    port: proxy.address().port,
    async close() {
      proxy.close();
      for (const socket of sockets) socket.destroy();
      await once(proxy, 'close');
    },
  };
}
