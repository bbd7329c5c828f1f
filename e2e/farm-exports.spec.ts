import { readFile } from 'node:fs/promises';
import { hold } from './hold';
import { fixed } from './numbers';
import { farmIdOf, farmPath, panel } from './pages';
import { costOf, rawRows } from './raw-statistics';
import { cellsOf, saved } from './saved-files';
import { STEADY } from './servers';
import { expect, type Page, test } from './test';

const RANGE = { from: '2026-11-10T00:00:00Z', to: '2026-11-12T00:00:00Z' };
const NAME = 'Sample-farm';
const TIMES = '2026-11-10T0000Z_2026-11-12T0000Z';

async function open(page: Page, query = ''): Promise<string> {
  const farmId = await farmIdOf(page.request);
  await page.goto(`/farms/${farmId}?from=${RANGE.from}&to=${RANGE.to}${query}`);
  await expect(panel(page, 'Rows').getByRole('row').nth(3)).toBeVisible();
  return farmId;
}

const sumOf = (records: readonly string[][], column: number) =>
  records.reduce((sum, cells) => sum + Number(cells[column]), 0);

test('saves what is charted, the totals and all rows as CSV with the sums of AWS', async ({ page }) => {
  const farmId = await open(page, '&group=queue,usage&period=DAILY');
  const raw = await rawRows(page.request, { farmId, ...RANGE, groupBy: ['QUEUE_ID', 'USAGE_TYPE'] });
  const cost = costOf(raw);
  const hours = raw.reduce((sum, row) => sum + row.runtimeInSeconds.sum, 0) / 3600;

  const rows = await saved(page, 'Rows', 'CSV');
  expect(rows.name).toBe(`${NAME}_rows-by-queue-and-usage-type_${TIMES}.csv`);
  const [rowHeadings = [], ...records] = await cellsOf(rows.path);
  expect(rowHeadings.slice(0, 7)).toEqual([
    ...['Start', 'End', 'Whole in range', 'Queue', 'Queue id', 'Usage type', 'Cost, US $, sum'],
  ]);
  expect(records).toHaveLength(raw.length);
  expect(records[0]?.slice(0, 2)).toEqual([
    expect.stringMatching(/^2026-11-1[01]T00:00:00Z$/),
    expect.anything(),
  ]);
  expect(sumOf(records, 6)).toBeCloseTo(cost, 6);
  expect(sumOf(records, rowHeadings.indexOf('Runtime, hours, sum'))).toBeCloseTo(hours, 6);

  const totals = await saved(page, 'Totals', 'CSV');
  expect(totals.name).toBe(`${NAME}_totals-by-queue-and-usage-type_${TIMES}.csv`);
  const [totalHeadings = [], ...groups] = await cellsOf(totals.path);
  expect(totalHeadings.slice(0, 5)).toEqual(['Queue', 'Queue id', 'Usage type', 'Cost, US $', 'Share, %']);
  expect(sumOf(groups, 3)).toBeCloseTo(cost, 6);
  expect(sumOf(groups, 4)).toBeCloseTo(100, 6);

  const chart = await saved(page, 'Cost', 'CSV');
  expect(chart.name).toBe(`${NAME}_cost-by-queue-and-usage-type_${TIMES}.csv`);
  const [headings = [], ...days] = await cellsOf(chart.path);
  expect(headings.at(-1)).toBe('Sum: cost, US $');
  expect(days.map((cells) => cells.slice(0, 3))).toEqual([
    ['2026-11-10T00:00:00Z', '2026-11-11T00:00:00Z', 'yes'],
    ['2026-11-11T00:00:00Z', '2026-11-12T00:00:00Z', 'yes'],
  ]);
  expect(sumOf(days, headings.length - 1)).toBeCloseTo(cost, 6);
});

test('saves only the groups that were found, in the order of the table', async ({ page }) => {
  await open(page, '&totals=name&find=light');
  await panel(page, 'Totals').getByRole('button', { name: 'Menu of Totals', exact: true }).click();
  await expect(page.getByText('The groups that were found')).toBeVisible();
  await page.keyboard.press('Escape');
  const { path } = await saved(page, 'Totals', 'CSV');
  const [, ...groups] = await cellsOf(path);
  expect(groups.map(([name]) => name)).toEqual(['lighting']);
});

for (const scheme of ['light', 'dark'] as const)
  test(`saves a chart as a picture in the colours of the page: ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page);
    const { name, path } = await saved(page, 'Cost', 'SVG');
    expect(name).toBe(`${NAME}_cost-by-queue_${TIMES}.svg`);
    const svg = await readFile(path, 'utf8');
    expect(svg).not.toMatch(/class=|style=|var\(|<script|href/);
    const picture = await page.context().newPage();
    await picture.setContent(svg.replace(/^<\?xml.*\?>/, ''));
    const texts = (await picture.locator('svg text').allTextContents()).map((text) => text.trim());
    expect(texts.slice(0, 2)).toEqual(['Sample farm · Cost', 'Cost, per hour by queue']);
    expect(texts).toContain('Time: UTC');
    expect(texts.join('\n')).toMatch(/^lighting \$[\d,]+\.\d\d$/m);
    const background = picture.locator('svg > rect').first();
    await expect(background).toHaveAttribute('fill', scheme === 'light' ? '#ffffff' : '#15181f');
    await expect(picture.locator('svg svg svg path')).not.toHaveCount(0);

    const png = await saved(page, 'Cost', 'PNG');
    expect(png.name).toBe(`${NAME}_cost-by-queue_${TIMES}.png`);
    expect((await readFile(png.path)).subarray(1, 4).toString()).toBe('PNG');
  });

/** The texts of a saved picture, which needs no style sheet. */
async function textsOf(page: Page, path: string): Promise<string[]> {
  const svg = await readFile(path, 'utf8');
  expect(svg).not.toMatch(/class=|style=|var\(|<script|href/);
  const picture = await page.context().newPage();
  await picture.setContent(svg.replace(/^<\?xml.*\?>/, ''));
  const texts = (await picture.locator('svg text').allTextContents()).map((text) => text.trim());
  await picture.close();
  return texts;
}

async function expectPng(page: Page, title: string, name: string): Promise<void> {
  const png = await saved(page, title, 'PNG');
  expect(png.name).toBe(name);
  expect((await readFile(png.path)).subarray(1, 4).toString()).toBe('PNG');
}

test('saves a picture of the charts of the forecast', async ({ page, request }) => {
  const farmId = await farmIdOf(request);
  await page.goto(`/farms/${farmId}?from=${RANGE.from}&to=${RANGE.to}`);
  const forecast = panel(page, 'Forecast');
  await forecast.scrollIntoViewIfNeeded();
  await expect(forecast.locator('svg text').first()).toBeVisible();
  const { name, path } = await saved(page, 'Forecast', 'SVG');
  expect(name).toBe(`${farmId}_forecast.svg`);
  const texts = await textsOf(page, path);
  expect(texts[0]).toBe('Sample farm · Forecast');
  expect(texts).toEqual(
    expect.arrayContaining(['Cost of each day of Nov 2026', 'Cost of Nov 2026 as it grows']),
  );
  expect(texts).toContain('Time: UTC');
  await expectPng(page, 'Forecast', `${farmId}_forecast.png`);
});

test('saves the burn-down that is shown as CSV and picture, and copies its aggregation', async ({
  page,
  context,
  request,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const farmId = await farmIdOf(request);
  await page.goto(`/farms/${farmId}`);
  const budgets = panel(page, 'Budgets');
  const menu = budgets.getByRole('button', { name: 'Menu of Budgets' });
  await menu.click();
  await expect(page.getByRole('menuitem', { name: 'Copy as AWS CLI' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'CSV' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await budgets.getByRole('button', { name: /^Burn-down of fx, November/ }).click();
  const twin = budgets.getByRole('table', { name: /^What is left of fx, November/ });
  await expect(twin).toHaveCount(1);
  await expect(budgets.locator('svg text').first()).toBeVisible();
  const shown = await twin.getByRole('row').nth(2).getByRole('cell').first().textContent();

  const csv = await saved(page, 'Budgets', 'CSV');
  expect(csv.name).toMatch(new RegExp(`^${farmId}_burn-down_budget-[0-9a-f]{32}\\.csv$`));
  const [headings = [], ...records] = await cellsOf(csv.path);
  expect(headings[0]).toBe('Until');
  expect(records[0]?.[0]).toBe('2026-11-01T00:00:00Z');
  expect(`$${fixed(Number(records[1]?.[1]), 2)}`).toBe(shown);

  const { path } = await saved(page, 'Budgets', 'SVG');
  const texts = await textsOf(page, path);
  expect(texts[0]).toMatch(/^Sample farm · What is left of fx, November/);
  expect(texts.join(' ')).toContain('The solid line subtracts the cost');
  await expectPng(page, 'Budgets', csv.name.replace('.csv', '.png'));

  await menu.click();
  await page.getByRole('menuitem', { name: 'Copy as AWS CLI' }).click();
  await expect(page.getByText('Commands copied')).toBeVisible();
  const script = await page.evaluate(() => navigator.clipboard.readText());
  expect(script).toMatch(
    /get-budget[\s\S]*# Costs of 1 queue, 1 Nov 2026[\s\S]*start-sessions-statistics-aggregation[\s\S]*--start-time 2026-11-01T00:00:00.000Z/,
  );
});

test('saves the bars of the overview as a picture with axes', async ({ page }) => {
  await page.goto(`/?from=${RANGE.from}&to=${RANGE.to}`);
  await expect(panel(page, 'Farm cost').getByRole('table', { name: 'Farm cost' })).toHaveCount(1);
  const { name, path } = await saved(page, 'Farm cost', 'SVG');
  expect(name).toBe(`${NAME}_cost-by-queue_${TIMES}.svg`);
  const texts = await textsOf(page, path);
  expect(texts[0]).toBe('Sample farm · Cost');
  expect(texts).toEqual(expect.arrayContaining(['Time: UTC', '12:00', '$0']));
  await expectPng(page, 'Farm cost', `${NAME}_cost-by-queue_${TIMES}.png`);
});

test('saves every outlier with its reason', async ({ page, request }) => {
  const farm = await farmPath(request);
  await page.goto(`${farm}?from=2026-09-26T00:00:00Z&to=2026-11-24T00:00:00Z&compare=none`);
  const outliers = panel(page, 'Outliers');
  await outliers.scrollIntoViewIfNeeded();
  await expect(outliers.getByRole('listitem').first()).toBeVisible();
  const count = Number(/(\d+) days?/.exec((await outliers.textContent()) ?? '')?.[1]);
  const { path } = await saved(page, 'Outliers', 'CSV');
  const [headings = [], ...records] = await cellsOf(path);
  expect(records).toHaveLength(count);
  const first = await outliers.getByRole('listitem').first().textContent();
  const [cost, reason] = ['Cost, US $', 'Reason'].map((name) => records[0]?.[headings.indexOf(name)]);
  expect(first).toContain(`$${fixed(Number(cost), 2)}`);
  expect(first).toContain(reason);
});

test('has the costs of farms over time as a table, and a link from each picture to its chart', async ({
  page,
  request,
}) => {
  await page.goto(`/farms?from=${RANGE.from}&to=${RANGE.to}`);
  const farmId = await farmIdOf(request);
  const twin = page.getByRole('table', { name: 'Cost of farms over time' });
  await expect(twin.getByRole('columnheader', { name: 'Sample farm' })).toHaveCount(1);
  const link = panel(page, 'Farms').getByRole('link', { name: /^Sample farm: cost per hour: first \$/ });
  await expect(link).toHaveAttribute('href', new RegExp(`/farms/${farmId}\\?.*#cost$`));
  const first = /first (\$[\d.,]+\d), /.exec(
    (await link.getByRole('img').getAttribute('aria-label')) ?? '',
  )?.[1];
  await expect(twin.getByRole('row').nth(1)).toContainText(first ?? 'no first');
});

test('tells a range in the future and one before the farm from an empty one', async ({ page }) => {
  const farm = await farmPath(page.request);
  for (const [range, sentence] of [
    ['from=2027-01-01&to=2027-01-02', /^This range is in the future\./],
    [
      'from=2025-01-01&to=2025-01-02',
      /^This range ends before the farm was created \(3 Mar 2025, 09:00 UTC\)/,
    ],
    ['from=2026-01-01&to=2026-01-02', /^No sessions in this range\.$/],
  ] as const) {
    await page.goto(`${farm}?${range}`);
    await expect(page.getByText(sentence)).toBeVisible();
  }
});

test('offers weeks and months of the calendar, and 90 days', async ({ page }) => {
  await open(page);
  const banner = page.getByRole('banner');
  await banner.getByRole('button', { name: '10 Nov 00:00 – 12 Nov 00:00' }).click();
  await page.getByRole('button', { name: 'Last month' }).click();
  await expect(page).toHaveURL(/from=now-1M\/M&to=now-1M\/M/);
  await expect(banner.getByRole('button', { name: 'Last month' })).toHaveAttribute(
    'title',
    '1 Oct 2026, 00:00 – 1 Nov 2026, 00:00 UTC',
  );
  await banner.getByRole('button', { name: 'Last month' }).click();
  await expect(page.getByRole('button', { name: 'Last month' }).last()).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('button', { name: 'Last 90 days' }).click();
  await expect(banner.getByRole('button', { name: 'Last 90 days' })).toBeVisible();
});

test('saves every job, and copies the calls behind a panel as AWS CLI', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const farmId = await open(page);
  const jobs = panel(page, 'Jobs');
  await jobs.scrollIntoViewIfNeeded();
  await expect(jobs.getByRole('row').nth(3)).toBeVisible();
  const count = Number(/(\d+) jobs/.exec((await jobs.textContent()) ?? '')?.[1]);
  const { path } = await saved(page, 'Jobs', 'CSV');
  const [headings = [], ...records] = await cellsOf(path);
  expect(headings).toEqual(['Job', 'Job id', 'Cost, US $', 'Compute, hours', 'Records']);
  expect(records.filter(([, id]) => id?.startsWith('job-'))).toHaveLength(count);

  await panel(page, 'Cost').getByRole('button', { name: 'Menu of Cost', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Copy as AWS CLI' }).click();
  await expect(page.getByText('Commands copied')).toBeVisible();
  const commands = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of [
    'aws deadline start-sessions-statistics-aggregation',
    `--endpoint-url http://127.0.0.1:${STEADY.localAwsPort}`,
    `--farm-id ${farmId}`,
    '--start-time 2026-11-10T00:00:00.000Z',
    '--timezone UTC+00:00',
    '--group-by QUEUE_ID USAGE_TYPE',
    'aws deadline get-sessions-statistics-aggregation',
  ])
    expect(commands).toContain(part);
});

test('keeps the focus when costs are cancelled and loaded again', async ({ page }) => {
  const farm = await farmPath(page.request);
  const release = await hold(page, /\/costs$/);
  await page.goto(`${farm}?from=${RANGE.from}&to=2026-11-12T01:00:00Z`);
  await page.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
  const load = page.getByRole('button', { name: 'Load costs' });
  await expect(load).toBeFocused();
  await load.press('Enter');
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  release();
  await expect(panel(page, 'Rows').getByRole('row').nth(3)).toBeVisible();
});

test('saves the costs of all farms', async ({ page }) => {
  await page.goto(`/farms?from=${RANGE.from}&to=${RANGE.to}`);
  const farms = panel(page, 'Farms');
  await expect(farms.getByRole('rowheader', { name: 'All farms' })).toBeVisible();
  const { name, path } = await saved(page, 'Farms', 'CSV');
  expect(name).toBe(`farms_${TIMES}.csv`);
  const [headings = [], ...records] = await cellsOf(path);
  const shown = await farms
    .getByRole('row')
    .filter({ hasText: 'All farms' })
    .getByRole('cell')
    .first()
    .textContent();
  expect(records.map(([farm]) => farm)).toContain('Sample farm');
  const cost = sumOf(records, headings.indexOf('Cost, US $'));
  expect(fixed(cost, 2)).toBe(shown);

  const queues = await saved(page, 'Queues', 'CSV');
  expect(queues.name).toBe(`queues_${TIMES}.csv`);
  const [queueHeadings = [], ...ofQueues] = await cellsOf(queues.path);
  expect(queueHeadings).toEqual([
    ...['Queue', 'Queue id', 'Farm', 'Farm id', 'All of its cost', 'Cost, US $', 'Share, %'],
  ]);
  expect(sumOf(ofQueues, 5)).toBeCloseTo(cost, 6);
  expect(sumOf(ofQueues, 6)).toBeCloseTo(100, 6);
});

test('copies the calls for all farms as AWS CLI', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/farms?from=${RANGE.from}&to=${RANGE.to}`);
  await expect(panel(page, 'Farms').getByRole('rowheader', { name: 'All farms' })).toBeVisible();
  await panel(page, 'Farms').getByRole('button', { name: 'Menu of Farms' }).click();
  await page.getByRole('menuitem', { name: 'Copy as AWS CLI' }).click();
  await expect(page.getByText('Commands copied')).toBeVisible();
  const script = await page.evaluate(() => navigator.clipboard.readText());
  const farmId = await farmIdOf(page.request);
  expect(script).toContain('aws deadline list-farms');
  expect(script).toMatch(new RegExp(`list-budgets[^#]*--farm-id ${farmId}`));
  expect(script).toMatch(new RegExp(`start-sessions-statistics-aggregation[^)]*--farm-id ${farmId}`));
});
