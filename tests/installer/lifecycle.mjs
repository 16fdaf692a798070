// SPDX-License-Identifier: GPL-3.0-or-later
// The life of the package on a fresh Debian: installed, started, provisioned, called by a client, upgraded, taken back, purged. The Debian is a folder that
// systemd boots in; the mail server is the sandbox of the tests. Needs root, debootstrap, systemd-container, Dovecot and port 3000.
//
//     node tests/installer/lifecycle.mjs SUITE PACKAGE.deb NEWER.deb [FOLDER]
//
// FOLDER keeps the bare Debian for the next time (build/packages/SUITE).
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { bearer, callMcp, obtainTokens, REDIRECT_URI, refresh, request } from '../e2e/lib/oauth.mjs';

const [suite, first, newer, folder = join('build', 'packages', suite ?? '')] = process.argv.slice(2);
if (!newer) {
  console.error('usage: lifecycle.mjs SUITE PACKAGE.deb NEWER.deb [FOLDER]');
  process.exit(2);
}
const settings = '/etc/mail-mcp/mail-mcp.env';
const tree = resolve(`${folder}.running`);
const sandbox = resolve(`${folder}.mail`);
const baseUrl = 'http://127.0.0.1:3000';
const sandboxScript = join(import.meta.dirname, '..', 'sandbox', 'sandbox.py');

const run = (program, ...parameters) => execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
const began = Date.now();
const say = (what) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`);

async function until(condition, what, seconds = 60) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    if (await condition()) return;
    await new Promise((done) => { setTimeout(done, 100); });
  }
  throw new Error(`not within ${seconds} s: ${what}`);
}

/** The first process of what was booted, as this system sees it. */
let init;
const inside = (...command) => run('nsenter', '--target', String(init), '--mount', '--uts', '--ipc', '--pid', '--cgroup', '--root', '--wd=/', '--',
  'env', '-i', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C.UTF-8', ...command);
const succeeds = (...command) => { try { inside(...command); return true; } catch { return false; } };
const answers = () => request(`${baseUrl}/ready`).then(({ status }) => status === 200, () => false);

function bootstrap() {
  if (!existsSync(join(folder, 'usr'))) {
    say(`a bare Debian (${suite})`);
    mkdirSync(folder, { recursive: true });
    run('debootstrap', '--variant=minbase', '--include=systemd,systemd-sysv,dbus', suite, folder, 'http://deb.debian.org/debian');
  }
  rmSync(tree, { recursive: true, force: true });
  run('cp', '-a', '--reflink=auto', folder, tree);
  rmSync(join(tree, 'usr/sbin/policy-rc.d'), { force: true });
  writeFileSync(join(tree, 'etc/hosts'), '127.0.0.1 localhost\n'); // debootstrap leaves that to an installer
  for (const file of [first, newer]) copyFileSync(file, join(tree, 'root', basename(file)));
}

async function shutDown(machine) {
  if (!machine || machine.exitCode !== null) return;
  const ended = once(machine, 'exit');
  try { inside('systemctl', 'poweroff'); } catch { machine.kill('SIGTERM'); }
  await ended;
}

const startMachine = () => spawn('systemd-nspawn', ['-D', tree, '--register=no', '--keep-unit', '--boot', '--console=pipe', '--resolv-conf=copy-host'], { stdio: 'ignore' });

async function hasBooted(machine) {
  const children = () => readFileSync(`/proc/${machine.pid}/task/${machine.pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  const nameOf = (process) => { try { return readFileSync(`/proc/${process}/comm`, 'utf8').trim(); } catch { return ''; } };
  const state = () => { try { return inside('systemctl', 'is-system-running'); } catch (error) { return String(error.stdout); } };
  await until(() => { init = children().find((child) => nameOf(child) === 'systemd'); return init; }, 'there is a first process');
  await until(() => /running|degraded/.test(state()), 'the system runs');
}

function provision(mail) {
  copyFileSync(mail.ca_file, join(tree, 'etc/mail-mcp/mail-ca.pem'));
  inside('sh', '-c', `chmod 644 /etc/mail-mcp/mail-ca.pem && echo MAIL_CA_FILE=/etc/mail-mcp/mail-ca.pem >>${settings}`);
  inside('systemctl', 'restart', 'mail-mcp');
  return JSON.parse(inside('mail_mcp', 'generate', '--env-file', settings, '--json', `--redirect-uri=${REDIRECT_URI}`,
    `--imap-host=${mail.imap.host}`, `--imap-port=${mail.imap.port}`, '--imap-ssl', `--smtp-host=${mail.smtp.host}`, `--smtp-port=${mail.smtp.port}`, '--smtp-ssl'));
}

async function reads(stack, tokens) {
  const answer = await callMcp(stack, bearer(tokens.access_token), 'tools/call', { name: 'list_mail_messages', arguments: { folder: 'INBOX' } });
  assert.equal(answer.status, 200, answer.text);
  assert.ok(answer.json.result.structuredContent.messages.length > 0, answer.text);
}

/** The text of an attachment, which a confined program of its own reads. */
async function readsAttachments(stack, tokens) {
  const call = async (name, parameters) => (await callMcp(stack, bearer(tokens.access_token), 'tools/call', { name, arguments: parameters })).json.result;
  const found = (await call('search_mail_messages', { folder: 'INBOX', query: 'SUBJECT "Chart and figures"' })).structuredContent;
  const message = (await call('get_mail_message', { folder: 'INBOX', uid: found.uids[0] })).structuredContent;
  const { part } = message.attachments.find(({ filename }) => filename === 'figures.csv');
  const read = await call('get_mail_attachment', { folder: 'INBOX', uid: found.uids[0], part });
  assert.match(read.structuredContent?.text ?? JSON.stringify(read), /october,42/);
}

const version = () => inside('dpkg-query', '-W', '-f', '${Version}', 'mail-mcp');
const install = (file, ...options) => inside('apt-get', 'install', '-y', '--no-install-recommends', ...options, `/root/${basename(file)}`);

/** The event loop stands still, as it would after a mistake of ours. */
async function isRestartedByTheWatchdog() {
  const mainProcess = () => inside('systemctl', 'show', '--property=MainPID', '--value', 'mail-mcp').trim();
  const stopped = mainProcess();
  inside('systemctl', 'kill', '--signal=STOP', 'mail-mcp');
  await until(async () => !['0', stopped].includes(mainProcess()) && answers(), 'the watchdog has started the server again', 90);
  assert.match(inside('journalctl', '--no-pager', '--unit=mail-mcp'), /watchdog timeout/i);
}

async function main() {
  assert.ok(!(await answers()), 'port 3000 is in use');
  bootstrap();
  const mail = JSON.parse(run('python3', '-B', sandboxScript, 'start', sandbox));
  let machine;
  try {
    machine = startMachine();
    await hasBooted(machine);
    say('booted');
    inside('apt-get', 'update', '-qq');
    const said = install(first);
    say(`installed ${version()}`);
    assert.match(said, /What to do next/);
    await until(answers, 'the server answers');
    assert.equal(inside('systemctl', 'is-enabled', 'mail-mcp').trim(), 'enabled');
    const exposure = /level for mail-mcp.service: ([0-9.]+)/.exec(inside('systemd-analyze', 'security', '--no-pager', 'mail-mcp.service'))[1];
    assert.ok(Number(exposure) <= 1.5, exposure);
    say(`started by itself; exposure ${exposure}`);

    const client = provision(mail);
    const stack = { ...client, base_url: baseUrl, mcp_url: `${baseUrl}/mcp`, alice: mail.users.find(({ email }) => email.startsWith('alice')) };
    await until(answers, 'the server answers again');
    let tokens = await obtainTokens(stack);
    await reads(stack, tokens);
    await readsAttachments(stack, tokens);
    say('provisioned; a client logged in and read mail and an attachment');
    assert.match(inside('mail_mcp', 'clients', 'list', '--env-file', settings), /last/i);

    const key = inside('cat', '/etc/mail-mcp/credentials/ENCRYPTION_KEY');
    const note = `# ${randomBytes(8).toString('hex')}`;
    inside('sh', '-c', `echo '${note}' >>${settings}`);
    for (const [file, options, what] of [[newer, [], 'upgraded to'], [first, ['--allow-downgrades'], 'taken back to']]) {
      install(file, '-o', 'Dpkg::Options::=--force-confold', ...options);
      await until(answers, 'the server answers after an upgrade');
      assert.equal(inside('cat', '/etc/mail-mcp/credentials/ENCRYPTION_KEY'), key);
      assert.ok(inside('cat', settings).includes(note), 'the settings are those of the administrator');
      await reads(stack, tokens);
      const again = await refresh(stack, tokens.refresh_token);
      assert.equal(again.status, 200, again.text);
      tokens = again.json;
      await reads(stack, tokens);
      say(`${what} ${version()} with live tokens`);
    }

    inside('systemctl', 'kill', '--signal=KILL', 'mail-mcp');
    await until(answers, 'the server answers after it was killed');
    await reads(stack, tokens);
    say('killed, and started again by systemd');

    await isRestartedByTheWatchdog();
    await reads(stack, tokens);
    say('stood still, and started again by the watchdog');

    inside('systemctl', 'stop', 'mail-mcp');
    inside('systemctl', 'start', 'mail-mcp.socket');
    await until(answers, 'the socket starts the server'); // connections of before are none any more
    await reads(stack, tokens);
    say('started by the first connection to its socket');

    inside('rm', '/etc/mail-mcp/mail-ca.pem'); // ours, and nothing that a package may remove
    inside('apt-get', 'purge', '-y', 'mail-mcp');
    assert.ok(!(await answers()), 'the server is gone');
    const left = inside('sh', '-c', 'find / -xdev \\( -path /proc -o -path /sys -o -path /root -o -path /var/log -o -path /run \\) -prune -o -name "*mail[-_]mcp*" -print').trim();
    assert.equal(left, '');
    assert.ok(!succeeds('systemctl', 'cat', 'mail-mcp.service'), 'no unit is left');
    say('purged; nothing is left');
  } catch (error) {
    try { console.error(inside('journalctl', '--no-pager', '-n', '60')); } catch { /* there may be no system any more */ }
    throw error;
  } finally {
    await shutDown(machine);
    run('python3', '-B', sandboxScript, 'stop', sandbox);
    rmSync(tree, { recursive: true, force: true });
  }
}

await main();
