// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that go on however often a server behind a proxy dies, and what they saw. A request that was under way at a process when that
// was killed is "cut": nobody can save it, and its client asks again. Every other request that comes to nothing is "lost".
import { randomUUID } from 'node:crypto';
import { sleep } from './daemon.mjs';
import { bearer, callMcp, openForm, pkcePair, redeem, refresh, request, sendForm } from './oauth.mjs';

const MOST_TRIES = 40;
const PAUSE = 100;
/** Requests that were sent so shortly after the end may have met a connection whose end the proxy had not seen yet. */
const LEEWAY = 50;
const fromTheProxy = (status) => status === 502 || status === 504;
const SCOPES = ['mail.send'];
/** One mail server takes 60 logins at once and then one a second, from all processes together. */
const LOGIN_LASTS = 7000;
const THIEF_WAITS = 4000;

export class Load {
  constructor(stack) {
    this.stack = stack;
    this.kills = [];
    this.lost = [];
    this.failedLogins = [];
    this.redeemedTwice = [];
    this.sent = new Set(); // subjects of which success was reported
    this.unknown = new Set(); // of which that is not known, and nobody said otherwise
    this.count = { requests: 0, cut: 0, logins: 0, refreshes: 0, reads: 0, sends: 0, duplicates: 0, codes: 0, sessions: 0, downloads: 0 };
    this.latencies = [];
  }

  /** Kills a process; its end takes a while, in which others may still connect. */
  async kill(daemon) {
    const killed = { at: Date.now(), ended: Infinity };
    this.kills.push(killed);
    await daemon.kill();
    killed.ended = Date.now();
  }

  #isCut(began, ended) { return this.kills.some((killed) => began <= killed.ended + LEEWAY && ended >= killed.at); }

  /** Asks until there is an answer of the server. `who` counts the cuts that it has seen. */
  async ask(who, what, question) {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const began = Date.now();
      this.count.requests += 1;
      const answer = await question().catch((error) => ({ status: 0, text: String(error.cause ?? error) }));
      const ended = Date.now();
      this.latencies.push(ended - began);
      if (answer.status !== 0 && !fromTheProxy(answer.status)) return answer;
      if (this.#isCut(began, ended)) {
        this.count.cut += 1;
        who.cuts += 1;
      } else {
        this.lost.push(`${what}: ${answer.status} ${answer.text.slice(0, 200)} after ${ended - began} ms, at ${new Date(began).toISOString()}`);
      }
      await sleep(PAUSE);
    }
    throw new Error(`${what}: no answer in ${MOST_TRIES} tries`);
  }

  /** The whole flow. Forms and codes are good once, so whoever lost the answer to one begins anew, as a person does. */
  async logIn(who) {
    for (;;) {
      const { cuts } = who;
      try {
        const code = await this.#obtainCode(who);
        const answer = await this.ask(who, 'redeeming a code', () => redeem(this.stack, code));
        if (answer.status !== 200) throw new Error(`redeeming a code: ${answer.status} ${answer.text}`);
        this.count.logins += 1;
        return answer.json;
      } catch (error) {
        if (who.cuts === cuts) {
          this.failedLogins.push(`${who.email}: ${error.message}`);
          throw error;
        }
      }
    }
  }

  async #obtainCode(who) {
    const { verifier, challenge } = pkcePair();
    const form = await this.ask(who, 'login page', () => openForm(this.stack, challenge));
    const answer = await this.ask(who, 'login', () => sendForm(this.stack, { ...form, scopes: [...form.scopes, ...SCOPES] }, who));
    if (answer.status !== 303) throw new Error(`login: ${answer.status} ${/<h1>.*?<\/h1>/.exec(answer.text)}`);
    return { verifier, code: new URL(answer.headers.get('location')).searchParams.get('code') };
  }

  async call(who, tokens, name, parameters) {
    const answer = await this.ask(who, name, () => callMcp(this.stack, bearer(tokens.access_token), 'tools/call', { name, arguments: parameters }));
    const result = answer.json?.result;
    if (answer.status !== 200 || !result) throw new Error(`${name}: ${answer.status} ${answer.text}`);
    return result;
  }

  /** Sends a message, and says it again as a client does that has lost the answer: another process has to know that it was sent. */
  async send(who, tokens, recipient) {
    const letter = { to: recipient, subject: `Letter ${randomUUID()}`, text_body: 'Once.', idempotency_key: randomUUID() };
    const { cuts } = who;
    const first = await this.call(who, tokens, 'send_mail_message', letter);
    if (first.isError) {
      if (who.cuts === cuts) throw new Error(`send_mail_message: ${first.content[0].text}`);
      this.unknown.add(letter.subject);
      return;
    }
    this.sent.add(letter.subject);
    this.count.sends += 1;
    const again = await this.call(who, tokens, 'send_mail_message', letter);
    if (again.isError || !again.structuredContent.duplicate) throw new Error(`sent again: ${JSON.stringify(again)}`);
    this.count.duplicates += 1;
  }

  /** Somebody who logs in, reads, sends, refreshes, and begins anew. */
  async mailUser(who, recipient, isOver) {
    while (!isOver()) {
      let tokens = await this.logIn(who);
      for (const until = Date.now() + LOGIN_LASTS; Date.now() < until && !isOver();) {
        const list = await this.call(who, tokens, 'list_mail_messages', { folder: 'INBOX' });
        if (list.isError) throw new Error(`list_mail_messages: ${list.content[0].text}`);
        this.count.reads += 1;
        await this.send(who, tokens, recipient);
        const next = await this.ask(who, 'refresh', () => refresh(this.stack, tokens.refresh_token));
        if (next.status !== 200) throw new Error(`refresh: ${next.status} ${next.text}`);
        this.count.refreshes += 1;
        tokens = next.json;
      }
    }
  }

  /** Somebody who has caught a code, and tries it everywhere at once: together with whom it belongs to, or after them. */
  async codeThief(who, isOver) {
    const redeemed = async (code) => (await this.ask(who, 'redeeming a code', () => redeem(this.stack, code))).status === 200;
    for (let turn = 0; !isOver(); turn += 1) {
      const { cuts } = who;
      try {
        const code = await this.#obtainCode(who);
        const wasGood = turn % 2 === 0 && await redeemed(code);
        if (turn % 2 === 0 && !wasGood) throw new Error('a code was good for nobody');
        const answers = await Promise.all(Array.from({ length: 6 }, () => redeemed(code)));
        if (answers.filter((isGood) => isGood).length + (wasGood ? 1 : 0) > 1) this.redeemedTwice.push(code.code.slice(-12));
        this.count.codes += 1;
      } catch (error) {
        if (who.cuts === cuts) throw error;
      }
      await sleep(THIEF_WAITS);
    }
  }

  /** A client of an older revision, whose session every process has to know, and a link that one has made and another serves. */
  async olderClient(who, isOver) {
    const tokens = await this.logIn(who);
    const version = '2025-11-25';
    const post = (method, params, session = {}) => this.ask(who, method, () => request(this.stack.mcp_url, { method: 'POST',
      headers: { authorization: bearer(tokens.access_token), 'content-type': 'application/json', accept: 'application/json, text/event-stream', 'mcp-protocol-version': version, ...session },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }) }));
    const begun = await post('initialize', { protocolVersion: version, capabilities: {}, clientInfo: { name: 'load', version: '1' } });
    const session = { 'mcp-session-id': begun.headers.get('mcp-session-id') };
    const found = await this.call(who, tokens, 'search_mail_messages', { folder: 'INBOX', query: 'SUBJECT "Chart and figures"' });
    const message = await this.call(who, tokens, 'get_mail_message', { folder: 'INBOX', uid: found.structuredContent.uids[0] });
    const { url } = message.structuredContent.attachments.find(({ filename }) => filename === 'figures.csv');
    while (!isOver()) {
      const answer = await post('tools/list', {}, session);
      if (answer.status !== 200) throw new Error(`a session was forgotten: ${answer.status} ${answer.text}`);
      this.count.sessions += 1;
      const download = await this.ask(who, 'download', () => request(url));
      if (download.status !== 200 || !download.text.includes('october,42')) throw new Error(`download: ${download.status} ${download.text}`);
      this.count.downloads += 1;
    }
  }

  percentile(share) { return [...this.latencies].sort((a, b) => a - b)[Math.floor((this.latencies.length - 1) * share)]; }
}
