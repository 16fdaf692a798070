// SPDX-License-Identifier: GPL-3.0-or-later
// A real browser in the hands of a mailbox owner.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
// The switches keep it from calling home; without a sandbox of its own it also runs as root.
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

export function launchBrowser() {
  const executablePath = process.env.CHROMIUM || places.find((path) => existsSync(path));
  if (!executablePath) throw new Error('no Chromium found; set CHROMIUM to its path');
  return chromium.launch({ executablePath, args: [...flags, ...(process.env.CHROMIUM_FLAGS?.split(' ') ?? [])] });
}

/**
 * Opens the login page in a tab of its own and collects what a visitor must never see there: console errors, violations of the
 * content security policy, requests to anywhere but the daemon.
 */
export async function openLoginPage(browser, authorizationUrl, contextOptions = {}) {
  const context = await browser.newContext(contextOptions);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(authorizationUrl).origin)) complaints.push(`request to ${request.url()}`);
  });
  const response = await page.goto(String(authorizationUrl));
  return { context, page, complaints, status: response.status(), headers: response.headers() };
}

/** Fills the login form as its owner would and presses the button. */
export async function logIn(page, { fullName = 'Alice Example', email, username = email, password, smtp, confirm = false }) {
  await page.fill('[name=full_name]', fullName);
  await page.fill('[name=email]', email);
  await page.fill('[name=imap_username]', username);
  await page.fill('[name=imap_password]', password);
  if (smtp) {
    await page.uncheck('[name=use_same_credentials]');
    await page.fill('[name=smtp_username]', smtp.username);
    await page.fill('[name=smtp_password]', smtp.password);
  }
  if (confirm) await page.check('[name=confirm]');
  await page.click('#connect');
}
