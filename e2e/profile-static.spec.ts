import { functionKey } from '@/lib/profile/tree/path-key';
import { allBoxes, type Box, shapeBoxes } from './boxes';
import { drawn, graphs } from './graph';
import { GROUP, resize } from './pages';
import { type Browser, expect, type Page, test } from './test';

const RANGE = 'from=2026-11-24T12:00:00Z&to=2026-11-24T14:00:00Z';
const HEIGHTS = [768, 1000, 1300] as const;

/** The same page without scripts, whose graph is static. */
async function withoutScripts(browser: Browser, baseURL: string | undefined, url: string, width: number) {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width, height: 768 },
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  // A page that doesn't wait for its profile has a skeleton, which only scripts replace.
  await expect(async () => {
    await page.goto(url);
    await expect(stills(page).first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  return page;
}

/** The static graphs of a page. */
const stills = (page: Page) => page.locator('[role="img"][data-root]');

/** From the data of so wide a graph, the page loads narrower frames than it was sent with, which can have more rows. */
const MAX_SENT_PX = 1600;

/** Narrower frames are in blocks of the interactive graph. */
const MIN_PX = 1.01;

/**
 * Every frame of a static graph starts and ends where one of the interactive graph does, in the same row. Its blocks are
 * made of other frames. `down` is how far the interactive graph's root is below that of the static one.
 */
function expectSamePlaces(still: readonly Box[], live: readonly Box[], down: number): void {
  const frames = still.filter(({ isBlock, width }) => !isBlock && width >= MIN_PX);
  expect(frames.length).toBeGreaterThan(0);
  const off = frames.filter(({ left, top, width }) => {
    const row = live.filter((box) => Math.abs(box.top - down - top) <= 0.5);
    const starts = row.some((box) => Math.abs(box.left - left) <= 0.5);
    const ends = row.some((box) => Math.abs(box.left + box.width - left - width) <= 0.5);
    return !starts || !ends;
  });
  expect(off).toEqual([]);
}

/** Both pages have their graphs at the same places, as high and as wide. */
async function expectSameGraphs(still: Page, live: Page, width: number): Promise<void> {
  const count = await graphs(live).count();
  expect(await stills(still).count()).toBe(count);
  for (let index = 0; index < count; index++) {
    const [before, after] = [stills(still).nth(index), graphs(live).nth(index)];
    const boxes = await Promise.all([before.boundingBox(), after.locator('xpath=..').boundingBox()]);
    expect(boxes[0]?.x).toBeCloseTo(boxes[1]?.x ?? -1, 0);
    expect(boxes[0]?.width).toBeCloseTo(
      (await after.locator('[aria-hidden]').first().boundingBox())?.width ?? -1,
      0,
    );
    // Frames that arrive later stand between the others of a wider graph.
    if (width <= MAX_SENT_PX) {
      expect(boxes[0]?.y).toBeCloseTo(boxes[1]?.y ?? -1, 0);
      expect(boxes[0]?.height).toBeCloseTo(boxes[1]?.height ?? -1, 0);
    }
    const root = await before.getAttribute('data-root');
    const [shapes, all] = [await shapeBoxes(before), await allBoxes(after)];
    const rootOf = (each: readonly Box[]) =>
      (root === 'top' ? Math.min : Math.max)(...each.map(({ top }) => top));
    const down = rootOf(all) - rootOf(shapes);
    if (width > MAX_SENT_PX) continue;
    expect(Math.abs(down)).toBeLessThanOrEqual(0.5);
    expectSamePlaces(shapes, all, down);
  }
}

for (const width of [360, 760, 1280, 2560]) {
  for (const root of ['top', 'bottom']) {
    test(`the static graph is where the interactive one will be: ${width} px, root at the ${root}`, async ({
      browser,
      baseURL,
      page,
    }) => {
      const url = `${GROUP}?${RANGE}&root=${root}`;
      const still = await withoutScripts(browser, baseURL, url, width);
      await page.setViewportSize({ width, height: HEIGHTS[0] });
      await page.goto(url);
      await drawn(graphs(page), 20);
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      for (const height of HEIGHTS) {
        await still.setViewportSize({ width, height });
        await resize(page, width, height);
        await expect(() => expectSameGraphs(still, page, width)).toPass();
      }
      await still.context().close();
    });
  }
}

for (const { name, query } of [
  { name: 'hotspots', query: '&view=hotspots' },
  {
    name: 'an inspected function',
    query: `&view=inspect&inspected=${functionKey('java.util:HashMap:resize')}`,
  },
  { name: 'a part of a deep profile', query: '&maxDepth=12' },
]) {
  test(`the static graph is where the interactive one will be: ${name}`, async ({
    browser,
    baseURL,
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 768 });
    await page.goto(`${GROUP}?${RANGE}${query}`);
    await drawn(graphs(page), 20);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    // The server has the answer by now. Of a late one, a page without scripts shows a skeleton.
    const still = await withoutScripts(browser, baseURL, `${GROUP}?${RANGE}${query}`, 1280);
    await expect(() => expectSameGraphs(still, page, 1280)).toPass();
    await still.context().close();
  });
}
