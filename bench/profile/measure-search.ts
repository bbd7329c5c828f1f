import type { Page } from 'playwright';
import { median } from '../figure';
import { lastPaint, paintedSinceInput } from './painted';

/** Texts to search for, the same in our page and in speedscope. */
export const SEARCHES = ['order', 'cart', 'price', 'session', 'invoice'];

/** Median times from the change of the text. */
export type SearchTimes = {
  /** To the last paint of the graph. */
  painted: number;
  /** To the display of the share of the profile. */
  counted: number;
  /** To the next paint of a page that does nothing else: the least that `painted` can be. */
  floor: number;
};

/** Pastes texts into the search. */
export async function measureSearch(page: Page): Promise<SearchTimes> {
  const all: SearchTimes[] = [];
  for (const text of SEARCHES) {
    const counted = page.evaluate(waitForShare);
    await page.getByLabel('Search frames').fill(text);
    const painted = await paintedSinceInput(page);
    all.push({ painted, counted: await counted, floor: await emptyPaint(page) });
    await page.getByLabel('Search frames').fill('');
    await lastPaint(page);
  }
  return {
    painted: median(all.map(({ painted }) => painted)),
    counted: median(all.map(({ counted }) => counted)),
    floor: median(all.map(({ floor }) => floor)),
  };
}

/** Runs in the page. Time from the change of the text to the paint of the share. */
const waitForShare = async () => {
  const hasShare = /% .*in [\d,]+ functions?/;
  for (;;) {
    const shown = [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent);
    if (shown.some((text) => hasShare.test(text ?? '')))
      return new Promise<number>((resolve) =>
        requestAnimationFrame(() =>
          setTimeout(() => resolve(performance.now() - (window as unknown as { input: number }).input)),
        ),
      );
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};

/** Time from a change of a text in an empty page to its paint, measured as in the profile's page. */
async function emptyPaint(page: Page): Promise<number> {
  const empty = await page.context().newPage();
  await empty.setContent('<input><p></p>');
  const painted = empty.evaluate(
    () =>
      new Promise<number>((resolve) =>
        addEventListener('input', ({ timeStamp }) => {
          document.querySelector('p')?.append('drawn');
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
        }),
      ),
  );
  await empty.locator('input').fill('text');
  const value = await painted;
  await empty.close();
  return value;
}
