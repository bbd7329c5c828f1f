import { readFile } from 'node:fs/promises';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { functionKey } from '@/lib/profile/tree/path-key';
import { drawn, graphs, labelled, tooltip } from './graph';
import { GROUP, panel } from './pages';
import { percent, type RawFrame, rawFrames } from './raw-profile';
import { saved } from './saved-files';
import { expect, type Page, test } from './test';

const HOUR = { from: '2026-11-24T13:00:00Z', to: '2026-11-24T14:00:00Z' };
const DAY_BEFORE = { from: '2026-11-23T13:00:00Z', to: '2026-11-23T14:00:00Z' };
const DEPTH = 5;
const CUT = `from=${HOUR.from}&to=${HOUR.to}&maxDepth=${DEPTH}`;

const deeperIn = (frames: readonly RawFrame[]) =>
  frames.filter(({ callers }) => callers.length > DEPTH).reduce((sum, { self }) => sum + self, 0);

/** The share of a raw profile that is deeper. */
async function deeperShare(page: Page, range: typeof HOUR): Promise<string> {
  const frames = await rawFrames(page.request, range);
  return percent(deeperIn(frames), frames[0].total);
}

for (const [view, title] of [
  ['overview', 'Flame graph'],
  ['hotspots', 'Hotspots'],
  [`inspect&inspected=${functionKey('java.lang:Thread:run')}`, 'Inspected function'],
] as const) {
  test(`reports the share of the raw profile that is deeper: ${title}`, async ({ page }) => {
    const share = await deeperShare(page, HOUR);
    await page.goto(`${GROUP}?${CUT}&view=${view}`);
    await expect(panel(page, title)).toContainText(`${share} of all samples are deeper than ${DEPTH} frames`);
  });
}

test('reports the shares of both raw profiles of a comparison that are deeper', async ({ page }) => {
  const [before, now] = [await deeperShare(page, DAY_BEFORE), await deeperShare(page, HOUR)];
  expect(before).not.toBe(now);
  await page.goto(`${GROUP}?${CUT}&view=compare`);
  await expect(page.locator('#flame-graph')).toContainText(
    `${before} of the baseline and ${now} of the comparison are deeper than ${DEPTH} frames`,
  );
});

test('reports the samples of the raw profile that are deeper than a frame, in its tooltip', async ({
  page,
}) => {
  const frames = await rawFrames(page.request, HOUR);
  const lowest = frames.filter(({ callers }) => callers.length === DEPTH).sort((a, b) => b.total - a.total);
  const [heaviest] = lowest;
  const { label } = parseFrame(heaviest?.name ?? '');
  const below = (heaviest?.total ?? 0) - (heaviest?.self ?? 0);
  await page.goto(`${GROUP}?${CUT}`);
  await drawn(graphs(page), DEPTH);
  await labelled(page).filter({ hasText: label }).last().hover();
  await expect(tooltip(page)).toContainText(
    `${below.toLocaleString('en-US')} samples, ${percent(below, frames[0].total)} of all, deeper than ${DEPTH} frames, not shown`,
  );
});

test('writes the share that is deeper into the saved picture', async ({ page }) => {
  const share = await deeperShare(page, HOUR);
  await page.goto(`${GROUP}?${CUT}`);
  await drawn(graphs(page), DEPTH);
  const { path } = await saved(page, 'Flame graph', 'SVG');
  expect(await readFile(path, 'utf8')).toContain(
    `Depth: ${DEPTH} (${share} of all samples are deeper than ${DEPTH} frames)`,
  );
});
