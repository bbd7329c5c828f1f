import { farmFigures, farmIdOf, farmLaneTotal, panel } from './pages';
import { expect, type Page, test } from './test';

const RANGE = 'from=2026-11-10T00:00:00Z&to=2026-11-12T00:00:00Z';

const lane = (page: Page) => panel(page, 'Farm cost');

test('chooses the farm of the overview in the URL, and undoes it with Back', async ({ page, request }) => {
  await page.goto(`/?${RANGE}`);
  const first = await farmLaneTotal(page);
  await lane(page).getByRole('combobox', { name: 'Farm' }).click();
  await page.getByRole('option', { name: 'Sample farm (small)' }).click();
  const farmId = await farmIdOf(request, 'Sample farm (small)');
  await expect(page).toHaveURL(new RegExp(`[?&]farm=${farmId}`));
  await expect(lane(page)).not.toContainText(first);
  const second = await farmLaneTotal(page);
  await lane(page).getByRole('link', { name: 'All costs of this farm' }).click();
  await expect(page).toHaveURL(new RegExp(`/farms/${farmId}`));
  await expect(farmFigures(page)).toContainText(second);
  await page.goBack();
  await expect(lane(page)).toContainText(second);
  await page.goBack();
  await expect(lane(page)).toContainText(first);
});

test('shows the first farm, and says so, for a farm that is not in the list', async ({ page }) => {
  await page.goto(`/?${RANGE}&farm=farm-00000000000000000000000000000000`);
  await expect(lane(page)).toContainText('The farm of this link isn’t in the list. Showing Sample farm.');
  await expect(lane(page)).toContainText(/\$\d/);
});

test('draws fewer bars in a narrow window, says what a bar is, and keeps the sum', async ({ page }) => {
  const bars = lane(page).getByRole('table', { name: 'Farm cost' }).locator('tbody tr');
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.goto('/?from=2026-08-25T00:00:00Z&to=2026-11-24T00:00:00Z');
  await expect(lane(page)).toContainText('per day');
  await expect(bars).toHaveCount(91);
  const sum = await farmLaneTotal(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(lane(page)).toContainText('per week');
  await expect(bars).toHaveCount(14);
  await expect(lane(page)).toContainText(sum);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
