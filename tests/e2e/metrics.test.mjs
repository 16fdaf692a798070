// SPDX-License-Identifier: GPL-3.0-or-later
// What the daemon tells Prometheus, and whom it tells.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bearer, callMcp, obtainTokens } from './lib/oauth.mjs';
import { startStack } from './lib/stack.mjs';

describe('metrics', () => {
  async function read(stack) {
    const answer = await fetch(`${stack.base_url}/metrics`);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type'), /^text\/plain/);
    const text = await answer.text();
    return { text, value: (name) => Number(new RegExp(`^mail_mcp_${name} (\\S+)$`, 'm').exec(text)[1]) };
  }

  test('they count IMAP sessions and name nobody', async () => {
    const stack = await startStack('metrics');
    try {
      const authorization = bearer((await obtainTokens(stack)).access_token);
      assert.equal((await read(stack)).value('imap_sessions_opened_total'), 0);
      const list = () => callMcp(stack, authorization, 'tools/call', { name: 'list_mailboxes', arguments: {} });
      await list();
      await list();
      const { text, value } = await read(stack);
      assert.equal(value('imap_sessions_opened_total'), 1);
      assert.equal(value('imap_sessions_reused_total'), 1);
      assert.equal(value('imap_sessions_idle'), 1);
      assert.equal(value('watched_mailboxes'), 0);
      assert.ok(value('http_connections') >= 1);
      assert.ok(value('http_request_duration_seconds_count') > 3);
      assert.ok(value('http_request_duration_seconds_sum') > 0);
      assert.equal(value('http_server_errors_total'), 0);
      assert.match(text, /^mail_mcp_http_request_duration_seconds_bucket\{le="\+Inf"\} \d+$/m);
      assert.equal((await fetch(`${stack.base_url}/attachments/none`)).status, 404);
      const created = await callMcp(stack, bearer((await obtainTokens(stack, stack.alice, ['mail.send'])).access_token), 'tools/call',
        { name: 'create_attachment_upload', arguments: { filename: 'a.txt' } });
      const { url } = created.json.result.structuredContent;
      assert.equal((await fetch(url, { method: 'PUT', body: 'hello' })).status, 201);
      const later = await read(stack);
      assert.deepEqual(['uploads', 'uploads_done_total', 'uploaded_bytes_total', 'uploads_refused_total', 'downloads', 'downloads_done_total', 'links_refused_total']
        .map((name) => later.value(`attachment_${name}`)), [0, 1, 5, 0, 0, 0, 1]);
      assert.match(text, /^# TYPE mail_mcp_imap_sessions_opened_total counter$/m);
      assert.doesNotMatch(text, /alice|example|localhost/);
    } finally {
      stack.stop();
    }
  });

  test('they are for the addresses of METRICS_FROM alone', async () => {
    const stack = await startStack('metrics-refused', { env: { METRICS_FROM: '10.0.0.0/8' } });
    try {
      const answer = await fetch(`${stack.base_url}/metrics`);
      assert.equal(answer.status, 403);
      assert.match(await answer.text(), /METRICS_FROM/);
    } finally {
      stack.stop();
    }
  });
});
