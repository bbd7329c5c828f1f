import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { farmPath, panel } from './pages';
import { NAMES, TEST_NOW } from './servers';
import { expect, type Page, test } from './test';
import { TriptychProcess } from './triptych-process';

// One dashboard for all, whose configuration the last test changes.
test.describe.configure({ mode: 'default' });
test.use({ baseURL: `http://127.0.0.1:${NAMES.port}` });

const HTML = `<img src=x onerror=document.title=1>${'x'.repeat(476)}`;
const MARIA = 'f9c1f3f0-1031-70dc-4d25-30d7225b04a0';
const ROLE = 'arn:aws:sts::123456789012:assumed-role/Admin';

/** A session of an hour for each of: farm, queue, job, user, cost in US dollars. */
const SESSIONS: [string, string, string, string, number][] = [
  ['Users', 'q', 'j1', `${ROLE}/jane-doe`, 1],
  ['Users', 'q', 'j2', `${ROLE}/john-roe`, 2],
  ['Users', 'q', 'j3', MARIA, 4],
  ['Odd', 'lighting', HTML, 'ann', 8],
  ['Odd', 'Lighting', 'shot\u202egnp.exe', 'ann', 4],
  ['Odd', 'comp', 'shotgnp.exe', 'ann', 2],
];

const csv = [
  'farm,queue,fleet,job,user,usage_type,instance_type,license_product,started,ended,cost_usd',
  ...SESSIONS.map(
    ([farm, queue, job, user, cost]) =>
      `${farm},${queue},cpu,${job},${user},COMPUTE,c6i.4xlarge,,2026-11-20T10:00:00Z,2026-11-20T11:00:00Z,${cost}`,
  ),
].join('\n');

const RANGE = 'from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z';

let triptych: TriptychProcess;
let people: string;

test.beforeAll(async () => {
  const data = test.info().outputPath('data');
  await mkdir(data, { recursive: true });
  const sessions = join(data, 'sessions.csv');
  await writeFile(sessions, csv);
  const importing = ['--import', 'tsx', 'bin/local-aws.ts', 'import-sessions', sessions, '--data', data];
  await promisify(execFile)(process.execPath, importing);
  people = join(data, 'people.json');
  await writeFile(people, JSON.stringify({ users: [{ id: MARIA, name: 'Maria Lopez', team: 'FX' }] }));
  const ports = ['--port', String(NAMES.port), '--local-aws-port', String(NAMES.localAwsPort)];
  triptych = new TriptychProcess(['--data', data, '--no-sample', '--now', TEST_NOW, ...ports], {
    TRIPTYCH_CONFIG: people,
  });
  await triptych.printed(/triptych listening on (http:\S+)/);
});
test.afterAll(() => triptych.stop());

async function open(page: Page, farm: string, group: string): Promise<void> {
  await page.goto(`${await farmPath(page.request, farm)}?${RANGE}&group=${group}`);
}

const row = (page: Page, name: string) => panel(page, 'Rows').getByRole('row').filter({ hasText: name });

test('names users as the configuration does, and roles by the ends of their ARNs', async ({ page }) => {
  await open(page, 'Users', 'user');
  await expect(row(page, 'Maria Lopez')).toContainText('4.00');
  await expect(row(page, 'john-roe (Admin)')).toContainText('2.00');
  await expect(row(page, 'jane-doe (Admin)')).toContainText('1.00');
  await expect(panel(page, 'Cost').getByRole('list')).toContainText('Maria Lopez');
});

test('groups users by team, and goes from a team to its users', async ({ page }) => {
  await open(page, 'Users', 'queue');
  await page.getByRole('toolbar', { name: 'Statistics' }).getByRole('combobox', { name: 'Group by' }).click();
  await page.getByRole('option', { name: 'Team', exact: true }).click();
  await expect(page).toHaveURL(/group=team/);
  const totals = panel(page, 'Totals');
  const group = (name: string) => totals.getByRole('row').filter({ hasText: name });
  await expect(totals.getByRole('columnheader').first()).toContainText('Team');
  await expect(group('FX').getByRole('cell').first()).toHaveText('4.00');
  await expect(group('No team').getByRole('cell').first()).toHaveText('3.00');
  await expect(totals.locator('tfoot').getByRole('cell').first()).toHaveText('7.00');
  await expect(row(page, 'FX')).toContainText('4.00');
  await group('FX').getByRole('link', { name: 'FX' }).click();
  await expect(page).toHaveURL(/group=user/);
  await expect(group('Maria Lopez').getByRole('cell').first()).toHaveText('4.00');
  await expect(totals.locator('tfoot').getByRole('cell').first()).toHaveText('4.00');
});

test('shows HTML in a name as text, and tells names alike apart', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, 'Odd', 'queue,job');
  await expect(row(page, '<img src=x')).toContainText('8.00');
  await expect(row(page, '<img src=x')).toContainText(/lighting \(…[0-9a-f]{6}\)/);
  await expect(row(page, 'Lighting (…').filter({ hasText: '4.00' })).toContainText(
    /shotgnp\.exe \(…[0-9a-f]{6}\)/,
  );
  await expect(row(page, 'comp')).toContainText(/shotgnp\.exe \(…[0-9a-f]{6}\)/);
  expect(await page.locator('img[src=x]').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: 'Queues' }).click();
  await expect(page.getByRole('option', { name: /^Lighting \(…[0-9a-f]{6}\)$/ })).toBeVisible();
});

test('reports a mistake in the configuration with its line, and keeps the names', async ({ page }) => {
  await writeFile(people, `{\n"users": [\n{ "id": "${MARIA}", "nmae": "Maria" }\n] }`);
  await open(page, 'Users', 'user');
  await expect(page.getByRole('note')).toContainText(
    'people.json, line 3, column 57: users[0] has an unknown member nmae',
  );
  await expect(row(page, 'Maria Lopez')).toContainText('4.00');
});
