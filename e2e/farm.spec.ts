import { hold } from './hold';
import { farmFigures, farmLaneTotal, farmPath, panel, settled } from './pages';
import { expect, test } from './test';

test('opens a farm from the list and draws cost and runtime', async ({ page }) => {
  await page.goto('/farms');
  await page.getByRole('link', { name: 'Sample farm', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sample farm' })).toBeVisible();
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
  await expect(panel(page, 'Cost').locator('path[data-category]').first()).toBeAttached();
  await expect(panel(page, 'Compute hours').locator('path[data-category]').first()).toBeAttached();
  await expect(panel(page, 'Rows').getByRole('row').nth(3)).toContainText(/\d\.\d\d/);
});

test('calls only the sum of all queues a total', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?from=2026-11-10T00:00:00Z&to=2026-11-12T00:00:00Z`);
  const figures = farmFigures(page);
  await expect(figures).toContainText(/Total cost\s*\$\d/);
  await expect(page.getByText(/^All 6 queues\. Sessions that started 10 Nov 2026, 00:00 –/)).toBeVisible();
  await panel(page, 'Rows').getByRole('row').nth(1).getByRole('link').click();
  await expect(figures).toContainText(/Cost of queue [a-z]+\s*\$\d/);
  await expect(figures).not.toContainText(/total/i);
});

test('labels what a sum covers with the same words on the overview and on the page of the farm', async ({
  page,
  request,
}) => {
  const range = '?from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z&tz=Asia/Kathmandu';
  await page.goto(`/${range}`);
  const covers = page.getByText(/Sessions that started .*, with all that they cost\.$/);
  const total = await farmLaneTotal(page);
  const words = (await covers.textContent()) ?? '';
  await expect(page.getByText('so hours and days are those of UTC')).toBeVisible();
  await page.goto((await farmPath(request)) + range);
  await expect(covers).toHaveText(words);
  await expect(page.getByText('so hours and days are those of UTC')).toBeVisible();
  await expect(farmFigures(page)).toContainText(total);
});

test('drops a period that was chosen for two days when the range becomes 30, and says why', async ({
  page,
  request,
}) => {
  await page.goto(`${await farmPath(request)}?from=now-2d&to=now&period=HOURLY`);
  await expect(panel(page, 'Cost')).toContainText('per hour');
  await page.getByRole('banner').getByRole('button', { name: 'Last 2 days' }).click();
  await page.getByRole('button', { name: 'Last 30 days' }).click();
  await expect(panel(page, 'Cost')).toContainText('per day');
  await expect(page).not.toHaveURL(/period=/);
  await expect(page.getByText('Hourly was chosen for a shorter range')).toBeVisible();
  await page.getByRole('combobox', { name: 'Period' }).click();
  await page.getByRole('option', { name: 'Hourly' }).click();
  await expect(panel(page, 'Cost')).toContainText('per 12 hours');
  await expect(page.getByText('Hourly was chosen for a shorter range')).toBeHidden();
});

test('opens a list at its chosen option by key, and draws no options before', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?group=job`);
  await settled(page);
  const options = page.getByRole('option', { includeHidden: true });
  await expect(options).toHaveCount(0);
  const groupBy = page.getByRole('combobox', { name: 'Group by' });
  await groupBy.press('ArrowDown');
  await expect(options.filter({ hasText: /^Job$/ })).toHaveAttribute('data-combobox-selected', 'true');
  await groupBy.press('ArrowDown');
  await groupBy.press('Enter');
  await expect(groupBy).toHaveValue('User');
  await expect(page).toHaveURL(/group=user/);
});

test('keeps grouping, statistic and period in the URL', async ({ page, request }) => {
  const farm = await farmPath(request);
  await page.goto(farm);
  await page.getByRole('combobox', { name: 'Group by' }).click();
  await page.getByRole('option', { name: 'Instance type' }).click();
  await expect(panel(page, 'Rows')).toContainText('c6i.4xlarge');
  await page.getByText('Maximum', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Period' }).click();
  await page.getByRole('option', { name: /^Daily/ }).click();
  await expect(page).toHaveURL(/INSTANCE_TYPE|instance/i);
  const link = page.url();
  await page.goto(farm);
  await page.goto(link);
  await expect(panel(page, 'Rows')).toContainText('c6i.4xlarge');
  await expect(page.getByRole('radio', { name: 'Maximum' })).toBeChecked();
});

test('links from a range without sessions to the newest data', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z`);
  await expect(page.getByText('No sessions in this range.')).toBeVisible();
  await page.getByRole('button', { name: 'Go to the newest data' }).click();
  await expect(panel(page, 'Cost').locator('path[data-category]').first()).toBeAttached();
});

test('calls a range empty only once its own answer has come', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z`);
  await expect(page.getByText('No sessions in this range.')).toBeVisible();
  const release = await hold(page, /\/costs$/);
  await page.getByRole('button', { name: 'Go to the newest data' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await expect(page.getByText('No sessions in this range.')).toBeHidden();
  release();
  await expect(panel(page, 'Cost').locator('path[data-category]').first()).toBeAttached();
});

test('shows a 404 page for an unknown farm, with a link back', async ({ page }) => {
  const response = await page.goto('/farms/farm-00000000000000000000000000000000');
  expect(response?.status()).toBe(404);
  await page.getByRole('main').getByRole('link', { name: /list/i }).click();
  await expect(page).toHaveURL(/\/farms$/);
});

test('links rows to one queue alone, and fits them on a small screen', async ({ page, request }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${await farmPath(request)}?from=2026-11-10T00:00:00Z&to=2026-11-12T00:00:00Z`);
  const row = panel(page, 'Rows').getByRole('row').nth(1);
  await expect(row).toContainText(/\d\.\d\d/);
  for (const cell of await row.getByRole('cell').all()) {
    const box = await cell.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  }
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/queues=queue-[0-9a-f]{32}(&|$)/);
  await expect(page).toHaveURL(/from=2026-11-10/);
});

test('says that a choice of fleets replaces one of queues, and undoes it', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?from=2026-11-10T00:00:00Z&to=2026-11-12T00:00:00Z`);
  const figures = farmFigures(page);
  const replaced = page.getByText('AWS adds up queues or fleets, not both');
  await page.getByRole('button', { name: 'Queues' }).click();
  await page.getByRole('option', { name: 'lighting' }).click();
  await expect(page).toHaveURL(/[?&]queues=queue-/);
  await expect(figures).toContainText(/Cost of queue [a-z]+\s*\$\d/);
  await expect(replaced).toBeHidden();
  const onlyQueue = page.url();
  const chooseFleet = async () => {
    const [closed, loaded] = [
      page.getByRole('button', { name: 'Fleets' }),
      page.getByRole('combobox', { name: 'Fleets' }),
    ];
    await closed.or(loaded).click();
    await page.getByRole('listbox', { name: 'Fleets' }).getByRole('option').first().click();
    await expect(page).toHaveURL(/[?&]fleets=fleet-/);
    await expect(page).not.toHaveURL(/queues=/);
    await expect(replaced).toContainText('the queue lighting is no longer chosen');
  };
  await chooseFleet();
  await expect(figures).toContainText(/Cost of fleet .+?\s*\$\d/);
  await page.goBack();
  await expect(page).toHaveURL(onlyQueue);
  await expect(replaced).toBeHidden();
  await chooseFleet();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(onlyQueue);
  await expect(replaced).toBeHidden();
  await expect(figures).toContainText(/Cost of queue [a-z]+\s*\$\d/);
});

test('draws fewer bars in a narrow chart, says what a bar is, and keeps the sum', async ({
  page,
  request,
}) => {
  const range = 'from=2026-11-17T00:00:00Z&to=2026-11-23T00:00:00Z&period=HOURLY';
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${await farmPath(request)}?${range}`);
  const cost = panel(page, 'Cost');
  await expect(cost).toContainText('per 3 hours');
  await expect(cost).toContainText(
    'The figures are hourly, but single hours don’t fit: each bar is 3 hours.',
  );
  const table = page.getByRole('table', { name: 'Cost, per 3 hours by queue' });
  await expect(table.getByRole('row')).toHaveCount(1 + 6 * 8);
  const amounts = (await table.getByRole('cell').allTextContents()).map((text) =>
    Number(text === 'none' ? 0 : text.replace(/[$,]/g, '')),
  );
  const total = /Total cost\s*\$([\d,.]+)/.exec((await farmFigures(page).textContent()) ?? '');
  const sum = amounts.reduce((all, one) => all + one, 0);
  expect(Math.abs(sum - Number(total?.[1]?.replaceAll(',', '')))).toBeLessThan(0.005 * amounts.length);
  await page.setViewportSize({ width: 2300, height: 900 });
  await expect(cost).toContainText('per hour');
  await expect(cost).not.toContainText('don’t fit');
});

test('names a queue that the farm lacks, once, and offers all queues', async ({ page, request }) => {
  const unknown = `queue-${'deadbeef'.repeat(4)}`;
  await page.goto(`${await farmPath(request)}?queues=${unknown},queue-1`);
  await expect(page.getByText('“queue-1” in this link is no queue id, and is left out.')).toBeVisible();
  const notice = page.getByRole('alert').filter({ hasText: `This farm has no queue ${unknown}` });
  await expect(notice).toHaveCount(1);
  const forecast = panel(page, 'Forecast');
  await forecast.scrollIntoViewIfNeeded();
  await expect(forecast).toContainText(`This farm has no queue ${unknown}`);
  await expect(forecast.getByRole('alert')).toHaveCount(0);
  await notice.getByRole('button', { name: 'Show all queues' }).click();
  await expect(page).not.toHaveURL(/queues=/);
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
});
