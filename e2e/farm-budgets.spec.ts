import { dollars } from './numbers';
import { farmPath, panel } from './pages';
import { expect, test } from './test';

type Budget = { displayName: string; status: string; limitUsd: number; usedUsd: number };

test('shows each active budget of a farm, with the figures of the API', async ({ page, request }) => {
  const farm = await farmPath(request);
  const answer = await (await request.get(`/api${farm}/budgets`)).json();
  const active = (answer.data as Budget[]).filter(({ status }) => status === 'ACTIVE');
  await page.goto(`${farm}?tz=Europe/Berlin`);
  const items = panel(page, 'Budgets').getByRole('listitem');
  expect(active).toHaveLength(6);
  for (const { displayName, limitUsd, usedUsd } of active) {
    const item = items.filter({ hasText: displayName }).first();
    await expect(item).toContainText(`queue ${displayName.split(',')[0]}`);
    await expect(item).toContainText(`${dollars(usedUsd)} of ${dollars(limitUsd)}`);
    await expect(item).toContainText(`${dollars(Math.round((limitUsd - usedUsd) * 100) / 100)} left`);
    await expect(item).toContainText('1 Nov 2026, 01:00 – 1 Dec 2026, 01:00 UTC+01:00');
    await expect(item).toContainText(/At this pace it (lasts to the end|runs out on \d+ Nov 2026)/);
  }
  await expect(items.filter({ hasText: 'fx, November' }).first()).toContainText(
    '100 % ($6,000.00): stops scheduling and completes running tasks',
  );
});

test('shows inactive budgets on request, and keeps that in the URL', async ({ page, request }) => {
  await page.goto(await farmPath(request));
  const budgets = panel(page, 'Budgets');
  await budgets.getByRole('button', { name: 'Show 6 inactive budgets' }).click();
  const ended = budgets.getByRole('listitem').filter({ hasText: 'fx, October 2026' }).first();
  await expect(ended).toContainText('Inactive');
  await expect(page).toHaveURL(/budgets=all/);
  await page.reload();
  await expect(ended).toBeVisible();
  await page.goBack();
  await expect(ended).toHaveCount(0);
});
