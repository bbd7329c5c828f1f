import { answerText, clearFaults, hang, reset, throwException } from './faults';
import { drawn, graphs } from './graph';
import { farmFigures, farmPath, GROUP, GROUP_API, panel, runTable } from './pages';
import { strip } from './profile-page';
import { FAULTY } from './servers';
import { expect, type Page, test } from './test';

// In series, because they share a server that is made to fail.
test.describe.configure({ mode: 'default' });
test.use({ baseURL: `http://127.0.0.1:${FAULTY.port}` });
test.beforeEach(clearFaults);
test.afterAll(clearFaults);

type Place = { operation: string; path(page: Page): Promise<string>; drawn(page: Page): Promise<void> };

/** After a failed test another worker runs the next ones, so that each worker has ranges of its own. */
let rangeMinutes = 360 + 200 * (Number(process.env.TEST_WORKER_INDEX ?? 0) % 12);

/** A range that no other test requests, so that the server has nothing of it in its caches. */
const freshRange = () => {
  rangeMinutes += 5;
  return `?from=now-${rangeMinutes}m&to=now`;
};

const profile: Place = {
  operation: 'GetProfile',
  path: async () => GROUP,
  drawn: (page) => drawn(graphs(page), 1),
};
const costs: Place = {
  operation: 'GetSessionsStatisticsAggregation',
  path: (page) => farmPath(page.request),
  drawn: (page) => expect(panel(page, 'Cost').locator('path[data-category]').first()).toBeAttached(),
};
const CANARIES = ['login-flow', 'checkout', 'search', 'api-health', 'asset-upload', 'report-export'];
let canaryCount = 0;

const runs: Place = {
  operation: 'GetCanaryRuns',
  // The server caches a canary's runs for all ranges, so each test takes the next canary.
  path: async () => `/canaries/sample-${CANARIES[canaryCount++ % CANARIES.length]}`,
  drawn: (page) => expect(runTable(page)).toBeVisible(),
};

/** Exceptions of the three APIs, each kind once. lib/server/aws/faults.alone.test.ts has all of them, for every operation. */
const EXCEPTIONS: [Place, string, number][] = [
  [profile, 'InternalServerException', 500],
  [profile, 'ThrottlingException', 429],
  [costs, 'AccessDeniedException', 403],
  [costs, 'ThrottlingException', 429],
  [runs, 'ValidationException', 400],
  [runs, 'ResourceNotFoundException', 404],
];

/** Long enough for the notice to be seen before the panel retries automatically. */
const RETRY_AFTER_SECONDS = 3;

/**
 * Expects the panel to show the failure without internal details, the page to remain, and a retry to recover: by the viewer,
 * or automatically after the seconds that AWS names.
 */
async function failsAndRecovers(page: Page, place: Place, retriesSoon = false): Promise<void> {
  await page.goto((await place.path(page)) + freshRange());
  const notice = page.getByRole('main').getByRole('alert').first();
  // The server tries a throttled call three times before it gives up.
  await expect(notice).toBeVisible();
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/secret detail|\/srv\/|node_modules|at \w+ \(|arn:aws|AKIA/);
  // The sentence for unforeseen errors.
  expect(text).not.toContain('Something went wrong');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await clearFaults();
  const retry = page.getByRole('button', { name: 'Retry', exact: true }).first();
  if (retriesSoon) await retry.click({ timeout: 5000 }).catch(() => expect(retry).toBeHidden());
  else await retry.click();
  await place.drawn(page);
}

for (const [place, code, status] of EXCEPTIONS) {
  test(`recovers when ${place.operation} answers ${code}`, async ({ page }) => {
    await throwException(
      place.operation,
      code,
      status,
      status === 429 ? { 'retry-after': `${RETRY_AFTER_SECONDS}` } : {},
    );
    await failsAndRecovers(page, place, status === 429);
  });
}

test('links to the newest data when GetProfile answers ResourceNotFoundException', async ({ page }) => {
  await throwException('GetProfile', 'ResourceNotFoundException', 404);
  await page.goto(GROUP + freshRange());
  await expect(panel(page, 'Flame graph')).toContainText(/No profile/);
  await expect(page.getByRole('button', { name: 'Go to the newest data' })).toBeVisible();
});

test('offers to recalculate when AWS has forgotten the statistics', async ({ page }) => {
  await throwException('GetSessionsStatisticsAggregation', 'ResourceNotFoundException', 404);
  await page.goto((await farmPath(page.request)) + freshRange());
  const notice = page.getByRole('alert').filter({ hasText: 'Recalculate them.' }).first();
  await expect(notice).toContainText('Deadline Cloud keeps them for one hour');
  await clearFaults();
  await notice.getByRole('button', { name: 'Retry' }).click();
  await costs.drawn(page);
});

test('shows that AWS aggregates, and stops when the viewer cancels', async ({ page }) => {
  await hang('GetSessionsStatisticsAggregation');
  await page.goto((await farmPath(page.request)) + freshRange());
  const status = page.getByRole('status').filter({ hasText: 'AWS is aggregating 6 queues' });
  await expect(status).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByText('Cancelled. No costs were loaded.')).toBeVisible();
  await expect(status).toBeHidden();
  await clearFaults();
  await page.getByRole('button', { name: 'Load costs' }).click();
  await costs.drawn(page);
});

test('shows that somebody else’s aggregation runs, and waits for it', async ({ page }) => {
  await throwException('StartSessionsStatisticsAggregation', 'ThrottlingException', 429, {
    'retry-after': '1',
  });
  await page.goto((await farmPath(page.request)) + freshRange());
  await expect(page.getByRole('status').filter({ hasText: 'busy with somebody else’s' })).toContainText(
    /Retrying in [12] seconds?/,
  );
  await clearFaults();
  await costs.drawn(page);
});

for (const status of ['FAILED', 'TIMEOUT'] as const) {
  test(`suggests a smaller request for an aggregation that ends as ${status}`, async ({ page }) => {
    const body = JSON.stringify({ status, statusMessage: 'The result is too large.' });
    await answerText('GetSessionsStatisticsAggregation', 200, body, 'application/json');
    await page.goto((await farmPath(page.request)) + freshRange());
    await expect(page.getByText('The result is too large.').first()).toBeVisible();
    // The panels below report it too once they are in view.
    const notice = page.getByRole('alert').filter({ hasText: 'The result is too large.' }).first();
    for (const name of [
      'Use a longer period (daily)',
      'Use the newer half of the range',
      /^Use only the first/,
    ])
      await expect(notice.getByRole('button', { name })).toBeVisible();
    await clearFaults();
    await notice.getByRole('button', { name: 'Use only the first 3 queues' }).click();
    await expect(farmFigures(page)).toContainText(/Cost of 3 queues\s*\$\d/);
  });
}

for (const place of [profile, costs, runs]) {
  test(`recovers when ${place.operation} hangs`, async ({ page }) => {
    await hang(place.operation);
    await failsAndRecovers(page, place);
  });

  test(`recovers when ${place.operation} resets the connection`, async ({ page }) => {
    await reset(place.operation);
    await failsAndRecovers(page, place);
  });

  test(`recovers when ${place.operation} answers garbage`, async ({ page }) => {
    await answerText(place.operation, 200, '<html>at run (/srv/app/x.js:1:2)</html>', 'text/html');
    await failsAndRecovers(page, place);
  });

  test(`recovers when ${place.operation} answers 503 with text`, async ({ page }) => {
    await answerText(place.operation, 503, 'upstream at /srv/proxy failed');
    await failsAndRecovers(page, place);
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('shows no menu of a graph that still loads, because it would close when the graph arrives', async ({
    page,
  }) => {
    await hang('GetProfile');
    await page.goto(GROUP + freshRange());
    await expect(panel(page, 'Flame graph').getByText('Loading the profile')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Menu of Flame graph' })).toHaveCount(0);
  });
});

test('reports samples of the strip that could not be read, and reads them on a retry', async ({ page }) => {
  // The profile of the page is in the server's memory, so only the samples of single profiles fail. The newest are not archived.
  const range = { startTime: '2026-11-24T08:30:00Z', endTime: '2026-11-24T14:30:00Z' };
  await page.request.get(`${GROUP_API}/profile`, { params: range });
  await throwException('GetProfile', 'ThrottlingException', 429);
  await page.goto(`${GROUP}?from=${range.startTime}&to=${range.endTime}`);
  const alert = page
    .getByRole('alert')
    .filter({ hasText: /samples of \d+ of 72 profiles could not be read/ });
  await expect(alert).toContainText('throttling');
  await clearFaults();
  await alert.getByRole('button', { name: 'Retry' }).click();
  await expect(alert).toHaveCount(0);
  await strip(page).focus();
  await strip(page).press('End');
  await expect(strip(page)).toHaveAttribute('aria-valuetext', /[\d,]+ samples: RUNNABLE/);
});

test('reports a list of profiles that could not be read on both sides of a comparison', async ({ page }) => {
  await throwException('ListProfileTimes', 'ValidationException', 400);
  await page.goto(`${GROUP}${freshRange()}&view=compare`);
  for (const title of ['Baseline', 'Comparison']) {
    const side = panel(page, title);
    await expect(side.getByRole('alert')).toContainText('CodeGuru Profiler rejected the request');
    await expect(side.getByRole('slider')).toHaveCount(0);
  }
  await clearFaults();
  for (const title of ['Baseline', 'Comparison']) {
    const side = panel(page, title);
    await side.getByRole('button', { name: 'Retry', exact: true }).click();
    await expect(side.getByRole('slider')).toBeVisible();
  }
});

test('reports a group that could not be read in its row, and reads it on a retry', async ({ page }) => {
  await throwException('GetProfile', 'ValidationException', 400);
  await page.goto('/profiles?from=2026-11-24T09:00:00Z&to=2026-11-24T14:30:00Z');
  const row = page.getByRole('row', { name: 'sample-checkout-service' });
  await expect(row).toContainText('CodeGuru Profiler rejected the request');
  await clearFaults();
  await row.getByRole('button', { name: 'Retry' }).click();
  await expect(row).toContainText(/% of CPU/);
});

test('names the action when budgets are denied, and shows the costs of the farm', async ({ page }) => {
  await throwException('ListBudgets', 'AccessDeniedException', 403);
  // No other test opens this farm, so the server has none of its budgets in its caches.
  await page.goto((await farmPath(page.request, 'Sample farm (small)')) + freshRange());
  const budgets = panel(page, 'Budgets');
  await expect(budgets.getByRole('alert')).toContainText('AWS denied deadline:ListBudgets.');
  await costs.drawn(page);
  await clearFaults();
  await answerText('ListBudgets', 200, '{"budgets":[]}', 'application/json');
  await budgets.getByRole('button', { name: 'Retry', exact: true }).click();
  await expect(budgets).toContainText('This farm has no budgets.');
});

test('shows the ids of jobs without a name where AWS denies to look them up, and else their names', async ({
  page,
}) => {
  const farm = await farmPath(page.request);
  const { data: queues } = await (await page.request.get(`/api${farm}/queues`)).json();
  const { queueId } = queues[0];
  const jobsOfQueue = `http://127.0.0.1:${FAULTY.localAwsPort}/2023-10-12${farm}/queues/${queueId}/jobs`;
  const { jobs } = await (await fetch(`${jobsOfQueue}?maxResults=1`)).json();
  const [{ jobId, name }] = jobs;
  const unnamed = JSON.stringify({
    status: 'COMPLETED',
    statistics: [
      {
        queueId,
        jobId,
        count: 1,
        costInUsd: { sum: 5 },
        runtimeInSeconds: { sum: 60 },
        aggregationStartTime: '2026-11-24T13:00:00Z',
        aggregationEndTime: '2026-11-24T14:00:00Z',
      },
    ],
  });
  const withoutNames = () => answerText('GetSessionsStatisticsAggregation', 200, unnamed, 'application/json');
  await withoutNames();
  await throwException('BatchGetJob', 'AccessDeniedException', 403);
  await page.goto(`${farm}${freshRange()}&group=queue,job`);
  await expect(page.getByRole('note')).toContainText('AWS denied deadline:BatchGetJob.');
  await expect(panel(page, 'Rows')).toContainText(jobId);
  await clearFaults();
  await withoutNames();
  await page.reload();
  await expect(panel(page, 'Rows')).toContainText(name);
  await expect(panel(page, 'Rows')).not.toContainText(jobId);
});

test('shows the farms from before while Deadline Cloud fails, and recovers by itself', async ({ page }) => {
  const farms = async () => (await page.request.get('/api/farms')).json();
  await farms();
  await throwException('ListFarms', 'InternalServerErrorException', 500);
  // The server shares an answer for ten seconds, and gives up after five calls.
  await expect.poll(async () => (await farms()).stale?.code).toBe('CircuitOpen');
  await page.goto('/farms');
  const alert = panel(page, 'Farms').getByRole('alert');
  await expect(alert).toContainText(
    /Deadline Cloud has failed for \d+ s: it answers with status 500\. The list of farms will be requested again in \d+ s\. Shown is what AWS returned at 2026-11-24 14:3\d:\d\d UTC\./,
  );
  await expect(panel(page, 'Farms').getByRole('link', { name: 'Sample farm', exact: true })).toBeVisible();
  await clearFaults();
  await expect(alert).toHaveCount(0);
});

test('shows the runs from before while CloudWatch Synthetics fails, and recovers by itself', async ({
  page,
}) => {
  const overview = '/?from=now-2h&to=now';
  await page.goto(overview);
  const lane = panel(page, 'Canaries');
  await expect(lane.getByRole('link', { name: 'sample-checkout' })).toBeVisible();
  await expect(lane).toHaveAttribute('aria-busy', 'false');
  await throwException('GetCanaryRuns', 'InternalServerException', 500);
  const alert = lane.getByRole('alert');
  await expect(async () => {
    await page.goto(overview);
    await expect(alert).toContainText('CloudWatch Synthetics has failed for', { timeout: 10_000 });
  }).toPass();
  await expect(alert).toContainText('Shown is what AWS returned at');
  await page.goto('/canaries?from=now-2h&to=now');
  const row = page.getByRole('row', { name: /^sample-checkout/ });
  await expect(row).toContainText('CloudWatch Synthetics has failed for');
  await expect(row.getByRole('img', { name: /^sample-checkout: / })).toBeVisible();
  await page.goto(overview);
  await expect(alert).toBeVisible();
  await clearFaults();
  await expect(alert).toHaveCount(0);
});
