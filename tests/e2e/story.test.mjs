// SPDX-License-Identifier: GPL-3.0-or-later
// The whole story with each official client: discovery, login in a browser, tokens, tools, refresh.
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from './lib/browser.mjs';
import { clients } from './lib/clients.mjs';
import { startStack } from './lib/stack.mjs';
import { tellStory } from './lib/story.mjs';

for (const starttls of [false, true]) {
  describe(`story over ${starttls ? 'STARTTLS' : 'implicit TLS'}`, () => {
    let stack, browser;
    before(async () => {
      [stack, browser] = await Promise.all([startStack(`story-${starttls ? 'starttls' : 'tls'}`, { starttls }), launchBrowser()]);
    });
    after(async () => {
      await browser?.close();
      stack?.stop();
    });
    for (const client of starttls ? clients.slice(0, 1) : clients) {
      test(client.name, async (t) => {
        await tellStory({ stack, client, browser, tell: (title) => t.diagnostic(title) });
      });
    }
  });
}
