import { expect, type Page, test } from '@playwright/test';
import { drawn, graphs, labelled } from './graph';
import { GROUP, panel } from './pages';

const RANGE = 'from=2026-11-24T12:00:00.000Z&to=2026-11-24T14:00:00.000Z';
const COMPARE = `${GROUP}?view=compare&${RANGE}`;

const graph = (page: Page) => page.getByRole('application', { name: 'Flame graph of the differences' });
const side = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

test('a profile is compared with the day before by one click, both sides told with dates and samples', async ({
  page,
}) => {
  await page.goto(`${GROUP}?${RANGE}`);
  await page.getByRole('radiogroup', { name: 'View' }).getByText('Compare').click();
  await drawn(graphs(page), 50);
  await expect(side(page, 'Baseline')).toContainText('23 Nov 2026, 12:00 – 14:00 UTC');
  await expect(side(page, 'Comparison')).toContainText('24 Nov 2026, 12:00 – 14:00 UTC');
  await expect(side(page, 'Baseline')).toContainText(/[\d,]+ samples/);
  await expect(page.getByRole('list', { name: 'Colours' })).toContainText('25–100 % more');
  await page.getByText('A week before').click();
  await expect(page).toHaveURL(/baseline=week/);
  await expect(side(page, 'Baseline')).toContainText('17 Nov 2026, 12:00 – 14:00 UTC');
});

test('keeps the keyboard on the view control when a comparison opens and closes', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&view=functions`);
  const view = page.getByRole('radiogroup', { name: 'View' });
  await view.getByRole('radio', { name: 'Functions' }).focus();
  await page.keyboard.press('ArrowRight');
  await drawn(graphs(page), 50);
  await expect(view.getByRole('radio', { name: 'Compare' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/view=functions/);
  await expect(view.getByRole('radio', { name: 'Functions' })).toBeFocused();
});

test('a link of a comparison says which thread states are compared', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  await expect(page.getByRole('radio', { name: 'CPU' })).toBeChecked();
  await expect(page.locator('#flame-graph')).toContainText('RUNNABLE, BLOCKED, NATIVE');
});

test('a frame under the pointer tells both sides and the change', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  await labelled(page).nth(2).hover();
  const tooltip = page.getByRole('tooltip').or(page.locator('[class*="tooltip"]')).first();
  await expect(tooltip).toContainText('baseline');
  await expect(tooltip).toContainText(/pts/);
});

test('sides are swapped: the page is of the baseline’s time then', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  const samples = (title: string) =>
    side(page, title)
      .getByText(/^[\d,]+ samples$/)
      .textContent();
  const [before, after] = [await samples('Baseline'), await samples('Comparison')];
  await page.getByRole('button', { name: 'Swap' }).click();
  await expect(page).toHaveURL(/from=2026-11-23T12/);
  await expect(side(page, 'Baseline')).toContainText('24 Nov 2026, 12:00 – 14:00 UTC');
  await expect(side(page, 'Comparison')).toContainText('23 Nov 2026, 12:00 – 14:00 UTC');
  await expect(side(page, 'Baseline')).toContainText(after ?? 'none');
  await expect(side(page, 'Comparison')).toContainText(before ?? 'none');
});

test('another time and another group are the baseline, and the link keeps them', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  await page.getByRole('button', { name: 'Another time' }).click();
  const form = page.getByRole('dialog', { name: 'Another time' });
  await form.getByRole('textbox', { name: 'From' }).fill('2026-11-20 09:00');
  await form.getByRole('textbox', { name: 'To' }).fill('2026-11-20 10:00');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect(side(page, 'Baseline')).toContainText('20 Nov 2026, 09:00 – 10:00 UTC');
  await page.getByRole('combobox', { name: 'Baseline’s profiling group' }).click();
  await page.getByRole('option', { name: 'sample-render-worker' }).click();
  await expect(side(page, 'Baseline')).toContainText('sample-render-worker');
  await page.reload();
  await drawn(graphs(page), 50);
  await expect(side(page, 'Baseline')).toContainText('sample-render-worker');
  await expect(side(page, 'Baseline')).toContainText('20 Nov 2026, 09:00 – 10:00 UTC');
});

test('the functions that moved most lead to themselves, in shares or samples, by total or self', async ({
  page,
}) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  const moved = page.getByRole('region', { name: 'Functions that moved most' });
  await expect(moved.getByRole('table', { name: 'Grown functions by total' })).toContainText('pts');
  await moved.getByText('Self', { exact: true }).click();
  await expect(moved.getByRole('table', { name: 'Shrunk functions by self' })).toContainText('−');
  await page.getByRole('radiogroup', { name: 'Unit' }).getByText('Samples').click();
  await expect(page).toHaveURL(/unit=samples/);
  await expect(moved.getByRole('table', { name: 'Grown functions by self' })).not.toContainText('pts');
  const first = moved.getByRole('table', { name: 'Grown functions by self' }).getByRole('button').first();
  await first.click();
  await expect(page).toHaveURL(/view=inspect/);
  await expect(panel(page, 'Inspected function')).toContainText('of all samples');
});

test('changes that chance could have made are left out of the table until they are wanted', async ({
  page,
}) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  const moved = page.getByRole('region', { name: 'Functions that moved most' });
  await moved.getByText('Self', { exact: true }).click();
  await expect(moved).toContainText(/chance alone could have made, are left out: [\d,]+ functions?/);
  const rows = moved.getByRole('button');
  const before = await rows.count();
  await moved.getByRole('switch', { name: 'Also what may be chance' }).click();
  await expect(page).toHaveURL(/chance=listed/);
  await expect(moved).toContainText('are listed, too');
  await expect(async () => expect(await rows.count()).toBeGreaterThan(before)).toPass();
  await page.reload();
  await expect(moved.getByRole('switch', { name: 'Also what may be chance' })).toBeChecked();
});

test('the differences are there as a tree in words', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  await page.getByRole('button', { name: 'Show as a tree' }).click();
  const tree = page.getByRole('treegrid', { name: 'Frames as a tree' });
  await expect(tree.getByRole('columnheader')).toHaveText([
    'Frame',
    'Baseline',
    'Comparison',
    'Change',
    'Relative',
  ]);
  await tree.getByRole('row').nth(2).focus();
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('row').nth(3)).toContainText(/%.*%.*pts/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/focus=/);
});

test('a frame is zoomed into, found, hidden, and told to those who don’t see it', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  await graph(page).focus();
  await graph(page).press('ArrowDown');
  await expect(page.getByText(/: baseline .* %, comparison .* %/)).toBeAttached();
  await graph(page).press('Enter');
  await expect(page).toHaveURL(/focus=/);
  await graph(page).press('Escape');
  await expect(page).not.toHaveURL(/focus=/);
  await graph(page).press('ArrowDown');
  await graph(page).press('h');
  await expect(page).toHaveURL(/hidden=/);
  await expect(page.getByRole('group', { name: 'Hidden functions' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Search frames' }).fill('cart');
  await expect(
    page.getByText(/^Found: baseline [\d.]+ %, comparison [\d.]+ % .* in \d+ functions$/),
  ).toBeVisible();
});

test('a time without a profile says so and offers others', async ({ page }) => {
  await page.goto(
    `${COMPARE}&baseline=range&baselineFrom=2020-01-01T00:00:00Z&baselineTo=2020-01-02T00:00:00Z`,
  );
  await expect(page.getByText('One of the two times has no profile')).toBeVisible();
  await page.getByRole('button', { name: 'A day before' }).click();
  await drawn(graphs(page), 50);
});

test('what a link says wrongly of a baseline is told, and a comparison is shown', async ({ page }) => {
  await page.goto(`${COMPARE}&baseline=yesterday&unit=apples&baselineGroup=../x`);
  await drawn(graphs(page), 50);
  await expect(page.getByText('The baseline of this link is unknown')).toBeVisible();
  await expect(page.getByText('The unit of this link is unknown')).toBeVisible();
  await expect(page.getByText('The baseline’s group of this link can’t be read')).toBeVisible();
});
