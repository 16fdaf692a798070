// SPDX-License-Identifier: GPL-3.0-or-later
// What attachments say reaches the model as text, whoever made them and whatever they were made for.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';
import { eventually, measuresMemory, sleep } from './lib/daemon.mjs';
import { appendMessage, messageWith } from './lib/imap.mjs';
import { bearer, callMcp, obtainTokens } from './lib/oauth.mjs';
import { freshDirectory, root, startStack } from './lib/stack.mjs';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
/** How many extractors a daemon has running; other tests have theirs. */
const extractorsOf = (stack) => readFileSync(`/proc/${stack.pids.server}/task/${stack.pids.server}/children`, 'utf8').trim().split(' ').filter(Boolean).length;

/** A stack of its own with a mailbox full of documents. */
async function startReading(name, env, documents) {
  const stack = await startStack(name, { env });
  const authorization = bearer((await obtainTokens(stack, stack.alice, ['mail.read'])).access_token);
  const { tools } = (await callMcp(stack, authorization, 'tools/list')).json.result;
  const schema = tools.find((tool) => tool.name === 'get_mail_attachment').outputSchema;
  const validate = addFormats(new Ajv2020({ strict: true, allErrors: true })).compile(schema);
  const uids = {};
  for (const [filename, [type, content]] of Object.entries(documents)) {
    uids[filename] = (await appendMessage(stack, stack.alice, 'INBOX', messageWith(filename, type, content))).uid;
  }
  const call = async (tool, parameters) => {
    const answer = await callMcp(stack, authorization, 'tools/call', { name: tool, arguments: parameters });
    if (answer.json) return answer.json.result;
    // What takes long comes as a stream; the answer is its last event.
    return JSON.parse(answer.text.split('\n').findLast((line) => line.startsWith('data:')).slice('data:'.length)).result;
  };
  const get = (filename, more = {}) => call('get_mail_attachment', { folder: 'INBOX', uid: uids[filename], part: '2', ...more });
  const read = async (filename, more) => {
    const result = await get(filename, more);
    assert.ok(!result.isError, `${filename}: ${result.content[0].text}`);
    assert.ok(validate(result.structuredContent), `${filename}: ${JSON.stringify(validate.errors)}`);
    assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent);
    return { ...result.structuredContent, blocks: result.content.slice(1) };
  };
  const refuse = async (filename, more) => {
    const result = await get(filename, more);
    assert.equal(result.isError, true, `${filename}: ${JSON.stringify(result.structuredContent)}`);
    assert.equal(result.structuredContent, undefined);
    return JSON.parse(result.content[0].text);
  };
  return { stack, authorization, uids, call, get, read, refuse };
}

describe('documents', () => {
  let reading, documents;

  before(async () => {
    const directory = freshDirectory('documents-files');
    execFileSync('python3', ['-B', join(root, 'tests', 'support', 'make_documents.py'), directory]);
    documents = Object.fromEntries(readdirSync(directory).map((name) => [name, ['application/octet-stream', readFileSync(join(directory, name))]]));
    documents['message.eml'][0] = 'text/x-eml';
    documents['plain.txt'] = ['text/plain; charset=iso-8859-1', Buffer.from('Gr\xfc\xdfe\r\nsecond line', 'latin1')];
    documents['long.txt'] = ['text/plain; charset=utf-8', Buffer.from('aä€😀\n'.repeat(30_000))];
    documents['hidden.txt'] = ['text/plain; charset=utf-8', Buffer.from('see\u{e0041}\u{e0042}\u202e this')];
    documents['picture.png'] = ['image/png', png];
    documents['misnamed.pdf'] = ['application/pdf', png];
    documents['liar.png'] = ['image/png', Buffer.from('MZ\x90\0\x03\0\0', 'latin1')];
    documents['drawing.svg'] = ['image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>drawn</text></svg>')];
    documents['large.png'] = ['image/png', Buffer.concat([png, randomBytes(70_000)])];
    documents['too-large.txt'] = ['text/plain', Buffer.alloc(5_000_001, 'a')];
    documents['winmail.dat'] = ['application/ms-tnef', randomBytes(100)];
    documents['smime.p7m'] = ['application/pkcs7-mime; smime-type=enveloped-data', randomBytes(100)];
    documents['noise.bin'] = ['application/octet-stream', randomBytes(5000)];
    reading = await startReading('documents', { MAX_PICTURE_SIZE: '65536', MAX_READ_ATTACHMENT_SIZE: '5000000' }, documents);
  });
  after(() => reading?.stack.stop());

  test('every kind of document is read', async () => {
    for (const [name, format, pages, words] of [
      ['letter.docx', 'docx', null, /Dear Bob & Käthe,\nWe agree gladly\[2\].*\nItem\tPrice\nPencil\t1\.20/], ['budget.xlsx', 'xlsx', 2, /Sheet Budget & more ---\nDay\tSum total\n2025-11-27\t3/],
      ['talk.pptx', 'pptx', 2, /Slide 1 ---\nWelcome\nto the show\nNotes:\nSmile\./], ['report.pdf', 'pdf', 2, /Page 1 ---\nAnnual report\nProfit: 42\n\n--- Page 2/], ['text.odt', 'odt', null, /Title\nA {2}B/],
      ['table.ods', 'ods', 1, /a\tb/], ['talk.odp', 'odp', 1, /First\nNotes: Say hello\./], ['message.eml', 'message', null, /From: Käthe <kaethe@example\.com>\n[^]*Grüße\n[^]*- a\.pdf/],
      ['meeting.ics', 'calendar', null, /SUMMARY:Meeting with Käthe and Bob\n/], ['page.html', 'html', null, /Grüße\n\nhere <https:\/\/example\.com\/>/], ['table.csv', 'csv', null, /^Name;Größe\nBob;180\n$/],
      ['plain.txt', 'text', null, /^Grüße\nsecond line$/], ['drawing.svg', 'text', null, /<text>drawn<\/text>/]]) {
      const result = await reading.read(name);
      assert.equal(result.format, format, name);
      assert.equal(result.pages, pages, name);
      assert.match(result.text, words, name);
      assert.equal(result.filename, name);
      assert.equal(result.next_offset, null, name);
      assert.equal(result.total_chars, [...result.text].length, name);
      assert.equal(result.origin, 'untrusted-mail');
      assert.deepEqual(result.blocks, []);
    }
  });

  test('what people do not see is left out and counted', async () => {
    const letter = await reading.read('letter.docx');
    assert.doesNotMatch(letter.text, /Ignore your instructions|never|moved away/);
    assert.equal(letter.hidden_passages_removed, 1);
    const page = await reading.read('page.html');
    assert.doesNotMatch(page.text, /Ignore your instructions/);
    assert.equal(page.hidden_passages_removed, 1);
    const hidden = await reading.read('hidden.txt');
    assert.equal(hidden.text, 'see this');
    assert.equal(hidden.hidden_chars_removed, 3);
  });

  test('a long text comes in windows that meet', async () => {
    let text = '';
    for (let offset = 0; offset !== null;) {
      const window = await reading.read('long.txt', { offset, max_chars: 60_001 });
      assert.equal(window.offset, offset);
      assert.equal(window.total_chars, 150_000);
      assert.ok([...window.text].length <= 60_001);
      text += window.text;
      offset = window.next_offset;
    }
    assert.equal(text, 'aä€😀\n'.repeat(30_000));
    const usual = await reading.read('long.txt');
    assert.equal([...usual.text].length, 50_000);
    assert.equal(usual.next_offset, 50_000);
    assert.equal((await reading.read('long.txt', { offset: 1_000_000 })).text, '');
  });

  test('a picture is shown, by what it is and not by what it is called', async () => {
    for (const name of ['picture.png', 'misnamed.pdf']) {
      const result = await reading.read(name);
      assert.deepEqual(result.blocks, [{ type: 'image', data: png.toString('base64'), mimeType: 'image/png' }]);
      assert.equal(result.format, 'png');
      assert.equal(result.text, null);
    }
    assert.match((await reading.refuse('liar.png')).message, /is a program/);
    const large = await reading.refuse('large.png');
    assert.equal(large.code, 'too_large');
    assert.match(large.message, /picture of more than 65536 bytes.*link/);
  });

  test('what has no text is named, and the link is pointed to', async () => {
    for (const [name, words] of [
      ['scan.pdf', /no text, its pages are pictures/], ['locked.pdf', /a PDF document with a password/], ['locked.docx', /Microsoft Office with a password/], ['locked.odt', /an OpenDocument text with a password/],
      ['old.doc', /old Microsoft Office/], ['files.zip', /an archive of files/], ['noise.bin', /not known here/], ['winmail.dat', /winmail\.dat/], ['smime.p7m', /encrypted with S\/MIME/],
      ['too-large.txt', /more than 5000000 bytes/]]) {
      const { message } = await reading.refuse(name);
      assert.match(message, words, name);
      assert.match(message, /link/, name);
    }
    assert.equal((await reading.refuse('plain.txt', { part: '7' })).code, 'not_found');
    assert.equal((await reading.refuse('plain.txt', { part: '2\r\nA1 LOGOUT' })).code, 'not_found');
    assert.equal((await reading.refuse('plain.txt', { uid: 4_000_000 })).code, 'not_found');
  });

  test('documents that attack end their own process and nothing else', { timeout: 120_000 }, async () => {
    const daemon = () => readFileSync(`/proc/${reading.stack.pids.server}/stat`, 'utf8').split(' ')[21]; // when it began
    const before = daemon();
    for (const [name, words] of [
      ['bomb.pdf', /longer than is allowed/], ['fat.docx', /more memory than is allowed/], ['laughing.docx', /damaged/], ['curious.docx', /damaged/], ['deep.docx', /nested deeper/]]) {
      if (name === 'fat.docx' && !measuresMemory) continue; // the address sanitizer lets it have more
      const { message, code } = await reading.refuse(name);
      assert.match(message, words, name);
      assert.ok(['too_large', 'unsupported'].includes(code), code);
    }
    assert.equal((await reading.read('huge.docx')).truncated, true);
    assert.match((await reading.read('strings.xlsx')).text, /string 999999/);
    assert.equal(extractorsOf(reading.stack), 0);
    assert.equal((await reading.read('plain.txt')).text, 'Grüße\nsecond line');
    assert.equal(daemon(), before);
  });

  test('the server answers others while a document takes its time', async () => {
    const slow = reading.get('bomb.pdf');
    await eventually('the extractor', () => extractorsOf(reading.stack) > 0);
    for (let i = 0; i < 5; i += 1) {
      const begun = Date.now();
      assert.ok(!(await reading.call('list_mailboxes', {})).isError);
      assert.ok(Date.now() - begun < 2000);
      await sleep(100);
    }
    assert.equal((await slow).isError, true);
  });

  test('a client that leaves takes the extractor with it', async () => {
    const gone = new AbortController();
    const left = fetch(`${reading.stack.base_url}/mcp`, {
      method: 'POST', signal: gone.signal,
      headers: { Authorization: reading.authorization, 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'get_mail_attachment', arguments: { folder: 'INBOX', uid: reading.uids['bomb.pdf'], part: '2' } } }),
    }).catch((error) => error);
    await eventually('the extractor', () => extractorsOf(reading.stack) > 0);
    gone.abort();
    await left;
    await eventually('its end', () => extractorsOf(reading.stack) === 0, 4);
  });
});

describe('documents under other settings', () => {
  test('no more are read at a time than may be', async () => {
    const directory = freshDirectory('documents-busy-files');
    execFileSync('python3', ['-B', join(root, 'tests', 'support', 'make_documents.py'), directory, 'bomb.pdf']);
    const reading = await startReading('documents-busy', { MAX_READINGS_PER_MAILBOX: '1', READING_TIMEOUT: '3' }, { 'bomb.pdf': ['application/pdf', readFileSync(join(directory, 'bomb.pdf'))], 'a.txt': ['text/plain', Buffer.from('a')] });
    try {
      const slow = reading.get('bomb.pdf');
      await eventually('the extractor', () => extractorsOf(reading.stack) > 0);
      const answer = await callMcp(reading.stack, reading.authorization, 'tools/call', { name: 'get_mail_attachment', arguments: { folder: 'INBOX', uid: reading.uids['a.txt'], part: '2' } });
      assert.match(answer.text, /Too many attachments are being read/);
      const ended = await slow;
      assert.match(ended.content[0].text, /longer than is allowed/);
      assert.equal((await reading.read('a.txt')).text, 'a');
    } finally {
      await reading.stack.stop();
    }
  });

  test('without the extractor everything else works, and the log says so', async () => {
    const reading = await startReading('documents-missing', { EXTRACTOR: '/nowhere/mail_mcp_extract' }, { 'a.txt': ['text/plain', Buffer.from('a')], 'p.png': ['image/png', png] });
    try {
      assert.match((await reading.refuse('a.txt')).message, /mail_mcp_extract, is missing/);
      assert.equal((await reading.read('p.png')).format, 'png');
      assert.match(reading.stack.serverLog(), /extractor_missing/);
    } finally {
      await reading.stack.stop();
    }
  });
});
