import { readFile, rm, writeFile } from 'node:fs/promises';
import type { Download, Locator } from '@playwright/test';
import { openFailed } from './failed-run';
import { type Picture, pictureOf, share } from './kept-picture';
import { GROUP, settled } from './pages';
import { EXPORTED, TEST_NOW } from './servers';
import { expect, type Page, test } from './test';
import { TriptychProcess } from './triptych-process';

// The tests take the same links from one dashboard to others.
test.describe.configure({ mode: 'serial' });
const DASHBOARD = `http://127.0.0.1:${EXPORTED.port}`;
const ELSEWHERE = `${EXPORTED.data}-elsewhere`;
const RANGE = '?from=now-3h&to=now&tz=Europe/Berlin';
const WITHOUT_CREDENTIALS = {
  ...{ AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: '/dev/null' },
  ...{ AWS_SHARED_CREDENTIALS_FILE: '/dev/null', AWS_REGION: '', AWS_ACCESS_KEY_ID: '' },
  TRIPTYCH_NOW: TEST_NOW,
};

let triptych: TriptychProcess | undefined;
/** What pages showed when they were shared, their links, and the files of these. */
const exported: { link: string; before: Picture; file: string }[] = [];

test.beforeAll(async () => {
  for (const folder of [EXPORTED.data, ELSEWHERE]) await rm(folder, { recursive: true, force: true });
  await start(['--data', EXPORTED.data, '--now', TEST_NOW]);
});
test.afterAll(() => triptych?.stop());

async function start(args: string[], env: Record<string, string> = {}): Promise<void> {
  await triptych?.stop();
  const ports = ['--port', String(EXPORTED.port)];
  if (!args.includes('--aws')) ports.push('--local-aws-port', String(EXPORTED.localAwsPort));
  triptych = new TriptychProcess([...args, ...ports], env);
  await triptych.printed(/triptych listening on /);
}

async function saved(page: Page, press: () => Promise<void>): Promise<Download> {
  const download = page.waitForEvent('download');
  await press();
  return download;
}

async function expectSame(page: Page, { link, before }: { link: string; before: Picture }): Promise<void> {
  await page.goto(link);
  await expect(async () => expect(await pictureOf(page)).toEqual(before)).toPass();
}

test('exports a page as it is shared', async ({ page }) => {
  test.slow();
  for (const path of ['/', GROUP]) {
    await page.goto(`${DASHBOARD}${path}${RANGE}`);
    const before = await pictureOf(page);
    const link = await share(page);
    const download = await saved(page, () =>
      page.getByRole('button', { name: 'export it to a file' }).click(),
    );
    expect(download.suggestedFilename()).toMatch(/^triptych_.+-UTC\+0100_kept-2026-11-24T143210Z\.zip$/);
    const file = `${EXPORTED.data}/exported-${exported.length}.zip`;
    await download.saveAs(file);
    exported.push({ link, before, file });
  }
});

test('names the rows of the overview in the page that is saved of it', async ({ page }) => {
  await page.goto(exported[0]?.link ?? '');
  await settled(page);
  const rows = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('img') });
  const names = await rows.getByRole('link').allInnerTexts();
  expect(names).toContain('sample-checkout');
  const download = await saved(page, () => page.getByRole('button', { name: 'Save as HTML page' }).click());
  const html = await readFile(await download.path(), 'utf8');
  for (const name of names) expect(html).toContain(`<span>${name}</span>`);
});

test('saves the open screenshot of a run in the page', async ({ page, browser }) => {
  test.slow();
  await openFailed(page, DASHBOARD);
  await page
    .getByRole('button', { name: /^Screenshot/ })
    .first()
    .click();
  await expect(page.getByRole('img', { name: /^Screenshot / })).toBeVisible();
  const link = await share(page);
  await page.goto(link);
  await settled(page);
  const download = await saved(page, () => page.getByRole('button', { name: 'Save as HTML page' }).click());
  const path = test.info().outputPath('run.html');
  await download.saveAs(path);
  const context = await browser.newContext({ offline: true });
  const alone = await context.newPage();
  await alone.goto(`file://${path}`);
  const picture = alone.getByRole('img', { name: /^Screenshot / });
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
  await context.close();
});

test('opens a file on another data folder, without AWS and credentials', async ({ page }) => {
  test.slow();
  const [first] = exported;
  if (!first) throw new Error('Nothing was exported.');
  await start(['open', first.file, '--aws', '--data', ELSEWHERE], WITHOUT_CREDENTIALS);
  expect(await triptych?.printed(/triptych opened “Overview, .+” at (http:\S+)/)).toBe(first.link);
  await expectSame(page, first);
});

test('opens a file on the page of links', async ({ page }) => {
  test.slow();
  const [, second] = exported;
  if (!second) throw new Error('Nothing was exported.');
  await page.goto(`${DASHBOARD}/links`);
  await page.locator('input[type=file]').setInputFiles(second.file);
  await expect(page.getByRole('complementary', { name: 'Shared link' })).toContainText('as it was kept at');
  await expectSame(page, second);
  await page.goto(`${DASHBOARD}/links`);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3);
});

test('exports the same from the page of a link and from the list', async ({ page }) => {
  const [first] = exported;
  await page.goto(first?.link ?? '');
  const ofPage = await saved(page, () => page.getByRole('button', { name: 'Export', exact: true }).click());
  await page.goto(`${DASHBOARD}/links`);
  const row = page.getByRole('row').filter({ hasText: 'Overview' });
  const ofList = await saved(page, () => row.getByRole('link', { name: /^Export/ }).click());
  expect(ofList.suggestedFilename()).toBe(ofPage.suggestedFilename());
});

test('saves a page that shows the same figures without Triptych and a network', async ({ page, browser }) => {
  test.slow();
  const { link = '' } = exported[1] ?? {};
  await page.goto(link);
  await settled(page);
  const figures = await page.getByRole('main').innerText();
  const shares = [...new Set(figures.match(/\d[\d,]* samples|\d+\.\d %/g))];
  expect(shares.length).toBeGreaterThan(5);
  const download = await saved(page, () => page.getByRole('button', { name: 'Save as HTML page' }).click());
  expect(download.suggestedFilename()).toMatch(/^triptych_.+\.html$/);
  const path = test.info().outputPath('page.html');
  await download.saveAs(path);

  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
  const alone = await context.newPage();
  const problems: string[] = [];
  alone.on('console', (message) => problems.push(message.text()));
  alone.on('pageerror', (error) => problems.push(error.message));
  alone.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) problems.push(request.url());
  });
  await alone.goto(`file://${path}`);
  const text = await alone.locator('body').innerText();
  for (const share of shares) expect(text).toContain(share);
  const frames = alone.locator('.d3-flame-graph .frame');
  const width = (frame: Locator) => frame.evaluate((box) => box.getBoundingClientRect().width);
  const narrow = frames.filter({ hasText: 'Math.sqrt' }).first();
  const before = await width(narrow);
  await narrow.click();
  await expect.poll(() => width(narrow)).toBeGreaterThan(2 * before);
  await alone.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(() => width(narrow)).toBeCloseTo(before, 0);
  await alone.getByLabel('Search frames').fill('math.sqrt');
  await expect(alone.getByRole('status')).toContainText(/Matching boxes with their callees: \d+\.\d % /);
  expect(problems).toEqual([]);
  await context.close();
});

test('refuses a file that is no exported link, on the page and on the command line', async ({ page }) => {
  const file = test.info().outputPath('notes.zip');
  await writeFile(file, 'notes');
  const sentence = 'This file was not opened, because it is not a zip file, or is damaged or cut off.';
  await page.goto(`${DASHBOARD}/links`);
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText(sentence)).toBeVisible();
  const refused = new TriptychProcess(['open', file, '--data', test.info().outputPath('data')]);
  expect((await refused.ended).status).toBe(1);
  expect(refused.output).toContain(sentence);
});
