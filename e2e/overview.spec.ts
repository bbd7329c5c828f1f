import { CANARY, expectNoSidewaysScroll, farmPath, GROUP, panel, settled } from './pages';
import { expect, test } from './test';

test('shows three lanes on one time axis', async ({ page }) => {
  await page.goto('/');
  await expect(panel(page, 'Canaries').getByRole('link', { name: 'sample-login-flow' })).toBeVisible();
  await expect(panel(page, 'Canaries')).toContainText(/% of \d+ runs/);
  await expect(page.getByRole('region', { name: /^Farm cost/ })).toContainText(/\$\d/);
  await expect(
    page.getByRole('region', { name: /^Farm cost/ }).getByRole('link', { name: /lighting/ }),
  ).toBeVisible();
  await expect(panel(page, 'Profiles').getByRole('link', { name: 'sample-checkout-service' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('UTC');
});

test('chooses a preset range, keeps it in links, and undoes it with Back', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Last 6 hours' }).click();
  await page.getByRole('button', { name: 'Last 24 hours' }).click();
  await expect(page).toHaveURL(/from=now-(24h|1d)/);
  await panel(page, 'Profiles').getByRole('link', { name: 'sample-render-worker' }).click();
  await expect(page).toHaveURL(/\/profiles\/sample-render-worker\?.*from=now-(24h|1d)/);
  await page.goBack();
  await page.goBack();
  await expect(page).not.toHaveURL(/from=/);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Last 6 hours' })).toBeVisible();
});

test('uses UTC by default and offers the browser’s zone', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Time zone/ }).click();
  await page.getByRole('option').filter({ hasText: 'Berlin' }).click();
  await expect(page).toHaveURL(/tz=Europe(\/|%2F)Berlin/);
  await expect(page.getByRole('main')).toContainText('Europe/Berlin');
});

test('lists the keyboard shortcuts of every page', async ({ page, request }) => {
  for (const path of ['/', '/profiles', GROUP, '/farms', await farmPath(request), '/canaries', CANARY]) {
    await page.goto(path);
    await settled(page);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(help.getByRole('region').first(), path).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
  }
});

test('reports a malformed range and shows the default', async ({ page }) => {
  await page.goto('/?from=yesterday&to=tomorrow');
  await expect(page.getByRole('banner').getByRole('button', { name: 'Last 6 hours' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The time range in this link is invalid',
  );
});

test('refuses a foreign host name', async ({ request }) => {
  const page = await request.get('/', { headers: { host: 'evil.example' } });
  expect(page.status()).toBe(421);
  const answer = await request.get('/api/farms', { headers: { host: 'evil.example' } });
  expect(answer.status()).toBe(421);
});

test('refuses an address that can’t be decoded', async ({ request }) => {
  expect((await request.get('/farms/%')).status()).toBe(400);
  const answer = await request.get('/api/farms/%ff');
  expect(answer.status()).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { code: 'BadInput' } });
});

test('never scrolls sideways on a small screen', async ({ page, request }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const canaries = ['/canaries', '/canaries/sample-login-flow', '/canaries/sample-store-finder'];
  for (const path of ['/', '/profiles', '/farms', ...canaries]) {
    expect((await request.get(path)).ok()).toBe(true);
    await page.goto(path);
    await settled(page);
    await expectNoSidewaysScroll(page);
  }
});

test('says so when the cost on screen is of an earlier range, and stops waiting', async ({ page }) => {
  await page.goto('/');
  const cost = page.getByRole('region', { name: /^Farm cost/ });
  await expect(cost).toContainText(/\$\d/);
  await page.route(/\/costs$/, (route) =>
    route.fulfill({
      contentType: 'application/x-ndjson',
      body: `${JSON.stringify({ type: 'failed', failure: { status: 'TIMEOUT' } })}\n`,
    }),
  );
  await page.getByRole('button', { name: 'Last 6 hours' }).click();
  await page.getByRole('button', { name: 'Last 24 hours' }).click();
  await expect(cost.getByRole('alert')).toContainText('The aggregation took too long');
  await expect(cost).toContainText('This is an earlier result, not the one requested.');
  await expect(cost).toHaveAttribute('aria-busy', 'false');
  await page.unrouteAll();
  await cost.getByRole('button', { name: 'Retry' }).click();
  await expect(cost.getByRole('alert')).toBeHidden();
  await expect(cost).not.toContainText('earlier result');
});
