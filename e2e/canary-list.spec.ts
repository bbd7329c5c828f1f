import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { missedIn } from '@/lib/canary/health/headline';
import type { CanaryRun } from '@/lib/canary/run';
import type { HealthEvent } from '@/lib/canary/stream/health-event';
import { DAY } from '@/lib/time/duration';
import { panel, settled } from './pages';
import { TEST_NOW } from './servers';
import { expect, test } from './test';

const LIST = '/canaries?from=now-24h&to=now&tz=UTC';

test('shows the same availability as the page of a canary', async ({ page }) => {
  await page.goto(LIST);
  const row = page.getByRole('row', { name: /^sample-checkout/ });
  await expect(row).toContainText(/of \d+$|of \d+\D/);
  await expect(row.getByRole('img', { name: /^sample-checkout: / })).toBeVisible();
  await expect(row, 'while older runs are read').not.toContainText('of newest');
  const share = /\d+(?:\.\d+)? %/.exec(await row.innerText())?.[0] ?? 'none';
  await row.getByRole('link', { name: 'sample-checkout' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'sample-checkout' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: share }).first()).toBeVisible();
});

test('sorts failing canaries first, then silent ones', async ({ page }) => {
  await page.goto(LIST);
  const rows = page.getByRole('table', { name: 'Canaries' }).getByRole('row');
  await expect(rows.filter({ hasText: /Failing|Silent|Passing|Stopped/ }).first()).toBeVisible();
  await expect(async () => {
    const states = (await rows.allInnerTexts()).flatMap(
      (text) => /Failing|Silent|Passing|Stopped/.exec(text) ?? [],
    );
    const ranks = states.map((state) => ['Failing', 'Silent', 'Passing', 'Stopped'].indexOf(state));
    expect(states.length, 'others are known by their last run only').toBeGreaterThan(7);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  }).toPass();
});

test('keeps search, filters and order in the link, and undoes them with the back button', async ({
  page,
}) => {
  await page.goto(LIST);
  await settled(page);
  const rows = page.getByRole('table', { name: 'Canaries' }).getByRole('row');
  const all = await rows.count();
  await page.getByRole('combobox', { name: 'Group' }).click();
  await page.getByRole('option', { name: 'sample-world' }).click();
  await expect(rows).toHaveCount(3);
  await expect(page).toHaveURL(/group=sample-world/);
  await page.getByRole('button', { name: 'p95' }).click();
  await expect(page.getByRole('columnheader', { name: 'p95' })).toHaveAttribute('aria-sort', 'descending');
  await page.reload();
  await expect(rows).toHaveCount(3);
  await expect(page.getByRole('columnheader', { name: 'p95' })).toHaveAttribute('aria-sort', 'descending');
  await page.goBack();
  await page.goBack();
  await expect(rows).toHaveCount(all);
  await page.keyboard.press('/');
  await page.keyboard.type('logistics');
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole('link', { name: 'sample-stock-feed' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search canaries' }).fill('nothing has this name');
  await expect(panel(page, 'All canaries')).toContainText('No canary matches the search and the filters.');
});

/** An instant at which the last runs of a location failed while other locations passed, from all runs of AWS. */
function failingInstant(runs: readonly CanaryRun[], location: string): number | undefined {
  const last = new Map<string, CanaryRun>();
  for (const run of runs.toReversed()) {
    last.set(run.location ?? '', run);
    const isFailing = last.get(location)?.state === 'FAILED' && last.get(location)?.retryAttempt === 1;
    const others = [...last.values()].filter((other) => other.location !== location);
    const end = run.completed ?? run.started;
    if (isFailing && others.length === 2 && others.every(({ state }) => state === 'PASSED'))
      return end + 1000;
  }
  return undefined;
}

test('names the location that fails while the others pass', async ({ page }) => {
  const runs: CanaryRun[] = [];
  for (let token = ''; runs.length < 6000; ) {
    const answer = await page.request.get(`/api/canaries/sample-store-finder/runs?nextToken=${token}`);
    const { data } = await answer.json();
    runs.push(...data.runs);
    if (!data.nextToken) break;
    token = encodeURIComponent(data.nextToken);
  }
  const instant = failingInstant(runs, 'eu-west-1');
  if (instant === undefined) throw new Error('eu-west-1 never fails alone');
  await page.goto(`/canaries?from=now-6h&to=now&tz=UTC&asof=${new Date(instant).toISOString()}`);
  const row = page.getByRole('row', { name: /^sample-store-finder/ });
  await expect(row).toContainText('Failing');
  await expect(row).toContainText('in eu-west-1 (of 3)');
});

test('finds the canaries that failed or missed runs in the range, whatever their state is now', async ({
  page,
}) => {
  const to = Date.parse(TEST_NOW);
  const from = to - DAY;
  await page.goto('/');
  const { data } = await (await page.request.get('/api/canaries')).json();
  const names = data.map(({ name }: { name: string }) => name);
  const answer = await page.request.post('/api/canaries-health', {
    headers: { origin: new URL(page.url()).origin },
    data: { names, from, to, now: to, bins: 24 },
  });
  const healths = new Map<string, CanaryHealth>();
  for (const line of (await answer.text()).trim().split('\n')) {
    const event = JSON.parse(line) as HealthEvent;
    if (event.type === 'health') healths.set(event.name, event.health);
  }
  const namesOf = (has: (health: CanaryHealth) => boolean) =>
    [...healths].flatMap(([name, health]) => (has(health) ? [name] : [])).sort();
  const failed = namesOf(({ passed, finished }) => passed < finished);
  const missed = namesOf((health) => missedIn(health) > 0);
  expect([failed.length, missed.length].every((count) => count > 0 && count < names.length)).toBe(true);
  const links = page.getByRole('table', { name: 'Canaries' }).getByRole('rowheader').getByRole('link');
  const status = panel(page, 'All canaries').getByRole('status').first();
  await page.goto(`/canaries?from=${from}&to=${to}&tz=UTC&asof=${to}`);
  await page.getByRole('combobox', { name: 'Runs in the range' }).click();
  await page.getByRole('option', { name: 'Failed in the range' }).click();
  await expect(status).toContainText(`${failed.length} of ${names.length} canaries failed in the range.`);
  await expect.poll(async () => (await links.allInnerTexts()).sort()).toEqual(failed);
  await page.getByRole('combobox', { name: 'Runs in the range' }).click();
  await page.getByRole('option', { name: 'Missed runs in the range' }).click();
  await expect(status).toContainText(
    `${missed.length} of ${names.length} canaries missed runs in the range.`,
  );
  await expect.poll(async () => (await links.allInnerTexts()).sort()).toEqual(missed);
  await expect(page).toHaveURL(/runs=missed/);
});

test('reads all canaries again when the panel is refreshed, and never asks for none', async ({ page }) => {
  const asked: string[][] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/canaries-health')) asked.push(request.postDataJSON().names);
  });
  const refresh = async () => {
    await settled(page);
    const before = asked.length;
    await page.getByRole('button', { name: 'Menu of All canaries' }).click();
    await page.getByRole('menuitem', { name: 'Refresh' }).click();
    await expect.poll(() => new Set(asked.slice(before).flat()).size).toBe(count);
    await settled(page);
  };
  await page.goto(LIST);
  const rows = page.getByRole('table', { name: 'Canaries' }).getByRole('rowheader');
  await expect(rows).not.toHaveCount(0);
  const count = await rows.count();
  for (const column of ['Availability', 'State now']) {
    await page.getByRole('button', { name: column }).click();
    await expect(page.getByRole('columnheader', { name: column })).toHaveAttribute('aria-sort', /ending$/);
    await refresh();
  }
  expect(asked.every((names) => names.length > 0)).toBe(true);
});

test('gets the figures of its first rows with the page, and asks for none of them again', async ({
  page,
}) => {
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/canaries-health')) asked += 1;
  });
  const row = page.getByRole('row', { name: /^sample-checkout/ });
  // A page that would have to wait for its figures is sent without them.
  await expect(async () => {
    // The figures are known at once while the runs of the last request are fresh.
    await page.request.get(LIST, { headers: { accept: 'text/html' } });
    asked = 0;
    await page.goto(LIST);
    await settled(page);
    await expect(row).toContainText(/\d %/);
    await expect(page.getByRole('combobox', { name: 'Group' })).toBeEnabled();
    expect(asked).toBe(0);
  }).toPass();
});
