import { hold } from './hold';
import { dollars, fixed } from './numbers';
import { farmFigures, farmIdOf, farmsOf, panel } from './pages';
import { costOf, queuesOf, rawCost, rawRows } from './raw-statistics';
import { expect, type Page, test } from './test';

const RANGE = { from: '2026-11-10T00:00:00Z', to: '2026-11-12T00:00:00Z' };
const BEFORE = { from: '2026-11-08T00:00:00Z', to: '2026-11-10T00:00:00Z' };
const QUERY = `from=${RANGE.from}&to=${RANGE.to}`;

const table = (page: Page) => panel(page, 'Farms').getByRole('table').first();
const row = (page: Page, name: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) });
const sumRow = (page: Page) => table(page).getByRole('row', { name: /^All farms/ });
const figures = (page: Page) => page.getByLabel('All farms together');

test('shows the cost of every farm and of all together as AWS’s rows add up', async ({ page, request }) => {
  const farms = await farmsOf(request);
  let [now, before] = [0, 0];
  const costs = new Map<string, number>();
  for (const { farmId, displayName } of farms) {
    const cost = await rawCost(request, { farmId, ...RANGE });
    costs.set(displayName, cost);
    now += cost;
    before += await rawCost(request, { farmId, ...BEFORE });
  }
  await page.goto(`/farms?${QUERY}`);
  await expect(figures(page)).toContainText(`Total cost${dollars(now)}`);
  await expect(figures(page)).toContainText(`from ${dollars(before)}`);
  for (const [name, cost] of costs) {
    const share = Math.round((cost / now) * 100);
    await expect(row(page, name).getByRole('cell').first()).toHaveText(fixed(cost, 2));
    await expect(row(page, name).getByRole('cell').nth(1)).toHaveText(`${share} %`);
  }
  await expect(sumRow(page).getByRole('cell').first()).toHaveText(fixed(now, 2));
});

test('ranks the queues of all farms as AWS’s rows add up', async ({ page, request }) => {
  const queues: [name: string, usd: number][] = [];
  for (const { farmId } of await farmsOf(request)) {
    const rows = await rawRows(request, { farmId, ...RANGE, groupBy: ['QUEUE_ID'] });
    for (const { queueId, displayName } of await queuesOf(request, farmId)) {
      const own = rows.filter((row) => row.queueId === queueId);
      queues.push([displayName, costOf(own)]);
    }
  }
  const ranked = queues.filter(([, usd]) => usd > 0).sort(([, a], [, b]) => b - a);
  const whole = ranked.reduce((sum, [, usd]) => sum + usd, 0);
  await page.goto(`/farms?${QUERY}`);
  const top = panel(page, 'Queues');
  await expect(top).toContainText(`${ranked.length} queues with a cost`);
  const [name = '', usd = 0] = ranked[0] ?? [];
  const first = top.locator('tbody').getByRole('row').first();
  await expect(first).toContainText(`${fixed(usd, 2)}${Math.round((usd / whole) * 100)} %`);
  expect(await top.locator('tbody').getByRole('rowheader').allTextContents()).toEqual(
    ranked.slice(0, 10).map(([queue]) => queue),
  );
  await first.getByRole('link', { name }).click();
  await expect(farmFigures(page)).toContainText(`Cost of queue ${name}${dollars(usd)}`);
});

test('leads to the same cost on the page of the farm, with the comparison', async ({ page }) => {
  await page.goto(`/farms?${QUERY}&compare=week`);
  const cost = row(page, 'Sample farm').getByRole('cell').first();
  await expect(cost).toHaveText(/\d/);
  const amount = await cost.textContent();
  const changeCell = row(page, 'Sample farm').getByRole('cell').nth(2);
  await expect(changeCell).toHaveText(/ %$/);
  const change = await changeCell.textContent();
  const again: string[] = [];
  page.on('request', (asked) => {
    const body = asked.url().endsWith('/costs') ? asked.postDataJSON() : undefined;
    if (String(body?.groupBy) === 'QUEUE_ID') again.push(asked.postData() ?? '');
  });
  await row(page, 'Sample farm').getByRole('link', { name: 'Sample farm', exact: true }).click();
  await expect(page).toHaveURL(/\/farms\/farm-.*compare=week/);
  await expect(farmFigures(page)).toContainText(`Total cost$${amount}`);
  await expect(farmFigures(page)).toContainText(`${change} from $`);
  expect(again).toEqual([]);
  await expect(page.getByText('3 Nov 2026, 00:00 – 5 Nov 2026, 00:00 UTC.', { exact: true })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Costs', exact: true }).click();
  await expect(page).toHaveURL(/\/farms\?.*compare=week/);
  await expect(changeCell).toHaveText(change ?? '');
});

test('leads to the most expensive queue and to the budgets of a farm', async ({ page }) => {
  await page.goto(`/farms?${QUERY}`);
  const farm = row(page, 'Sample farm');
  await farm.getByRole('link', { name: /%/ }).click();
  await expect(page).toHaveURL(/\/farms\/farm-.*#budgets$/);
  await expect(panel(page, 'Budgets')).toContainText('active');
  await page.goBack();
  await farm.getByRole('link', { name: 'lighting' }).click();
  await expect(page).toHaveURL(/queues=queue-/);
  await expect(farmFigures(page)).toContainText(/Cost of queue lighting\s*\$\d/);
});

test('keeps the other farms when one fails, calls their sum no total, and retries', async ({
  page,
  request,
}) => {
  const { length: count } = await farmsOf(request);
  let fails = true;
  await page.route(`**/api/farms/${await farmIdOf(request)}/costs`, (route) =>
    fails ? route.abort() : route.continue(),
  );
  await page.goto(`/farms?${QUERY}`);
  const label = new RegExp(`Cost of ${count - 1} of ${count} farms\\s*\\$\\d`);
  await expect(figures(page)).toContainText(label);
  await expect(row(page, 'Sample farm')).toContainText('unknown');
  fails = false;
  await page.getByRole('button', { name: 'Retry Sample farm' }).click();
  await expect(figures(page)).toContainText(/Total cost\s*\$\d/);
  await expect(row(page, 'Sample farm').getByRole('cell').first()).toHaveText(/\d/);
});

test('keeps the last costs until those of another range are complete, and mixes none', async ({
  page,
  request,
}) => {
  await page.goto(`/farms?${QUERY}&compare=none`);
  await expect(figures(page)).toContainText(/Total cost\s*\$\d/);
  const [before, rows] = [await figures(page).textContent(), await table(page).textContent()];
  const release = await hold(page, new RegExp(`${await farmIdOf(request)}/costs$`));
  const other = page.waitForResponse(/\/costs$/);
  await page.getByRole('banner').getByRole('button', { name: 'Earlier range' }).click();
  await other;
  await expect(table(page)).toHaveAttribute('data-outdated');
  expect(await figures(page).textContent()).toBe(before);
  expect(await table(page).textContent()).toBe(rows);
  release();
  await expect(table(page)).not.toHaveAttribute('data-outdated');
  await expect(figures(page)).toContainText(/Total cost\s*\$\d/);
  expect(await figures(page).textContent()).not.toBe(before);
});

test('sorts farms, and keeps the order in the URL', async ({ page }) => {
  await page.goto(`/farms?${QUERY}`);
  await expect(figures(page)).toContainText(/Total cost\s*\$\d/);
  await table(page).getByRole('button', { name: 'Cost, US $' }).click();
  await expect(page).toHaveURL(/sort=cost/);
  const costs = async () =>
    (await table(page).locator('tbody tr:not(:first-child) td:nth-of-type(1)').allTextContents()).map(
      (text) => Number(text.replaceAll(',', '')),
    );
  await expect.poll(async () => (await costs()).length).toBeGreaterThan(1);
  expect(await costs()).toEqual((await costs()).toSorted((a, b) => a - b));
  await page.goBack();
  await expect(page).not.toHaveURL(/sort=/);
  expect(await costs()).toEqual((await costs()).toSorted((a, b) => b - a));
});

test('fits a small screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/farms?${QUERY}`);
  await expect(figures(page)).toContainText(/Total cost\s*\$\d/);
  await expect(row(page, 'Sample farm').getByRole('link', { name: 'lighting' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('reports an unknown order and comparison in a link', async ({ page }) => {
  await page.goto('/farms?sort=colour&compare=never');
  const notice = (text: string) => page.getByRole('main').getByRole('alert').filter({ hasText: text });
  await expect(notice('The order of farms in this link is unknown.')).toBeVisible();
  await expect(notice('The comparison in this link is unknown.')).toBeVisible();
});
