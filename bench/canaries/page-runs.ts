import type { Browser } from 'playwright';
import { closePage, openPage, seenIn } from '../measured-page';

/** Milliseconds since the page was requested, and what it took of the browser. */
export type PageRuns = {
  /** Until the timeline had its first run. */
  firstRuns: number;
  /** Until all runs of the range were read and drawn. */
  all: number;
  longestTask: number;
  heapBytes: number;
};

/** Runs in the page. Records when the figure of the panel counts runs, and when all of them are read. */
const recordSeen = () => {
  const seen: { firstRuns?: number; all?: number } = {};
  Object.assign(window, { seen });
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
  const page = await openPage(browser, recordSeen);
  await page.goto(url);
  const { firstRuns = Number.NaN, all = Number.NaN } = await seenIn(page, 'all');
  return { firstRuns, all, ...(await closePage(page)) };
}
