// SPDX-License-Identifier: GPL-3.0-or-later
// A Redis server for one test file, with a user of few rights, whose commands are on the disk before they are answered.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { freePort, root } from './stack.mjs';
import { until } from './until.mjs';

/** What README.md tells administrators to allow. */
const rights = /ACL SETUSER mailmcp on >PASSWORD ([^`]+)/.exec(readFileSync(join(root, 'README.md'), 'utf8'))[1].replaceAll(/\s+/g, ' ');

export const password = 'canary-password';

/** Starts one in a folder: url, pause(), resume(), kill(), start() again on the same port. `program` may be Valkey's. */
export async function startRedis(directory, program = process.env.REDIS_SERVER ?? 'redis-server') {
  const port = await freePort();
  writeFileSync(join(directory, 'redis.conf'), [
    'bind 127.0.0.1', `port ${port}`, 'save ""', 'appendonly yes', 'appendfsync always', 'logfile redis.log',
    `user mailmcp on >${password} ${rights}`, ''].join('\n'));
  const answers = () => new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (data) => { socket.destroy(); resolve(String(data).startsWith('+PONG')); });
    socket.once('error', () => resolve(false));
  });
  let child;
  const redis = {
    url: `redis://mailmcp:${password}@127.0.0.1:${port}/0`,
    async start() {
      child = spawn(program, ['redis.conf'], { cwd: directory, stdio: 'ignore' });
      await until(answers, 'Redis answers');
    },
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
  };
  await redis.start();
  return redis;
}
