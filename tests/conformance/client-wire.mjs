// SPDX-License-Identifier: GPL-3.0-or-later
// Raw probes of one MCP endpoint in all revisions, without any MCP library.
// usage: node client-wire.mjs fixture URL          mcp_conformance_server, with what only its own tools make possible
//        node client-wire.mjs server URL TOKEN     any server
import { checkEnvelope, checkCompletion, checkHeaders, checkLists, checkPrompts, checkResources } from './wire/modern.mjs';
import { checkInputRequired, checkMeanwhile, checkParameterHeaders, checkSessionsAsk, checkSessionsHear } from './wire/asking.mjs';
import { checkConfirming } from './wire/confirming.mjs';
import { checkHandshake, checkRevision } from './wire/legacy.mjs';
import { checkJson } from './wire/json.mjs';
import { checkListening, checkNotifications } from './wire/listen.mjs';
import { checkLifecycle, checkOtherCaller, checkWithoutSession } from './wire/sessions.mjs';
import { failureCount, olderVersions, Peer } from './wire/peer.mjs';

const [kind, url, token] = process.argv.slice(2);
if (!['fixture', 'server'].includes(kind) || !url) {
  console.error('usage: node client-wire.mjs fixture|server URL [TOKEN]');
  process.exit(2);
}
const peer = new Peer(url, token);
const { prompts } = (await peer.modern('prompts/list')).json.result;
const prompt = prompts.find(({ arguments: parameters }) => parameters?.length > 0);
const completed = { prompt: prompt.name, argument: prompt.arguments[0].name };

const capabilities = await checkEnvelope(peer);
await checkHeaders(peer);
await checkLists(peer);
await checkResources(peer);
await checkPrompts(peer);
await checkCompletion(peer, completed);
await checkListening(peer, capabilities);
if (kind === 'fixture') {
  await checkParameterHeaders(peer);
  await checkInputRequired(peer);
  await checkNotifications(peer);
  await checkMeanwhile(peer);
}
await checkHandshake(peer);
for (const version of olderVersions) await checkRevision(peer, version, completed);
await checkWithoutSession(peer);
for (const version of olderVersions) await checkLifecycle(peer, version);
if (kind === 'fixture') {
  await checkOtherCaller(peer);
  await checkSessionsAsk(peer);
  await checkSessionsHear(peer);
  await checkConfirming(peer);
}
await checkJson(peer);
process.exit(failureCount() === 0 ? 0 : 1);
