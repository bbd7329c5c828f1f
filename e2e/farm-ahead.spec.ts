import { hold } from './hold';
import { dollars, fixed } from './numbers';
import { farmFigures, farmIdOf, farmPath, panel } from './pages';
import { escaped } from './pattern';
import { rawCost } from './raw-statistics';
import { cellsOf, saved } from './saved-files';
import { expect, test } from './test';

type BudgetList = {
  data: { displayName: string; status: string; queueId: string; limitUsd: number; usedUsd: number }[];
};

test('forecasts the month from what it has cost so far, when the panel is in view', async ({
  page,
  request,
}) => {
  const farmId = await farmIdOf(request);
  const month = { from: '2026-11-01T00:00:00Z', to: '2026-11-24T14:30:00Z' };
  const spent = await rawCost(request, { farmId, ...month });
  let sentCount = 0;
  page.on('request', (sent) => {
    if (sent.url().endsWith('/costs') && sent.postData()?.includes('"period":"DAILY"')) sentCount += 1;
  });

  await page.goto(`/farms/${farmId}?from=now-6h`);
  const forecast = panel(page, 'Forecast');
  await expect(panel(page, 'Totals').getByRole('table')).toBeVisible();
  expect(sentCount).toBe(0);
  await forecast.scrollIntoViewIfNeeded();
  const figures = forecast.getByLabel('Forecast of Nov 2026');
  await expect(figures).toContainText(`Total cost so far${dollars(spent)}until 24 Nov 2026, 14:30 UTC`);
  await expect(figures).toContainText(
    /Forecast for Nov 2026\$[\d,]+in four of five cases \$[\d,]+ – \$[\d,]+/,
  );
  await expect(figures).toContainText(/Error in the past\d+ %on average, of forecasts for 7 days/);
  await expect(figures).toContainText(
    /Budgets of the month\$14,350\.00forecast \d+ % (below|above) the limit/,
  );
  expect(sentCount).toBe(1);
  const [headings = [], ...days] = await cellsOf((await saved(page, 'Forecast', 'CSV')).path);
  expect(headings.slice(0, 3)).toEqual(['Start', 'End', 'Cost so far, US $']);
  expect(days).toHaveLength(30);
  expect(dollars(days.reduce((sum, cells) => sum + Number(cells[2]), 0))).toBe(dollars(spent));
});

test('reads the forecast out by the arrow keys', async ({ page, request }) => {
  await page.goto(await farmPath(request));
  await panel(page, 'Forecast').scrollIntoViewIfNeeded();
  const curve = panel(page, 'Forecast').getByRole('slider', { name: 'Cost of Nov 2026 as it grows' });
  await curve.focus();
  await expect(curve).toHaveAttribute('aria-valuetext', /^Until 24 Nov 2026, 14:30 UTC: \$[\d,]+\.\d\d$/);
  await page.keyboard.press('End');
  await expect(curve).toHaveAttribute(
    'aria-valuetext',
    /^Until 1 Dec 2026, 00:00 UTC: about \$[\d,]+, in four of five cases \$[\d,]+ – \$[\d,]+$/,
  );
  await page.keyboard.press('Home');
  await expect(curve).toHaveAttribute('aria-valuetext', 'Until 1 Nov 2026, 00:00 UTC: $0.00');
});

test('reads each day of the month out: its cost, today’s so far, and what is expected until the end', async ({
  page,
  request,
}) => {
  const farmId = await farmIdOf(request);
  const costOf = (from: string, to: string) => rawCost(request, { farmId, from, to });
  const first = await costOf('2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z');
  const today = await costOf('2026-11-24T00:00:00Z', '2026-11-24T14:30:00Z');
  await page.goto(`/farms/${farmId}`);
  await panel(page, 'Forecast').scrollIntoViewIfNeeded();
  const days = panel(page, 'Forecast').getByRole('slider', { name: 'Cost of each day of Nov 2026' });
  await days.focus();
  const text = (pattern: RegExp) => expect(days).toHaveAttribute('aria-valuetext', pattern);
  await text(
    new RegExp(
      `^24 Nov 2026: ${escaped(dollars(today))} so far, about \\$[\\d,]+ at its end, in four of five cases`,
    ),
  );
  await page.keyboard.press('Home');
  await text(new RegExp(`^1 Nov 2026: ${escaped(dollars(first))}$`));
  await page.keyboard.press('End');
  await text(/^30 Nov 2026: about \$[\d,]+, in four of five cases \$[\d,.]+ – \$[\d,]+$/);
  const table = panel(page, 'Forecast').getByRole('table', { name: 'Cost of each day of Nov 2026' });
  await expect(table.getByRole('row')).toHaveCount(31);
});

test('shows what is left of a budget day by day, and keeps it in the URL', async ({ page, request }) => {
  const farmId = await farmIdOf(request);
  const answer = (await (await request.get(`/api/farms/${farmId}/budgets`)).json()) as BudgetList;
  const budget = answer.data.find(({ displayName }) => displayName.startsWith('fx, November'));
  if (!budget) throw new Error('The sample has no such budget.');
  const { limitUsd, usedUsd, queueId } = budget;
  const to = '2026-11-24T14:30:00Z';
  const left =
    limitUsd - (await rawCost(request, { farmId, queueIds: [queueId], from: '2026-11-01T00:00:00Z', to }));

  await page.goto(`/farms/${farmId}`);
  const budgets = panel(page, 'Budgets');
  await budgets.getByRole('button', { name: /^Burn-down of fx, November/ }).click();
  await expect(page).toHaveURL(/burn=budget-[0-9a-f]{32}/);
  const curve = budgets.getByRole('slider', { name: /^What is left of fx, November/ });
  await curve.focus();
  await expect(curve).toHaveAttribute(
    'aria-valuetext',
    `Until 24 Nov 2026, 14:30 UTC: ${dollars(left)} left`,
  );
  await expect(budgets).toContainText(`AWS reports ${dollars(usedUsd)} as used`);
  await page.keyboard.press('Home');
  await expect(curve).toHaveAttribute(
    'aria-valuetext',
    `Until 1 Nov 2026, 00:00 UTC: ${dollars(limitUsd)} left`,
  );
  await page.reload();
  await expect(curve).toBeVisible();
  await budgets.getByRole('button', { name: /^Burn-down of fx, November/ }).click();
  await expect(curve).toHaveCount(0);
  await expect(page).not.toHaveURL(/burn=/);
});

test('rolls jobs up by a pattern of their names, whose sums are those of the range', async ({
  page,
  request,
}) => {
  const farmId = await farmIdOf(request);
  const range = { from: '2026-11-10T00:00:00Z', to: '2026-11-12T00:00:00Z' };
  const cost = await rawCost(request, { farmId, ...range });
  await page.goto(`/farms/${farmId}?from=${range.from}&to=${range.to}`);
  const jobs = panel(page, 'Jobs');
  await jobs.scrollIntoViewIfNeeded();
  const top = jobs.getByRole('region', { name: 'Most expensive jobs' });
  await expect(top.locator('tfoot')).toContainText(`Total${fixed(cost, 2)}`);
  await expect(top.locator('tbody').getByRole('rowheader').first()).toHaveText(/^sq\d+_sh\d+/);

  await jobs.getByRole('button', { name: 'Example patterns' }).click();
  await page.getByRole('menuitem', { name: /^Sequence, shot matches/ }).click();
  await expect(page).toHaveURL(/pattern=/);
  const rolled = jobs.getByRole('region', { name: 'Jobs by parts of their names' });
  await expect(rolled.getByRole('columnheader').first()).toHaveText('Sequence › Shot');
  await expect(rolled.locator('tfoot')).toContainText(`Total${fixed(cost, 2)}`);
  const names = rolled.locator('tbody').getByRole('rowheader');
  const sequence = (await names.first().textContent()) ?? '';
  await rolled.getByText(sequence, { exact: true }).click();
  await expect(names.nth(1)).toHaveText(/^sh\d+$/);
  const link = page.url();
  await page.goto('/farms');
  await page.goto(link);
  await jobs.scrollIntoViewIfNeeded();
  await expect(names.first()).toHaveText(sequence);
});

test('stops a pattern that takes too long, and says what is wrong with others', async ({ page, request }) => {
  await page.goto(await farmPath(request));
  const jobs = panel(page, 'Jobs');
  await jobs.scrollIntoViewIfNeeded();
  const field = jobs.getByRole('textbox', { name: 'Roll up by a pattern of the job name' });
  await field.fill('(\\w+\\w+\\w+)+!');
  await expect(jobs).toContainText('This pattern took too long and was stopped.');
  await expect(jobs.getByRole('region', { name: 'Most expensive jobs' })).toBeVisible();
  await field.fill('(sq');
  await expect(jobs).toContainText('This is not a regular expression.');
  await field.fill('sq');
  await expect(jobs).toContainText('This pattern has no groups.');
  await field.fill('(sq)');
  await expect(jobs.getByRole('region', { name: 'Jobs by parts of their names' })).toBeVisible();
  await field.press('Escape');
  await expect(jobs.getByRole('region', { name: 'Most expensive jobs' })).toBeVisible();
});

test('lists the days that cost far more than usual, and zooms to one', async ({ page, request }) => {
  const farmId = await farmIdOf(request);
  await page.goto(`/farms/${farmId}?from=2026-09-26T00:00:00Z&to=2026-11-24T00:00:00Z`);
  await panel(page, 'Outliers').scrollIntoViewIfNeeded();
  const first = panel(page, 'Outliers').getByRole('listitem').first();
  await expect(first).toContainText(/usually \$[\d,.]+the median of \d+ other days of this weekday/);
  await expect(first).toContainText(/\w+ \$[\d,.]+, usually \$[\d,.]+/);
  const [, date = '', cost = ''] =
    /^(\d+ \w+ \d+)(\$[\d,]+\.\d\d)/.exec((await first.textContent()) ?? '') ?? [];
  const from = Date.parse(`${date} UTC`);
  const day = { from: new Date(from).toISOString(), to: new Date(from + 86_400_000).toISOString() };
  const raw = await rawCost(request, { farmId, ...day });
  expect(cost).toBe(dollars(raw));
  await first.getByRole('button', { name: `Zoom to ${date}` }).click();
  await expect(page).toHaveURL(new RegExp(`from=${day.from.slice(0, 10)}`));
  await expect(farmFigures(page)).toContainText(`Total cost${cost}`);
});

test('asks for the forecast only after the costs of the page', async ({ page, request }) => {
  const sent: string[] = [];
  const release = await hold(page, /\/api\/farms\/[^/]+\/costs$/, (request) => {
    const { period } = request.postDataJSON();
    sent.push(period);
    return period === 'HOURLY';
  });
  await page.goto(`${await farmPath(request)}?from=now-6h`);
  await expect.poll(() => sent).toEqual(['HOURLY']);
  const forecast = panel(page, 'Forecast');
  await forecast.scrollIntoViewIfNeeded();
  await expect(forecast).toContainText(
    'Waits for the costs above: AWS runs one aggregation of a farm at a time.',
  );
  expect(sent).toEqual(['HOURLY']);
  release();
  await expect(panel(page, 'Totals').getByRole('table')).toBeVisible();
  await forecast.scrollIntoViewIfNeeded();
  await expect(forecast.getByLabel('Forecast of Nov 2026')).toBeVisible();
  expect(sent.filter((period) => period === 'DAILY')).toHaveLength(1);
});
