// SPDX-License-Identifier: GPL-3.0-or-later
// What the known clients do, from the first request without a token to their tools and a renewed token, as recordings in handshakes/.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { replay } from './lib/replay.mjs';
import { request } from './lib/oauth.mjs';
import { freshDirectory, startStack } from './lib/stack.mjs';

const folder = join(import.meta.dirname, 'handshakes');
const recordings = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => ({ name, ...JSON.parse(readFileSync(join(folder, name), 'utf8')) }));
const documentsHelper = join(import.meta.dirname, 'lib', 'documents.mjs');

describe('recorded clients', () => {
  let stack, documents, introducesThemselves;
  before(async () => {
    const env = { ALLOWED_ORIGINS: 'http://localhost:6274' };
    if (existsSync(documentsHelper)) {
      const { makeAuthority, startDocuments } = await import(documentsHelper);
      const authority = makeAuthority(freshDirectory('handshakes-authority'));
      env.DEVELOPMENT_CLIENT_CA_FILE = authority.caFile;
      documents = await startDocuments(authority, 'http://localhost/callback', (_, response) => response.writeHead(404).end());
    }
    stack = await startStack('handshakes', { defaultMailServers: true, env });
    const metadata = (await request(`${stack.base_url}/.well-known/oauth-authorization-server`)).json;
    introducesThemselves = metadata.registration_endpoint !== undefined;
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
    test(recording.client, async (context) => {
      if (recording.registration !== 'static' && !introducesThemselves) return context.skip('this server takes no clients that introduce themselves');
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
