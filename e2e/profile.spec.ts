import { drawn, flameGraph, graphs } from './graph';
import { GROUP, GROUP_API, panel } from './pages';
import { expect, test } from './test';

test('opens a group from the list and draws its flame graph', async ({ page }) => {
  await page.goto('/profiles');
  await page.getByRole('link', { name: 'sample-checkout-service' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'sample-checkout-service' })).toBeVisible();
  await drawn(graphs(page));
  await expect(panel(page, 'Flame graph')).toContainText(/samples · .*RUNNABLE/);
  await expect(panel(page, 'Top functions').getByRole('row').nth(5)).toContainText('%');
});

test('cuts the graph at the chosen depth, which the URL holds and Back undoes', async ({ page }) => {
  await page.goto(GROUP);
  await drawn(graphs(page));
  const depth = page.getByRole('combobox', { name: 'Depth: frames from the root' });
  await depth.fill('3');
  await depth.press('Enter');
  await expect(page).toHaveURL(/maxDepth=3/);
  await expect(panel(page, 'Flame graph')).toContainText('deeper than 3 frames');
  await page.goBack();
  await expect(page).not.toHaveURL(/maxDepth=/);
  await expect(panel(page, 'Flame graph')).not.toContainText('deeper than 3 frames');
});

test('zooms into a frame by keyboard, keeps it in the link, and zooms out by Escape', async ({ page }) => {
  await page.goto(GROUP);
  await drawn(graphs(page));
  const graph = flameGraph(page);
  await graph.focus();
  await graph.press('ArrowDown');
  await graph.press('Enter');
  await expect(page).toHaveURL(/focus=/);
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Focused frame' })).toBeVisible();
  await graph.focus();
  await graph.press('Escape');
  await expect(page).not.toHaveURL(/focus=/);
});

test('shows the chosen thread states, and the wall time of a Python group', async ({ page }) => {
  await page.goto(GROUP);
  await page.getByText('Latency', { exact: true }).click();
  await expect(page).toHaveURL(/data=latency/);
  await expect(panel(page, 'Flame graph')).toContainText('TIMED_WAITING');
  await page.goto('/profiles/sample-render-worker');
  await expect(panel(page, 'Flame graph')).toContainText('WALL_TIME');
});

test('explains an empty range and links to the newest data', async ({ page }) => {
  await page.goto('/profiles/captured-python-agent');
  await expect(panel(page, 'Flame graph')).toContainText('21 Nov');
  await page.getByRole('button', { name: 'Go to the newest data' }).click();
  await drawn(graphs(page), 1);
  await expect(panel(page, 'Top functions')).toContainText('Sleep');
});

test('answers a range of more than 7 days as one profile of at most 35 days', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => {
    if (/\/profile\?/.test(request.url())) requested.push(request.url());
  });
  await page.goto('/profiles/sample-render-worker?from=2026-10-01T00:00:00Z&to=2026-11-24T00:00:00Z');
  await drawn(graphs(page), 50);
  await expect(panel(page, 'Flame graph')).toContainText('Only the newest 35 days are shown');
  // The answer may have come with the page.
  expect(new Set(requested).size).toBeLessThanOrEqual(1);
});

test('shows a not-found page for an unknown group, with a link back', async ({ page }) => {
  const response = await page.goto('/profiles/nobody-knows-it');
  expect(response?.status()).toBe(404);
  await page.getByRole('main').getByRole('link', { name: /list/i }).click();
  await expect(page).toHaveURL(/\/profiles$/);
});

test('downloads the raw profile as AWS returned it', async ({ request }) => {
  const span = 'startTime=2026-11-24T13:00:00Z&endTime=2026-11-24T14:00:00Z';
  const path = `${GROUP_API}/profile/export?${span}`;
  const json = await request.get(`${path}&format=json`);
  expect(json.headers()['content-type']).toBe('application/json');
  expect(Object.keys(await json.json())).toContain('callgraph');
  const ion = await request.get(`${path}&format=ion`);
  expect(ion.headers()['content-type']).toBe('application/x-amzn-ion');
  expect((await ion.body()).subarray(0, 4)).toEqual(Buffer.from([0xe0, 0x01, 0x00, 0xea]));
});

test('compresses answers but not downloads', async ({ request }) => {
  const span = 'startTime=2026-11-24T13:00:00Z&endTime=2026-11-24T14:00:00Z';
  const profile = `${GROUP_API}/profile`;
  const headers = { 'accept-encoding': 'gzip' };
  const view = await request.get(`${profile}?${span}`, { headers });
  expect(view.headers()).toMatchObject({ 'content-type': 'application/json', 'content-encoding': 'gzip' });
  expect(await view.json()).toHaveProperty('data');
  for (const format of ['json', 'pprof']) {
    const file = await request.get(`${profile}/export?${span}&format=${format}`, { headers });
    expect(file.headers()['content-encoding']).toBe(undefined);
  }
});

test('includes the first graph in the HTML, before any script runs', async ({ request }) => {
  const html = await (await request.get(GROUP, { headers: { accept: 'text/html' } })).text();
  const [, graph = ''] = /role="img" aria-label="Flame graph"(.*?)<\/svg>/s.exec(html) ?? [];
  expect(graph.match(/<path /g)?.length).toBeGreaterThan(3);
});
