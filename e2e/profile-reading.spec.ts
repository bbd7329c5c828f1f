import { drawn, flameGraph, frame, graphs, labelled, rowCount, tooltip } from './graph';
import { GROUP, panel, settled } from './pages';
import { times } from './profile-page';
import { expect, type Page, test } from './test';

const RANGE = 'from=2026-11-24T13:00:00Z&to=2026-11-24T14:00:00Z';

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${GROUP}?${query}`);
  await drawn(graphs(page), 50);
}

test('shows shares, samples, estimated time, source and thread states of the frame under the pointer', async ({
  page,
}) => {
  await open(page, `${RANGE}&data=all`);
  await frame(page, 'Worker.run').hover();
  await expect(tooltip(page)).toContainText('ThreadPoolExecutor$Worker:run');
  await expect(tooltip(page)).toContainText(/ThreadPoolExecutor\.java:\d+/);
  await expect(tooltip(page).locator('thead th')).toHaveText(['of all samples', 'samples', 'time']);
  const total = tooltip(page).locator('tbody tr').first().locator('th, td');
  await expect(total).toHaveText(['total', /^[\d.]+ %$/, /^[\d,]+$/, /^about [\d.]+ (s|min|h)$/]);
  await expect(tooltip(page).locator('tbody tr').nth(1).locator('th')).toHaveText('self');
  await expect(tooltip(page).locator('li').first()).toHaveText(/^[A-Z_]+ [\d.]+ %$/);
});

test('scrolls a graph taller than its view by a minimap', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 620 });
  await open(page, RANGE);
  const minimap = page.locator('svg[class*="minimap"]');
  await expect(minimap).toBeVisible();
  const scrolled = () => flameGraph(page).evaluate(({ scrollTop }) => scrollTop);
  expect(await scrolled()).toBe(0);
  const { width = 0, height = 0 } = (await minimap.boundingBox()) ?? {};
  await minimap.click({ position: { x: width / 2, y: height - 4 } });
  await expect.poll(scrolled).toBeGreaterThan(100);
  await page.setViewportSize({ width: 1280, height: 2400 });
  await expect(minimap).toHaveCount(0);
});

test('links an anomaly to its frames and its time', async ({ page }) => {
  await open(page, 'from=2026-11-22T00:00:00Z&to=2026-11-24T14:00:00Z');
  const findings = panel(page, 'Recommendations');
  await findings.scrollIntoViewIfNeeded();
  const first = findings.getByRole('list', { name: 'Anomalies' }).getByRole('listitem').first();
  await expect(first).toContainText(/rose from [\d.]+ % to [\d.]+ %/);
  await first
    .getByRole('button', { name: /^\d+ Nov 2026/ })
    .first()
    .click();
  await expect(page).toHaveURL(/view=inspect/);
  await expect(page).toHaveURL(/from=2026-11-2\dT\d\d:00:00\.000Z/);
  await expect(panel(page, 'Inspected function')).toContainText('of all samples');
});

test('compares an anomaly with the time just before it by one click', async ({ page }) => {
  await open(page, 'from=2026-11-22T00:00:00Z&to=2026-11-24T14:00:00Z');
  const findings = panel(page, 'Recommendations');
  await findings.scrollIntoViewIfNeeded();
  const first = findings.getByRole('list', { name: 'Anomalies' }).getByRole('listitem').first();
  await first
    .getByRole('link', { name: /^Compare with before this anomaly/ })
    .first()
    .click();
  await expect(page).toHaveURL(/view=compare/);
  const url = new URL(page.url());
  const at = (name: string) => Date.parse(url.searchParams.get(name) ?? '');
  expect(at('baselineTo')).toBe(at('from'));
  expect(at('baselineTo') - at('baselineFrom')).toBe(at('to') - at('from'));
  await drawn(graphs(page), 50);
  const changed = page.getByRole('region', { name: 'Functions that changed most' });
  await expect(changed.getByRole('table', { name: 'Grown functions by self' })).toContainText('+');
});

test('shows the latest profile of a period until a time is picked', async ({ page }) => {
  await open(page, RANGE);
  await page.getByRole('combobox', { name: 'Profile of' }).click();
  await page.getByRole('option', { name: 'Latest hour' }).click();
  await expect(page).toHaveURL(/latest=PT1H/);
  await expect(times(page)).toContainText('Covered24 Nov 2026, ');
  await expect(times(page)).not.toContainText('Range');
  await page.getByRole('button', { name: 'Previous profile' }).click();
  await expect(page).not.toHaveURL(/latest=/);
  await expect(times(page)).toContainText('Range24 Nov 2026, ');
});

for (const { age, from, to, requested } of [
  {
    age: '15 days',
    from: '2026-11-01T10:20:00Z',
    to: '2026-11-01T12:10:00Z',
    requested: '1 Nov 2026, 10:00 – 13:00 UTC',
  },
  {
    age: '60 days',
    from: '2026-09-01T10:20:00Z',
    to: '2026-09-02T12:10:00Z',
    requested: '1 Sept? 2026, 00:00 – 3 Sept? 2026, 00:00 UTC',
  },
]) {
  test(`widens a range older than ${age} to the profiles that AWS still has and shows both`, async ({
    page,
  }) => {
    await page.goto(`${GROUP}?from=${from}&to=${to}`);
    await expect(times(page)).toContainText(new RegExp(`Requested${requested}`));
    await expect(times(page)).toContainText(/Range1 .* 2026, 10:20/);
  });
}

test('keeps the focused frame in the next profile', async ({ page }) => {
  await open(page, 'from=2026-11-24T12:00:00Z&to=2026-11-24T12:05:00Z');
  await frame(page, 'Worker.run').click();
  await expect(page).toHaveURL(/focus=/);
  const path = page.getByRole('navigation', { name: 'Focused frame' });
  const focused = await path.locator('[aria-current]').innerText();
  await page.getByRole('button', { name: 'Next profile' }).click();
  await expect(page).toHaveURL(/from=2026-11-24T12:05:00.000Z/);
  await expect(times(page)).toContainText('12:05 – 12:10 UTC');
  await settled(page);
  await expect(path.locator('[aria-current]')).toHaveText(focused);
  await expect(page.getByText('is not in this profile')).toHaveCount(0);
});

test('counts the depth from the root, also in a zoomed graph', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&maxDepth=5`);
  await drawn(graphs(page), 5);
  await flameGraph(page).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await flameGraph(page).press(key);
  await expect(page).toHaveURL(/focus=/);
  await settled(page);
  const focused = page.getByRole('navigation', { name: 'Focused frame' }).locator('[aria-current]');
  await expect(labelled(page).first()).toContainText(await focused.innerText());
  // The third frame of five, the two below it, and a block for what lies deeper.
  expect(await rowCount(graphs(page))).toBe(4);
});
