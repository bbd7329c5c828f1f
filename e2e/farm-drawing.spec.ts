import { farmPath, panel, resize } from './pages';
import { expect, type Page, test } from './test';

/** Runs in the page. Records the parts of the page that came with each change of the document, in order. */
const recordParts = () => {
  const parts = {
    figures: '[aria-label="Totals of the range"] dd span',
    charts: '#cost path[data-category]',
    rows: '#rows tbody tr',
  };
  const seen: string[][] = [];
  Object.assign(window, { seen });
  new MutationObserver(() => {
    const before = seen.flat();
    const now = Object.entries(parts)
      .filter(([part, selector]) => !before.includes(part) && document.querySelector(selector))
      .map(([part]) => part);
    if (now.length > 0) seen.push(now);
  }).observe(document, { childList: true, subtree: true });
};

test('draws figures, charts and tables one after the other, so that none blocks the page for all', async ({
  page,
  request,
}) => {
  await page.addInitScript(recordParts);
  await page.goto(`${await farmPath(request)}?from=2026-11-17T00:00:00Z&to=2026-11-23T00:00:00Z`);
  await expect(panel(page, 'Rows').getByRole('row').nth(1)).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { seen: string[][] }).seen)).toEqual([
    ['figures'],
    ['charts'],
    ['rows'],
  ]);
});

test('hatches the days of which the range has only a part, and says so', async ({ page, request }) => {
  const farm = await farmPath(request);
  const cost = panel(page, 'Cost');
  const hatched = cost.locator('figure path[fill^="url("]');
  await page.goto(`${farm}?from=2026-11-17T06:00:00Z&to=2026-11-23T18:00:00Z`);
  await expect(cost).toContainText('Hatched: the range includes only part of the first and the last day.');
  await expect(hatched).toHaveAttribute('d', /^M[^M]+zM[^M]+z$/);
  await page.goto(`${farm}?from=2026-11-17T00:00:00Z&to=2026-11-23T00:00:00Z`);
  await expect(cost.locator('path[data-category]').first()).toBeAttached();
  await expect(cost).not.toContainText('Hatched');
  await expect(hatched).toHaveAttribute('d', '');
});

/** The labels of the time axis, in order, do not overlap, have one line, and stay inside the chart. */
async function expectLabelsApart(page: Page): Promise<void> {
  const { chart, labels } = await panel(page, 'Cost')
    .locator('figure svg')
    .evaluate((svg) => ({
      chart: svg.getBoundingClientRect().toJSON() as DOMRect,
      labels: [...svg.querySelectorAll('text[text-anchor="middle"]')].map(
        (label) => label.getBoundingClientRect().toJSON() as DOMRect,
      ),
    }));
  expect(labels.length).toBeGreaterThan(2);
  let end = chart.left;
  for (const { left, right, height } of labels) {
    expect(left).toBeGreaterThanOrEqual(end);
    expect(height).toBeLessThan(20);
    end = right;
  }
  expect(end).toBeLessThanOrEqual(chart.right);
}

for (const [title, range] of [
  ['days', 'from=2026-11-08T00:00:00Z&to=2026-11-24T00:00:00Z&period=HOURLY'],
  ['hours', 'from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z'],
] as const)
  test(`keeps labels of ${title} apart and inside the chart at 360 to 2560 pixels`, async ({
    page,
    request,
  }) => {
    await page.goto(`${await farmPath(request)}?${range}`);
    const labels = panel(page, 'Cost').locator('figure svg text[text-anchor="middle"]');
    await expect(labels.nth(2)).toBeAttached();
    for (const width of [360, 768, 1280, 1920, 2560]) {
      await resize(page, width, 900);
      await expect(() => expectLabelsApart(page), `${width} px`).toPass();
    }
  });

test('finds rows by the name of their queue, and keeps the search in the URL', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?from=2026-11-17T00:00:00Z&to=2026-11-23T00:00:00Z`);
  const rows = panel(page, 'Rows');
  await rows.getByRole('textbox', { name: 'Search rows' }).fill('LIGHT');
  await expect(page).toHaveURL(/findRows=LIGHT/);
  await expect(rows.getByRole('status')).toHaveText(/^6 of 3\d rows have these words\.$/);
  await expect(rows.getByRole('row')).toHaveCount(7);
  await expect(rows.getByRole('row').filter({ hasText: 'lighting' })).toHaveCount(6);
  await rows.getByRole('textbox', { name: 'Search rows' }).fill('nowhere');
  await expect(rows).toContainText('No row has this name or id.');
  await rows.getByRole('button', { name: 'Clear search' }).click();
  await expect(page).not.toHaveURL(/findRows/);
});

test('reaches every row by scrolling, with the headings in view, and starts another order at its top', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  // A link of the time when the rows had pages.
  const range = 'from=2026-11-17T00:00:00Z&to=2026-11-23T00:00:00Z&period=HOURLY&group=queue,user&page=3';
  await page.goto(`${await farmPath(request)}?${range}`);
  const rows = panel(page, 'Rows');
  await expect(rows).toContainText(/\d rows/);
  const count = Number(/([\d,]+) rows/.exec((await rows.textContent()) ?? '')?.[1]?.replace(',', ''));
  expect(count).toBeGreaterThan(500);
  const table = rows.getByRole('table');
  await expect(table).toHaveAttribute('aria-rowcount', String(count + 1));
  expect(await rows.getByRole('row').count()).toBeLessThan(50);
  const [first, last] = [2, count + 1].map((place) => table.locator(`[aria-rowindex="${place}"]`));
  const region = rows.getByRole('region', { name: 'Rows of the aggregation' });
  await region.scrollIntoViewIfNeeded();
  await expect(first ?? table).toBeInViewport();
  await region.focus();
  await page.keyboard.press('End');
  await expect(last ?? table).toBeInViewport();
  await expect(table.getByRole('columnheader', { name: 'Records' })).toBeInViewport();
  await table.getByRole('button', { name: 'Records' }).click();
  await expect(first ?? table).toBeInViewport();
  await expect(page).toHaveURL(/sort=-records/);
  await expect(page.getByText('in this link')).toBeHidden();
});
