import { panel } from './pages';
import { expect, type Page, test } from './test';

const RANGE = 'from=2026-11-24T02:00:00Z&to=2026-11-24T08:00:00Z';
const shop = (page: Page) =>
  panel(page, 'Profiling groups').getByRole('row', { name: 'sample-checkout-service' });

test('reports samples that could not be read, keeps the figures, and reads them again', async ({ page }) => {
  await page.route(/\/profile-times/, (route) => route.abort());
  await page.goto(`/profiles?${RANGE}`);
  await expect(shop(page)).toContainText('unknown over time');
  await expect(shop(page)).toContainText(/% of CPU/);
  await page.unroute(/\/profile-times/);
  await shop(page).getByRole('button', { name: 'Retry' }).click();
  await expect(shop(page).getByRole('img', { name: /72 of 72 profiles of 5 minutes read/ })).toBeVisible();
  await expect(shop(page).getByRole('button', { name: 'Retry' })).toHaveCount(0);
});

test('writes the figures without a column under the name of a group', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 800 });
  await page.goto(`/profiles?${RANGE}`);
  const points = shop(page).getByText(/^Change of the hottest function: .*points/);
  const reported = shop(page).getByText(/^Last report: .*UTC$/);
  await expect(points).toBeVisible();
  await expect(reported).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Last report' })).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByRole('columnheader', { name: 'Last report' })).toBeVisible();
  await expect(points).toBeHidden();
  await expect(reported).toBeHidden();
});
