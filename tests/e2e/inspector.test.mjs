// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of MCP Inspector in both eras. Its --strict finds tool schemas that some assistant would not take.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { inspectorScript, node22 } from './lib/conformance.mjs';
import { bearer, obtainTokens } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

describe('MCP Inspector', () => {
  let stack, authorization;
  before(async () => {
    stack = await startStack('inspector');
    authorization = bearer((await obtainTokens(stack)).access_token);
  });
  after(() => stack?.stop());

  /** What it prints, as {json, stderr}; fails with its words when it ends with anything but 0. */
  async function inspect(era, flags) {
    const { stdout, stderr } = await promisify(execFile)(node22, [inspectorScript, '--cli', stack.mcp_url, '--transport', 'http', '--protocol-era', era,
      '--header', `Authorization: ${authorization}`, ...flags], { env: { PATH: process.env.PATH, HOME: stack.directory }, timeout: 60_000 });
    return { json: JSON.parse(stdout), stderr };
  }

  for (const era of ['modern', 'legacy']) {
    test(`tools/list is portable, ${era}`, async () => {
      const { json, stderr } = await inspect(era, ['--method', 'tools/list', '--strict']);
      assert.ok(json.tools.some(({ name }) => name === 'list_mailboxes'), JSON.stringify(json));
      // A field of a result that may be null is all that it finds; nothing is said about what a client has to fill in.
      const found = stderr.split(/\n(?=Warning: |Error: )/).filter((complaint) => complaint.trim());
      assert.deepEqual(found.filter((complaint) => !/^Warning: .*\n  Path: outputSchema\..*\n  Issue: `type` is an array \(\["\w+","null"\]\)/.test(complaint)), []);
    });

    test(`tools/call, ${era}`, async () => {
      const { json } = await inspect(era, ['--method', 'tools/call', '--tool-name', 'list_mail_messages', '--tool-arg', 'folder=INBOX', 'per_page=3']);
      assert.ok(!json.isError, JSON.stringify(json));
      assert.equal(json.structuredContent.total, stack.folders.INBOX.messages);
      assert.equal(json.structuredContent.messages.length, 3);
    });
  }
});
