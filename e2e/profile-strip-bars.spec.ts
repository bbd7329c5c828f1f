import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { hold } from './hold';
import { GROUP, panel } from './pages';
import { CPU, rawSeries, samplesIn } from './raw-profile';
import { expect, type Locator, test } from './test';

/** Height of a bar of the highest samples, pixels, and width of a strip in its own units. */
const FULL = 49;
const WIDTH = 10_000;

type Bar = { left: number; height: number };

const pathOf = (within: Locator, kind: 'bar' | 'waiting') => within.locator(`path[class$="_${kind}"]`);

/** The drawn bars, or fields of profiles that are not read yet, oldest first. */
const bars = async (within: Locator, kind: 'bar' | 'waiting' = 'bar'): Promise<Bar[]> => {
  const path = (await pathOf(within, kind).getAttribute('d')) ?? '';
  return [...path.matchAll(/M(\S+) \S+?h\S+?v(\S+?)h/g)].map(([, left, height]) => ({
    left: Number(left),
    height: Number(height),
  }));
};

/** The bars of raw samples at the same distance over the whole width. */
const expectedBars = (samples: readonly number[], highest = Math.max(...samples)): Bar[] =>
  samples.map((each, i) => ({
    left: Number(((i / samples.length) * WIDTH).toFixed(1)),
    height: Number(((each / highest) * FULL).toFixed(2)),
  }));

const topLabel = (within: Locator) => within.locator('span[class$="_max"]');
const label = (samples: number) => `${samples.toLocaleString('en-US')} samples`;

const PERIODS = [
  { period: 'PT5M', length: 5 * MINUTE, from: '2026-11-24T10:00:00Z', to: '2026-11-24T13:00:00Z' },
  { period: 'PT1H', length: HOUR, from: '2026-11-22T12:00:00Z', to: '2026-11-24T00:00:00Z' },
  { period: 'P1D', length: DAY, from: '2026-10-25T00:00:00Z', to: '2026-11-24T00:00:00Z' },
];

for (const { period, length, from, to } of PERIODS) {
  test(`draws each profile as high as its raw samples are: ${period}`, async ({ page }) => {
    test.setTimeout(120_000);
    const times = { from: Date.parse(from), to: Date.parse(to), length };
    const series = await rawSeries(page.request, times);
    for (const [data, states] of [
      ['cpu', CPU],
      ['WAITING', ['WAITING']],
    ] as const) {
      const samples = series.map((each) => samplesIn(each, states));
      expect(new Set(samples).size).toBeGreaterThan(20);
      await page.goto(`${GROUP}?from=${from}&to=${to}&strip=${period}&data=${data}`);
      const graph = panel(page, 'Flame graph');
      await expect.poll(() => bars(graph)).toEqual(expectedBars(samples));
      await expect(topLabel(graph)).toHaveText(label(Math.max(...samples)));
    }
  });
}

test('draws the newest hour while the others are read, then the rest', async ({ page }) => {
  const times = { from: Date.parse('2026-11-24T00:00:00Z'), to: Date.parse('2026-11-24T06:00:00Z') };
  const series = await rawSeries(page.request, { ...times, length: 5 * MINUTE });
  const samples = series.map((each) => samplesIn(each));
  let first: string | undefined;
  const release = await hold(page, ({ href }) => {
    if (!/\/samples\?/.test(href)) return false;
    first ??= href;
    return href !== first;
  });
  await page.goto(`${GROUP}?from=2026-11-24T00:00:00Z&to=2026-11-24T06:00:00Z`);
  const graph = panel(page, 'Flame graph');
  await expect(graph).toContainText('72 profiles of 5 minutes');
  await expect(graph).toContainText('12 of 72 read');
  expect(decodeURIComponent(first ?? '')).toContain('2026-11-24T05:55');
  const newest = Math.max(...samples.slice(60));
  expect(newest).toBeLessThan(Math.max(...samples));
  await expect.poll(() => bars(graph)).toEqual(expectedBars(samples, newest).slice(60));
  expect(await bars(graph, 'waiting')).toEqual(expectedBars(samples.map(() => 1)).slice(0, 60));
  await expect(topLabel(graph)).toHaveText(label(newest));
  release();
  await expect.poll(() => bars(graph)).toEqual(expectedBars(samples));
  expect(await bars(graph, 'waiting')).toEqual([]);
  await expect(topLabel(graph)).toHaveText(label(Math.max(...samples)));
  await expect(graph).not.toContainText('of 72 read');
});

test('draws both sides of a comparison on one scale', async ({ page }) => {
  const [from, to] = [Date.parse('2026-11-24T09:00:00Z'), Date.parse('2026-11-24T12:00:00Z')];
  const read = async (before: number) => {
    const times = { from: from - before, to: to - before, length: 5 * MINUTE };
    return (await rawSeries(page.request, times)).map((each) => samplesIn(each));
  };
  const [before, after] = [await read(DAY), await read(0)];
  const highest = Math.max(...before, ...after);
  expect(Math.max(...before)).not.toBe(Math.max(...after));
  await page.goto(`${GROUP}?from=2026-11-24T09:00:00Z&to=2026-11-24T12:00:00Z&view=compare`);
  for (const [title, samples] of [
    ['Baseline', before],
    ['Comparison', after],
  ] as const) {
    const side = panel(page, title);
    await expect.poll(() => bars(side)).toEqual(expectedBars(samples, highest));
    await expect(topLabel(side)).toHaveText(label(highest));
  }
});
