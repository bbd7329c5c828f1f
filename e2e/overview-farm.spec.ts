import { farmFigures, farmIdOf, farmLaneTotal, panel } from './pages';
import { rawCost } from './raw-statistics';
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

test('marks the day on which a budget crossed a threshold, by the costs of its queue until then', async ({
  page,
  request,
}) => {
  const farmId = await farmIdOf(request);
  let budget: { queueId: string; limitUsd: number } | undefined;
  // A queue of the sample doesn't stop, so no budget of it has reached a threshold.
  await page.route(/budgets\?details=active/, async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    budget = body.data.find(({ displayName }: { displayName: string }) => displayName.startsWith('fx'));
    if (budget) budget.limitUsd = 2000;
    await route.fulfill({ response, json: body });
  });
  await page.goto('/?from=2026-11-01T00:00:00Z&to=2026-11-24T14:00:00Z');
  const mark = lane(page).getByRole('button', { name: /^100 % of fx, November 2026/ });
  const name = (await mark.getAttribute('aria-label')) ?? '';
  expect(name).toMatch(
    /^100 % of fx, November 2026 \(\$2,000\.00\): crossed on \d+ Nov 2026, by costs per day/,
  );
  await expect(lane(page).getByRole('list', { name: /^Budget thresholds/ })).toHaveText(name);
  const day = Number(/crossed on (\d+)/.exec(name)?.[1]);
  const until = (end: number) =>
    rawCost(request, {
      ...{ farmId, queueIds: [budget?.queueId ?? ''], from: '2026-11-01T00:00:00Z' },
      to: new Date(Date.UTC(2026, 10, end)).toISOString(),
    });
  expect(await until(day)).toBeLessThan(2000);
  expect(await until(day + 1)).toBeGreaterThanOrEqual(2000);
  await mark.press('Enter');
  await page.getByRole('link', { name: 'Burn-down of this budget' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`/farms/${farmId}\\?.*burn=budget-`));
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
