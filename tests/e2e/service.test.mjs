// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon as a service manager runs it: sockets that are handed over, certificates that are renewed.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import tls from 'node:tls';
import { key, makeCertificate, start } from './lib/daemon.mjs';
import { binary, freePort, freshDirectory } from './lib/stack.mjs';

describe('as a service', () => {
  test('it serves on sockets that systemd hands over', async () => {
    const directory = freshDirectory('socket-activation');
    const port = await freePort();
    // What systemd does: the sockets are descriptors from 3 on, and the environment says so to one process.
    const activate = [
      'import os, socket, sys',
      's = socket.create_server(("127.0.0.1", int(sys.argv[1])))',
      'os.dup2(s.fileno(), 3)',
      'os.set_inheritable(3, True)',
      'os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1")',
      'os.execv(sys.argv[2], [sys.argv[2], "server"])',
    ].join('\n');
    const daemon = start(directory, ['python3', '-c', activate, String(port), binary], { PORT: '1', BASE_URL: `http://127.0.0.1:${port}` });
    await daemon.says(/listening/);
    assert.equal((await fetch(`http://127.0.0.1:${port}/health`)).status, 200);
    await daemon.stop();
  });

  test('it tells systemd that it is ready, alive, reloading and stopping', async () => {
    const directory = freshDirectory('service-manager');
    const path = join(directory, 'notify');
    const listener = [
      'import socket, sys',
      's = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)',
      's.bind(sys.argv[1])',
      'print("bound", flush=True)',
      'while True: print(s.recv(4096).decode(), flush=True)',
    ].join('\n');
    const manager = spawn('python3', ['-c', listener, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let heard = '';
    manager.stdout.on('data', (data) => { heard += data; });
    const hears = async (words) => {
      for (let i = 0; i < 400 && !words.test(heard); i += 1) await new Promise((resolve) => setTimeout(resolve, 25));
      assert.match(heard, words);
    };
    try {
      await hears(/bound/);
      const daemon = start(directory, [binary, 'server'], { PORT: '0', NOTIFY_SOCKET: path, WATCHDOG_USEC: '200000' });
      await hears(/READY=1[^]*WATCHDOG=1[^]*WATCHDOG=1/);
      daemon.child.kill('SIGHUP');
      await hears(/RELOADING=1\nMONOTONIC_USEC=\d+[^]*READY=1/);
      await daemon.stop();
      await hears(/STOPPING=1/);
    } finally {
      manager.kill();
    }
  });

  test('sockets that are announced but not there end the start', () => {
    const directory = freshDirectory('socket-activation-broken');
    const done = spawnSync('/bin/sh', ['-c', `LISTEN_PID=$$ LISTEN_FDS=1 exec ${binary} server 3<&-`], { cwd: directory, encoding: 'utf8', timeout: 20_000,
      env: { PATH: process.env.PATH, HOME: directory, ENCRYPTION_KEY: key, STATE_URL: 'memory:', PORT: '0' } });
    assert.equal(done.status, 69, done.stderr);
    assert.match(done.stderr, /LISTEN_FDS/);
  });

  test('SIGHUP takes a renewed certificate, and keeps the old one when the new one is broken', async () => {
    const directory = freshDirectory('certificate-renewal');
    const path = (name) => join(directory, name);
    for (const name of ['first', 'second']) makeCertificate(directory, name);
    const use = (name) => {
      copyFileSync(path(`${name}.pem`), path('tls.pem'));
      copyFileSync(path(`${name}.key`), path('tls.key'));
    };
    use('first');
    const port = await freePort();
    const shown = () => new Promise((resolve, reject) => {
      const socket = tls.connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
        resolve(socket.getPeerCertificate().subject.CN);
        socket.destroy();
      }).once('error', reject);
    });
    const daemon = start(directory, [binary, 'server'],
      { PORT: String(port), BASE_URL: `https://localhost:${port}`, TLS_CERT_FILE: path('tls.pem'), TLS_KEY_FILE: path('tls.key') });
    await daemon.says(/listening/);
    assert.equal(await shown(), 'first');
    use('second');
    assert.equal(await shown(), 'first');
    daemon.child.kill('SIGHUP');
    await daemon.says(/in use/);
    assert.equal(await shown(), 'second');
    writeFileSync(path('tls.pem'), 'no certificate\n');
    daemon.child.kill('SIGHUP');
    await daemon.says(/refused/);
    assert.equal(await shown(), 'second');
    await daemon.stop();
  });
});
