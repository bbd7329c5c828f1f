import { drawn, graphs } from './graph';
import { expectNoSidewaysScroll, GROUP, panel, resize } from './pages';
import { expect, type Page, test } from './test';

const RANGE = 'from=2026-11-24T13:00:00Z&to=2026-11-24T14:00:00Z';

async function open(page: Page, [width, height]: [number, number], query = ''): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto(`${GROUP}?${RANGE}${query}`);
}

test('shows the table beside the graph in windows of 1280 to 2560 px', async ({ page }) => {
  await open(page, [1280, 900]);
  await drawn(graphs(page));
  for (const width of [1280, 1440, 1920, 2560]) {
    await resize(page, width, 900);
    await expect(async () => {
      const graph = await panel(page, 'Flame graph').boundingBox();
      const table = await panel(page, 'Top functions').boundingBox();
      expect(table?.x).toBeGreaterThan((graph?.x ?? width) + (graph?.width ?? width));
      expect(table?.y).toBe(graph?.y);
      expect((table?.x ?? 0) + (table?.width ?? 0)).toBeLessThanOrEqual(width);
    }, `${width} px`).toPass();
  }
});

test('has no column of a thousand pixels in the table of functions alone', async ({ page }) => {
  await open(page, [2560, 1200], '&view=functions');
  const heads = panel(page, 'Top functions').getByRole('columnheader');
  await expect(heads).toHaveCount(4);
  const widths = await heads.evaluateAll((all) => all.map((head) => head.getBoundingClientRect().width));
  expect(Math.max(...widths)).toBeLessThan(1000);
});

test('starts the graph within the first screen of a phone, with the choices one press away', async ({
  page,
}) => {
  await open(page, [360, 740]);
  await drawn(graphs(page), 20);
  const graph = await graphs(page).first().boundingBox();
  expect(graph?.y).toBeLessThan(700);
  expect(graph?.x).toBeGreaterThanOrEqual(0);
  const latency = page.getByText('Latency', { exact: true });
  await expect(latency).toBeHidden();
  await page.getByRole('button', { name: 'Options' }).click();
  await latency.click();
  await expect(page).toHaveURL(/data=latency/);
});

test('never scrolls sideways on a phone, links to other thread states included', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${GROUP}?from=2026-11-22T00:00:00Z&to=2026-11-24T14:00:00Z&data=WAITING`);
  const anomalies = page.getByRole('list', { name: 'Anomalies' });
  await anomalies.scrollIntoViewIfNeeded();
  const compare = anomalies.getByRole('link', { name: /^Compare with before this anomaly.* in RUNNABLE, / });
  await expect(compare.first()).toBeVisible();
  const box = await compare.first().boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  await expectNoSidewaysScroll(page);
});

test('keeps the heads of the list of groups in one line on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/profiles');
  for (const name of [/^Group/, /^Samples/, /^Anomalies/]) {
    const box = await page.getByRole('columnheader', { name }).getByRole('button').boundingBox();
    expect(box?.height).toBeLessThan(24);
  }
});

test('fits the keys and the calendar into the window', async ({ page }) => {
  await open(page, [1280, 900]);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog.getByText('Next and previous match').first()).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  for (const size of [
    [1280, 900],
    [360, 640],
  ] as [number, number][]) {
    await open(page, size);
    await page.locator('#range-picker').click();
    const apply = page.getByRole('button', { name: 'Apply' });
    const picker = page.getByRole('dialog').filter({ has: apply });
    await apply.scrollIntoViewIfNeeded();
    await expect(apply).toBeInViewport({ ratio: 1 });
    const box = await picker.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size[1]);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size[0]);
  }
});
