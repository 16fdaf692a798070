// SPDX-License-Identifier: GPL-3.0-or-later
// The loopback address to which a native MCP client lets the browser be sent back (RFC 8252 §7.3).
import http from 'node:http';

export async function listenForCallback(path = '/callback') {
  let received;
  const parameters = new Promise((resolve) => { received = resolve; });
  let calls = 0;
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    response.setHeader('connection', 'close');
    if (url.pathname !== path) return response.writeHead(404).end();
    calls += 1;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Done</title><p>You can close this window.');
    received(url.searchParams);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    redirectUri: `http://127.0.0.1:${server.address().port}${path}`,
    parameters,
    calls: () => calls,
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}
