import { allRuns, CANARY, panel, runTable } from './pages';
import { expect, test } from './test';

const DAY = `${CANARY}?from=now-24h&to=now`;

test('lists the keys of the page in groups, and none of other pages', async ({ page }) => {
  await page.goto(DAY);
  await allRuns(page);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const timeline = dialog.getByRole('region', { name: 'Run timeline' });
  for (const text of ['Open the run', 'Zoom in and out', 'Show the whole range'])
    await expect(timeline).toContainText(text);
  await expect(dialog.getByRole('region', { name: 'Open run' })).toContainText('EscClose the run');
  await expect(dialog.getByRole('region', { name: 'Time range' })).toContainText('Earlier range');
  await expect(dialog).not.toContainText(/Flame graph|Cost chart|Search/);
});

test('has bars of runs in its HTML, and in every frame until all runs can be opened', async ({
  page,
  request,
}) => {
  const html = await request.get(DAY, { headers: { accept: 'text/html' } });
  expect(await html.text()).toContain('data-outcome=');
  await page.addInitScript(() => {
    const frames: boolean[] = [];
    Object.assign(window, { frames });
    const record = () => {
      frames.push(document.querySelector('#runs path[data-outcome]') !== null);
      requestAnimationFrame(record);
    };
    requestAnimationFrame(record);
  });
  await page.goto(DAY);
  await allRuns(page);
  const frames = await page.evaluate(() => (window as unknown as { frames: boolean[] }).frames);
  expect(frames.slice(frames.indexOf(true))).not.toContain(false);
});

test('leads from the card of the error budget into the field of the objective', async ({ page }) => {
  await page.goto(DAY);
  await allRuns(page);
  await page.getByRole('link', { name: 'Set an objective' }).click();
  await expect(page.getByLabel('Objective, %')).toBeFocused();
  await page.keyboard.type('99.5');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/objective=99\.5/);
  await expect(page.locator('dl > *').filter({ hasText: /^Error budget/ })).toContainText(
    /\d+ failed, [\d.]+ allowed at 99\.5 %/,
  );
});

test('has one card for the state unless the range ends earlier', async ({ page }) => {
  const cards = page.locator('dl > *').filter({ hasText: /Passing|Failing|Silent/ });
  await page.goto(DAY);
  await allRuns(page);
  await expect(cards).toHaveCount(1);
  await page.goto(`${CANARY}?from=now-1d/d&to=now-1d/d`);
  await allRuns(page);
  await expect(cards).toHaveCount(2);
});

test('names the first attempt of each retry in the list', async ({ page }) => {
  await page.goto(`${DAY}&show=retried`);
  const rows = runTable(page).getByRole('row');
  const retry = rows.filter({ hasText: /Retry 1 of run/ }).first();
  const [, first = ''] = /Retry 1 of run ([\d:]+)/.exec(await retry.innerText()) ?? [];
  await expect(rows.filter({ hasText: 'First attempt' }).filter({ hasText: first }).first()).toBeVisible();
});

test('shows how much of an incident is in the range', async ({ page }) => {
  await page.goto(DAY);
  await allRuns(page);
  const row = panel(page, 'Incidents').getByRole('row').filter({ hasText: 'Last' }).last();
  await row.getByRole('button', { name: 'First' }).click();
  const label = (await page.getByLabel(/^Run of /).getAttribute('aria-label')) ?? '';
  const start = Date.parse(label.replace(/^Run of /, '').replace(',', ''));
  await page.goto(
    `${CANARY}?from=${new Date(start - 3_600_000).toISOString()}&to=${new Date(start + 1000).toISOString()}`,
  );
  await allRuns(page);
  await expect(
    panel(page, 'Incidents')
      .getByText(/^\d.* in this range$/)
      .first(),
  ).toBeVisible();
});
