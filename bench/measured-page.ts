import type { Browser, Page } from 'playwright';

const VIEWPORT = { width: 1600, height: 1000 };
const MAX_WAIT_MS = 120_000;

/** What the scripts in a page record: instants by what was seen then, and the durations of long tasks in milliseconds. */
type Recorded = { seen: Record<string, number>; tasks: number[] };

const recordTasks = () => {
  const tasks: number[] = [];
  Object.assign(window, { tasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
};

/** A new page that records its long tasks. `record` runs in it before its own scripts, and records instants in `window.seen`. */
export async function openPage(browser: Browser, record?: () => void): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.addInitScript(recordTasks);
  if (record) await page.addInitScript(record);
  return page;
}

/** The instants in `window.seen`, once it has the one that comes last. */
export async function seenIn(page: Page, last: string): Promise<Record<string, number>> {
  const hasLast = (name: string) => Number.isFinite((window as unknown as Recorded).seen[name]);
  await page.waitForFunction(hasLast, last, { timeout: MAX_WAIT_MS });
  return page.evaluate(() => (window as unknown as Recorded).seen);
}

/** Closes a page. Returns its longest task in milliseconds, and the bytes of its JavaScript heap after a garbage collection. */
export async function closePage(page: Page): Promise<{ longestTask: number; heapBytes: number }> {
  const tasks = await page.evaluate(() => (window as unknown as Recorded).tasks);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await page.close();
  const heapBytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  return { longestTask: Math.max(0, ...tasks), heapBytes };
}

/** Milliseconds until a browser draws the first content of a page. */
export async function firstContent(browser: Browser, url: string): Promise<number> {
  const page = await openPage(browser);
  await page.goto(url);
  const ms = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    undefined,
    { timeout: MAX_WAIT_MS },
  );
  const value = (await ms.jsonValue()) ?? Number.NaN;
  await page.close();
  return value;
}
