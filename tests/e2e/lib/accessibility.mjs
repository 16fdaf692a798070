// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a page usable for everybody (WCAG 2.2), as far as a program can see it.

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

/** The relative luminance contrast of text and background (WCAG 2.2) of every element with text of its own. */
export function lowContrast() {
  const parse = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const background = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour[3] === undefined || colour[3] === 1) return colour;
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
  };
  const bad = [];
  for (const element of document.querySelectorAll('body *')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    if (!hasText || !element.checkVisibility()) continue;
    const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(background(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) bad.push(`${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 40)}" ${ratio.toFixed(2)}`);
  }
  return bad;
}

/** What can be pressed and is less than 24 px high (WCAG 2.2 §2.5.8); a label is part of it. */
export async function smallTargets(page) {
  const small = [];
  for (const target of await page.locator('button, input:not([type=hidden])').all()) {
    if (!(await target.isVisible())) continue;
    const height = await target.evaluate((element) => Math.max(...[element, ...(element.labels ?? [])].map((e) => e.getBoundingClientRect().height)));
    if (height < 24) small.push(`${await target.getAttribute('name')} is ${height} px high`);
  }
  return small;
}
