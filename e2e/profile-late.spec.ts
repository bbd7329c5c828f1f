import { expect, type Page, test } from '@playwright/test';
import { drawn, frame, frameCount, graphs, widestBlock } from './graph';
import { GROUP, panel } from './pages';

const RANGE = 'from=2026-11-24T13:00:00Z&to=2026-11-24T14:00:00Z';
/** So wide that the graph has loaded no frame that is narrower than a pixel. */
const WIDE = { width: 2560, height: 1600 };
const list = (page: Page) => page.getByRole('dialog').filter({ hasText: 'narrower than a pixel' });

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

test('zooms by a click during which the graph is redrawn', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}`);
  await drawn(graphs(page));
  // Another range moves nothing above the graph.
  const release = await hold(page, /\/profile\?/);
  await page.getByRole('button', { name: 'Previous profile' }).click();
  await expect(page).toHaveURL(/from=2026-11-24T13:55/);
  const before = await frameCount(graphs(page));
  const box = await frame(page, 'Thread.run').boundingBox();
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await page.mouse.down();
  release();
  await expect.poll(() => frameCount(graphs(page))).not.toBe(before);
  await page.mouse.up();
  await expect(page.getByRole('navigation', { name: 'Focused frame' })).toContainText('Thread.run');
});

test('loads the functions of a block again after a failure', async ({ page }) => {
  await page.setViewportSize(WIDE);
  await page.goto(GROUP);
  await drawn(graphs(page));
  await page.route(/\/profile\?.*focus=/, (route) => route.abort());
  const block = await widestBlock(page);
  await page.mouse.click(block.x, block.y);
  await expect(list(page)).toContainText(/Loading .*functions failed: .* samples? in all/);
  await page.unroute(/\/profile\?.*focus=/);
  await list(page).getByRole('button', { name: 'Retry' }).click();
  await expect(list(page)).not.toContainText('failed');
  await expect(list(page)).not.toContainText('Loading');
  await expect(list(page).getByRole('listitem').nth(1)).toBeVisible();
});

test('requests no functions of a block while the graph shows an earlier answer', async ({ page }) => {
  await page.setViewportSize(WIDE);
  await page.goto(GROUP);
  await drawn(graphs(page));
  const requested: string[] = [];
  page.on('request', (request) => {
    if (/\/profile\?.*focus=/.test(request.url())) requested.push(request.url());
  });
  const release = await hold(page, /\/profile\?/);
  await page.getByText('Latency', { exact: true }).click();
  await expect(page).toHaveURL(/data=latency/);
  const block = await widestBlock(page);
  await page.mouse.click(block.x, block.y);
  await expect(list(page)).toContainText('Loading more functions');
  expect(requested).toEqual([]);
  release();
  await expect(panel(page, 'Flame graph')).toContainText('TIMED_WAITING');
});

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
