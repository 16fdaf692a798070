// SPDX-License-Identifier: GPL-3.0-or-later
// mail_mcp check against real mail servers, and against servers that are wrong.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { binary, freePort, freshDirectory, startStack } from './lib/stack.mjs';

const FAILURE = 1;
const USAGE = 2;
/** A shell with a file system of its own: only there can a test say what the names of hosts mean. */
const ownNames = ['--mount', 'sh', '-c', 'mount --bind "$0" /etc/hosts && exec "$@"'];
const noNames = spawnSync('unshare', [...ownNames, '/dev/null', 'true']).status !== 0 && 'only root may have names of its own';
const noIpv6 = !(networkInterfaces().lo ?? []).some((address) => address.family === 'IPv6') && 'there is no IPv6';

describe('check', () => {
  let stack;
  let directory;
  let passwordFile;
  before(async () => {
    directory = freshDirectory('check');
    stack = await startStack('check-stack');
    passwordFile = join(directory, 'password');
    writeFileSync(passwordFile, `${stack.alice.password}\n`, { mode: 0o600 });
  });
  after(() => stack?.stop());

  /** Not synchronous: some of the servers live in this process. */
  const run = (program, words) => new Promise((resolve) => {
    execFile(program, words, { cwd: directory, timeout: 30_000, env: { PATH: process.env.PATH, HOME: directory } },
      (error, stdout, stderr) => resolve({ status: error ? error.code : 0, stdout, stderr }));
  });
  const check = (...flags) => run(binary, ['check', ...flags]);

  const servers = () => [`--imap-host=${stack.imap.host}`, `--imap-port=${stack.imap.port}`, '--imap-ssl',
    `--smtp-host=${stack.smtp.host}`, `--smtp-port=${stack.smtp.port}`, '--smtp-ssl', `--ca-file=${stack.ca_file}`];
  const login = () => [`--username=${stack.alice.email}`, `--password-file=${passwordFile}`];

  /** A server that says `greeting` and nothing else. */
  async function listen(greeting, address = '127.0.0.1') {
    const sockets = new Set();
    const server = net.createServer((socket) => { sockets.add(socket); socket.on('error', () => {}).write(greeting); });
    await new Promise((resolve) => { server.listen(0, address, resolve); });
    return { port: server.address().port, close: () => { for (const socket of sockets) socket.destroy(); server.close(); } };
  }

  const stepsThatFailed = (report, service) => report[service].steps.filter((step) => step.state === 'failed').map((step) => step.finding);

  test('everything works, a message makes the round trip, and it takes less than a second', async () => {
    const done = await check(...servers(), ...login(), '--round-trip', '--json');
    assert.equal(done.status, 0, done.stdout + done.stderr);
    const report = JSON.parse(done.stdout);
    assert.equal(report.version, 1);
    assert.equal(report.verdict, 'passed');
    assert.ok(report.milliseconds < 1000, `${report.milliseconds} ms`);
    assert.deepEqual(report.imap.steps.filter((step) => step.state !== 'skipped').map((step) => step.step).slice(-3),
      ['folders', 'find_test_message', 'delete_test_message']);
    assert.ok(!done.stdout.includes('alice'), 'the report names nobody');
    assert.equal(report.email_address, 'a***@example.test');
  });

  test('for people, with details and a masked transcript', async () => {
    const done = await check(...servers(), ...login(), '--details', '--transcript');
    assert.equal(done.status, 0, done.stdout + done.stderr);
    for (const words of ['TLS 1.3', 'Certificate 1', 'Issuer', 'AUTH=PLAIN', 'INBOX (inbox)', 'AUTHENTICATE PLAIN ***', 'Everything works.'])
      assert.ok(done.stdout.includes(words), words);
    for (const secret of [stack.alice.password, Buffer.from(`\0${stack.alice.email}\0${stack.alice.password}`).toString('base64')])
      assert.ok(!done.stdout.includes(secret));
  });

  test('the page to hand on is one document without scripts', async () => {
    const done = await check(...servers(), ...login(), '--html');
    assert.equal(done.status, 0);
    assert.match(done.stdout, /^<!DOCTYPE html>[^]*<\/html>\n$/);
    assert.doesNotMatch(done.stdout, /<script|https?:\/\/|alice/);
  });

  test('a wrong password and a certificate of nobody', async () => {
    const wrong = join(directory, 'wrong');
    writeFileSync(wrong, 'not-her-password\n');
    const refused = await check(...servers(), `--username=${stack.alice.email}`, `--password-file=${wrong}`, '--json');
    assert.equal(refused.status, FAILURE);
    for (const service of ['imap', 'smtp']) assert.deepEqual(stepsThatFailed(JSON.parse(refused.stdout), service), ['wrong_credentials']);
    assert.ok(!refused.stdout.includes('not-her-password'));
    const unknown = await check(...servers().slice(0, -1), '--json');
    assert.equal(unknown.status, FAILURE);
    const [tls] = JSON.parse(unknown.stdout).imap.steps.filter((step) => step.step === 'tls_handshake');
    assert.match(tls.finding, /^certificate_/);
    assert.ok(tls.remedy && tls.details.chain.length > 0);
  });

  test('both address families of a name are listed and tried', { skip: noNames || noIpv6 }, async () => {
    const hosts = join(directory, 'hosts');
    writeFileSync(hosts, '::1 localhost\n127.0.0.1 localhost\n');
    for (const [address, other] of [['::', 'passed'], ['::1', 'skipped']]) {
      const server = await listen('* OK [CAPABILITY IMAP4rev1] hi\r\n', address);
      try {
        const { stdout, stderr } = await run('unshare', [...ownNames, hosts, binary, 'check', '--imap-host=localhost', `--imap-port=${server.port}`, '--json']);
        assert.ok(stdout, stderr);
        const { steps } = JSON.parse(stdout).imap;
        assert.deepEqual(steps.find((step) => step.step === 'resolve').details.addresses, ['::1', '127.0.0.1']);
        assert.deepEqual(steps.filter((step) => step.step === 'connect').map((step) => [step.details.addresses, step.state]),
          [[['::1'], 'passed'], [['127.0.0.1'], other]]);
        assert.deepEqual(stepsThatFailed(JSON.parse(stdout), 'imap'), ['no_starttls'], 'the conversation goes on with the one that works');
      } finally {
        server.close();
      }
    }
  });

  test('a closed port, the wrong protocol and a server without STARTTLS', async () => {
    const closed = await check('--imap-host=127.0.0.1', `--imap-port=${await freePort()}`, '--json');
    assert.equal(closed.status, FAILURE);
    assert.deepEqual(stepsThatFailed(JSON.parse(closed.stdout), 'imap'), ['connection_refused']);
    const plain = await listen('* OK [CAPABILITY IMAP4rev1] hi\r\n');
    try {
      const done = await check('--imap-host=127.0.0.1', `--imap-port=${plain.port}`, '--smtp-host=127.0.0.1', `--smtp-port=${plain.port}`, '--json');
      assert.equal(done.status, FAILURE);
      assert.deepEqual(stepsThatFailed(JSON.parse(done.stdout), 'imap'), ['no_starttls']);
      assert.deepEqual(stepsThatFailed(JSON.parse(done.stdout), 'smtp'), ['not_this_protocol']);
      const tls = await check('--imap-host=127.0.0.1', `--imap-port=${plain.port}`, '--imap-ssl');
      assert.equal(tls.status, FAILURE);
      assert.match(tls.stdout, /does not begin with TLS/);
      assert.match(tls.stdout, /What to do: Choose STARTTLS/);
    } finally {
      plain.close();
    }
  });

  test('mistakes in the options', async () => {
    for (const flags of [[], ['--imap-host=localhost', '--round-trip'], ['--imap-host=localhost', '--json', '--html'],
      ['--imap-host=localhost', '--username=a', '--password-file=/nonexistent'], ['--imap-host=localhost', '--imap-port=0']]) {
      const done = await check(...flags);
      assert.equal(done.status, USAGE, flags.join(' '));
      assert.match(done.stderr, /^mail_mcp: .+\n$/);
      assert.equal(done.stdout, '');
    }
  });
});
