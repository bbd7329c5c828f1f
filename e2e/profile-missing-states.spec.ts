import { expect, test } from '@playwright/test';
import { drawn, graphs } from './graph';
import { GROUP } from './pages';

for (const view of ['overview', 'hotspots', 'inspect', 'functions', 'compare']) {
  test(`names the thread states of a link that the profile lacks, and resets them: ${view}`, async ({
    page,
  }) => {
    await page.goto(`${GROUP}?view=${view}&data=RUNNABLE,NOSUCH`);
    const note = page.getByRole('note', { name: 'Missing thread states' });
    await expect(note).toContainText(/no samples in NOSUCH, selected in this link.*RUNNABLE, /);
    await note.getByRole('button', { name: 'Reset thread states' }).click();
    await expect(page).not.toHaveURL(/data=/);
    await expect(note).toHaveCount(0);
    await expect(page.getByRole('radiogroup', { name: 'Data' }).getByLabel('CPU')).toBeChecked();
  });
}

test('names no missing thread state of a preset', async ({ page }) => {
  await page.goto('/profiles/sample-render-worker?data=cpu');
  await expect(page.getByText(/no samples in the selected thread states/)).toBeVisible();
  await expect(page.getByRole('note', { name: 'Missing thread states' })).toHaveCount(0);
});

test('keeps the graph of the other states of the link', async ({ page }) => {
  await page.goto(`${GROUP}?data=RUNNABLE,NOSUCH`);
  await drawn(graphs(page));
  await expect(page.getByRole('note', { name: 'Missing thread states' })).toBeVisible();
});
