import type { Page } from '@playwright/test';

/** Holds the answers to requests until the returned function is called. */
export async function hold(page: Page, requests: RegExp | ((url: URL) => boolean)): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(requests, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
