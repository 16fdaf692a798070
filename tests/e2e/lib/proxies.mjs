// SPDX-License-Identifier: GPL-3.0-or-later
// nginx and Caddy in front of the daemon, with the files that operators get.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, makeCertificate, spawnBound } from './daemon.mjs';
import { open } from './rawHttp.mjs';
import { freePort, freshDirectory, root } from './stack.mjs';

const unpacked = process.env.MAIL_SERVERS ?? join(root, 'build', 'mail-servers');
const recommended = (name) => readFileSync(join(root, 'installer', 'proxy', name), 'utf8');

/** Replaces every pair in turn; a text that is not there means that the recommended file has changed. */
function adapt(text, pairs) {
  return pairs.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`installer/proxy: there is no "${from}" any more`);
    return result.replaceAll(from, to);
  }, text);
}

const kinds = {
  nginx: {
    program: join(unpacked, 'usr', 'sbin', 'nginx'),
    prepare(directory, { port, upstreams, certificate, privateKey }) {
      const server = adapt(recommended('nginx.conf'), [
        ['    server 127.0.0.1:3000 max_fails=0;', upstreams.map((daemon) => `    server 127.0.0.1:${daemon} max_fails=0;`).join('\n')], ['listen 443', `listen 127.0.0.1:${port}`], ['mail.mcp.example.com;', 'localhost;'],
        ['/etc/ssl/mail.mcp.example.com.pem', certificate], ['/etc/ssl/mail.mcp.example.com.key', privateKey]]);
      const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${directory}/${name};`).join('\n');
      const file = join(directory, 'nginx.conf');
      writeFileSync(file, `daemon off;\nworker_processes 1;\npid ${directory}/pid;\n${process.getuid() === 0 ? 'user root;\n' : ''}`
        + `error_log stderr info;\nevents { worker_connections 4096; }\nhttp {\n${places}\naccess_log off;\n${server}\n}\n`);
      return ['-e', 'stderr', '-p', directory, '-c', file];
    },
  },
  caddy: {
    program: join(unpacked, 'usr', 'bin', 'caddy'),
    prepare(directory, { port, upstreams, certificate, privateKey }) {
      const file = join(directory, 'Caddyfile');
      writeFileSync(file, adapt(recommended('Caddyfile'), [
        ['127.0.0.1:3000', upstreams.map((daemon) => `127.0.0.1:${daemon}`).join(' ')], ['\n{\n', '\n{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n'],
        ['\nmail.mcp.example.com {\n', `\nhttps://localhost:${port} {\n\tbind 127.0.0.1\n\ttls ${certificate} ${privateKey}\n`]]));
      return ['run', '--config', file, '--adapter', 'caddyfile'];
    },
  },
};

/** Whether the program is there: ./dev test unpacks it. */
export const has = (kind) => existsSync(kinds[kind].program);

/** Starts a proxy on `port` before the daemon on `upstream`, or those on `upstreams`; {port, tls, stop()}. */
export async function startProxy(kind, { port, upstream, upstreams = [upstream] }) {
  const directory = freshDirectory(`proxy-${kind}`);
  const { program, prepare } = kinds[kind];
  mkdirSync(join(directory, 'home'));
  const child = spawnBound([program, ...prepare(directory, { port, upstreams, ...makeCertificate(directory) })],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH, HOME: join(directory, 'home') } });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => { log += data; });
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  const target = { port, tls: true };
  await eventually(`${kind} listens`, async () => {
    if (child.exitCode !== null) throw new Error(`${kind} ended: ${log}`);
    return open(target).then((socket) => socket.destroy(), () => undefined);
  });
  return { ...target, log: () => log, stop: () => { child.kill('SIGTERM'); return ended; } };
}
