// SPDX-License-Identifier: GPL-3.0-or-later
// The official MCP clients behind one small face, so that one story can be told with each of them.
import { randomUUID } from 'node:crypto';
import * as v2 from '@modelcontextprotocol/client';
import { UnauthorizedError as V1UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client as V1Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as V1Transport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

/** Keeps a client's OAuth data in memory. Client ID and secret are given, as an administrator hands them out. */
export class MemoryProvider {
  constructor({ clientId, clientSecret, redirectUri }) {
    this.redirectUrl = redirectUri;
    this.information = { client_id: clientId, client_secret: clientSecret };
    this.clientMetadata = {
      client_name: 'Mail MCP end-to-end test', redirect_uris: [redirectUri], response_types: ['code'],
      grant_types: ['authorization_code', 'refresh_token'], token_endpoint_auth_method: 'client_secret_post',
    };
  }
  clientInformation() { return this.information; }
  tokens() { return this.stored; }
  saveTokens(tokens) { this.stored = tokens; }
  state() { return (this.sentState = randomUUID()); }
  saveCodeVerifier(verifier) { this.verifier = verifier; }
  codeVerifier() { return this.verifier; }
  saveDiscoveryState(state) { this.discovery = state; }
  discoveryState() { return this.discovery; }
  redirectToAuthorization(url) { this.authorizationUrl = url; }
}

/** A client that brings no client ID: it has a document of its own, or registers itself. */
export class SelfIntroducedProvider extends MemoryProvider {
  constructor({ redirectUri, clientMetadataUrl }) {
    super({ redirectUri });
    this.information = undefined;
    this.clientMetadataUrl = clientMetadataUrl;
    this.clientMetadata.token_endpoint_auth_method = 'none';
  }
  saveClientInformation(information) { this.information = information; }
}

const identity = { name: 'mail-mcp-e2e', version: '1.0.0' };

function withClient2(mode) {
  const transport = (url, provider) => new v2.StreamableHTTPClientTransport(new URL(url), { authProvider: provider });
  return {
    isUnauthorized: (error) => error instanceof v2.UnauthorizedError,
    finish: (url, provider, parameters) => transport(url, provider).finishAuth(parameters),
    async connect(url, provider) {
      const client = new v2.Client(identity, { versionNegotiation: { mode } });
      await client.connect(transport(url, provider));
      return { client, version: client.getNegotiatedProtocolVersion(), server: client.getServerVersion() };
    },
  };
}

const withSdk1 = {
  isUnauthorized: (error) => error instanceof V1UnauthorizedError,
  finish: (url, provider, parameters) => new V1Transport(new URL(url), { authProvider: provider }).finishAuth(parameters.get('code')),
  async connect(url, provider) {
    const client = new V1Client(identity);
    const transport = new V1Transport(new URL(url), { authProvider: provider });
    await client.connect(transport);
    return { client, version: transport.protocolVersion, server: client.getServerVersion() };
  },
};

/** Name, expected protocol version and driver of each client. */
export const clients = [
  { name: '@modelcontextprotocol/client 2.4.0, pinned', version: '2026-07-28', driver: withClient2({ pin: '2026-07-28' }) },
  { name: '@modelcontextprotocol/client 2.4.0, legacy', version: '2025-11-25', driver: withClient2('legacy') },
  { name: '@modelcontextprotocol/sdk 1.32.2', version: '2025-11-25', driver: withSdk1 },
];
