import type { Browser, Page } from 'playwright';
import { DAY } from '@/lib/time/duration';
import { DAYS, FARM, TO } from './data';
import type { RecordedAws } from './recorded-aws';

/** Milliseconds since AWS sent its first page of rows, and what the page took of the browser. */
export type PageCosts = {
  /** Until the page showed a number of rows. */
  firstRows: number;
  /** Until AWS had sent its last page. */
  lastPage: number;
  /** Until the charts with all rows were painted. */
  painted: number;
  /** Longest task of the main thread, and how long those over 50 ms took together. */
  longestTask: number;
  heapBytes: number;
};

const VIEWPORT = { width: 1600, height: 1000 };

type Seen = { firstRows?: number; painted?: number; tasks: number[] };

/** Runs in the page. Records when rows are counted and when the bars are painted, in epoch milliseconds, and long tasks. */
const recordSeen = () => {
  const seen: Seen = { tasks: [] };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(() => {
    const status = document.querySelector('[role="status"]')?.textContent ?? '';
    if (/[1-9][\d,]* rows/.test(document.body.textContent ?? status)) seen.firstRows ??= Date.now();
    if (seen.painted === undefined && document.querySelectorAll('figure path[data-category]').length > 8) {
      seen.painted = Number.POSITIVE_INFINITY;
      requestAnimationFrame(() => setTimeout(() => Object.assign(seen, { painted: Date.now() })));
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });
};

/** Opens the page of hourly costs of 60 days by two keys, each time of a range that nobody has requested. */
export async function measurePage(
  browser: Browser,
  { url, aws, keys, run }: { url: string; aws: RecordedAws; keys: string; run: number },
): Promise<PageCosts> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.addInitScript(recordSeen);
  const [from, to] = [TO - DAYS * DAY, TO - run * 60_000].map((instant) => new Date(instant).toISOString());
  await page.goto(`${url}/farms/${FARM}?from=${from}&to=${to}&period=HOURLY&group=${keys}`);
  await page.waitForFunction(
    () => Number.isFinite((window as unknown as { seen: Seen }).seen.painted),
    undefined,
    {
      timeout: 120_000,
    },
  );
  // Tables below the charts are rendered afterwards.
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  const sent = aws.pagesSentAt();
  const [completed = Number.NaN, last = Number.NaN] = [sent[0], sent.at(-1)];
  const heapBytes = await heapOf(page);
  await page.close();
  return {
    firstRows: (seen.firstRows ?? Number.NaN) - completed,
    lastPage: last - completed,
    painted: (seen.painted ?? Number.NaN) - completed,
    longestTask: Math.max(0, ...seen.tasks),
    heapBytes,
  };
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
}
