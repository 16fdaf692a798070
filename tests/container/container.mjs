// SPDX-License-Identifier: GPL-3.0-or-later
// The container, without an engine: builds the image as the Dockerfile says and runs it under systemd-nspawn with a read-only root, as the user of the
// Dockerfile and without capabilities; a client logs in and reads mail. Needs root, debootstrap, systemd-container and Dovecot.
//
//     node tests/container/container.mjs
//
// What it cannot show: that an engine publishes the port (here the container shares the network of the machine).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { obtainTokens, REDIRECT_URI, refresh } from '../e2e/lib/oauth.mjs';
import { aliceOf, answersAt, bareSystem, copyTree, daemonOf, freePort, reads, readsAttachments, run, say, serversOf, startMail, stopMail, until } from '../installer/support.mjs';
import { build } from './Dockerfile.mjs';

const source = resolve(import.meta.dirname, '..', '..');
const work = join(source, 'build', 'container');
const volume = join(work, 'volume');
const systems = { 'debian:trixie-slim': 'debian-13' };

/** The image. The compiler's cache is that of tests/portability, where source and locale are the same. */
function makeImage() {
  const cache = join(source, 'build', 'portability', 'debian-13', 'ccache');
  mkdirSync(cache, { recursive: true });
  return build(readFileSync(join(source, 'Dockerfile'), 'utf8'), {
    base: (image, folder) => {
      const bare = join(work, systems[image] ?? assert.fail(`no system for FROM ${image}`));
      bareSystem(systems[image], bare);
      copyTree(bare, folder);
    },
    context: source, work, say, binds: [`--bind=${cache}:/ccache`, '--setenv=CCACHE_DIR=/ccache', '--setenv=LC_ALL=C.UTF-8', '--setenv=CMAKE_BUILD_PARALLEL_LEVEL=2'],
  });
}

/** Starts it with settings like those of --env-file; "command" stands in for CMD. */
function start(image, settings, command = image.command) {
  const environment = Object.entries({ ...image.environment, ...settings }).map(([name, value]) => `--setenv=${name}=${value}`);
  const [uid] = image.user.split(':');
  const [name] = readFileSync(join(image.folder, 'etc/passwd'), 'utf8').split('\n').map((line) => line.split(':')).find((fields) => fields[2] === uid);
  const machine = spawn('systemd-nspawn', ['--quiet', '-D', image.folder, '--register=no', '--keep-unit', '--as-pid2', '--console=pipe', '--resolv-conf=off',
    '--read-only', `--user=${name}`, '--drop-capability=all', '--no-new-privileges=yes', `--chdir=${image.directory}`,
    `--bind=${volume}:${image.volumes[0]}`, ...environment, '--', ...image.entrypoint, ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
  machine.said = '';
  machine.stdout.on('data', (data) => { machine.said += data; });
  machine.stderr.on('data', (data) => { machine.said += data; });
  machine.ended = once(machine, 'close').then(([code]) => code);
  return machine;
}

const statusOf = (pid, field) => new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1];

/** What HEALTHCHECK says inside, with the environment that an engine gives it. */
function isHealthy(image, pid, settings) {
  const [uid, gid] = image.user.split(':');
  const environment = Object.entries({ PATH: '/usr/bin:/bin', ...image.environment, ...settings }).map(([name, value]) => `${name}=${value}`);
  try {
    run('nsenter', `--target=${pid}`, '--mount', '--pid', '--ipc', '--uts', '--root', '--wd=/', `--setuid=${uid}`, `--setgid=${gid}`, '--',
      'env', '-i', ...environment, ...image.health);
    return true;
  } catch { return false; }
}

async function ends(machine, pid) {
  process.kill(Number(pid), 'SIGTERM');
  assert.equal(await machine.ended, 0, machine.said);
}

async function main() {
  mkdirSync(work, { recursive: true });
  const image = makeImage();
  assert.deepEqual(image.ports, [Number(image.environment.PORT)], 'EXPOSE is PORT');
  assert.match(image.user, /^[1-9]\d*:[1-9]\d*$/, 'not root, and by number');
  say(`an image of ${run('du', '-sh', image.folder).split('\t')[0]}`);
  run('rm', '-rf', volume);
  run('install', '-d', '-m', '0700', '-o', image.user.split(':')[0], '-g', image.user.split(':')[1], volume);

  const unprotected = start(image, {});
  assert.notEqual(await unprotected.ended, 0);
  assert.match(unprotected.said, /TLS_CERT_FILE.*TRUSTED_PROXIES/);
  const proxied = { TRUSTED_PROXIES: '172.16.0.0/12' };
  const keyless = start(image, proxied);
  assert.notEqual(await keyless.ended, 0);
  assert.match(keyless.said, /ENCRYPTION_KEY/);
  const keygen = start(image, {}, ['keygen']);
  assert.equal(await keygen.ended, 0, keygen.said);
  say('without TLS, a proxy, or a key it says so; "keygen" makes one');

  const mail = startMail(join(work, 'mail'));
  let machine;
  try {
    const port = await freePort();
    const base_url = `http://127.0.0.1:${port}`;
    copyFileSync(mail.ca_file, join(volume, 'mail-ca.pem'));
    run('chmod', '644', join(volume, 'mail-ca.pem'));
    const settings = { ...proxied, PORT: String(port), BASE_URL: base_url, ENCRYPTION_KEY: keygen.said.split('\n')[0], MAIL_CA_FILE: `${image.volumes[0]}/mail-ca.pem` };
    const generate = start(image, settings, ['generate', '--json', `--redirect-uri=${REDIRECT_URI}`, ...serversOf(mail)]);
    assert.equal(await generate.ended, 0, generate.said);
    const stack = { ...JSON.parse(generate.said.slice(0, generate.said.lastIndexOf('}') + 1)), base_url, mcp_url: `${base_url}/mcp`, alice: aliceOf(mail) };

    machine = start(image, settings);
    await until(() => answersAt(`${base_url}/ready`), 'the server answers');
    let pid = daemonOf(machine);
    assert.deepEqual(statusOf(pid, 'Uid').split('\t'), Array(4).fill(image.user.split(':')[0]));
    assert.match(statusOf(pid, 'CapEff'), /^0+$/);
    assert.throws(() => run('nsenter', `--target=${pid}`, '--mount', '--root', '--', 'touch', '/usr/x'), /Read-only file system/);
    assert.ok(isHealthy(image, pid, settings), 'it is healthy');
    assert.ok(!isHealthy(image, pid, { ...settings, PORT: String(await freePort()) }), 'nobody there is not healthy');
    say('it runs as nobody in particular, without capabilities, on a read-only root, and is healthy');

    const tokens = await obtainTokens(stack);
    await reads(stack, tokens);
    await readsAttachments(stack, tokens);
    say('a client logged in and read mail and an attachment');

    await ends(machine, pid);
    machine = start(image, settings);
    await until(() => answersAt(`${base_url}/ready`), 'the server answers again');
    pid = daemonOf(machine);
    const again = await refresh(stack, tokens.refresh_token);
    assert.equal(again.status, 200, again.text);
    await reads(stack, again.json);
    assert.ok(readdirSync(volume).some((file) => file.startsWith('state')), `${readdirSync(volume)}`);
    await ends(machine, pid);
    machine = undefined;
    say('another container on the same volume: the login went on');
  } catch (error) {
    console.error(machine?.said);
    throw error;
  } finally {
    if (machine) process.kill(Number(daemonOf(machine)), 'SIGKILL');
    stopMail(join(work, 'mail'));
  }
}

await main();
