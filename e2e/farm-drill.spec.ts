import { dollars, fixed } from './numbers';
import { farmFigures, farmIdOf, farmPath, panel } from './pages';
import { escaped } from './pattern';
import { costOf, queuesOf, type RawRow, rawRows } from './raw-statistics';
import { cellsOf, saved } from './saved-files';
import { expect, type Page, test } from './test';

const RANGE = { from: '2026-11-10T00:00:00Z', to: '2026-11-12T00:00:00Z' };
const QUERY = `from=${RANGE.from}&to=${RANGE.to}&compare=none`;

const path = (page: Page) => page.getByRole('navigation', { name: 'Path in the costs' });
const groups = (page: Page) => panel(page, 'Totals').locator('tbody').getByRole('rowheader');
const only = (page: Page) => new URL(page.url()).searchParams.get('only');

test('drills from a farm to one user’s instance type as AWS’s rows add up, and back', async ({
  page,
  request,
}) => {
  const farmId = await farmIdOf(request);
  await page.goto(`/farms/${farmId}?${QUERY}`);
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
  const total = await farmFigures(page).textContent();
  await groups(page).first().getByRole('link').click();
  await expect(page).toHaveURL(/group=user/);
  await expect(farmFigures(page)).toContainText(/Cost of queue [a-z]+\s*\$\d/);
  await groups(page).first().getByRole('link').click();
  await expect(page).toHaveURL(/group=instance/);
  await expect(farmFigures(page)).toContainText(/Cost of 1 user in queue [a-z]+\s*\$\d/);
  const type = groups(page).filter({ hasText: /^c6/ }).first();
  const name = (await type.textContent()) ?? '';
  await type.getByRole('link').click();
  await expect(farmFigures(page)).toContainText(/Cost of 1 user and 1 instance type in queue [a-z]+\s*\$\d/);
  await expect(
    page.getByText(/the filters by user and instance type take both\. Remove one/).first(),
  ).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Group by' })).toBeHidden();
  await expect(path(page).getByRole('listitem')).toHaveText([
    'Whole farm',
    /Queue/,
    /User/,
    new RegExp(`Instance type ${escaped(name)}`),
  ]);

  const { searchParams } = new URL(page.url());
  const userId = /user:([^,]+)/.exec(only(page) ?? '')?.[1];
  const rows = await rawRows(request, {
    ...{ farmId, queueIds: [searchParams.get('queues') ?? ''], ...RANGE },
    groupBy: ['USER_ID', 'INSTANCE_TYPE'],
  });
  const usd = costOf(rows.filter((row) => row.userId === userId && row.instanceType === name));
  expect(usd).toBeGreaterThan(0);
  await expect(farmFigures(page)).toContainText(dollars(usd));

  await page.goBack();
  await expect(farmFigures(page)).toContainText(/Cost of 1 user in queue [a-z]+\s*\$\d/);
  await path(page)
    .getByRole('link', { name: /^Queue/ })
    .click();
  await expect(page).toHaveURL(/group=user/);
  await expect(farmFigures(page)).toContainText(/Cost of queue [a-z]+\s*\$\d/);
  await path(page).getByRole('link', { name: 'Whole farm' }).click();
  await expect(farmFigures(page)).toHaveText(total ?? '');
});

test('filters by values of a key, a chip each, and shows the same to who opens the link', async ({
  page,
  request,
}) => {
  await page.goto(`${await farmPath(request)}?${QUERY}`);
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Filter' });
  await dialog.getByRole('combobox', { name: 'Filter by' }).click();
  await expect(dialog.getByRole('option', { name: 'Queue', exact: true })).toBeHidden();
  await dialog.getByRole('option', { name: 'Job', exact: true }).click();
  await expect(dialog.getByRole('combobox', { name: 'Keep only' })).toBeEnabled();
  await dialog.getByRole('combobox', { name: 'Filter by' }).click();
  await dialog.getByRole('option', { name: 'Instance type' }).click();
  const values = dialog.getByRole('combobox', { name: 'Keep only' });
  await values.fill('c6i');
  await dialog.getByRole('option', { name: /c6i\.4xlarge/ }).click();
  await expect(farmFigures(page)).toContainText(/Cost of 1 instance type\s*\$\d/);
  await dialog.getByRole('option', { name: /c6i\.8xlarge/ }).click();
  await expect(farmFigures(page)).toContainText(/Cost of 2 instance types\s*\$\d/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(only(page)).toBe('instance:c6i.4xlarge,instance:c6i.8xlarge');
  await expect(page.getByText(/^All 6 queues, only 2 instance types\. Sessions/)).toBeVisible();
  const both = await farmFigures(page).textContent();
  const link = page.url();
  await path(page).getByRole('button', { name: 'Remove instance type c6i.4xlarge' }).click();
  await expect(farmFigures(page)).toContainText(/Cost of 1 instance type\s*\$\d/);
  await page.goto('/farms');
  await page.goto(link);
  await expect(farmFigures(page)).toHaveText(both ?? '');
});

test('offers only the groupings that AWS can answer with the filters', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?${QUERY}&only=instance:c6i.4xlarge&group=user`);
  await expect(farmFigures(page)).toContainText(/Cost of 1 instance type\s*\$\d/);
  await page.getByRole('combobox', { name: 'Then by' }).click();
  await expect(page.getByRole('option')).toHaveText([
    ...['Nothing', 'Instance type', 'AWS groups by two keys, and the filter by instance type takes one'],
  ]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: 'Group by' }).getByRole('link')).toHaveText([
    ...['Queue', 'Fleet', 'Job', 'Usage type', 'Licence product'],
  ]);
});

test('says what AWS can’t answer of a link, and removes it', async ({ page, request }) => {
  const filters = 'only=user:a,instance:c6i.4xlarge,job:b';
  await page.goto(`${await farmPath(request)}?${QUERY}&${filters}&group=licence`);
  const alert = page.getByRole('alert').filter({ hasText: 'at most two keys' });
  await expect(alert).toContainText('the filter by job in this link is ignored');
  await expect(alert).toContainText('no room to group by licence product. Grouping by instance type.');
  await alert.getByRole('button', { name: 'Fix the link' }).click();
  await expect(alert).toBeHidden();
  await expect(page).toHaveURL(/group=instance/);
  expect(only(page)).toBe('user:a,instance:c6i.4xlarge');
  await expect(page.getByText('No sessions of 1 user and 1 instance type in this range.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove the filters' }).click();
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
});

test('adds up in which queues a user’s instance type is, when no queue is chosen', async ({
  page,
  request,
}) => {
  const farmId = await farmIdOf(request);
  const groupBy = ['USER_ID', 'INSTANCE_TYPE'];
  const rows = (await rawRows(request, { farmId, ...RANGE, groupBy })).filter(
    ({ instanceType }) => instanceType !== undefined,
  );
  const { userId, instanceType } = rows.toSorted((a, b) => b.costInUsd.sum - a.costInUsd.sum)[0] ?? {};
  const costIn = (all: readonly RawRow[]) =>
    costOf(all.filter((row) => row.userId === userId && row.instanceType === instanceType));
  const costs: number[] = [];
  for (const { queueId } of await queuesOf(request, farmId)) {
    const own = await rawRows(request, { farmId, queueIds: [queueId], ...RANGE, groupBy });
    costs.push(costIn(own));
  }
  await page.goto(`/farms/${farmId}?${QUERY}&group=user&only=user:${userId},instance:${instanceType}`);
  const inQueues = panel(page, 'In which queues');
  await inQueues.getByRole('button', { name: 'Add up 6 queues' }).click();
  await expect(inQueues).toContainText('6 of 6 queues');
  const cells = inQueues.locator('tbody tr > :nth-child(2)');
  const byCost = costs.toSorted((a, b) => b - a);
  await expect(cells).toHaveText(byCost.map((usd) => fixed(usd, 2)));
  await expect(inQueues.locator('tfoot')).toContainText(`Sum of 6 queues${fixed(costIn(rows), 2)}100 %`);
  await expect(page).toHaveURL(/inQueues=shown/);
  const { name, path } = await saved(page, 'In which queues', 'CSV');
  expect(name).toContain('costs-by-queue_only-1-user-and-1-instance-type');
  const [headings = [], ...records] = await cellsOf(path);
  expect(headings).toEqual(['Queue', 'Queue id', 'All of its cost', 'Cost, US $', 'Share, %']);
  expect(records.map((cells) => fixed(Number(cells[3]), 2))).toEqual(byCost.map((usd) => fixed(usd, 2)));
  await inQueues.locator('tbody').getByRole('link').first().click();
  await expect(page).toHaveURL(/queues=queue-/);
  await expect(inQueues).toHaveCount(0);
  await expect(farmFigures(page)).toContainText(
    new RegExp(`Cost of 1 user and 1 instance type in queue [a-z]+${escaped(dollars(byCost[0] ?? 0))}`),
  );
});
