import { expect, type Page, test } from '@playwright/test';
import { drawn, graphs } from './graph';
import { GROUP, panel } from './pages';

const RANGE = 'from=2026-11-24T13:00:00Z&to=2026-11-24T14:00:00Z';
const API = `/api${GROUP.replace('profiles', 'profiling-groups')}/profile`;
const API_RANGE = 'startTime=2026-11-24T13:00:00Z&endTime=2026-11-24T14:00:00Z&data=cpu';

type RawNode = { counts?: Record<string, number>; children?: Record<string, RawNode> };

const CPU = ['RUNNABLE', 'BLOCKED', 'NATIVE'];

/** Self samples by function, and those of deeper frames, from the profile as AWS returns it. */
async function rawSelf(page: Page, maxDepth: number) {
  const answer = await page.request.get(`${API}/export?${API_RANGE.replace('&data=cpu', '')}&format=json`);
  const raw = (await answer.json()) as RawNode & { callgraph?: RawNode };
  const self = new Map<string, number>();
  let deeper = 0;
  const visit = (node: RawNode, name: string, depth: number) => {
    const own = CPU.reduce((sum, state) => sum + (node.counts?.[state] ?? 0), 0);
    if (depth > maxDepth) deeper += own;
    else self.set(name, (self.get(name) ?? 0) + own);
    for (const [child, below] of Object.entries(node.children ?? {})) visit(below, child, depth + 1);
  };
  visit(raw.callgraph ?? raw, '', 0);
  return { self, deeper };
}

test('keeps samples below the maximum depth out of every self, as the raw profile has them', async ({
  page,
}) => {
  const { self, deeper } = await rawSelf(page, 22);
  const whole = deeper + [...self.values()].reduce((sum, own) => sum + own, 0);
  const cut = await page.request.get(`${API}/functions?${API_RANGE}&maxDepth=22`);
  const { functions } = ((await cut.json()) as { data: { functions: { name: string; self: number }[] } })
    .data;
  expect(functions.length).toBeGreaterThan(10);
  for (const { name, self: own } of functions) expect(own).toBe(self.get(name));
  await page.goto(`${GROUP}?${RANGE}&maxDepth=22&view=hotspots`);
  await drawn(graphs(page), 1);
  const share = ((100 * deeper) / whole).toFixed(1);
  const hotspots = panel(page, 'Hotspots');
  await expect(hotspots).toContainText(`${share} % of all samples are deeper than 22 frames`);
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
