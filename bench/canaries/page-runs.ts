import type { Browser } from 'playwright';
import { closePage, openPage, seenIn } from '../measured-page';

/** Milliseconds since the page was requested, and what it took of the browser. */
export type PageRuns = {
  /** Until the timeline had its first runs. */
  firstRuns: number;
  /** Until figures and timeline had all runs of the range. */
  all: number;
  /** Until the timeline could be moved, and each run of the range opened. */
  usable: number;
  longestTask: number;
  heapBytes: number;
};

/** Runs in the page. Records when the timeline has runs, when it has all of them, and when the page has each of them. */
export const recordSeen = () => {
  const seen: { firstRuns?: number; all?: number; usable?: number } = {};
  Object.assign(window, { seen });
  new MutationObserver(() => {
    const panel = document.querySelector('#runs');
    const text = panel?.textContent ?? '';
    const isAll = /[1-9][\d,]* attempts?(?! loaded|s)/.test(text) && !panel?.querySelector('[data-progress]');
    const isUsable = isAll && panel?.querySelector('[role="slider"]');
    if (!/[1-9][\d,]* attempts?/.test(text) || !panel?.querySelector('svg path[data-outcome]')) return;
    // No function may have a name here: the program's compiler would refer to a helper that the page lacks.
    for (const what of ['firstRuns', 'all', 'usable'] as const) {
      if (seen[what] !== undefined || (what === 'all' && !isAll) || (what === 'usable' && !isUsable))
        continue;
      seen[what] = Number.NaN;
      requestAnimationFrame(() => setTimeout(() => Object.assign(seen, { [what]: performance.now() })));
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });
};

/** Opens the page of a canary. */
export async function measurePage(browser: Browser, url: string): Promise<PageRuns> {
  const page = await openPage(browser, recordSeen);
  await page.goto(url);
  const { firstRuns = Number.NaN, all = Number.NaN, usable = Number.NaN } = await seenIn(page, 'usable');
  return { firstRuns, all, usable, ...(await closePage(page)) };
}
