import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { expectNoSeriousViolations } from './axe';
import { drawn, graphs } from './graph';
import { expectNoSidewaysScroll, farmIdOf, panel, resize, settled } from './pages';
import { rawFrames } from './raw-profile';
import { rawCost } from './raw-statistics';
import { type APIRequestContext, expect, type Page, test } from './test';

/** A range with one incident of the sample canary, of 12:25 to 12:45. */
const RANGE = 'from=2026-11-24T12:00:00.000Z&to=2026-11-24T14:00:00.000Z';
const INCIDENT = 'from=2026-11-24T12:25:17.350Z&to=2026-11-24T12:45:18.000Z';
const WHY = `/why?canary=sample-login-flow&${INCIDENT}`;
/** The same time in whole profiles, and a day before. */
const COMPARED = { from: '2026-11-24T12:25:00Z', to: '2026-11-24T12:50:00Z' };
const BEFORE = { from: '2026-11-23T12:25:00Z', to: '2026-11-23T12:50:00Z' };

const functions = (page: Page, title: string) =>
  page.getByRole('table', { name: `${title} functions by self` });

/** The function whose self grew by the largest part of the samples, and by how much, from the profiles themselves. */
async function grownMost(request: APIRequestContext) {
  const shares = async (times: typeof COMPARED) => {
    const [root, ...frames] = await rawFrames(request, times);
    const self = new Map<string, number>();
    for (const frame of frames) self.set(frame.name, (self.get(frame.name) ?? 0) + frame.self / root.total);
    return self;
  };
  const [before, now] = [await shares(BEFORE), await shares(COMPARED)];
  const changes = [...now].map(([name, share]) => ({ name, change: share - (before.get(name) ?? 0) }));
  const most = changes.reduce((a, b) => (b.change > a.change ? b : a));
  return { label: parseFrame(most.name).label, points: (most.change * 100).toFixed(1) };
}

test('leads from a red slice of the overview to the function that grew most, click by click', async ({
  page,
  request,
}) => {
  await page.goto(`/?${RANGE}`);
  const strip = panel(page, 'Canaries').getByRole('img', { name: /^sample-login-flow: / });
  await strip.locator('[data-state="failed"]').first().click();
  await expect(page).toHaveURL(/\/canaries\/sample-login-flow\?.*view=\d+-\d+/);
  await expect(page).toHaveURL(/from=2026-11-24T12:00/);
  await panel(page, 'Incidents').getByRole('link', { name: 'Code and cost' }).first().click();
  await expect(page).toHaveURL(/\/why\?canary=sample-login-flow&from=2026-11-24T12:25:00/);

  const { label, points } = await grownMost(request);
  const first = functions(page, 'Grown').getByRole('row').nth(1);
  await expect(first.getByRole('button')).toHaveAccessibleName(label);
  await expect(first).toContainText(`+${points} pts`);
  await drawn(graphs(page), 50);
  await expect(page.getByRole('main')).toContainText(
    'AWS aggregates profiles over 5 minutes at the finest, so this page shows all of 24 Nov 2026, 12:25 – 12:50 UTC, compared with 23 Nov 2026, 12:25 – 12:50 UTC. It shows what happened at the same time, which is no proof of a cause.',
  );
  await expect(panel(page, 'What failed')).toContainText('7 of 8 runs failed');
  await expect(panel(page, 'What failed')).toContainText(
    'Step "submit" failed: the page answered 502 Bad Gateway',
  );

  await page.goBack();
  await expect(page).toHaveURL(/\/canaries\/sample-login-flow/);
  await page.goBack();
  await expect(panel(page, 'Canaries').getByRole('link', { name: 'sample-login-flow' })).toBeVisible();
});

test('shows what the farm cost in the same profiles’ time and before', async ({ page, request }) => {
  const farmId = await farmIdOf(request);
  const money = async (times: typeof COMPARED) =>
    `$${(await rawCost(request, { farmId, ...times })).toFixed(2)}`;
  const [now, before] = [await money(COMPARED), await money(BEFORE)];
  await page.goto(`${WHY}&farm=${farmId}`);
  const cost = panel(page, 'Farm cost');
  await expect(cost).toContainText(now);
  await expect(cost).toContainText(`from ${before}`);
  await cost.getByRole('link', { name: 'All costs of this farm at this time' }).click();
  await expect(page).toHaveURL(/\/farms\/farm-[0-9a-f]+\?from=2026-11-24T12:25:00.000Z&to=2026-11-24T12:50/);
  await expect(page.getByLabel('Totals of the range')).toContainText(now);
});

test('compares with a week before or the last passed run, and undoes it with Back', async ({ page }) => {
  await page.goto(WHY);
  const main = page.getByRole('main');
  const choice = page.getByRole('combobox', { name: 'Compare with' });
  await expect(panel(page, 'What failed')).toContainText('24 Nov 2026, 12:20:17 UTC');
  await choice.click();
  await page.getByRole('option', { name: 'Around the last passed run' }).click();
  await expect(main).toContainText('compared with 24 Nov 2026, 12:00 – 12:25 UTC');
  await expect(choice).toHaveValue('Around the last passed run');
  await choice.click();
  await page.getByRole('option', { name: 'A week before' }).click();
  await expect(main).toContainText('compared with 17 Nov 2026, 12:25 – 12:50 UTC');
  await drawn(graphs(page), 50);
  await page.goBack();
  await expect(main).toContainText('compared with 24 Nov 2026, 12:00 – 12:25 UTC');
  await panel(page, 'What the code did').getByRole('link', { name: 'Full comparison' }).click();
  await expect(panel(page, 'Baseline')).toContainText('24 Nov 2026, 12:00 – 12:25 UTC');
  await expect(panel(page, 'Comparison')).toContainText('24 Nov 2026, 12:25 – 12:50 UTC');
});

test('leads from a failed run, and from a function to its own page', async ({ page }) => {
  await page.goto(`/canaries/sample-login-flow?${RANGE}`);
  await panel(page, 'Incidents').getByRole('button', { name: 'First' }).first().click();
  await page
    .getByLabel(/^Run of /)
    .getByRole('link', { name: 'Code and cost' })
    .click();
  await expect(page).toHaveURL(/\/why\?canary=sample-login-flow/);
  await expect(panel(page, 'What failed')).toContainText(/failed run|runs? failed/);
  await functions(page, 'Grown').getByRole('button').first().click();
  await expect(page).toHaveURL(/\/profiles\/sample-checkout-service\?.*view=inspect/);
  await page.goBack();
  await expect(page).toHaveURL(/\/why\?canary=sample-login-flow/);
});

test('begins with the profiling group that was viewed last', async ({ page }) => {
  await page.goto('/profiles/sample-render-worker');
  await settled(page);
  await page.goto(`/canaries/sample-login-flow?${RANGE}`);
  await panel(page, 'Incidents').getByRole('link', { name: 'Code and cost' }).first().click();
  await expect(page).toHaveURL(/\/why\?canary=sample-login-flow&group=sample-render-worker&from=/);
  await drawn(graphs(page), 20);
  await expect(page.getByRole('combobox', { name: 'Profiling group' })).toHaveValue('sample-render-worker');
});

test('shows the rest when a group has no profile, a canary does not exist or no run failed', async ({
  page,
}) => {
  await page.goto(`/why?canary=no-such-canary&group=captured-python-agent&${INCIDENT}`);
  await expect(panel(page, 'What the code did')).toContainText('has no profile of one of the two times');
  await expect(panel(page, 'What failed').getByRole('alert')).toBeVisible();
  await expect(panel(page, 'Farm cost')).toContainText(/\$\d/);
  await page.getByRole('combobox', { name: 'Profiling group' }).click();
  await page.getByRole('option', { name: 'sample-render-worker' }).click();
  await expect(page).toHaveURL(/group=sample-render-worker/);
  await drawn(graphs(page), 20);
  await page.goto(`/why?canary=sample-search&${INCIDENT}`);
  await expect(panel(page, 'What failed')).toContainText('No run failed in this time.');
});

test('says what of a link can’t be read, and fixes it', async ({ page }) => {
  await page.goto(`${WHY}&group=a.b&farm=x&baseline=never`);
  const notice = page.getByRole('main').getByRole('alert');
  await expect(notice).toContainText('The profiling group in this link can’t be read.');
  await expect(notice).toContainText('The farm in this link can’t be read. Showing the first one.');
  await expect(notice).toContainText('The baseline in this link is unknown. Comparing with the day before.');
  await notice.getByRole('button', { name: 'Fix the link' }).click();
  await expect(page).not.toHaveURL(/farm=|group=|baseline=/);
  await expect(page).toHaveURL(/canary=sample-login-flow/);
  await page.goto('/why?canary=A%20b');
  await expect(notice).toContainText('The canary in this link can’t be read.');
  await expect(page.getByRole('main').getByRole('link', { name: 'All canaries' })).toBeVisible();
});

test('is accessible in both schemes and fits a small screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(WHY);
    await settled(page);
    await drawn(graphs(page), 5);
    await expectNoSeriousViolations(page);
    await expectNoSidewaysScroll(page);
  }
});

test('shows the code before the cost on a narrow page, and the cost beside the failure on a wide one', async ({
  page,
}) => {
  await page.goto(WHY);
  await drawn(graphs(page), 5);
  const boxOf = async (title: string) => {
    const box = await panel(page, title).boundingBox();
    return box ?? { x: 0, y: 0, width: 0, height: 0 };
  };
  await resize(page, 360, 740);
  const [failure, code, cost] = [
    await boxOf('What failed'),
    await boxOf('What the code did'),
    await boxOf('Farm cost'),
  ];
  expect(code.y).toBeGreaterThan(failure.y + failure.height);
  expect(cost.y).toBeGreaterThan(code.y + code.height);
  await resize(page, 1280, 900);
  expect((await boxOf('Farm cost')).y).toBe((await boxOf('What failed')).y);
  expect((await boxOf('What the code did')).y).toBeGreaterThan((await boxOf('Farm cost')).y);
});
