import { blocks, drawn, frame, frameCount, graphs } from './graph';
import { hold } from './hold';
import { GROUP, panel } from './pages';
import { summary } from './profile-page';
import { expect, type Page, test } from './test';

const RANGE = 'from=2026-11-24T13:00:00Z&to=2026-11-24T14:00:00Z';

/** So wide that the graph has loaded no frame that is narrower than a pixel. */
const WIDE = { width: 2560, height: 1600 };
const list = (page: Page) => page.getByRole('dialog', { name: 'Functions of the block' });
const FINER = /\/profile\?.*focus=/;

/** Opens the widest block with functions that the graph hasn't loaded. */
async function openUnloadedBlock(page: Page): Promise<void> {
  for (const { x, y } of (await blocks(page)).slice(0, 30)) {
    await page.mouse.click(x, y);
    await expect(list(page)).toBeVisible();
    if (/Loading/.test(await list(page).innerText())) return;
    await page.keyboard.press('Escape');
    await expect(list(page)).toHaveCount(0);
  }
  throw new Error('All functions of the blocks are loaded');
}

test('zooms by a click during which the graph is redrawn', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}`);
  await drawn(graphs(page));
  // Another range moves nothing above the graph; the server renders its page.
  const release = await hold(page, /_rsc=/);
  const held = page.waitForRequest(/from=2026-11-24T13:55.*_rsc=/);
  await page.getByRole('button', { name: 'Previous profile' }).click();
  await held;
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
  await page.goto(`${GROUP}?${RANGE}`);
  await drawn(graphs(page));
  await page.route(FINER, (route) => route.abort());
  await openUnloadedBlock(page);
  await expect(list(page)).toContainText(/Loading .*functions? failed: .* of all, .* samples? in all/);
  await page.unroute(FINER);
  const listed = await list(page).getByRole('listitem').count();
  await list(page).getByRole('button', { name: 'Retry' }).click();
  await expect(list(page)).not.toContainText('failed');
  await expect(list(page)).not.toContainText('Loading');
  expect(await list(page).getByRole('listitem').count()).toBeGreaterThan(listed);
});

test('requests no functions of a block while the graph shows an earlier answer', async ({ page }) => {
  await page.setViewportSize(WIDE);
  await page.goto(`${GROUP}?${RANGE}`);
  await drawn(graphs(page));
  const release = await hold(page, /\/profile\?/);
  await page.getByText('Latency', { exact: true }).click();
  await expect(page).toHaveURL(/data=latency/);
  const requested: string[] = [];
  page.on('request', (request) => {
    if (FINER.test(request.url())) requested.push(request.url());
  });
  await openUnloadedBlock(page);
  await expect(list(page)).toContainText('Loading more functions');
  expect(requested).toEqual([]);
  release();
  await expect(panel(page, 'Flame graph')).toContainText('TIMED_WAITING');
});

test('fades the figures of the range before while those of the next one load', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}`);
  const opacity = () => summary(page).evaluate((line) => Number(getComputedStyle(line).opacity));
  await expect(summary(page)).toContainText(/Most CPU:.* %/);
  await expect.poll(opacity).toBe(1);
  const release = await hold(page, /functions\?/);
  await page.getByRole('button', { name: 'Previous profile' }).click();
  await expect.poll(opacity).toBeLessThan(1);
  await expect(summary(page)).toContainText('Most CPU:');
  release();
  await expect.poll(opacity).toBe(1);
});
