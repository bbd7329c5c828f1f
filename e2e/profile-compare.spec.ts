import { drawn, graphs, labelled, tooltip } from './graph';
import { GROUP, panel } from './pages';
import { expect, type Page, test } from './test';

const RANGE = 'from=2026-11-24T12:00:00.000Z&to=2026-11-24T14:00:00.000Z';
const COMPARE = `${GROUP}?view=compare&${RANGE}`;

const graph = (page: Page) => page.getByRole('application', { name: 'Flame graph of the differences' });

test('compares a profile with the day before by one click and shows dates and samples of both sides', async ({
  page,
}) => {
  await page.goto(`${GROUP}?${RANGE}`);
  await page.getByRole('radiogroup', { name: 'View' }).getByText('Compare').click();
  await drawn(graphs(page), 50);
  await expect(panel(page, 'Baseline')).toContainText('23 Nov 2026, 12:00 – 14:00 UTC');
  await expect(panel(page, 'Comparison')).toContainText('24 Nov 2026, 12:00 – 14:00 UTC');
  await expect(panel(page, 'Baseline')).toContainText(/[\d,]+ samples/);
  await expect(page.getByRole('list', { name: 'Colours' })).toContainText('25–100 % more');
  await page.getByRole('combobox', { name: 'Baseline’s time' }).click();
  await page.getByRole('option', { name: 'A week before' }).click();
  await expect(page).toHaveURL(/compare=week/);
  await expect(panel(page, 'Baseline')).toContainText('17 Nov 2026, 12:00 – 14:00 UTC');
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

test('shows the thread states of a comparison opened by a link', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  await expect(page.getByRole('radio', { name: 'CPU' })).toBeChecked();
  await expect(page.locator('#flame-graph')).toContainText('RUNNABLE, BLOCKED, NATIVE');
});

test('shows both sides and the change of the frame under the pointer', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  await labelled(page).nth(2).hover();
  await expect(tooltip(page)).toContainText('baseline');
  await expect(tooltip(page)).toContainText(/pts/);
});

test('swaps the sides, so the page moves to the range of the baseline', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  // The first is the side's figure, the second the highest value of its strip.
  const samples = (title: string) =>
    panel(page, title)
      .getByText(/^[\d,]+ samples$/)
      .first()
      .textContent();
  const [baseline, comparison] = [await samples('Baseline'), await samples('Comparison')];
  await page.getByRole('button', { name: 'Swap' }).click();
  await expect(page).toHaveURL(/from=2026-11-23T12/);
  await expect(panel(page, 'Baseline')).toContainText('24 Nov 2026, 12:00 – 14:00 UTC');
  await expect(panel(page, 'Comparison')).toContainText('23 Nov 2026, 12:00 – 14:00 UTC');
  await expect(panel(page, 'Baseline')).toContainText(comparison ?? 'none');
  await expect(panel(page, 'Comparison')).toContainText(baseline ?? 'none');
});

test('keeps the time and the group of the baseline in the link', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  await page.getByRole('button', { name: 'Another time' }).click();
  const form = page.getByRole('dialog', { name: 'Another time' });
  await form.getByRole('textbox', { name: 'From' }).fill('2026-11-20 09:00');
  await form.getByRole('textbox', { name: 'To' }).fill('2026-11-20 10:00');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect(panel(page, 'Baseline')).toContainText('20 Nov 2026, 09:00 – 10:00 UTC');
  await page.getByRole('combobox', { name: 'Baseline’s profiling group' }).click();
  await page.getByRole('option', { name: 'sample-render-worker' }).click();
  await expect(panel(page, 'Baseline')).toContainText('sample-render-worker');
  await page.reload();
  await drawn(graphs(page), 50);
  await expect(panel(page, 'Baseline')).toContainText('sample-render-worker');
  await expect(panel(page, 'Baseline')).toContainText('20 Nov 2026, 09:00 – 10:00 UTC');
});

test('inspects a function that changed most, in shares or samples, by total or self', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  const changed = page.getByRole('region', { name: 'Functions that changed most' });
  await expect(changed.getByRole('table', { name: 'Shrunk functions by self' })).toContainText('−');
  await changed.getByText('Total', { exact: true }).click();
  await expect(page).toHaveURL(/movedBy=total/);
  await expect(changed.getByRole('table', { name: 'Grown functions by total' })).toContainText('pts');
  await changed.getByText('Self', { exact: true }).click();
  await page.getByRole('radiogroup', { name: 'Unit' }).getByText('Samples').click();
  await expect(page).toHaveURL(/unit=samples/);
  await expect(changed.getByRole('table', { name: 'Grown functions by self' })).not.toContainText('pts');
  const first = changed.getByRole('table', { name: 'Grown functions by self' }).getByRole('button').first();
  await first.click();
  await expect(page).toHaveURL(/view=inspect/);
  await expect(panel(page, 'Inspected function')).toContainText('of all samples');
});

test('leaves changes that may be chance out of the table until they are included', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  const changed = page.getByRole('region', { name: 'Functions that changed most' });
  await expect(changed).toContainText(
    /Left out here: [\d,]+ functions? whose self changed so little\. In the graph, frames whose total changed so little are grey/,
  );
  const rows = changed.getByRole('button');
  const before = await rows.count();
  await changed.getByRole('switch', { name: 'Include changes that may be chance' }).click();
  await expect(page).toHaveURL(/chance=listed/);
  await expect(changed).toContainText('are listed here and coloured in the graph');
  await expect(async () => expect(await rows.count()).toBeGreaterThan(before)).toPass();
  await page.reload();
  await expect(changed.getByRole('switch', { name: 'Include changes that may be chance' })).toBeChecked();
});

test('explains the grey of changes that may be chance until they are included', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  const colours = page.getByRole('list', { name: 'Colours' });
  await expect(colours).toContainText('may be chance');
  await page.getByRole('switch', { name: 'Include changes that may be chance' }).click();
  await expect(colours).not.toContainText('may be chance');
});

test('shows the differences as a tree', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  await page.getByRole('button', { name: 'Show as a tree' }).click();
  const tree = page.getByRole('treegrid', { name: 'Frames as a tree' });
  await expect(tree.getByRole('columnheader')).toHaveText([
    'Frame',
    'Baseline total, of its samples',
    'Comparison total, of its samples',
    'Change, points',
    'Relative',
  ]);
  await tree.getByRole('row').nth(2).focus();
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('row').nth(3)).toContainText(/%.*%.*pts/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/focus=/);
});

test('zooms into, finds, hides and describes a frame by keys', async ({ page }) => {
  await page.goto(COMPARE);
  await drawn(graphs(page), 50);
  await graph(page).focus();
  await graph(page).press('ArrowDown');
  await expect(page.getByText(/: [\d.]+ % of the baseline, [\d.]+ % of the comparison/)).toBeAttached();
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
    page.getByText(
      /^Found: [\d.]+ % of the baseline, [\d.]+ % of the comparison .* in \d+ functions · [\d,]+ matches, [\d,]+ drawn$/,
    ),
  ).toBeVisible();
});

test('reports a time without a profile and offers others', async ({ page }) => {
  await page.goto(
    `${COMPARE}&baseline=range&baselineFrom=2020-01-01T00:00:00Z&baselineTo=2020-01-02T00:00:00Z`,
  );
  await expect(page.getByText('One of the two times has no profile')).toBeVisible();
  await page.getByRole('button', { name: 'A day before' }).click();
  await drawn(graphs(page), 50);
});

test('reports unreadable baseline parameters of a link and shows a comparison', async ({ page }) => {
  await page.goto(`${COMPARE}&baseline=yesterday&unit=apples&baselineGroup=../x`);
  await drawn(graphs(page), 50);
  await expect(page.getByText('The baseline in this link is unknown')).toBeVisible();
  await expect(page.getByText('The unit in this link is unknown')).toBeVisible();
  await expect(page.getByText('The baseline’s group in this link can’t be read')).toBeVisible();
});

test('names samples beyond a maximum depth deeper, not narrow', async ({ page }) => {
  await page.goto(`${COMPARE}&maxDepth=22`);
  await drawn(graphs(page), 50);
  await expect(
    page.getByText(/of the baseline and .* of the comparison are deeper than 22 frames/),
  ).toBeVisible();
  await labelled(page)
    .filter({ hasText: /^Deeper$/ })
    .first()
    .hover();
  await expect(tooltip(page)).toContainText('Frames deeper than 22 frames');
  await expect(tooltip(page)).toContainText('of both sides together');
});
