import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { Findings } from '@/lib/profile/range/findings';
import { drawn, flameGraph, frame, graphs } from './graph';
import { hold } from './hold';
import { GROUP, GROUP_API, panel } from './pages';
import { summary } from './profile-page';
import { percent, rawFrames, summed } from './raw-profile';
import { type APIRequestContext, expect, test } from './test';

const FROM = '2026-11-24T12:00:00.000Z';
const TO = '2026-11-24T14:00:00.000Z';
const RANGE = `from=${FROM}&to=${TO}`;
const RECOMMENDED = 'JSON serialization';

/** Samples in CPU states by function, recomputed from the profile as AWS returns it. */
async function rawSamples(request: APIRequestContext, from: string, to: string) {
  const frames = await rawFrames(request, { from, to });
  const self = summed(frames, ({ name }) => name);
  const outermost = frames.filter(({ name, callers }) => !callers.includes(name));
  const total = summed(
    outermost,
    ({ name }) => name,
    (each) => each.total,
  );
  const top = [...self].sort(([, a], [, b]) => b - a).slice(0, 3);
  return { whole: frames[0].total, self, total, top };
}

/** The recommendation in the summary, which is about one function. */
async function recommended(request: APIRequestContext) {
  const path = `${GROUP_API}/recommendations`;
  const answer = await request.get(`${path}?startTime=${FROM}&endTime=${TO}`);
  const { data } = (await answer.json()) as { data: Findings };
  const found = data.recommendations.find(({ name }) => name === RECOMMENDED);
  const [only, ...others] = new Set(found?.matches.map(({ name }) => name));
  if (only === undefined || others.length > 0) throw new Error(`${RECOMMENDED} is not about one function`);
  return { title: RECOMMENDED, function: only };
}

test('names the functions with the most self and what AWS recommends, as in the raw profile', async ({
  page,
  request,
}) => {
  await page.goto(`${GROUP}?${RANGE}`);
  const { whole, total, top } = await rawSamples(request, FROM, TO);
  await expect(summary(page)).toContainText('Most CPU:');
  for (const [name, samples] of top) {
    await expect(summary(page)).toContainText(`${parseFrame(name).label}${percent(samples, whole)}`);
  }
  const advice = await recommended(request);
  const share = percent(total.get(advice.function) ?? 0, whole);
  await expect(summary(page)).toContainText(`${advice.title}${share}total`);
  const first = panel(page, 'Top functions').getByRole('row').nth(1);
  await expect(first).toContainText(parseFrame(top[0]?.[0] ?? '').label);
  await expect(first).toContainText(percent(top[0]?.[1] ?? 0, whole));
});

test('names clear changes since yesterday, as in both raw profiles, and leads to the comparison', async ({
  page,
  request,
}) => {
  await page.goto(`${GROUP}?${RANGE}`);
  await expect(summary(page)).toContainText(/\([+−][\d.]+ points on yesterday\)/);
  const now = await rawSamples(request, FROM, TO);
  const before = await rawSamples(request, FROM.replace('24T', '23T'), TO.replace('24T', '23T'));
  const text = (await summary(page).textContent()) ?? '';
  for (const [name, samples] of now.top) {
    const [share, earlier] = [samples / now.whole, (before.self.get(name) ?? 0) / before.whole];
    const pooled = (share * now.whole + earlier * before.whole) / (now.whole + before.whole);
    const error = 2 * Math.sqrt(pooled * (1 - pooled) * (1 / now.whole + 1 / before.whole));
    const change = 100 * (share - earlier);
    const size = Math.abs(change).toFixed(Math.abs(change) < 1 ? 2 : 1);
    const part = text.slice(text.indexOf(parseFrame(name).label));
    const told = `(${change < 0 ? '−' : '+'}${size} points`;
    const own = part.slice(0, part.indexOf('%') + told.length + 1);
    expect(own.includes(told), own).toBe(Math.abs(share - earlier) > error);
  }
  await summary(page)
    .getByRole('link', { name: /points/ })
    .first()
    .click();
  await expect(page).toHaveURL(/view=compare/);
  await expect(page).toHaveURL(new RegExp(`from=${FROM}`));
  await drawn(graphs(page), 50);
  await expect(panel(page, 'Baseline')).toContainText('23 Nov 2026, 12:00');
  const changed = page.getByRole('region', { name: 'Summary of the comparison' });
  await expect(changed).toContainText(/Self changed most:.+[+−][\d.]+ points/);
  await page.goBack();
  await expect(summary(page)).toContainText('Most CPU:');
});

test('inspects a function of the summary by a link that keeps range and settings', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}&data=latency`);
  await expect(summary(page)).toContainText('Most samples:');
  const first = summary(page).getByRole('link').first();
  await expect(first).toHaveAttribute(
    'href',
    new RegExp(`${GROUP}\\?.*data=latency.*view=inspect&inspected=`),
  );
  const name = (await first.textContent()) ?? '';
  await first.click();
  await expect(page).toHaveURL(/data=latency/);
  await expect(
    panel(page, 'Inspected function').getByRole('combobox', { name: 'Function to inspect' }),
  ).toHaveValue(new RegExp(name.replace(/[^\w.]/g, '.')));
});

test('describes the whole profile also when a frame fills the width or a search is on', async ({ page }) => {
  await page.goto(`${GROUP}?${RANGE}`);
  const text = () => summary(page).locator('b').allTextContents();
  await expect(summary(page)).toContainText('points');
  await expect(summary(page)).toContainText(RECOMMENDED);
  const before = await text();
  await frame(page, 'Worker.run').click();
  await expect(summary(page)).toContainText('Most CPU in the whole profile:');
  await page.getByRole('textbox', { name: 'Search frames' }).fill('cart');
  await expect(page).toHaveURL(/search=cart/);
  await expect(page.getByRole('toolbar').getByRole('status')).toContainText('% of the focused frame');
  expect(await text()).toEqual(before);
});

test('moves nothing when changes and recommendations arrive late', async ({ page }) => {
  const release = await hold(page, /recommendations|functions\?.*2026-11-23T/);
  await page.goto(`${GROUP}?${RANGE}`);
  await drawn(graphs(page), 50);
  await expect(summary(page).getByRole('link')).toHaveCount(3);
  const top = async () => (await flameGraph(page).boundingBox())?.y;
  const before = await top();
  release();
  await expect(summary(page)).toContainText('points on yesterday');
  await expect(summary(page)).toContainText(RECOMMENDED);
  expect(await top()).toBe(before);
});

test('has no change where the day before has no profile', async ({ page }) => {
  const refused: string[] = [];
  page.on('response', (response) => {
    if (/functions\?/.test(response.url()) && !response.ok()) refused.push(response.url());
  });
  await page.goto('/profiles/captured-python-agent');
  await page.getByRole('button', { name: 'Go to the newest data' }).click();
  await expect(summary(page)).toContainText(/Most samples:.+%/);
  await expect(summary(page)).toContainText(/No samples of .+ or a week before to compare with\./);
  expect(refused).toEqual([]);
  await expect(summary(page)).not.toContainText('point');
  await expect(summary(page)).not.toContainText('clear change');
});
