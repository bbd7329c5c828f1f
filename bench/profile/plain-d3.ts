import type { Browser } from 'playwright';
import { lastPaint, recordDraws, VIEWPORT } from './painted';
import { medianOfRuns } from './runs';

/** Median time from navigation to painted of plain d3-flame-graph with the whole tree. */
export const measurePlainD3 = (
  browser: Browser,
  peers: string,
  nodes: number,
  runs: number,
): Promise<number> =>
  medianOfRuns(runs, async () => {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.addInitScript(recordDraws);
    await page.goto(`${peers}/plain.html#${nodes}.d3.json`);
    await page.waitForFunction(() => document.querySelector('g.frame'), undefined, {
      polling: 'raf',
      timeout: 120_000,
    });
    const painted = await lastPaint(page);
    await page.close();
    return painted;
  });
