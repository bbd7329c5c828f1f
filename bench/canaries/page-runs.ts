import type { Browser, Page } from 'playwright';
import { heapOf } from '../heap';

/** Milliseconds since the page was requested, and what it took of the browser. */
export type PageRuns = {
  /** Until the timeline had its first run. */
  firstRuns: number;
  /** Until all runs of the range were read and drawn. */
  all: number;
  longestTask: number;
  heapBytes: number;
};

const VIEWPORT = { width: 1600, height: 1000 };
const MAX_WAIT_MS = 120_000;

type Seen = { firstRuns?: number; all?: number; tasks: number[] };

/** Runs in the page. Records when the figure of the panel counts runs, and when all of them are read. */
const recordSeen = () => {
  const seen: Seen = { tasks: [] };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(() => {
    const panel = document.querySelector('#runs');
    if (!/[1-9][\d,]* attempts?/.test(panel?.textContent ?? '')) return;
    // No function may have a name here: the program's compiler would refer to a helper that the page lacks.
    for (const what of ['firstRuns', 'all'] as const) {
      if (seen[what] !== undefined || (what === 'all' && panel?.querySelector('[data-progress]'))) continue;
      seen[what] = Number.NaN;
      requestAnimationFrame(() => setTimeout(() => Object.assign(seen, { [what]: performance.now() })));
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });
};

/** Opens the page of a canary. */
export async function measurePage(browser: Browser, url: string): Promise<PageRuns> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.addInitScript(recordSeen);
  await page.goto(url);
  const seen = await seenOf(page);
  const heapBytes = await heapOf(page);
  await page.close();
  return {
    firstRuns: seen.firstRuns ?? Number.NaN,
    all: seen.all ?? Number.NaN,
    longestTask: Math.max(0, ...seen.tasks),
    heapBytes,
  };
}

async function seenOf(page: Page): Promise<Seen> {
  const isDone = () => Number.isFinite((window as unknown as { seen: Seen }).seen.all);
  await page.waitForFunction(isDone, undefined, { timeout: MAX_WAIT_MS });
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen);
}
