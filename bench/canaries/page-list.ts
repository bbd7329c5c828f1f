import type { Browser } from 'playwright';
import { openPage } from '../measured-page';

/** Rows of which a viewer sees the availability at first. */
const ROWS = 5;

/** Milliseconds from the request of the list of canaries until its first rows have their figures. */
export async function measureList(browser: Browser, url: string): Promise<number> {
  const page = await openPage(browser);
  await page.goto(`${url}/canaries`);
  const hasFigures = (rows: number) =>
    [...document.querySelectorAll('main [role="row"], main tr')].filter((row) =>
      /\d %/.test(row.textContent ?? ''),
    ).length >= rows;
  await page.waitForFunction(hasFigures, ROWS, { timeout: 60_000 });
  const ms = await page.evaluate(() => performance.now());
  await page.close();
  return ms;
}
