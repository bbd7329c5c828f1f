import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { expectNoSeriousViolationsInBothSchemes } from './axe';
import { drawn, frame, graphs, tooltip } from './graph';
import { dollars, fixed } from './numbers';
import { expectNoSidewaysScroll, farmIdOf, GROUP, settled } from './pages';
import { type RawFrame, rawFrames, summed } from './raw-profile';
import { rawCost } from './raw-statistics';
import { cellsOf, saved } from './saved-files';
import { type APIRequestContext, expect, type Page, test } from './test';

const FROM = '2026-11-24T09:00:00.000Z';
const TO = '2026-11-24T11:00:00.000Z';
const HOURS = 2;
const HOURS_PER_YEAR = 8760;
const RANGE = `from=${FROM}&to=${TO}`;
/** Of six instances. */
const PRICE_AN_HOUR = 0.34 * 6;
const PRICE = 'price=0.34&instances=6&instanceType=c7g.large';

const line = (page: Page) => page.getByRole('region', { name: 'Cost of the profile' });

/** An amount as a table shows it. */
const money = (usd: number) => (usd < 0.01 ? '< $0.01' : dollars(usd));
const aboutMoney = (usd: number) => (usd < 100 ? money(usd) : `$${fixed(usd, 0)}`);
const anHour = (usd: number) => (usd < 0.001 ? '< $0.001' : `$${fixed(usd, usd < 0.1 ? 3 : 2)}`);

type Shares = { self: number; total: number };

/** The shares of each function by name, recomputed from the profile as AWS returns it. */
async function rawShares(request: APIRequestContext, from = FROM, to = TO): Promise<Map<string, Shares>> {
  const frames = await rawFrames(request, { from, to });
  const whole = frames[0].total;
  const isOutermost = ({ name, callers }: RawFrame) => !callers.includes(name);
  const sums = (of: readonly RawFrame[], samples: (each: RawFrame) => number) =>
    summed(of, ({ name }) => name, samples);
  const selves = sums(frames, ({ self }) => self);
  const totals = sums(frames.filter(isOutermost), ({ total }) => total);
  return new Map(
    [...totals].map(([name, total]) => [
      name,
      { self: (selves.get(name) ?? 0) / whole, total: total / whole },
    ]),
  );
}

/** The function with the most self samples. */
async function hottest(request: APIRequestContext): Promise<Shares & { name: string; label: string }> {
  const [first] = [...(await rawShares(request))].sort(([, a], [, b]) => b.self - a.self);
  if (!first) throw new Error('There are no functions.');
  return { name: first[0], label: parseFrame(first[0]).label, ...first[1] };
}

/** The row of a function in the table. */
const rowOf = (page: Page, label: string) =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: label, exact: true }) });

test('prices frames by their shares of a typed price, in the profile’s time, an hour and a year', async ({
  page,
  request,
}) => {
  const { label, self, total } = await hottest(request);
  for (const [per, hours, text] of [
    ['time', HOURS, money],
    ['hour', 1, anHour],
    ['year', HOURS_PER_YEAR, aboutMoney],
  ] as const) {
    await page.goto(`${GROUP}?${RANGE}&${PRICE}&view=functions&costPer=${per}`);
    await expect(rowOf(page, label).getByRole('cell').nth(4)).toHaveText(text(self * PRICE_AN_HOUR * hours));
    await expect(rowOf(page, label).getByRole('cell').nth(5)).toHaveText(text(total * PRICE_AN_HOUR * hours));
  }
  await expect(line(page)).toContainText(
    `Cost of all samples: ${money(PRICE_AN_HOUR * HOURS)} in 2 h, ${anHour(PRICE_AN_HOUR)} / h, ${aboutMoney(PRICE_AN_HOUR * HOURS_PER_YEAR)} / year`,
  );
  await expect(line(page)).toContainText('$0.34 an hour for each of 6 instances (c7g.large)');
  await expect(line(page)).toContainText('samples in RUNNABLE, BLOCKED, NATIVE');
});

test('prices the frame under the pointer, and tells its cost to screen readers', async ({
  page,
  request,
}) => {
  const frames = await rawFrames(request, { from: FROM, to: TO });
  const [root, first] = [frames[0], frames.filter(({ callers }) => callers.length === 1)];
  const widest = first.sort((a, b) => b.total - a.total)[0];
  const share = (widest?.total ?? 0) / root.total;
  await page.goto(`${GROUP}?${RANGE}&${PRICE}`);
  await drawn(graphs(page));
  await expect(line(page)).toContainText('Cost of all samples');
  await frame(page, parseFrame(widest?.name ?? '').label).hover();
  const row = tooltip(page).locator('table').nth(1).locator('tr').nth(1);
  const cells = [money(share * PRICE_AN_HOUR * HOURS), anHour(share * PRICE_AN_HOUR)];
  await expect(row).toContainText(
    `total${[...cells, aboutMoney(share * PRICE_AN_HOUR * HOURS_PER_YEAR)].join('')}`,
  );
  await graphs(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(/of all, .* samples.*\/ h, \$[\d,.]+ \/ year/).first()).toBeAttached();
});

test('prices frames by what a farm cost in the time of the profile, as its page shows it', async ({
  page,
  request,
}) => {
  const farmId = await farmIdOf(request);
  const cost = await rawCost(request, { farmId, from: FROM, to: TO });
  const { label, self } = await hottest(request);
  await page.goto(`${GROUP}?${RANGE}&cost=${farmId}&view=functions`);
  await expect(line(page)).toContainText(`Cost of all samples: ${dollars(cost)} in 2 h`);
  await expect(line(page)).toContainText('The costs are those of Sample farm. All');
  await expect(line(page)).toContainText('Sessions that started 24 Nov 2026, 09:00 – 11:00 UTC');
  await expect(rowOf(page, label).getByRole('cell').nth(4)).toHaveText(money(self * cost));
  await page.goto(`/farms/${farmId}?${RANGE}`);
  await expect(page.getByLabel('Totals of the range')).toContainText(dollars(cost));
});

test('shows how much more or less a function costs in an hour and in a year', async ({ page, request }) => {
  await page.goto(`${GROUP}?${RANGE}&${PRICE}&view=compare`);
  await drawn(graphs(page), 50);
  await expect(page.getByRole('region', { name: 'Cost of both sides' })).toContainText(
    `Both sides cost ${anHour(PRICE_AN_HOUR)} / h`,
  );
  const row = page.getByRole('table', { name: 'Grown functions by self' }).getByRole('row').nth(1);
  const label = (await row.getByRole('button').getAttribute('aria-label')) ?? '';
  const day = (text: string) => text.replace('-24T', '-23T');
  const [now, before] = [await rawShares(request), await rawShares(request, day(FROM), day(TO))];
  const name = [...now.keys()].find((each) => parseFrame(each).label === label) ?? '';
  const change = ((now.get(name)?.self ?? 0) - (before.get(name)?.self ?? 0)) * PRICE_AN_HOUR;
  await expect(row.getByRole('cell').nth(5)).toHaveText(`+${anHour(change)}`);
  await expect(row.getByRole('cell').nth(6)).toHaveText(`+${aboutMoney(change * HOURS_PER_YEAR)}`);
});

test('saves the functions with their costs as CSV', async ({ page, request }) => {
  const { name, self, total } = await hottest(request);
  await page.goto(`${GROUP}?${RANGE}&${PRICE}&view=functions`);
  await expect(line(page)).toContainText('Cost of all samples');
  const { path } = await saved(page, 'Top functions', 'CSV');
  const [head = [], ...rows] = await cellsOf(path);
  expect(head.slice(6)).toEqual(
    ['Self', 'Total'].flatMap((kind) =>
      ['profile’s time', 'an hour', 'a year'].map((time) => `${kind} cost, US $ ${time}`),
    ),
  );
  const row =
    rows
      .find(([first]) => first === name)
      ?.slice(6)
      .map(Number) ?? [];
  const costs = [self, total].flatMap((share) =>
    [HOURS, 1, HOURS_PER_YEAR].map((hours) => share * PRICE_AN_HOUR * hours),
  );
  costs.forEach((usd, at) => {
    expect(row[at]).toBeCloseTo(usd, 6);
  });
});

test('chooses a price by the keyboard, and no cost again', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&view=functions`);
  await settled(page);
  await expect(page.getByRole('columnheader', { name: 'Self $' })).toHaveCount(0);
  const button = page.getByRole('button', { name: 'Cost', exact: true });
  await button.press('Enter');
  await page.getByRole('radio', { name: 'None' }).focus();
  await page.keyboard.press('ArrowRight');
  const price = page.getByLabel('Price of an instance, US $ an hour');
  await price.fill('0,34');
  await price.press('Enter');
  await expect(page.getByText('A number above 0, up to 100,000')).toBeVisible();
  await price.fill('0.34');
  await price.press('Enter');
  await expect(page).toHaveURL(/[?&]price=0\.34(&|$)/);
  await expect(line(page)).toContainText('$0.34 an hour for one instance');
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await page.getByRole('columnheader', { name: 'Total $' }).getByRole('button').click();
  await expect(page).toHaveURL(/order=total/);
  await button.press('Enter');
  await page.getByRole('radio', { name: 'A price' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).not.toHaveURL(/price=/);
  await expect(line(page)).toHaveCount(0);
});

test('says that a price or a farm in a link can’t be read, and fixes the link', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&price=-1&instances=none&cost=farm-1`);
  const notice = page.getByRole('alert').filter({ hasText: 'price in this link' });
  await expect(notice).toContainText('not the id of a farm');
  await expect(line(page)).toHaveCount(0);
  await notice.getByRole('button', { name: 'Fix the link' }).click();
  await expect(page).not.toHaveURL(/price|instances|cost/);
});

test('says why the cost of a farm is unknown, and shows none', async ({ page, request }) => {
  await page.goto(`${GROUP}?${RANGE}&cost=farm-${'0'.repeat(32)}&view=functions`);
  await expect(line(page)).toContainText('The cost of the farm is unknown.');
  await expect(line(page).getByRole('button', { name: 'Retry' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Self $' })).toHaveCount(0);
  await expect(page.getByRole('main')).not.toContainText('$0.00');
  expect((await rawFrames(request, { from: FROM, to: TO }))[0].total).toBeGreaterThan(0);
});

for (const view of ['overview', 'functions', 'compare']) {
  test(`shows costs on the page ${view} without axe violations, also on a narrow screen`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${GROUP}?${RANGE}&${PRICE}&view=${view}`);
    await settled(page);
    await expect(page.getByRole('region', { name: /^Cost of/ })).toContainText('/ year');
    await expectNoSeriousViolationsInBothSchemes(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await settled(page);
    await expectNoSidewaysScroll(page);
  });
}
