// SPDX-License-Identifier: GPL-3.0-or-later
// Plays what a client of MCP does, request by request, and holds the answers against what that client needs. The recordings are in
// tests/e2e/handshakes: each step has a request (or a login), what is expected, and what is kept of the answer for later steps.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { passAddressStep, pkcePair, readForm, request, sendForm } from './oauth.mjs';

/** {{NAME}} in any text of a recording stands for a value. */
function filled(template, values) {
  if (typeof template === 'string') {
    return template.replace(/\{\{(\w+)\}\}/g, (_, name) => {
      assert.ok(values[name] !== undefined, `nothing was kept as ${name}`);
      return values[name];
    });
  }
  if (Array.isArray(template)) return template.map((item) => filled(item, values));
  if (template === null || typeof template !== 'object') return template;
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, filled(value, values)]));
}

/**
 * What is expected is part of what is there: of an object the named members, of a list exactly its items, or with {"$some": item} one of
 * them. A text between slashes is a pattern.
 */
function assertHas(actual, expected, where) {
  const pattern = typeof expected === 'string' && /^\/(.+)\/(i?)$/.exec(expected);
  if (pattern) return assert.match(String(actual), new RegExp(pattern[1], pattern[2]), where);
  if (expected?.$some !== undefined) {
    assert.ok(Array.isArray(actual), `${where} is a list`);
    const fits = (item) => { try { assertHas(item, expected.$some, where); return true; } catch { return false; } };
    return assert.ok(actual.some(fits), `${where} has ${JSON.stringify(expected.$some)}: ${JSON.stringify(actual).slice(0, 500)}`);
  }
  if (expected === null || typeof expected !== 'object') return assert.equal(actual, expected, where);
  assert.ok(actual !== null && typeof actual === 'object', `${where} is ${JSON.stringify(expected)}: ${JSON.stringify(actual)}`);
  if (Array.isArray(expected)) assert.equal(actual.length, expected.length, where);
  for (const [name, value] of Object.entries(expected)) assertHas(actual[name], value, `${where}.${name}`);
  return undefined;
}

function assertAnswer(answer, expect) {
  assert.equal(answer.status, expect.status, answer.text);
  for (const [name, value] of Object.entries(expect.headers ?? {})) assertHas(answer.headers.get(name), value, name);
  for (const name of expect.absent ?? []) assert.equal(answer.headers.get(name), null, name);
  if (expect.text !== undefined) assert.equal(answer.text, expect.text);
  if (expect.json) assertHas(answer.json, expect.json, 'the answer');
}

/** A stream is opened and left again; it would not end by itself. */
async function openStream(url, headers) {
  const leaving = new AbortController();
  const response = await fetch(url, { headers, signal: leaving.signal });
  leaving.abort();
  return { status: response.status, headers: response.headers, text: '' };
}

async function send({ method, url, headers, json, form }) {
  if (method === 'GET' && headers.accept === 'text/event-stream') return openStream(url, headers);
  const body = json === undefined ? form && new URLSearchParams(form) : JSON.stringify(json);
  return request(url, { method, headers, body });
}

/** The part of the user: opens the page, names the address where it is asked for, types the password, and is sent back. */
async function logIn(stack, parameters, introducesItself, state) {
  const url = new URL(`${stack.base_url}/oauth/authorize`);
  url.search = new URLSearchParams(parameters);
  let form = readForm(await request(url));
  assert.equal(form.status, 200, form.text);
  if (introducesItself) form = await passAddressStep(stack, form, stack.alice);
  const answer = await sendForm(stack, form, stack.alice);
  assert.equal(answer.status, 303, answer.text);
  const location = answer.headers.get('location');
  const [address, query] = [location.slice(0, location.indexOf('?')), new URLSearchParams(location.slice(location.indexOf('?')))];
  assert.equal(address, parameters.redirect_uri);
  assert.deepEqual([query.get('state'), query.get('iss'), query.get('error')], [state, stack.base_url, null]);
  return query.get('code');
}

/** client: what is known of the client beforehand, {CLIENT_ID, CLIENT_SECRET}. */
export async function replay(recording, stack, client) {
  const values = { BASE: stack.base_url, MCP: stack.mcp_url, ...client };
  for (const step of recording.steps) {
    try {
      if (step.login) {
        const { verifier, challenge } = pkcePair();
        Object.assign(values, { VERIFIER: verifier, CHALLENGE: challenge, STATE: randomBytes(24).toString('base64url') });
        values.CODE = await logIn(stack, filled(step.login, values), recording.registration !== 'static', values.STATE);
        continue;
      }
      const answer = await send(filled(step.request, values));
      assertAnswer(answer, filled(step.expect, values));
      for (const [name, { header, pattern, json }] of Object.entries(step.keep ?? {})) {
        values[name] = json ? answer.json[json] : new RegExp(pattern).exec(answer.headers.get(header))[1];
      }
    } catch (error) {
      error.message = `${recording.client} ${step.does}: ${error.message}`;
      throw error;
    }
  }
}
