import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { MINUTE } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import { panel } from './pages';
import { CPU, percent, rawFrames, rawSeries, samplesIn, summed } from './raw-profile';
import { STEADY } from './servers';
import { type APIRequestContext, expect, type Page, test } from './test';

const RANGE = 'from=2026-11-24T02:00:00Z&to=2026-11-24T08:00:00Z';
const TIMES = 'startTime=2026-11-24T02:00:00Z&endTime=2026-11-24T08:00:00Z';
const row = (page: Page, name: string) => panel(page, 'Profiling groups').getByRole('row', { name });
const names = (page: Page) =>
  panel(page, 'Profiling groups')
    .getByRole('row')
    .getByRole('link', { name: /^(sample|captured|triptych)-/ })
    .allTextContents();

type Function = { name: string; self: number };

/** The functions of a group as its page's table lists them. */
async function functions(request: APIRequestContext, group: string) {
  const answer = await request.get(`/api/profiling-groups/${group}/profile/functions?${TIMES}`);
  return ((await answer.json()) as { data: { samples: number; functions: Function[] } }).data;
}

/** The samples of a group in the range; undefined without a profile. */
async function samplesOf(request: APIRequestContext, group: string): Promise<number | undefined> {
  const answer = await request.get(`/api/profiling-groups/${group}/summary?${TIMES}`);
  const { data } = (await answer.json()) as { data: { samples: number; isEmpty?: true } };
  return data.isEmpty ? undefined : data.samples;
}

test('shows the samples, the hottest function, their changes and the anomalies of each group', async ({
  page,
  request,
}) => {
  await page.goto(`/profiles?${RANGE}`);
  const shop = row(page, 'sample-checkout-service');
  const { samples, functions: listed } = await functions(request, 'sample-checkout-service');
  const hottest = listed.reduce((a, b) => (b.self > a.self ? b : a));
  await expect(shop).toContainText(samples.toLocaleString('en-US'));
  await expect(shop).toContainText(`${((hottest.self / samples) * 100).toFixed(1)} % of CPU`);
  await expect(shop).toContainText(/[+−][\d.]+ %/);
  await expect(shop).toContainText(/[+−][\d.]+ points/);
  await expect(
    shop.getByRole('img', { name: /samples in one, 72 of 72 profiles of 5 minutes read/ }),
  ).toBeVisible();
  await expect(row(page, 'captured-python-agent')).toContainText('No profile in this range');
  await shop.getByRole('link', { name: /anomal/ }).click();
  await expect(page).toHaveURL(/sample-checkout-service\?from=2026-11-24T02:00:00.000Z&to=2026-11-24T03:00/);
  const findings = panel(page, 'Recommendations');
  await findings.scrollIntoViewIfNeeded();
  const anomaly = findings.getByRole('list', { name: 'Anomalies' }).getByRole('listitem').first();
  await expect(anomaly.getByRole('link', { name: /^Compare with before this anomaly/ })).toBeVisible();
});

for (const [group, name] of [
  ['sample-checkout-service', 'shop'],
  ['sample-render-worker', 'worker'],
] as const) {
  test(`shows the figures of the raw profiles of both periods: ${name}`, async ({ page, request }) => {
    test.setTimeout(120_000);
    const states = group === 'sample-render-worker' ? ['WALL_TIME'] : CPU;
    const read = (from: string, to: string) => rawFrames(request, { group, from, to, states });
    const now = await read('2026-11-24T02:00:00Z', '2026-11-24T08:00:00Z');
    const before = await read('2026-11-23T20:00:00Z', '2026-11-24T02:00:00Z');
    const self = summed(now, ({ name }) => name);
    const [hottest, samples] = [...self].reduce((a, b) => (b[1] > a[1] ? b : a));
    const [whole, wholeBefore] = [now[0].total, before[0].total];
    const share = samples / whole;
    const shareBefore = (summed(before, ({ name }) => name).get(hottest) ?? 0) / wholeBefore;
    const change = (whole / wholeBefore - 1) * 100;
    const changeText = Math.abs(change).toFixed(Math.abs(change) < 10 ? 1 : 0);
    const points = percent(Math.abs(share - shareBefore), 1).replace(' %', ' points');
    const sign = (value: number) => (value < 0 ? '−' : '+');
    const times = { from: Date.parse('2026-11-24T02:00:00Z'), to: Date.parse('2026-11-24T08:00:00Z') };
    const fives = await rawSeries(request, { ...times, length: 5 * MINUTE, group });

    await page.goto(`/profiles?${RANGE}`);
    const cells = row(page, group).getByRole('cell');
    await expect(cells.nth(1)).toContainText(whole.toLocaleString('en-US'));
    await expect(cells.nth(2)).toHaveText(`${sign(change)}${changeText} %`);
    await expect(cells.nth(3)).toContainText(parseFrame(hottest).label);
    await expect(cells.nth(3)).toContainText(
      `${percent(samples, whole)} of ${name === 'shop' ? 'CPU' : 'all states'}`,
    );
    await expect(cells.nth(4)).toHaveText(`${sign(share - shareBefore)}${points}`);
    const most = Math.max(...fives.map((each) => samplesIn(each, states))).toLocaleString('en-US');
    await expect(row(page, group).getByRole('img')).toHaveAccessibleName(
      `${group}: at most ${most} samples in one, 72 of 72 profiles of 5 minutes read`,
    );
  });
}

test('counts as many anomalies as the page of the group, and shows the last report of AWS', async ({
  page,
  request,
}) => {
  const localAws = `http://127.0.0.1:${STEADY.localAwsPort}`;
  for (const group of ['sample-checkout-service', 'sample-render-worker']) {
    const described = await (await request.get(`${localAws}/profilingGroups/${group}`)).json();
    const { latestAgentProfileReportedAt: at } = described.profilingStatus;
    await page.goto(`/profiles?${RANGE}`);
    const cells = row(page, group).getByRole('cell');
    await expect(cells.nth(6)).toHaveText(formatInstant(Date.parse(at), 'UTC'));
    const anomalies = cells.nth(5);
    await expect(anomalies).toContainText(/◆|none/);
    const links = anomalies.getByRole('link', { name: /^\d+ anomal.*: .* UTC/ });
    const [name = '0'] = await links.evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel ?? ''));
    const count = Number.parseInt(name, 10);
    await page.goto(`/profiles/${group}?${RANGE}`);
    const findings = panel(page, 'Recommendations');
    await findings.scrollIntoViewIfNeeded();
    await expect(findings.getByRole('list', { name: 'Recommendations' })).toBeVisible();
    await expect(findings.getByRole('list', { name: 'Anomalies' }).locator('> li')).toHaveCount(count);
  }
});

test('keeps the range on the way to a group', async ({ page }) => {
  await page.goto(`/profiles?${RANGE}&search=render`);
  await row(page, 'sample-render-worker').getByRole('link', { name: 'sample-render-worker' }).click();
  await expect(page).toHaveURL(`/profiles/sample-render-worker?${RANGE}`);
});

test('sorts by a column, which the URL has', async ({ page, request }) => {
  await page.goto(`/profiles?${RANGE}`);
  const head = panel(page, 'Profiling groups').getByRole('columnheader', { name: 'Samples' });
  await head.getByRole('button').click();
  await expect(page).toHaveURL(/order=-samples/);
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(panel(page, 'Profiling groups')).not.toContainText(/of \d+ groups? read/);
  const listed = await names(page);
  const samples = new Map(
    await Promise.all(listed.map(async (name) => [name, await samplesOf(request, name)] as const)),
  );
  expect([...samples.values()].filter((each) => each !== undefined).length).toBeGreaterThan(1);
  let bySamples: string[] = [];
  await expect(async () => {
    bySamples = await names(page);
    const shown = bySamples.map((name) => samples.get(name));
    const [known, unknown] = [true, false].map((isKnown) =>
      shown.filter((each) => (each !== undefined) === isKnown),
    );
    expect(shown).toEqual([...(known ?? []).toSorted((a = 0, b = 0) => b - a), ...(unknown ?? [])]);
  }).toPass();
  await page.reload();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(() => names(page)).toEqual(bySamples);
  await head.getByRole('button').click();
  await expect(page).toHaveURL(/order=samples/);
  await expect.poll(async () => (await names(page))[0]).not.toBe(bySamples[0]);
});

test('finds groups by name, after the key /', async ({ page }) => {
  await page.goto(`/profiles?${RANGE}`);
  await expect(row(page, 'sample-checkout-service')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('render');
  await expect(page).toHaveURL(/search=render/);
  await expect(row(page, 'sample-checkout-service')).toHaveCount(0);
  await expect(panel(page, 'Profiling groups')).toContainText(/1 of \d+ groups/);
  await page.getByLabel('Search groups').fill('nothing has this name');
  await expect(panel(page, 'Profiling groups')).toContainText('No group’s name includes this text');
});

test('focuses the search when / needs Shift, but not behind a dialog', async ({ page }) => {
  await page.goto(`/profiles?${RANGE}`);
  await expect(row(page, 'sample-checkout-service')).toBeVisible();
  const search = page.getByLabel('Search groups');
  // As a German keyboard sends it.
  const slash = { key: '/', code: 'Digit7', shiftKey: true, bubbles: true };
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.dispatchEvent('body', 'keydown', slash);
  await expect(search).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.dispatchEvent('body', 'keydown', slash);
  await expect(search).toBeFocused();
});

test('reads a group only when it comes into view', async ({ page }) => {
  const read = new Set<string>();
  page.on('request', (request) => {
    const group = /profiling-groups\/([^/]+)\/summary/.exec(request.url())?.[1];
    if (group) read.add(group);
  });
  await page.setViewportSize({ width: 1280, height: 320 });
  await page.goto(`/profiles?${RANGE}`);
  await expect(row(page, 'sample-checkout-service')).toBeVisible();
  const listed = await names(page);
  const [first = '', last = ''] = [listed.at(0), listed.at(-1)];
  await expect.poll(() => read.has(first)).toBe(true);
  await expect(row(page, first)).not.toHaveAttribute('aria-busy', 'true');
  expect(read.has(last)).toBe(false);
  await row(page, last).scrollIntoViewIfNeeded();
  await expect.poll(() => read.has(last)).toBe(true);
});
