import { expect, test } from '@playwright/test';
import { farmPath, panel } from './pages';

test('opens a farm from the list and draws cost and runtime', async ({ page }) => {
  await page.goto('/farms');
  await page.getByRole('link', { name: 'Sample farm', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sample farm' })).toBeVisible();
  await expect(page.getByLabel('Totals of the range')).toContainText(/Total cost\s*\$\d/);
  await expect(panel(page, 'Cost').locator('.recharts-bar-rectangle').first()).toBeAttached();
  await expect(panel(page, 'Runtime').locator('.recharts-bar-rectangle').first()).toBeAttached();
  await expect(panel(page, 'Rows').getByRole('row').nth(3)).toContainText('$');
});

test('shows the progress of a running aggregation', async ({ page, request }) => {
  const farm = await farmPath(request);
  let finish: (() => void) | undefined;
  const unblocked = new Promise<void>((resolve) => {
    finish = resolve;
  });
  await page.route(/\/statistics\/[0-9a-f]{32}/, async (route) => {
    await unblocked;
    await route.continue();
  });
  await page.goto(`${farm}?from=2026-11-10T00:00:00Z&to=2026-11-20T00:00:00Z`);
  await expect(page.getByRole('status').filter({ hasText: 'AWS is aggregating' })).toContainText('6 queues');
  finish?.();
  await expect(panel(page, 'Cost').locator('.recharts-bar-rectangle').first()).toBeAttached();
});

test('keeps grouping, statistic and period in the URL', async ({ page, request }) => {
  const farm = await farmPath(request);
  await page.goto(farm);
  await page.getByRole('combobox', { name: 'Group by' }).click();
  await page.getByRole('option', { name: 'Instance type' }).click();
  await expect(panel(page, 'Rows')).toContainText('c6i.4xlarge');
  await page.getByText('Maximum', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Period' }).click();
  await page.getByRole('option', { name: /^Daily/ }).click();
  await expect(page).toHaveURL(/INSTANCE_TYPE|instance/i);
  const link = page.url();
  await page.goto(farm);
  await page.goto(link);
  await expect(panel(page, 'Rows')).toContainText('c6i.4xlarge');
  await expect(page.getByRole('radio', { name: 'Maximum' })).toBeChecked();
});

test('links from a range without sessions to the newest data', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z`);
  await expect(page.getByText('No sessions in this range.')).toBeVisible();
  await page.getByRole('button', { name: 'Go to the newest data' }).click();
  await expect(panel(page, 'Cost').locator('.recharts-bar-rectangle').first()).toBeAttached();
});

test('shows a 404 page for an unknown farm, with a link back', async ({ page }) => {
  const response = await page.goto('/farms/farm-00000000000000000000000000000000');
  expect(response?.status()).toBe(404);
  await page.getByRole('main').getByRole('link', { name: /list/i }).click();
  await expect(page).toHaveURL(/\/farms$/);
});

test('links rows to one queue alone, and fits them on a small screen', async ({ page, request }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${await farmPath(request)}?from=2026-11-10T00:00:00Z&to=2026-11-12T00:00:00Z`);
  const row = panel(page, 'Rows').getByRole('row').nth(1);
  await expect(row).toContainText('$');
  for (const cell of await row.getByRole('cell').all()) {
    const box = await cell.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  }
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/queues=queue-[0-9a-f]{32}(&|$)/);
  await expect(page).toHaveURL(/from=2026-11-10/);
});
