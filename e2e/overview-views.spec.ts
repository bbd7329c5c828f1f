import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectNoSeriousViolationsInBothSchemes } from './axe';
import { expectNoSidewaysScroll, farmIdOf, panel, settled } from './pages';
import { OVERVIEW, TEST_NOW } from './servers';
import { expect, type Page, test } from './test';
import { TriptychProcess } from './triptych-process';

// One dashboard for all, whose configuration the last test changes.
test.describe.configure({ mode: 'default' });
test.use({ baseURL: `http://127.0.0.1:${OVERVIEW.port}` });

const RANGE = 'from=2026-11-24T08:00:00Z&to=2026-11-24T14:32:00Z';
const FRAME = 'com.acme.checkout.web:CartController:applyVoucher';

const CHECKOUT = {
  name: 'Checkout',
  canaries: ['sample-check*', 'sample-login-flow', 'gone-*'],
  profilingGroups: ['sample-checkout*'],
  frame: FRAME,
};
const MISSING = { name: 'Old farm', farm: `farm-${'0'.repeat(32)}` };

let triptych: TriptychProcess;
let file: string;

const write = (views: object[]) => writeFile(file, JSON.stringify({ views }));

test.beforeAll(async ({ playwright }) => {
  const data = test.info().outputPath('data');
  await mkdir(data, { recursive: true });
  file = join(data, 'views.json');
  await write([CHECKOUT, MISSING]);
  const ports = ['--port', String(OVERVIEW.port), '--local-aws-port', String(OVERVIEW.localAwsPort)];
  triptych = new TriptychProcess(['--data', data, '--now', TEST_NOW, ...ports], { TRIPTYCH_CONFIG: file });
  const baseURL = await triptych.printed(/triptych listening on (http:\S+)/);
  const request = await playwright.request.newContext({ baseURL });
  const farm = await farmIdOf(request, 'Sample farm (small)');
  await request.dispose();
  await write([CHECKOUT, { name: 'Rendering', canaries: ['sample-store-finder'], farm }, MISSING]);
});
test.afterAll(() => triptych.stop());

const choice = (page: Page) => page.getByRole('combobox', { name: 'View' });
const rowsOf = (page: Page, title: string) => panel(page, title).getByRole('listitem');

test('shows only what belongs together, and the share of its frame', async ({ page }) => {
  await page.goto(`/?${RANGE}&view=Checkout`);
  await settled(page);
  await expect(panel(page, 'Farm cost')).toHaveCount(0);
  const canaries = panel(page, 'Canaries');
  await expect(canaries).toContainText('2 of 2 up');
  await expect(canaries).toContainText('No canary in the list matches gone-* of this view.');
  await expect(canaries.getByRole('link', { name: /^sample-/ })).toHaveText([
    'sample-checkout',
    'sample-login-flow',
  ]);
  await expect(page.locator('main')).toContainText('No canary of this view is failing or silent.');
  const profiles = panel(page, 'Profiles');
  await expect(profiles).toContainText(/Share of all samples with CartController.applyVoucher on the stack/);
  await expect(rowsOf(page, 'Profiles')).toContainText([/newest \d+\.\d %, highest \d+\.\d %/]);
  expect(await profiles.locator('svg[role="img"] rect').count()).toBeGreaterThan(70);
});

test('chooses a view in the URL, keeps it over a reload, and undoes it with Back', async ({ page }) => {
  await page.goto(`/?${RANGE}`);
  await settled(page);
  await expect(panel(page, 'Canaries')).toContainText('of 8 up');
  await choice(page).click();
  await page.getByRole('option', { name: 'Rendering' }).click();
  await expect(page).toHaveURL(/[?&]view=Rendering(&|$)/);
  await expect(panel(page, 'Profiles')).toHaveCount(0);
  await expect(panel(page, 'Canaries')).toContainText('0 of 1 up');
  await expect(panel(page, 'Farm cost').getByRole('link', { name: 'Sample farm (small)' })).toBeVisible();
  await expect(panel(page, 'Farm cost').getByRole('combobox', { name: 'Farm' })).toHaveCount(0);
  await page.reload();
  await expect(choice(page)).toHaveValue('Rendering');
  await page.goBack();
  await expect(choice(page)).toHaveValue('Everything');
  await expect(panel(page, 'Profiles')).toBeVisible();
});

test('says that the view of a link is unknown, and fixes the link', async ({ page }) => {
  await page.goto(`/?${RANGE}&view=${encodeURIComponent('<img src=x onerror=document.title=1>')}`);
  await settled(page);
  const alert = page
    .getByRole('alert')
    .filter({ hasText: 'isn’t in the configuration. Showing everything.' });
  await expect(alert).toContainText('The view “<img src=x onerror=document.title=1>” of this link');
  await expect(panel(page, 'Canaries')).toContainText('of 8 up');
  await alert.getByRole('button', { name: 'Fix the link' }).click();
  await expect(alert).toHaveCount(0);
  await expect(page).not.toHaveURL(/view=/);
});

test('says that the farm of a view is missing, instead of showing another one', async ({ page }) => {
  await page.goto(`/?${RANGE}&view=Old+farm`);
  await expect(panel(page, 'Farm cost')).toContainText(
    `The farm of this view, ${MISSING.farm}, isn’t in the list.`,
  );
  await expect(panel(page, 'Canaries')).toHaveCount(0);
});

test('has no serious axe violations, light and dark, and fits a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`/?${RANGE}&view=Checkout`);
  await settled(page);
  await expectNoSidewaysScroll(page);
  await expectNoSeriousViolationsInBothSchemes(page);
});

test('keeps the views of before a mistake in the file, and names it', async ({ page }) => {
  await page.goto(`/?${RANGE}&view=Checkout`);
  await settled(page);
  await writeFile(file, '{ "views": [{ "name": "Checkout", "canaries": "all" }] }');
  await page.reload();
  await expect(page.getByRole('note').first()).toContainText(
    'Views may be missing or old, and nothing is recorded. views.json, line 1, column 47: views[0].canaries must be a list of 1 to 100',
  );
  await expect(choice(page)).toHaveValue('Checkout');
});
