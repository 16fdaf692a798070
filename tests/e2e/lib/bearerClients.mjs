// SPDX-License-Identifier: GPL-3.0-or-later
// The official MCP clients with a token that they have from elsewhere, each in every way in which it can begin.
import * as v2 from '@modelcontextprotocol/client';
import { Client as V1Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as V1Transport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema, ResourceUpdatedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { bearer } from './oauth.mjs';

const identity = { name: 'mail-mcp-e2e', version: '1.0.0' };
const capabilities = (answer) => ({ capabilities: answer ? { elicitation: { form: {} } } : {} });

function withClient2(mode) {
  return async (url, token, answer) => {
    const client = new v2.Client(identity, { versionNegotiation: { mode }, ...capabilities(answer) });
    if (answer) client.setRequestHandler('elicitation/create', async ({ params }) => answer(params));
    await client.connect(new v2.StreamableHTTPClientTransport(new URL(url), { authProvider: { token: async () => token } }));
    return {
      client,
      notFound: -32602, // it makes that of the older code, too
      async listen(uri, heard) {
        client.setNotificationHandler('notifications/resources/updated', ({ params }) => heard(params.uri));
        if (client.getProtocolEra() === 'legacy') return void await client.subscribeResource({ uri });
        const { honoredFilter } = await client.listen({ resourceSubscriptions: [uri] });
        if (honoredFilter.resourceSubscriptions?.[0] !== uri) throw new Error(`${uri} is not watched`);
      },
    };
  };
}

async function withSdk1(url, token, answer) {
  const client = new V1Client(identity, capabilities(answer));
  if (answer) client.setRequestHandler(ElicitRequestSchema, async ({ params }) => answer(params));
  await client.connect(new V1Transport(new URL(url), { requestInit: { headers: { authorization: bearer(token) } } }));
  return {
    client,
    notFound: -32002,
    async listen(uri, heard) {
      client.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => heard(params.uri));
      await client.subscribeResource({ uri });
    },
  };
}

/**
 * By name, functions (url, token, answer) that connect. They give {client, notFound, listen}: the code for a resource that there is not, and
 * listen(uri, heard), which subscribes in the way of its revision. With answer(question), the client takes forms.
 */
export const bearerClients = {
  'client 2.4.0, pinned': withClient2({ pin: '2026-07-28' }),
  'client 2.4.0, auto': withClient2('auto'),
  'client 2.4.0, legacy': withClient2('legacy'),
  'sdk 1.32.2': withSdk1,
};
