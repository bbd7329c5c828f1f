import { expect, type Page } from '@playwright/test';
import { settled } from './pages';

const ADDRESS = /^http:\/\/127\.0\.0\.1:\d+\/s\/[\w-]{22}$/;

/** Panels of a farm that nobody has scrolled to ask for nothing. */
const LOADING = /^(Loading|(Rows|Totals|Cost|Runtime)[^:]*: waiting)|: loading\.$| \d+ read$/;

export type Picture = { text: string; shapes: string[] };

/** What a page shows: its text, and the shapes of its charts. */
export async function pictureOf(page: Page): Promise<Picture> {
  await settled(page);
  await expect(page.getByText(LOADING)).toHaveCount(0);
  return page.locator('main').evaluate((main) => {
    const notice = main.querySelector('[aria-label="Shared link"]');
    const shapes = [...main.querySelectorAll('svg :is(path, rect, line, polyline, circle)')].map((shape) =>
      ['d', 'x', 'y', 'width', 'height', 'points', 'cx', 'cy', 'transform']
        .map((name) => shape.getAttribute(name) ?? '')
        .join(' '),
    );
    const text = (main as HTMLElement).innerText.replace((notice as HTMLElement | null)?.innerText ?? '', '');
    return { text: text.trim(), shapes };
  });
}

/** Shares a page with the button, and returns the link. */
export async function share(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Share: / }).click();
  const field = page.getByLabel('Link to what this page shows now');
  await expect(field).toHaveValue(ADDRESS, { timeout: 60_000 });
  return field.inputValue();
}
