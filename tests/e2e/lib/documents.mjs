// SPDX-License-Identifier: GPL-3.0-or-later
// An https server on this computer that has the metadata documents of clients.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { join } from 'node:path';

/** An authority in a folder, and a certificate for localhost that it signed. */
export function makeAuthority(directory) {
  const file = (name) => join(directory, name);
  const openssl = (...flags) => execFileSync('openssl', flags, { stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...key, '-keyout', file('ca.key'), '-out', file('ca.pem'), '-subj', '/CN=Documents',
    '-addext', 'basicConstraints=critical,CA:TRUE');
  openssl('req', '-x509', ...key, '-keyout', file('host.key'), '-out', file('host.pem'), '-subj', '/CN=localhost', '-CA', file('ca.pem'),
    '-CAkey', file('ca.key'), '-addext', 'subjectAltName=DNS:localhost', '-addext', 'basicConstraints=CA:FALSE');
  return { caFile: file('ca.pem'), cert: readFileSync(file('host.pem')), key: readFileSync(file('host.key')) };
}

/**
 * Starts it. answer(request, response) sends what is not a plain document; publish(path, changes) adds a good one with some members
 * changed and returns its URL; requests() counts.
 */
export async function startDocuments({ cert, key }, redirectUri, answer) {
  const documents = new Map();
  let requests = 0;
  const server = https.createServer({ cert, key }, (request, response) => {
    requests += 1;
    const document = documents.get(request.url);
    if (!document) return answer(request, response);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(document));
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  const origin = `https://localhost:${server.address().port}`;
  return {
    origin,
    requests: () => requests,
    publish(path, changes = {}) {
      const client_id = origin + path;
      documents.set(path, {
        client_id, client_name: 'Documented client', redirect_uris: [redirectUri], token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'], ...changes });
      return client_id;
    },
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}
