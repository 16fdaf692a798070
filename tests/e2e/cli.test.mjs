// SPDX-License-Identifier: GPL-3.0-or-later
// The program on the command line: what goes wrong is said in one clear sentence, with the right exit code.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { open } from './lib/jwe.mjs';
import { obtainCode, openForm, pkcePair, sendForm } from './lib/oauth.mjs';
import { binary, freePort, freshDirectory, root, startStack } from './lib/stack.mjs';

const USAGE = 2;
const UNAVAILABLE = 69;
const CONFIGURATION = 78;
const key = randomBytes(32).toString('base64');

describe('command line', () => {
  let directory;
  before(() => { directory = freshDirectory('cli'); });

  function run(args, { env = {}, ...options } = {}) {
    const done = spawnSync(binary, args, { cwd: directory, encoding: 'utf8', timeout: 20_000, input: '',
      env: { PATH: process.env.PATH, HOME: directory, ...(process.env.ASAN_OPTIONS && { ASAN_OPTIONS: process.env.ASAN_OPTIONS }), ...env }, ...options });
    assert.notEqual(done.status, null, `${args.join(' ')} did not end: ${done.error ?? done.signal}`);
    return done;
  }

  /** One sentence, or a few lines where several things are wrong; never a dump. */
  function assertExplained(done, status, words) {
    assert.equal(done.status, status, `${done.stderr}${done.stdout}`);
    assert.equal(done.stdout, '');
    const lines = done.stderr.trim().split('\n');
    assert.ok(lines.length <= 3 && lines.every((line) => line.length < 400), done.stderr);
    assert.match(done.stderr, words);
    assert.doesNotMatch(done.stderr, /terminate|what\(\)|QObject|Sanitizer|0x[0-9a-f]{6}|\.cpp/);
  }

  test('--help and --version answer on standard output', () => {
    const help = run(['--help']);
    assert.equal(help.status, 0);
    for (const command of ['server', 'generate', 'keygen', 'check', 'clients', 'config']) assert.match(help.stdout, new RegExp(`\\b${command}\\b`));
    assert.match(run(['--version']).stdout, /\d+\.\d+\.\d+/);
    for (const command of ['server', 'generate', 'keygen', 'check', 'clients', 'config']) {
      const own = run([command, '--help']);
      assert.equal(own.status, 0, command);
      assert.ok(own.stdout.length > 80, command);
    }
  });

  test('an unknown command or option is a mistake in use', () => {
    assertExplained(run(['nonsense']), USAGE, /nonsense/);
    assertExplained(run(['server', '--nonsense']), USAGE, /nonsense/);
    assertExplained(run(['generate', '--nonsense=1'], { env: { ENCRYPTION_KEY: key } }), USAGE, /nonsense/);
    assert.equal(run([]).status, USAGE);
  });

  test('keygen prints a key that the server takes', () => {
    const [one, two] = [run(['keygen']).stdout.trim(), run(['keygen']).stdout.trim()];
    assert.notEqual(one, two);
    for (const made of [one, two]) assert.equal(Buffer.from(made, 'base64').length, 32);
  });

  test('the server does not start without a key, and says how to make one', () => {
    assertExplained(run(['server']), CONFIGURATION, /ENCRYPTION_KEY[^]*keygen/);
  });

  test('a key that is none is named, not printed (JW-41)', () => {
    for (const [wrong, words] of [['canary*not*base64', /ENCRYPTION_KEY.*base64/], [randomBytes(16).toString('base64'), /ENCRYPTION_KEY.*32/],
      [randomBytes(31).toString('base64'), /ENCRYPTION_KEY.*32/], [randomBytes(33).toString('base64'), /ENCRYPTION_KEY.*32/],
      [Buffer.alloc(32, 0xfb).toString('base64url'), /ENCRYPTION_KEY.*base64/], ['BASE64_OF_32_BYTES', /ENCRYPTION_KEY.*base64/], [Buffer.alloc(32).toString('base64'), /ENCRYPTION_KEY.*keygen/]]) {
      const done = run(['server'], { env: { ENCRYPTION_KEY: wrong } });
      assertExplained(done, CONFIGURATION, words);
      assert.ok(!done.stderr.includes(wrong));
    }
  });

  test('bad values are named with what would be good', () => {
    for (const [name, value] of [['PORT', 'http'], ['PORT', '70000'], ['BASE_URL', 'not a url'], ['MAIL_MCP_LOG_LEVEL', 'LOUD'],
      ['STATE_URL', 'ftp://x'], ['MAIL_CA_FILE', '/nonexistent/ca.pem'], ['HOST', 'not an address']]) {
      assertExplained(run(['server'], { env: { ENCRYPTION_KEY: key, STATE_URL: 'memory:', [name]: value } }), CONFIGURATION, new RegExp(name));
    }
  });

  test('a port in use is named', async () => {
    const listener = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => listener.once('listening', resolve));
    const { port } = listener.address();
    const done = run(['server'], { env: { ENCRYPTION_KEY: key, PORT: String(port), STATE_URL: 'memory:' } });
    listener.close();
    assert.equal(done.status, UNAVAILABLE, done.stderr);
    assert.match(done.stderr.trim().split('\n').at(-1), new RegExp(`${port}.*(in use|already)`));
  });

  test('a .env file that cannot be read is named', () => {
    assertExplained(run(['server', '--env-file', 'missing.env']), CONFIGURATION, /missing\.env/);
    mkdirSync(join(directory, 'folder.env'));
    assertExplained(run(['server', '--env-file', 'folder.env']), CONFIGURATION, /folder\.env/);
    writeFileSync(join(directory, 'broken.env'), 'this is no assignment\n');
    assertExplained(run(['server', '--env-file', 'broken.env']), CONFIGURATION, /broken\.env/);
    if (process.getuid() !== 0) {
      writeFileSync(join(directory, 'locked.env'), `ENCRYPTION_KEY=${key}\n`);
      chmodSync(join(directory, 'locked.env'), 0);
      assertExplained(run(['server', '--env-file', 'locked.env']), CONFIGURATION, /locked\.env/);
    }
  });

  test('config --sample is the sample file of the source tree', () => {
    const done = run(['config', '--sample']);
    assert.equal(done.status, 0);
    assert.equal(done.stdout, readFileSync(join(root, '.env.sample'), 'utf8'));
  });

  test('config shows what is in force and no secret', () => {
    const done = run(['config'], { env: { ENCRYPTION_KEY: key, PORT: '4321' } });
    assert.equal(done.status, 0, done.stderr);
    assert.match(done.stdout, /4321/);
    assert.ok(!done.stdout.includes(key));
  });

  test('generate prints a client for people and for scripts', () => {
    const flags = ['--imap-host=imap.example.com', '--smtp-host=smtp.example.com'];
    const env = { ENCRYPTION_KEY: key, BASE_URL: 'https://mail.mcp.example.com' };
    const text = run(['generate', ...flags], { env });
    assert.equal(text.status, 0, text.stderr);
    assert.match(text.stdout, /^Client ID:\s*\S+\.\S*\.\S+\.\S+\.\S+$/m);
    assert.match(text.stdout, /^Client Secret:\s*\S+$/m);
    assert.match(text.stdout, /imap\.example\.com[^]*993/);
    assert.match(text.stdout, /smtp\.example\.com[^]*465/);
    const json = JSON.parse(run(['generate', '--json', '--name=Work', '--redirect-uri=https://app.example/cb', '--smtp-port=587', ...flags], { env }).stdout);
    assert.equal(json.client_id.split('.').length, 5);
    assert.ok(json.client_secret.length >= 32);
    assert.deepEqual(json.redirect_uris, ['https://app.example/cb']);
    assert.equal(json.name, 'Work');
    assert.deepEqual([json.imap.host, json.imap.port], ['imap.example.com', 993]);
    assert.deepEqual([json.smtp.host, json.smtp.port], ['smtp.example.com', 587]);
    assert.notEqual(json.imap.security, json.smtp.security, 'implicit TLS at 993, STARTTLS at 587');
    assert.equal(json.confirm, false);
  });

  test('generate makes clients whose users are always asked', () => {
    const flags = ['--imap-host=imap.example.com', '--smtp-host=smtp.example.com', '--confirm'];
    const env = { ENCRYPTION_KEY: key, BASE_URL: 'https://mail.mcp.example.com' };
    const text = run(['generate', ...flags], { env });
    assert.equal(text.status, 0, text.stderr);
    assert.match(text.stdout, /^Users are asked before anything is sent or deleted\.$/m);
    const { client_id: id, confirm } = JSON.parse(run(['generate', '--json', ...flags], { env }).stdout);
    assert.equal(confirm, true);
    assert.equal(open(id, Buffer.from(key, 'base64'), 'client_id').confirm, true);
    assertExplained(run(['generate', ...flags, '--allow=read,draft'], { env }), USAGE, /--confirm.*send.*delete/);
    assertExplained(run(['generate', ...flags.slice(0, 2), '--confirm=send'], { env }), USAGE, /confirm/);
  });

  test('generate prints how a client is connected and registers only its callbacks', () => {
    const flags = ['--imap-host=imap.example.com', '--smtp-host=smtp.example.com', '--for=claude-code'];
    const env = { ENCRYPTION_KEY: key, BASE_URL: 'https://mail.mcp.example.com' };
    const text = run(['generate', ...flags], { env });
    assert.equal(text.status, 0, text.stderr);
    const [, id] = text.stdout.match(/^Client ID: (\S+)$/m);
    const [, secret] = text.stdout.match(/^Client Secret: (\S+)$/m);
    assert.ok(text.stdout.includes(`--client-id '${id}' --client-secret --callback-port 8080 'mail' 'https://mail.mcp.example.com/mcp'`), text.stdout);
    assert.equal(text.stdout.split(secret).length, 2, 'the secret stands there once');
    const json = JSON.parse(run(['generate', '--json', '--secret-in-snippet', '--for=cursor', ...flags], { env }).stdout);
    assert.deepEqual(json.snippets.map(({ client }) => client), ['cursor', 'claude-code']);
    const cursor = JSON.parse(json.snippets[0].blocks[0].text);
    assert.deepEqual(cursor.mcpServers.mail.auth, { CLIENT_ID: json.client_id, CLIENT_SECRET: json.client_secret });
    assert.ok(json.redirect_uris.includes('cursor://anysphere.cursor-mcp/oauth/callback'));
    assert.ok(!json.redirect_uris.some(uri => uri.startsWith('https://claude.ai')), json.redirect_uris);
    const typed = JSON.parse(run(['generate', '--json', '--redirect-uri=https://app.example/cb', ...flags], { env }).stdout);
    assert.deepEqual(typed.redirect_uris, ['https://app.example/cb']);
    assertExplained(run(['generate', ...flags, '--for=netscape'], { env }), USAGE, /netscape.*claude-code/);
  });

  test('keygen --rotate puts a new key in front of the old ones', () => {
    const rotated = run(['keygen', '--rotate'], { env: { ENCRYPTION_KEY: key } });
    assert.equal(rotated.status, 0, rotated.stderr);
    const [, keys] = rotated.stdout.match(/^ENCRYPTION_KEYS=(\S+)$/m);
    assert.match(keys, /^\d{4}-\d\d-\d\d:[A-Za-z0-9+/]{43}=,default:/);
    assert.ok(keys.endsWith(`default:${key}`));
    assert.equal(run(['config'], { env: { ENCRYPTION_KEYS: keys } }).status, 0);
    assertExplained(run(['keygen', '--rotate']), CONFIGURATION, /ENCRYPTION_KEY/);
  });

  test('generate refuses what would be dangerous or cannot work (OA-014)', () => {
    const flags = ['--imap-host=imap.example.com', '--smtp-host=smtp.example.com'];
    const env = { ENCRYPTION_KEY: key, BASE_URL: 'https://mail.mcp.example.com' };
    for (const uri of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'http://app.example/cb', 'https://a.example/#f', 'https://u:p@a.example/']) {
      assertExplained(run(['generate', ...flags, `--redirect-uri=${uri}`], { env }), USAGE, /redirect/i);
    }
    assertExplained(run(['generate', '--smtp-host=smtp.example.com'], { env }), USAGE, /imap-host/);
    assertExplained(run(['generate', ...flags, '--imap-port=0'], { env }), USAGE, /imap-port/);
    assertExplained(run(['generate', ...flags, '--allow=everything'], { env }), USAGE, /everything.*permission/);
    assertExplained(run(['generate', ...flags]), CONFIGURATION, /ENCRYPTION_KEY/);
  });
});

describe('a mail server that is down', () => {
  let stack;
  before(async () => { stack = await startStack('mail-server-down'); });
  after(() => stack?.stop());

  test('the login page says which server cannot be reached, and the daemon lives on', async () => {
    const grant = await obtainCode(stack);
    assert.ok(grant.code);
    spawnSync('python3', ['-B', join(root, 'tests', 'sandbox', 'sandbox.py'), 'stop', stack.directory]);
    const form = await openForm(stack, pkcePair().challenge);
    assert.equal(form.status, 200);
    const answer = await sendForm(stack, form, stack.alice);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('location'), null);
    assert.match(answer.text, /role="alert"/);
    assert.match(answer.text, /reach|connect|answer|available/i);
    assert.doesNotMatch(answer.text, /ECONNREFUSED|QAbstractSocket|errno/);
    assert.equal((await fetch(`${stack.base_url}/health`)).status, 200);
  });

  test('the daemon ends in good order when it is told to', async () => {
    const pid = stack.pids.server;
    process.kill(pid, 'SIGTERM');
    for (let i = 0; i < 200; i += 1) {
      try { process.kill(pid, 0); } catch { break; }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
    assert.doesNotMatch(stack.serverLog(), /Sanitizer|terminate called|Segmentation/);
  });
});

describe('start and stop', () => {
  test('the server says where it listens, answers /health and ends with 0 on SIGTERM', async () => {
    const directory = freshDirectory('start-and-stop');
    const port = await freePort();
    const server = spawn(binary, ['server'], { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, HOME: directory, ENCRYPTION_KEY: key, PORT: String(port), STATE_URL: 'memory:' } });
    let said = '';
    server.stdout.on('data', (data) => { said += data; });
    server.stderr.on('data', (data) => { said += data; });
    const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve({ code, signal })));
    let healthy = false;
    for (let i = 0; i < 200 && !healthy; i += 1) {
      healthy = await fetch(`http://127.0.0.1:${port}/health`).then((answer) => answer.status === 200, () => false);
      if (!healthy) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    server.kill('SIGTERM');
    assert.deepEqual(await ended, { code: 0, signal: null }, said);
    assert.ok(healthy, said);
    assert.match(said, new RegExp(String(port)));
  });
});
