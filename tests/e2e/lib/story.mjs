// SPDX-License-Identifier: GPL-3.0-or-later
// The story that the product exists for: a client without a token discovers the server, its user logs in through the
// browser, and the assistant reads real mail. Told as steps, for the test to check and for "./dev demo" to show.
import assert from 'node:assert/strict';
import { listenForCallback } from './callback.mjs';
import { logIn, openLoginPage } from './browser.mjs';
import { MemoryProvider } from './clients.mjs';

/** Calls a tool and returns its structured result; a tool error fails with the tool's own words. */
export async function callTool(session, name, parameters = {}) {
  const result = await session.client.callTool({ name, arguments: parameters });
  assert.ok(!result.isError, `${name} failed: ${result.content?.[0]?.text}`);
  assert.ok(result.structuredContent, `${name} returned no structuredContent`);
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent, 'the text is the same JSON');
  return result.structuredContent;
}

/** The one message of a folder with this Message-ID, as get_mail_message returns it. */
export async function readKnown(session, entry) {
  const id = entry.message_id.slice(1, -1);
  const found = await callTool(session, 'search_mail_messages', { folder: entry.folder, query: `HEADER Message-ID ${id}` });
  assert.equal(found.count, 1, `one message has the Message-ID ${id}`);
  return callTool(session, 'get_mail_message', { folder: entry.folder, uid: found.uids[0] });
}

/** Goes through OAuth in the browser until the client holds tokens. tell(title, details) is called after each step. */
export async function obtainTokens({ stack, driver, browser, user, tell }) {
  const callback = await listenForCallback();
  try {
    const provider = new MemoryProvider({ clientId: stack.client_id, clientSecret: stack.client_secret, redirectUri: callback.redirectUri });

    const refused = await fetch(stack.mcp_url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    assert.equal(refused.status, 401);
    const challenge = refused.headers.get('www-authenticate');
    assert.match(challenge, /^Bearer /);
    tell('Without a token the server answers 401 and says where to learn more', { 'WWW-Authenticate': challenge });

    const metadataUrl = /resource_metadata="([^"]+)"/.exec(challenge)[1];
    const resource = await (await fetch(metadataUrl)).json();
    assert.equal(resource.resource, stack.mcp_url);
    const [issuer] = resource.authorization_servers;
    assert.equal(issuer, stack.base_url);
    const metadata = await (await fetch(`${issuer}/.well-known/oauth-authorization-server`)).json();
    assert.equal(metadata.issuer, issuer);
    assert.deepEqual(metadata.code_challenge_methods_supported, ['S256']);
    tell('Two metadata documents name the authorization server and its endpoints', {
      [metadataUrl]: `authorization server ${issuer}`, authorize: metadata.authorization_endpoint, token: metadata.token_endpoint });

    await assert.rejects(driver.connect(stack.mcp_url, provider), driver.isUnauthorized);
    const authorizationUrl = provider.authorizationUrl;
    assert.equal(authorizationUrl.searchParams.get('code_challenge_method'), 'S256');
    assert.equal(authorizationUrl.searchParams.get('resource'), stack.mcp_url);
    tell('The client finds all of that by itself and sends its user to the login page', {
      'login page': `${authorizationUrl.origin}${authorizationUrl.pathname}`, scope: authorizationUrl.searchParams.get('scope') });

    const { context, page, complaints, status } = await openLoginPage(browser, authorizationUrl);
    assert.equal(status, 200);
    page.removeAllListeners('request');
    await logIn(page, { email: user.email, username: user.username, password: user.password });
    const parameters = await callback.parameters;
    await context.close();
    assert.deepEqual(complaints, []);
    assert.equal(parameters.get('state'), provider.sentState);
    assert.equal(parameters.get('iss'), issuer);
    assert.ok(parameters.get('code'));
    tell(`${user.email} types the mailbox password into Chromium; both servers accept it; the browser returns with a code`, {
      'sent back to': callback.redirectUri, code: `${parameters.get('code').slice(0, 24)}… (${parameters.get('code').length} characters, good once, for a minute)` });

    await driver.finish(stack.mcp_url, provider, parameters);
    assert.ok(provider.stored.access_token && provider.stored.refresh_token);
    assert.equal(provider.stored.token_type.toLowerCase(), 'bearer');
    tell('The client exchanges the code for tokens', {
      access: `${provider.stored.access_token.slice(0, 24)}… for ${provider.stored.expires_in} seconds`, scope: provider.stored.scope });
    return provider;
  } finally {
    await callback.close();
  }
}

/** From nothing to read mail, as alice. Everything that a correct server shows is checked on the way. */
export async function tellStory({ stack, client, browser, tell }) {
  const { driver } = client;
  const provider = await obtainTokens({ stack, driver, browser, user: stack.alice, tell });

  let session = await driver.connect(stack.mcp_url, provider);
  assert.equal(session.version, client.version);
  tell(`The client is connected, speaking MCP ${session.version}`, { server: `${session.server?.name} ${session.server?.version}` });

  const { tools } = await session.client.listTools();
  const names = tools.map((tool) => tool.name);
  for (const name of ['list_mailboxes', 'list_mail_messages', 'get_mail_message', 'search_mail_messages']) assert.ok(names.includes(name), name);
  tell('It asks which tools there are', { tools: names.join(', ') });

  const { mailboxes } = await callTool(session, 'list_mailboxes');
  for (const [path, counts] of Object.entries(stack.folders)) {
    const mailbox = mailboxes.find((candidate) => candidate.path === path);
    assert.ok(mailbox, `list_mailboxes shows ${path}`);
    assert.equal(mailbox.messages, counts.messages, `messages in ${path}`);
    assert.equal(mailbox.unseen, counts.unseen, `unseen in ${path}`);
  }
  for (const role of ['inbox', 'drafts', 'sent', 'junk', 'trash', 'archive']) {
    assert.equal(mailboxes.filter((mailbox) => mailbox.role === role).length, 1, `one mailbox is ${role}`);
  }
  tell('list_mailboxes', Object.fromEntries(mailboxes.map((m) => [m.path, `${m.messages} messages, ${m.unseen} unread${m.role ? `, ${m.role}` : ''}`])));

  const first = await callTool(session, 'list_mail_messages', { folder: 'INBOX', per_page: 30 });
  assert.equal(first.total, stack.folders.INBOX.messages);
  assert.equal(first.messages.length, 30);
  const japanese = stack.known('iso-2022-jp');
  const listed = first.messages.find((message) => message.message_id?.includes('iso-2022-jp@'));
  assert.equal(listed?.subject, japanese.subject);
  const uids = first.messages.map((message) => message.uid);
  assert.deepEqual(uids, uids.toSorted((a, b) => b - a), 'newest first');
  const second = await callTool(session, 'list_mail_messages', { folder: 'INBOX', page: 2, per_page: 30 });
  assert.ok(second.messages.every((message) => message.uid < uids.at(-1)), 'the second page goes on where the first ends');
  tell('list_mail_messages, INBOX, the newest of page 1', Object.fromEntries(first.messages.slice(0, 12).map((m) => [`uid ${m.uid}`, m.subject || '(no subject)'])));
  assert.equal((await callTool(session, 'list_mail_messages', { folder: 'Newsletter', page: 7, per_page: 20 })).messages.length, 10, 'the last page of 130');
  assert.equal((await callTool(session, 'list_mail_messages', { folder: 'Empty' })).total, 0);

  for (const key of ['koi8-r-8bit', 'koi8-r-base64', 'koi8-r-quoted-printable']) {
    const entry = stack.known(key);
    const message = await readKnown(session, entry);
    assert.equal(message.headers.subject, entry.subject);
    for (const fragment of entry.text) assert.ok(message.text_body.includes(fragment), `${key}: ${fragment}`);
    if (key === 'koi8-r-8bit') tell('get_mail_message: a Russian letter in KOI8-R arrives as UTF-8', { subject: message.headers.subject, text: message.text_body.trim() });
  }
  const offer = await readKnown(session, stack.known('rfc2231-file-name'));
  const [expected] = stack.known('rfc2231-file-name').attachments;
  assert.equal(offer.attachments.length, 1);
  assert.equal(offer.attachments[0].filename, expected.filename);
  assert.equal(offer.attachments[0].content_type, expected.content_type);
  tell('get_mail_message: an attachment whose name is encoded after RFC 2231', { attachment: offer.attachments[0].filename });

  const bill = await readKnown(session, stack.known('rechnung-117'));
  assert.equal(bill.headers.subject, stack.known('rechnung-117').subject);
  tell('get_mail_message: from the mailbox "Entwürfe & Rechnungen"', { subject: bill.headers.subject, attachments: bill.attachments.map((a) => a.filename).join(', ') });

  const cyrillic = await callTool(session, 'search_mail_messages', { folder: 'INBOX', query: 'BODY "Билеты лежат"' });
  assert.equal(cyrillic.count, 1);
  const unseen = await callTool(session, 'search_mail_messages', { folder: 'INBOX', query: 'UNSEEN' });
  assert.equal(unseen.count, stack.folders.INBOX.unseen, 'reading marks nothing as read');
  tell('search_mail_messages', { 'BODY "Билеты лежат"': `uid ${cyrillic.uids}`, UNSEEN: `${unseen.count} messages` });
  await session.client.close();

  const before = provider.stored;
  provider.stored = { ...before, access_token: `${before.access_token.slice(0, -8)}AAAAAAAA` };
  session = await driver.connect(stack.mcp_url, provider);
  await callTool(session, 'list_mailboxes');
  await session.client.close();
  assert.notEqual(provider.stored.access_token, before.access_token);
  assert.notEqual(provider.stored.refresh_token, before.refresh_token, 'refresh tokens rotate');
  tell('The access token is no longer good: the client refreshes it by itself and goes on', {
    'new access token': `${provider.stored.access_token.slice(0, 24)}…` });
  return provider;
}
