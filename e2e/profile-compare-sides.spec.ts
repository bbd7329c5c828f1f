import { pathKeyOf } from '@/lib/profile/tree/path-key';
import { drawn, graphs } from './graph';
import { hold } from './hold';
import { GROUP, panel } from './pages';
import { rawFrames } from './raw-profile';
import { expect, type Page, test } from './test';

const HOUR = { from: '2026-11-24T13:00:00Z', to: '2026-11-24T14:00:00Z' };
const DAY_BEFORE = { from: '2026-11-23T13:00:00Z', to: '2026-11-23T14:00:00Z' };
const COMPARE = `${GROUP}?view=compare&from=${HOUR.from}&to=${HOUR.to}`;

const changed = (page: Page) => page.getByRole('region', { name: 'Functions that changed most' });
const summary = (page: Page) => page.getByRole('region', { name: 'Summary of the comparison' });

test('counts the compared thread states on both sides, also where one group has none of them', async ({
  page,
}) => {
  await page.goto(`${COMPARE}&baselineGroup=sample-render-worker`);
  await drawn(graphs(page), 20);
  for (const title of ['Baseline', 'Comparison']) {
    await expect(panel(page, title)).toContainText('RUNNABLE, BLOCKED, NATIVE');
    await expect(panel(page, title)).not.toContainText('WALL_TIME');
  }
  const strip = panel(page, 'Baseline').getByRole('slider');
  await expect(strip).toHaveAttribute('aria-valuetext', /, 0 samples$/);
  await expect(panel(page, 'Baseline').getByText('0 samples', { exact: true })).toBeVisible();
  await expect(page.getByText('The baseline has no samples in the selected thread states.')).toBeVisible();
  await expect(changed(page)).toHaveCount(0);
  await expect(summary(page)).toHaveCount(0);
});

test('shows no graph for a frame without samples in the compared thread states, and offers others', async ({
  page,
}) => {
  const now = await rawFrames(page.request, HOUR);
  const before = await rawFrames(page.request, DAY_BEFORE);
  const keyOf = ({ name, callers }: (typeof now)[number]) => pathKeyOf([...callers.slice(1), name]);
  const sampled = new Set([...now, ...before].filter(({ total }) => total > 0).map(keyOf));
  const idle = now.find((frame) => frame.callers.length > 0 && !sampled.has(keyOf(frame)));
  if (!idle) throw new Error('every frame has samples in CPU states');
  await page.goto(`${COMPARE}&focus=${keyOf(idle)}`);
  await expect(page.getByText('This frame has no samples in RUNNABLE, BLOCKED, NATIVE.')).toBeVisible();
  await expect(graphs(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the whole profile' }).click();
  await expect(page).not.toHaveURL(/focus=/);
  await drawn(graphs(page), 50);
});

test('names nothing as changed where neither side has samples', async ({ page }) => {
  await page.goto(`${COMPARE}&data=NOBODY`);
  await expect(page.getByText('Neither profile has samples in the selected thread states.')).toBeVisible();
  await expect(page.getByText('beyond the sampling error')).toHaveCount(0);
  await expect(page.getByText('The baseline has no samples')).toHaveCount(0);
  await expect(changed(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show all thread states' }).click();
  await drawn(graphs(page), 50);
  await expect(changed(page)).toBeVisible();
});

test('shows that a search is pending until its own result has arrived', async ({ page }) => {
  await page.goto(`${COMPARE}&search=cart`);
  await drawn(graphs(page), 50);
  const status = page.getByRole('toolbar').getByRole('status').first();
  await expect(status).toContainText(/^Found: .+ of the baseline/);
  const release = await hold(page, /search=nobody/);
  await page.getByRole('textbox', { name: 'Search frames' }).fill('nobody');
  await expect(status).toHaveText('Searching …');
  release();
  await expect(status).toHaveText('No function matches.');
});
