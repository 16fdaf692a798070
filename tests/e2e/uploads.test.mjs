// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are put to upload links: taken as they come, in little memory, and refused before or while they come.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { measuresMemory } from './lib/daemon.mjs';
import { bearer, callMcp, obtainTokens, request } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

const MIB = 1024 * 1024;

describe('uploads', () => {
  let stack, alice;

  const linkFor = async (filename, type) => {
    const parameters = type ? { filename, content_type: type } : { filename };
    const { result } = (await callMcp(stack, alice, 'tools/call', { name: 'create_attachment_upload', arguments: parameters })).json;
    assert.ok(!result.isError, result.content?.[0].text);
    return result.structuredContent.url;
  };
  const spool = () => join(stack.directory, 'uploads');
  const files = () => (existsSync(spool()) ? readdirSync(spool()) : []);
  const onDisk = () => files().reduce((bytes, name) => bytes + statSync(join(spool(), name)).size, 0);
  const eventually = async (isTrue, what) => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await isTrue()) return;
      await sleep(50);
    }
    assert.fail(what);
  };

  /** A client that sends exactly these bytes, and collects what comes back. */
  const connect = (head) => {
    const { hostname, port } = new URL(stack.base_url);
    const socket = net.connect(Number(port), hostname);
    const client = { socket, received: '', closed: false };
    socket.on('data', (bytes) => { client.received += bytes.toString('latin1'); });
    socket.on('error', () => {});
    socket.on('close', () => { client.closed = true; });
    socket.write(head);
    return client;
  };
  const headFor = (url, fields) => `PUT ${new URL(url).pathname} HTTP/1.1\r\nHost: ${new URL(url).host}\r\n${fields}\r\n\r\n`;

  before(async () => {
    stack = await startStack('uploads', { env: { MAX_UPLOAD_SIZE: String(210 * MIB), MAX_UPLOADED_PER_MAILBOX: String(220 * MIB), HTTP_MAX_BUFFERED_BODIES: String(8 * MIB), HTTP_MAX_BUFFERED_BODIES_PER_ADDRESS: String(8 * MIB) }, logLevel: 'INFO' });
    alice = bearer((await obtainTokens(stack, stack.alice, ['mail.send'])).access_token);
  });
  after(() => stack?.stop());

  test('200 MB are taken as they come, and the daemon stays small', { skip: !measuresMemory && 'the address sanitizer has a memory of its own' }, async () => {
    const resident = () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${stack.pids.server}/status`, 'utf8'))[1]);
    assert.equal((await request(await linkFor('warm.bin'), { method: 'PUT', body: randomBytes(MIB) })).status, 201);
    const url = await linkFor('large.bin');
    const piece = randomBytes(MIB);
    const before = resident();
    let most = 0;
    const body = new ReadableStream({
      sent: 0,
      pull(controller) {
        most = Math.max(most, resident());
        if (this.sent === 200) return controller.close();
        this.sent += 1;
        return controller.enqueue(piece);
      },
    });
    const started = Date.now();
    const answer = await fetch(url, { method: 'PUT', body, duplex: 'half' });
    assert.equal(answer.status, 201, await answer.clone().text());
    assert.equal((await answer.json()).size, 200 * MIB);
    console.log(`# 200 MiB in ${(Date.now() - started) / 1000} s: ${before} KiB resident before, ${most} KiB at most`);
    assert.ok(most - before < 16 * 1024, `${before} KiB before, ${most} KiB while it came`);
    assert.ok(onDisk() > 200 * MIB);
    const full = await request(await linkFor('more.bin'), { method: 'PUT', body: randomBytes(20 * MIB) });
    assert.equal(full.status, 413, full.text);
    assert.match(full.text, /uploaded for this mailbox/);
  });

  test('a client is told to go on only if its link is good', async () => {
    const good = connect(headFor(await linkFor('a.bin'), 'Content-Length: 3\r\nExpect: 100-continue'));
    await eventually(() => good.received === 'HTTP/1.1 100 Continue\r\n\r\n', good.received);
    good.socket.write('abc');
    await eventually(() => good.closed, good.received);
    assert.match(good.received, /HTTP\/1\.1 201 Created/);
    for (const [fields, status] of [['Content-Length: 3', 404], [`Content-Length: ${300 * MIB}`, 413]]) {
      const bad = connect(headFor(`${stack.base_url}/attachments/no-link`, `${fields}\r\nExpect: 100-continue`));
      // Without a link there is only room for what any request may have; such a body is read before it is refused.
      if (status === 404) bad.socket.write('abc');
      await eventually(() => bad.closed || bad.received.includes(` ${status} `), bad.received);
      assert.match(bad.received, new RegExp(`HTTP/1\\.1 ${status} `));
      bad.socket.destroy();
    }
    const tooLarge = connect(headFor(await linkFor('b.bin'), `Content-Length: ${300 * MIB}\r\nExpect: 100-continue`));
    await eventually(() => tooLarge.closed, tooLarge.received);
    assert.match(tooLarge.received, /^HTTP\/1\.1 413 /);
  });

  test('a file is what it was declared to be, or nothing was declared', async () => {
    const page = '<!DOCTYPE html><html><body><script>alert(1)</script></body></html>';
    // As office programs write them: an archive, with the list of its parts first.
    const docx = execFileSync('python3', ['-c', `
import io, sys, zipfile
file = io.BytesIO()
with zipfile.ZipFile(file, 'w', zipfile.ZIP_DEFLATED) as archive:
    for name in ('[Content_Types].xml', '_rels/.rels', 'word/document.xml'):
        archive.writestr(name, '<?xml version="1.0"?><x/>')
sys.stdout.buffer.write(file.getvalue())`]);
    const before = files().length;
    for (const [name, type, body, status, found] of [
      ['holiday.png', undefined, page, 415],
      ['invoice.pdf', undefined, readFileSync('/bin/true'), 415],
      ['song.mp3', 'audio/mpeg', '#!/bin/sh\nrm -rf "$HOME"\n', 415],
      ['page.html', undefined, page, 201, 'text/html'],
      ['report.docx', undefined, docx, 201, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['notes.txt', undefined, 'caf\u00e9 \u2603', 201, 'text/plain'],
      ['unknown', undefined, '%PDF-1.4\n%\u00e2\u00e3', 201, 'application/pdf'],
    ]) {
      const answer = await request(await linkFor(name, type), { method: 'PUT', body });
      assert.equal(answer.status, status, `${name}: ${answer.text}`);
      if (found) assert.equal(answer.json.content_type, found, name);
      else assert.match(answer.text, /looks like .* Nothing was stored/);
    }
    assert.equal(files().length, before + 4);
  });

  test('nothing is left of a file that breaks off', async () => {
    const kept = files().length;
    const client = connect(headFor(await linkFor('half.bin'), `Content-Length: ${10 * MIB}`));
    client.socket.write(randomBytes(5 * MIB));
    await eventually(() => files().some((name) => name.startsWith('new.')), 'it is written while it comes');
    client.socket.destroy();
    await eventually(() => files().length === kept, `${files()}`);
  });

  test('what breaks a rule of HTTP is refused, and nothing behind it is a request', async () => {
    const second = `GET /health HTTP/1.1\r\nHost: ${new URL(stack.base_url).host}\r\n\r\n`;
    for (const [content, status] of [
      ['3\r\nabc\r\n0\r\n\r\n', 201],
      ['3\r\nabc\r\n0\r\nX-Trailer: 1\r\n\r\n', 400],
      ['3\r\nabcd\r\n0\r\n\r\n', 400],
      ['fffffff\r\n', 413],
      ['ffffffffff\r\n', 400],
    ]) {
      const client = connect(headFor(await linkFor('c.bin'), 'Transfer-Encoding: chunked') + content + second);
      await eventually(() => client.closed, client.received);
      assert.match(client.received, new RegExp(`^HTTP/1\\.1 ${status} `), content);
      assert.equal(client.received.split('HTTP/1.1 ').length, 2, 'there is one answer');
    }
  });
});
