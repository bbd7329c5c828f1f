import { readFile } from 'node:fs/promises';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { drawn, frame, graphs } from './graph';
import { GROUP, panel, settled } from './pages';
import { escaped } from './pattern';
import { percent, rawFrames, summed } from './raw-profile';
import { saved } from './saved-files';
import { expect, type Locator, type Page, test } from './test';

const HOUR = { from: '2026-11-24T13:00:00Z', to: '2026-11-24T14:00:00Z' };
const RANGE = `from=${HOUR.from}&to=${HOUR.to}`;

const legend = (page: Page, name = 'Colours') => page.getByRole('list', { name });
const entry = (page: Page, name: string) => legend(page).getByRole('button', { name });

/** Waits for the graph of a view of the sample's hour. */
async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${GROUP}?${RANGE}${query}`);
  await drawn(graphs(page), 20);
  await settled(page);
}

const colourOf = (element: Locator) => element.evaluate((each) => getComputedStyle(each).fill);
const swatchOf = (item: Locator) =>
  item.locator('span[aria-hidden]').evaluate((each) => getComputedStyle(each).backgroundColor);

test('lists each package’s self as the raw profile has it, on the page and in a saved picture', async ({
  page,
}) => {
  await open(page);
  const frames = await rawFrames(page.request, HOUR);
  const whole = frames[0].total;
  const sums = summed(frames, ({ name }) => parseFrame(name).package);
  const items = legend(page).getByRole('listitem');
  await expect(items.first()).toContainText('%');
  const listed = await items.allInnerTexts();
  const names = listed.map((text) => text.replace(/ [\d.]+ %$/, '').trim());
  const coloured = names.filter((name) => sums.has(name));
  expect(coloured).toHaveLength(10);
  for (const name of coloured) {
    await expect(entry(page, `${name}, ${percent(sums.get(name) ?? 0, whole)} self`)).toBeVisible();
  }
  const rest = [...sums].filter(([name]) => name !== '' && !coloured.includes(name));
  const restShare = percent(
    rest.reduce((sum, [, samples]) => sum + samples, 0),
    whole,
  );
  expect(listed.at(-1)).toMatch(new RegExp(`^\\d+ more packages ${escaped(restShare)}$`));
  const { path } = await saved(page, 'Flame graph', 'SVG');
  const svg = await readFile(path, 'utf8');
  for (const text of ['Self, share of the profile:', ...listed]) expect(svg).toContain(`>${text}</text>`);
});

test('lists a zoomed frame’s own shares', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1000 });
  await open(page);
  const all = await legend(page).getByRole('listitem').allInnerTexts();
  await frame(page, 'G1').click();
  await expect(panel(page, 'Flame graph')).toContainText('Self, share of the focused frame:');
  await expect(legend(page).getByRole('listitem')).not.toHaveText(all);
  await expect(entry(page, 'G1, 100.0 % self')).toBeVisible();
  await expect(legend(page)).not.toContainText('java.net');
});

test('lights the frames of an entry under the pointer or the keyboard, and no others', async ({ page }) => {
  await open(page);
  const [lit, other] = [frame(page, 'Thread.run'), frame(page, 'CoyoteAdapter')].map((label) =>
    label.locator('xpath=ancestor::*[local-name()="g"][1]').locator('rect').first(),
  );
  if (!lit || !other) throw new Error('no frames');
  const before = [await colourOf(lit), await colourOf(other)];
  await entry(page, 'java.lang').hover();
  await expect.poll(() => colourOf(other)).not.toBe(before[1]);
  expect(await colourOf(lit)).toBe(before[0]);
  await page.mouse.move(0, 0);
  await expect.poll(() => colourOf(other)).toBe(before[1]);
  await entry(page, 'java.util').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => colourOf(lit)).not.toBe(before[0]);
  await entry(page, 'more packages').hover();
  await expect.poll(() => colourOf(lit)).not.toBe(before[0]);
  expect(await colourOf(other)).toBe(before[1]);
});

test('shows only the frames of a clicked entry, which Back undoes', async ({ page }) => {
  await open(page);
  const share = (await entry(page, 'java.net').innerText()).replace('java.net', '').trim();
  await entry(page, 'java.net').click();
  await expect(page).toHaveURL(/search=package:java\.net/);
  await expect(page.getByRole('textbox', { name: 'Search frames' })).toHaveValue('package:java.net');
  await expect(panel(page, 'Flame graph')).toContainText(`${share} of all samples in `);
  await page.goBack();
  await expect(page).not.toHaveURL(/search=/);
  await open(page, '&colours=state&data=all');
  await entry(page, 'NATIVE').click();
  await expect(page).toHaveURL(/data=NATIVE/);
  await expect(entry(page, 'NATIVE, 100.0 % self')).toBeVisible();
  await open(page, '&colours=mine&mine=com.acme.,java.net');
  await entry(page, 'My code').click();
  await expect(page.getByRole('textbox', { name: 'Search frames' })).toHaveValue(
    '/^(?:com\\.acme\\.|java\\.net)/',
  );
});

test('fades no frames once the search of a clicked entry is cleared', async ({ page }) => {
  await open(page);
  const other = frame(page, 'CoyoteAdapter')
    .locator('xpath=ancestor::*[local-name()="g"][1]')
    .locator('rect')
    .first();
  const before = await colourOf(other);
  await entry(page, 'java.lang').hover();
  await expect.poll(() => colourOf(other)).not.toBe(before);
  await entry(page, 'java.lang').click();
  const search = page.getByRole('textbox', { name: 'Search frames' });
  await expect(search).toHaveValue('package:java.lang');
  await expect(panel(page, 'Flame graph')).toBeFocused();
  await search.fill('');
  await expect(entry(page, 'java.lang')).toBeVisible();
  await expect.poll(() => colourOf(other)).toBe(before);
});

test('gives a package the same colour in every view and in a comparison', async ({ page }) => {
  await open(page);
  const colour = await swatchOf(entry(page, 'java.net'));
  await open(page, '&view=hotspots');
  expect(await swatchOf(entry(page, 'java.net'))).toBe(colour);
  await open(page, '&view=compare');
  const compared = legend(page, 'Packages').getByRole('button', { name: /^java\.net, .+ % → .+ % self/ });
  expect(await swatchOf(compared)).toBe(colour);
});

test('adds up each side’s shares in a comparison, with deeper samples', async ({ page }) => {
  const dayBefore = { from: '2026-11-23T13:00:00Z', to: '2026-11-23T14:00:00Z' };
  await open(page, '&view=compare&maxDepth=20');
  const items = legend(page, 'Packages').getByRole('listitem');
  const below = items.filter({ hasText: 'deeper than 20 frames' });
  const shares = await Promise.all(
    [dayBefore, HOUR].map(async (range) => {
      const frames = await rawFrames(page.request, range);
      const deeper = frames.filter(({ callers }) => callers.length > 20);
      return percent(
        deeper.reduce((sum, { self }) => sum + self, 0),
        frames[0].total,
      );
    }),
  );
  await expect(below).toHaveText(`deeper than 20 frames ${shares.join(' → ')}`);
  const texts = await items.allInnerTexts();
  for (const side of [1, 2]) {
    const listed = texts.map((text) => Number(/([\d.]+) % → ([\d.]+) %/.exec(text)?.[side]));
    expect(listed.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
  }
});

test('shows only the frames of all other packages, and of all other code', async ({ page }) => {
  await open(page);
  const share = (await entry(page, 'more packages').innerText()).replace(/.*packages/, '').trim();
  await entry(page, 'more packages').click();
  await expect(page).toHaveURL(/search=package:-/);
  await expect(panel(page, 'Flame graph')).toContainText(/[\d.]+ % of all samples in \d+ functions/);
  expect(share).toMatch(/^[\d.]+ %$/);
  await open(page, '&colours=mine&mine=com.acme.');
  await entry(page, 'Other code').click();
  await expect(page.getByRole('textbox', { name: 'Search frames' })).toHaveValue('/^com\\.acme\\./v');
  await expect(panel(page, 'Flame graph')).toContainText(/[\d.]+ % of all samples in \d+ functions/);
});

test('outlines the frames of a package of a comparison under the pointer', async ({ page }) => {
  await open(page, '&view=compare');
  const outlines = graphs(page).locator('path[fill="none"]');
  await expect(outlines).toHaveCount(0);
  await legend(page, 'Packages')
    .getByRole('button', { name: /^java\.net, / })
    .hover();
  await expect(outlines).toHaveCount(1);
  await page.mouse.move(0, 0);
  await expect(outlines).toHaveCount(0);
});
