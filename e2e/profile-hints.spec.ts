import { drawn, graphs, labelled } from './graph';
import { GROUP, panel, settled } from './pages';
import { expect, type Locator, type Page, test } from './test';

const RANGE = 'from=2026-11-24T12:00:00Z&to=2026-11-24T14:00:00Z';
const SELF = 'on top of the stack';
const TOTAL = 'everything it called';

/** The explanation that appears under the pointer. */
async function expectHint(page: Page, over: Locator, words: string): Promise<void> {
  // A part of the page that hydrates under the pointer does not notice it.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await over.hover();
    await expect(page.getByRole('tooltip').filter({ hasText: words })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.mouse.move(0, 0);
}

test('explains self and total at the graph, in its legend and in its tree', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}`);
  await drawn(graphs(page));
  await labelled(page).nth(2).hover();
  await expect(page.getByText('self: it ran itself · total: with everything it called')).toBeVisible();
  await expectHint(page, page.getByText('Self, share of the profile:'), SELF);
  await page.getByRole('button', { name: 'Show as a tree' }).click();
  const heads = page.getByRole('treegrid').getByRole('columnheader');
  await expect(heads).toHaveText([
    'Frame',
    'Total, of all samples',
    'Self, of all samples',
    'Samples, total',
  ]);
  await expectHint(page, heads.nth(1).locator('span'), TOTAL);
  await expectHint(page, heads.nth(2).locator('span'), SELF);
});

test('explains self and total in a comparison, and names the base of its figures', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&view=compare`);
  await drawn(graphs(page), 50);
  const changed = page.getByRole('region', { name: 'Functions that changed most' });
  const by = changed.getByRole('radiogroup', { name: 'Changed by' });
  await expectHint(page, by.getByText('Self', { exact: true }), SELF);
  await expectHint(page, by.getByText('Total', { exact: true }), TOTAL);
  const heads = changed.getByRole('table').first().getByRole('columnheader');
  await expect(heads.nth(1)).toHaveText(/Baseline\s*of its samples/);
  await expect(heads.nth(2)).toHaveText(/Comparison\s*of its samples/);
  await labelled(page).nth(2).hover();
  await expect(page.getByText('total, of its samples')).toBeVisible();
});

test('explains the columns of the list of groups', async ({ page }) => {
  await page.goto(`/profiles?${RANGE}`);
  await settled(page);
  const heads = panel(page, 'Profiling groups').getByRole('columnheader');
  await expectHint(page, heads.getByRole('button', { name: /^Hottest function by self/ }), SELF);
  await expectHint(page, heads.getByRole('button', { name: /^Samples/ }), 'RUNNABLE, BLOCKED and NATIVE');
});
