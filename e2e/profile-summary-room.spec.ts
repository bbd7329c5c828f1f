import { drawn, graphs } from './graph';
import { hold } from './hold';
import { GROUP, resize, settled } from './pages';
import { summary } from './profile-page';
import { expect, type Page, test } from './test';

const LONG = 'com.acme.checkout.pricing.internal:ShoppingCartPricingServiceImpl:';

const top = async (page: Page) => (await graphs(page).first().boundingBox())?.y;
const rows = (page: Page) =>
  summary(page).evaluate((section) => [...section.children].map((row) => row.clientHeight));

/** Gives each function a class of 30 letters, and keeps the earlier profiles, recommendations and trends until released. */
async function openSlowly(page: Page, width: number): Promise<() => void> {
  let release = () => {};
  const late = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.route(/functions\?/, async (route) => {
    if (/2026-11-(23|17)T/.test(route.request().url())) await late;
    const response = await route.fetch();
    const answer = await response.json();
    for (const each of answer.data.functions) each.name = `${LONG}${each.name.split(/[:.]/).at(-1)}`;
    await route.fulfill({ response, json: answer });
  });
  await page.route(/recommendations|frame-metrics/, async (route) => {
    await late;
    await route.continue();
  });
  await page.setViewportSize({ width, height: 740 });
  await page.goto(GROUP);
  await drawn(graphs(page), 20);
  await expect(summary(page).getByRole('link').first()).toBeVisible();
  return release;
}

/** Visible parts of the summary that are not whole and inside of it. */
const outside = (page: Page) =>
  summary(page).evaluate((section) => {
    const { left, right, bottom } = section.getBoundingClientRect();
    return [...section.querySelectorAll('a, b, button, span')]
      .filter((part) => getComputedStyle(part).visibility === 'visible')
      .map((part) => ({ text: part.textContent, box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.left < left - 1 || box.right > right + 1 || box.bottom > bottom + 2)
      .map(({ text }) => text);
  });

/** Waits until the summary has all of its parts, with both baselines and the start of the change. */
async function expectWhole(page: Page): Promise<void> {
  await expect(summary(page)).toContainText(/points on yesterday.*0 → .*since/s);
  await expect(summary(page)).not.toContainText('Loading');
  await settled(page);
}

// One load for each arrangement of the page; the other widths by resizing its window.
for (const widths of [
  [360, 480, 640],
  [768, 1024, 1279],
  [1280, 1440, 1700, 1920, 2560],
]) {
  test(`has room for long names, all changes and the start in windows of ${widths.join(', ')} px`, async ({
    page,
  }) => {
    const release = await openSlowly(page, widths[0] ?? 0);
    await expect(summary(page)).toContainText('Loading …');
    const before: { top: number | undefined; rows: number[] }[] = [];
    for (const width of widths) {
      await resize(page, width, 740);
      before.push({ top: await top(page), rows: await rows(page) });
    }
    release();
    await expect(summary(page)).toContainText('points on yesterday');
    await expect(summary(page)).not.toContainText('Loading');
    for (const [i, width] of widths.entries()) {
      await resize(page, width, 740);
      expect({ top: await top(page), rows: await rows(page) }, `${width} px`).toEqual(before[i]);
      if (width === 360) expect(before[i]?.top).toBeLessThan(740);
      expect(await outside(page), `${width} px`).toEqual([]);
      expect(await summary(page).evaluate((section) => section.scrollWidth - section.clientWidth)).toBe(0);
    }
  });
}

test('shows the parts that don’t fit on a phone by a button', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(GROUP);
  await expectWhole(page);
  const more = summary(page).getByRole('button', { name: /^Show \d more$/ });
  await expect(more.first()).toBeVisible();
  const links = summary(page).getByRole('link');
  const before = await links.count();
  await more.first().click();
  await expect.poll(() => links.count()).toBeGreaterThan(before);
  const all = await links.count();
  await summary(page).getByRole('button', { name: 'Less' }).click();
  await expect.poll(() => links.count()).toBeLessThan(all);
});

test('keeps the changes, dimmed, while a range that moves loads', async ({ page }) => {
  const at = (minute: number) => `${GROUP}?from=now-6h&to=now&asof=2026-11-24T14:${minute}:00.000Z`;
  await page.goto(at(20));
  await expectWhole(page);
  const links = await summary(page).getByRole('link').allTextContents();
  const release = await hold(page, /functions\?|recommendations|frame-metrics/);
  const isBusy = () => summary(page).evaluate((section) => section.matches('[aria-busy], :has([aria-busy])'));
  await page.evaluate((url) => history.pushState(null, '', url), at(30));
  await expect.poll(isBusy).toBe(true);
  expect(await summary(page).getByRole('link').allTextContents()).toEqual(links);
  release();
  await expect.poll(isBusy).toBe(false);
  await expectWhole(page);
});
