import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { farmFigures, farmPath, panel } from './pages';
import { IMPORTED } from './servers';
import { expect, type Page, test } from './test';
import { TriptychProcess } from './triptych-process';

// In series, because they share a dashboard of their own.
test.describe.configure({ mode: 'default' });
test.use({ baseURL: `http://127.0.0.1:${IMPORTED.port}` });

const HEADER = 'farm,queue,fleet,job,user,usage_type,instance_type,license_product,started,ended,cost_usd';

const line = (
  farm: string,
  queue: string,
  user: string,
  startedAt: number,
  minutes: number,
  costUsd: number,
) =>
  [
    ...[farm, queue, 'fleet', `job of ${user}`, user, 'COMPUTE', 'c6i.4xlarge', ''],
    ...[new Date(startedAt).toISOString(), new Date(startedAt + minutes * MINUTE).toISOString(), costUsd],
  ].join();

const CLOCK_CHANGE = Array.from({ length: 26 }, (_, hour) =>
  line('Dst', 'q', 'u', Date.parse('2026-10-24T22:00:00Z') + hour * HOUR, 59, 1),
);
const TWELVE_QUEUES = Array.from({ length: 300 }, (_, n) =>
  line('Big', `q${n % 12}`, `user${n}`, Date.parse('2026-11-20T00:00:00Z') + (n % 96) * HOUR, 30, 0.01),
);

let data: string;
let triptych: TriptychProcess;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  data = await mkdtemp(join(tmpdir(), 'triptych-imported-'));
  const file = join(data, 'sessions.csv');
  await writeFile(file, [HEADER, ...CLOCK_CHANGE, ...TWELVE_QUEUES].join('\n'));
  const command = ['--import', 'tsx', 'bin/local-aws.ts', 'import-sessions', file, '--data', data];
  await promisify(execFile)(process.execPath, command);
  const ports = ['--port', String(IMPORTED.port), '--local-aws-port', String(IMPORTED.localAwsPort)];
  triptych = new TriptychProcess(['--data', data, '--no-sample', '--now', '2026-11-26T12:00:00Z', ...ports]);
  await triptych.printed(/triptych listening on (http:\S+)/);
});

test.afterAll(async () => {
  await triptych.stop();
  await rm(data, { recursive: true, force: true });
});

async function openFarm(page: Page, name: string, query: string): Promise<void> {
  await page.goto(`${await farmPath(page.request, name)}?${query}`);
}

test('adds up all twelve queues of a farm, of which AWS takes ten at once', async ({ page }) => {
  await openFarm(page, 'Big', 'from=2026-11-20T00:00:00Z&to=2026-11-25T00:00:00Z');
  const figures = farmFigures(page);
  await expect(figures).toContainText(/Total cost\s*\$3\.00/);
  await expect(figures).toContainText(/Usage records\s*300/);
  await expect(page.getByText(/^All 12 queues\./)).toBeVisible();
  await expect(panel(page, 'Cost')).toContainText('$3.00 in the range · one bar per day');
});

test('has a day of 25 hours where the clocks change', async ({ page }) => {
  await openFarm(
    page,
    'Dst',
    'from=2026-10-23T22:00:00Z&to=2026-10-26T23:00:00Z&tz=Europe/Berlin&period=DAILY',
  );
  await expect(panel(page, 'Cost')).toContainText('$26.00 in the range · one bar per day');
  const table = page.getByRole('table', { name: 'Cost, per day by queue' });
  await expect(table.getByRole('row').nth(0)).toContainText('Time, Europe/Berlin (UTC+02:00, UTC+01:00)');
  await expect(table.getByRole('row').nth(1)).toContainText(/24 Oct 2026\s*none/);
  await expect(table.getByRole('row').nth(2)).toContainText(/25 Oct 2026\s*\$25\.00/);
  await expect(table.getByRole('row').nth(3)).toContainText(/26 Oct 2026\s*\$1\.00/);
  await expect(page.getByText('The clocks of')).toHaveCount(0);
});

test('tells apart the two hours from 02:00 to 03:00', async ({ page }) => {
  await openFarm(page, 'Dst', 'from=2026-10-24T22:00:00Z&to=2026-10-25T06:00:00Z&tz=Europe/Berlin');
  const rows = panel(page, 'Rows').getByRole('row');
  await expect(rows).toHaveCount(9);
  await expect(rows.filter({ hasText: '25 Oct 2026 02:00 UTC+02:00' })).toContainText('1.00');
  await expect(rows.filter({ hasText: '25 Oct 2026 02:00 UTC+01:00' })).toContainText('1.00');
  await expect(rows.filter({ hasText: '25 Oct 2026 03:00' })).toContainText('1.00');
});

test('lists the groups that are gone when the range itself is empty', async ({ page }) => {
  await openFarm(page, 'Dst', 'from=2026-10-27T00:00:00Z&to=2026-10-29T00:00:00Z');
  await expect(page.getByText('No sessions in this range.')).toBeVisible();
  const totals = panel(page, 'Totals');
  await expect(totals).toContainText('1 group is gone since the earlier period.');
  await expect(totals.locator('tbody').getByRole('row')).toContainText(['gone']);
});
