import { pathKeyOf } from '@/lib/profile/tree/path-key';
import { drawn, graphs, labelled, rowCount, tooltip } from './graph';
import { GROUP } from './pages';
import { expect, type Page, test } from './test';

const RANGE = 'from=2026-11-24T12:00:00Z&to=2026-11-24T14:00:00Z';
const CHAIN = /^\d+ (\S+ )?frames$/;

const chain = (page: Page) => labelled(page).filter({ hasText: CHAIN }).first();
const path = (page: Page) => page.getByRole('navigation', { name: 'Focused frame' });

test('folds chains of frames into one, which lists its frames and opens again', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}`);
  await drawn(graphs(page), 50);
  const before = await rowCount(graphs(page));
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('switch', { name: 'Fold chains of frames' }).click();
  await expect(page).toHaveURL(/chains=folded/);
  await page.keyboard.press('Escape');
  await expect(chain(page)).toBeVisible();
  await expect.poll(() => rowCount(graphs(page))).toBeLessThan(before);
  const label = await chain(page).innerText();
  await chain(page).hover();
  await expect(tooltip(page)).toContainText(`${label}, from `);
  await chain(page).click();
  await expect(path(page).locator('[aria-current]')).toHaveText(label);
  await expect(page.getByText('is not in this profile')).toHaveCount(0);
  await page.getByRole('button', { name: 'Menu of this frame' }).click();
  await page.getByRole('menuitem', { name: 'Show every frame' }).click();
  await expect(page).not.toHaveURL(/chains=/);
  await expect(page).toHaveURL(/focus=/);
  await expect(path(page).locator('[aria-current]')).not.toHaveText(CHAIN);
  await expect(page.getByText('is not in this profile')).toHaveCount(0);
});

test('finds a frame within a chain by search and by the key of an unfolded link', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&chains=folded`);
  await drawn(graphs(page), 50);
  await page.getByRole('textbox', { name: 'Search frames' }).fill('StandardHostValve');
  await expect(page.getByText(/^[\d.]+ % of all samples in 1 function/).first()).toBeVisible();
  const stack = ['java.lang:Thread:run', 'org.apache.tomcat.util.threads:TaskThread$WrappingRunnable:run'];
  await page.goto(`${GROUP}?${RANGE}&chains=folded&focus=${pathKeyOf(stack)}`);
  await drawn(graphs(page), 20);
  await expect(page.getByText('is not in this profile')).toHaveCount(0);
  await expect(path(page).locator('[aria-current]')).toBeVisible();
});

test('never folds own code, and folds comparisons too', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&chains=folded&colours=mine&mine=org.apache.catalina`);
  await drawn(graphs(page), 50);
  await expect(labelled(page).filter({ hasText: 'StandardHostValve.invoke' }).first()).toBeVisible();
  await page.goto(`${GROUP}?${RANGE}&chains=folded&view=compare`);
  await drawn(graphs(page), 50);
  await expect(chain(page)).toBeVisible();
});
