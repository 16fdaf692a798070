// SPDX-License-Identifier: GPL-3.0-or-later
// What the known clients do, from the first request without a token to their tools and a renewed token, as recordings in handshakes/.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makeAuthority, startDocuments } from './lib/documents.mjs';
import { replay } from './lib/replay.mjs';
import { freshDirectory, startStack } from './lib/stack.mjs';

const folder = join(import.meta.dirname, 'handshakes');
const recordings = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => ({ name, ...JSON.parse(readFileSync(join(folder, name), 'utf8')) }));

describe('recorded clients', () => {
  let stack, documents;
  before(async () => {
    const authority = makeAuthority(freshDirectory('handshakes-authority'));
    documents = await startDocuments(authority, 'http://localhost/callback', (_, response) => response.writeHead(404).end());
    const env = { ALLOWED_ORIGINS: 'http://localhost:6274', DEVELOPMENT_CLIENT_CA_FILE: authority.caFile };
    stack = await startStack('handshakes', { defaultMailServers: true, env });
  });
  after(async () => {
    await documents?.close();
    stack?.stop();
  });

  test('there are recordings of all of them', () => {
    for (const client of ['claude-static', 'claude-document', 'claude-code', 'chatgpt', 'vscode', 'cursor', 'inspector']) {
      assert.ok(recordings.some(({ name }) => name.startsWith(client)), client);
    }
  });

  for (const recording of recordings) {
    test(recording.client, async () => {
      const known = {
        static: () => ({ CLIENT_ID: stack.client_id, CLIENT_SECRET: stack.client_secret,
          BASIC: Buffer.from([stack.client_id, stack.client_secret].map(encodeURIComponent).join(':')).toString('base64') }),
        document: () => ({ CLIENT_ID: documents.publish(`/${recording.name}`, recording.document) }),
        dynamic: () => ({}),
      }[recording.registration]();
      await replay(recording, stack, known);
    });
  }

  test('no answer was a 5xx', () => assert.doesNotMatch(stack.serverLog(), /status="5\d\d"/));
});
