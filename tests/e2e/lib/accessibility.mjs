// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a page usable for everybody (WCAG 2.2 AA), as far as a program can see it.
import axe from 'axe-core';

export const looks = {
  'desktop-light': { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  'desktop-dark': { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  'phone-light': { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, colorScheme: 'light' },
  'phone-dark': { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, colorScheme: 'dark' },
};

/** The accessibility tree as Chromium computes it: what a screen reader is told. */
export async function accessibilityTree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.filter((node) => !node.ignored).map((node) => ({ role: node.role?.value, name: node.name?.value ?? '', properties: node.properties ?? [] }));
}

/** What axe-core finds against WCAG 2.2, levels A and AA, on a page as it looks now. */
export async function violations(page) {
  await page.evaluate(axe.source);
  const result = await page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  if (result.passes.length < 5) throw new Error(`axe looked at next to nothing: ${result.passes.length} rules`);
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}
