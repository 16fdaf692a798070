// SPDX-License-Identifier: GPL-3.0-or-later
// A TLS proxy between the daemon and a mail server of the sandbox that reads along.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import tls from 'node:tls';
import { binary } from './stack.mjs';

/** The commands among what an IMAP client sent: tagged lines, with the content of literals left out. */
export function imapCommands(text) {
  const commands = [];
  let rest = text;
  while (rest) {
    const end = rest.indexOf('\r\n');
    if (end < 0) break;
    let line = rest.slice(0, end);
    rest = rest.slice(end + 2);
    for (let literal = /\{(\d+)\+?\}$/.exec(line); literal; literal = /\{(\d+)\+?\}$/.exec(line)) {
      const after = rest.slice(Number(literal[1]));
      const next = after.indexOf('\r\n');
      line = `${line.slice(0, literal.index)}{…}${after.slice(0, Math.max(next, 0))}`;
      rest = next < 0 ? '' : after.slice(next + 2);
    }
    if (/^\S+ [A-Za-z]/.test(line)) commands.push(line.slice(line.indexOf(' ') + 1));
  }
  return commands;
}

/**
 * Listens on a free port, hands everything on to `port` and records what the client sends. `take()` answers what came since
 * the last call: the bytes as text, and how often the client sent something after having heard something (its round trips).
 * While `hold` is true, the server's answers are swallowed. `open` counts the connections that are open.
 */
export async function startWire(stack, port) {
  const identity = (name) => readFileSync(join(stack.state_dir, 'tls', name));
  let sent = '';
  let roundTrips = 0;
  let connections = 0;
  const wire = { hold: false, open: 0 };
  const server = tls.createServer({ cert: identity('chain.pem'), key: identity('server.key') }, (client) => {
    connections += 1;
    wire.open += 1;
    client.once('close', () => { wire.open -= 1; });
    let clientSpoke = false;
    const target = tls.connect({ port, host: '127.0.0.1', servername: 'localhost', ca: readFileSync(stack.ca_file) });
    const end = () => { client.destroy(); target.destroy(); };
    client.on('data', (data) => {
      if (!clientSpoke) roundTrips += 1;
      clientSpoke = true;
      sent += data.toString('latin1');
      target.write(data);
    });
    target.on('data', (data) => {
      clientSpoke = false;
      if (!wire.hold) client.write(data);
    });
    for (const socket of [client, target]) socket.on('close', end).on('error', end);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(wire, {
    port: server.address().port,
    take() {
      const taken = { text: sent, roundTrips, connections };
      [sent, roundTrips, connections] = ['', 0, 0];
      return taken;
    },
    close: () => server.close(),
  });
}

/** The stack with another client, whose mail servers are at these ports (implicit TLS). */
export function withMailPorts(stack, { imap, smtp }) {
  const output = execFileSync(binary, ['generate', '--json', '--env-file', stack.env_file,
    `--imap-host=${stack.imap.host}`, `--imap-port=${imap}`, '--imap-ssl', `--smtp-host=${stack.smtp.host}`, `--smtp-port=${smtp}`, '--smtp-ssl'],
  { encoding: 'utf8' });
  return { ...stack, ...JSON.parse(output) };
}
