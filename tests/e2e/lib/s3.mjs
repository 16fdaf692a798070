// SPDX-License-Identifier: GPL-3.0-or-later
// A real S3 service (OpenStack Swift), and a network in front of it that can be made to fail.
import http from 'node:http';
import { join } from 'node:path';
import readline from 'node:readline';
import { spawnBound } from './daemon.mjs';
import { root, temporaryDirectory } from './stack.mjs';

/** Starts tests/sandbox/swift_s3.py; its description and stop(). */
export async function startSwift() {
  const child = spawnBound([process.env.SWIFT_PYTHON ?? '/usr/bin/python3', '-B', join(root, 'tests', 'sandbox', 'swift_s3.py'), temporaryDirectory()], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  for await (const line of readline.createInterface({ input: child.stdout })) {
    return { ...JSON.parse(line), stop: () => { child.stdin.end(); return ended; } };
  }
  throw new Error('Swift did not start');
}

const refusal = (code) => `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;

/** What can be wrong with a request on its way to S3: each answers it, or returns the request to send on. */
const faults = {
  none: (request) => request,
  down: (request) => { request.socket.destroy(); },
  /** Takes everything and never answers. */
  silent: (request) => { request.resume(); },
  overloaded: (request, response) => { request.resume(); response.writeHead(503, { 'Content-Type': 'application/xml' }).end(refusal('SlowDown')); },
  /** Whatever time we say it is, the service has another one. */
  wrongClock: (request, response) => {
    request.resume();
    response.writeHead(403, { 'Content-Type': 'application/xml', Date: new Date(Date.now() + 7_200_000).toUTCString() }).end(refusal('RequestTimeTooSkewed'));
  },
  /** Swift itself refuses the signature. */
  wrongKey: (request) => { request.headers.authorization = request.headers.authorization?.replace(/Signature=./, (text) => `Signature=${text.endsWith('0') ? '1' : '0'}`); return request; },
};

/**
 * A proxy before an S3 service, as {endpoint, requests, fault, delay, stop()}: `requests` are the method and path of each one, `fault` names what
 * is wrong from now on, `delay` holds each request back for so many milliseconds.
 */
export async function startNetwork(target) {
  const { hostname, port } = new URL(target);
  const network = { requests: [], fault: 'none', delay: 0, authorizations: [] };
  const server = http.createServer(async (request, response) => {
    network.requests.push(`${request.method} ${request.url.split('?')[0]}`);
    network.authorizations.push(request.headers.authorization ?? '');
    response.on('error', () => {});
    request.on('error', () => {});
    if (network.delay > 0) await new Promise((resolve) => { setTimeout(resolve, network.delay); });
    if (!faults[network.fault](request, response)) return;
    const onward = http.request({ hostname, port, agent: false, method: request.method, path: request.url, headers: request.headers, setHost: false }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      if (request.method === 'HEAD') response.end();
      else answer.pipe(response);
    });
    // Swift sends a body after HEAD, which is an error to Node.js alone.
    onward.on('error', () => { if (!response.writableEnded) response.destroy(); });
    request.pipe(onward);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  network.endpoint = `http://127.0.0.1:${server.address().port}`;
  network.stop = () => { server.closeAllConnections(); server.close(); };
  return network;
}
