import { drawn, frame, graphs } from './graph';
import { GROUP, panel } from './pages';
import { expect, test } from './test';

const RANGE = 'from=2026-11-24T13:00:00Z&to=2026-11-24T14:00:00Z';

for (const [title, query, button] of [
  ['Flame graph', '&maxDepth=5', 'Show all depths'],
  ['Flame graph', '&data=RUNNABLE,NOSUCH', 'Reset thread states'],
  ['Flame graph', '&data=NOSUCH', 'Show all thread states'],
  ['Differences', '&view=compare&data=NOSUCH', 'Show all thread states'],
] as const) {
  test(`keeps the keyboard in the panel when a pressed button goes: ${query}`, async ({ page }) => {
    await page.goto(`${GROUP}?${RANGE}${query}`);
    await page.getByRole('button', { name: button }).press('Enter');
    await expect(page.getByRole('button', { name: button })).toHaveCount(0);
    await expect(panel(page, title)).toBeFocused();
  });
}

test('keeps the keyboard in the panel when the path to a frame or a hidden function goes', async ({
  page,
}) => {
  await page.goto(`${GROUP}?${RANGE}`);
  await drawn(graphs(page));
  await frame(page, 'Worker.run').click();
  const path = page.getByRole('navigation', { name: 'Focused frame' });
  await path.getByRole('button').first().press('Enter');
  await expect(path.getByRole('button')).toHaveCount(0);
  await expect(panel(page, 'Flame graph')).toBeFocused();
  const graph = graphs(page).first();
  for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'h']) await graph.press(key);
  await page.getByRole('button', { name: 'Show all', exact: true }).press('Enter');
  await expect(page.getByRole('group', { name: 'Hidden functions' })).toHaveCount(0);
  await expect(panel(page, 'Flame graph')).toBeFocused();
});

test('keeps the keyboard in the search when it is cleared', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&search=json`);
  await page.getByRole('button', { name: 'Clear search' }).press('Enter');
  const search = page.getByRole('textbox', { name: 'Search frames' });
  await expect(search).toHaveValue('');
  await expect(search).toBeFocused();
});
