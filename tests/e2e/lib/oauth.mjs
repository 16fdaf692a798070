// SPDX-License-Identifier: GPL-3.0-or-later
// OAuth by hand: every request as a test wants it, and nothing done on its own.
import { createHash, randomBytes } from 'node:crypto';

export const REDIRECT_URI = 'http://127.0.0.1:8765/callback';

export function pkcePair() {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** fetch that follows no redirect and reads the body as text, and as JSON where it is. */
export async function request(url, options = {}) {
  const response = await fetch(url, { redirect: 'manual', ...options });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

/** The authorization URL; a value of undefined in changes leaves a parameter out. */
export function authorizationUrl(stack, challenge, changes = {}) {
  const parameters = {
    response_type: 'code', client_id: stack.client_id, redirect_uri: REDIRECT_URI, state: 'st-123',
    code_challenge: challenge, code_challenge_method: 'S256', resource: stack.mcp_url, ...changes,
  };
  const url = new URL(`${stack.base_url}/oauth/authorize`);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.append(name, value);
  return url;
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' };
const unescape = (text) => text.replace(/&(\w+|#\d+);/g, (whole, name) => entities[name] ?? whole);

/** What the form of a page would send untouched: hidden fields, ticked permissions, cookies. */
export function readForm(answer) {
  const inputs = [...answer.text.matchAll(/<input[^>]*>/g)].map(([tag]) => ({
    tag, name: /name="([^"]*)"/.exec(tag)?.[1], value: unescape(/value="([^"]*)"/.exec(tag)?.[1] ?? '') }));
  const hidden = Object.fromEntries(inputs.filter(({ tag }) => tag.includes('type="hidden"')).map(({ name, value }) => [name, value]));
  const scopes = inputs.filter(({ tag, name }) => name === 'scope' && /\schecked\b/.test(tag)).map(({ value }) => value);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  return { ...answer, hidden, scopes, cookies };
}

/** The login page, with its form. */
export async function openForm(stack, challenge, changes) {
  return readForm(await request(authorizationUrl(stack, challenge, changes)));
}

/** The login page behind the one that asks for the e-mail address. */
export async function passAddressStep(stack, form, user) {
  return readForm(await sendForm(stack, { ...form, scopes: [] }, user, { imap_password: '' }));
}

/** Sends the login form, as a browser on our own page would. */
export function sendForm(stack, form, user, changes = {}, headers = {}) {
  const fields = new URLSearchParams({
    ...form.hidden, full_name: 'Alice Example', email: user.email, imap_username: user.username, imap_password: user.password,
    use_same_credentials: '1', ...changes,
  });
  for (const scope of form.scopes) fields.append('scope', scope);
  return request(`${stack.base_url}/oauth/authorize`, {
    method: 'POST',
    headers: { origin: stack.base_url, 'sec-fetch-site': 'same-origin', ...(form.cookies && { cookie: form.cookies }), ...headers },
    body: fields,
  });
}

/**
 * A fresh authorization code for a user, with the verifier that belongs to it. `ticked` are permissions that have to be ticked, `fields` what else
 * the form says: { confirm: '1' } for who wants to be asked before anything is sent or deleted.
 */
export async function obtainCode(stack, user = stack.alice, changes = {}, ticked = [], fields = {}) {
  const { verifier, challenge } = pkcePair();
  const form = await openForm(stack, challenge, changes);
  const answer = await sendForm(stack, { ...form, scopes: [...form.scopes, ...ticked] }, user, fields);
  if (answer.status !== 303) throw new Error(`the login was answered with ${answer.status}`);
  return { verifier, code: new URL(answer.headers.get('location')).searchParams.get('code'), location: new URL(answer.headers.get('location')) };
}

/** POST /oauth/token with the fields as given; undefined leaves one out. */
export function requestToken(stack, fields, headers = {}) {
  const all = { client_id: stack.client_id, client_secret: stack.client_secret, ...fields };
  const body = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== undefined));
  return request(`${stack.base_url}/oauth/token`, { method: 'POST', headers, body });
}

export function redeem(stack, { code, verifier }, changes = {}) {
  return requestToken(stack, {
    grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: REDIRECT_URI, resource: stack.mcp_url, ...changes });
}

export function refresh(stack, refreshToken, changes = {}) {
  return requestToken(stack, { grant_type: 'refresh_token', refresh_token: refreshToken, ...changes });
}

/** Tokens for a user, all the way. */
export async function obtainTokens(stack, user = stack.alice, ticked = [], fields = {}) {
  const answer = await redeem(stack, await obtainCode(stack, user, {}, ticked, fields));
  if (answer.status !== 200) throw new Error(`no tokens: ${answer.status} ${answer.text}`);
  return answer.json;
}

const MODERN = '2026-07-28';
let lastId = 0;

/** Header fields and body of one request of MCP 2026-07-28. authorization is the whole header, or undefined for none. */
export function mcpRequest(authorization, method, params = {}) {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': MODERN,
    'io.modelcontextprotocol/clientInfo': { name: 'mail-mcp-e2e', version: '1.0.0' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  lastId += 1;
  return {
    headers: {
      'content-type': 'application/json', accept: 'application/json, text/event-stream', 'mcp-protocol-version': MODERN, 'mcp-method': method,
      ...(params.name && { 'mcp-name': params.name }), ...(authorization && { authorization }),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: lastId, method, params: { ...params, _meta: meta } }),
  };
}

/** Sends such a request, with other headers if need be; options go to fetch. */
export function callMcp(stack, authorization, method, params = {}, headers = {}, options = {}) {
  const message = mcpRequest(authorization, method, params);
  return request(stack.mcp_url, { ...options, method: 'POST', headers: { ...message.headers, ...headers }, body: message.body });
}

export const bearer = (token) => `Bearer ${token}`;
