// SPDX-License-Identifier: GPL-3.0-or-later
// subscriptions/listen: the acknowledgement comes first, everything is tagged with the id, and nothing comes that was not asked for.
import { check, subscriptionIdOf } from './peer.mjs';

async function begin(peer, notifications, id) {
  const listening = await peer.modernStream('subscriptions/listen', { notifications }, { id });
  const first = await listening.stream?.next();
  return { stream: listening.stream, status: listening.status, first };
}

const isAcknowledgement = (message, id) => message?.method === 'notifications/subscriptions/acknowledged' && !('id' in message)
  && subscriptionIdOf(message) === id;

export async function checkListening(peer, capabilities) {
  const { uri } = (await peer.modern('resources/list')).json.result.resources[0];
  for (const id of ['a name', 4711, '4711']) {
    const { stream, first } = await begin(peer, { resourceSubscriptions: [uri] }, id);
    check(`listen with id ${JSON.stringify(id)}: acknowledged first, with the same id`, isAcknowledgement(first, id), { first });
    stream?.close();
  }
  const everything = { toolsListChanged: true, promptsListChanged: true, resourcesListChanged: true, resourceSubscriptions: ['nope://x'] };
  const { stream, first } = await begin(peer, everything, 'all');
  const honoured = first?.params?.notifications ?? {};
  check('only what is declared is promised', isAcknowledgement(first, 'all') && Object.entries(
    { toolsListChanged: 'tools', promptsListChanged: 'prompts', resourcesListChanged: 'resources' }).every(
    ([kind, name]) => (honoured[kind] ?? false) === (capabilities[name].listChanged ?? false)), { first, capabilities });
  check('and no resource that there is not', !(honoured.resourceSubscriptions ?? []).includes('nope://x'), { first });
  stream?.close();
  for (const [name, params] of [['nothing', {}], ['no filter', { notifications: 7 }], ['a kind that is no boolean', { notifications: { toolsListChanged: 'yes' } }],
    ['URIs that are none', { notifications: { resourceSubscriptions: [7] } }]]) {
    const got = await peer.modern('subscriptions/listen', params);
    check(`listen to ${name}: -32602`, got.json?.error?.code === -32602 && got.json.id === peer.lastSent, got);
  }
}

/** Needs the fixture's tools that make something happen. */
export async function checkNotifications(peer) {
  const trigger = (name) => peer.modern('tools/call', { name, arguments: {} });
  const uri = 'test://watched-resource';
  const [tools, prompts, resource, both] = await Promise.all([begin(peer, { toolsListChanged: true }, 't'), begin(peer, { promptsListChanged: true }, 2),
    begin(peer, { resourceSubscriptions: [uri] }, 'r'), begin(peer, { toolsListChanged: true, resourceSubscriptions: [uri] }, 'b')]);
  await trigger('test_trigger_tool_change');
  await trigger('test_trigger_prompt_change');
  await trigger('test_touch_watched_resource');
  const expect = async (name, { stream }, id, ...methods) => {
    const heard = [];
    for (const { length } of methods) heard.push(length ? await stream.next() : undefined);
    check(`${name} hears of what it asked for, tagged`, heard.every((message, index) => message?.method === methods[index] && subscriptionIdOf(message) === id
      && (message.method !== 'notifications/resources/updated' || message.params.uri === uri)), { heard });
    const more = await stream.next(200);
    check('  and of nothing else', more === undefined, { more });
  };
  await expect('one listener', tools, 't', 'notifications/tools/list_changed');
  await expect('another', prompts, 2, 'notifications/prompts/list_changed');
  await expect('a third', resource, 'r', 'notifications/resources/updated');
  await expect('a fourth', both, 'b', 'notifications/tools/list_changed', 'notifications/resources/updated');
}
