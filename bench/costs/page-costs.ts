import type { Browser } from 'playwright';
import { DAY } from '@/lib/time/duration';
import { closePage, openPage, seenIn } from '../measured-page';
import { DAYS, FARM, TO } from './data';
import type { RecordedAws } from './recorded-aws';

/** Milliseconds since AWS sent its first page of rows, and what the page took of the browser. */
export type PageCosts = {
  /** Until the page showed a number of rows. */
  firstRows: number;
  /** Until AWS had sent its last page. */
  lastPage: number;
  /** Until both charts with all rows were painted. */
  painted: number;
  /** Longest task of the main thread. */
  longestTask: number;
  heapBytes: number;
};

/** Runs in the page. Records when rows are counted and when the charts are painted, in epoch milliseconds. */
const recordSeen = () => {
  const seen: { firstRows?: number; painted?: number } = {};
  Object.assign(window, { seen });
  new MutationObserver(() => {
    if (/[1-9][\d,]* rows so far/.test(document.querySelector('[data-progress]')?.textContent ?? ''))
      seen.firstRows ??= Date.now();
    const charts = ['#cost', '#runtime'].map((id) => document.querySelector(`${id} path[data-category]`));
    if (seen.painted !== undefined || charts.includes(null)) return;
    seen.painted = Number.POSITIVE_INFINITY;
    requestAnimationFrame(() => setTimeout(() => Object.assign(seen, { painted: Date.now() })));
  }).observe(document, { childList: true, subtree: true, characterData: true });
};

type Opening = { url: string; aws: RecordedAws; keys: string; run: number };

/** Opens the page of hourly costs of 60 days by two keys, each time of a range that nobody has requested. */
export async function measurePage(browser: Browser, { url, aws, keys, run }: Opening): Promise<PageCosts> {
  const page = await openPage(browser, recordSeen);
  const [from, to] = [TO - DAYS * DAY, TO - run * 60_000].map((instant) => new Date(instant).toISOString());
  aws.forget();
  await page.goto(`${url}/farms/${FARM}?from=${from}&to=${to}&period=HOURLY&group=${keys}`);
  const { firstRows = Number.NaN, painted = Number.NaN } = await seenIn(page, 'painted');
  // The tables below the charts come last.
  await page.locator('#rows tbody tr').first().waitFor();
  const sent = aws.pagesSentAt();
  const [completed = Number.NaN, last = Number.NaN] = [sent[0], sent.at(-1)];
  return {
    firstRows: firstRows - completed,
    lastPage: last - completed,
    painted: painted - completed,
    ...(await closePage(page)),
  };
}
