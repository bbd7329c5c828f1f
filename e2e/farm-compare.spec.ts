import { hold } from './hold';
import { dollars, fixed } from './numbers';
import { farmFigures, farmIdOf, farmPath, panel } from './pages';
import { escaped } from './pattern';
import { queuesOf, rawRows } from './raw-statistics';
import { type APIRequestContext, expect, type Page, test } from './test';

const RANGE = { from: '2026-11-10T00:00:00Z', to: '2026-11-12T00:00:00Z' };
const BEFORE = { from: '2026-11-08T00:00:00Z', to: '2026-11-10T00:00:00Z' };
const WEEK_AGO = { from: '2026-11-03T00:00:00Z', to: '2026-11-05T00:00:00Z' };
const QUERY = `from=${RANGE.from}&to=${RANGE.to}`;

const table = (page: Page) => panel(page, 'Totals').getByRole('table');

/** Costs by queue, added up from AWS’s rows. */
async function costs(request: APIRequestContext, span: typeof RANGE): Promise<Map<string, number>> {
  const farmId = await farmIdOf(request);
  const queues = await queuesOf(request, farmId);
  const names = new Map(queues.map(({ queueId, displayName }) => [queueId, displayName]));
  const rows = await rawRows(request, { farmId, ...span, groupBy: ['QUEUE_ID'] });
  const sums = new Map<string, number>();
  for (const { queueId = '', costInUsd } of rows) {
    const name = names.get(queueId) ?? '';
    sums.set(name, (sums.get(name) ?? 0) + costInUsd.sum);
  }
  return sums;
}

const total = (sums: Map<string, number>) => [...sums.values()].reduce((all, one) => all + one, 0);

const signed = (value: number, decimals: number) =>
  `${value < 0 ? '−' : '+'}${fixed(Math.abs(value), decimals)}`;

const changeCells = (now: number, before: number) => [
  signed(now - before, 2),
  signed(((now - before) / before) * 100, 1),
];

/** The two cells of change in the rows of the table. */
const shownChanges = (page: Page) =>
  table(page)
    .locator('tbody tr, tfoot tr')
    .evaluateAll((rows) =>
      rows.map(({ children }) => [0, 3, 4].map((at) => children[at]?.textContent ?? '')),
    );

test('shows the change of every queue and of the whole since the period before', async ({
  page,
  request,
}) => {
  const [now, before] = [await costs(request, RANGE), await costs(request, BEFORE)];
  await page.goto(`${await farmPath(request)}?${QUERY}`);
  await expect(page.getByText('8 Nov 2026, 00:00 – 10 Nov 2026, 00:00 UTC.', { exact: true })).toBeVisible();
  await expect(table(page)).not.toContainText('…');
  const expected = [...now]
    .sort(([, a], [, b]) => b - a)
    .map(([name, cost]) => [name, ...changeCells(cost, before.get(name) ?? Number.NaN)]);
  await expect
    .poll(() => shownChanges(page))
    .toEqual([...expected, ['Total', ...changeCells(total(now), total(before))]]);
  await expect(farmFigures(page)).toContainText(
    new RegExp(`[+−][\\d.]+ % from ${escaped(dollars(total(before)))}`),
  );
});

test('compares with a week before by the choice in the URL, and undoes it with Back', async ({
  page,
  request,
}) => {
  const [now, before] = [await costs(request, RANGE), await costs(request, WEEK_AGO)];
  await page.goto(`${await farmPath(request)}?${QUERY}`);
  await page.getByRole('combobox', { name: 'Compare with' }).click();
  await page.getByRole('option', { name: 'A week before' }).click();
  await expect(page).toHaveURL(/[?&]compare=week/);
  await expect(page.getByText('3 Nov 2026, 00:00 – 5 Nov 2026, 00:00 UTC.', { exact: true })).toBeVisible();
  const sum = table(page).locator('tfoot tr').last();
  await expect(sum).toContainText(changeCells(total(now), total(before)).join(''));
  await page.getByRole('combobox', { name: 'Compare with' }).click();
  await page.getByRole('option', { name: 'Nothing' }).click();
  await expect(table(page).getByRole('columnheader', { name: /^Change/ })).toHaveCount(0);
  await expect(farmFigures(page)).not.toContainText('from $');
  await page.goBack();
  await expect(sum).toContainText(changeCells(total(now), total(before)).join(''));
});

test('lists groups that are new and those that are gone, and sorts by the change', async ({
  page,
  request,
}) => {
  await page.goto(`${await farmPath(request)}?${QUERY}&group=job&totals=-growth`);
  await expect(panel(page, 'Totals')).toContainText(
    /\d+ groups? (is|are) new and \d+ (is|are) gone since the earlier period\./,
  );
  const first = table(page).locator('tbody tr').first();
  await expect(first).toContainText('new');
  await table(page).getByRole('button', { name: 'Change, %' }).click();
  await expect(page).toHaveURL(/totals=growth/);
  await expect(first).toContainText('gone');
  await expect(first.getByRole('cell').first()).toHaveText('0.00');
});

test('shows the costs while those before are on their way, and keeps them when those fail', async ({
  page,
  request,
}) => {
  let count = 0;
  await page.route(/\/costs$/, (route) => {
    count += 1;
    return count === 2 ? route.abort() : route.continue();
  });
  await page.goto(`${await farmPath(request)}?${QUERY}`);
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
  const problem = page.getByText(/10 Nov 2026, 00:00 UTC: could not be read\./);
  await expect(problem).toBeVisible({ timeout: 20_000 });
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
  await page.getByRole('button', { name: 'Retry', exact: true }).click();
  await expect(problem).toBeHidden();
  await expect(farmFigures(page)).toContainText('from $');
  const release = await hold(page, /\/costs$/);
  await page.getByRole('combobox', { name: 'Compare with' }).click();
  await page.getByRole('option', { name: 'A month before' }).click();
  await expect(page.getByText(/10 Oct 2026, 00:00 – 12 Oct 2026, 00:00 UTC: loading\./)).toBeVisible();
  await expect(table(page).locator('tbody tr').first()).toContainText('…');
  release();
  await expect(farmFigures(page)).toContainText('from $');
});

test('compares only the part of a range that is over', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?from=now/M&to=now/M`);
  await expect(page.getByText('1 Oct 2026, 00:00 – 24 Oct 2026, 14:30 UTC.', { exact: true })).toBeVisible();
});

test('keeps the comparison between pages, also those that compare nothing', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?${QUERY}&compare=week`);
  await expect(page.getByText('3 Nov 2026, 00:00 – 5 Nov 2026, 00:00 UTC.', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Canaries', exact: true }).click();
  await expect(page).toHaveURL(/\/canaries\?.*compare=week/);
  await page.getByRole('link', { name: 'Profiles', exact: true }).click();
  await expect(page).toHaveURL(/\/profiles\?.*compare=week/);
  await page.getByRole('link', { name: 'sample-checkout-service', exact: true }).click();
  await expect(page).toHaveURL(/\/profiles\/sample-checkout-service\?.*compare=week/);
  await page.getByRole('radiogroup', { name: 'View' }).getByText('Compare').click();
  await expect(panel(page, 'Baseline')).toContainText('3 Nov 2026, 00:00 – 5 Nov 2026, 00:00 UTC');
  await page.getByRole('combobox', { name: 'Baseline’s time' }).click();
  await page.getByRole('option', { name: 'The period before' }).click();
  await expect(panel(page, 'Baseline')).toContainText('8 Nov 2026, 00:00 – 10 Nov 2026, 00:00 UTC');
  await page.getByRole('link', { name: 'Costs', exact: true }).click();
  await expect(page).toHaveURL(/\/farms\?.*compare=before/);
});

test('reads the baseline of an older link to a comparison of profiles', async ({ page }) => {
  await page.goto(
    '/profiles/sample-checkout-service?view=compare&from=2026-11-24T12:00:00Z&to=2026-11-24T14:00:00Z&baseline=week&compare=month',
  );
  await expect(panel(page, 'Baseline')).toContainText('17 Nov 2026, 12:00 – 14:00 UTC');
});
