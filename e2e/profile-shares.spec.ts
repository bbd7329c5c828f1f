import { drawn, graphs } from './graph';
import { GROUP, GROUP_API, panel } from './pages';
import { percent, rawFrames, summed } from './raw-profile';
import { expect, test } from './test';

const HOUR = { from: '2026-11-24T13:00:00Z', to: '2026-11-24T14:00:00Z' };
const RANGE = `from=${HOUR.from}&to=${HOUR.to}`;

test('keeps samples below the maximum depth out of every self, as the raw profile has them', async ({
  page,
}) => {
  const frames = await rawFrames(page.request, HOUR);
  const [kept, removed] = [true, false].map((isKept) =>
    frames.filter(({ callers }) => callers.length <= 22 === isKept),
  );
  const self = summed(kept ?? [], ({ name }) => name);
  const deeper = (removed ?? []).reduce((sum, { self: own }) => sum + own, 0);
  const api = `${GROUP_API}/profile/functions`;
  const cut = await page.request.get(`${api}?startTime=${HOUR.from}&endTime=${HOUR.to}&data=cpu&maxDepth=22`);
  const { functions } = ((await cut.json()) as { data: { functions: { name: string; self: number }[] } })
    .data;
  expect(functions.length).toBeGreaterThan(10);
  for (const { name, self: own } of functions) expect(own).toBe(self.get(name));
  await page.goto(`${GROUP}?${RANGE}&maxDepth=22&view=hotspots`);
  await drawn(graphs(page), 1);
  const hotspots = panel(page, 'Hotspots');
  await expect(hotspots).toContainText(
    `${percent(deeper, frames[0].total)} of all samples are deeper than 22 frames`,
  );
  await hotspots.getByRole('button', { name: 'Show all depths' }).click();
  await expect(page).not.toHaveURL(/maxDepth/);
  await expect(hotspots).not.toContainText('deeper than 22');
});

test('focuses the search by /, and nothing moves when a result comes or goes', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}`);
  await drawn(graphs(page));
  const search = page.getByRole('textbox', { name: 'Search frames' });
  const top = async () => (await graphs(page).first().boundingBox())?.y;
  const before = await top();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('cart/');
  await expect(search).toHaveValue('cart/');
  const status = page.getByRole('toolbar').getByRole('status');
  await expect(status).toHaveText('No function matches.');
  expect(await top()).toBe(before);
  const [field, result] = [await search.boundingBox(), await status.boundingBox()];
  expect(Math.abs((field?.y ?? 0) - (result?.y ?? 99))).toBeLessThan(30);
  await search.fill('/(cart/');
  await expect(status).toHaveText(
    'This expression can’t be searched for: a closing ) is missing in “(cart”.',
  );
  await expect(search).toHaveAccessibleDescription(/a closing \) is missing/);
  expect(await top()).toBe(before);
  await search.fill('cart');
  await expect(status).toContainText(/% of all samples in \d+ functions/);
  expect(await top()).toBe(before);
  await search.press('Escape');
  await expect(status).toHaveText('');
  expect(await top()).toBe(before);
});

test('offers other thread states when the matches have no samples in the shown ones', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&search=getPoolEntryBlocking`);
  const status = page.getByRole('toolbar').getByRole('status');
  await expect(status).toHaveText('No match has samples in RUNNABLE, BLOCKED, NATIVE.');
  await page.getByRole('button', { name: 'Search all thread states' }).click();
  await expect(page).toHaveURL(/data=all/);
  await expect(status).toContainText('% of all samples in 1 function');
});

test('explains CPU, Latency, self and total on hover and on focus', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}`);
  await drawn(graphs(page));
  const cpu = page.getByRole('radio', { name: 'CPU' });
  await expect(cpu).toHaveAccessibleDescription(/RUNNABLE, BLOCKED and NATIVE/);
  const hint = page.getByRole('tooltip');
  await page.getByText('Latency', { exact: true }).hover();
  await expect(hint).toContainText('all thread states except IDLE');
  await page.mouse.move(0, 0);
  await expect(hint).toHaveCount(0);
  await page.getByRole('radio', { name: 'Overview' }).focus();
  await page.keyboard.press('Tab');
  await expect(cpu).toBeFocused();
  await expect(hint.filter({ hasText: 'RUNNABLE, BLOCKED and NATIVE' })).toBeVisible();
  const functions = panel(page, 'Top functions');
  await functions.getByRole('button', { name: /^Total/ }).focus();
  await expect(hint.filter({ hasText: 'everything it called' })).toBeVisible();
  await functions.getByRole('button', { name: /^Self/ }).hover();
  await expect(hint.filter({ hasText: 'on top of the stack' })).toBeVisible();
});
