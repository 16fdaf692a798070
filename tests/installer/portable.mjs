// SPDX-License-Identifier: GPL-3.0-or-later
// The portable bundle on a bare Debian without Qt: it unpacks itself, its server reads mail for a client and its window opens, all as an ordinary user
// and with no library of the system but the C library. Needs root, debootstrap, systemd-container and Dovecot.
//
//     node tests/installer/portable.mjs SYSTEM BUNDLE.run
//
// SYSTEM is one of tests/portability/systems.sh, such as debian-13; build/packages/systems keeps it for the next time.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { obtainTokens, REDIRECT_URI } from '../e2e/lib/oauth.mjs';
import { aliceOf, answersAt, bareSystem, copyTree, daemonOf, freePort, reads, readsAttachments, run, say, serversOf, startMail, stopMail, until } from './support.mjs';

const [system, bundle] = process.argv.slice(2);
if (!bundle) {
  console.error('usage: portable.mjs SYSTEM BUNDLE.run');
  process.exit(2);
}
const bare = resolve('build', 'packages', 'systems', system);
const tree = `${bare}.portable`;
const sandbox = `${bare}.portable-mail`;
const place = '/opt/mail-mcp';
const nobody = ['--user=nobody'];
const machineOf = (options, command) => ['--quiet', '-D', tree, '--register=no', '--keep-unit', '--as-pid2', '--console=pipe', '--resolv-conf=off', ...options, '--', ...command];
const inside = (options, ...command) => run('systemd-nspawn', ...machineOf(options, command));

/** Libraries of the bundle that the loader takes from elsewhere. */
function foreignLibraries() {
  const said = inside([], 'sh', '-c', `find ${place}/bin ${place}/libexec ${place}/plugins -type f ! -name qt.conf -exec ldd {} +`);
  const lines = said.split('\n').filter((line) => line.includes('=>'));
  assert.ok(lines.length > 100, said);
  return lines.filter((line) => !line.includes(place)).filter((line) => !/^\s*(libc|libm|libdl|librt|libpthread|libresolv)\.so/.test(line));
}

/** Those that a running program has from elsewhere, also where it looked for them by itself. The C library loads its parts for names. */
function foreignLibrariesOf(pid) {
  const mapped = readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n').map((line) => line.split(/\s+/)[5] ?? '');
  const libraries = [...new Set(mapped)].filter((file) => /\.so(\.\d+)*$/.test(file));
  assert.ok(libraries.some((file) => file.endsWith(`${place}/lib/libssl.so.3`)), libraries.join('\n'));
  return libraries.filter((file) => !file.includes(`${place}/`)).filter((file) => !/^(ld-linux-.*|lib(c|m|dl|rt|pthread|resolv|nss_\w+))\.so/.test(basename(file)));
}

async function main() {
  bareSystem(system, bare, 'systemd', 'systemd-sysv', 'dbus');
  copyTree(bare, tree);
  assert.throws(() => inside([], 'sh', '-c', 'find / -xdev -name "libQt6*" | grep .'), 'there is no Qt');
  copyFileSync(bundle, join(tree, 'root', 'bundle.run'));
  inside([], 'sh', '/root/bundle.run', '--target', place);
  say(`unpacked ${run('du', '-sh', join(tree, place)).split('\t')[0]} on ${system} without Qt`);
  assert.deepEqual(foreignLibraries(), []);
  say('every library but the C library is its own');

  assert.match(inside(nobody, `${place}/mail_mcp_admin`, '--version'), /^mail_mcp_admin \d/);
  assert.throws(() => inside([...nobody, '--setenv=QT_QPA_PLATFORM=offscreen', '--setenv=HOME=/tmp'], 'timeout', '5', `${place}/mail_mcp_admin`), ({ status, stderr }) => {
    assert.equal(status, 124, stderr);
    return true;
  });
  say('its window opens');

  const mail = startMail(sandbox);
  const base_url = `http://127.0.0.1:${await freePort()}`;
  const key = inside(nobody, `${place}/mail_mcp`, 'keygen').trim();
  copyFileSync(mail.ca_file, join(tree, 'etc', 'mail-ca.pem'));
  run('chmod', '644', join(tree, 'etc', 'mail-ca.pem'));
  writeFileSync(join(tree, 'etc', 'mail-mcp.env'), `BASE_URL=${base_url}\nPORT=${new URL(base_url).port}\nENCRYPTION_KEY=${key}\nMAIL_CA_FILE=/etc/mail-ca.pem\nSTATE_URL=memory:\n`);
  const options = ['--env-file', '/etc/mail-mcp.env'];
  const client = JSON.parse(inside(nobody, `${place}/mail_mcp`, 'generate', '--json', ...options, `--redirect-uri=${REDIRECT_URI}`, ...serversOf(mail)));
  const server = spawn('systemd-nspawn', machineOf(['--read-only', ...nobody], [`${place}/mail_mcp`, 'server', ...options]), { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(server, 'close');
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => { said += data; });
  try {
    await until(() => server.exitCode !== null || answersAt(`${base_url}/ready`), 'the server answers');
    assert.equal(server.exitCode, null, 'the server has ended');
    assert.deepEqual(foreignLibrariesOf(daemonOf(server)), []);
    const stack = { ...client, base_url, mcp_url: `${base_url}/mcp`, alice: aliceOf(mail) };
    const tokens = await obtainTokens(stack);
    await reads(stack, tokens);
    await readsAttachments(stack, tokens);
    assert.doesNotMatch(said, /types_are_not_known|extractor_missing/);
    say('a client logged in and read mail and an attachment');
  } catch (error) {
    console.error(said);
    throw error;
  } finally {
    if (server.exitCode === null) process.kill(Number(daemonOf(server)), 'SIGTERM');
    await ended;
    stopMail(sandbox);
    rmSync(tree, { recursive: true, force: true });
  }
}

await main();
