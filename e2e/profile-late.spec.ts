import { expect, type Page, test } from '@playwright/test';
import { GROUP } from './pages';

const RANGE = 'from=2026-11-24T13:00:00Z&to=2026-11-24T14:00:00Z';

/** Holds the answers to requests until the returned function is called. */
async function hold(page: Page, requests: RegExp): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(requests, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('fades the figures of the range before while those of the next one load', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}`);
  const summary = page.getByRole('region', { name: 'Summary of the profile' });
  const opacity = () => summary.evaluate((line) => Number(getComputedStyle(line).opacity));
  await expect(summary).toContainText('Most CPU:');
  await expect.poll(opacity).toBe(1);
  const release = await hold(page, /functions\?/);
  await page.getByRole('button', { name: 'Previous profile' }).click();
  await expect.poll(opacity).toBeLessThan(1);
  await expect(summary).toContainText('Most CPU:');
  release();
  await expect.poll(opacity).toBe(1);
});
