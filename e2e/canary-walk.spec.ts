import { formatDuration, HOUR, MINUTE } from '@/lib/time/duration';
import { fixed } from './numbers';
import { OwnCanaries, type RawRun } from './own-canaries';
import { allRuns, panel, runTable } from './pages';
import { figuresIn, missedBetween, scheduledIn } from './raw-runs';
import { CANARY_WALK, TEST_NOW } from './servers';
import { expect, type Page, test } from './test';

test.use({ baseURL: `http://127.0.0.1:${CANARY_WALK.port}` });

const NOW = Date.parse(TEST_NOW);
const SIX_HOURS = { from: NOW - 6 * HOUR, to: NOW };
const YESTERDAY = { from: Date.parse('2026-11-23T00:00:00Z'), to: Date.parse('2026-11-24T00:00:00Z') };

let own: OwnCanaries;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  own = await OwnCanaries.start(test.info().outputPath('data'), CANARY_WALK);
  await own.setClock('2026-11-24T14:10:00Z');
  await own.create({ name: 'shop-front', schedule: 'rate(5 minutes)' });
  own.status = 503;
  await own.runAt('2026-11-24T14:15:00Z', 'shop-front');
  own.status = 200;
  await own.runAt('2026-11-24T14:20:00Z', 'shop-front');
  await own.setClock(TEST_NOW);
});
test.afterAll(() => own.stop());

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
const figure = (page: Page, name: string) =>
  page
    .getByRole('main')
    .locator('dl')
    .first()
    .locator('> *')
    .filter({ hasText: new RegExp(`^${name}`) });
/** Rounded to two decimals, which whole percentages leave out. */
function shareOf({ passed, finished }: { passed: number; finished: number }): string {
  const percent = Math.round((10_000 * passed) / finished) / 100;
  return `${Number.isInteger(percent) ? percent : fixed(percent, 2)} %`;
}

/** The figures of the runs on screen, compared with those of AWS's runs. */
async function expectFigures(page: Page, runs: readonly RawRun[]): Promise<void> {
  const raw = figuresIn(runs, SIX_HOURS);
  await expect(figure(page, 'Availability')).toContainText(shareOf(raw));
  await expect(figure(page, 'Availability')).toContainText(`${raw.passed} of ${raw.finished} scheduled runs`);
  await expect(figure(page, 'Retries')).toContainText(`Retries${raw.retries}in`);
}

/** From the row that fails to the location, the retry and the artifacts of its newest run. */
async function walkToArtifacts(page: Page): Promise<void> {
  const runs = await own.runs('sample-store-finder');
  const failing = page.getByRole('table', { name: 'Canaries' }).getByRole('row').nth(1);
  await expect(failing).toContainText(/^sample-store-finder.*Failing.*in eu-west-1 \(of 3\)/s);
  await expect(failing).toContainText(shareOf(figuresIn(runs, SIX_HOURS)));
  await failing.getByRole('link', { name: 'sample-store-finder' }).click();
  await expectFigures(page, runs);

  await page.getByRole('combobox', { name: 'Location' }).click();
  await page.getByRole('option', { name: 'eu-west-1' }).click();
  await expect(page).toHaveURL(/location=eu-west-1/);
  const there = runs.filter(({ Location }) => Location === 'eu-west-1');
  await expectFigures(page, there);

  await page.getByText('Failed', { exact: true }).and(page.locator('label *')).click();
  const newest = scheduledIn(there, SIX_HOURS).find((attempts) => attempts.at(-1)?.Status.State === 'FAILED');
  await runTable(page).getByRole('row').nth(1).getByRole('button').click();
  const details = page.getByLabel(/^Run of /);
  await expect(details).toContainText('Retry 1');
  expect(new URL(page.url()).searchParams.get('run')).toBe(newest?.at(-1)?.Id);
  await details.getByRole('button', { name: /^First attempt/ }).click();
  await expect(page).toHaveURL(new RegExp(`run=${newest?.[0]?.Id}`));
  await expect(details).toContainText(newest?.[0]?.Status.StateReason ?? 'a reason');
  await expect(details.getByRole('list', { name: 'Steps' }).getByRole('listitem').last()).toContainText(
    'Failed',
  );
  await details.getByRole('button', { name: /results\.har/ }).click();
  await expect(details.getByRole('list', { name: 'Requests by their start' })).toContainText(/▲ 5\d\d/);
  await details.getByRole('button', { name: 'Close the run' }).click();
}

/** Starts a dry run, and follows it until its result. */
async function walkToDryRun(page: Page): Promise<void> {
  await row(page, 'shop-front').getByRole('link').click();
  await page.getByText('Dry runs', { exact: true }).click();
  await own.setClock('2026-11-24T14:31:30Z');
  let release = () => {};
  own.held = new Promise((resolve) => {
    release = resolve;
  });
  own.takes = 'PT4S';
  await page.getByRole('button', { name: 'Start a dry run' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const dryRun = page.getByRole('table', { name: 'Dry runs, newest first' }).getByRole('row').nth(1);
  await expect(dryRun).toContainText('Running');
  release();
  await expect(dryRun).toContainText('Passed');
  await expect(dryRun).toHaveAttribute('aria-busy', 'false');
  const [dry] = await own.runs('shop-front', 'DRY_RUN');
  const usual = figuresIn(await own.runs('shop-front'), SIX_HOURS);
  await expect(dryRun).toContainText(
    `${formatDuration(1000 * ((dry?.Timeline.Completed ?? 0) - (dry?.Timeline.Started ?? 0)))} (+33 %)`,
  );
  await expect(dryRun).toContainText(
    `${usual.passed} of ${usual.finished} passed, median ${formatDuration(3000)}`,
  );
  await own.setClock(TEST_NOW);
}

/** From the missed runs of a row to the silence and its place in the timeline. */
async function walkToGap(page: Page): Promise<void> {
  const missed = missedBetween(await own.runs('sample-stock-feed'), YESTERDAY, 30 * MINUTE);
  await page.getByRole('button', { name: /^Last 6 hours/ }).click();
  await page.getByRole('button', { name: 'Yesterday' }).click();
  await expect(row(page, 'sample-stock-feed')).toContainText(`${missed} missed`);
  await row(page, 'sample-stock-feed').getByRole('link').click();
  await expect(figure(page, 'Availability')).toContainText(`${missed} missed`);
  const silence = page.getByRole('table', { name: 'Silences, newest first' }).getByRole('row').nth(1);
  await expect(silence.getByRole('cell').nth(3)).toHaveText(String(missed));
  await allRuns(page);
  await silence.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('slider', { name: /^Run timeline/ })).toBeFocused();
  await expect(page).toHaveURL(/view=/);
  await expect(panel(page, 'Runs').getByText('runs missing')).toBeInViewport();
}

test('walks from the list to a failing run’s artifacts, through a retry, a location, a dry run and a gap', async ({
  page,
}) => {
  await page.goto('/canaries?from=now-6h&to=now&tz=UTC');
  await walkToArtifacts(page);
  await page.getByRole('link', { name: 'All canaries' }).click();
  await walkToDryRun(page);
  await page.getByRole('link', { name: 'All canaries' }).click();
  await walkToGap(page);
});
