// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that somebody may use in place of Mail MCP, as npm has them. They speak on their standard streams, to one mailbox, so
// neither HTTP nor tokens cost them anything. What they cannot do is not measured.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { legacyBody, runLoad } from './load.mjs';

const tool = (name, parameters, expected, more = {}) => ({ body: legacyBody('tools/call', { name, arguments: parameters }), expected, ...more });
const plain = { ping: { body: legacyBody('ping', {}), expected: '"result"' }, tools_list: { body: legacyBody('tools/list', {}), expected: '"inputSchema"' } };
const to = 'bob@example.test';
const text = 'Hello,\nthis is it.\n';

const account = 'default';
const emailMcp = {
  package: '@codefuturist/email-mcp', version: '0.2.0', program: 'dist/main.js', arguments: ['stdio'],
  environment: (stack, user) => ({
    MCP_EMAIL_ADDRESS: user.email, MCP_EMAIL_USERNAME: user.username, MCP_EMAIL_PASSWORD: user.password, MCP_EMAIL_ACCOUNT_NAME: account,
    MCP_EMAIL_IMAP_HOST: stack.imap.host, MCP_EMAIL_IMAP_PORT: String(stack.imap.port),
    MCP_EMAIL_SMTP_HOST: stack.smtp.host, MCP_EMAIL_SMTP_PORT: String(stack.smtp.port), MCP_EMAIL_RATE_LIMIT: '1000000' }),
  operations(smallUid) {
    const list = (size) => tool('list_emails', { account, mailbox: `Bench ${size}`, page: 1, pageSize: 20 }, 'Bench');
    return {
      ...plain, list_100: list(100), list_5k: list(5000), list_50k: list(50000),
      search_unseen_100: tool('search_emails', { account, mailbox: 'Bench 100', seen: false }, 'text'),
      get_small: tool('get_email', { account, mailbox: 'Bench 100', emailId: String(smallUid) }, 'text'),
      flags: tool('bulk_action', { account, mailbox: 'Bench 5000', action: 'flag', ids: ['{{m}}'] }, 'text', { cycle: 5000 }),
      draft: tool('save_draft', { account, to: [to], subject: 'Draft {{n}}', body: text }, 'text'),
      send: tool('send_email', { account, to: [to], subject: 'Letter {{n}}', body: text }, 'text'),
    };
  },
};

const mailServer = {
  package: 'mcp-mail-server', version: '1.2.1', program: 'dist/index.js', arguments: [],
  environment: (stack, user) => ({
    IMAP_HOST: stack.imap.host, IMAP_PORT: String(stack.imap.port), IMAP_SECURE: 'true', SMTP_HOST: stack.smtp.host,
    SMTP_PORT: String(stack.smtp.port), SMTP_SECURE: 'true', EMAIL_USER: user.username, EMAIL_PASS: user.password }),
  operations(smallUid) {
    const opening = (size) => ({ prelude: [legacyBody('tools/call', { name: 'open_mailbox', arguments: { mailboxName: `Bench ${size}`, readOnly: true } })] });
    const list = (size) => tool('get_recent_messages', { limit: 20 }, 'text', opening(size));
    return {
      ...plain, list_100: list(100), list_5k: list(5000), list_50k: list(50000),
      get_small: tool('get_message', { uid: smallUid }, 'text', opening(100)),
      send: tool('send_email', { to, subject: 'Letter {{n}}', text }, 'text'),
    };
  },
};

const known = { 'email-mcp': emailMcp, 'mcp-mail-server': mailServer };

/** The peers of these names, installed below `directory`: {name, offers(operation), measure(program, operation, load)}. */
export function preparePeers(names, stack, user, smallUid, directory) {
  return names.map((name) => {
    const peer = known[name];
    if (!peer) throw new Error(`there is no peer ${name}: ${Object.keys(known).join(', ')}`);
    const program = join(directory, 'node_modules', peer.package, peer.program);
    if (!existsSync(program)) {
      execFileSync('npm', ['install', '--prefix', directory, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `${peer.package}@${peer.version}`],
        { stdio: ['ignore', 'ignore', 'inherit'] });
    }
    const operations = peer.operations(smallUid);
    const introduction = [
      JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'bench', version: '1' } } }),
      JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })];
    const env = { ...peer.environment(stack, user), NODE_EXTRA_CA_CERTS: stack.ca_file };
    return {
      name,
      offers: (operation) => operation in operations,
      measure(loadProgram, operation, load) {
        const { prelude = [], ...rest } = operations[operation];
        return runLoad(loadProgram, { protocol: 'stdio', command: [process.execPath, program, ...peer.arguments], prelude: [...introduction, ...prelude], ...rest, ...load }, { env });
      },
    };
  });
}
