import { expectNoSeriousViolations } from './axe';
import { CANARY, farmPath, GROUP, settled } from './pages';
import { expect, type Page, test } from './test';

const star = (page: Page) => page.getByRole('button', { name: 'Favourite', exact: true });
const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' });

/** Opens the menu, and returns the texts of its links. */
async function openMenu(page: Page): Promise<string[]> {
  await pages(page).getByRole('button', { name: 'Favourites' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  return page.getByRole('menuitem').allTextContents();
}

test('keeps favourites and what was seen last in the browser, and leads to them', async ({ page }) => {
  test.slow();
  await page.goto(CANARY);
  await settled(page);
  await expect(star(page)).toHaveAttribute('aria-pressed', 'false');
  await star(page).click();
  await expect(star(page)).toHaveAttribute('aria-pressed', 'true');
  await page.goto(await farmPath(page.request));
  await settled(page);
  await page.goto(`${GROUP}?from=now-1h&to=now`);
  await settled(page);
  expect(await openMenu(page)).toEqual(['sample-login-flow', 'sample-checkout-service', 'Sample farm']);
  await expectNoSeriousViolations(page);
  await page.getByRole('menuitem', { name: 'sample-login-flow' }).click();
  await expect(page).toHaveURL(/\/canaries\/sample-login-flow\?.*from=now-1h/);
  await settled(page);
  await page.reload();
  await settled(page);
  await expect(star(page)).toHaveAttribute('aria-pressed', 'true');
  await star(page).press('Enter');
  await expect(star(page)).toHaveAttribute('aria-pressed', 'false');
  await pages(page).getByRole('button', { name: 'Favourites' }).click();
  await expect(page.getByRole('menu')).toContainText('None yet. The star beside the name');
});

test('ignores what it can’t read in the browser', async ({ page }) => {
  const script = '<img src=x onerror=document.title=1>';
  await page.addInitScript((name) => {
    localStorage.setItem('triptych-recent', '{"broken":');
    const farm = `farm-${'0'.repeat(32)}`;
    const kept = [{ kind: 'canary', id: '../x', name: 'x' }, { kind: 'farm', id: farm, name }, 7];
    localStorage.setItem('triptych-favourites', JSON.stringify(kept));
  }, script);
  await page.goto('/links');
  await settled(page);
  expect(await openMenu(page)).toEqual([script]);
  expect(await page.title()).not.toBe('1');
});

test('offers favourites in the menu of a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(CANARY);
  await settled(page);
  await star(page).click();
  await page.getByRole('button', { name: 'Open the menu' }).click();
  expect(await openMenu(page)).toEqual(['sample-login-flow']);
  const box = await page.getByRole('menu').boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  await page.getByRole('menuitem', { name: 'sample-login-flow' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
