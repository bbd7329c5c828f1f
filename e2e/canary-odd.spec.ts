import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HealthEvent } from '@/lib/canary/stream/health-event';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { OwnCanaries } from './own-canaries';
import { expectNoSidewaysScroll, panel, runTable } from './pages';
import { ODD_CANARY, TEST_NOW } from './servers';
import { expect, type Page, test } from './test';

// In series, because each test lets local-aws answer otherwise.
test.describe.configure({ mode: 'default' });
test.use({ baseURL: `http://127.0.0.1:${ODD_CANARY.port}` });

const NOW = Date.parse(TEST_NOW);
const RANGE = 'from=now-2h&to=now&tz=UTC';
const LOCATION = (name: string) =>
  `local-aws-canary-artifacts/canary/us-east-1/${name}-1a2-0123456789ab/2026/11/24/14/00-00-000`;

let own: OwnCanaries;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  own = await OwnCanaries.start(test.info().outputPath('data'), ODD_CANARY, '--no-sample');
});
test.afterEach(() => own.send('DELETE', '/_local-aws/faults'));
test.afterAll(() => own.stop());

/** A canary as AWS sends it. */
const canary = (Name: string, more: object = {}) => ({
  ...{ Id: `id-of-${Name}`, Name, Schedule: { Expression: 'rate(5 minutes)' }, Status: { State: 'RUNNING' } },
  Timeline: { Created: (NOW - 10 * HOUR) / 1000, LastStarted: (NOW - 10 * HOUR) / 1000 },
  ...more,
});

/** A run that started `minutes` before the test's now, and took a minute. */
const run = (Name: string, minutes: number, Status: object, more: object = {}) => ({
  ...{ Id: `${Name}-${minutes}`, ScheduledRunId: `s-${minutes}`, Name, Status },
  Timeline: { Started: (NOW - minutes * MINUTE) / 1000, Completed: (NOW - (minutes - 1) * MINUTE) / 1000 },
  ...more,
});

/** Opens the page of a canary about which AWS answers so. */
async function openWith(page: Page, one: { Name: string }, runs: object[]): Promise<void> {
  await own.answer('GetCanary', { Canary: one });
  await own.answer('GetCanaryRuns', { CanaryRuns: runs });
  await page.goto(`/canaries/${one.Name}?${RANGE}`);
}

const details = (page: Page) => page.getByLabel(/^Run of /);
const openRun = (page: Page, text: string | RegExp) =>
  runTable(page).getByRole('row').filter({ hasText: text }).getByRole('button').first().click();

test('shows a long reason with colours of terminals, right-to-left text and HTML as plain text', async ({
  page,
}) => {
  const reason = `\u001b[31mשגיאה\u001b[0m \u202egnp.exe <img src=x onerror=document.title=1>\n${'x'.repeat(11_000)}`;
  await page.setViewportSize({ width: 360, height: 740 });
  await openWith(page, canary('long'), [
    run('long', 2, { State: 'FAILED', StateReason: reason, StateReasonCode: 'CANARY_FAILURE' }),
    run('long', 7, { State: 'PASSED', StateReason: '', StateReasonCode: '' }),
  ]);
  await openRun(page, 'Failed');
  const text = details(page).getByLabel('Reason', { exact: true });
  await expect(text).toContainText('שגיאה gnp.exe <img src=x onerror=document.title=1>');
  await expect(text).toContainText(/11,05\d characters, shown without colours and control characters/);
  const shown = await page.locator('body').innerText();
  expect(['\u001b', '\u202e'].filter((mark) => shown.includes(mark))).toEqual([]);
  expect(await page.locator('img[src=x]').count()).toBe(0);
  await expectNoSidewaysScroll(page);
});

test('shows empty reasons, unknown words and an unreadable run for what they are', async ({ page }) => {
  const failed = { State: 'FAILED', StateReason: '', StateReasonCode: '', TestResult: '' };
  const words = { StateReason: 'Odd', StateReasonCode: 'SOMETHING_NEW', TestResult: 'MAYBE' };
  const place = { BrowserType: 'SAFARI', Location: 'mars-north-1' };
  await openWith(page, canary('words', { Status: { State: 'HIBERNATING', StateReason: 'Too cold' } }), [
    run('words', 2, failed, { ScheduledRunId: '', BrowserType: '', Location: '', ArtifactS3Location: '' }),
    run('words', 7, { State: 'PASSED', StateReason: '' }, { ScheduledRunId: '' }),
    run('words', 12, { State: 'FAILED', ...words }, place),
    run('words', 17, { State: 'PAUSED' }),
  ]);
  await expect(page.getByText('1 run in AWS’s answer can’t be read and is left out.')).toBeVisible();
  await expect(page.locator('dl > *').filter({ hasText: /^Availability/ })).toContainText(
    '1 of 3 scheduled runs',
  );
  await expect(panel(page, 'Settings')).toContainText('Hibernating');
  await openRun(page, 'Odd');
  await expect(details(page)).toContainText('SOMETHING_NEW');
  await expect(details(page)).toContainText('MAYBE');
  await expect(details(page)).toContainText('Safari');
  await expect(details(page)).toContainText('mars-north-1');
  await page.keyboard.press('End');
  await expect(details(page)).toContainText('AWS gave no reason for this failure.');
  await expect(details(page)).toContainText('AWS names no artifacts of this run.');
});

test('shows a canary that never started, and one whose schedule never fires', async ({ page }) => {
  const created = { Timeline: { Created: (NOW - HOUR) / 1000 } };
  const never = canary('never', { ...created, Status: { State: 'READY' } });
  const february = canary('february', { Schedule: { Expression: 'cron(0 9 31 2 ? *)' } });
  await own.answer('DescribeCanaries', { Canaries: [never, february] });
  await own.answer('DescribeCanariesLastRun', { CanariesLastRun: [] });
  await own.answer('GetCanaryRuns', { CanaryRuns: [] });
  await page.goto(`/canaries?${RANGE}`);
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('never')).toContainText('Never ran');
  await expect(row('never')).toContainText('no finished run');
  await expect(row('february')).toContainText('never');
  await own.answer('GetCanary', { Canary: never });
  await row('never').getByRole('link').click();
  await expect(panel(page, 'Runs')).toContainText('This canary has no runs, in this range or any other.');
  await expect(page.locator('dl').first()).toContainText('Never ran');
  await expect(page.locator('body')).not.toContainText(/NaN|undefined|Infinity|Invalid/);
});

/** Whether the dashboard's server has read a failed run of each canary. */
async function hasFailed(page: Page, names: readonly string[]): Promise<boolean> {
  const answer = await page.request.post('/api/canaries-health', {
    headers: { origin: new URL(page.url()).origin },
    data: { names, from: NOW - 2 * HOUR, to: NOW, now: NOW, bins: 4 },
  });
  const healths = new Map<string, boolean>();
  for (const line of (await answer.text()).trim().split('\n')) {
    const { type, name, health } = JSON.parse(line) as HealthEvent & { type: 'health' };
    if (type === 'health') healths.set(name, health.passed < health.finished);
  }
  return names.every((name) => healths.get(name));
}

test('reads the runs of all canaries again at a later present, also of those that are not in view', async ({
  page,
}) => {
  const COUNT = 120;
  const names = Array.from({ length: COUNT }, (_, n) => `many-${n}`);
  const failed = run('many', 1, { State: 'FAILED' });
  const answerWith = async (...runs: object[]) => {
    await own.send('DELETE', '/_local-aws/faults');
    await own.answer('DescribeCanaries', { Canaries: names.map((name) => canary(name)) });
    await own.answer('DescribeCanariesLastRun', { CanariesLastRun: [] });
    await own.answer('GetCanaryRuns', { CanaryRuns: runs });
  };
  const passed = Array.from({ length: 24 }, (_, n) => run('many', 4 + 5 * n, { State: 'PASSED' }));
  await answerWith(...passed);
  const asof = new Date(NOW - 2 * MINUTE).toISOString();
  await page.goto(`/canaries?${RANGE}&runs=failed&asof=${asof}`);
  const status = panel(page, 'All canaries').getByRole('status').first();
  // The server keeps the list of an earlier test for some seconds.
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await expect(status).toContainText(`0 of ${COUNT} canaries failed in the range.`, { timeout: 2000 });
  }).toPass();
  await answerWith(failed, ...passed);
  // The server reads newer runs every five seconds at most.
  for (const from of [0, 50, 100])
    await expect.poll(() => hasFailed(page, names.slice(from, from + 50))).toBe(true);
  await page.getByRole('button', { name: 'Return to the present' }).click();
  await expect(status).toContainText(`${COUNT} of ${COUNT} canaries failed in the range.`);
});

test('keeps what was read of a canary that is deleted between two pages', async ({ page }) => {
  const runs = Array.from({ length: 5 }, (_, n) => run('gone', 2 + 5 * n, { State: 'PASSED' }));
  await own.answer('GetCanary', { Canary: canary('gone') });
  // The second page is that of a canary that local-aws does not have.
  await own.answer('GetCanaryRuns', { CanaryRuns: runs, NextToken: 'next' }, 1);
  await page.goto(`/canaries/gone?${RANGE}`);
  await expect(panel(page, 'Runs').getByRole('alert')).toContainText('This canary does not exist');
  await expect(panel(page, 'Runs')).toContainText('4 attempts loaded');
});

test('reports archives and reports that are garbage or too large, and shows the other files', async ({
  page,
}) => {
  const folder = join(own.data, 'artifacts', LOCATION('garbage'));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'SyntheticsReport-FAILED.json'), '{"steps":');
  await writeFile(join(folder, 'garbage.har'), Buffer.from([0, 255, 216, 123]));
  await writeFile(join(folder, 'odd.har'), '{"log":{"entries":[1,{"request":{}},null]}}');
  await writeFile(join(folder, 'run.log'), '\u001b[31mred\u001b[0m');
  const large = await open(join(folder, 'large.har'), 'w');
  await large.truncate(50 * 1024 * 1024);
  await large.close();
  await openWith(page, canary('garbage'), [
    run('garbage', 2, { State: 'FAILED' }, { ArtifactS3Location: LOCATION('garbage') }),
  ]);
  await openRun(page, 'Failed');
  const notices = details(page).getByRole('alert');
  await expect(notices.first()).toContainText(
    'SyntheticsReport-FAILED.json can’t be shown, because it is not JSON.',
  );
  for (const [file, text] of [
    ['garbage.har', 'garbage.har can’t be shown, because it is not JSON.'],
    ['large.har', 'large.har has 50 MiB. At most 8 MiB are shown here.'],
  ] as const) {
    await details(page).getByRole('button', { name: file }).click();
    await expect(notices.last()).toContainText(text);
  }
  await details(page).getByRole('button', { name: 'odd.har' }).click();
  await expect(details(page)).toContainText('None of the 3 entries of the archive can be read.');
  await details(page).getByRole('button', { name: 'run.log' }).click();
  await expect(details(page)).toContainText('red');
});
