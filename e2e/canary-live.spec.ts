import { OwnCanaries } from './own-canaries';
import { panel } from './pages';
import { OWN_CANARIES } from './servers';
import { expect, type Page, test } from './test';

// In series, because they share a dashboard whose canaries they change.
test.describe.configure({ mode: 'default' });
test.use({ baseURL: `http://127.0.0.1:${OWN_CANARIES.port}` });

let own: OwnCanaries;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  own = await OwnCanaries.start(test.info().outputPath('data'), OWN_CANARIES);
});
test.afterAll(() => own.stop());

const icon = (page: Page) => page.locator('link[rel="icon"]').first();

async function refreshEvery30s(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Auto-refresh/ }).click();
  await page.getByRole('menuitemradio', { name: 'Every 30 s' }).click();
  await expect(page.getByRole('menuitemradio')).toHaveCount(0);
}

/** Lets the refresh interval pass until a page shows what it reads: the server reads newer runs every five seconds at most. */
const refreshedUntil = (page: Page, check: () => Promise<void>) =>
  expect(async () => {
    await page.clock.fastForward(30_000);
    await check();
  }).toPass({ intervals: [500] });

const titled = (page: Page, title: string | RegExp) =>
  refreshedUntil(page, () => expect(page).toHaveTitle(title, { timeout: 2000 }));

const toast = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text });

// First, because the list of the other test reads newer runs of all canaries.
test('asks AWS at each refresh only for runs that are newer than the newest known', async ({ page }) => {
  await own.setClock('2026-11-24T14:29:40Z');
  await page.clock.install();
  const before = await own.callCount('GetCanaryRuns');
  await page.goto('/canaries/sample-api-health?from=now-24h&to=now&tz=UTC');
  await expect(panel(page, 'Runs')).toContainText(/1,4\d\d attempts(?! loaded)/);
  const known = await own.callCount('GetCanaryRuns');
  expect(known - before, 'pages of a hundred runs').toBeGreaterThan(10);
  await refreshEvery30s(page);
  const list = page.getByRole('table', { name: 'Runs, newest first' }).getByRole('row').nth(1);
  for (const minute of [30, 31]) {
    const calls = await own.callCount('GetCanaryRuns');
    await own.setClock(`2026-11-24T14:${minute}:40Z`);
    await refreshedUntil(page, () => expect(list).toContainText(`14:${minute}:`, { timeout: 2000 }));
    expect((await own.callCount('GetCanaryRuns')) - calls).toBe(1);
  }
});

test('tells in title and icon when a canary begins to fail, and reports its recovery, on its page and in the list', async ({
  page,
  context,
}) => {
  // So late that no other canary changes its state meanwhile.
  await own.setClock('2026-11-24T14:30:20Z');
  await own.create({ name: 'shop-front', schedule: 'rate(1 hour)' });
  await page.clock.install();
  await page.goto('/canaries/shop-front?from=now-1h&to=now&tz=UTC');
  await expect(page).toHaveTitle('shop-front · Triptych');
  await expect(panel(page, 'Runs')).toContainText('1 attempt');
  const usual = (await icon(page).getAttribute('href')) ?? '';
  await refreshEvery30s(page);
  const list = await context.newPage();
  await list.clock.install();
  await list.goto('/canaries?from=now-1h&to=now&tz=UTC&refresh=30s');
  const row = list.getByRole('row', { name: /^shop-front/ });
  await expect(row).toContainText(/Passing.*100 %/s);
  await expect(list.getByText(/by (?:its|their) last run only/)).toBeHidden();
  const failingBefore = Number(/▲ (\d+) failing/.exec(await list.title())?.[1] ?? 0);

  own.status = 503;
  await own.runAt('2026-11-24T14:30:40Z', 'shop-front');
  await titled(page, '▲ Failing: shop-front · Triptych');
  await titled(list, `▲ ${failingBefore + 1} failing · Canaries · Triptych`);
  for (const each of [page, list]) await expect(icon(each)).toHaveAttribute('href', /^data:image\/svg/);
  await expect(toast(page, 'recovered')).toHaveCount(0);

  own.status = 200;
  await own.runAt('2026-11-24T14:31:00Z', 'shop-front');
  await titled(page, 'shop-front · Triptych');
  await expect(icon(page)).toHaveAttribute('href', usual);
  await expect(toast(page, 'shop-front has recovered')).toContainText('Seen passing again at 14:32 UTC.');
  await refreshedUntil(list, () => expect(row).toContainText('Passing', { timeout: 2000 }));
  await expect(toast(list, '1 canary has recovered')).toContainText('shop-front: seen passing again');
});
