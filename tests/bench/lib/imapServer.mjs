#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// A mail server that can be slow and has room for thousands: everybody's password is right, and everybody has one empty folder. Dovecot
// would need a process for each session, and what is to be measured is not how this machine takes that.
//
//   imapServer.mjs CERTIFICATE KEY
//
// Prints its port when it listens. A line on standard input says from then on how many milliseconds a command takes, from when it has come or
// from the answer before; at first none. It ends with its standard input.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(import.meta.url);
const capabilities = 'CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR NAMESPACE SPECIAL-USE';

/** Untagged responses of a command, RFC 3501 §7; undefined: it is not known. */
export function responsesTo(command) {
  return {
    CAPABILITY: [`* ${capabilities}`], NOOP: [], LOGIN: [], AUTHENTICATE: [], NAMESPACE: ['* NAMESPACE (("" "/")) NIL NIL'],
    LIST: ['* LIST (\\HasNoChildren) "/" INBOX'], LSUB: [], LOGOUT: ['* BYE'],
  }[command.toUpperCase()];
}

/** The whole answer to one line of a client. */
export function answerTo(line) {
  const [tag, command = ''] = line.split(' ');
  const responses = responsesTo(command);
  const status = responses ? `${tag} OK ${command} completed` : `${tag} BAD this server does not know ${command}`;
  return [...(responses ?? []), status].map((text) => `${text}\r\n`).join('');
}

let delay = 0;

function serve(socket) {
  let text = '';
  let ready = Promise.resolve();
  const answer = (line) => {
    const isLast = / LOGOUT$/i.test(line);
    ready = ready.then(() => new Promise((resolve) => { setTimeout(resolve, delay); })).then(() => {
      if (socket.destroyed) return;
      socket.write(answerTo(line));
      if (isLast) socket.end();
    });
  };
  socket.on('error', () => {}).setNoDelay(true).setEncoding('latin1').on('data', (data) => {
    const lines = (text + data).split('\r\n');
    text = lines.pop();
    lines.forEach(answer);
  });
  socket.write(`* OK [${capabilities}] ready\r\n`);
}

/** {host, port, slowDown(milliseconds), stop()}, in a process of its own; the certificate is that of the sandbox. */
export async function startImapServer(stack) {
  const tlsFile = (name) => `${stack.state_dir}/tls/${name}`;
  const child = spawn(process.execPath, [program, tlsFile('chain.pem'), tlsFile('server.key')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => { throw new Error('the slow mail server did not start'); })]);
  return { host: 'localhost', port: Number(port), slowDown: (milliseconds) => child.stdin.write(`${milliseconds}\n`), stop: async () => { child.stdin.end(); await once(child, 'exit'); } };
}

if (process.argv[1] === program) {
  const [certificate, key] = process.argv.slice(2);
  const server = tls.createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, serve);
  server.on('tlsClientError', () => {}).listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => console.log(server.address().port));
  createInterface({ input: process.stdin }).on('line', (line) => { delay = Number(line); }).once('close', () => process.exit(0));
}
