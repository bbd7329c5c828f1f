import { readFile } from 'node:fs/promises';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { functionKey } from '@/lib/profile/tree/path-key';
import { drawn, frame, graphs } from './graph';
import { GROUP, panel, settled } from './pages';
import { escaped } from './pattern';
import { CPU, percent, rawFrames } from './raw-profile';
import {
  functionsOf,
  hotspotFrames,
  inspectFrames,
  overviewFrames,
  type Stack,
  stacksBelow,
  stacksOf,
  sumOf,
  type ViewFrame,
} from './raw-views';
import { saved } from './saved-files';
import { expect, type Locator, type Page, test } from './test';

/**
 * The figures of the pages, computed again from the raw profile in the simplest way: a stack at a time. Every drawn frame has
 * its figures in a saved picture, and some in the tree and the tooltip.
 */
const HOUR = { from: '2026-11-24T13:00:00Z', to: '2026-11-24T14:00:00Z' };
const DAY_BEFORE = { from: '2026-11-23T13:00:00Z', to: '2026-11-23T14:00:00Z' };
const RANGE = `from=${HOUR.from}&to=${HOUR.to}`;
const ALL = [...CPU, 'WAITING', 'TIMED_WAITING', 'IDLE'];
const INSPECTED = 'java.util:HashMap:resize';

const counted = (count: number) => count.toLocaleString('en-US');
const samplesText = (count: number) => `${counted(count)} ${count === 1 ? 'sample' : 'samples'}`;
/** The sentence about a frame, as pictures and screen readers have it. */
const factsOf = (whole: number) => (each: ViewFrame) =>
  `${each.names.at(-1)}: ${percent(each.total, whole)} of all, ${samplesText(each.total)}, self ${samplesText(each.self)}`;

const stacksIn = async (page: Page, states: readonly string[] = CPU, hour = HOUR) =>
  stacksOf(await rawFrames(page.request, { ...hour, states }));

/** Opens a view and waits for its answer. */
async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${GROUP}?${RANGE}${query}`);
  await drawn(graphs(page), 10);
  await settled(page);
}

/** The sentences about the frames of the picture that a panel saves, and the texts that it shows. */
async function picture(page: Page, title: string): Promise<{ frames: string[]; texts: string[] }> {
  const { path } = await saved(page, title, 'SVG');
  const svg = await readFile(path, 'utf8');
  const plain = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const of = (expression: RegExp) => [...svg.matchAll(expression)].map(([, text]) => plain(text ?? ''));
  return {
    frames: of(/<g class="frame"><title>([^<]*)<\/title>/g).map((text) => text.replace('\n', ': ')),
    texts: of(/<text[^>]*>([^<]*)<\/text>/g),
  };
}

/** Frames of a picture are among the expected ones, as often as there; the root and blocks aside. */
function expectAmong(shown: readonly string[], expected: readonly string[], minCount: number): void {
  const left = new Map<string, number>();
  for (const each of expected) left.set(each, (left.get(each) ?? 0) + 1);
  const ofFrames = shown.filter((each) => !/^(All samples|[\d,]+ functions?,|Frames )/.test(each));
  expect(ofFrames.length).toBeGreaterThan(minCount);
  const wrong = ofFrames.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
  expect(wrong).toEqual([]);
}

for (const [data, states] of [
  ['cpu', CPU],
  ['all', ALL],
] as const) {
  test(`has the raw samples of every frame in the overview and the hotspots of ${data}`, async ({ page }) => {
    const stacks = await stacksIn(page, states);
    const whole = sumOf(stacks);
    await open(page, `&data=${data}`);
    await expect(panel(page, 'Flame graph')).toContainText(samplesText(whole));
    expectAmong((await picture(page, 'Flame graph')).frames, overviewFrames(stacks).map(factsOf(whole)), 100);
    await open(page, `&data=${data}&view=hotspots`);
    await expect(panel(page, 'Hotspots')).toContainText(samplesText(whole));
    expectAmong((await picture(page, 'Hotspots')).frames, hotspotFrames(stacks).map(factsOf(whole)), 100);
  });
}

test('has the raw samples of every frame below a zoomed one, as shares of all and of it', async ({
  page,
}) => {
  const stacks = await stacksIn(page);
  const whole = sumOf(stacks);
  await open(page, '');
  await frame(page, 'CoyoteAdapter').click();
  await expect(page).toHaveURL(/focus=/);
  await settled(page);
  const { frames } = await picture(page, 'Flame graph');
  expectAmong(frames, overviewFrames(stacks).map(factsOf(whole)), 50);
  const [focused] = frames;
  const found = overviewFrames(stacks).find((each) => factsOf(whole)(each) === focused);
  if (!found) throw new Error(`The raw profile has no frame “${focused}”.`);
  const below = stacksBelow(stacks, found.names);
  expect(sumOf(below)).toBe(found.total);
  await frame(page, 'CoyoteAdapter').hover();
  const row = page.locator('[class*="tooltip"] tr').filter({ hasText: 'total' });
  await expect(row).toContainText(`${percent(found.total, whole)}100.0 %${counted(found.total)}`);
  const search = page.getByRole('textbox', { name: 'Search frames' });
  await search.fill('hashmap');
  const share = percent(sumOf(below.filter(hasName('hashmap', found.names.length))), found.total);
  await expect(page.getByRole('toolbar').getByRole('status')).toContainText(`${share} of the focused frame`);
});

/** Whether a name of a stack, from a depth on, contains a text. */
const hasName =
  (text: string, from = 0) =>
  ({ names }: Stack) =>
    names.slice(from).some((name) => name.toLowerCase().includes(text));

test('has the raw samples of an inspected function, its callers and its callees', async ({ page }) => {
  const stacks = await stacksIn(page);
  const whole = sumOf(stacks);
  const { self = 0, total = 0 } = functionsOf(stacks).get(INSPECTED) ?? {};
  const { callers, callees } = inspectFrames(stacks, INSPECTED);
  const places = overviewFrames(stacks).filter(({ names }) => names.at(-1) === INSPECTED).length;
  await open(page, `&view=inspect&inspected=${functionKey(INSPECTED)}`);
  const inspected = page.getByRole('region', { name: /^Inspected/ });
  await expect(inspected).toContainText(
    `${percent(total, whole)} of all samples, ${percent(self, whole)} in the function itself`,
  );
  await expect(inspected).toContainText(
    new RegExp(`${samplesText(total)}, self ${counted(self)}.*, in ${places} place`),
  );
  const { frames, texts } = await picture(page, 'Inspected function');
  expectAmong(frames, [...callers, ...callees].map(factsOf(whole)), 20);
  expect(texts.join('\n')).toContain(
    `${INSPECTED}: ${percent(total, whole)} of all samples, ${percent(self, whole)} in the function itself`,
  );
});

test('finds the share of a text, the number of functions and of frames that the raw profile has', async ({
  page,
}) => {
  const stacks = await stacksIn(page);
  const names = new Set(
    [...functionsOf(stacks).keys()].filter((name) => name.toLowerCase().includes('cart')),
  );
  const matches = overviewFrames(stacks).filter((each) => names.has(each.names.at(-1) ?? ''));
  const share = percent(sumOf(stacks.filter(hasName('cart'))), sumOf(stacks));
  await open(page, '&search=cart');
  await expect(page.getByRole('toolbar').getByRole('status')).toContainText(
    new RegExp(
      `^${escaped(share)} of all samples in ${names.size} functions · ${counted(matches.length)} matches, [\\d,]+ drawn`,
    ),
  );
});

test('lists the functions with their raw self and total', async ({ page }) => {
  const stacks = await stacksIn(page);
  const whole = sumOf(stacks);
  const expected = [...functionsOf(stacks)].sort(([, a], [, b]) => b.self - a.self);
  await page.goto(`${GROUP}?${RANGE}&view=functions`);
  const rows = panel(page, 'Top functions').getByRole('region', { name: 'Functions' }).getByRole('row');
  await expect.poll(() => rows.count()).toBeGreaterThan(20);
  const listed = await figuresOf(rows, 20);
  for (const [place, { label, figures }] of listed.entries()) {
    const [name = '', { self, total } = { self: 0, total: 0 }] = expected[place] ?? [];
    expect(label).toContain(parseFrame(name).label.slice(-12));
    expect(figures).toContain(percent(self, whole));
    expect(figures).toContain(percent(total, whole));
    expect(figures).toContain(counted(self));
    expect(figures).toContain(counted(total));
  }
});

/** The label and the text of the figures of the first rows below the head. */
const figuresOf = (rows: Locator, count: number) =>
  rows.evaluateAll(
    (all, limit) =>
      all
        .filter((row) => row.querySelector('td button'))
        .slice(0, limit)
        .map((row) => ({
          label: row.querySelector('button')?.getAttribute('aria-label') ?? '',
          figures: [...row.querySelectorAll('td')]
            .slice(1)
            .map((cell) => cell.textContent)
            .join(' | '),
        })),
    count,
  );

test('has the raw samples in the tree, a row for each frame', async ({ page }) => {
  const stacks = await stacksIn(page);
  const whole = sumOf(stacks);
  const raw = new Map(overviewFrames(stacks).map((each) => [each.names.join('\n'), each]));
  await open(page, '');
  await page.getByRole('button', { name: 'Show as a tree' }).click();
  const tree = page.getByRole('treegrid');
  await tree.getByRole('row').nth(1).focus();
  for (let step = 0; step < 16; step++) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
  }
  const rows = await tree.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      level: Number(row.getAttribute('aria-level')),
      cells: [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
    })),
  );
  expect(rows.length).toBeGreaterThan(10);
  expect(rows[0]?.cells.slice(1)).toEqual(['100.0 %', '0 %', counted(whole)]);
  const path: string[] = [];
  for (const { level, cells } of rows.slice(1)) {
    path.length = level - 2;
    path.push((cells[0] ?? '').slice(1));
    const { total, self } = raw.get(path.join('\n')) ?? { total: 0, self: 0 };
    expect([path.at(-1), ...cells.slice(1)]).toEqual([
      path.at(-1),
      percent(total, whole),
      percent(self, whole),
      counted(total),
    ]);
  }
});

for (const unit of ['share', 'samples'] as const) {
  test(`has the raw ${unit} of both sides in the graph and the tables of a comparison`, async ({ page }) => {
    const [baseline, comparison] = [await stacksIn(page, CPU, DAY_BEFORE), await stacksIn(page)];
    const sides = [baseline, comparison] as const;
    const wholes = sides.map(sumOf);
    const text = (side: 0 | 1, samples: number) =>
      unit === 'share' ? percent(samples, wholes[side] ?? 0) : counted(samples);
    const of = unit === 'share' ? 'of the' : 'samples of the';
    await open(page, `&view=compare&unit=${unit}&chance=listed`);
    const [before, after] = sides.map(
      (stacks) => new Map(overviewFrames(stacks).map(({ names, total }) => [names.join('\n'), total])),
    );
    const expected = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].map(
      (key) =>
        `${key.split('\n').at(-1)}: ${text(0, before?.get(key) ?? 0)} ${of} baseline, ${text(1, after?.get(key) ?? 0)} ${of} comparison, `,
    );
    const { frames } = await picture(page, 'Differences');
    const withoutChange = frames.map((each) => each.replace(/( comparison, ).*/, '$1'));
    expectAmong(withoutChange, expected, 100);
    const functions = sides.map(functionsOf);
    for (const title of ['Grown', 'Shrunk']) {
      const table = page.getByRole('table', { name: `${title} functions by self` });
      const rows = await figuresOf(table.getByRole('row'), 10);
      const names = await table
        .getByRole('row')
        .locator('button[title^="Inspect "]')
        .evaluateAll((all) =>
          all.slice(0, 10).map((each) => (each.getAttribute('title') ?? '').replace('Inspect ', '')),
        );
      expect(rows.length).toBeGreaterThan(1);
      for (const [place, { figures }] of rows.entries()) {
        const [selfBefore, selfAfter] = functions.map((of) => of.get(names[place] ?? '')?.self ?? 0);
        expect(figures).toContain(`${text(0, selfBefore ?? 0)} | ${text(1, selfAfter ?? 0)} | `);
      }
    }
  });
}
