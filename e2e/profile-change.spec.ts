import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { drawn, flameGraph, graphs } from './graph';
import { hold } from './hold';
import { GROUP, GROUP_API, panel } from './pages';
import { summary } from './profile-page';
import { CPU, rawFrames, summed } from './raw-profile';
import { TEST_NOW } from './servers';
import { type APIRequestContext, expect, test } from './test';

const NOW = Date.parse(TEST_NOW);
/** The function that the sample's slow release added, and when: the deploy of that Tuesday. */
const CAUSE = 'com.acme.checkout.cart:CartService:recommend';
const START = Date.parse('2026-11-24T09:30:00Z');

const iso = (instant: number) => new Date(instant).toISOString();
const percent = (share: number) => (share === 0 ? '0 %' : `${(100 * share).toFixed(1)} %`);

/** The share of each function by total, recomputed from the profile as AWS returns it. */
async function rawShares(request: APIRequestContext, from: number, to: number): Promise<Map<string, number>> {
  const frames = await rawFrames(request, { from: iso(from), to: iso(to) });
  const outermost = frames.filter(({ name, callers }) => !callers.includes(name));
  const totals = summed(
    outermost,
    ({ name }) => name,
    ({ total }) => total,
  );
  return new Map([...totals].map(([name, total]) => [name, total / frames[0].total]));
}

/** The function's share in each profile of a period, as BatchGetFrameMetricData returns it. */
async function trend(request: APIRequestContext, name: string, from: number, to: number, period: string) {
  const answer = await request.get(`${GROUP_API}/frame-metrics`, {
    params: { startTime: iso(from), endTime: iso(to), period, name, threadStates: CPU.join() },
  });
  const { data } = (await answer.json()) as {
    data: { points: { from: number; to: number; share: number }[] };
  };
  return data.points;
}

const mean = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0) / shares.length;

test('names the function that explains what changed, and the five minutes in which it began', async ({
  page,
  request,
}) => {
  await page.goto(GROUP);
  await expect(summary(page)).toContainText('since');
  // No function's change weighs more for its size.
  const to = Math.floor(NOW / (5 * MINUTE)) * 5 * MINUTE;
  const from = Math.floor((NOW - 6 * HOUR) / (5 * MINUTE)) * 5 * MINUTE;
  const [now, before] = [await rawShares(request, from, to), await rawShares(request, from - DAY, to - DAY)];
  const weight = (name: string) => {
    const [was, is] = [before.get(name) ?? 0, now.get(name) ?? 0];
    return was === is ? 0 : (is - was) ** 2 / Math.max(is, was);
  };
  const most = Math.max(...[...now.keys()].map(weight));
  expect(weight(CAUSE)).toBe(most);
  const around = await trend(request, CAUSE, START - 2 * HOUR, START + 2 * HOUR, 'PT5M');
  expect(around.filter(({ share }) => share > 0)[0]?.from).toBe(START);
  const all = await trend(request, CAUSE, NOW - 36 * HOUR, to + 5 * MINUTE, 'PT5M');
  const after = mean(all.filter((point) => point.from >= START).map(({ share }) => share));
  await expect(summary(page)).toContainText(
    new RegExp(
      `Changed most:\\s*${parseFrame(CAUSE).label}\\s*0 → ${percent(after)}\\s*total\\s*since\\s*Tue 24 Nov, 09:30 UTC`,
    ),
  );
  await expect(summary(page).getByRole('link', { name: '0 →' })).toHaveAttribute(
    'title',
    new RegExp(`^0 % yesterday, ${percent(now.get(CAUSE) ?? 0)} in the ended profiles of this range`),
  );
  // The comparison that it links to is of the same times.
  await summary(page).getByRole('link', { name: '0 →' }).click();
  await expect(panel(page, 'Comparison')).toContainText('24 Nov 2026, 08:30 – 14:30 UTC');
  await expect(panel(page, 'Baseline')).toContainText('23 Nov 2026, 08:30 – 14:30 UTC');
  const points = 100 * (now.get(CAUSE) ?? 0);
  await expect(page.getByRole('region', { name: 'Summary of the comparison' })).toContainText(
    `Changed most:${parseFrame(CAUSE).label}+${points.toFixed(1)} pointstotal`,
  );
});

test('compares the time since a change with the time before it, and shows its start', async ({ page }) => {
  await page.goto(GROUP);
  await summary(page).getByRole('link', { name: 'Tue 24 Nov, 09:30 UTC' }).click();
  await drawn(graphs(page), 50);
  await expect(panel(page, 'Comparison')).toContainText('24 Nov 2026, 09:30 – 14:30 UTC');
  await expect(panel(page, 'Baseline')).toContainText('24 Nov 2026, 04:30 – 09:30 UTC');
  await expect(page.getByRole('region', { name: 'Summary of the comparison' })).toContainText('Math.sqrt');
  await page.goBack();
  await summary(page).getByRole('link', { name: 'show start' }).click();
  await expect(page).toHaveURL(/from=2026-11-24T07:30:00.000Z&to=2026-11-24T11:30:00.000Z/);
  await expect(summary(page)).toContainText('Tue 24 Nov, 09:30 UTC');
  await page.goBack();
  await expect(page).not.toHaveURL(/from=/);
  await summary(page).getByRole('link', { name: 'CartService.recommend' }).click();
  await expect(page).toHaveURL(/view=inspect/);
});

test('names the same start in a range of days that contains it, and in the zone of the page', async ({
  page,
}) => {
  await page.goto(`${GROUP}?from=now-7d&to=now&tz=Europe/Berlin`);
  await expect(summary(page)).toContainText(/CartService.recommend.*since\s*Tue 24 Nov, 10:30 UTC\+01:00/s);
  await page.goto(`${GROUP}?from=now-1h&to=now`);
  await expect(summary(page)).toContainText(/CartService.recommend.*since\s*Tue 24 Nov, 09:30 UTC/s);
});

test('states that nothing changed clearly', async ({ page }) => {
  // The sample's waiting threads do the same every day.
  await page.goto(`${GROUP}?data=TIMED_WAITING`);
  await expect(summary(page)).toContainText('No clear change on yesterday or a week before.');
});

test('reads what could not be read again, and states it', async ({ page }) => {
  const error = { code: 'ThrottlingException', message: 'Too many.', status: 429, retryable: false };
  await page.route(/functions\?.*2026-11-(23|17)T08/, (route) =>
    route.fulfill({ status: 429, json: { error } }),
  );
  await page.goto(GROUP);
  await expect(summary(page)).toContainText('The profile of yesterday and of a week before can’t be read.');
  await expect(summary(page)).not.toContainText('No clear change');
  await page.unroute(/functions\?.*2026-11-(23|17)T08/);
  await summary(page).getByRole('button', { name: 'Retry' }).click();
  await expect(summary(page)).toContainText(/CartService.recommend\s*0 →/);
  await expect(summary(page)).not.toContainText('can’t be read');
});

test('names what changed most without its start when AWS denies the trend', async ({ page }) => {
  const error = { code: 'AccessDeniedException', message: 'AWS denied it.', status: 403, retryable: false };
  await page.route(/frame-metrics/, (route) => route.fulfill({ status: 403, json: { error } }));
  const denied = page.waitForResponse(/frame-metrics.*period=PT1H/);
  await page.goto(GROUP);
  await denied;
  await expect(summary(page)).toContainText(
    /CartService.recommend\s*0 → [\d.]+ %\s*total on yesterday\s*The start can’t be read\. Retry/,
  );
});

test('moves nothing when the start arrives late, and the graph starts on the first screen of a phone', async ({
  page,
}) => {
  for (const width of [360, 800, 1280, 1920]) {
    await page.unroute(/frame-metrics/);
    const release = await hold(page, /frame-metrics/);
    await page.setViewportSize({ width, height: 740 });
    await page.goto(GROUP);
    await expect(summary(page)).toContainText(/0 → [\d.]+ %\s*total on yesterday/);
    await drawn(graphs(page), 50);
    const top = async () => (await flameGraph(page).boundingBox())?.y;
    const before = await top();
    release();
    await expect(summary(page)).toContainText('since');
    expect(await top(), `${width} px`).toBe(before);
    if (width === 360) expect(before).toBeLessThan(700);
  }
});
