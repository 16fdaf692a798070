// SPDX-License-Identifier: GPL-3.0-or-later
// Puts messages into a mailbox of the sandbox, in the words of IMAP.
import tls from 'node:tls';

/** One literal APPEND; `pieces` are strings or Buffers, sent one after the other. */
export async function appendMessage(stack, user, folder, pieces) {
  const socket = tls.connect({ host: '127.0.0.1', port: stack.imap.port, rejectUnauthorized: false });
  socket.setEncoding('latin1');
  let text = '';
  let wake = () => {};
  socket.on('data', (data) => { text += data; wake(); });
  socket.on('error', () => wake());
  const answer = async (pattern) => {
    for (;;) {
      const found = pattern.exec(text);
      if (found) { text = text.slice(found.index + found[0].length); return found[0]; }
      if (socket.destroyed) throw new Error(`the IMAP server closed: ${text}`);
      await new Promise((resolve) => { wake = resolve; });
    }
  };
  await answer(/\* OK.*\r\n/);
  socket.write(`a LOGIN "${user.username}" "${user.password}"\r\n`);
  await answer(/^a OK.*\r\n/m);
  const size = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
  socket.write(`b APPEND "${folder}" {${size}}\r\n`);
  await answer(/^\+.*\r\n/m);
  for (const piece of pieces) {
    if (!socket.write(piece)) await new Promise((resolve) => { socket.once('drain', resolve); });
  }
  socket.write('\r\n');
  const done = await answer(/^b (OK|NO|BAD).*\r\n/m);
  socket.end('c LOGOUT\r\n');
  const appended = /APPENDUID (\d+) (\d+)/.exec(done);
  if (!appended) throw new Error(`APPEND: ${done}`);
  return { uidvalidity: Number(appended[1]), uid: Number(appended[2]) };
}

/** A message with one attachment, as mail programs write it: base64 in lines of 76 characters. */
export function messageWith(filename, contentType, content, { encoding = 'base64' } = {}) {
  const boundary = 'b0undary';
  const head = [
    'From: Carol <carol@example.test>', 'To: alice@example.test', `Subject: ${filename}`, 'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`, '',
    `--${boundary}`, 'Content-Type: text/plain; charset=utf-8', '', 'See the attachment.', '',
    `--${boundary}`, `Content-Type: ${contentType}`, `Content-Disposition: attachment; filename="${filename}"`,
    `Content-Transfer-Encoding: ${encoding}`, '', ''].join('\r\n');
  const pieces = [head];
  if (encoding === 'base64') {
    const step = 57 * 16 * 1024;
    for (let at = 0; at < content.length; at += step) {
      pieces.push(content.subarray(at, at + step).toString('base64').replace(/.{76}/g, '$&\r\n'));
      if (!pieces.at(-1).endsWith('\n')) pieces.push('\r\n');
    }
  } else {
    pieces.push(content);
  }
  pieces.push(`\r\n--${boundary}--\r\n`);
  return pieces;
}
