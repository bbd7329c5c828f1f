import { hold } from './hold';
import { CANARY, panel, runTable } from './pages';
import { expect, test } from './test';

const timeline = /^Run timeline/;

test('opens a canary from the list and shows its timeline', async ({ page }) => {
  await page.goto('/canaries');
  await page.getByRole('link', { name: 'sample-login-flow' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'sample-login-flow' })).toBeVisible();
  await expect(
    panel(page, 'Runs').getByRole('application', { name: timeline }).or(page.getByLabel(timeline)),
  ).toBeVisible();
  await expect(panel(page, 'Runs')).toContainText(/\d+ attempts/);
  await expect(runTable(page).getByRole('row').nth(3)).toContainText('s');
});

test('reads the runs back to the start of the range in one answer', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (sent) => {
    if (/\/history\?/.test(sent.url())) requests.push(sent.url());
  });
  await page.goto('/canaries/sample-api-health?from=now-2d&to=now');
  await expect(panel(page, 'Runs')).toContainText(/2,[789]\d\d attempts/);
  await expect(panel(page, 'Runs').getByRole('slider', { name: timeline })).toBeVisible();
  await expect(panel(page, 'Runs').getByText(/^Read [\d,]+ runs/)).toBeHidden();
  expect(requests).toHaveLength(1);
});

test('stops reading on request, and reads on', async ({ page }) => {
  const release = await hold(page, /\/history\?/);
  await page.goto('/canaries/sample-api-health?from=now-2d&to=now');
  const runs = panel(page, 'Runs');
  await runs.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(runs.getByText('Stopped reading.')).toBeAttached();
  release();
  await runs.getByRole('button', { name: 'Read on' }).click();
  await expect(runs).toContainText(/2,[789]\d\d attempts/);
  await expect(runs.getByRole('button', { name: 'Read on' })).toBeHidden();
});

test('opens a run in a side panel, steps with the arrow keys, and keeps it in the link', async ({ page }) => {
  await page.goto(CANARY);
  const table = runTable(page);
  await table
    .getByRole('row')
    .nth(2)
    .getByRole('button')
    .or(table.getByRole('row').nth(2).getByRole('link'))
    .first()
    .click();
  await expect(page).toHaveURL(/run=/);
  const details = page.getByLabel(/^Run of /);
  await expect(details).toBeFocused();
  const first = await details.getAttribute('aria-label');
  await page.keyboard.press('ArrowLeft');
  await expect(details).not.toHaveAttribute('aria-label', first ?? '');
  const second = (await details.getAttribute('aria-label')) ?? '';
  await page.reload();
  await expect(page.getByLabel(second, { exact: true })).toBeVisible();
});

test('lists the unreadable parameters of a link and fixes it', async ({ page }) => {
  await page.goto(`${CANARY}?runType=dry&show=passed`);
  await expect(page.getByText('The type of runs in this link is unknown')).toBeVisible();
  await expect(page.getByText('The run filter (show) in this link is unknown')).toBeVisible();
  await page.getByRole('button', { name: 'Fix the link' }).click();
  await expect(page).not.toHaveURL(/runType|show/);
  await expect(page.getByText('The type of runs in this link is unknown')).toBeHidden();
});

test('keeps the list’s page in the URL', async ({ page }) => {
  await page.goto('/canaries/sample-api-health?from=now-5h&to=now');
  await page.getByRole('button', { name: 'Page 2', exact: true }).click();
  await expect(page).toHaveURL(/[?&]page=2/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Page 2', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('shows dry runs separately', async ({ page }) => {
  await page.goto(`${CANARY}?from=now-30d&to=now`);
  await page.getByText('Dry runs', { exact: true }).first().click();
  await expect(page).toHaveURL(/DRY_RUN|dry/i);
  await expect(panel(page, 'Dry runs')).toBeVisible();
});

test('shows a 404 page for an unknown canary, with a link back', async ({ page }) => {
  const response = await page.goto('/canaries/nobody-knows-it');
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'Go to the list of canaries' }).click();
  await expect(page).toHaveURL(/\/canaries$/);
});
