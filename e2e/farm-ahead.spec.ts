import { expect, test } from '@playwright/test';
import { farmPath, panel } from './pages';
import { rawRows } from './raw-statistics';

type QueueList = { data: { queueId: string }[] };

const dollars = (usd: number) =>
  `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

test('forecasts the month from what it has cost so far, when the panel is in view', async ({
  page,
  request,
}) => {
  const farm = await farmPath(request);
  const farmId = farm.replace('/farms/', '');
  const { data: queues } = (await (await request.get(`/api/farms/${farmId}/queues`)).json()) as QueueList;
  const rows = await rawRows(request, {
    farmId,
    queueIds: queues.map(({ queueId }) => queueId),
    ...{ from: '2026-11-01T00:00:00Z', to: '2026-11-24T14:30:00Z', groupBy: ['USAGE_TYPE'] },
  });
  const spent = rows.reduce((sum, { costInUsd }) => sum + costInUsd.sum, 0);
  let sentCount = 0;
  page.on('request', (sent) => {
    if (sent.url().endsWith('/costs') && sent.postData()?.includes('"period":"DAILY"')) sentCount += 1;
  });

  await page.goto(`${farm}?from=now-6h`);
  const forecast = panel(page, 'Forecast');
  await expect(panel(page, 'Totals').getByRole('table')).toBeVisible();
  expect(sentCount).toBe(0);
  await forecast.scrollIntoViewIfNeeded();
  const figures = forecast.getByLabel('Forecast of Nov 2026');
  await expect(figures).toContainText(`Total cost so far${dollars(spent)}until 24 Nov 2026, 14:30 UTC`);
  await expect(figures).toContainText(
    /Forecast for Nov 2026\$[\d,]+in four of five cases \$[\d,]+ – \$[\d,]+/,
  );
  await expect(figures).toContainText(/Error in the past\d+ %mean of forecasts of 7 days/);
  await expect(figures).toContainText(
    /Budgets of the month\$14,350\.00forecast \d+ % (below|above) the limit/,
  );
  expect(sentCount).toBe(1);
});

test('reads the forecast out by the arrow keys', async ({ page, request }) => {
  await page.goto(await farmPath(request));
  await panel(page, 'Forecast').scrollIntoViewIfNeeded();
  const curve = panel(page, 'Forecast').getByRole('slider', { name: 'Cost of Nov 2026 as it grows' });
  await curve.focus();
  await expect(curve).toHaveAttribute('aria-valuetext', /^Until 24 Nov 2026, 14:30 UTC: \$[\d,]+\.\d\d$/);
  await page.keyboard.press('End');
  await expect(curve).toHaveAttribute(
    'aria-valuetext',
    /^Until 1 Dec 2026, 00:00 UTC: about \$[\d,]+, in four of five cases \$[\d,]+ – \$[\d,]+$/,
  );
  await page.keyboard.press('Home');
  await expect(curve).toHaveAttribute('aria-valuetext', 'Until 1 Nov 2026, 00:00 UTC: $0.00');
});
