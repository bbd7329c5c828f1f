import type { Browser } from 'playwright';
import { median } from '../figure';
import type { Dashboard } from './dashboard';
import { type Opened, open, pagePath, prepareResponse } from './opening';
import { VIEWPORT } from './painted';

export type OpeningTimes = {
  cold: Opened;
  warm: Opened;
  /** Growth of the server's memory per profile after the first. */
  memoryGrowth: number;
};

/** Medians of opening a profile for the first time, and again with the browser's and the server's caches. */
export async function measureOpening(
  browser: Browser,
  { url, localAws, serverFigures }: Dashboard,
  nodes: number,
  runs: number,
): Promise<OpeningTimes> {
  const cold: Opened[] = [];
  const warm: Opened[] = [];
  let before = 0;
  for (let run = 0; run < runs; run++) {
    await prepareResponse(localAws, nodes, run);
    const context = await browser.newContext({ viewport: VIEWPORT });
    cold.push(await open(context, url + pagePath(nodes, run)));
    if (run === 0) before = (await serverFigures()).rssBytes;
    warm.push(await open(context, url + pagePath(nodes, run)));
    await context.close();
  }
  const growth = (await serverFigures()).rssBytes - before;
  return { cold: medians(cold), warm: medians(warm), memoryGrowth: growth / Math.max(1, runs - 1) };
}

const medians = (all: readonly Opened[]): Opened => ({
  painted: median(all.map(({ painted }) => painted)),
  live: median(all.map(({ live }) => live)),
  bytes: median(all.map(({ bytes }) => bytes)),
  heap: median(all.map(({ heap }) => heap)),
});
