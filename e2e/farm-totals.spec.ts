import { fixed } from './numbers';
import { farmFigures, farmIdOf, farmPath, panel } from './pages';
import { costOf, queuesOf, type RawRow, rawRows } from './raw-statistics';
import { expect, type Page, test } from './test';

const RANGE = { from: '2026-11-10T00:00:00Z', to: '2026-11-12T00:00:00Z' };
const QUERY = `from=${RANGE.from}&to=${RANGE.to}&compare=none`;

const sum = (rows: readonly RawRow[], of: (row: RawRow) => number) =>
  rows.reduce((all, row) => all + of(row), 0);

/** The figures of rows as the table shows them: cost, share, compute hours, their cost, average, records. */
function figuresOf(rows: readonly RawRow[], whole: number): string[] {
  const compute = rows.filter(({ usageType }) => usageType === 'COMPUTE');
  const cost = costOf(rows);
  const records = sum(rows, ({ count }) => count);
  const hours = sum(compute, ({ runtimeInSeconds }) => runtimeInSeconds.sum) / 3600;
  return [
    ...[fixed(cost, 2), fixed((cost / whole) * 100, 1), fixed(hours, 2)],
    ...[fixed(costOf(compute) / hours, 3)],
    ...[fixed(cost / records, 4), fixed(records, 0)],
  ];
}

const table = (page: Page) => panel(page, 'Totals').getByRole('table');
const names = (page: Page) => table(page).locator('tbody').getByRole('rowheader');

test('shows the totals of every queue as AWS’s rows add up, and their sum', async ({ page, request }) => {
  const farmId = await farmIdOf(request);
  const queues = await queuesOf(request, farmId);
  const rows = await rawRows(request, { farmId, ...RANGE, groupBy: ['QUEUE_ID', 'USAGE_TYPE'] });
  const whole = costOf(rows);
  const expected = queues
    .map(({ queueId, displayName }) => ({ displayName, rows: rows.filter((row) => row.queueId === queueId) }))
    .filter((queue) => queue.rows.length > 0)
    .sort((a, b) => costOf(b.rows) - costOf(a.rows))
    .map((queue) => [queue.displayName, ...figuresOf(queue.rows, whole)].join(' | '));

  await page.goto(`/farms/${farmId}?${QUERY}`);
  await expect(names(page).first()).toBeVisible();
  const shown = await table(page)
    .locator('tbody tr, tfoot tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent).join(' | ')));
  expect(shown).toEqual([...expected, ['Total', ...figuresOf(rows, whole)].join(' | ')]);

  const figures = farmFigures(page);
  const compute = rows.filter(({ usageType }) => usageType === 'COMPUTE');
  const hours = sum(compute, ({ runtimeInSeconds }) => runtimeInSeconds.sum) / 3600;
  await expect(figures).toContainText(`Total cost$${fixed(whole, 2)}`);
  await expect(figures).toContainText(`Total compute hours${fixed(hours, hours < 1000 ? 1 : 0)} h`);
  await expect(figures).toContainText(`Compute cost per hour$${fixed(costOf(compute) / hours, 2)} / h`);
  await expect(figures).toContainText(`All cost per compute hour$${fixed(whole / hours, 2)} / h`);
});

test('sorts and searches the totals, and keeps both in the URL', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?${QUERY}&group=job`);
  await expect(panel(page, 'Totals')).toContainText(/\d+ groups/);
  await table(page).getByRole('button', { name: 'Job' }).click();
  await expect(page).toHaveURL(/totals=name/);
  await expect(table(page).getByRole('columnheader', { name: 'Job' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  const first = (await names(page).first().textContent()) ?? '';
  await page.getByRole('textbox', { name: 'Search totals' }).fill(first.toUpperCase());
  await expect(page).toHaveURL(/find=/);
  await expect(table(page).getByRole('row', { name: /^Sum of \d+ groups? found/ })).toBeVisible();
  await expect(names(page).first()).toHaveText(first);
  const link = page.url();
  await page.goto('/farms');
  await page.goto(link);
  await expect(names(page).first()).toHaveText(first);
  await page.getByRole('textbox', { name: 'Search totals' }).fill('no such job');
  await expect(table(page)).toContainText('No group has this name or id.');
  await page.getByRole('textbox', { name: 'Search totals' }).press('Escape');
  await expect(table(page).getByRole('row', { name: /found/ })).toBeHidden();
});

test('gives no compute hours for two keys without the usage type, and says what the hours are', async ({
  page,
  request,
}) => {
  await page.goto(`${await farmPath(request)}?${QUERY}&group=queue,user`);
  const figures = farmFigures(page);
  await expect(figures).toContainText(/Total runtime\s*[\d.,]+ h/);
  await expect(figures).not.toContainText(/compute/i);
  await expect(panel(page, 'Totals')).toContainText(
    'Runtime is hours of compute, licences and volumes together.',
  );
  await expect(table(page).getByRole('columnheader')).toHaveText([
    ...['Queue · User', 'Cost, US $', 'Share, %', 'Runtime, hours', 'Cost per record, US $', 'Records'].map(
      (label) => new RegExp(label.replace('$', '\\$').replace('US ', 'US\\s')),
    ),
  ]);
});

test('shows the name and the cost of a group on a small screen, and the rest by scrolling inside', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${await farmPath(request)}?${QUERY}`);
  const row = table(page).locator('tbody tr').first();
  const [name, cost] = [row.getByRole('rowheader'), row.getByRole('cell').first()];
  const records = row.getByRole('cell').last();
  const groups = panel(page, 'Totals').getByRole('region', { name: 'Groups' });
  await groups.scrollIntoViewIfNeeded();
  await expect(name).toBeInViewport({ ratio: 1 });
  await expect(cost).toBeInViewport({ ratio: 1 });
  await expect(records).not.toBeInViewport();
  await groups.evaluate((region) => region.scrollTo({ left: region.scrollWidth }));
  await expect(records).toBeInViewport({ ratio: 1 });
  await expect(name).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('links a queue to itself alone, whose sum is no total', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?${QUERY}`);
  const name = await names(page).first().textContent();
  await names(page).first().getByRole('link').click();
  await expect(page).toHaveURL(/queues=queue-[0-9a-f]{32}/);
  await expect(table(page).locator('tfoot')).toContainText(`Sum of queue ${name}`);
});
