import { farmIdOf, farmPath, panel } from './pages';
import { escaped } from './pattern';
import { queuesOf } from './raw-statistics';
import { expect, type Page, test } from './test';

const DAYS = 'from=2026-09-26T00:00:00Z&to=2026-11-24T00:00:00Z&compare=none';

const chart = (page: Page) => panel(page, 'Cost').getByRole('slider', { name: 'Cost by bar' });

test('marks the bars of outliers, and tells their reason in the tooltip and to screen readers', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 2560, height: 1000 });
  await page.goto(`${await farmPath(request)}?${DAYS}`);
  const outliers = panel(page, 'Outliers');
  await outliers.scrollIntoViewIfNeeded();
  await expect(outliers.getByRole('listitem').first()).toContainText('usually');
  const items = await outliers.getByRole('listitem').allTextContents();
  const count = items.length;
  await expect(panel(page, 'Cost')).toContainText(
    new RegExp(`Marked: ${count} days? that cost far more than similar ones\\.`),
  );
  await expect(chart(page).locator('[data-marks]')).toHaveAttribute('data-marks', String(count));
  const twin = page.getByRole('table', { name: 'Cost, per day by queue' });
  await expect(twin.getByRole('rowheader', { name: /, outlier$/ })).toHaveCount(count);

  const [, date = ''] = /^(\d+ \w+ \d{4})\$/.exec(items[0] ?? '') ?? [];
  const reason = /other days of this weekday(.*)Zoom/.exec(items[0] ?? '')?.[1] ?? 'no reason';
  await chart(page).focus();
  const day = (Date.parse(`${date} UTC`) - Date.parse('2026-09-26T00:00:00Z')) / 86_400_000;
  await chart(page).press('Home');
  for (let step = 0; step < day; step++) await chart(page).press('ArrowRight');
  await expect(chart(page)).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`^${date} UTC: .*Outlier: usually \\$`),
  );
  await expect(chart(page)).toHaveAttribute('aria-valuetext', new RegExp(escaped(reason)));
  await expect(chart(page)).toContainText(reason);
});

test('marks the same bars on the overview, and in separate charts only that of a single group', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 2560, height: 1000 });
  await page.goto(`/?${DAYS}`);
  const lane = panel(page, 'Farm cost');
  await expect(lane).toContainText(/Marked: \d+ days? that cost far more than similar ones\./);
  const count = Number(/Marked: (\d+)/.exec((await lane.textContent()) ?? '')?.[1]);
  await expect(lane.locator('[data-marks]')).toHaveCount(count);
  await expect(lane.locator('svg:has(> [data-marks])').first()).toHaveCSS('overflow', 'visible');
  await expect(lane.getByRole('rowheader', { name: /, outlier$/ })).toHaveCount(count);

  const farm = await farmPath(request);
  await page.goto(`${farm}?${DAYS}&charts=separate`);
  await expect(panel(page, 'Cost').getByRole('slider').first()).toBeVisible();
  const outliers = panel(page, 'Outliers');
  await expect(outliers).toContainText(`${count} day`);
  await expect(panel(page, 'Cost')).not.toContainText('Marked:');
  const [queue] = await queuesOf(request, await farmIdOf(request));
  await page.goto(`${farm}?${DAYS}&charts=separate&queues=${queue?.queueId}`);
  await expect(outliers.getByRole('listitem').first()).toBeVisible();
  const ofQueue = Number(/(\d+) days?/.exec((await outliers.textContent()) ?? '')?.[1]);
  expect(ofQueue).toBeGreaterThan(0);
  await expect(panel(page, 'Cost').getByRole('slider')).toHaveCount(1);
  await expect(panel(page, 'Cost')).toContainText(`Marked: ${ofQueue} day`);
  await expect(panel(page, 'Cost').locator('[data-marks]')).toHaveCount(1);
});

test('leads from the others of a chart to the totals of all groups', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?${DAYS}&top=2`);
  await expect(panel(page, 'Totals').getByRole('table')).toBeVisible();
  const totals = panel(page, 'Totals').getByRole('region', { name: 'Groups' });
  await chart(page).focus();
  await chart(page).press('ArrowUp');
  await expect(chart(page)).toHaveAttribute('aria-valuetext', /^\d others \$/);
  await expect(chart(page)).toContainText('Enter goes to the totals of all groups.');
  await chart(page).press('Enter');
  await expect(totals).toBeFocused();
  await expect(totals).toBeInViewport();
  const others = panel(page, 'Cost').getByRole('button', { name: /^\d others/ });
  await others.scrollIntoViewIfNeeded();
  await others.click();
  await expect(totals).toBeFocused();
});
