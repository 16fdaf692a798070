// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured: for each operation the request to Mail MCP, and the floor: the commands that any client of the mail server needs
// for the same result, in as few round trips as they can be made in. The folder is open on both sides, so NOOP asks for news.
const page = 20;
const summary = '(UID FLAGS RFC822.SIZE INTERNALDATE ENVELOPE)';

/** How many ask at one time: for what is compared with the floor, for what changes a mailbox, and for what needs none. */
const [compared, changing, plain] = [[1, 8, 32], [8], [8, 64]];

const tool = (name, parameters, expected, workers = compared) => ({ method: 'tools/call', params: { name, arguments: parameters }, expected, workers });

const list = (size) => ({
  ...tool('list_mail_messages', { folder: `Bench ${size}`, page: 1, per_page: page }, '"message_id"'),
  floor: { prelude: [`EXAMINE "Bench ${size}"`], flights: [['NOOP', `FETCH ${size - page + 1}:${size} ${summary}`]] },
});

const letter = 'Date: Mon, 2 Nov 2026 09:30:00 +0000\r\nFrom: Alice Example <alice@example.test>\r\nTo: bob@example.test\r\n'
  + 'Subject: Draft {{n}}\r\nMessage-ID: <{{n}}@example.test>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello,\r\nthis is it.\r\n';
/** An APPEND with its literal; {{n}} becomes a number of 20 digits. */
function append(folder, flags) {
  const size = letter.replaceAll('{{n}}', '0'.repeat(20)).length;
  return `APPEND "${folder}" (${flags}) {${size}+}\r\n${letter}`;
}

/** smallUid: a message of one plain text part in "Bench 100". {{n}} and {{m}} are filled by bench_load, see load/Plan.h. */
export const operations = (smallUid) => ({
  list_100: list(100),
  list_5k: list(5000),
  list_50k: list(50000),
  search_unseen_100: {
    ...tool('search_mail_messages', { folder: 'Bench 100', query: 'UNSEEN' }, '"uids"'),
    floor: { prelude: ['EXAMINE "Bench 100"'], flights: [['NOOP', 'UID SEARCH RETURN (ALL COUNT) UNSEEN']] },
  },
  get_small: {
    ...tool('get_mail_message', { folder: 'Bench 100', uid: smallUid }, '"text_body"'),
    floor: { prelude: ['EXAMINE "Bench 100"'], flights: [
      ['NOOP', `UID FETCH ${smallUid} (UID FLAGS RFC822.SIZE INTERNALDATE BODYSTRUCTURE BODY.PEEK[HEADER]<0.262144>)`],
      [`UID FETCH ${smallUid} (UID BODY.PEEK[1]<0.393216>)`]] },
  },
  flags: {
    ...tool('update_mail_message_flags', { folder: 'Bench 5000', uid: '{{m}}', add: ['Flagged'] }, '"flags"'),
    cycle: 5000,
    floor: { prelude: ['SELECT "Bench 5000"'], flights: [['NOOP', 'UID STORE {{m}} +FLAGS.SILENT (\\Flagged)', 'UID FETCH {{m}} (UID FLAGS)']] },
  },
  draft: {
    ...tool('create_draft_mail_message', { to: 'bob@example.test', subject: 'Draft {{n}}', text_body: 'Hello,\nthis is it.\n' }, '"uid"', changing),
    floor: { prelude: [], flights: [[append('Drafts', '\\Draft \\Seen')]] },
  },
  send: tool('send_mail_message', { to: 'bob@example.test', subject: 'Letter {{n}}', text_body: 'Hello,\nthis is it.\n' }, '"structuredContent"', changing),
  tools_list: { workers: plain, method: 'tools/list', params: {}, expected: '"list_mailboxes"' },
  ping: { workers: plain, method: 'ping', params: {}, expected: '"result"', isLegacy: true },
  discover: { workers: plain, method: 'server/discover', params: {}, expected: '"supportedVersions"' },
  unauthorized: { workers: plain, method: 'tools/list', params: {}, status: 401, expected: '"unauthorized"', isAnonymous: true },
});
