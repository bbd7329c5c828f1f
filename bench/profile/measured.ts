import type { Browser } from 'playwright';
import type { Dashboard } from './dashboard';
import { measureOpening, type OpeningTimes } from './measure-opening';
import { measureSearch, type SearchTimes } from './measure-search';
import { measureZoom, type ZoomTimes } from './measure-zoom';
import { pagePath, prepareResponse } from './opening';
import type { BenchOptions } from './options';
import { firstDraws, lastPaint, recordDraws, VIEWPORT } from './painted';
import type { readServerFigures } from './server-figures';
import type { SpeedscopeTimes } from './speedscope';

/** What was measured of one profile; undefined unless it was requested. */
export type OfSize = { opening?: OpeningTimes; zoom?: ZoomTimes; search?: SearchTimes };

/** What was measured of the profiles with the most and the fewest nodes, and of the peers with the most. */
export type Measured = {
  nodes: number;
  large: OfSize;
  small?: OfSize;
  server?: Awaited<ReturnType<typeof readServerFigures>>;
  speedscope?: SpeedscopeTimes;
  plainMs?: number;
  afterRestart?: number;
};

/** Measures the requested parts of one size. */
export async function measureSize(
  browser: Browser,
  dashboard: Dashboard,
  nodes: number,
  { parts, runs }: BenchOptions,
): Promise<OfSize> {
  const sized: OfSize = {};
  if (parts.has('opening')) sized.opening = await measureOpening(browser, dashboard, nodes, runs);
  if (!parts.has('zoom') && !parts.has('search')) return sized;
  await prepareResponse(dashboard.localAws, nodes, 0);
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  await page.addInitScript(recordDraws);
  await page.goto(dashboard.url + pagePath(nodes, 0));
  await firstDraws(page);
  await lastPaint(page);
  if (parts.has('zoom')) sized.zoom = await measureZoom(page, runs);
  if (parts.has('search')) sized.search = await measureSearch(page);
  await context.close();
  return sized;
}
