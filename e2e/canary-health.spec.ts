import { readFile } from 'node:fs/promises';
import { allRuns, CANARY, panel } from './pages';
import { cellsOf, saved } from './saved-files';
import { expect, type Page, test } from './test';

const DAY = `${CANARY}?from=now-24h&to=now`;

/** The whole number before a word in a panel's heading. */
async function countIn(page: Page, title: string, word: RegExp): Promise<number> {
  const text = (await panel(page, title).getByText(word).first().textContent()) ?? '';
  return Number(/([\d,]+) /.exec(text)?.[1]?.replaceAll(',', ''));
}

test('counts the same failed runs in incidents, reasons and hours', async ({ page }) => {
  await page.goto(DAY);
  await allRuns(page);
  const cells = panel(page, 'Incidents')
    .getByRole('row')
    .filter({ hasText: 'First' })
    .locator('td:nth-child(4)');
  const items = page.getByRole('region', { name: 'Failures by hour of the day' }).getByRole('listitem');
  // Headings are drawn after the panels below them.
  await expect(async () => {
    const failed = await countIn(page, 'Failures', /failed scheduled run/);
    expect(failed).toBeGreaterThan(0);
    const inIncidents = (await cells.allInnerTexts()).reduce(
      (sum, text) => sum + Number((/([\d,]+) in this range/.exec(text)?.[1] ?? text).replaceAll(',', '')),
      0,
    );
    expect(inIncidents).toBe(failed);
    const hours = await items.evaluateAll((all) => all.map((item) => item.getAttribute('aria-label') ?? ''));
    expect(hours).toHaveLength(24);
    expect(hours.reduce((sum, text) => sum + Number(/: (\d+) of/.exec(text)?.[1]), 0)).toBe(failed);
  }).toPass();
});

test('opens the first run of an incident, and takes only longer ones on request', async ({ page }) => {
  await page.goto(DAY);
  await allRuns(page);
  const incidents = panel(page, 'Incidents');
  await incidents.getByRole('button', { name: 'First' }).first().click();
  await expect(page.getByLabel(/^Run of /)).toContainText('Failed');
  await page.getByRole('button', { name: 'Close the run' }).click();
  const before = await countIn(page, 'Incidents', /incident/);
  await page.goto(`${DAY}&failingAfter=10`);
  await allRuns(page);
  await expect.poll(() => countIn(page, 'Incidents', /incident/)).toBeLessThan(before);
});

test('measures an objective from the link, and keeps another one in it', async ({ page }) => {
  await page.goto(`${DAY}&objective=50`);
  await allRuns(page);
  await expect(panel(page, 'Objective')).toContainText(/% of the error budget left/);
  const field = panel(page, 'Objective').getByLabel('Objective, %');
  await field.fill('99.9');
  await field.press('Enter');
  await expect(page).toHaveURL(/objective=99\.9/);
  await expect(panel(page, 'Objective')).toContainText('missed');
  await field.fill('lots');
  await field.press('Enter');
  await expect(panel(page, 'Objective')).toContainText('From 50 to 99.999');
});

test('saves the runs of the filter as CSV and the incidents as JSON', async ({ page }) => {
  await page.goto(`${DAY}&show=failed`);
  await allRuns(page);
  const csv = await saved(page, 'Run list', 'CSV');
  expect(csv.name).toMatch(/^sample-login-flow_failed-runs_.*Z\.csv$/);
  const { length } = await cellsOf(csv.path);
  await expect.poll(() => countIn(page, 'Run list', /attempt/)).toBe(length - 1);
  const json = JSON.parse(await readFile((await saved(page, 'Incidents', 'JSON')).path, 'utf8'));
  expect(json).toMatchObject({ canary: 'sample-login-flow', isComplete: true });
  await expect.poll(() => countIn(page, 'Incidents', /incident/)).toBe(json.incidents.length);
});

test('lists dry runs beside the runs before, and explains why a sample has nothing to run', async ({
  page,
}) => {
  await page.goto(`${CANARY}?from=now-30d&to=now&runType=DRY_RUN`);
  const table = page.getByRole('table', { name: 'Dry runs, newest first' });
  await expect(table.getByRole('row').nth(1)).toContainText(/of \d+ passed, median/);
  await page.getByRole('button', { name: 'Start a dry run' }).click();
  const dialog = page.getByRole('dialog', { name: /^Start a dry run of/ });
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(dialog).toContainText('there is nothing to run');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await table.getByRole('row').nth(1).getByRole('button').first().click();
  await expect(page).toHaveURL(/dryRunId=/);
});
