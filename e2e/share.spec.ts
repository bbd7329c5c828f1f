import { rm } from 'node:fs/promises';
import { expectNoSeriousViolationsInBothSchemes } from './axe';
import { drawn, graphs } from './graph';
import { type Picture, pictureOf, share } from './kept-picture';
import { CANARY, expectNoSidewaysScroll, GROUP, panel, settled } from './pages';
import { SHARED, TEST_NOW } from './servers';
import { expect, type Page, test } from './test';
import { TriptychProcess } from './triptych-process';

// The tests take one dashboard through the years.
test.describe.configure({ mode: 'serial' });
const DASHBOARD = `http://127.0.0.1:${SHARED.port}`;
const FOUR_YEARS_LATER = '2030-11-24T14:32:10Z';
const RANGE = '?from=now-3h&to=now&tz=Europe/Berlin';
const WHY = '/why?canary=sample-login-flow&from=2026-11-24T12:25:17.350Z&to=2026-11-24T12:45:18Z';

let triptych: TriptychProcess | undefined;
/** What pages showed when they were shared, and their links. */
const shared: { path: string; link: string; before: Picture }[] = [];

test.beforeAll(async () => {
  await rm(SHARED.data, { recursive: true, force: true });
  await start(['--now', TEST_NOW]);
});
test.afterAll(() => triptych?.stop());

async function start(args: string[], env: Record<string, string> = {}): Promise<void> {
  await triptych?.stop();
  const ports = ['--port', String(SHARED.port)];
  if (!args.includes('--aws')) ports.push('--local-aws-port', String(SHARED.localAwsPort));
  triptych = new TriptychProcess([...args, ...ports, '--data', SHARED.data], env);
  await triptych.printed(/triptych listening on /);
}

/** Expects that each link shows what its page showed. */
async function expectSame(page: Page): Promise<void> {
  for (const { path, link, before } of shared) {
    await page.goto(link);
    await expect(page.getByRole('complementary', { name: 'Shared link' })).toContainText('as it was kept at');
    // Panels that wait for one another have pauses without requests.
    await expect(async () => {
      const after = await pictureOf(page);
      expect(after.text, path).toBe(before.text);
      expect(after.shapes, path).toEqual(before.shapes);
    }).toPass();
  }
}

test('shares every kind of page', async ({ page, request }) => {
  test.slow();
  const farms = await (await request.get(`${DASHBOARD}/api/farms`)).json();
  await page.goto(`${DASHBOARD}${WHY}`);
  const code = await pictureOf(page);
  shared.push({ path: WHY, link: await share(page), before: code });
  const farmId: string = farms.data[0].farmId;
  const priced = `${GROUP}${RANGE}&cost=${farmId}`;
  for (const path of ['/', GROUP, priced, `/farms/${farmId}`, '/farms', '/canaries', CANARY]) {
    await page.goto(`${DASHBOARD}${path.includes('?') ? path : `${path}${RANGE}`}`);
    if (path === priced) await expect(page.getByRole('main')).toContainText('Cost of all samples');
    const before = await pictureOf(page);
    shared.push({ path, link: await share(page), before });
  }
});

test('shows the same to others, without asking AWS', async ({ page }) => {
  test.slow();
  await expectSame(page);
});

test('sends with the page of a shared overview what its lanes show', async ({ page }) => {
  let requested: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/api\/(?!links\/)/.test(pathname)) requested.push(pathname);
  });
  // What a busy server can't read in time, the browser requests.
  await expect(async () => {
    requested = [];
    await page.goto(shared.find(({ path }) => path === '/')?.link ?? '');
    await settled(page);
    await expect(panel(page, 'Farm cost')).toContainText(/\$\d/);
    expect(requested).toEqual([]);
  }).toPass();
});

test('zooms and searches in a shared profile', async ({ page }) => {
  const link = shared.find(({ path }) => path === GROUP)?.link ?? '';
  await page.goto(link);
  await settled(page);
  await page.getByRole('textbox', { name: 'Search frames' }).fill('CartService');
  await expect(page).toHaveURL(/search=CartService/);
  await settled(page);
  await expect(page.getByText(/\d+ matches/).first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
});

/** Opens the difference of the link of a page. */
async function openDifference(page: Page, path: RegExp | string): Promise<void> {
  const found = shared.find((each) => (typeof path === 'string' ? each.path === path : path.test(each.path)));
  await page.goto(found?.link ?? '');
  await page.getByRole('link', { name: 'See the difference' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Then and now: ');
  await settled(page);
}

/** The cells of a row of the figures then and now: then, now, and their difference. */
const figures = (page: Page, part: string, label: string) =>
  page
    .getByRole('table', { name: `${part}, then and now` })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) })
    .getByRole('cell');

test('shows each kind of page as it was kept, as it is now, and the difference', async ({ page }) => {
  test.slow();
  for (const [path, part, label] of [
    ['/', 'Canaries', 'Failed runs of all'],
    ['/', 'Farm cost', 'Total'],
    [WHY, 'Profile', 'Samples'],
    [GROUP, 'Profile', 'Samples'],
    ['/farms', 'Farms', 'Sample farm'],
    [/^\/farms\/farm-/, 'Farm cost', 'Total'],
    ['/canaries', 'Canaries', 'Failed runs of all'],
    [CANARY, 'Canaries', 'Finished runs'],
  ] as const) {
    await openDifference(page, path);
    const cells = figures(page, part, label);
    await expect(cells.nth(0), `${path}`).toHaveText(/\d/);
    // The dashboard's clock has not moved, so that AWS has the same.
    await expect(cells.nth(1), `${path}`).toHaveText((await cells.nth(0).textContent()) ?? '');
    await expect(cells.nth(2), `${path}`).toHaveText('same');
  }
});

test('draws the difference of a kept profile and the present one', async ({ page }) => {
  test.slow();
  await openDifference(page, GROUP);
  await expect(panel(page, 'Profile')).toContainText('Then 24 Nov 2026, 12:30 – 15:3');
  await page.getByRole('link', { name: 'Flame graph of the differences' }).click();
  await drawn(graphs(page), 50);
  await expect(panel(page, 'Baseline')).toContainText('As it was kept at 24 Nov 2026, 15:32:10 UTC+01:00');
  await expect(page.getByRole('button', { name: 'Swap' })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Baseline’s time' }).click();
  await page.getByRole('option', { name: 'A week before' }).click();
  await expect(page).not.toHaveURL(/baselineKept/);
  await expect(panel(page, 'Baseline')).not.toContainText('As it was kept');
});

test('shows the difference without axe violations, also on a narrow screen', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ colorScheme: 'light' });
  await openDifference(page, '/');
  await expect(figures(page, 'Farm cost', 'Total').nth(2)).toHaveText('same');
  await expect(page.getByRole('radiogroup', { name: 'Time compared:' })).toBeVisible();
  await expect(page.locator('#range-picker')).toHaveCount(0);
  await expectNoSeriousViolationsInBothSchemes(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await settled(page);
  await expectNoSidewaysScroll(page);
  await page.goto(`${DASHBOARD}/links`);
  const revoke = page.getByRole('button', { name: /^Revoke the link/ }).first();
  const { x = 0, width = 0 } = (await revoke.boundingBox()) ?? {};
  expect(x + width).toBeLessThanOrEqual(360);
});

test('says what a link does not keep', async ({ page }) => {
  const link = shared.find(({ path }) => path === CANARY)?.link ?? '';
  await page.goto(link);
  await settled(page);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Profiles' }).click();
  await expect(page.getByRole('main')).toContainText('This link does not keep this.');
});

test('shows the same four years later, when AWS has nothing of it left', async ({ page }) => {
  test.slow();
  await start(['--now', FOUR_YEARS_LATER, '--no-sample']);
  await expectSame(page);
  await page.getByRole('link', { name: 'See it as it is now' }).click();
  await expect(page.getByRole('main')).not.toContainText('as it was kept at');
  await expect(page.getByRole('heading', { name: /not found/i })).toBeVisible();
});

test('has the kept figures and why the present ones are unknown, when a group and a farm are gone', async ({
  page,
}) => {
  test.slow();
  await openDifference(page, GROUP);
  const samples = figures(page, 'Profile', 'Samples');
  await expect(samples.nth(0)).toHaveText(/^[\d,]+$/);
  await expect(samples.nth(1)).toHaveText('unknown');
  await expect(samples.nth(2)).toHaveText('unknown');
  await expect(panel(page, 'Profile')).toContainText(/Now .* 2030.*profiling group/);
  await openDifference(page, /^\/farms\/farm-/);
  await expect(figures(page, 'Farm cost', 'Total').nth(0)).toHaveText(/^\$[\d,]+\.\d\d$/);
  await expect(figures(page, 'Farm cost', 'Total').nth(1)).toHaveText('unknown');
});

test('shows the same on an instance without AWS credentials', async ({ page }) => {
  test.slow();
  await start(['--aws'], {
    ...{ AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: '/dev/null' },
    ...{ AWS_SHARED_CREDENTIALS_FILE: '/dev/null', AWS_REGION: '', AWS_ACCESS_KEY_ID: '' },
    TRIPTYCH_NOW: FOUR_YEARS_LATER,
  });
  await expectSame(page);
});

test('lists, renames and revokes links', async ({ page }) => {
  await page.goto(`${DASHBOARD}/links`);
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(shared.length + 1);
  const row = rows.filter({ hasText: CANARY });
  await row.getByRole('button', { name: /^Rename/ }).click();
  await page.getByLabel('Name', { exact: true }).fill('The outage of Tuesday');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(row).toContainText('The outage of Tuesday');
  await row.getByRole('button', { name: /^Revoke/ }).click();
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(rows).toHaveCount(shared.length);
  await page.goto(shared.find(({ path }) => path === CANARY)?.link ?? '');
  await expect(page.getByRole('main')).toContainText('This link was revoked, or it never existed.');
});

test('waits for what the page still loads', async ({ page }) => {
  test.slow();
  await start(['--now', TEST_NOW]);
  await page.goto(`${DASHBOARD}/?from=now-2h&to=now`);
  const link = await share(page);
  const before = await pictureOf(page);
  await page.goto(link);
  await expect(async () => expect(await pictureOf(page)).toEqual(before)).toPass();
});
