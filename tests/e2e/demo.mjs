// SPDX-License-Identifier: GPL-3.0-or-later
// "./dev demo": the story of the end-to-end test, step by step for a person.   node demo.mjs build/sandbox/sandbox.json
import { dirname } from 'node:path';
import { launchBrowser } from './lib/browser.mjs';
import { clients } from './lib/clients.mjs';
import { describeStack } from './lib/stack.mjs';
import { tellStory } from './lib/story.mjs';

const terminal = process.stdout.isTTY;
const bold = (text) => (terminal ? `\x1b[1m${text}\x1b[0m` : text);
const dim = (text) => (terminal ? `\x1b[2m${text}\x1b[0m` : text);

const stack = describeStack(dirname(process.argv[2]));
const browser = await launchBrowser();
try {
  const client = clients[0];
  console.log(bold(`\n${client.name} to MCP ${client.version}, at ${stack.mcp_url}\n`));
  let step = 0;
  await tellStory({
    stack, client, browser,
    tell(title, details = {}) {
      step += 1;
      console.log(`${bold(String(step).padStart(2))}  ${title}`);
      for (const [name, value] of Object.entries(details)) console.log(`      ${dim(`${name}:`)} ${String(value).replaceAll('\n', `\n        `)}`);
    },
  });
  console.log(bold('\nEverything was as it should be.'));
} catch (error) {
  console.error(`\nThe demonstration stopped: ${error.message}\n${dim(`The daemon's log is ${stack.server_log}`)}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
