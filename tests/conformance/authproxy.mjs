// SPDX-License-Identifier: GPL-3.0-or-later
// Adds a bearer token to every request, because the conformance suite cannot send one.
// usage: node authproxy.mjs LISTEN_PORT TARGET_ORIGIN TOKEN      (port 0 takes a free one)
import http from 'node:http';

const [listenPort, targetOrigin, token] = process.argv.slice(2);
const target = new URL(targetOrigin);

const proxy = http.createServer((request, response) => {
  const headers = { ...request.headers, authorization: `Bearer ${token}` };
  // Our own name becomes the target's; a foreign Host or Origin passes, for the rebinding tests.
  const { port } = proxy.address();
  if ([`localhost:${port}`, `127.0.0.1:${port}`].includes(headers.host)) {
    headers.host = target.host;
    if (headers.origin) headers.origin = target.origin;
  }
  const upstream = http.request(
    { hostname: target.hostname, port: target.port, path: request.url, method: request.method, headers },
    (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
  upstream.on('error', (error) => {
    if (!response.headersSent) response.writeHead(502);
    response.end(String(error));
  });
  response.on('close', () => upstream.destroy()); // a client that leaves cancels its request
  request.pipe(upstream);
});
proxy.listen(Number(listenPort), '127.0.0.1', () => console.log(`http://localhost:${proxy.address().port}/mcp`));
