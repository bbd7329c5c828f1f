import { expect, test } from '@playwright/test';
import { drawn, frame, graphs } from './graph';
import { GROUP } from './pages';

const RANGE = 'from=2026-11-24T13:00:00Z&to=2026-11-24T14:00:00Z';

for (const [query, button] of [
  ['&maxDepth=5', 'Show all depths'],
  ['&data=RUNNABLE,NOSUCH', 'Reset thread states'],
  ['&view=compare&maxDepth=5', 'Show all depths'],
] as const) {
  test(`moves the keyboard to the graph when a pressed button disappears: ${query}`, async ({ page }) => {
    await page.goto(`${GROUP}?${RANGE}${query}`);
    await drawn(graphs(page), 4);
    await page.getByRole('button', { name: button }).press('Enter');
    await expect(page.getByRole('button', { name: button })).toHaveCount(0);
    await expect(graphs(page).first()).toBeFocused();
  });
}

test('moves the keyboard to the graph from the last step of the path to a frame', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}`);
  await drawn(graphs(page));
  await frame(page, 'Worker.run').click();
  const path = page.getByRole('navigation', { name: 'Focused frame' });
  await path.getByRole('button').first().press('Enter');
  await expect(path.getByRole('button')).toHaveCount(0);
  await expect(graphs(page).first()).toBeFocused();
});

test('leaves the keyboard alone when the pointer pressed the button', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&maxDepth=5`);
  await drawn(graphs(page), 4);
  await page.getByRole('button', { name: 'Show all depths' }).click();
  await expect(page.getByRole('button', { name: 'Show all depths' })).toHaveCount(0);
  await expect(graphs(page).first()).not.toBeFocused();
});
