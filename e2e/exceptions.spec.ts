import { expect, type Page, test } from '@playwright/test';
import { answerText, clearFaults, hang, reset, throwException } from './faults';
import { drawn, graphs } from './graph';
import { CANARY, farmPath, GROUP, panel } from './pages';
import { FAULTY } from './servers';

// One after the other: they share a server that is told to fail.
test.describe.configure({ mode: 'default' });
test.use({ baseURL: `http://127.0.0.1:${FAULTY.port}` });
test.beforeEach(clearFaults);
test.afterAll(clearFaults);

type Place = { operation: string; path(page: Page): Promise<string>; drawn(page: Page): Promise<void> };

let rangeHours = 5;

/** A range that no test asked for before: nothing of it is in the server's caches. */
const freshRange = () => {
  rangeHours += 1;
  return `?from=now-${rangeHours}h&to=now`;
};

const profile: Place = {
  operation: 'GetProfile',
  path: async () => GROUP,
  drawn: (page) => drawn(graphs(page), 1),
};
const costs: Place = {
  operation: 'GetSessionsStatisticsAggregation',
  path: (page) => farmPath(page.request),
  drawn: (page) => expect(panel(page, 'Cost').locator('.recharts-bar-rectangle').first()).toBeAttached(),
};
const runs: Place = {
  operation: 'GetCanaryRuns',
  path: async () => CANARY,
  drawn: (page) => expect(page.getByRole('table', { name: 'Runs, newest first' })).toBeVisible(),
};

/** The exceptions that the three reference pages list, with the HTTP codes of the models. */
const EXCEPTIONS: [Place, string, number][] = [
  [profile, 'InternalServerException', 500],
  [profile, 'ValidationException', 400],
  [profile, 'ThrottlingException', 429],
  [costs, 'AccessDeniedException', 403],
  [costs, 'InternalServerErrorException', 500],
  [costs, 'ThrottlingException', 429],
  [costs, 'ValidationException', 400],
  [runs, 'InternalServerException', 500],
  [runs, 'ValidationException', 400],
  [runs, 'ResourceNotFoundException', 404],
];

/**
 * The panel says what happened and nothing of the inside, the page stays, and asking again heals it: the viewer does, or
 * the page itself after the second that AWS names.
 */
async function failsAndRecovers(page: Page, place: Place, asksAgainSoon = false): Promise<void> {
  await page.goto((await place.path(page)) + freshRange());
  const notice = page.getByRole('main').getByRole('alert').first();
  await expect(notice).toBeVisible();
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/secret detail|\/srv\/|node_modules|at \w+ \(|arn:aws|AKIA/);
  // That is said of what nobody foresaw.
  expect(text).not.toContain('Something went wrong');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await clearFaults();
  const again = page.getByRole('button', { name: 'Try again' }).first();
  if (asksAgainSoon) await again.click({ timeout: 5000 }).catch(() => expect(again).toBeHidden());
  else await again.click();
  await place.drawn(page);
}

for (const [place, code, status] of EXCEPTIONS) {
  test(`${place.operation} answers ${code}`, async ({ page }) => {
    await throwException(place.operation, code, status, status === 429 ? { 'retry-after': '1' } : {});
    await failsAndRecovers(page, place, status === 429);
  });
}

test('GetProfile answers ResourceNotFoundException: nothing in the range, and a way on', async ({ page }) => {
  await throwException('GetProfile', 'ResourceNotFoundException', 404);
  await page.goto(GROUP + freshRange());
  await expect(panel(page, 'Flame graph')).toContainText(/No profile/);
  await expect(page.getByRole('button', { name: 'Go to the newest data' })).toBeVisible();
});

test('GetSessionsStatisticsAggregation answers ResourceNotFoundException: results are gone, and are made anew', async ({
  page,
}) => {
  await throwException('GetSessionsStatisticsAggregation', 'ResourceNotFoundException', 404);
  let gone = 0;
  // The page starts once more by itself; after the second answer it waits for the viewer.
  const twiceGone = page.waitForResponse(
    (answer) =>
      /\/statistics\/[^/]+$/.test(new URL(answer.url()).pathname) && answer.status() === 404 && ++gone === 2,
  );
  await page.goto((await farmPath(page.request)) + freshRange());
  await twiceGone;
  await expect(page.getByText('AWS keeps results for an hour, and these have expired.')).toBeVisible();
  await clearFaults();
  await page.getByRole('button', { name: 'Recalculate' }).click();
  await costs.drawn(page);
});

for (const status of ['FAILED', 'TIMEOUT'] as const) {
  test(`an aggregation that ends as ${status} says what to ask instead`, async ({ page }) => {
    const body = JSON.stringify({ status, statusMessage: 'The result is too large.' });
    await answerText('GetSessionsStatisticsAggregation', 200, body, 'application/json');
    await page.goto((await farmPath(page.request)) + freshRange());
    await expect(page.getByText('The result is too large.')).toBeVisible();
    await expect(page.getByRole('main')).toContainText(/shorter|longer|fewer/);
  });
}

for (const place of [profile, costs, runs]) {
  test(`${place.operation} hangs`, async ({ page }) => {
    await hang(place.operation);
    await failsAndRecovers(page, place);
  });

  test(`${place.operation} resets the connection`, async ({ page }) => {
    await reset(place.operation);
    await failsAndRecovers(page, place);
  });

  test(`${place.operation} answers garbage`, async ({ page }) => {
    await answerText(place.operation, 200, '<html>at run (/srv/app/x.js:1:2)</html>', 'text/html');
    await failsAndRecovers(page, place);
  });

  test(`${place.operation} answers 503 with text`, async ({ page }) => {
    await answerText(place.operation, 503, 'upstream at /srv/proxy failed');
    await failsAndRecovers(page, place);
  });
}
