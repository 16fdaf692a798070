// SPDX-License-Identifier: GPL-3.0-or-later
// A person has to agree: with a form, with a question in the middle of the call, or in two steps; and each agreement is good once.
import { check, Peer, Session } from './peer.mjs';

const name = 'test_confirmation';
const text = ({ json }) => json?.result?.content?.[0]?.text;
const failure = (got) => got.json?.result?.isError === true && JSON.parse(text(got)).code;
const isDone = (got) => !got.json?.result?.isError && text(got)?.startsWith('Deeds so far');
const forms = { capabilities: { elicitation: {} } };
const yes = { action: 'accept', content: { confirm: true } };

async function checkForm(peer) {
  const call = (deed, params = {}) => peer.modern('tools/call', { name, arguments: { deed }, ...params }, forms);
  let got = await call('send it');
  const asked = got.json.result;
  check('a form asks', asked?.resultType === 'input_required' && asked.inputRequests.confirmation.method === 'elicitation/create'
    && asked.inputRequests.confirmation.params.message === 'Shall I really send it?', got);
  const answer = (response) => ({ inputResponses: { confirmation: response }, requestState: asked.requestState });
  got = await call('send it', { inputResponses: answer(yes).inputResponses });
  check('  yes to a question that was not asked: it is asked', got.json.result?.resultType === 'input_required', got);
  got = await call('send more', answer(yes));
  check('  yes to another question: -32602', peer.isError(got, 200, -32602), got);
  for (const response of [{ action: 'decline' }, { action: 'cancel' }, { action: 'accept' }, { action: 'accept', content: { confirm: false } },
    { action: 'accept', content: { confirm: 'true' } }, { action: 'accept', content: [] }, {}]) {
    got = await call('send it', answer(response));
    check(`  ${JSON.stringify(response)} is no yes`, failure(got) === 'permission_denied', got);
  }
  got = await call('send it', answer(yes));
  check('  yes: it is done', isDone(got), got);
  got = await call('send it', answer(yes));
  check('  the same yes again: it is not done', failure(got) === 'conflict', got);
  got = await call('nothing');
  check('  without a question nobody is asked', isDone(got), got);
}

async function checkTwoSteps(peer) {
  const call = (deed, token) => peer.modern('tools/call', { name, arguments: { deed, ...(token && { confirmation_token: token }) } });
  let got = await call('move it');
  check('two steps: the first one asks', failure(got) === 'confirmation_required', got);
  const { message, confirmation_token: token } = JSON.parse(text(got));
  check('  with the question and a token', message === 'Shall I really move it?' && token, got);
  got = await call('move all', token);
  check('  the token of another call', failure(got) === 'invalid_argument', got);
  got = await call('move it', `${token}x`);
  check('  no token of ours', failure(got) === 'invalid_argument', got);
  got = await new Peer(peer.url, 'mallory').modern('tools/call', { name, arguments: { deed: 'move it', confirmation_token: token } });
  check('  the token of somebody else', failure(got) === 'invalid_argument', got);
  got = await call('move it', token);
  check('  with the token it is done', isDone(got), got);
  got = await call('move it', token);
  check('  the same token again', failure(got) === 'conflict', got);
}

async function checkInSession(peer) {
  const session = await Session.begin(peer, '2025-11-25', { elicitation: {} });
  const call = (answer) => session.callAnswering(name, { deed: 'delete it' }, () => answer);
  let got = await call({ result: yes });
  check('a session asks in the middle of the call', got.asked[0]?.params.message === 'Shall I really delete it?' && isDone(got), got);
  got = await call({ result: { action: 'decline' } });
  check('  no is no', failure(got) === 'permission_denied', got);
  got = await call({ error: { code: -32000, message: 'no form' } });
  check('  an error is no yes', failure(got) === 'unsupported', got);
  got = await peer.older('2025-11-25', 'tools/call', { name, arguments: { deed: 'delete it' } });
  check('without a session there are two steps', failure(got) === 'confirmation_required', got);
}

export async function checkConfirming(peer) {
  await checkForm(peer);
  await checkTwoSteps(peer);
  await checkInSession(peer);
}
