import { drawn, frame, graphs } from './graph';
import { GROUP, panel, settled } from './pages';
import { expect, type Page, test } from './test';

const RANGE = 'from=2026-11-24T12:00:00Z&to=2026-11-24T14:00:00Z';

test.use({ viewport: { width: 1000, height: 600 } });

/** The graph has the keyboard and a part of it that can be read is in the window. */
async function expectShown(page: Page): Promise<void> {
  await expect(graphs(page).first()).toBeFocused();
  await expect
    .poll(async () => {
      const box = await graphs(page).first().boundingBox();
      return box !== null && box.y >= 0 && box.y <= 500;
    })
    .toBe(true);
}

const pressed = async (page: Page, name: RegExp, within = page.locator('body')) => {
  const button = within.getByRole('button', { name }).first();
  await button.scrollIntoViewIfNeeded();
  await button.click();
};

test('brings the graph into view from a row of the view of functions', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&view=functions`);
  const row = page.getByRole('region', { name: 'Functions', exact: true }).getByRole('row').nth(9);
  await row.scrollIntoViewIfNeeded();
  await row.getByRole('button').first().click();
  await expect(page).toHaveURL(/view=inspect/);
  await expectShown(page);
});

test('brings the graph into view from “Find in the graph” of the view of functions', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&view=functions`);
  const row = page.getByRole('region', { name: 'Functions', exact: true }).getByRole('row').nth(9);
  await row.hover();
  await row.getByRole('button', { name: /^Find .* in the graph$/ }).click();
  await expect(page).not.toHaveURL(/view=functions/);
  await expectShown(page);
});

test('brings the graph into view from a row below it, and from “Find in the graph” there', async ({
  page,
}) => {
  await page.goto(`${GROUP}?${RANGE}`);
  await drawn(graphs(page));
  const row = panel(page, 'Top functions').getByRole('row').nth(9);
  await row.hover();
  await row.getByRole('button', { name: /^Find .* in the graph$/ }).click();
  await expect(page).toHaveURL(/search=/);
  await expectShown(page);
  // The search leaves few functions.
  const first = panel(page, 'Top functions').getByRole('row').nth(1);
  await first.getByRole('button').first().click();
  await expect(page).toHaveURL(/view=inspect/);
  await expectShown(page);
});

test('brings the graph into view from a row of a comparison', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&view=compare`);
  await drawn(graphs(page), 50);
  const rows = page.getByRole('region', { name: 'Functions that changed most' });
  await pressed(page, /./, rows.getByRole('table').first());
  await expect(page).toHaveURL(/view=inspect/);
  await expectShown(page);
});

test('brings the graph into view from an anomaly', async ({ page }) => {
  await page.goto(`${GROUP}?from=2026-11-22T00:00:00Z&to=2026-11-24T14:00:00Z`);
  await drawn(graphs(page));
  await panel(page, 'Recommendations').scrollIntoViewIfNeeded();
  await pressed(page, /^Show frames$/, page.getByRole('list', { name: 'Anomalies' }));
  await expect(page).toHaveURL(/view=inspect/);
  await expectShown(page);
});

test('leaves the page where it is when a later graph appears without a request', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}`);
  await drawn(graphs(page));
  await frame(page, 'Worker.run').scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  await frame(page, 'Worker.run').click();
  await expect(page).toHaveURL(/focus=/);
  await settled(page);
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
});
