// SPDX-License-Identifier: GPL-3.0-or-later
// The life of the package on a fresh Debian: installed, started, provisioned, called by a client, upgraded, taken back, purged. The Debian is a folder that
// systemd boots in; the mail server is the sandbox of the tests. Needs root, debootstrap, systemd-container, Dovecot and port 3000.
//
//     node tests/installer/lifecycle.mjs SYSTEM FOLDER
//
// FOLDER has the packages. SYSTEM is one of tests/portability/systems.sh, such as debian-13; build/packages/systems keeps it for the next time.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { obtainTokens, REDIRECT_URI, refresh } from '../e2e/lib/oauth.mjs';
import { aliceOf, answersAt, bareSystem, copyTree, reads, readsAttachments, run, say, serversOf, startMail, stopMail, until } from './support.mjs';

const [system, folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: lifecycle.mjs SYSTEM FOLDER');
  process.exit(2);
}
const settings = '/etc/mail-mcp/mail-mcp.env';
const packageOf = (name) => join(folder, readdirSync(folder).find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb')) ?? assert.fail(`no ${name} in ${folder}`));
const first = packageOf('mail-mcp');
const desktop = packageOf('mail-mcp-admin');
const newer = 'newer.deb';
const bare = resolve('build', 'packages', 'systems', system);
const tree = `${bare}.running`;
const sandbox = `${bare}.mail`;
const baseUrl = 'http://127.0.0.1:3000';

/** The first process of what was booted, as this system sees it. */
let init;
const inside = (...command) => run('nsenter', '--target', String(init), '--mount', '--uts', '--ipc', '--pid', '--cgroup', '--root', '--wd=/', '--',
  'env', '-i', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'DEBIAN_FRONTEND=noninteractive', 'HOME=/root', 'LC_ALL=C.UTF-8', ...command);
const succeeds = (...command) => { try { inside(...command); return true; } catch { return false; } };
const answers = () => answersAt(`${baseUrl}/ready`);

function bootstrap() {
  bareSystem(system, bare, 'systemd', 'systemd-sysv', 'dbus');
  copyTree(bare, tree);
  rmSync(join(tree, 'usr/sbin/policy-rc.d'), { force: true });
  for (const file of [first, desktop]) copyFileSync(file, join(tree, 'root', basename(file)));
  // The same program under a higher number: what an upgrade has to get right is what is around it.
  const unpacked = `${bare}.newer`;
  run('rm', '-rf', unpacked);
  run('dpkg-deb', '-R', first, unpacked);
  run('sed', '-i', 's/^Version: .*/Version: 999-1/', join(unpacked, 'DEBIAN', 'control'));
  run('dpkg-deb', '-b', unpacked, join(tree, 'root', newer));
  run('rm', '-rf', unpacked);
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
    ...serversOf(mail)));
}

const version = () => inside('dpkg-query', '-W', '-f', '${Version}', 'mail-mcp');
const install = (file, ...options) => inside('apt-get', 'install', '-y', '--no-install-recommends', ...options, `/root/${basename(file)}`);

/** What the server says about itself to a user of this system, through the socket for administrators. */
function statusFor(user) {
  const ask = 'my $socket = IO::Socket::UNIX->new(Peer => "/run/mail-mcp/admin.sock") or die "$!\\n"; print $socket qq({"method":"status"}\\n); print scalar <$socket>';
  return inside('runuser', '-u', user, '--', 'perl', '-MIO::Socket::UNIX', '-e', ask);
}

/** The unit hides other users from the server (PrivateUsers=), which has to tell those of its group from the rest nevertheless. */
function letsItsGroupIn() {
  for (const user of ['anna', 'bob']) inside('useradd', '--user-group', user);
  inside('usermod', '--append', '--groups', 'mail-mcp', 'anna');
  for (const user of ['root', 'mail-mcp', 'anna']) assert.equal(JSON.parse(statusFor(user)).result.ready, true, user);
  assert.throws(() => statusFor('bob'), ({ stderr }) => /Permission denied/.test(stderr));
}

/** The event loop stands still, as it would after a mistake of ours. */
async function isRestartedByTheWatchdog() {
  const mainProcess = () => inside('systemctl', 'show', '--property=MainPID', '--value', 'mail-mcp').trim();
  const stopped = mainProcess();
  inside('systemctl', 'kill', '--signal=STOP', 'mail-mcp');
  await until(async () => !['0', stopped].includes(mainProcess()) && answers(), 'the watchdog has started the server again', 90_000);
  assert.match(inside('journalctl', '--no-pager', '--unit=mail-mcp'), /watchdog timeout/i);
}

/** A program that has a window goes on until it is ended. What it remembers is in a folder of its own. */
function opensItsWindow() {
  assert.throws(() => inside('timeout', '5', 'env', 'HOME=/root/desktop', 'QT_QPA_PLATFORM=offscreen', 'mail_mcp_admin'), ({ status, stderr }) => {
    assert.equal(status, 124, stderr);
    return true;
  });
  assert.deepEqual(inside('ls', '-A', '/root/desktop/.config').split('\n').filter(Boolean), ['mail_mcp_admin']);
}

async function main() {
  assert.ok(!(await answers()), 'port 3000 is in use');
  bootstrap();
  const mail = startMail(sandbox);
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
    const stack = { ...client, base_url: baseUrl, mcp_url: `${baseUrl}/mcp`, alice: aliceOf(mail) };
    await until(answers, 'the server answers again');
    let tokens = await obtainTokens(stack);
    await reads(stack, tokens);
    await readsAttachments(stack, tokens);
    say('provisioned; a client logged in and read mail and an attachment');
    assert.match(inside('mail_mcp', 'clients', 'list', '--env-file', settings), /last/i);
    letsItsGroupIn();
    say('its socket for administrators lets a member of its group in, and nobody else');

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

    install(desktop);
    assert.match(inside('env', 'QT_QPA_PLATFORM=offscreen', 'mail_mcp_admin', '--version'), /^mail_mcp_admin \d/);
    opensItsWindow();
    inside('apt-get', 'purge', '-y', 'mail-mcp-admin');
    say('the desktop program was installed, opened its window, and was purged');

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
    stopMail(sandbox);
    rmSync(tree, { recursive: true, force: true });
  }
}

await main();
