import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { functionKey } from '@/lib/profile/tree/path-key';
import { MINUTE } from '@/lib/time/duration';
import { formatSpan } from '@/lib/time/format';
import { GROUP, panel } from './pages';
import { CPU, percent, type RawFrame, rawFrames } from './raw-profile';
import { type APIRequestContext, expect, type Page, test } from './test';

const SPAN = { from: '2026-11-24T08:00:00Z', to: '2026-11-24T11:00:00Z' };
const RANGE = `from=${SPAN.from}&to=${SPAN.to}`;
const WAITS = ['BLOCKED', 'WAITING', 'TIMED_WAITING'];
const ALL_BUT_IDLE = ['RUNNABLE', 'NATIVE', ...WAITS];

/** Samples of a function and all that it called: of its frames without another one above. */
const totalOf = (frames: readonly RawFrame[], name: string) =>
  frames
    .filter((frame) => frame.name === name && !frame.callers.includes(name))
    .reduce((sum, { total }) => sum + total, 0);

/** Functions of recommendations that have more places than the list shows. */
const FUNCTIONS: Record<string, RegExp> = {
  'JSON serialization': /^com\.fasterxml\.jackson\./,
  'Garbage collection': /^<GC>$/,
  'Waiting for a pooled connection': /^org\.apache\.http\.pool:AbstractConnPool:getPoolEntryBlocking$/,
  'Regular expression matching': /^java\.util\.regex:(Matcher:|Pattern\$)/,
};

type Point = { share: number; from: number; to: number };

/** The shares of a function in the raw profiles of five minutes. */
async function rawTrend(request: APIRequestContext, name: string, states: readonly string[]) {
  const points: Point[] = [];
  for (let from = Date.parse(SPAN.from); from < Date.parse(SPAN.to); from += 5 * MINUTE) {
    const to = from + 5 * MINUTE;
    const [start, end] = [from, to].map((instant) => new Date(instant).toISOString());
    const frames = await rawFrames(request, { from: start ?? '', to: end ?? '', states });
    points.push({ from, to, share: totalOf(frames, name) / frames[0].total });
  }
  return points;
}

const trend = (page: Page) =>
  panel(page, 'Inspected function').getByRole('slider', { name: 'Share over time' });

for (const [data, states] of [
  ['cpu', CPU],
  ['all', [...ALL_BUT_IDLE, 'IDLE']],
] as const) {
  test(`draws the trend of a function as its shares in the raw profiles are: ${data}`, async ({ page }) => {
    test.setTimeout(120_000);
    const name = 'com.fasterxml.jackson.databind:ObjectMapper:writeValueAsString';
    const points = await rawTrend(page.request, name, states);
    expect(new Set(points.map(({ share }) => share)).size).toBeGreaterThan(20);
    await page.goto(`${GROUP}?${RANGE}&data=${data}&view=inspect&inspected=${functionKey(name)}`);
    await expect(trend(page)).toHaveAttribute('aria-valuemax', String(points.length));
    await trend(page).focus();
    await trend(page).press('Home');
    for (const { share, ...span } of points) {
      await expect(trend(page)).toHaveAttribute(
        'aria-valuetext',
        `${percent(share, 1)}, ${formatSpan(span, 'UTC')}`,
      );
      await trend(page).press('ArrowRight');
    }
    const ticks = await trend(page).locator('text[text-anchor="end"]').allTextContents();
    const top = Number.parseFloat(ticks.at(-1) ?? '') / 100;
    const line = (await trend(page).locator('path').getAttribute('d')) ?? '';
    const drawn = [...line.matchAll(/[ML]\S+ ([\d.]+)/g)].map(([, y]) => 1 - Number(y) / 96);
    expect(drawn).toHaveLength(points.length);
    for (const [i, { share }] of points.entries())
      expect(Math.abs((drawn[i] ?? 0) - share / top)).toBeLessThan(0.001);
  });
}

test('shows the shares of recommendations as those of the raw profile are', async ({ page }) => {
  const span = { from: '2026-11-24T02:00:00Z', to: '2026-11-24T08:00:00Z' };
  const read = (states: readonly string[]) => rawFrames(page.request, { ...span, states });
  const [[{ total: all }], cpu] = [await read(ALL_BUT_IDLE), await read(CPU)];
  const [running, waiting] = [await read(['RUNNABLE', 'NATIVE']), await read(WAITS)];
  const pathOf = ({ callers, name }: RawFrame) => [...callers.slice(1), name].join(' › ').slice(-600);
  await page.goto(`${GROUP}?from=${span.from}&to=${span.to}`);
  const findings = panel(page, 'Recommendations');
  await findings.scrollIntoViewIfNeeded();
  const list = findings.getByRole('list', { name: 'Recommendations' });
  await expect(list).toContainText('of CPU in this graph');
  for (const [title, pattern] of Object.entries(FUNCTIONS)) {
    const frames = title.startsWith('Waiting') ? waiting : running;
    const found = frames.filter(
      ({ name, callers }) => pattern.test(name) && !callers.some((caller) => pattern.test(caller)),
    );
    const share = percent(
      found.reduce((sum, { total }) => sum + total, 0),
      all,
    );
    const item = list.locator('> li').filter({ has: page.getByText(title, { exact: true }) });
    await expect(item.locator('> div').first()).toHaveText(`${share}of all samples, by AWS`);
    await expect(item).toContainText(`in ${found.filter(({ total }) => total > 0).length} place`);
    await item.locator('summary').click();
    const names = new Set<string>();
    for (const place of await item.getByRole('list').getByRole('listitem').all()) {
      const path = (await place.getByRole('button').getAttribute('title')) ?? '';
      const frame = found.find((each) => pathOf(each) === path);
      await expect(place.locator('span').first()).toHaveText(percent(frame?.total ?? 0, all));
      names.add(frame?.name ?? '');
    }
    for (const name of [...names].slice(0, 3)) {
      const share = percent(totalOf(cpu, name), cpu[0].total);
      await expect(item).toContainText(`${parseFrame(name).label} ${share}`);
    }
  }
});
