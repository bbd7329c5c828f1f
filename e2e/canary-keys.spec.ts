import { allRuns, CANARY, panel, runTable } from './pages';
import { expect, type Page, test } from './test';

const DAY = '?from=now-24h&to=now&tz=UTC';

/** Opens a canary's page and waits until all runs of the range are read. */
async function openCanary(page: Page, path: string) {
  await page.goto(path);
  await allRuns(page);
  return page.getByRole('slider', { name: /^Run timeline/ });
}

const details = (page: Page) => page.getByRole('complementary', { name: /^Run of/ });

test('goes to the next and the previous failed run on the timeline and in an open run', async ({ page }) => {
  const timeline = await openCanary(page, CANARY + DAY);
  const text = () => timeline.getAttribute('aria-valuetext');
  await timeline.focus();
  await page.keyboard.press('n');
  await expect(timeline).toHaveAttribute('aria-valuetext', /, Failed, /);
  const newest = await text();
  await page.keyboard.press('Shift+N');
  await expect(timeline).not.toHaveAttribute('aria-valuetext', newest ?? '');
  await expect(timeline).toHaveAttribute('aria-valuetext', /, Failed, /);
  await page.keyboard.press('n');
  await expect(timeline).toHaveAttribute('aria-valuetext', newest ?? '');
  await page.keyboard.press('Enter');
  await expect(details(page)).toBeFocused();
  const opened = page.url();
  await page.keyboard.press('Shift+N');
  await expect(page).not.toHaveURL(opened);
  await expect(details(page).getByRole('heading', { level: 2 })).toContainText('Failed');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(opened);
});

test('returns from an open run to its bar in the zoomed timeline', async ({ page }) => {
  const timeline = await openCanary(page, CANARY + DAY);
  await timeline.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('n');
  await expect(timeline).toHaveAttribute('aria-valuetext', /, Failed, /);
  await expect(page).toHaveURL(/view=\d+-\d+/);
  const place = await timeline.getAttribute('aria-valuetext');
  const view = () => new URL(page.url()).searchParams.get('view');
  await page.keyboard.press('Enter');
  await expect(details(page)).toBeFocused();
  const opened = view();
  await page.keyboard.press('Escape');
  await expect(details(page)).toBeHidden();
  await expect(timeline).toBeFocused();
  await expect(timeline).toHaveAttribute('aria-valuetext', place ?? '');
  expect(view()).toBe(opened);
});

test('moves the zoomed timeline to a run that is opened outside of it', async ({ page }) => {
  const timeline = await openCanary(page, CANARY + DAY);
  await timeline.focus();
  await page.keyboard.press('End');
  for (const _ of [1, 2, 3]) await page.keyboard.press('+');
  await expect(page).toHaveURL(/view=\d+-\d+/);
  const view = () => new URL(page.url()).searchParams.get('view')?.split('-').map(Number) ?? [];
  await page.keyboard.press('Enter');
  await expect(details(page)).toBeFocused();
  const [before = 0] = view();
  await page.keyboard.press('Home');
  await expect.poll(() => view()[0]).toBeLessThan(before);
});

test('returns from an open run to its row in the list, wherever that was pressed', async ({ page }) => {
  await openCanary(page, CANARY + DAY);
  const row = runTable(page).getByRole('row').filter({ hasText: 'Passed' }).first();
  await row.getByRole('cell').nth(2).click();
  await expect(details(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(details(page)).toBeHidden();
  await expect(row.getByRole('button')).toBeFocused();
});

test('shows how many locations failed together, and of which bars only some runs did', async ({ page }) => {
  const timeline = await openCanary(page, `/canaries/sample-store-finder${DAY}`);
  await timeline.focus();
  await page.keyboard.press('n');
  await expect(timeline).toHaveAttribute('aria-valuetext', /, (1 of|2 of|All) 3 locations failed/);
  await expect(timeline).toContainText(/(1 of|2 of|All) 3 locations failed/);
  await openCanary(page, '/canaries/sample-store-finder?from=now-7d&to=now&tz=UTC');
  await expect(panel(page, 'Runs')).toContainText('Other runs in the same bar');
  await expect(timeline.locator('path[data-outcome="rest"]')).toHaveCount(1);
});
