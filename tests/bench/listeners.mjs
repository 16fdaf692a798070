#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// What clients cost that wait for new mail, and how soon they hear of it.
//
//   listeners.mjs [clients, 500] [mailboxes, 500] [messages, 20]
//
// Opens one subscriptions/listen on the INBOX of a mailbox per client, prints how much the daemon's resident memory grew, then delivers
// messages through SMTP and prints the time from the acceptance of each to the notification of its listeners. Exit code 1 if the
// clients cost 100 MB or more, or a notification took two seconds or did not come. MAIL_MCP names the binary.
import http from 'node:http';
import { bearer, callMcp } from '../e2e/lib/oauth.mjs';
import { sealMailbox } from '../e2e/lib/jwe.mjs';
import { residentKiB } from '../e2e/lib/processes.mjs';
import { startStack } from '../e2e/lib/stack.mjs';

const MOST_BYTES = 100e6;
const MOST_MILLISECONDS = 2000;
const [clients, mailboxes, messages] = [500, 500, 20].map((usual, index) => Number(process.argv[2 + index] ?? usual));
const version = '2026-07-28';
const prefix = 'io.modelcontextprotocol/';
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const addressOf = (index) => `reader${index}@example.test`;

/** An access token for a mailbox, made with the daemon's key: 500 login pages would take an hour of rate limits. */
const tokenFor = (stack, address) => sealMailbox(stack.base_url, stack.encryptionKey(), { email: address, password: 'the password', imap: stack.imap, smtp: stack.smtp });

const residentBytes = (pid) => 1024 * residentKiB(pid);

/** Listens; the promise is fulfilled by the acknowledgement. `heard` is called for every update. */
function listen(stack, token, uri, heard) {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'subscriptions/listen', params: { notifications: { resourceSubscriptions: [uri] },
    _meta: { [`${prefix}protocolVersion`]: version, [`${prefix}clientCapabilities`]: {} } } });
  return new Promise((resolve, reject) => {
    const request = http.request(stack.mcp_url, { method: 'POST', agent: false, headers: {
      authorization: bearer(token), 'content-type': 'application/json', accept: 'application/json, text/event-stream',
      'mcp-protocol-version': version, 'mcp-method': 'subscriptions/listen' } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece) => {
        text += piece;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const event = text.slice(0, end);
          text = text.slice(end + 2);
          if (!event.startsWith('data: ')) continue;
          const message = JSON.parse(event.slice(6));
          if (message.method === 'notifications/resources/updated') heard();
          else if (message.params?.notifications?.resourceSubscriptions?.length === 1) resolve(request);
          else reject(new Error(`not honoured: ${event}`));
        }
      });
      response.on('end', () => reject(new Error(`the stream ended with ${response.statusCode}: ${text}`)));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

const stack = await startStack('listeners', {
  users: Object.fromEntries(Array.from({ length: mailboxes }, (_, index) => [addressOf(index), 'the password'])),
  env: { MAX_CONNECTIONS_PER_ADDRESS: String(clients + 100), MAX_CONNECTIONS: String(clients + 200),
    MCP_MAX_LISTENERS: String(clients), MCP_MAX_LISTENERS_PER_MAILBOX: String(clients),
    MAX_WATCHED_MAILBOXES: String(mailboxes), MAX_WATCHES_PER_MAILBOX: String(clients), MAX_SENDS_PER_HOUR: String(1000), MAX_SENDS_PER_DAY: String(1000) },
  logLevel: 'WARN' });
const requests = [];
try {
  const pid = stack.pids.server;
  const uriOf = async (address, token) => {
    const { json } = await callMcp(stack, bearer(token), 'resources/list', {});
    return json.result.resources.find(({ uri }) => uri.endsWith('/INBOX')).uri;
  };
  const tokens = Array.from({ length: mailboxes }, (_, index) => tokenFor(stack, addressOf(index)));
  const sender = tokenFor(stack, addressOf(0));
  const sample = await uriOf(addressOf(0), sender);
  const uris = tokens.map((_, index) => sample.replace(encodeURIComponent(addressOf(0)), encodeURIComponent(addressOf(index))));

  const before = residentBytes(pid);
  const heard = Array.from({ length: clients }, () => ({ count: 0, at: 0 }));
  for (let begun = 0; begun < clients; begun += 10) {
    const wave = Array.from({ length: Math.min(10, clients - begun) }, (_, index) => begun + index);
    requests.push(...await Promise.all(wave.map((client) => listen(stack, tokens[client % mailboxes], uris[client % mailboxes], () => {
      heard[client].count += 1;
      heard[client].at = performance.now();
    }))));
  }
  await sleep(2000);
  const grown = residentBytes(pid) - before;
  console.log(`${clients} clients on ${mailboxes} mailboxes: ${(grown / 1e6).toFixed(1)} MB, ${(grown / clients / 1e3).toFixed(1)} kB each`);

  const times = [];
  let missed = 0;
  for (let number = 0; number < messages; number += 1) {
    const mailbox = number % mailboxes;
    const watching = heard.filter((_, client) => client % mailboxes === mailbox);
    const counts = watching.map(({ count }) => count);
    const letter = { to: addressOf(mailbox), subject: `News ${number}`, text_body: 'Hello' };
    const sent = await callMcp(stack, bearer(sender), 'tools/call', { name: 'send_mail_message', arguments: letter });
    if (sent.json.result?.isError !== undefined) throw new Error(sent.text);
    const accepted = performance.now();
    while (watching.some(({ count }, index) => count === counts[index]) && performance.now() - accepted < 2 * MOST_MILLISECONDS) await sleep(5);
    missed += watching.filter(({ count }, index) => count === counts[index]).length;
    times.push(Math.max(...watching.map(({ at }) => at)) - accepted);
  }
  times.sort((a, b) => a - b);
  console.log(`${messages} messages: the last listener of each heard after ${times[times.length >> 1].toFixed(0)} ms (median), ${times.at(-1).toFixed(0)} ms (worst); ${missed} notifications did not come`);
  process.exitCode = grown < MOST_BYTES && times.at(-1) < MOST_MILLISECONDS && missed === 0 ? 0 : 1;
} finally {
  for (const request of requests) request.destroy();
  stack.stop();
}
